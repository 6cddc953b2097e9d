"""Whatever a name, a title or a caption holds, it is text on every page and in every answer. CASES E03."""

import html
import json

import pytest
from django.db.models import CharField, TextField
from django.test import Client
from django.urls import reverse

from accounts.models import User
from articles import workflow, working_copy
from articles.models import Article, Correction, ReplyRequest, ReplyRule, Revision, Section, Tag
from articles.workflow import Instants
from authors.models import Author
from pictures.models import Picture
from subscriptions.models import Plan
from tests.articles.test_article_form import filled
from tests.articles.writing import rewrite
from tests.demo import desk_pages, load_small, public_pages, reader_pages
from tests.wsgi import cookies_of, request

PAYLOAD = """"><img src=x onerror=alert(1)>'</title></script>"""
ACTIVE = ("<img src=x", "</title></script>")
FIELDS = {
    Author: ("name", "job", "bio"),
    Tag: ("name",),
    Section: ("name", "description"),
    Picture: ("alt", "caption", "credit"),
    Plan: ("name", "description"),
    Revision: ("name", "note"),
    Correction: ("text",),
    ReplyRequest: ("requester", "capacity", "contact", "text"),
    ReplyRule: ("name", "country", "note"),
    User: ("name",),
}


@pytest.fixture
def hostile(db, settings, monkeypatch, cast):
    """The demo edition in which every name is an attack."""
    settings.DEMO = True
    load_small(monkeypatch)
    for model, names in FIELDS.items():
        fields = {field.name: field for field in model._meta.get_fields() if isinstance(field, CharField | TextField)}
        for row in model.objects.all():
            values = {
                name: f"{PAYLOAD} {row.pk}"[: fields[name].max_length or None] for name in names if name in fields
            }
            model.objects.filter(pk=row.pk).update(**values)
    article = Article.objects.published().filter(access="everyone", picture__isnull=False).newest_first().first()
    texts = dict.fromkeys(("headline", "standfirst", "picture_caption"), PAYLOAD) | {"kicker": PAYLOAD[:60]}
    revision = rewrite(article, by=cast.editor, **texts)
    article.refresh_from_db()
    workflow.publish(article, revision, Instants.of(article), by=cast.editor)
    return article


def assert_inert(name, text):
    for active in ACTIVE:
        assert active not in text, f"{name}: {text[max(0, text.find(active) - 200) : text.find(active) + 80]!r}"


@pytest.mark.parametrize("who", ["", "abonne", "redaction", "admin"])
def test_no_name_is_markup(hostile, who):
    cookies = cookies_of(User.objects.get(email=f"{who}@example.org")) if who else ""
    pages = {"": public_pages, "abonne": reader_pages}.get(who, desk_pages)()
    shown = ""
    for name, address in pages.items():
        body = request(address, cookies=cookies).body
        assert_inert(name, body)
        shown += body
    assert html.escape(PAYLOAD[:20]) in shown


def test_messages_after_a_step_are_text(hostile, cast):
    client = Client()
    client.force_login(cast.editor)
    for model in (Author, Tag, Section, Plan):
        row = model.objects.first()
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}_delete"
        page = client.post(reverse(name, args=[row.pk]), {"post": "yes"}, follow=True)
        assert_inert(name, page.content.decode())


@pytest.mark.parametrize("model", [Author, Tag, Section, Plan, Picture], ids=lambda model: model._meta.model_name)
def test_message_after_saving_says_the_name_as_text(hostile, client, model):
    client.force_login(User.objects.get(email="admin@example.org"))
    row = model.objects.order_by("pk").first()
    page = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_change", args=[row.pk])
    form = client.get(page).context["adminform"].form
    sent = {name: form[name].value() for name in form.fields if name != "original"}
    sent = {name: value for name, value in sent.items() if value is not None and value is not False}
    answer = client.post(page, sent | {"_continue": "1"}, follow=True)
    told = [str(message) for message in answer.context["messages"]]
    assert answer.redirect_chain, answer.context["adminform"].form.errors
    assert any(html.escape(PAYLOAD[:12]) in words for words in told), told
    assert_inert("message", answer.text)


def test_conflict_shows_the_text_of_the_other_as_text(hostile, client, cast):
    """What stands beside one's own text is a difference between two versions."""
    newest = working_copy.newest(hostile)
    theirs = newest.content | {"headline": PAYLOAD, "standfirst": f"{PAYLOAD} theirs"}
    working_copy.save(hostile, theirs, base=newest.pk, by=cast.journalist)
    client.force_login(cast.editor)
    sent = filled(hostile, headline="Mine") | {"base": newest.pk, "step": "save"}
    answer = client.post(reverse("admin:articles_article_change", args=[hostile.pk]), sent)
    assert answer.context["conflict"]
    assert_inert("conflict", answer.text)
    assert html.escape(f"{PAYLOAD} theirs") in answer.text


@pytest.mark.parametrize("kind", ["articles", "authors", "tags", "pictures"])
def test_suggestions_are_data(hostile, cast, kind):
    client = Client()
    client.force_login(cast.editor)
    response = client.get(reverse(f"admin:articles_suggest_{kind}"), {"q": "img"})
    assert response["Content-Type"].startswith("application/json")
    assert response["X-Content-Type-Options"] == "nosniff"
    json.loads(response.content)
