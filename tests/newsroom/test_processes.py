"""Server and worker start together and none outlives the other."""

import os
import signal
import socket
import subprocess
import sys
import threading

import pytest

from newsroom import processes
from newsroom.processes import is_port_free, run_together

ENDS = [sys.executable, "-c", "pass"]
WAITS = [sys.executable, "-c", "import sys; sys.stdin.read()"]


@pytest.fixture
def started(monkeypatch):
    """The processes that were started; a pipe nobody writes to keeps them waiting."""
    processes = []

    class Noted(subprocess.Popen):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, stdin=subprocess.PIPE, **kwargs)
            processes.append(self)

    monkeypatch.setattr(subprocess, "Popen", Noted)
    yield processes
    for process in processes:
        process.stdin.close()


def test_when_one_ends_the_other_is_stopped_and_the_first_named(started):
    assert run_together({"server": WAITS, "worker": ENDS}) == "worker"
    assert [process.returncode for process in started] == [-signal.SIGTERM, 0]


def test_worker_that_ends_is_started_again_and_the_server_goes_on(started, monkeypatch, tmp_path):
    """Twice it ends at once; the server ends by itself when it finds the third start."""
    monkeypatch.setattr(processes, "PAUSE", 0)
    log = tmp_path / "starts"
    worker = [sys.executable, "-c", f"open({str(log)!r}, 'a').write('x')"]
    log.touch()
    wait = f"import os, time\nwhile os.path.getsize({str(log)!r}) < 3: time.sleep(0.05)"
    server = [sys.executable, "-c", wait]
    assert run_together({"server": server, "worker": worker}, again=["worker"]) == "server"
    assert len(log.read_text()) >= 3


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_signal_stops_all(started, stop):
    before = signal.getsignal(stop)
    timer = threading.Timer(0.5, os.kill, [os.getpid(), stop])
    timer.start()
    assert run_together({"server": WAITS, "worker": WAITS}) is None
    timer.join()
    assert [process.returncode for process in started] == [-signal.SIGTERM, -signal.SIGTERM]
    assert signal.getsignal(stop) == before


def test_port_that_somebody_listens_on_is_not_free():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert not is_port_free("127.0.0.1", port)
    assert is_port_free("127.0.0.1", port)
