"""What the site asks of others is bounded, goes where it may, and follows nobody elsewhere."""

import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from web import outbound
from web.outbound import OutboundError, read_object, request


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        getattr(self, self.path.strip("/").partition("?")[0])()

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.say(201, body[::-1], {"X-Heard": self.headers["X-Said"]})

    def say(self, status, body, headers=None):
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def plain(self):
        self.say(200, b'{"sum": 12.10}')

    def elsewhere(self):
        self.say(302, b"", {"Location": "/plain"})

    def large(self):
        self.say(200, b"x" * (outbound.LARGEST + 1))

    def drip(self):
        """A byte now and then, for ever: each wait is short, the whole is not."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        try:
            while not self.server.is_over.wait(0.05):
                self.wfile.write(b"X: y\r\n")
                self.wfile.flush()
        except OSError:
            return

    def silence(self):
        self.server.is_over.wait(5)

    def nonsense(self):
        self.wfile.write(b"never heard of HTTP\r\n\r\n")

    def log_message(self, *args):
        pass


@pytest.fixture
def server(settings):
    settings.OUTBOUND_INTERNAL_HOSTS = ["127.0.0.1"]
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.is_over = threading.Event()
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.is_over.set()
        server.shutdown()
        thread.join()


def test_body_and_headers_go_and_come_back(server):
    answer = request("POST", f"{server}/", headers={"X-Said": "aye"}, body=b"abc")
    assert (answer.status, answer.body, answer.headers["x-heard"]) == (201, b"cba", "aye")


def test_decimals_are_exact(server):
    assert str(request("GET", f"{server}/plain?x=1").json()["sum"]) == "12.10"


def test_a_redirect_is_an_answer_and_not_followed(server):
    assert request("GET", f"{server}/elsewhere").status == 302


def test_another_address_is_tried_where_one_is_silent(server, settings, monkeypatch):
    settings.OUTBOUND_INTERNAL_HOSTS = ["pay.example"]
    port = int(server.rpartition(":")[2])
    both = [(0, 0, 0, "", (address, port)) for address in ("127.0.0.2", "127.0.0.1")]
    look_up = socket.getaddrinfo
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda host, *rest, **more: both if host == "pay.example" else look_up(host, *rest, **more),
    )
    assert request("GET", f"http://pay.example:{port}/plain").status == 200


@pytest.mark.parametrize("path", ["large", "nonsense"])
def test_what_cannot_be_an_answer_is_refused(server, path):
    with pytest.raises(OutboundError):
        request("GET", f"{server}/{path}")


@pytest.mark.parametrize(("path", "limit"), [("drip", "TOTAL"), ("silence", "TOTAL"), ("silence", "READ")])
def test_slowness_ends(server, monkeypatch, path, limit):
    monkeypatch.setattr(outbound, limit, 0.3)
    began = time.monotonic()
    with pytest.raises(OutboundError):
        request("GET", f"{server}/{path}")
    assert time.monotonic() - began < outbound.CONNECT * 2


def test_nobody_there_is_said(settings):
    settings.OUTBOUND_INTERNAL_HOSTS = ["127.0.0.1"]
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(OutboundError, match="ConnectionRefused"):
        request("GET", f"http://127.0.0.1:{port}/")


INTERNAL = """127.0.0.1 10.1.2.3 192.168.0.4 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 [::1] [fe80::1] [fd00::1]
[::ffff:127.0.0.1] localhost"""


@pytest.mark.parametrize("address", INTERNAL.split())
def test_internal_networks_are_not_asked(settings, monkeypatch, address):
    settings.OUTBOUND_INTERNAL_HOSTS = []
    if address != "localhost":
        found = [(0, 0, 0, "", (address.strip("[]"), 443))]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: found)
    with pytest.raises(OutboundError, match="internal network"):
        request("GET", f"https://{address}/")


def test_every_address_of_a_name_must_be_public(settings, monkeypatch):
    settings.OUTBOUND_INTERNAL_HOSTS = []
    both = [(0, 0, 0, "", ("93.184.216.34", 443)), (0, 0, 0, "", ("127.0.0.1", 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: both)
    with pytest.raises(OutboundError, match="internal network"):
        request("GET", "https://two-faced.example/")


def test_plain_http_leaves_the_machine_never(settings, monkeypatch):
    settings.OUTBOUND_INTERNAL_HOSTS = ["pay.example"]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: [(0, 0, 0, "", ("93.184.216.34", 80))])
    with pytest.raises(OutboundError, match="https only"):
        request("GET", "http://pay.example/")


@pytest.mark.parametrize("url", ["ftp://a.example/", "file:///etc/passwd", "https://", "https://u:p@a.example/", "x"])
def test_other_addresses_are_none(url):
    with pytest.raises(OutboundError):
        request("GET", url)


@pytest.mark.parametrize("body", [b"[" * 100_000, b'{"a":' * 100_000, b"\xff", b"[]", b"null", b"{", b""])
def test_nonsense_is_no_object(body):
    """I23"""
    with pytest.raises(ValueError, match=r".*"):
        read_object(body)
