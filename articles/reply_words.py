"""How long there is left to publish an answer, in words; the form, the list and the first page say nothing else."""

import datetime as dt

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .dates import instant_words, near_words
from .models import ReplyRequest
from .reply_deadlines import Unit, day_length, working_time

HOUR, MINUTE = dt.timedelta(hours=1), dt.timedelta(minutes=1)


def sentence(request, at=None) -> str:
    """« À publier avant mardi 2 juin 2026 à 17:00 : il reste 1 jour et 4 heures ouvrées. »; of a closed one, how it
    ended."""
    at = at or timezone.now()
    state = request.state_at(at)
    if state == ReplyRequest.State.REFUSED:
        return _("Refused {instant}.").format(instant=instant_words(request.refused_at))
    if state == ReplyRequest.State.ANSWERED:
        return _("Answer published {instant}.").format(instant=instant_words(request.answer.goes_live_at))
    instant = instant_words(request.deadline_at)
    if request.deadline_at <= at:
        late = in_words(at - request.deadline_at)
        return _("Should have been published before {instant}: {time} late.").format(instant=instant, time=late)
    return _("To publish before {instant}: {time} left.").format(instant=instant, time=left(request, at))


def short(request, at=None) -> str:
    """In a list: « avant mardi à 17:00 », « en retard depuis hier à 17:00 »; of a closed one, when it ended."""
    at = at or timezone.now()
    if request.state_at(at) != ReplyRequest.State.OPEN:
        return near_words(request.refused_at or request.answer.goes_live_at, at)
    when = near_words(request.deadline_at, at)
    return (_("late since {when}") if request.deadline_at <= at else _("before {when}")).format(when=when)


def left(request, at) -> str:
    """What remains of an open request, in working time where its rule counts in that."""
    rule = request.rule
    is_working = Unit(rule.unit).is_working
    span = working_time(at, request.deadline_at, rule) if is_working else request.deadline_at - at
    return in_words(span, day=day_length(rule), is_working=is_working)


def in_words(span, *, day=dt.timedelta(days=1), is_working=False) -> str:
    """The two largest parts: « 2 jours et 4 heures », « 1 jour et 4 heures ouvrées », « 20 minutes »."""
    days, rest = divmod(span, day)
    hours, rest = divmod(rest, HOUR)
    minutes = rest // MINUTE
    parts = [("day", days), ("hour", hours), ("minute", minutes)]
    first = next((place for place, (_name, number) in enumerate(parts) if number), None)
    if first is None:
        return _("less than a minute")
    shown = [part for part in parts[first : first + 2] if part[1]]
    words = [_count(*part, is_working=is_working and part == shown[-1]) for part in shown]
    return _("{time} and {more}").format(time=words[0], more=words[1]) if len(words) > 1 else words[0]


def _count(name, number, *, is_working) -> str:
    words = {
        ("day", False): ngettext("%(number)d day", "%(number)d days", number),
        ("hour", False): ngettext("%(number)d hour", "%(number)d hours", number),
        ("minute", False): ngettext("%(number)d minute", "%(number)d minutes", number),
        ("day", True): ngettext("%(number)d working day", "%(number)d working days", number),
        ("hour", True): ngettext("%(number)d working hour", "%(number)d working hours", number),
        ("minute", True): ngettext("%(number)d working minute", "%(number)d working minutes", number),
    }
    return words[name, is_working] % {"number": number}
