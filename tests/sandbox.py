"""The provider of test payments, running, and the site set up for it."""

import contextlib

from subscriptions.sandbox import serving

SECRET = "what sandbox and site know"
NOBODY = "http://127.0.0.1:1"


@contextlib.contextmanager
def running(settings):
    """Where no site listens (``SITE_URL`` is that of the tests), calls reach nobody."""
    with serving(SECRET) as server:
        settings.DEMO = True
        settings.SANDBOX_URL, settings.SANDBOX_SECRET = server.url, SECRET
        settings.OUTBOUND_INTERNAL_HOSTS = ["127.0.0.1"]
        if settings.SITE_URL == "http://testserver":
            settings.SITE_URL = NOBODY
        yield server
