"""D07, A15: what the form's scripts ask is answered to the person of the form alone, and tells others nothing."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse

from articles import autosaves
from articles.models import Article, Presence, Revision
from tests.articles.test_autosaves import NEW, at, typed
from tests.articles.writing import draft
from tests.factories import make_user

pytestmark = pytest.mark.django_db
OF_ARTICLE = ["autosave", "presence", "take_over", "leave", "discard"]
TOKEN = "/admin/articles/article/token/"


@pytest.fixture
def other(cast):
    return draft(by=cast.editor, headline="Somebody else’s")[0]


@pytest.fixture
def enter(client, cast):
    def enter(role):
        person = getattr(cast, role)
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        return client, person

    return enter


def all_paths(article):
    return [NEW, *(at(article, name) for name in OF_ARTICLE)]


def written():
    return Revision.objects.filter(is_autosave=True).count(), Presence.objects.count(), Article.objects.count()


@pytest.mark.parametrize("role", ["reader", "subscriber", "lapsed", "moderator", "subscriptions_desk"])
def test_whoever_writes_no_articles_is_refused(enter, other, role):
    client, person = enter(role)
    before = written()
    for path in all_paths(other):
        answer = client.post(path, typed(person, headline="Forged", key=str(uuid.uuid4())))
        assert answer.status_code in {403, 404}, path
        assert answer.json() in ({"state": "refused"}, {"state": "unknown"}), path
    assert written() == before


def test_journalist_who_may_see_an_article_writes_no_text_into_it(enter, other):
    client, person = enter("journalist")
    for name in OF_ARTICLE:
        answer = client.post(at(other, name), typed(person, headline="Forged"))
        assert (answer.status_code, answer.json()) == (403, {"state": "refused"}), name
    assert written() == (0, 0, 1)


@pytest.mark.parametrize("name", OF_ARTICLE)
def test_article_of_others_is_answered_like_one_that_is_not(enter, other, name):
    """A15"""
    client, person = enter("pigiste")
    sent = typed(person, headline="Forged")
    hidden = client.post(at(other, name), sent)
    unknown = client.post(reverse(f"admin:articles_article_{name}", args=[other.pk + 1000]), sent)
    assert (hidden.status_code, hidden.content) == (unknown.status_code, unknown.content) == (404, unknown.content)
    assert client.post(reverse(f"admin:articles_article_{name}", args=[10**30]), sent).status_code == 404


def test_signed_out_is_told_in_json_and_nothing_is_written(client, other):
    for path in all_paths(other):
        answer = client.post(path, {"headline": "Lost?"})
        assert (answer.status_code, answer.json()) == (401, {"state": "signed_out"}), path
    assert client.get(TOKEN).status_code == 401
    assert written() == (0, 0, 1)


def test_person_whose_account_is_closed_is_refused_at_once(enter):
    """D07"""
    client, person = enter("pigiste")
    article, _revision = draft(by=person)
    sent = typed(person, article, headline="Typed")
    assert client.post(at(article), sent).status_code == 200
    person.is_active = False
    person.save()
    for path in all_paths(article):
        answer = client.post(path, sent)
        assert (answer.status_code, answer.json()) == (403, {"state": "refused"}), path
    assert client.get(TOKEN).status_code == 403


@pytest.mark.parametrize("loss", ["staff", "groups"])
def test_person_who_lost_their_rights_is_refused(enter, loss):
    client, person = enter("pigiste")
    article, _revision = draft(by=person)
    if loss == "staff":
        person.is_staff = False
        person.save()
    else:
        person.groups.clear()
    for path in all_paths(article):
        assert client.post(path, typed(person, article, headline="Typed")).status_code == 403, path


def test_text_of_one_person_is_not_taken_in_the_session_of_another(enter, cast, other):
    client, _person = enter("editor")
    for path in all_paths(other):
        answer = client.post(path, typed(cast.journalist, other, headline="Not hers"))
        assert (answer.status_code, answer.json()) == (409, {"state": "other_person"}), path
    assert written() == (0, 0, 1)


def test_reading_changes_nothing_and_is_refused(enter, other):
    client, _person = enter("editor")
    for path in all_paths(other):
        assert client.get(path).status_code == 405, path
    assert client.post(TOKEN).status_code == 405


def test_token_is_the_persons_and_is_never_kept(enter):
    client, person = enter("pigiste")
    answer = client.get(TOKEN)
    assert answer.json()["user"] == person.pk
    assert "no-store" in answer["Cache-Control"]
    assert "Access-Control-Allow-Origin" not in answer
    strict = Client(enforce_csrf_checks=True)
    strict.cookies.update(client.cookies)
    article, _revision = draft(by=person)
    sent = typed(person, article, headline="Typed")
    assert strict.post(at(article), sent).status_code == 403
    token = strict.get(TOKEN).json()["token"]
    assert strict.post(at(article), sent, headers={"X-CSRFToken": token}).status_code == 200


@pytest.mark.parametrize("key", ["", "x", "\0"])
def test_form_without_a_key_is_refused(enter, key):
    client, person = enter("pigiste")
    article, _revision = draft(by=person)
    for name in ("autosave", "presence", "take_over", "leave"):
        sent = typed(person, article, headline="Typed") | {"form_key": key}
        assert client.post(at(article, name), sent).status_code == 403, name


@pytest.mark.parametrize("value", ["", "x", "-1", "9" * 40, "\0", "2026-11-25T12:00:00"])
def test_odd_values_lose_nothing(enter, value):
    client, person = enter("pigiste")
    article, _revision = draft(by=person)
    sent = typed(person, article, headline="Typed") | {"base": value, "known": value, "replaces": value, "seen": value}
    assert client.post(at(article), sent).json()["state"] == "ok"
    assert autosaves.of(article, person).content["headline"] == "Typed"


def test_key_of_a_new_article_of_somebody_else_starts_nothing(enter, cast):
    key = uuid.uuid4()
    autosaves.start(by=cast.journalist, key=key, language="fr")
    client, person = enter("pigiste")
    assert client.post(NEW, typed(person, key=str(key), headline="Forged")).status_code == 403
    assert Article.objects.count() == 1
    assert not Revision.objects.exists()


def test_base_of_another_article_is_none(enter):
    client, person = enter("pigiste")
    article, _revision = draft(by=person)
    foreign = draft(by=make_user())[1]
    client.post(at(article), typed(person, article, headline="Typed") | {"base": foreign.pk})
    assert autosaves.of(article, person).base is None
