"""Keeps Playwright's event loop out of sight of Django.

Playwright's synchronous interface runs its loop in a greenlet of the calling thread, and asyncio remembers one running
loop for the whole thread: Django then takes every test for asynchronous code, refuses queries and opens other
connections. Here each greenlet has its own running loop, so the tests' has none.
"""

import asyncio
import contextlib
from weakref import WeakKeyDictionary

import greenlet


@contextlib.contextmanager
def loop_of_each_greenlet():
    loops = WeakKeyDictionary()

    def on_switch(_event, greenlets):
        origin, target = greenlets
        loops[origin] = asyncio._get_running_loop()
        asyncio._set_running_loop(loops.get(target))

    before = greenlet.settrace(on_switch)
    try:
        yield
    finally:
        greenlet.settrace(before)
