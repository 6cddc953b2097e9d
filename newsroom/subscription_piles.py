"""What waits for the subscriptions office. Only those who may open the list of subscriptions get this area."""

import datetime as dt

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.dates import day_begins, near_words
from subscriptions.models import Discrepancy, Refund, Subscription

from .piles import COUNTED, SHOWN, Area, Line, Pile, fill, first_keys

A_DAY = dt.timedelta(days=1)


def subscriptions(user, title, now) -> list[Area]:
    """No area for anybody else."""
    if not (user.has_perm("subscriptions.view_subscription") or user.has_perm("subscriptions.change_subscription")):
        return []
    week = day_begins(now) - 6 * A_DAY
    # Who goes on, or has paid for what is to come, is nobody new.
    new = Subscription.objects.beginnings(now).filter(starts_at__gte=week)
    found = [
        _pile(
            "ending",
            _("Ending within seven days"),
            _("No subscription ends within seven days."),
            {"state": "ending"},
            Subscription.objects.ending(now).order_by("ends_at", "pk"),
        ),
        _pile(
            "newest",
            _("New within seven days"),
            _("Nobody has subscribed within seven days."),
            {"state": "beginnings", "starts_at__gte": week.isoformat()},
            new.order_by("-created_at", "-pk"),
        ),
    ]
    ending, newest = found
    ending.note = _("Without a following subscription: a word to the reader, or a renewal.")
    fill([ending], _rows, lambda row: _line(row, _("end: {when}").format(when=near_words(row.ends_at, now))))
    fill([newest], _rows, lambda row: _line(row, near_words(row.created_at, now)))
    return [Area("subscriptions", title, [*_to_settle(user), *found], _figures(now))]


def _to_settle(user) -> list[Pile]:
    """Money that has bought nothing, and refunds that did not go through, oldest first; where there are any."""
    found = []
    if user.has_perm("subscriptions.view_discrepancy"):
        money = Discrepancy.objects.filter(resolved_at=None).order_by("pk").select_related("payment__order__user")
        more = reverse("admin:subscriptions_discrepancy_changelist", query={"state": "open"})
        found.append(_rows_to_settle("discrepancies", _("Discrepancies to settle"), more, money, _discrepancy_line))
    if user.has_perm("subscriptions.view_refund"):
        refunds = (
            Refund.objects.filter(state=Refund.State.FAILED).order_by("pk").select_related("payment__order__user")
        )
        more = reverse("admin:subscriptions_refund_changelist", query={"state__exact": Refund.State.FAILED})
        refunds = refunds.select_related("payment__order__user")
        found.append(_rows_to_settle("refunds", _("Refunds that did not go through"), more, refunds, _refund_line))
    return [pile for pile in found if pile.rows]


def _rows_to_settle(name, title, more, rows, line) -> Pile:
    """One query."""
    rows = list(rows[: COUNTED + 1])
    pile = Pile(name, title, "", more, [row.pk for row in rows])
    pile.rows = [line(row) for row in rows[:SHOWN]]
    return pile


def _discrepancy_line(row):
    url = reverse("admin:subscriptions_discrepancy_change", args=[row.pk])
    return Line(row.payment.amount_in_words, url, near_words(row.noted_at), facts=[row.get_kind_display(), *_who(row)])


def _refund_line(row):
    url = reverse("admin:subscriptions_refund_change", args=[row.pk])
    return Line(row.amount_in_words, url, near_words(row.created_at), facts=[row.error, *_who(row)])


def _who(row):
    order = row.payment.order
    return [str(order.user)] if order else []


def _pile(name, title, empty, query, rows):
    more = reverse("admin:subscriptions_subscription_changelist", query=query)
    return Pile(name, title, empty, more, first_keys(rows))


def _rows(keys):
    return Subscription.objects.filter(pk__in=keys).select_related("user", "institution", "plan")


def _line(subscription, words):
    holder = subscription.user or subscription.institution
    url = reverse("admin:subscriptions_subscription_change", args=[subscription.pk])
    email = getattr(holder, "email", "")
    facts = [subscription.sold_as, *([email] if email and holder.name else [])]
    return Line(holder.name or email, url, words, facts=facts)


def _figures(now):
    today = day_begins(now)
    stands = Q(revocation__isnull=True) | Q(revocation__at__gt=now)
    active = stands & Q(starts_at__lte=now, ends_at__gt=now)
    counted = Subscription.objects.aggregate(
        subscribers=Count("user", filter=active, distinct=True),
        ending=Count("pk", filter=Q(ends_at__gte=today, ends_at__lt=today + A_DAY)),
    )

    def listed(**query):
        return reverse("admin:subscriptions_subscription_changelist", query=query)

    return [
        (_("Subscribers now"), counted["subscribers"], listed(state="active")),
        (
            _("Beginnings today"),
            Subscription.objects.beginnings(now).filter(starts_at__gte=today).count(),
            listed(state="beginnings", starts_at__gte=today.isoformat()),
        ),
        (_("Ending today"), counted["ending"], ""),
    ]
