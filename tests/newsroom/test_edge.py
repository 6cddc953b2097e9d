"""The edge: what of a request reaches a public page, what passes untouched, and what is refused before Django."""

import io
from urllib.parse import urlsplit

import pytest
from django.core.handlers.wsgi import WSGIHandler

from newsroom.edge import Edge, page_at, visitorless
from tests.factories import make_article, make_newspaper
from tests.wsgi import connections_kept, cookies_of
from web.public_page import PublicPage

LISTING = PublicPage(query=("avant", "apres"))
KEYS = {
    "SERVER_NAME",
    "SERVER_PORT",
    "SERVER_PROTOCOL",
    "SCRIPT_NAME",
    "PATH_INFO",
    "REQUEST_METHOD",
    "QUERY_STRING",
    "CONTENT_LENGTH",
    "REMOTE_ADDR",
    "HTTP_HOST",
    "HTTP_X_FORWARDED_PROTO",
    "wsgi.version",
    "wsgi.url_scheme",
    "wsgi.input",
    "wsgi.errors",
    "wsgi.multithread",
    "wsgi.multiprocess",
    "wsgi.run_once",
}
SENT = {
    "HTTP_COOKIE": "session=stolen",
    "HTTP_USER_AGENT": "Spy/1.0",
    "HTTP_ACCEPT_LANGUAGE": "en",
    "HTTP_ACCEPT": "application/json",
    "HTTP_AUTHORIZATION": "Basic eA==",
    "HTTP_IF_NONE_MATCH": '"x"',
    "HTTP_REFERER": "https://evil.example/",
    "HTTP_X_FORWARDED_HOST": "evil.example",
    "HTTP_X_FORWARDED_FOR": "203.0.113.9",
    "HTTP_X_REQUESTED_WITH": "fragment",
    "HTTP_X_HTTP_METHOD_OVERRIDE": "DELETE",
    "HTTP_X_ORIGINAL_URL": "/admin/",
    "CONTENT_TYPE": "application/json",
    "REMOTE_USER": "editor",
    "REMOTE_HOST": "spy.example",
    "REMOTE_PORT": "4242",
    "AUTH_TYPE": "Basic",
    "HTTPS": "on",
    "wsgi.file_wrapper": io.BytesIO,
    "REQUEST_URI": "/?secret",
}


def sent(path="/", **more):
    """An environ as a server makes it; PATH_INFO as bytes seen as latin-1."""
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": "",
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "testserver",
        "REMOTE_ADDR": "203.0.113.9",
        "CONTENT_LENGTH": "7",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(b"payload"),
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": False,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    } | more


def answer_to(environ, application=None):
    """(status, {header: value}, body)"""
    heads = []
    with connections_kept():
        result = (application or Edge(WSGIHandler()))(
            environ, lambda status, headers, *_: heads.append((status, headers))
        )
        body = b"".join(result).decode(errors="replace")
        if hasattr(result, "close"):
            result.close()
    ((status, headers),) = heads
    return int(status.split()[0]), dict(headers), body


class Recorder:
    """A WSGI application that keeps the environ that it was called with, and knows whether its answer was closed."""

    environ = None
    closed = False

    def __call__(self, environ, start_response):
        self.environ = environ
        start_response("200 OK", [("Content-Type", "text/plain")])
        return self

    def __iter__(self):
        yield b"text"

    def close(self):
        self.closed = True


def test_environ_of_a_public_page_holds_nothing_but_these_keys():
    """B05: a header of the visitor's that is forgotten in a list of what to drop is dropped all the same."""
    assert set(visitorless(sent(**SENT), LISTING)) == KEYS


@pytest.mark.parametrize("key", ["HTTP_COOKIE", "HTTP_USER_AGENT", "HTTP_ACCEPT_LANGUAGE", "HTTP_X_FORWARDED_HOST"])
def test_what_a_browser_sends_is_not_in_it(key):
    assert key not in visitorless(sent(**SENT), LISTING)


def test_no_value_that_a_visitor_chose_is_in_it():
    environ = visitorless(sent(**SENT), LISTING)
    assert environ["REMOTE_ADDR"] == ""
    assert (environ["CONTENT_LENGTH"], environ["wsgi.input"].read()) == ("0", b"")
    assert not set(map(str, environ.values())) & {str(value) for value in SENT.values()}


def test_path_and_method_are_those_that_were_asked_for():
    environ = visitorless(sent("/2026/", REQUEST_METHOD="HEAD"), LISTING)
    assert (environ["PATH_INFO"], environ["REQUEST_METHOD"]) == ("/2026/", "HEAD")


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("", ""),
        ("utm_source=evil&x=1", ""),
        ("x=1&avant=5-1", "avant=5-1"),
        ("avant=5-1&apres=6-2", "apres=6-2&avant=5-1"),
        ("apres=6-2&avant=5-1", "apres=6-2&avant=5-1"),
        ("avant=2&x=1&avant=1", "avant=1&avant=2"),
        ("AVANT=1&avant%00=1&avant[]=1", ""),
        ("%61vant=a%26x%3D1", "avant=a%26x%3D1"),
        ("avant=%FF", "avant=%EF%BF%BD"),
        ("avant", ""),
        ("&&=&;", ""),
    ],
)
def test_query_holds_the_keys_that_the_page_knows_in_order(query, kept):
    """B07: one page has one query, whatever was put beside it."""
    assert visitorless(sent(QUERY_STRING=query), LISTING)["QUERY_STRING"] == kept


def test_page_that_knows_no_key_gets_no_query():
    assert visitorless(sent(QUERY_STRING="avant=5-1"), PublicPage())["QUERY_STRING"] == ""


def test_request_without_a_query_string_has_an_empty_one():
    environ = sent()
    del environ["QUERY_STRING"]
    assert visitorless(environ, LISTING)["QUERY_STRING"] == ""


@pytest.mark.parametrize("site", ["https://journal.example", "http://journal.example:8080"])
def test_host_and_scheme_are_those_of_the_site(settings, site):
    """B07"""
    settings.SITE_URL = site
    forged = sent(HTTP_HOST="second.example", HTTP_X_FORWARDED_PROTO="gopher")
    environ = visitorless(forged, LISTING)
    scheme = urlsplit(site).scheme
    assert environ["HTTP_HOST"] == urlsplit(site).netloc
    assert (environ["HTTP_X_FORWARDED_PROTO"], environ["wsgi.url_scheme"]) == (scheme, scheme)


@pytest.mark.django_db
def test_second_host_that_is_allowed_gets_the_same_page(settings):
    settings.ALLOWED_HOSTS = ["testserver", "second.example"]
    make_newspaper()
    article = make_article()
    for path in ("/", article.get_absolute_url()):
        asked = answer_to(sent(path, HTTP_HOST="second.example"))
        assert asked == answer_to(sent(path))
        assert asked[0] == 200
        assert "second.example" not in f"{asked}"


@pytest.mark.parametrize(
    ("path", "method"),
    [("/compte/", "GET"), ("/admin/", "GET"), ("/2026/01/01/x/suite/", "GET"), ("/none/", "GET"), ("/", "POST")],
)
def test_private_pages_and_other_methods_get_what_was_sent_untouched(path, method):
    recorder, environ = Recorder(), sent(path, REQUEST_METHOD=method, **SENT)
    before = dict(environ)
    assert answer_to(environ, Edge(recorder))[2] == "text"
    assert recorder.environ is environ
    assert environ == before


@pytest.mark.parametrize("path", ["", "/", "/2026/", "/rubrique/x/", "/mot-cle/x/", "/auteur/x/", "/2026/01/01/x/"])
def test_public_pages_get_an_environ_of_our_own(path):
    recorder = Recorder()
    answer_to(sent(path, **SENT), Edge(recorder))
    assert set(recorder.environ) == KEYS


def test_page_at_gives_the_mark_with_the_keys_of_its_query():
    assert page_at(sent("/rubrique/x/")) == LISTING
    assert page_at(sent("/")) == PublicPage()
    assert page_at(sent("/compte/")) is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    "host", ["evil.example", "testserver.evil.example", "testserver@evil.example", "", "[", "testserver:x", "a b"]
)
@pytest.mark.parametrize("path", ["/", "/2026/", "/compte/connexion/"])
def test_host_that_is_not_ours_is_refused_with_the_headers_of_every_answer(path, host):
    """G03"""
    make_newspaper()
    status, headers, body = answer_to(sent(path, HTTP_HOST=host, SERVER_NAME="evil.example"))
    assert status == 400
    assert "evil" not in f"{headers}{body}"
    assert "no-store" in headers["Cache-Control"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "default-src 'none'" in headers["Content-Security-Policy"]


@pytest.mark.parametrize("host", ["testserver", "testserver:80", "TESTSERVER", "testserver."])
def test_host_of_ours_is_served_in_every_spelling(host):
    recorder = Recorder()
    assert answer_to(sent(HTTP_HOST=host), Edge(recorder))[0] == 200
    assert recorder.environ["HTTP_HOST"] == "testserver"


def odd_paths():
    odd = {
        "non-latin": "/新聞/",
        "accents": "/rubrique/é/",
        "slug": "/rubrique/politique%00/",
        "two": "//",
        "two-in-front": "//evil.example/",
        "two-in-front-of-account": "//compte/",
        "parameter": "/;x.png",
        "newline": "/\r\nX-Evil: 1",
        "nul": "/\0",
        "asset": "/compte/x.css",
        "asset-parameter": "/compte/;x.png",
        "asset-of-account": "/compte;x.png",
        "encoded": "/compte%2Fx.js",
        "up": "/compte/..%2fstatic/x",
        "back": "/compte/%2e%2e/static/x.css",
        "deep": "/compte/connexion/x.css",
        "dot": "/compte/.css",
    }
    as_bytes = {name: path.encode().decode("latin-1") for name, path in odd.items()}
    return as_bytes | {"not-utf-8": "/\xff\xfe/", "cut-utf-8": "/rubrique/\xc3/", "overlong": "/\xc0\xaf"}


@pytest.mark.django_db
@pytest.mark.parametrize("path", odd_paths().values(), ids=odd_paths().keys())
def test_odd_address_is_not_found_and_shows_nothing_of_the_account(cast, path):
    """B09"""
    make_newspaper()
    cookies = cookies_of(cast.subscriber)
    for cookie in (cookies, ""):
        status, headers, body = answer_to(sent(path, HTTP_COOKIE=cookie))
        assert status == 404
        assert "no-store" in headers["Cache-Control"]
        assert "X-Evil" not in headers
        assert not [one for one in (cast.subscriber.email, cast.subscriber.name, "Bakary") if one in body]


@pytest.mark.django_db
def test_head_of_a_public_page_has_the_status_of_get_and_no_body():
    """Of a private page the server in front cuts the body."""
    make_newspaper()
    for path in ("/", make_article().section.get_absolute_url()):
        status, _headers, body = answer_to(sent(path, REQUEST_METHOD="HEAD"))
        assert (status, body) == (answer_to(sent(path))[0], "")
        assert status == 200


def test_answer_to_a_head_is_closed():
    """Django signals the end of the request when the answer is closed."""
    recorder = Recorder()
    assert answer_to(sent(REQUEST_METHOD="HEAD"), Edge(recorder))[2] == ""
    assert recorder.closed


@pytest.fixture
def https_site(settings):
    settings.SITE_URL, settings.SITE_SCHEME = "https://testserver", "https"
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS = 3600
    make_newspaper()
    return settings


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/2026/", "/compte/connexion/", "/none/"])
@pytest.mark.parametrize("proxy", [None, ("HTTP_X_FORWARDED_PROTO", "https")], ids=["direct", "behind-proxy"])
def test_http_request_of_an_https_site_is_sent_to_https(https_site, path, proxy):
    https_site.SECURE_PROXY_SSL_HEADER = proxy
    status, headers, body = answer_to(sent(path, HTTP_X_FORWARDED_PROTO="http"))
    assert (status, headers["Location"]) == (301, f"https://testserver{path}")
    assert body == ""


@pytest.mark.django_db
def test_forged_header_is_not_https_without_a_proxy(https_site):
    https_site.SECURE_PROXY_SSL_HEADER = None
    assert answer_to(sent(HTTP_X_FORWARDED_PROTO="https"))[0] == 301


@pytest.mark.django_db
@pytest.mark.parametrize("proxy", [None, ("HTTP_X_FORWARDED_PROTO", "https")], ids=["direct", "behind-proxy"])
def test_https_request_of_an_https_site_is_served(https_site, proxy):
    https_site.SECURE_PROXY_SSL_HEADER = proxy
    scheme = {"HTTP_X_FORWARDED_PROTO": "https"} if proxy else {"wsgi.url_scheme": "https"}
    status, headers, _body = answer_to(sent(**scheme))
    assert status == 200
    assert "max-age=3600" in headers["Strict-Transport-Security"]


@pytest.mark.django_db
def test_host_that_is_not_ours_is_not_sent_to_https(https_site):
    status, headers, _body = answer_to(sent(HTTP_HOST="evil.example"))
    assert status == 400
    assert "Location" not in headers
