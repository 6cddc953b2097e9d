"""D13: GET on every address of the project, as each role, leaves the database as it was."""

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.urls import NoReverseMatch, reverse

from articles.models import MenuItem
from tests.articles.front_pages import lay_out, slot
from tests.factories import (
    make_article,
    make_author,
    make_comment,
    make_newspaper,
    make_page,
    make_picture,
    make_section,
    make_user,
)
from tests.routes import patterns
from tests.test_visibility import TOKENS
from tests.wsgi import cookies_of, request

ROLES = [
    "anonymous",
    "reader",
    "subscriber",
    "pigiste",
    "journalist",
    "editor",
    "moderator",
    "subscriptions_desk",
    "boss",
]
# Sessions are opened by whoever asks for a form; they hold no domain data.
ALLOWED = {Session}


def snapshot():
    models = [model for model in apps.get_models(include_auto_created=True) if model not in ALLOWED]
    return {model._meta.label: sorted(map(repr, model._base_manager.values_list())) for model in models}


@pytest.fixture
def addresses(cast):
    """Every address that a row or no argument leads to, the back office included."""
    make_newspaper()
    author, section, picture = make_author(), make_section(), make_picture()
    article = make_article(section=section, authors=[author], tags=["Mali"], picture=picture)
    make_comment(article, cast.subscriber)
    lay_out(slot(article), by=cast.editor)
    MenuItem.objects.create(menu="footer", page=make_page())
    day = article.published_on
    where = {"year": f"{day:%Y}", "month": f"{day:%m}", "day": f"{day:%d}", "slug": article.slug}
    found = set()
    for name, entry in patterns():
        keys = list(entry.pattern.converters)
        if not keys and not entry.pattern.regex.groups:
            found.add(reverse(name))
        elif keys and set(keys) <= set(where):
            found.add(reverse(name, kwargs={key: where[key] for key in keys}))
        for kwargs in TOKENS.get(name, []):
            found.add(reverse(name, kwargs=kwargs))
        model = name.removeprefix("admin:").rsplit("_", 1)[0]
        for candidate in apps.get_models():
            row = candidate._base_manager.first()
            if row and model == f"{candidate._meta.app_label}_{candidate._meta.model_name}":
                found.add(_reversed(name, row.pk))
    return sorted(found - {None})


def _reversed(name, pk):
    try:
        return reverse(name, args=[pk])
    except NoReverseMatch:
        return None


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_get_leaves_the_database_as_it_was(addresses, cast, role):
    boss = make_user(is_staff=True, is_superuser=True)
    user = {"anonymous": None, "boss": boss}.get(role) if role in {"anonymous", "boss"} else getattr(cast, role)
    cookies = cookies_of(user)
    before = snapshot()
    for path in addresses:
        response = request(path, cookies=cookies)
        assert response.status < 500, path
    assert snapshot() == before
    assert len(addresses) > 40


def test_the_snapshot_sees_a_change(db):
    before = snapshot()
    make_section()
    assert snapshot() != before
