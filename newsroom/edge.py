"""What stands in front of Django: calls public pages with an environ that has no visitor in it.

So a public page cannot depend on a cookie, a language, a header or a host that somebody sent. The cache of rendered
pages will stand here as well.
"""

import io
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.conf import settings
from django.http.request import split_domain_port, validate_host
from django.urls import Resolver404, resolve

SERVER_KEYS = (
    "SERVER_NAME",
    "SERVER_PORT",
    "SERVER_PROTOCOL",
    "SCRIPT_NAME",
    "PATH_INFO",
    "wsgi.version",
    "wsgi.errors",
    "wsgi.multithread",
    "wsgi.multiprocess",
    "wsgi.run_once",
)


def page_at(environ):
    """The ``PublicPage`` mark of the view that answers this request, or None."""
    if environ["REQUEST_METHOD"] not in {"GET", "HEAD"}:
        return None
    path = environ.get("PATH_INFO", "").encode("latin-1", "replace").decode("utf-8", "replace")
    try:
        match = resolve(path or "/")
    except Resolver404:
        return None
    return getattr(match.func, "public_page", None)


def visitorless(environ, page):
    """An environ of our own: the site's scheme and host, the path, the page's query keys; nothing that was sent."""
    site = urlsplit(settings.SITE_URL)
    known = [pair for pair in parse_qsl(environ.get("QUERY_STRING", "")) if pair[0] in page.query]
    own = {key: environ[key] for key in SERVER_KEYS if key in environ}
    return own | {
        "REQUEST_METHOD": environ["REQUEST_METHOD"],
        "QUERY_STRING": urlencode(sorted(known)),
        "HTTP_HOST": site.netloc,
        "HTTP_X_FORWARDED_PROTO": site.scheme,
        "wsgi.url_scheme": site.scheme,
        "wsgi.input": io.BytesIO(),
        "CONTENT_LENGTH": "0",
        "REMOTE_ADDR": "",
    }


def is_ours(environ) -> bool:
    """Whether the request came to a host of ours, by https where the site wants it."""
    host, _port = split_domain_port(environ.get("HTTP_HOST") or environ.get("SERVER_NAME", ""))
    header, value = settings.SECURE_PROXY_SSL_HEADER or ("wsgi.url_scheme", "https")
    is_secure = environ.get(header) == value
    return validate_host(host, settings.ALLOWED_HOSTS) and (is_secure or not settings.SECURE_SSL_REDIRECT)


class Edge:
    """Wraps Django's WSGI application."""

    def __init__(self, application):
        self.application = application

    def __call__(self, environ, start_response):
        page = page_at(environ)
        if page is None or not is_ours(environ):
            # Django answers: a private page, a redirect to https, or the refusal of a host.
            return self.application(environ, start_response)
        answer = self.application(visitorless(environ, page), start_response)
        if environ["REQUEST_METHOD"] != "HEAD":
            return answer
        answer.close()
        return []
