"""The cards « Suivi » and « Notes » of the article's form: alone, with the form, and for those who only read."""

import datetime as dt

import pytest
from django.utils import timezone

from articles import following, notes, working_copy
from articles.models import Article, Flag, Mention, Note
from tests.articles.test_article_form import ADD, change, filled, signed_in  # noqa: F401 - a fixture
from tests.articles.writing import draft, rewrite
from tests.factories import make_author

pytestmark = pytest.mark.django_db
FRAGMENT = {"X-Requested-With": "fragment"}


def card(article, name):
    return f"/admin/articles/article/{article.pk}/{name}/"


def followed(article, **changes):
    """What the card sends: what it shows, what it showed, and the change."""
    article.refresh_from_db()
    due = timezone.localtime(article.due_at) if article.due_at else None
    now = {"assignee": article.assignee_id or "", "due_at": f"{due:%Y-%m-%dT%H:%M}" if due else ""}
    now["priority"] = article.priority
    shown = {f"initial-following-{name}": value for name, value in now.items()}
    return shown | {f"following-{name}": value for name, value in (now | changes).items()}


def test_card_keeps_its_fields_and_shows_itself_again(signed_in, cast):  # noqa: F811
    article, _revision = draft(by=cast.editor)
    sent = followed(article, assignee=cast.pigiste.pk, due_at="2026-12-01T18:00", priority="urgent")
    answer = signed_in("editor").post(card(article, "following"), sent | {"step": "follow"}, headers=FRAGMENT)
    article.refresh_from_db()
    assert (article.assignee, article.priority) == (cast.pigiste, "urgent")
    assert article.due_at == dt.datetime(2026, 12, 1, 18, tzinfo=dt.UTC)
    assert "<html" not in answer.text
    assert "Enregistré." in answer.text
    assert article.revisions.count() == 1


def test_due_time_is_that_of_the_newspaper(signed_in, cast, settings):  # noqa: F811
    settings.TIME_ZONE = "Asia/Kolkata"
    article, _revision = draft(by=cast.editor)
    sent = followed(article, due_at="2026-12-01T18:00") | {"step": "follow"}
    signed_in("editor").post(card(article, "following"), sent, headers=FRAGMENT)
    assert Article.objects.get().due_at == dt.datetime(2026, 12, 1, 12, 30, tzinfo=dt.UTC)


def test_card_opened_before_a_colleagues_choice_does_not_take_it_back(signed_in, cast):  # noqa: F811
    article, _revision = draft(by=cast.editor)
    stale = followed(article, priority="high")
    following.assign([article], cast.journalist, by=cast.editor)
    signed_in("editor").post(card(article, "following"), stale | {"step": "follow"}, headers=FRAGMENT)
    article.refresh_from_db()
    assert (article.assignee, article.priority) == (cast.journalist, "high")


@pytest.mark.parametrize(
    "bad", [{"due_at": "nonsense"}, {"assignee": "999999"}, {"priority": "nonsense"}, {"due_at": "0026-01-01T10:00"}]
)
def test_bad_choice_is_refused_beside_its_field(signed_in, cast, bad):  # noqa: F811
    article, _revision = draft(by=cast.editor)
    sent = followed(article, **bad) | {"step": "follow"}
    answer = signed_in("editor").post(card(article, "following"), sent, headers=FRAGMENT)
    assert answer.status_code == 422
    assert 'class="errorlist"' in answer.text


def test_readers_are_no_assignees(signed_in, cast):  # noqa: F811
    article, _revision = draft(by=cast.editor)
    sent = followed(article, assignee=cast.reader.pk) | {"step": "follow"}
    assert signed_in("editor").post(card(article, "following"), sent, headers=FRAGMENT).status_code == 422


def test_every_button_of_the_form_keeps_what_is_filled_in_beside_the_text(signed_in, cast):  # noqa: F811
    """Without scripts a card's button is one of the form: the text comes first, and is not lost."""
    article, _revision = draft(by=cast.editor)
    photo = Flag.objects.get(blocks=False)
    sent = filled(article, headline="Typed") | followed(article, priority="high")
    sent |= {"flag-flag": photo.pk, "flag-note": "A portrait", "remark-text": "Seen.", "step": "save"}
    assert signed_in("editor").post(change(article), sent).status_code == 302
    article.refresh_from_db()
    assert (str(article), article.priority) == ("Typed", "high")
    assert article.raised_flags.get().note == "A portrait"
    assert Note.objects.get().text == "Seen."


@pytest.mark.parametrize("step", ["follow", "raise_flag", "note"])
def test_buttons_of_the_cards_save_the_text_first(signed_in, cast, step):  # noqa: F811
    article, _revision = draft(by=cast.editor)
    sent = filled(article, headline="Typed", step=step) | followed(article, priority="high")
    sent |= {"flag-flag": Flag.objects.first().pk, "remark-text": "Seen."}
    answer = signed_in("editor").post(change(article), sent)
    assert answer.status_code == 302
    assert answer["Location"].endswith("#notes" if step == "note" else "#following")
    assert working_copy.open_copy(article)[0]["headline"] == "Typed"


def test_new_article_takes_its_cards_along(signed_in, cast):  # noqa: F811
    sent = filled(headline="First words") | {"following-assignee": cast.pigiste.pk, "remark-text": "Go."}
    sent |= {"initial-following-assignee": "", "step": "note"}
    signed_in("editor").post(ADD, sent)
    article = Article.objects.get()
    assert (article.assignee, article.notes.get().text) == (cast.pigiste, "Go.")


def test_refused_form_loses_nothing_of_the_cards(signed_in, cast):  # noqa: F811
    article, _revision = draft(by=cast.editor)
    sent = (
        filled(article, published_at="nonsense") | followed(article, priority="high") | {"remark-text": "Typed note"}
    )
    page = signed_in("editor").post(change(article), sent)
    assert page.status_code == 422
    assert "Typed note" in page.text
    assert '<option value="high" selected>' in page.text
    assert not Note.objects.exists()


def test_conflict_loses_nothing_of_the_cards(signed_in, cast):  # noqa: F811
    article, _revision = draft(by=cast.editor)
    sent = filled(article, headline="Mine") | {"remark-text": "Typed note"}
    rewrite(article, by=cast.editor, headline="Theirs")
    page = signed_in("editor").post(change(article), sent)
    assert page.status_code == 409
    assert "Typed note" in page.text


def test_whoever_only_reads_an_article_writes_notes_and_follows_nothing(signed_in, cast):  # noqa: F811
    article, _revision = draft(by=cast.editor)
    client = signed_in("journalist")
    page = client.get(change(article)).text
    assert 'form="notes-form"' in page
    answer = client.post(card(article, "notes"), {"remark-text": "<b>A source</b>", "step": "note"}, follow=True)
    assert "&lt;b&gt;A source&lt;/b&gt;" in answer.text
    assert client.post(card(article, "following"), {"step": "follow"}).status_code == 403
    assert Note.objects.get().author == cast.journalist


@pytest.mark.parametrize("text", ["", "  ", "x" * 2001])
@pytest.mark.parametrize("headers", [FRAGMENT, {}], ids=["script", "plain"])
def test_empty_or_endless_note_is_refused_and_stays_typed(signed_in, cast, text, headers):  # noqa: F811
    article, _revision = draft(by=cast.editor)
    sent = {"remark-text": text, "step": "note"}
    answer = signed_in("journalist").post(card(article, "notes"), sent, headers=headers)
    assert answer.status_code == 422
    assert 'class="errorlist"' in answer.text
    assert text.strip() in answer.text
    assert not Note.objects.exists()


def test_name_that_nobody_has_is_said(signed_in, cast):  # noqa: F811
    article, _revision = draft(by=cast.editor)
    sent = {"remark-text": "@Moussa ?", "step": "note"}
    answer = signed_in("editor").post(card(article, "notes"), sent, headers=FRAGMENT)
    assert "«\u00a0@Moussa\u00a0»" in answer.text


@pytest.mark.parametrize("name", ["following", "notes", "colleagues", "mentions/read"])
@pytest.mark.parametrize("role", ["pigiste", "moderator", "subscriptions_desk"])
def test_cards_of_a_hidden_article_are_those_of_none(signed_in, cast, role, name):  # noqa: F811
    """A15"""
    article, _revision = draft(by=cast.editor, headline="canarizq7")
    client, sent = signed_in(role), {"step": "note", "remark-text": "x"}
    answers = []
    for key in (article.pk, 10**6):
        path = f"/admin/articles/article/{key}/{name}/"
        for answer in (client.get(path), client.post(path, sent), client.post(path, sent, headers=FRAGMENT)):
            assert "canarizq7" not in answer.text
            answers.append((answer.status_code, answer.get("Location")))
    assert answers[:3] == answers[3:]
    assert not Note.objects.exists()


def test_flag_is_cleared_from_the_card_by_those_who_may(signed_in, cast):  # noqa: F811
    article, _revision = draft(by=cast.pigiste)
    legal = Flag.objects.get(blocks=True)
    following.raise_flag(article, legal, by=cast.pigiste)
    step = {"step": f"clear_flag:{legal.pk}"}
    client = signed_in("pigiste")
    assert "clear_flag:" not in client.get(change(article)).text
    assert client.post(card(article, "following"), step).status_code == 403
    assert signed_in("editor").post(card(article, "following"), step, headers=FRAGMENT).status_code == 200
    assert not article.raised_flags.exists()
    for odd in ("x", "-1", "9" * 30, ""):
        assert client.post(card(article, "following"), {"step": f"clear_flag:{odd}"}).status_code == 404


def test_mention_is_marked_as_read_in_the_card(signed_in, cast):  # noqa: F811
    article, _revision = draft(by=cast.editor)
    notes.write(article, f"@{cast.journalist.name} ?", by=cast.editor)
    client = signed_in("journalist")
    assert 'value="read"' in client.get(change(article)).text
    assert client.post(card(article, "notes"), {"step": "read"}, headers=FRAGMENT).status_code == 200
    assert Mention.objects.get().read_at
    assert 'value="read"' not in client.get(change(article)).text


def test_colleagues_are_suggested_by_name_and_no_address_is_told(signed_in, cast):  # noqa: F811
    article, _revision = draft(by=cast.pigiste)
    nameless = cast.editor
    client = signed_in("pigiste")
    answer = client.get(card(article, "colleagues"), {"q": "redac"})
    assert answer.json()["results"] == [{"id": cast.editor.pk, "label": cast.editor.name}]
    assert cast.moderator.name not in client.get(card(article, "colleagues")).text
    nameless.name = ""
    nameless.save()
    assert nameless.email not in client.get(card(article, "colleagues")).text + client.get(change(article)).text


def test_guests_remarks_stand_among_the_notes(signed_in, cast):  # noqa: F811
    article, _revision = draft(by=cast.editor)
    Note.objects.create(article=article, kind="remark", guest="Me Sangaré", text="Line 3: not proven.")
    page = signed_in("editor").get(change(article)).text
    assert "Me Sangaré" in page
    assert "Line 3: not proven." in page


def test_whoever_signs_articles_signs_a_new_one(signed_in, cast):  # noqa: F811
    author = make_author(user=cast.pigiste)
    page = signed_in("pigiste").get(ADD)
    assert page.context["form"]["bylines"].value() == [{"author": author.pk, "role": "author"}]
    assert signed_in("editor").get(ADD).context["form"]["bylines"].value() == []
