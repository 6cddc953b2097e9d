"""D13: GET on every address of the project, as each role, leaves the database as it was."""

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.urls import NoReverseMatch, reverse

from articles.models import MenuItem
from tests.articles.front_pages import lay_out, slot
from tests.articles.previews import at, share
from tests.articles.writing import rewrite
from tests.factories import (
    make_article,
    make_author,
    make_comment,
    make_correction,
    make_newspaper,
    make_page,
    make_picture,
    make_plan,
    make_reply_request,
    make_section,
    make_user,
)
from tests.routes import patterns
from tests.subscriptions.buying import buy, ordered
from tests.test_visibility import OF_ONE, TOKENS
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
    contribution = make_comment(article, cast.subscriber)
    rewrite(article, by=cast.editor, headline="In the making")
    lay_out(slot(article), by=cast.editor)
    make_correction(article)
    make_reply_request(article)
    MenuItem.objects.create(menu="footer", page=make_page())
    plan = make_plan()
    pending = ordered(cast.reader, plan)
    bought, payment = buy(cast.subscriber, plan)
    day = article.published_on
    where = {"year": f"{day:%Y}", "month": f"{day:%m}", "day": f"{day:%d}", "slug": article.slug}
    rows = {f"{model._meta.app_label}_{model._meta.model_name}": model for model in apps.get_models()}
    rows = {name: model._base_manager.first() for name, model in rows.items()}
    found = set()
    for name, entry in patterns():
        keys = list(entry.pattern.converters)
        if not keys and not entry.pattern.regex.groups:
            found.add(reverse(name))
        elif keys and set(keys) <= set(where):
            found.add(reverse(name, kwargs={key: where[key] for key in keys}))
        for kwargs in TOKENS.get(name, []):
            found.add(reverse(name, kwargs=kwargs))
        row = rows.get(name.removeprefix("admin:").rsplit("_", 1)[0])
        if row:
            found.add(_reversed(name, row.pk))
    found |= {reverse(name, args=[plan.slug, bought.zone.slug]) for name in ("order_plan", "place_order")}
    for order in (pending, bought):
        found |= {reverse(name, args=[order.key]) for name in ("order", "check_order", "give_up_order")}
    found |= {reverse(name, args=[payment.receipt]) for name in ("receipt", "receipt_pdf")}
    link = share(article=article, by=cast.editor)
    found |= {at(link), at(link, "shared_preview_thanks")}
    found.add(reverse("admin:articles_article_preview_page", args=[article.pk]))
    found |= moderated(contribution)
    found.add(reverse("read_again", args=[1]))
    found |= {reverse(name, kwargs=where | {"pk": contribution.pk}) for name in OF_ONE}
    return sorted(found - {None})


def moderated(comment):
    """The desk of moderators, whose routes name the contribution, its author, its article or a decision."""
    keys = {"person": comment.author_id, "export_people": comment.author_id, "export_articles": comment.article_id}
    names = [name for name, entry in patterns() if name.startswith("admin:moderation_") and entry.pattern.converters]
    found = set()
    for name in names:
        key = keys.get(name.removeprefix("admin:moderation_"), comment.pk)
        found.add(reverse(name, args=[key, "csv"] if "export" in name else [key]))
    assert len(found) > 15
    return found


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
