"""Seats of institutions: somebody is invited, takes one, or gives it up. Never more than were bought: the database
gives each numbered seat to one person."""

import datetime as dt

from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.models import User, normalise_email
from journal.recording import record
from web import places, tokens

from .models import Institution, Seat, Subscription
from .refusals import Refused
from .seat_numbers import close_ranks

PURPOSE = "seat"
LIFETIME = dt.timedelta(days=30)
# Mails that one institution may have sent in a day, whatever it invites and frees.
MOST_INVITATIONS = 200
A_DAY = dt.timedelta(days=1)


def taken_seats(institution: Institution):
    """Those that somebody has or is invited to."""
    return institution.seats.filter(freed_at=None).select_related("user").order_by("number")


@transaction.atomic
def invite(institution: Institution, email: str, *, by) -> Seat:
    """Keeps a seat for the address and writes to it. Raises ``Refused``."""
    email = normalise_email(email)
    if institution.seats.filter(invited_at__gt=timezone.now() - A_DAY).count() >= MOST_INVITATIONS:
        raise Refused(_("You have sent many invitations today. The next ones can be sent tomorrow."))
    try:
        with transaction.atomic():
            seat = give_place(institution, email=email)
    except IntegrityError:
        raise Refused(_("This address has a seat or an invitation already.")) from None
    record(gettext_noop("Invited to a seat"), institution, by=by, detail=email)
    tell_invited(seat)
    return seat


def give_place(institution: Institution, **fields) -> Seat:
    """The lowest seat that nobody has. Raises ``Refused`` where there is none."""
    bought = Institution.objects.values_list("seats_bought", flat=True).get(pk=institution.pk)
    try:
        return places.take(Seat, {"institution": institution, "freed_at": None}, most=bought, **fields)
    except places.NoneLeft:
        raise Refused(_("All the seats of this institution are taken.")) from None


def tell_invited(seat: Seat) -> None:
    days = LIFETIME // A_DAY
    context = {
        "user": User.objects.filter(email=seat.email).first(),
        "institution": seat.institution.name,
        "address": settings.SITE_URL + reverse("seat_invitation", args=[token_of(seat)]),
        "days": days,
    }
    get_adapter().send_mail("subscriptions/email/seat", seat.email, context)


def token_of(seat: Seat) -> str:
    return tokens.make(PURPOSE, [seat.pk, seat.email])


def find(token: str) -> Seat | None:
    """The seat of an invitation that nobody has taken or freed; None for one that is over, too, or forged, or whose
    seat was refunded."""
    try:
        key, email = tokens.read(PURPOSE, token, seconds=int(LIFETIME.total_seconds()))
    except tokens.BadToken:
        return None
    waiting = Seat.objects.existing().filter(pk=key, email=email, user=None, freed_at=None)
    return waiting.select_related("institution").first()


@transaction.atomic
def take(seat: Seat, *, user) -> Seat:
    """The invited person takes the seat, with the address at which the invitation arrived. Raises ``Refused``."""
    if seat.email not in proven_addresses(user):
        words = _("This seat is kept for {email}. Sign in with the account that has this address.")
        raise Refused(words.format(email=seat.email))
    waiting = Seat.objects.existing().filter(pk=seat.pk, user=None, freed_at=None)
    try:
        with transaction.atomic():
            taken = waiting.update(user=user, taken_at=timezone.now())
    except IntegrityError:
        raise Refused(_("You have a seat of this institution already.")) from None
    if not taken:
        raise Refused(_("This invitation is no longer open."))
    seat.refresh_from_db()
    record(gettext_noop("Seat taken"), seat.institution, by=user, detail=seat.email)
    return seat


@transaction.atomic
def take_by_domain(institution: Institution, *, user) -> Seat:
    """Somebody with a proven address of the institution's domain takes a seat: the one that is kept for that address,
    or a free one. Raises ``Refused``."""
    email = address_at(institution, user)
    if email is None or not holds(institution):
        raise Refused(_("No address of your account opens a seat there."))
    if kept := Seat.objects.filter(institution=institution, email=email, user=None, freed_at=None).first():
        return take(kept, user=user)
    try:
        with transaction.atomic():
            seat = give_place(institution, email=email, user=user, taken_at=timezone.now())
    except IntegrityError:
        raise Refused(_("You have a seat of this institution already.")) from None
    record(gettext_noop("Seat taken"), institution, by=user, detail=email)
    return seat


@transaction.atomic
def free(seat: Seat, *, by) -> bool:
    """Takes the seat back at once; whoever had it reads on with what is their own. False where it is free already."""
    freed = Seat.objects.filter(pk=seat.pk, freed_at=None).update(freed_at=timezone.now())
    if freed:
        close_ranks(seat.institution)
        record(gettext_noop("Seat freed"), seat.institution, by=by, detail=seat.email)
    return bool(freed)


def proven_addresses(user) -> set[str]:
    rows = EmailAddress.objects.filter(user_id=user.pk, verified=True)
    return {normalise_email(email) for email in rows.values_list("email", flat=True)}


def address_at(institution: Institution, user) -> str | None:
    domains = set(institution.domains.split())
    return next((one for one in sorted(proven_addresses(user)) if one.rpartition("@")[2] in domains), None)


def open_to(user, at=None) -> list[Institution]:
    """The institutions of whose seats the person may take one by an address of their domain, and has none yet. Two
    queries."""
    holding = Subscription.objects.holding(at).filter(institution=OuterRef("pk"))
    theirs = Seat.objects.filter(institution=OuterRef("pk"), user=user, freed_at=None)
    rows = list(Institution.objects.exclude(domains="").filter(Exists(holding), ~Exists(theirs)).order_by("name"))
    if not rows:
        return []
    own = {email.rpartition("@")[2] for email in proven_addresses(user)}
    return [row for row in rows if own & set(row.domains.split())]


def holds(institution: Institution, at=None) -> bool:
    return Subscription.objects.holding(at).filter(institution=institution).exists()
