"""Keeps Playwright's event loop out of sight of Django.

Playwright's synchronous interface leaves a running event loop in the thread of the tests, and needs it there. Django
takes that for asynchronous code: it refuses queries, and asgiref's thread-locals hand out other connections, which
know nothing of the test's. Nothing in these tests is asynchronous, so both are told that no loop runs.
"""

import contextlib
from types import SimpleNamespace

import pytest


def no_running_loop():
    raise RuntimeError("no running event loop")


@contextlib.contextmanager
def hidden_event_loop():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.utils.asyncio.get_running_loop", no_running_loop)
        patch.setattr("asgiref.local.asyncio", SimpleNamespace(get_running_loop=no_running_loop))
        yield
