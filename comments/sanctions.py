"""What moderators impose on a person: warn, suspend, ban, lift, watch; and what they note about one.

Each is written in the journal, and each but the watching and the notes is told to the person by mail.
"""

import datetime as dt

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.models import User
from articles.dates import instant_words
from journal.recording import record

from . import letters
from .models import Contributor, PersonNote, Sanction
from .moderation import ModerationError, refuse_others
from .rules import is_moderator, standing_of

Kind = Sanction.Kind
ACTIONS = {
    Kind.WARNING: gettext_noop("Contributor warned"),
    Kind.SUSPENSION: gettext_noop("Contributor suspended"),
    Kind.BAN: gettext_noop("Contributor banned"),
}


def warn(person, *, reason, by) -> Sanction:
    return _impose(Kind.WARNING, person, reason, by)


def suspend(person, *, days: int, reason, by) -> Sanction:
    """From now on."""
    return _impose(Kind.SUSPENSION, person, reason, by, until=timezone.now() + dt.timedelta(days=days))


def ban(person, *, reason, by) -> Sanction:
    """Until a moderator lifts it."""
    return _impose(Kind.BAN, person, reason, by)


@transaction.atomic
def _impose(kind, person, reason, by, until=None) -> Sanction:
    refuse_others(by)
    if person == by:
        raise ModerationError(_("This is yourself."))
    if is_moderator(person):
        raise ModerationError(_("This person moderates contributions: an administrator takes that right away first."))
    if kind != Kind.WARNING:
        _refuse_a_second(kind, person)
    sanction = Sanction.objects.create(person=person, kind=kind, reason=reason, by=by, until=until)
    letters.sanctioned(sanction)
    record(ACTIONS[kind], person, by=by, label=_label(person), detail=reason)
    return sanction


def _refuse_a_second(kind, person):
    """A ban comes on top of a suspension; nothing comes on top of a ban, and a suspension on top of nothing."""
    User.objects.select_for_update(no_key=True).get(pk=person.pk)
    standing = standing_of(person)
    if standing and standing.kind == Kind.BAN:
        raise ModerationError(_("This person is banned already."))
    if standing and kind == Kind.SUSPENSION:
        sentence = _("This person is suspended already, until {end}: lift that first, or ban.")
        raise ModerationError(sentence.format(end=instant_words(standing.until)))


@transaction.atomic
def lift(sanction, *, by) -> Sanction | None:
    """What still bars the person, when something does."""
    refuse_others(by)
    now = timezone.now()
    if sanction.until and sanction.until <= now:
        raise ModerationError(_("This has ended by itself."))
    if not Sanction.objects.filter(pk=sanction.pk, lifted_at=None).update(lifted_at=now):
        raise ModerationError(_("This was lifted already."))
    sanction.lifted_at = now
    standing = standing_of(sanction.person)
    letters.lifted(sanction, standing)
    record(gettext_noop("Sanction lifted"), sanction.person, by=by, label=_label(sanction.person))
    return standing


@transaction.atomic
def watch(person, *, by, wanted: bool):
    """From now on a moderator reads what the person writes before it appears; or no longer."""
    refuse_others(by)
    row, _is_new = Contributor.objects.get_or_create(person=person)
    if not Contributor.objects.filter(pk=row.pk, is_watched=not wanted).update(is_watched=wanted):
        raise ModerationError(_("Somebody was quicker: it is so already."))
    action = gettext_noop("Contributor watched") if wanted else gettext_noop("Contributor no longer watched")
    record(action, person, by=by, label=_label(person))


@transaction.atomic
def note(person, *, text, by) -> PersonNote:
    refuse_others(by)
    row = PersonNote.objects.create(person=person, text=text, by=by)
    record(gettext_noop("Note about a contributor"), person, by=by, label=_label(person))
    return row


def _label(person) -> str:
    """As the room knows them."""
    return person.public_name or _("Subscriber")
