"""Requests through ``newsroom.wsgi.application``, the edge included; the test client goes round it."""

import contextlib
import io
from dataclasses import dataclass
from email.message import Message
from urllib.parse import quote

from django.conf import settings
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client

from newsroom.wsgi import application


@dataclass
class Response:
    status: int
    headers: Message
    body: str

    @property
    def all_text(self) -> str:
        """Everything that a client gets: headers and body."""
        return f"{self.headers}\n{self.body}"


def cookies_of(user) -> str:
    """The cookie header of somebody who signed in; empty for nobody."""
    if user is None:
        return ""
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())


def request(path, *, method="GET", cookies="", host=None, **headers) -> Response:
    """One request; headers as ``accept_language="en"``."""
    path, _mark, query = path.partition("?")
    environ = {
        "REQUEST_METHOD": method,
        "PATH_INFO": quote(path, safe="/%").encode().decode("latin-1"),
        "QUERY_STRING": query,
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": host or settings.SITE_HOST,
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": False,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    } | {f"HTTP_{name.upper()}": value for name, value in headers.items()}
    if cookies:
        environ["HTTP_COOKIE"] = cookies
    status, sent = [], Message()

    def start_response(line, pairs, exc_info=None):
        status.append(int(line.split()[0]))
        for name, value in pairs:
            sent[name] = value

    with connections_kept():
        result = application(environ, start_response)
        body = b"".join(result).decode(errors="replace")
        if hasattr(result, "close"):
            result.close()
    return Response(status[0], sent, body)


@contextlib.contextmanager
def connections_kept():
    """The test's own connection serves the request, and is not closed with it (as in Django's test client)."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)
