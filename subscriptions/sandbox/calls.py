"""The sandbox's signed calls to the site, and the switches that lose, repeat, delay and reorder them."""

import contextlib
import json
import queue
import secrets
import threading
from dataclasses import dataclass, field

from django.utils import timezone

from subscriptions.providers.wire import signature
from web import outbound


@dataclass
class Switches:
    """``hold`` keeps calls back until they are let go, ``is_reversed`` lets the newest go first."""

    lose: bool = False
    repeat: int = 1
    hold: bool = False
    is_reversed: bool = False
    delay: float = 0


@dataclass
class Caller:
    """Sends calls one after the other from a thread of its own, so that nobody waits for the site."""

    secret: str
    switches: Switches = field(default_factory=Switches)
    held: list = field(default_factory=list)
    # Of each call that went out: its number, and the status of the answer (0 for none).
    sent: list = field(default_factory=list)

    def __post_init__(self):
        self.waiting = queue.SimpleQueue()
        self.thread = threading.Thread(target=self.run, name="sandbox calls", daemon=True)
        self.is_over = threading.Event()
        self.thread.start()

    def announce(self, kind, checkout):
        if self.switches.lose:
            return
        event = {"id": f"evt_{secrets.token_hex(8)}", "type": kind, "checkout": checkout.id}
        entries = [(checkout.callback_url, json.dumps(event).encode())] * self.switches.repeat
        if self.switches.hold:
            self.held += entries
        else:
            self.put(entries)

    def release(self):
        """Lets go what was held."""
        held, self.held = self.held, []
        self.put(reversed(held) if self.switches.is_reversed else held)

    def put(self, entries):
        for entry in entries:
            self.waiting.put(entry)

    def run(self):
        while (entry := self.waiting.get()) is not None:
            if isinstance(entry, threading.Event):
                entry.set()
            elif not self.is_over.wait(self.switches.delay):
                self.sent.append(self.send(*entry))

    def send(self, url: str, body: bytes) -> int:
        stamp = str(int(timezone.now().timestamp()))
        signed = signature(self.secret, f"{stamp}.".encode() + body)
        headers = {"Content-Type": "application/json", "Sandbox-Signature": f"t={stamp},v1={signed}"}
        with contextlib.suppress(outbound.OutboundError):
            return outbound.request("POST", url, headers=headers, body=body).status
        return 0

    def drain(self):
        """Waits until what was put so far has gone out."""
        mark = threading.Event()
        self.waiting.put(mark)
        mark.wait(30)

    def stop(self):
        self.is_over.set()
        self.waiting.put(None)
        self.thread.join()
