"""The article's form schedules a new version of a live article, cancels it, and says in words what will happen."""

import datetime as dt

import pytest

from articles import due_changes, workflow
from articles.models import Article, Revision
from tests.articles.test_article_form import change, filled
from tests.articles.writing import draft, live, rewrite
from tests.factories import make_newspaper

pytestmark = pytest.mark.django_db
NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
T = dt.datetime(2026, 11, 26, 6, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


@pytest.fixture
def clock(time_machine):
    def clock(instant):
        time_machine.move_to(instant, tick=False)

    clock(NOON)
    return clock


@pytest.fixture
def enter(client, cast, clock):
    def enter(role):
        client.force_login(getattr(cast, role), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return enter


def words(answer):
    return answer.text.replace("\u00a0", " ").replace("\u202f", " ")


def schedule(client, article, at="2026-11-26T06:00", **fields):
    sent = {"headline": "After", "changes_at": at, "step": "schedule_changes"} | fields
    return client.post(change(article), filled(article, **sent), follow=True)


def test_editor_schedules_a_new_version_and_reads_when_it_appears(enter, cast):
    make_newspaper(place="Bamako")
    article = live(by=cast.editor, headline="Before")
    client = enter("editor")
    assert "La nouvelle version paraîtra le" in words(client.get(change(article)))
    answer = schedule(client, article)
    assert "En ligne. Une nouvelle version paraîtra jeudi 26 novembre 2026 à 06:00." in words(answer)
    assert "Modifications non publiées" not in words(answer)
    assert "Annuler la version programmée" in words(answer)
    assert [button["label"] for button in answer.context["buttons"]][-1] == "Publier maintenant"
    assert 'value="2026-11-26T06:00"' in answer.text
    assert Revision.objects.scheduled().get().content["headline"] == "After"
    assert Article.objects.get().headline == "Before"


def test_newer_draft_beside_the_version_that_waits_is_said(enter, cast):
    article = live(by=cast.editor)
    client = enter("editor")
    schedule(client, article)
    rewrite(article, by=cast.editor, headline="Newer still")
    assert "programmez-le aussi, sinon il reste un brouillon" in words(client.get(change(article)))


@pytest.mark.parametrize("at", ["", "2026-11-23T11:59", "2026-11-23T12:00", "2026-13-01T06:00", "0026-11-26T06:00"])
def test_hour_that_cannot_be_is_refused_beside_the_field_and_the_text_is_kept(enter, cast, at):
    article = live(by=cast.editor)
    answer = schedule(enter("editor"), article, at)
    assert answer.status_code == 422
    assert answer.context["form"].errors["changes_at"]
    assert "After" in answer.text
    assert not Revision.objects.scheduled().exists()


@pytest.mark.parametrize(
    ("at", "is_taken"),
    [
        ("2027-10-31T02:30", False),
        ("2027-03-28T02:30", False),
        ("2027-10-31T03:30", True),
        ("2027-03-28T03:30", True),
    ],
)
def test_hours_that_the_zone_repeats_or_skips_are_refused(enter, cast, settings, at, is_taken):
    """K09"""
    settings.TIME_ZONE = "Europe/Paris"
    article = live(by=cast.editor)
    answer = schedule(enter("editor"), article, at)
    assert Revision.objects.scheduled().exists() == is_taken
    assert answer.status_code == (200 if is_taken else 422)


@pytest.mark.parametrize(("day", "hour"), [("2027-01-15", 7), ("2027-07-15", 6)])
def test_hour_of_paris_is_kept_in_winter_and_summer(enter, cast, settings, day, hour):
    """K09: 08:00 of Paris is 07:00 of Bamako in winter and 06:00 in summer."""
    settings.TIME_ZONE = "Europe/Paris"
    article = live(by=cast.editor)
    answer = schedule(enter("editor"), article, f"{day}T08:00")
    assert Revision.objects.scheduled().get().go_live_at.hour == hour
    assert "à 08:00" in answer.text


@pytest.mark.parametrize("role", ["pigiste", "journalist"])
def test_writer_sees_neither_field_nor_button_and_a_forged_press_is_refused(enter, cast, role):
    article = live(by=cast.editor)
    article.created_by = getattr(cast, role)
    article.save()
    client = enter(role)
    page = client.get(change(article)).text
    assert "changes_at" not in page
    assert "schedule_changes" not in page
    assert schedule(client, article).status_code == 403
    assert client.post(change(article), filled(article, step="cancel_changes")).status_code == 403
    assert not Revision.objects.scheduled().exists()


@pytest.mark.parametrize("state", ["draft", "scheduled", "withdrawn"])
def test_field_is_there_for_live_articles_alone(enter, cast, state):
    if state == "draft":
        article, _revision = draft(by=cast.editor)
    else:
        article = live(by=cast.editor, at=T if state == "scheduled" else None)
    if state == "withdrawn":
        workflow.withdraw(article, by=cast.editor)
    assert "changes_at" not in enter("editor").get(change(article)).text
    assert schedule(enter("editor"), article).status_code == 422
    assert not Revision.objects.scheduled().exists()


def test_cancelling_says_so_and_leaves_a_draft(enter, cast):
    article = live(by=cast.editor)
    client = enter("editor")
    schedule(client, article)
    answer = client.post(change(article), filled(article, step="cancel_changes"), follow=True)
    assert "la version programmée ne paraîtra pas" in words(answer)
    assert "Modifications non publiées" in words(answer)
    assert not Revision.objects.scheduled().exists()


def test_publishing_a_newer_version_says_that_the_scheduled_one_is_cancelled(enter, cast):
    article = live(by=cast.editor)
    client = enter("editor")
    schedule(client, article)
    sent = filled(article, headline="At once", step="publish")
    answer = client.post(change(article), sent, follow=True)
    assert "La version programmée pour le jeudi 26 novembre 2026 à 06:00 est annulée" in words(answer)


def test_dates_of_the_article_do_not_change_under_that_button(enter, cast):
    article = live(by=cast.editor)
    answer = schedule(enter("editor"), article, unpublish_at="2026-12-01T06:00")
    assert answer.status_code == 422
    assert not Revision.objects.scheduled().exists()
    assert Article.objects.get().unpublish_at is None


def test_form_opened_before_the_version_went_online_takes_no_step(enter, cast, clock):
    """Nor one that was opened before a colleague scheduled, moved or cancelled a version."""
    article = live(by=cast.editor, headline="Before")
    client = enter("editor")
    schedule(client, article)
    stale = filled(article, headline="Typed before", step="publish")
    clock(T)
    due_changes.apply_all()
    answer = client.post(change(article), stale)
    assert answer.status_code == 422
    assert "Typed before" in answer.text
    assert Article.objects.get().headline == "After"


def test_version_that_could_not_appear_is_said_in_the_form_the_list_and_the_first_page(enter, cast, clock):
    article = live(by=cast.editor)
    schedule(enter("editor"), article)
    Article.objects.filter(pk=article.pk).update(unpublish_at=T)
    clock(T)
    due_changes.apply_all()
    client = enter("editor")
    assert "n’a pas pu paraître" in words(client.get(change(article)))
    first = client.get("/admin/")
    assert first.context["areas"][0].piles[0].name == "stuck"
    assert "Les lecteurs n’ont pas cet article" in words(first)
    assert "N’a pas pu paraître" in words(client.get("/admin/articles/article/"))


def test_first_page_and_list_count_new_versions_among_what_is_scheduled(enter, cast):
    article = live(by=cast.editor)
    schedule(enter("editor"), article)
    client = enter("editor")
    desk = client.get("/admin/").context["areas"][0]
    (pile,) = [pile for pile in desk.piles if pile.name == "scheduled"]
    assert [line.words for line in pile.rows] == ["Nouvelle version jeudi à 06:00"]
    listed = client.get("/admin/articles/article/?state=scheduled")
    assert "Nouvelle version jeudi à 06:00" in words(listed)
    assert listed.context["cl"].result_count == 1
