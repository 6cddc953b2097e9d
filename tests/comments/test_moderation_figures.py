"""The week in numbers."""

import datetime as dt

import pytest
from django.urls import reverse

from articles import periods
from comments import moderation
from comments.figures import figures
from comments.models import Comment
from tests.comments.desk import make_report
from tests.comments.room import page_text
from tests.factories import make_article, make_comment, make_user

pytestmark = pytest.mark.django_db
WEDNESDAY = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


@pytest.fixture
def week(cast, time_machine):
    """Four on Wednesday, of which two were held for one and three hours, and one rejection was undone."""
    article = make_article()

    def post(at, **fields):
        time_machine.move_to(at, tick=False)
        return make_comment(article, make_user(), **fields)

    plain = post(WEDNESDAY)
    first = post(WEDNESDAY, state="held", held_for="link")
    second = post(WEDNESDAY, state="held", held_for="word")
    post(WEDNESDAY - 7 * 24 * HOUR)
    time_machine.move_to(WEDNESDAY + HOUR, tick=False)
    moderation.approve(first, by=cast.moderator)
    make_report(plain)
    moderation.undo(moderation.reject(plain, by=cast.moderator, reason="Undone"), by=cast.moderator)
    time_machine.move_to(WEDNESDAY + 3 * HOUR, tick=False)
    moderation.reject(second, by=cast.moderator, reason="Insult")
    moderation.hold(plain, by=cast.moderator)
    time_machine.move_to(WEDNESDAY + 20 * HOUR, tick=False)
    moderation.reject(plain, by=cast.moderator)
    return periods.week_of(dt.date(2026, 11, 25))


def test_the_week_counts_what_came_and_what_became_of_it(week):
    found = figures(week)
    assert found.received == [0, 0, 3, 0, 0, 0, 0]
    assert found.held == [0, 0, 2, 0, 0, 0, 0]
    assert found.rejected == [0, 0, 1, 1, 0, 0, 0]
    assert sorted(found.reasons) == [("", 1), ("Insult", 1)]
    assert found.reports == 1
    assert found.wait == 2 * HOUR, "what a moderator held later did not wait since it was posted"


def test_a_quiet_week_is_said_to_be_one(week):
    found = figures(week.after)
    assert sum(found.received) == 0
    assert found.wait is None


def test_the_page_shows_them_and_leads_to_other_weeks(client, cast, week, settings):
    settings.LANGUAGE_CODE = "en"
    client.force_login(cast.moderator)
    page = client.get(reverse("admin:moderation_figures"))
    words = " ".join(page_text(page).split())
    for part in ("Received 3", "Held on arrival 2", "Rejected 2", "Insult", "No reason", "Median wait"):
        assert part in words
    assert "<polyline" in page.content.decode()
    assert page.context["after"] == ""
    before = client.get(page.context["before"])
    assert "Received 1" in " ".join(page_text(before).split())
    quiet = client.get(reverse("admin:moderation_figures"), {"week": "2026-W02"})
    assert "Nobody contributed in this week." in page_text(quiet)


def test_days_to_come_have_no_number(client, cast, week, time_machine):
    """It is Thursday: Friday, Saturday and Sunday are blank, and no line leads there."""
    client.force_login(cast.moderator)
    shown = client.get(reverse("admin:moderation_figures")).context["chart"]
    counted = [[0, 0, 0], [0, 0, 0], [3, 2, 1], [0, 0, 1]]
    assert [values for _day, values in shown["rows"]] == counted + [["", "", ""]] * 3
    assert [len(line.points.split()) for line in shown["lines"]] == [4, 4, 4]
    assert shown["lines"][0].points.split()[-1] == "300.0,200.0"
    time_machine.move_to(dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC), tick=False)
    monday = client.get(reverse("admin:moderation_figures"), {"week": week.name}).context["chart"]
    assert len(monday["lines"][0].points.split()) == 2, "a dash that one sees"
    past = client.get(reverse("admin:moderation_figures", query={"week": week.before.name})).context["chart"]
    assert [len(line.points.split()) for line in past["lines"]] == [7, 7, 7]
    to_come = client.get(reverse("admin:moderation_figures", query={"week": week.after.name}))
    assert to_come.status_code == 200


@pytest.mark.parametrize("asked", ["2026-11", "2026-W99", "x", "\0", "٢٠٢٦-W01"])
def test_a_week_that_is_none_is_not_found(client, cast, asked):
    client.force_login(cast.moderator)
    assert client.get(reverse("admin:moderation_figures"), {"week": asked}).status_code == 404


def test_the_figures_take_the_same_queries(client, cast, week, django_assert_num_queries):
    """Session, person, rights (2); three counts, what can be undone, the reasons; five of the week."""
    Comment.objects.update(edited_at=None)
    client.force_login(cast.moderator)
    with django_assert_num_queries(14):
        client.get(reverse("admin:moderation_figures"))
