"""When providers are asked again: callbacks repeat for days or never come."""

import datetime as dt

MINUTE, HOUR = dt.timedelta(minutes=1), dt.timedelta(hours=1)
SOON = [MINUTE, 5 * MINUTE, 15 * MINUTE]
LONGEST = dt.timedelta(days=3)
# How long one process has an order or a call for itself: longer than the slowest answer.
LEASE = dt.timedelta(minutes=2)


def first_check(started_at: dt.datetime) -> dt.datetime:
    return started_at + SOON[0]


def next_check(created_at: dt.datetime, now: dt.datetime) -> dt.datetime | None:
    """After 1, 5 and 15 minutes, then hourly; None once three days are over."""
    for pause in SOON:
        if created_at + pause > now:
            return created_at + pause
    return now + HOUR if now + HOUR <= created_at + LONGEST else None


def next_try(received_at: dt.datetime, tries: int, now: dt.datetime) -> dt.datetime | None:
    """When a call that could not be looked into is tried again; None once three days are over."""
    pause = [dt.timedelta(seconds=10), *SOON][tries - 1] if tries <= len(SOON) + 1 else HOUR
    return now + pause if now + pause <= received_at + LONGEST else None
