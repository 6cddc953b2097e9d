"""Keeps Playwright's event loop out of sight of Django.

Playwright's synchronous interface runs its loop in a greenlet of the calling thread and marks the whole thread as
running it: Django then takes every test for asynchronous code, refuses queries and opens other connections, which
know nothing of the test's. Here each greenlet has its own running loop (a new one that of its maker), the tests' none.
"""

import asyncio
import contextlib
from asyncio import events
from weakref import WeakKeyDictionary

import greenlet
import pytest


@contextlib.contextmanager
def loop_of_each_greenlet():
    loops = WeakKeyDictionary()

    def on_switch(_event, greenlets):
        origin, target = greenlets
        loops[origin] = running = events._get_running_loop()
        events._set_running_loop(loops.get(target, running))

    with pytest.MonkeyPatch.context() as patch:
        # The event loops themselves call that of ``events``; only Playwright calls this one, after each wait.
        patch.setattr(asyncio, "_set_running_loop", lambda loop: None)
        before = greenlet.settrace(on_switch)
        yield
        greenlet.settrace(before)
