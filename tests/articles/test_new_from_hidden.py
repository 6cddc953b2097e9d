"""D05: nothing is made out of an article that the person may not read, by whatever its number is sent to."""

import uuid

import pytest
from django.urls import reverse

from articles.models import Article, Revision
from tests.articles.writing import draft
from tests.factories import make_article, make_reply_request

pytestmark = pytest.mark.django_db
CANARY = "canarizq7"


@pytest.fixture
def pigiste(client, cast):
    client.force_login(cast.pigiste, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def hidden(cast):
    return draft(by=cast.editor, headline=CANARY, body=f"<p>{CANARY}</p>")


def counts():
    return Article.objects.count(), Revision.objects.count()


@pytest.mark.parametrize("name", ["restore", "name"])
def test_version_of_a_hidden_article_is_not_taken_up(pigiste, hidden, name):
    article, revision = hidden
    before = counts()
    address = reverse(f"admin:articles_article_{name}", args=[article.pk, revision.pk])
    answer = pigiste.post(address, {"base": revision.pk, "name": "mine"})
    assert answer.status_code in {302, 403, 404}
    assert CANARY not in answer.text
    assert counts() == before


def test_version_of_a_hidden_article_is_not_taken_up_under_ones_own(pigiste, hidden, cast):
    _article, theirs = hidden
    own, revision = draft(by=cast.pigiste)
    before = counts()
    address = reverse("admin:articles_article_restore", args=[own.pk, theirs.pk])
    answer = pigiste.post(address, {"base": revision.pk})
    assert answer.status_code in {302, 403, 404}
    assert CANARY not in answer.text
    assert counts() == before


@pytest.mark.parametrize("name", ["autosave", "take_over", "presence", "preview_link", "check", "following"])
def test_what_the_form_sends_is_refused_for_a_hidden_article(pigiste, hidden, cast, name):
    article, revision = hidden
    before = counts()
    data = {"form_key": uuid.uuid4(), "user": cast.pigiste.pk, "base": revision.pk, "headline": "Mine"}
    answer = pigiste.post(reverse(f"admin:articles_article_{name}", args=[article.pk]), data)
    assert answer.status_code in {302, 403, 404}
    assert CANARY not in answer.text
    assert counts() == before


@pytest.mark.parametrize("role", ["pigiste", "journalist"])
def test_answer_to_a_request_is_not_begun_without_the_register(client, cast, role):
    request = make_reply_request(make_article(), text=CANARY)
    client.force_login(getattr(cast, role), backend="django.contrib.auth.backends.ModelBackend")
    before = counts()
    answer = client.post(reverse("admin:articles_replyrequest_change", args=[request.pk]), {"step": "write"})
    assert answer.status_code in {302, 403}
    assert CANARY not in answer.text
    assert counts() == before
