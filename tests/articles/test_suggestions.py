"""Search-as-you-type of the article's form: who is answered, what is found, in which order."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.admin import suggestions
from articles.admin.suggestions import LIMIT
from articles.models import Article, Tag
from tests.factories import make_article, make_author, make_picture
from web.stems import folded

pytestmark = pytest.mark.django_db
KINDS = ["articles", "authors", "tags", "pictures"]


@pytest.fixture
def ask(client, cast):
    def ask(kind, q="", by=None, **query):
        client.force_login(by or cast.editor)
        return client.get(reverse(f"admin:articles_suggest_{kind}"), {"q": q, **query})

    return ask


def labels(response):
    assert response.status_code == 200
    return [one["label"] for one in response.json()["results"]]


@pytest.mark.parametrize("kind", KINDS)
def test_only_those_who_write_are_answered(ask, client, cast, kind):
    assert ask(kind, by=cast.moderator).status_code == 403
    assert ask(kind, by=cast.subscriber).status_code in {302, 403}
    assert ask(kind, by=cast.pigiste).status_code == 200
    client.logout()
    assert client.get(reverse(f"admin:articles_suggest_{kind}")).status_code == 302


@pytest.mark.parametrize("kind", KINDS)
def test_answers_are_never_kept_and_change_nothing(ask, kind):
    assert "no-store" in ask(kind)["Cache-Control"]
    assert ask(kind).headers["Content-Type"] == "application/json"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("q", ["\x00", "%", "_", "'", "a" * 5000, "😀", "  "])
def test_strange_words_are_answered(ask, kind, q):
    assert ask(kind, q).status_code == 200


@pytest.mark.parametrize("q", ["securite", "SÉCURITÉ", "rwanda sécu", "l'etat", "L’ÉTAT"])
def test_accents_case_and_apostrophes_do_not_matter(ask, q):
    make_article(headline="Sécurité : l’État au Rwanda")
    make_article(headline="Football")
    assert labels(ask("articles", q)) == ["Sécurité : l’État au Rwanda"]


def test_ligatures_fold():
    assert folded("Œuvre, cœur") == "oeuvre, coeur"


def test_newest_come_first_and_are_few(ask):
    for n in range(LIMIT + 2):
        make_article(headline=f"Article {n}")
    found = labels(ask("articles"))
    assert len(found) == LIMIT
    assert found[0] == f"Article {LIMIT + 1}"
    assert labels(ask("articles", "article"))[0] == f"Article {LIMIT + 1}"


def test_what_begins_with_the_typed_words_comes_before_what_only_holds_them(ask):
    for name in ("Soumaïla Kodian", "Ousmane Soumaré", *[f"Hawoye Cissoumba {n}" for n in range(LIMIT)]):
        make_author(name=name)
    assert labels(ask("authors", "sou"))[:3] == ["Ousmane Soumaré", "Soumaïla Kodian", f"Hawoye Cissoumba {LIMIT - 1}"]
    assert labels(ask("authors", "kod soum")) == ["Soumaïla Kodian"]
    for name in ("L’Oued", "Soudan", "Ressources"):
        Tag.objects.create(name=name, slug=name)
    assert labels(ask("tags", "sou")) == ["Soudan", "Ressources"]
    assert labels(ask("tags", "oued")) == ["L’Oued"]
    for headline in ("Le Soudan du Sud", "Les ressources"):
        make_article(headline=headline)
    assert labels(ask("articles", "sou")) == ["Le Soudan du Sud", "Les ressources"]


def test_writer_finds_what_readers_see_and_their_own(ask, cast):
    make_article(headline="Publié")
    make_article(headline="Brouillon d’un autre", status="draft", published_at=None)
    own = make_article(headline="", working_title="Brouillon à moi", status="draft", published_at=None)
    Article.objects.filter(pk=own.pk).update(created_by=cast.pigiste)
    assert set(labels(ask("articles", by=cast.pigiste))) == {"Publié", "Brouillon à moi"}
    assert labels(ask("articles", "brouillon", by=cast.pigiste)) == ["Brouillon à moi"]
    assert len(labels(ask("articles", "brouillon", by=cast.journalist))) == 2


def test_writer_does_not_find_by_the_words_of_an_unpublished_headline(ask, cast):
    make_article(headline="Titre public", working_title="Démission du ministre")
    assert labels(ask("articles", "démission", by=cast.pigiste)) == []
    assert labels(ask("articles", "titre", by=cast.pigiste)) == ["Titre public"]
    assert labels(ask("articles", "démission", by=cast.editor)) == ["Démission du ministre"]


def test_article_says_its_state_and_day(ask):
    at = timezone.now() + dt.timedelta(days=400)
    make_article(headline="Plus tard", published_at=at)
    (found,) = ask("articles").json()["results"]
    assert found["state"] == "scheduled"
    assert str(at.year) in found["detail"]


def test_known_rows_are_named_by_their_ids_through_the_same_door(ask, cast):
    one, two = make_article(headline="Un"), make_article(headline="Deux", status="draft", published_at=None)
    found = ask("articles", id=[two.pk, one.pk, "x", "0", "9" * 25]).json()["results"]
    assert [row["label"] for row in found] == ["Deux", "Un"]
    found = ask("articles", by=cast.pigiste, id=[two.pk]).json()["results"]
    assert found[0]["label"] != "Deux"


def test_older_rows_are_found_as_typed(ask, monkeypatch):
    monkeypatch.setattr(suggestions, "WINDOW", 2)
    make_article(headline="Archives du fleuve")
    for n in range(3):
        make_article(headline=f"Article {n}")
    assert labels(ask("articles", "fleuve archives")) == ["Archives du fleuve"]


def test_authors_tags_and_pictures_are_found(ask):
    make_author(name="Aïssata Koné", job="Reporter")
    Tag.objects.create(name="Sécurité", slug="securite")
    make_picture(caption="Le marché de Médine", credit="AMAP")
    (author,) = ask("authors", "aissata").json()["results"]
    assert (author["label"], author["detail"]) == ("Aïssata Koné", "Reporter")
    assert labels(ask("tags", "securite")) == ["Sécurité"]
    (picture,) = ask("pictures", "medine").json()["results"]
    assert picture["caption"] == "Le marché de Médine"
    assert picture["thumbnail"] == ""
    assert labels(ask("pictures", "amap")) == ["Le marché de Médine"]


@pytest.mark.parametrize("count", [1, 8])
def test_query_count_of_articles(ask, django_assert_num_queries, count, client, cast):
    """Session, user, two of rights, the rows' words, the rows that are shown."""
    for _ in range(count):
        make_article(headline="Fleuve")
    client.force_login(cast.editor)
    with django_assert_num_queries(6):
        client.get(reverse("admin:articles_suggest_articles"), {"q": "fleuve"})
