"""Numbers of the last days for the office: subscribers by plan, what came and went by means of payment and currency,
who began, went on and left. Five queries, whatever there is; money of two currencies is never added up.

A day's subscribers are the people whose own period holds at its end (of today: now); each counts once a plan.
"""

import datetime as dt
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Sum
from django.db.models.functions import TruncDate
from django.utils import timezone

from .models import AgentSettlement, Payment, Plan, Refund, Subscription

SPANS = (30, 90, 365)
AGENTS = "agents"


@dataclass
class Takings:
    """Of one currency: what came by means of payment, and what went back, for each step of time."""

    currency: str
    means: dict[str, list[int]] = field(default_factory=dict)
    refunded: list[int] = field(default_factory=list)

    def net(self, step: int) -> int:
        return sum(amounts[step] for amounts in self.means.values()) - self.refunded[step]


@dataclass
class Figures:
    """``days`` for the subscribers; ``steps`` are the days, or over a year the months, of everything else."""

    days: list[dt.date]
    steps: list[dt.date]
    by_month: bool
    plans: dict[str, list[int]]
    takings: list[Takings]
    begun: list[int]
    renewed: list[int]
    ended: list[int]
    now: int
    in_grace: int


def figures(span: int, now=None) -> Figures:
    now = now or timezone.now()
    zone = timezone.get_default_timezone()
    today = timezone.localdate(now, zone)
    days = [today - dt.timedelta(days=back) for back in range(span - 1, -1, -1)]
    by_month = span > 100
    steps = sorted({day.replace(day=1) for day in days}) if by_month else days
    begins = dt.datetime.combine(days[0], dt.time(), tzinfo=zone)

    def step_of(day: dt.date) -> int | None:
        wanted = day.replace(day=1) if by_month else day
        return steps.index(wanted) if steps[0] <= wanted <= steps[-1] and day >= days[0] else None

    periods = _periods(begins, now)
    return Figures(
        days=days,
        steps=steps,
        by_month=by_month,
        plans=_subscribers(periods, days, now, zone),
        takings=_takings(begins, now, zone, step_of, len(steps)),
        **_movements(periods, now, zone, step_of, len(steps)),
        now=len({period.user for period in periods if period.begins <= now < period.ends}),
        in_grace=_in_grace(periods, now),
    )


@dataclass(frozen=True)
class _Period:
    """``ends`` is where it was ended early, if it was; ``is_first``: whether it is the person's first one."""

    user: int
    plan: int
    begins: dt.datetime
    ends: dt.datetime
    grace_ends: dt.datetime
    is_first: bool


def _periods(begins, now) -> list[_Period]:
    """Of people, that were running at ``begins`` or have begun since, in grace too. What was taken back or has moved
    before it began is none."""
    firsts = Subscription.objects.beginnings(now).filter(pk=OuterRef("pk"))
    rows = Subscription.objects.filter(user__isnull=False, grace_ends_at__gt=begins).values_list(
        "user", "plan", "starts_at", "ends_at", "grace_ends_at", "revocation__at", Exists(firsts)
    )
    found = []
    for user, plan, starts_at, ends_at, grace_ends_at, revoked_at, is_first in rows.iterator(chunk_size=2000):
        if revoked_at and revoked_at <= starts_at:
            continue
        ends = min(ends_at, revoked_at) if revoked_at else ends_at
        grace = min(grace_ends_at, revoked_at) if revoked_at else grace_ends_at
        found.append(_Period(user, plan, starts_at, ends, grace, is_first))
    return found


def _subscribers(periods, days, now, zone) -> dict[str, list[int]]:
    """{name of the plan: how many on each day}, in the plans' order; only those that somebody had."""
    ends = [dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), tzinfo=zone) for day in days]
    instants = [*ends[:-1], now + dt.timedelta(microseconds=1)]
    seen = defaultdict(set)
    for period in periods:
        first, last = bisect_left(instants, period.begins), bisect_left(instants, period.ends)
        seen[period.plan].update((period.user, day) for day in range(_after(instants, first, period), last))
    names = dict(Plan.objects.order_by("position", "pk").values_list("pk", "name"))
    counted = {plan: Counter(day for _user, day in seen[plan]) for plan in names if seen.get(plan)}
    return {names[plan]: [counts[day] for day in range(len(days))] for plan, counts in counted.items()}


def _after(instants, first, period):
    """A day's instant is the end of the day, which belongs to the next one: what begins at it is not of that day."""
    return first + 1 if first < len(instants) and instants[first] == period.begins else first


def _takings(begins, now, zone, step_of, size) -> list[Takings]:
    found = {}

    def of(currency):
        return found.setdefault(currency, Takings(currency, refunded=[0] * size))

    day = TruncDate("received_at", tzinfo=zone)
    received = Payment.objects.ours().filter(received_at__gte=begins, received_at__lte=now).annotate(day=day)
    brought = AgentSettlement.objects.filter(received_at__gte=begins, received_at__lte=now).annotate(day=day)
    grouped = ("day", "currency")
    agents = brought.order_by().values_list(*grouped)
    rows = [
        *received.order_by().values_list(*grouped, "provider").annotate(total=Sum("amount")),
        *((on, currency, AGENTS, total) for on, currency, total in agents.annotate(total=Sum("amount"))),
    ]
    for on, currency, means, total in rows:
        of(currency).means.setdefault(means, [0] * size)[step_of(on)] += total
    back = Refund.objects.ours().filter(state=Refund.State.DONE, settled_at__gte=begins, settled_at__lte=now)
    gone = back.annotate(day=TruncDate("settled_at", tzinfo=zone)).order_by()
    for on, currency, total in gone.values_list("day", "payment__currency").annotate(total=Sum("amount")):
        of(currency).refunded[step_of(on)] += total
    return [found[currency] for currency in sorted(found, reverse=True)]


def _movements(periods, now, zone, step_of, size) -> dict[str, list[int]]:
    """How many people began, with their first period; how many later periods began; and how many ended without one
    that goes on."""
    counts = {name: [0] * size for name in ("begun", "renewed", "ended")}

    def count(name, instant):
        step = step_of(timezone.localdate(instant, zone)) if instant <= now else None
        if step is not None:
            counts[name][step] += 1

    of_person = defaultdict(list)
    for period in periods:
        of_person[period.user].append(period)
    for period in periods:
        count("begun" if period.is_first else "renewed", period.begins)
        others = of_person[period.user]
        if not any(other.begins <= period.grace_ends and other.ends > period.ends for other in others):
            count("ended", period.ends)
    return counts


def _in_grace(periods, now) -> int:
    reading = {period.user for period in periods if period.begins <= now < period.grace_ends}
    return len(reading - {period.user for period in periods if period.begins <= now < period.ends})
