"""The tick beats in what serves and in the worker, outlives every failure, and no other process starts it."""

import subprocess
import sys
import threading

import pytest
from django.core.management import call_command
from django.db import OperationalError

from articles import due_changes
from newsroom import tick
from newsroom.management.commands import worker
from subscriptions import reconciling


class Beats(threading.Event):
    """Ends a tick after some beats without waiting; knows the pauses."""

    def __init__(self, count):
        super().__init__()
        self.left, self.pauses = count, []

    def wait(self, timeout=None):
        self.pauses.append(timeout)
        self.left -= 1
        return self.left < 0


@pytest.mark.django_db
def test_a_failing_beat_is_logged_and_the_next_one_comes_later(monkeypatch, caplog):
    outcomes = iter([OperationalError("the server went away"), ZeroDivisionError(), None, None])

    def work():
        error = next(outcomes)
        if error:
            raise error

    beats = Beats(4)
    tick.run(beats, [work], 1)
    assert beats.pauses == [1, 10, 10, 1, 1]
    assert caplog.text.count("The tick failed") == 2


@pytest.mark.django_db
def test_a_beat_leaves_no_broken_connection_behind(monkeypatch):
    closed = []
    monkeypatch.setattr(tick, "close_old_connections", lambda: closed.append(True))
    assert not tick.beat(lambda: 1 / 0)
    assert len(closed) == 2


def test_articles_and_payments_are_looked_after_apart(monkeypatch):
    """A provider that is slow to answer holds up no article."""
    done, gate = [], threading.Event()
    monkeypatch.setattr(tick, "close_old_connections", lambda: None)
    assert [works for works, _pause in tick.WORK.values()][:2] == [[due_changes.apply_all], [reconciling.work]]
    work = [lambda: done.append("articles"), lambda: gate.wait(10) and done.append("payments")]
    threads = [threading.Thread(target=tick.run, args=[Beats(2), [each], 1]) for each in work]
    for thread in threads:
        thread.start()
    threads[0].join(10)
    assert done == ["articles", "articles"]
    gate.set()
    threads[1].join(10)
    assert done == ["articles", "articles", "payments", "payments"]


def test_one_of_several_that_fails_holds_up_none_of_the_others(monkeypatch):
    done = []
    monkeypatch.setattr(tick, "close_old_connections", lambda: None)
    beats = Beats(1)
    tick.run(beats, [lambda: done.append("first"), lambda: 1 / 0, lambda: done.append("last")], 60)
    assert (done, beats.pauses) == (["first", "last"], [60, 60])


def test_worker_ticks_and_is_the_stock_worker_besides(monkeypatch):
    done = []
    monkeypatch.setattr(tick, "start", lambda: done.append("tick"))
    monkeypatch.setattr(worker.StockWorker, "handle", lambda self, **options: done.append("tasks"))
    call_command("worker", "--no-reload", "--no-startup-delay")
    assert done == ["tick", "tasks"]


@pytest.mark.parametrize(("switch", "is_ticking"), [("1", True), ("0", False)])
def test_process_that_serves_the_site_ticks_unless_it_is_told_not_to(monkeypatch, switch, is_ticking):
    """In a process of its own, since a tick ends only with its process."""
    monkeypatch.setenv("TICK", switch)
    names = (
        "import threading, newsroom.wsgi, newsroom.tick; "
        "print(newsroom.tick.WORK.keys() <= {thread.name for thread in threading.enumerate()})"
    )
    found = subprocess.run([sys.executable, "-c", names], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == str(is_ticking)


def test_tests_and_commands_do_not_tick():
    assert "tick" not in [thread.name for thread in threading.enumerate()]
