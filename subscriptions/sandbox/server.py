"""The sandbox over HTTP: ``/v1/`` answers the site, ``/payer/`` is for the buyer, and its switches are at ``/``."""

import contextlib
import hmac
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

from django.utils import translation

from web.outbound import read_object

from . import pages
from .bank import Bank, Refusal
from .calls import Caller

LARGEST = 64 * 1024


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, address, secret: str):
        super().__init__(address, Handler)
        self.secret = secret
        self.caller = Caller(secret)
        self.bank = Bank(self.caller.announce)

    @property
    def url(self) -> str:
        return f"http://{self.server_address[0]}:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    server: Server
    # Browsers open connections that they may never use: do not wait for those.
    timeout = 10

    def do_GET(self):
        self.respond()

    def do_POST(self):
        self.respond()

    def respond(self):
        area, _, rest = self.path.partition("?")[0].strip("/").partition("/")
        answers = {"v1": self.question, "payer": self.payment, "style.css": self.style, "": self.switches}
        with translation.override("fr"):
            try:
                answers.get(area, self.nothing)(rest)
            except Refusal as refusal:
                self.say(404 if str(refusal) == "Unknown" else 422, json.dumps({"message": str(refusal)}).encode())
            except ValueError:
                self.say(400, b'{"message": "Nonsense"}')

    def question(self, rest):
        given = self.headers.get("Authorization", "").removeprefix("Bearer ")
        if not hmac.compare_digest(given.encode(), self.server.secret.encode()):
            return self.say(401, b'{"message": "Who are you?"}')
        kind, _, reference = rest.partition("/")
        if self.command == "GET":
            return self.tell(self.server.bank.get(reference))
        acts = {"checkouts": self.server.bank.open, "charges": self.server.bank.charge, "refunds": self.refund}
        if kind not in acts:
            return self.nothing(rest)
        try:
            return self.tell(acts[kind](self.headers.get("Idempotency-Key", ""), **read_object(self.body())))
        except TypeError:
            raise Refusal("Other terms are needed") from None

    def refund(self, key, **terms):
        checkout = self.server.bank.refund(key, **terms)
        return {"id": checkout.refund_id}

    def tell(self, answer):
        if not isinstance(answer, dict):
            answer = answer.as_json() | {"url": f"{self.server.url}/payer/{answer.id}"}
        self.say(200, json.dumps(answer).encode())

    def payment(self, reference):
        """The page on which the buyer pays, refuses or abandons; each leads back to the site."""
        checkout = self.server.bank.get(reference)
        if self.command == "GET":
            return self.say(200, pages.payment(checkout), "text/html")
        form = self.form()
        try:
            if form.get("act") == "pay":
                wrong = {name: form[name] for name in ("currency", "account", "order_key") if form.get(name)}
                amount = int(form["amount"]) if form.get("amount") else None
                self.server.bank.pay(reference, amount=amount, **wrong)
            else:
                self.server.bank.end(reference, "refused" if form.get("act") == "refuse" else "abandoned")
        except Refusal:
            return self.say(409, pages.payment(checkout), "text/html")
        return self.go(checkout.return_url)

    def switches(self, rest):
        """Shows and sets what happens to calls."""
        caller = self.server.caller
        if self.command == "POST":
            form = self.form()
            if form.get("act") == "release":
                caller.release()
            else:
                caller.switches.lose = "lose" in form
                caller.switches.hold = "hold" in form
                caller.switches.is_reversed = "reverse" in form
                caller.switches.repeat = min(int(form.get("repeat") or 1), 20)
                caller.switches.delay = min(float(form.get("delay") or 0), 60)
            return self.go("/")
        return self.say(200, pages.switches(self.server), "text/html")

    def style(self, rest):
        self.say(200, pages.style(), "text/css")

    def nothing(self, rest):
        self.say(404, b'{"message": "Unknown"}')

    def body(self) -> bytes:
        length = self.headers.get("Content-Length", "0")
        if not length.isdecimal() or int(length) > LARGEST:
            raise ValueError("Too long")
        return self.rfile.read(int(length))

    def form(self) -> dict[str, str]:
        return {name: values[-1] for name, values in parse_qs(self.body().decode()).items()}

    def go(self, url):
        self.say(303, b"", headers={"Location": url})

    def say(self, status, body, kind="application/json", headers=None):
        self.send_response(status)
        own = {"Content-Type": f"{kind}; charset=utf-8", "Content-Length": str(len(body)), "Cache-Control": "no-store"}
        for name, value in (own | (headers or {})).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        """Nothing: the site's own log says what was asked."""


@contextlib.contextmanager
def serving(secret: str, port: int = 0):
    """A running sandbox on this machine, stopped when the block ends."""
    with Server(("127.0.0.1", port), secret) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, name="sandbox")
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
            server.caller.stop()
