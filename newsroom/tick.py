"""The site's ticks: in every process that serves or works, what is due is tried, mostly once a second.

They are a hint and no clock of the site: what readers see hangs on no tick, except for new versions of live articles,
and a payment is asked about by the page that its buyer comes back to. Payments have a thread of their own, since
providers may be slow to answer.
"""

import logging
import threading

from django.db import close_old_connections

from accounts import address_changes
from articles import due_changes
from comments import digests, floods, refusal_letters
from subscriptions import gifts, reconciling, reminders, renewing

from .daily import daily

logger = logging.getLogger(__name__)

# Seconds after a beat that failed.
PAUSE_AFTER_FAILURE = 10
# What is tried, one after the other, and how many seconds apart, by the name of its thread.
WORK = {
    "tick": ([due_changes.apply_all], 1),
    "tick of payments": ([reconciling.work], 1),
    "tick of the minute": (
        [
            renewing.open_due,
            reminders.send_due,
            gifts.send_due,
            refusal_letters.send_due,
            address_changes.make_due,
            digests.send_due,
            floods.clear,
            daily,
        ],
        60,
    ),
}


def start() -> list[threading.Thread]:
    """Beat until the process ends."""
    threads = [
        threading.Thread(target=run, args=[threading.Event(), *work], name=name, daemon=True)
        for name, work in WORK.items()
    ]
    for thread in threads:
        thread.start()
    return threads


def run(stopped: threading.Event, works, pause: float):
    wait = pause
    while not stopped.wait(wait):
        outcomes = [beat(work) for work in works]
        wait = pause if all(outcomes) else max(pause, PAUSE_AFTER_FAILURE)


def beat(work) -> bool:
    """A few cheap queries when nothing is due. Whatever fails is logged; a connection that a restart of the database
    broke is replaced at the next beat."""
    try:
        close_old_connections()
        work()
    except Exception:
        logger.exception("The tick failed")
        return False
    else:
        return True
    finally:
        close_old_connections()
