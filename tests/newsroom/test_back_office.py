"""The first page of the back office: each role's own work, in words, in constant queries."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from articles import following, lateness, notes, workflow
from articles.dates import near_words
from articles.models import Article, Step
from articles.workflow import Instants
from tests.articles.writing import draft, live, rewrite
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


def entrust(cast, to):
    """One more article assigned to the person, and one more note that mentions them."""
    article, _revision = draft(by=cast.editor)
    following.assign([article], to, by=cast.editor)
    notes.write(article, f"@{to.name} soon?", by=cast.editor)
    return article


def piles(answer):
    """Of the newsroom's area."""
    areas = {area.name: area.piles for area in answer.context["areas"]}
    return {pile.name: len(pile.keys) for pile in areas.get("desk", [])}


def test_editor_sees_the_desk_and_a_contributor_what_is_theirs(enter, cast):
    fill(cast)
    expected = {"late": 1, "review": 1, "mine": 2, "scheduled": 1, "today": 1}
    assert piles(enter("editor").get(reverse(INDEX))) == expected
    assert piles(enter("pigiste").get(reverse(INDEX))) == {"review": 0, "mine": 1, "scheduled": 0, "today": 0}
    assert piles(enter("moderator").get(reverse(INDEX))) == {}


def test_first_page_shows_what_is_assigned_with_the_first_due_on_top(enter, cast):
    for days in (None, 3, 1):
        article = entrust(cast, cast.pigiste)
        following.set_due(article, days and timezone.now() + dt.timedelta(days=days), by=cast.editor)
    answer = enter("pigiste").get(reverse(INDEX))
    (desk,) = answer.context["areas"]
    pile = next(pile for pile in desk.piles if pile.name == "assigned")
    assert ["à rendre" in line.words for line in pile.rows] == [True, True, False]
    assert "demain" in pile.rows[0].words
    assert "Assignés à moi" in answer.text
    assert "à rendre demain" in answer.text
    assert "assignee=me" in pile.more


def test_mention_stays_on_the_first_page_until_it_is_marked_as_read(enter, cast):
    article = entrust(cast, cast.journalist)
    notes.write(article, f"@{cast.journalist.name} and the picture?", by=cast.editor)
    client = enter("journalist")
    answer = client.get(reverse(INDEX))
    assert "On vous a mentionné" in answer.text
    (line,) = answer.context["mentioned"]
    assert "and the picture?" in line.text
    assert client.get(line.read_url).status_code == 405
    assert client.post(line.read_url).status_code == 302
    assert client.get(reverse(INDEX)).context["mentioned"] == []


def test_mention_on_an_article_that_one_may_no_longer_open_is_not_shown(enter, cast):
    article = entrust(cast, cast.pigiste)
    assert len(enter("pigiste").get(reverse(INDEX)).context["mentioned"]) == 1
    following.assign([article], None, by=cast.editor)
    assert enter("pigiste").get(reverse(INDEX)).context["mentioned"] == []


def test_groups_hold_what_the_person_may_open(enter):
    def names(role):
        groups = enter(role).get(reverse(INDEX)).context["groups"]
        return {group["name"]: [model["object_name"] for model in group["models"]] for group in groups}

    rules = ["RuleSet", "WordList", "RejectionReason"]
    assert names("moderator") == {"readers": ["Moderation", "Moderated", "Comment", *rules]}
    assert names("subscriptions_desk")["office"][:5] == ["Counter", "Till", "Figures", "Reader", "Subscription"]
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
    changed = live(by=cast.editor)
    workflow.submit(changed, rewrite(changed, by=cast.editor, headline="Better"), by=cast.editor)
    Step.objects.filter(article=changed, kind="submitted").update(at=now - dt.timedelta(hours=25))
    for due_at in (now - dt.timedelta(seconds=1), now + dt.timedelta(seconds=1)):
        for one in (draft(by=cast.editor)[0], live(by=cast.editor)):
            following.set_due(one, due_at, by=cast.editor)
    late = set(Article.objects.late(now).values_list("pk", flat=True))
    assert len(late) == 5
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
