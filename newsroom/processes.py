"""Runs processes side by side: they start together and none outlives another."""

import contextlib
import errno
import logging
import os
import signal
import socket
import subprocess
import time

logger = logging.getLogger(__name__)
# Seconds before a process that ended is started again.
PAUSE = 2
# Seconds that a process may take to end in good order.
GRACE = 15
STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def is_port_free(host: str, port: int) -> bool:
    """Whether nobody listens there. The server itself would share the port without a word."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            return False
    return True


def run_together(commands: dict[str, list[str]], *, again=(), **options) -> str | None:
    """Runs commands by name until one ends or this process is told to stop; then stops the others. Those named in
    ``again`` are started again instead, after ``PAUSE`` seconds.

    Answers with the name of the one that ended by itself, or None. They stand in process groups of their own, so that
    Ctrl-C reaches only this process, which tells each of them once.
    """
    told = []
    before = {stop: signal.signal(stop, lambda number, frame: told.append(number)) for stop in STOPS}
    running = {}
    try:
        for name, command in commands.items():
            running[name] = subprocess.Popen(command, process_group=0, **options)  # noqa: S603
        while not told:
            ended = [name for name, process in running.items() if process.poll() is not None]
            for name in ended:
                if name not in again:
                    return name
                logger.warning("The %s has ended and is started again.", name)
                time.sleep(PAUSE)
                running[name] = subprocess.Popen(commands[name], process_group=0, **options)  # noqa: S603
            time.sleep(0.2)
        return None
    finally:
        end_all(running.values())
        for stop, handler in before.items():
            signal.signal(stop, handler)


def end_all(processes) -> None:
    """Asks each to end, waits, and ends by force what has not, its own children included."""
    for process in processes:
        process.terminate()
    deadline = time.monotonic() + GRACE
    for process in processes:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(max(0, deadline - time.monotonic()))
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
