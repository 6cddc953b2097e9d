"""The search finds what the door lets through and anybody may read, whatever one types. CASES A05, B01, E09."""

import datetime as dt

import pytest
from django.core.management import call_command
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from articles import workflow
from articles.models import Article, SearchText
from articles.search import POSTGRESQL, SQLITE, search, terms_of
from articles.workflow import Instants
from tests.articles.writing import draft, live, rewrite
from tests.factories import make_article, make_author, make_section
from tests.test_visibility import HIDDEN, states

pytestmark = pytest.mark.django_db


def found(words, **options):
    return set(search(Article.objects.published(), words, **options).values_list("headline", flat=True))


@pytest.fixture
def river(cast):
    return live(
        by=cast.editor,
        headline="Crue du Niger",
        standfirst="Les piroguiers s’adaptent aux hautes eaux.",
        body="<p>La sécurité d’abord, dit l’élue.</p><p>Rien <em>d’autre</em> ne compte.</p>",
        bylines=[{"author": make_author(name="Nana Tambadou").pk, "role": "author"}],
        tags=["Fleuve"],
        section=make_section(name="Société"),
    )


@pytest.mark.parametrize(
    "words",
    [
        "crue",
        "CRUES",
        "securite",
        "la sécurité",
        "piroguier",
        "l’eau",
        "tambadou",
        "fleuves",
        "societe",
        "niger élue",
        "« hautes eaux »",
        '"piroguiers s\'adaptent"',
        "rien d'autre",
    ],
)
def test_finds_by_any_word_in_any_form(river, words):
    assert found(words) == {"Crue du Niger"}


@pytest.mark.parametrize(
    "words", ["sécheresse", "crue sécheresse", '"eaux hautes"', '"niger les"', '"élue rien du"', "", " ", "* ? !"]
)
def test_finds_nothing_else(river, words):
    assert found(words) == set()


def test_phrase_does_not_run_from_one_text_into_the_next(river):
    assert found('"niger les"') == set()
    assert found('"niger" "les piroguiers"') == {"Crue du Niger"}


def test_small_words_count_when_there_are_no_others(river):
    assert found("les") == {"Crue du Niger"}
    assert terms_of("le prix du mil") == terms_of("prix mil")


@pytest.mark.parametrize("state", HIDDEN)
def test_hidden_article_is_not_found(state):
    """A05, A09"""
    now = timezone.now().replace(microsecond=0)
    make_article(headline="Secretword", **states(now)[state])
    call_command("rebuild_search")
    assert "secretword" in SearchText.objects.get().public
    assert found("secretword") == set()


def test_working_copy_is_found_at_the_desk_only(cast, river):
    rewrite(river, by=cast.editor, headline="Décrue")
    assert found("décrue") == set()
    assert set(search(Article.objects.all(), "décrue", desk=True)) == {river}
    assert found("crue") == {"Crue du Niger"}
    article, _revision = draft(by=cast.pigiste, headline="Inondation")
    assert found("inondation") == set()
    assert set(search(Article.objects.all(), "inondation", desk=True)) == {article}


def test_scheduled_article_is_found_from_its_second_on(cast, time_machine):
    at = timezone.now().replace(microsecond=0) + dt.timedelta(hours=1)
    article, revision = draft(by=cast.editor, headline="Demain")
    workflow.approve(article, revision, Instants(published_at=at), by=cast.editor)
    time_machine.move_to(at - dt.timedelta(seconds=1), tick=False)
    assert found("demain") == set()
    time_machine.move_to(at, tick=False)
    assert found("demain") == {"Demain"}


def test_correction_is_found_by_its_new_words_when_published(cast, river):
    revision = rewrite(river, by=cast.editor, headline="Décrue du Niger")
    river.refresh_from_db()
    workflow.publish(river, revision, Instants.of(river), by=cast.editor)
    assert (found("décrue"), found("crue")) == ({"Décrue du Niger"}, set())


def test_paid_words_are_not_found_even_by_subscribers(cast):
    """B01: finding the article by a word would tell that the paid part has it."""
    free = "<p>Gratuit. " + "Phrase. " * 40 + "</p>"
    live(by=cast.editor, headline="Enquête", access="subscribers", body=f"{free}<p>{'Phrase. ' * 80} Payant.</p>")
    assert found("gratuit") == {"Enquête"}
    assert found("payant") == set()
    assert search(Article.objects.all(), "payant", desk=True).count() == 1


def test_deleted_article_leaves_the_index(cast):
    article, _revision = draft(by=cast.editor, headline="Fugace")
    article.revisions.all().delete()
    article.delete()
    draft(by=cast.editor, headline="Durable")
    assert search(Article.objects.all(), "fugace", desk=True).count() == 0
    assert search(Article.objects.all(), "durable", desk=True).count() == 1


@pytest.mark.parametrize(
    "words",
    [
        "NEAR(crue 5)",
        'crue" OR "x',
        "crue*",
        "-crue",
        "public : crue",
        "'); DROP TABLE articles_article; --",
        "crue & | ! <-> niger:*",
        "😀 crue",
        "crue\x00niger",
        "a" * 10_000,
        "crue " * 2_000,
        "«" * 500,
        "\\",
        "%' _",
        "null",
    ],
)
def test_any_input_is_answered(client, river, words):
    """E09"""
    assert client.get(reverse("search"), {"q": words}).status_code == 200
    list(search(Article.objects.all(), words, desk=True))


def test_page_shows_cards_newest_first_and_says_when_there_is_nothing(client, cast):
    now = timezone.now().replace(microsecond=0)
    for hours, headline in ((3, "Marché ancien"), (1, "Marché récent")):
        live(by=cast.editor, headline=headline, at=now - dt.timedelta(hours=hours))
    page = client.get(reverse("search"), {"q": "marchés"}).content.decode()
    assert page.index("Marché récent") < page.index("Marché ancien")
    nothing = client.get(reverse("search"), {"q": "<script>alert(1)</script>"}).content.decode()
    assert "&lt;script&gt;alert(1)" in nothing
    assert "<script>alert" not in nothing
    assert "Aucun article" in nothing
    assert 'content="noindex"' in nothing


def test_next_page_keeps_the_words(client, cast):
    section = make_section()
    for number in range(25):
        make_article(headline=f"Mil {number}", section=section)
    call_command("rebuild_search")
    first = client.get(reverse("search"), {"q": "le mil"})
    assert len(first.context["page"].items) == 20
    second = client.get(first.context["page"].older_url)
    assert len(second.context["page"].items) == 5
    assert second.context["words"] == "le mil"
    assert client.get(second.context["page"].newer_url).context["words"] == "le mil"


@pytest.mark.parametrize("number", [1, 25])
def test_same_queries_whatever_is_found(client, django_assert_max_num_queries, number):
    """The newspaper and its menus, the page, its bylines."""
    section = make_section()
    for _ in range(number):
        make_article(headline="Mil", section=section, authors=[make_author()])
    call_command("rebuild_search")
    with django_assert_max_num_queries(6):
        client.get(reverse("search"), {"q": "mil"})


def test_index_answers_the_question(cast):
    """The plan names the index: no table of words is read from end to end."""
    live(by=cast.editor)
    sqlite, postgresql = f"EXPLAIN QUERY PLAN {SQLITE}", f"EXPLAIN {POSTGRESQL.format(column='public')}"
    is_postgresql = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        if is_postgresql:
            cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(postgresql if is_postgresql else sqlite, ["headlin"])
        plan = str(cursor.fetchall())
    assert ("articles_searchtext_public" if is_postgresql else "VIRTUAL TABLE INDEX") in plan
