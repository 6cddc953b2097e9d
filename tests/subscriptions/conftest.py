"""The site that the sandbox calls, as it speaks HTTP, and a means of payment that talks to nobody."""

import pytest

from subscriptions import providers
from tests.browser.server import serving
from tests.subscriptions.pretending import Pretend


@pytest.fixture
def site(sandbox, settings, transactional_db):
    """The sandbox again, with the site listening to its calls."""
    with serving() as url:
        settings.SITE_URL = url
        settings.ALLOWED_HOSTS = ["127.0.0.1"]
        yield sandbox


@pytest.fixture
def pretend(monkeypatch):
    """The only means of payment that the site has."""
    only = Pretend()
    monkeypatch.setattr(providers, "ALL", {only.slug: only})
    return only
