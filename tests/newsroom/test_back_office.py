"""The first page of the back office: each role's own work, in words, in constant queries."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from articles import lateness, workflow
from articles.dates import near_words
from articles.models import Article, Step
from articles.workflow import Instants
from tests.articles.writing import draft, live
from tests.factories import make_author

pytestmark = pytest.mark.django_db
INDEX = "admin:index"
ROLES = ["pigiste", "journalist", "editor", "moderator", "subscriptions_desk"]


@pytest.fixture
def enter(client, cast):
    def enter(role):
        client.force_login(getattr(cast, role), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return enter


def fill(cast):
    """One more article in each pile."""
    now = timezone.now().replace(microsecond=0)
    draft(by=cast.editor)
    draft(by=cast.pigiste)
    article, revision = draft(by=cast.editor, bylines=[{"author": make_author().pk, "role": "author"}])
    workflow.submit(article, revision, by=cast.editor)
    article, revision = draft(by=cast.editor)
    workflow.approve(article, revision, Instants(published_at=now + dt.timedelta(days=2)), by=cast.editor)
    live(by=cast.editor, at=now)
    article, _revision = draft(by=cast.editor)
    workflow.plan(article, Instants(published_at=now - dt.timedelta(hours=1)), by=cast.editor)


def piles(answer):
    return {pile.name: len(pile.keys) for pile in answer.context["piles"]}


def test_editor_sees_the_desk_and_a_contributor_what_is_theirs(enter, cast):
    fill(cast)
    expected = {"late": 1, "review": 1, "mine": 2, "scheduled": 1, "today": 1}
    assert piles(enter("editor").get(reverse(INDEX))) == expected
    assert piles(enter("pigiste").get(reverse(INDEX))) == {"review": 0, "mine": 1, "scheduled": 0, "today": 0}
    assert piles(enter("moderator").get(reverse(INDEX))) == {}


@pytest.mark.parametrize("role", ROLES)
def test_first_page_takes_constant_queries(enter, cast, role, django_assert_max_num_queries):
    """Session, user, rights, newspaper, one query a pile and three for their rows, whatever is in them."""
    client, counts = enter(role), []
    for _round in range(2):
        fill(cast)
        fill(cast)
        with django_assert_max_num_queries(16) as seen:
            assert client.get(reverse(INDEX)).status_code == 200
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_groups_hold_what_the_person_may_open(enter):
    def names(role):
        groups = enter(role).get(reverse(INDEX)).context["groups"]
        return {group["name"]: [model["object_name"] for model in group["models"]] for group in groups}

    assert names("moderator") == {"readers": ["Comment"]}
    assert names("subscriptions_desk")["readers"][:2] == ["Subscription", "Plan"]
    assert names("pigiste")["desk"][0] == "Article"
    assert "Newspaper" in names("editor")["paper"]


def test_only_writers_are_offered_to_write(enter):
    add = reverse("admin:articles_article_add")
    assert {role: f'class="write" href="{add}"' in enter(role).get(reverse(INDEX)).text for role in ROLES} == {
        "pigiste": True, "journalist": True, "editor": True, "moderator": False, "subscriptions_desk": False,
    }  # fmt: skip


def test_late_is_said_alike_by_the_list_and_by_the_sentence(cast):
    fill(cast)
    now = timezone.now()
    article, revision = draft(by=cast.editor)
    workflow.submit(article, revision, by=cast.editor)
    Step.objects.filter(article=article).update(at=now - dt.timedelta(hours=25))
    late = set(Article.objects.late(now).values_list("pk", flat=True))
    assert len(late) == 2
    for row in lateness.with_handed_in_at(Article.objects.all()):
        assert bool(lateness.reason(row, now)) == (row.pk in late)


@pytest.mark.parametrize(
    ("days", "words"),
    [(-1, "hier à 06:00"), (0, "aujourd’hui à 06:00"), (1, "demain à 06:00"), (3, "jeudi à 06:00"), (9, "2 décembre")],
)
def test_near_instants_are_said_as_at_the_desk(days, words):
    now = timezone.make_aware(dt.datetime(2026, 11, 23, 12, 0))  # noqa: DTZ001
    assert near_words(now.replace(hour=6) + dt.timedelta(days=days), now).startswith(words)


@pytest.mark.parametrize(
    ("name", "title", "add"),
    [
        ("articles_article", "Articles", "Écrire un article"),
        ("articles_section", "Rubriques", "Ajouter une rubrique"),
        ("authors_author", "Auteurs", "Ajouter un auteur"),
        ("articles_tag", "Mots-clés", "Ajouter un mot-clé"),
    ],
)
def test_lists_speak_the_words_of_a_newsroom(enter, name, title, add):
    text = enter("editor").get(reverse(f"admin:{name}_changelist")).text
    assert f"<h1>{title}</h1>" in text
    assert add in text
    assert "Sélectionnez" not in text
    assert "Accueil" not in text
