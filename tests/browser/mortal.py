"""A browser of its own process, with a profile on the disk, that can be killed as a power cut kills it."""

import contextlib
import os
import signal
import subprocess
import threading

from playwright.sync_api import Error

STARTS_WITHIN = 60


class MortalBrowser:
    """``start()`` gives its page; ``kill_in(seconds)`` ends all of its processes without a word to them."""

    def __init__(self, kind, executable, arguments, profile):
        self.kind, self.executable, self.arguments, self.profile = kind, executable, arguments, profile
        self.process = self.connection = None

    def start(self):
        port = self.profile / "DevToolsActivePort"
        port.unlink(missing_ok=True)
        command = [self.executable, *self.arguments, "--headless=new", "--no-first-run", "--remote-debugging-port=0"]
        self.process = subprocess.Popen(
            [*command, f"--user-data-dir={self.profile}", "about:blank"],
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        tick = threading.Event()
        for _ in range(STARTS_WITHIN * 20):
            lines = port.read_text().splitlines() if port.exists() else []
            if len(lines) > 1:
                break
            tick.wait(0.05)
        self.connection = self.kind.connect_over_cdp(f"http://127.0.0.1:{lines[0]}")
        return self.connection.contexts[0].new_page()

    def kill(self):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def kill_in(self, seconds):
        timer = threading.Timer(seconds, self.kill)
        timer.start()
        return timer

    def bury(self):
        """After its death, so that another may start."""
        self.kill()
        with contextlib.suppress(Error):
            self.connection.close()
