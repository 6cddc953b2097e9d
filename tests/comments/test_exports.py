"""The contributions to an article or of a person, taken away: every cell is text, and nobody is more than a name."""

import json

import pytest
from django.urls import reverse

from journal.models import Entry
from tests.factories import make_article, make_comment, make_subscriber, make_user
from tests.tables import read_table

pytestmark = pytest.mark.django_db
FORMULAS = ['=HYPERLINK("http://x")', "+1", "-1", "@x", "\t=1", "＝1", "|calc", " =1"]


@pytest.fixture
def person():
    return make_subscriber(email="awa@example.org", name="Real Name", public_name="Nana", pk=987654)


def take(client, kind, pk, form):
    return client.post(reverse(f"admin:moderation_export_{kind}", args=[pk, form]))


def body(response):
    return b"".join(response.streaming_content).decode() if response.streaming else response.content.decode()


@pytest.mark.parametrize("form", ["csv", "json"])
@pytest.mark.parametrize("kind", ["articles", "people"])
def test_names_and_words_leave_and_nothing_that_finds_a_person(client, cast, person, kind, form):
    """H09."""
    article = make_article(headline="The port")
    make_comment(article, person, text="My words.")
    client.force_login(cast.moderator)
    response = take(client, kind, article.pk if kind == "articles" else person.pk, form)
    text = body(response)
    assert response.status_code == 200
    assert response["Content-Disposition"].startswith('attachment; filename="contributions-')
    assert "no-store" in response["Cache-Control"]
    for words in ("My words.", "Nana", "The port"):
        assert words in text
    for secret in ("awa@example.org", "Real Name", "987654"):
        assert secret not in text + str(response.headers)


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_a_formula(client, cast, text):
    """E12."""
    article = make_article(headline=text.strip())
    make_comment(article, make_user(public_name=text.strip()), text=text)
    client.force_login(cast.moderator)
    rows = read_table(body(take(client, "articles", article.pk, "csv")))
    assert len(rows) == 2
    assert not [cell for cell in rows[1] if cell.strip(" ").startswith(("=", "+", "-", "@", "\t", "＝", "|"))]


def test_the_article_has_its_threads_and_the_person_theirs(client, cast, person):
    article = make_article()
    head = make_comment(article, make_user(public_name="Oumar"), text="A question.")
    make_comment(article, person, text="An answer.", reply_to=head, state="rejected")
    make_comment(make_article(), person, text="Elsewhere.")
    client.force_login(cast.moderator)
    rows = json.loads(body(take(client, "articles", article.pk, "json")))
    assert [(row["text"], row["reply_to"], row["state"]) for row in rows] == [
        ("A question.", None, "visible"),
        ("An answer.", head.pk, "rejected"),
    ]
    rows = json.loads(body(take(client, "people", person.pk, "json")))
    assert [row["text"] for row in rows] == ["An answer.", "Elsewhere."]


def test_the_journal_says_who_took_what(client, cast, person):
    article = make_article(headline="The port")
    make_comment(article, person)
    client.force_login(cast.moderator)
    take(client, "articles", article.pk, "csv")
    take(client, "people", person.pk, "json")
    assert list(Entry.objects.order_by("pk").values_list("action", "label", "detail", "by_key")) == [
        ("Contributions exported", "The port", "csv", cast.moderator.pk),
        ("Contributions exported", "Nana", "json", cast.moderator.pk),
    ]


def test_what_is_not_there_is_not_found_and_nothing_leaves_by_get(client, cast, person):
    article = make_article()
    client.force_login(cast.moderator)
    assert take(client, "articles", article.pk, "csv").status_code == 404
    make_comment(article, person)
    assert take(client, "articles", article.pk, "xml").status_code == 404
    assert client.get(reverse("admin:moderation_export_articles", args=[article.pk, "csv"])).status_code == 405
    assert not Entry.objects.exists()
