"""The desk's calendar: what stands where, for whom; moves and notes, and what is refused in words."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from articles import calendar, due_changes, following, periods, workflow
from articles.models import Article, DayNote, Revision
from articles.workflow import Instants
from journal.models import Entry
from tests.articles.writing import draft, live, rewrite
from tests.factories import make_article, make_section

pytestmark = pytest.mark.django_db
NOON = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
CALENDAR, MOVE, ADD = "/admin/calendar/", "/admin/calendar/move/", "/admin/calendar/notes/"
CANARY = "canariword"


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


def planned(by, at, **fields):
    article, _revision = draft(by=by, **fields)
    workflow.plan(article, Instants(published_at=at), by=by)
    return article


def with_version(by, at, **fields):
    article = live(by=by, at=NOON - 3 * DAY, **fields)
    revision = rewrite(article, by=by, headline="A new version")
    workflow.schedule_changes(article, revision, at, by=by)
    return revision


def fill(by):
    """One of each kind in the week of NOON."""
    section = make_section()
    planned(by, NOON + DAY)
    planned(by, NOON - HOUR)
    live(by=by, at=NOON + 2 * DAY)
    live(by=by, at=NOON - DAY)
    with_version(by, NOON + 3 * DAY)
    article, revision = draft(by=by, section=section)
    dates = Instants(published_at=NOON - DAY, embargo_until=NOON + DAY, unpublish_at=NOON + 2 * DAY)
    workflow.approve(article, revision, dates, by=by)


def standing(answer):
    """[(day, kind, whether it is late)] in the order of the page."""
    days = answer.context["days"]
    return [(day.date.day, entry.name, bool(entry.late)) for day in days for entry in day.entries]


def test_week_shows_each_kind_on_its_day(enter, cast, clock):
    fill(cast.editor)
    answer = enter("editor").get(CALENDAR)
    assert standing(answer) == [
        (24, "published", False),
        (25, "draft", True),
        (26, "draft", False),
        (26, "scheduled", False),
        (27, "scheduled", False),
        (27, "withdrawal", False),
        (28, "version", False),
    ]
    assert "Devait paraître aujourd’hui à 11:00" in words(answer)
    assert [day.date.day for day in answer.context["days"]] == list(range(23, 30))
    assert "23 – 29 novembre 2026" in words(answer)


def test_month_shows_whole_weeks_and_links_to_a_crowded_day(enter, cast, clock):
    for minute in range(9):
        make_article(published_at=NOON - DAY + minute * dt.timedelta(minutes=1))
    late = planned(cast.editor, NOON - HOUR)
    answer = enter("editor").get(CALENDAR, {"month": "2026-11"})
    days = answer.context["days"]
    assert (days[0].date, days[-1].date) == (dt.date(2026, 10, 26), dt.date(2026, 12, 6))
    assert "+ 5 autres" in words(answer)
    assert f"{CALENDAR}?week=2026-W48#day-2026-11-24" in answer.text
    assert str(late) in answer.text


def test_late_and_coming_entries_are_never_among_those_that_a_month_leaves_out(enter, cast, clock):
    for minute in range(9):
        make_article(published_at=NOON - 2 * HOUR + minute * dt.timedelta(minutes=1))
    late = planned(cast.editor, NOON - HOUR, headline="Late one")
    assert str(late) in enter("editor").get(CALENDAR, {"month": "2026-11"}).text


@pytest.mark.parametrize(
    "query",
    [
        {"week": "2026-W54"},
        {"week": "x"},
        {"week": "0001-W01"},
        {"month": "2026-13"},
        {"month": "2026-00"},
        {"month": "9999-12"},
        {"week": "٢٠٢٦-W48"},
        {"week": ""},
    ],
)
def test_odd_periods_are_this_week(enter, query):
    assert enter("editor").get(CALENDAR, query).context["period"].name == "2026-W48"


@pytest.mark.parametrize("name", ["2026-W01", "2026-W53", "2027-W01", "2024-02", "2026-12", "2199-12", "1801-01"])
def test_periods_lead_forward_and_back_to_themselves(name):
    period = periods.named(name)
    assert period.name == name
    assert period.after.before == period.before.after == period
    assert len(period.days) % 7 == 0


def test_weeks_begin_as_the_language_has_it():
    week = periods.named("2026-W48")
    with translation.override("fr"):
        assert periods.named("2026-W48").days[0] == dt.date(2026, 11, 23)
    with translation.override("en"):
        assert week.days[0] == dt.date(2026, 11, 22)
        assert all(periods.week_of(day).name == "2026-W48" for day in week.days)


@pytest.mark.parametrize(("zone", "day"), [("Asia/Kolkata", 26), ("Pacific/Auckland", 26), ("Africa/Bamako", 25)])
def test_days_are_those_of_the_site(enter, settings, cast, zone, day):
    settings.TIME_ZONE = zone
    make_article(published_at=NOON + 8 * HOUR)
    assert standing(enter("editor").get(CALENDAR)) == [(day, "scheduled", False)]


def test_calendar_takes_constant_queries(cast, clock, django_assert_max_num_queries):
    """One a kind of entry and one for the notes, whatever their number; no text is read."""
    counts = []
    for _round in range(2):
        fill(cast.editor)
        DayNote.objects.create(day=NOON.date(), text="Note", author=cast.editor)
        cast.editor.has_perm("articles.view_article")
        for period in (periods.named("2026-W48"), periods.named("2026-11")):
            with django_assert_max_num_queries(8) as seen:
                days = calendar.days_of(period, user=cast.editor, now=NOON)
                assert [str(entry.article.section) for day in days for entry in day.entries]
                assert [str(note.author) for day in days for note in day.notes]
            counts.append(len(seen))
            assert not any('"articles_article"."body"' in query["sql"] for query in seen.captured_queries)
            assert not any('"content"' in query["sql"] for query in seen.captured_queries)
    assert set(counts) == {7}


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only on SQLite")
def test_calendar_reads_ranges_of_indexes(cast, clock):
    """A hundred thousand articles of other months cost nothing."""
    fill(cast.editor)
    with CaptureQueriesContext(connection) as seen:
        calendar.days_of(periods.named("2026-11"), user=cast.editor, now=NOON)
    plans = []
    with connection.cursor() as cursor:
        for query in [one["sql"] for one in seen if 'FROM "articles_' in one["sql"]]:
            plans += [row[3] for row in cursor.execute(f"EXPLAIN QUERY PLAN {query}").fetchall()]
    assert len(plans) > 5
    assert not [step for step in plans if step.startswith(("SCAN articles_article", "SCAN articles_revision"))], plans


def test_version_that_nothing_has_tried_is_late(enter, cast, clock):
    with_version(cast.editor, NOON + HOUR)
    clock(NOON + 2 * HOUR)
    assert (25, "version", True) in standing(enter("editor").get(CALENDAR))


def test_page_of_the_calendar_takes_constant_queries(enter, cast, django_assert_max_num_queries):
    """Session, user, rights, the newspaper besides."""
    client, counts = enter("editor"), []
    for _round in range(2):
        fill(cast.editor)
        with django_assert_max_num_queries(14) as seen:
            assert client.get(CALENDAR).status_code == 200
        counts.append(len(seen))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("role", ["moderator", "subscriptions_desk", "reader", "subscriber"])
def test_calendar_is_the_desks(enter, cast, role):
    fill(cast.editor)
    answer = enter(role).get(CALENDAR)
    assert answer.status_code in {302, 403}
    assert "Headline" not in answer.text


def test_contributor_sees_their_own_and_moves_nothing(enter, cast, clock):
    """A15"""
    planned(cast.editor, NOON + HOUR, headline=CANARY)
    with_version(cast.editor, NOON + 2 * HOUR, headline=CANARY)
    own, _revision = draft(by=cast.pigiste, headline="Mine")
    workflow.plan(own, Instants(published_at=NOON + HOUR), by=cast.editor)
    for query in ({}, {"month": "2026-11"}):
        page = enter("pigiste").get(CALENDAR, query).text
        assert "Mine" in page
        assert CANARY not in page
        assert "A new version" not in page
        assert MOVE not in page


@pytest.mark.parametrize("role", ["pigiste", "journalist", "moderator", "subscriptions_desk", "reader"])
def test_only_those_who_publish_change_the_calendar(enter, cast, role):
    article = planned(cast.editor, NOON + HOUR, headline=CANARY)
    note = DayNote.objects.create(day=NOON.date(), text="Note", author=cast.editor)
    client = enter(role)
    for path in (MOVE, ADD, f"{ADD}{note.pk}/change/", f"{ADD}{note.pk}/delete/"):
        sent = {"entry": f"article-{article.pk}", "day": "2026-11-26", "text": "x", "at": "2026-11-27T06:00"}
        answer = client.post(path, sent)
        assert answer.status_code in {302, 403}
        assert CANARY not in answer.text
    assert Article.objects.get().published_at == NOON + HOUR
    assert DayNote.objects.get().text == "Note"


@pytest.mark.parametrize("path", [MOVE, ADD, f"{ADD}1/change/", f"{ADD}1/delete/"])
def test_what_changes_the_calendar_is_posted(enter, path):
    assert enter("editor").get(path).status_code == 405


def entry_of(key, user):
    return calendar.entry_named(key, user=user, now=timezone.now())


def move(client, key, at, *, by, seen=None, **fields):
    entry = entry_of(key, by)
    sent = {"entry": key, "seen": seen or entry.seen, "at": at, "period": "2026-W48"} | fields
    return client.post(MOVE, sent)


def test_planned_article_is_moved(enter, cast):
    article = planned(cast.editor, NOON + HOUR)
    key = f"article-{article.pk}"
    answer = move(enter("editor"), key, "2026-11-28T13:00", by=cast.editor)
    assert answer.status_code == 302
    assert answer["Location"] == f"{CALENDAR}?week=2026-W48#entry-{key}"
    assert Article.objects.get().published_at == dt.datetime(2026, 11, 28, 13, tzinfo=dt.UTC)
    assert Article.objects.get().status == "draft"


def test_scheduled_article_is_moved_and_keeps_its_text(enter, cast):
    article = live(by=cast.editor, at=NOON + HOUR)
    rewrite(article, by=cast.editor, headline="Not approved")
    entries = Entry.objects.count()
    answer = move(enter("editor"), f"article-{article.pk}", "2026-12-09T06:00", by=cast.editor)
    assert answer["Location"].startswith(f"{CALENDAR}?week=2026-W50#")
    article.refresh_from_db()
    assert (article.published_on, article.headline != "Not approved") == (dt.date(2026, 12, 9), True)
    assert article.steps.first().kind == "scheduled"
    assert Entry.objects.count() == entries + 1


def test_new_version_is_moved_and_goes_online_then(enter, cast, clock):
    revision = with_version(cast.editor, NOON + HOUR)
    assert move(enter("editor"), f"version-{revision.pk}", "2026-11-25T15:00", by=cast.editor).status_code == 302
    clock(NOON + HOUR)
    assert due_changes.apply_all() == 0
    clock(NOON + 3 * HOUR)
    assert due_changes.apply_all() == 1


def test_due_time_stands_there_late_once_it_has_passed_and_is_moved(enter, cast, clock):
    article, _revision = draft(by=cast.editor)
    following.set_due(article, NOON + HOUR, by=cast.editor)
    client = enter("editor")
    assert standing(client.get(CALENDAR)) == [(25, "due", False)]
    clock(NOON + 2 * HOUR)
    assert standing(client.get(CALENDAR)) == [(25, "due", True)]
    assert move(client, f"due-{article.pk}", "2026-11-27T09:00", by=cast.editor).status_code == 302
    article.refresh_from_db()
    assert article.due_at == dt.datetime(2026, 11, 27, 9, tzinfo=dt.UTC)
    assert article.published_at is None
    assert Entry.objects.first().action == "Due time set"


def test_due_time_of_what_is_not_theirs_is_not_on_a_freelancers_calendar(enter, cast):
    article, _revision = draft(by=cast.editor, headline=CANARY)
    following.set_due(article, NOON + HOUR, by=cast.editor)
    assert CANARY not in words(enter("pigiste").get(CALENDAR))


@pytest.mark.parametrize("at", ["", "x", "2026-11-25T12:00", "2026-11-24T12:00", "0026-11-27T06:00"])
@pytest.mark.parametrize("kind", ["planned", "scheduled", "version"])
def test_hours_that_cannot_be_are_refused_in_words_and_kept_in_the_form(enter, cast, kind, at):
    if kind == "version":
        key = f"version-{with_version(cast.editor, NOON + HOUR).pk}"
    else:
        make = planned if kind == "planned" else lambda by, at: live(by=by, at=at)
        key = f"article-{make(cast.editor, NOON + HOUR).pk}"
    answer = move(enter("editor"), key, at, by=cast.editor)
    assert answer.status_code == 422
    assert answer.context["move"]["form"].errors["at"]
    assert f'value="{at}"' in answer.text
    assert entry_of(key, cast.editor).at == NOON + HOUR


def test_hours_that_the_zone_repeats_or_skips_are_refused(enter, cast, settings):
    """K09"""
    settings.TIME_ZONE = "Europe/Paris"
    article = planned(cast.editor, NOON + HOUR)
    for at in ("2027-10-31T02:30", "2027-03-28T02:30"):
        assert move(enter("editor"), f"article-{article.pk}", at, by=cast.editor).status_code == 422
    assert Article.objects.get().published_at == NOON + HOUR


def test_what_a_colleague_moved_meanwhile_is_not_moved(enter, cast):
    article = planned(cast.editor, NOON + HOUR)
    key = f"article-{article.pk}"
    seen = entry_of(key, cast.editor).seen
    workflow.plan(Article.objects.get(), Instants(published_at=NOON + DAY), by=cast.editor)
    answer = move(enter("editor"), key, "2026-11-28T06:00", by=cast.editor, seen=seen)
    assert answer.status_code == 422
    assert "a changé entre-temps" in words(answer)
    assert Article.objects.get().published_at == NOON + DAY


def test_what_was_approved_or_published_meanwhile_is_not_moved_as_a_plan(enter, cast):
    article, revision = draft(by=cast.editor)
    workflow.plan(article, Instants(published_at=NOON + HOUR), by=cast.editor)
    key = f"article-{article.pk}"
    seen = entry_of(key, cast.editor).seen
    workflow.publish(Article.objects.get(), revision, Instants(), by=cast.editor)
    assert move(enter("editor"), key, "2026-11-28T06:00", by=cast.editor, seen=seen).status_code == 422
    assert Article.objects.get().is_published


@pytest.mark.parametrize("key", ["article-0", "article-x", "version-99", "withdrawal-1", "", f"article-{9**30}", "²"])
def test_what_is_not_there_is_not_moved(enter, key):
    sent = {"entry": key, "seen": "draft", "at": "2026-11-28T06:00", "period": "2026-W48"}
    assert enter("editor").post(MOVE, sent, follow=True).status_code == 200


def test_embargo_that_would_hold_the_article_back_is_named(enter, cast):
    article, _revision = draft(by=cast.editor)
    dates = Instants(published_at=NOON + HOUR, embargo_until=NOON + 3 * DAY)
    workflow.plan(article, dates, by=cast.editor)
    answer = move(enter("editor"), f"article-{article.pk}", "2026-11-26T06:00", by=cast.editor)
    assert answer.status_code == 422
    assert "embargo" in words(answer)


def test_withdrawal_before_the_new_hour_is_named(enter, cast):
    article, _revision = draft(by=cast.editor)
    workflow.plan(article, Instants(published_at=NOON + HOUR, unpublish_at=NOON + DAY), by=cast.editor)
    answer = move(enter("editor"), f"article-{article.pk}", "2026-11-28T06:00", by=cast.editor)
    assert "Le retrait doit venir après la parution" in words(answer)


def test_published_articles_and_withdrawals_have_no_move(enter, cast):
    fill(cast.editor)
    days = enter("editor").get(CALENDAR).context["days"]
    movable = {entry.name for day in days for entry in day.entries if entry.is_movable}
    assert movable == {"draft", "scheduled", "version"}


def test_version_that_could_not_appear_stands_there_in_red_and_is_moved(enter, cast, clock):
    revision = with_version(cast.editor, NOON + HOUR)
    Article.objects.update(unpublish_at=NOON + HOUR)
    clock(NOON + HOUR)
    due_changes.apply_all()
    client = enter("editor")
    answer = client.get(CALENDAR)
    assert (25, "version", True) in standing(answer)
    assert "N’a pas pu paraître" in words(answer)
    Article.objects.update(unpublish_at=None)
    assert move(client, f"version-{revision.pk}", "2026-11-26T06:00", by=cast.editor).status_code == 302
    assert Revision.objects.scheduled().get().problem == ""


def test_note_of_a_day_is_written_changed_and_deleted(enter, cast):
    client = enter("editor")
    shown = {"day": "2026-11-26", "period": "2026-W48"}
    client.post(ADD, shown | {"text": "<b>Council</b>\r\nat ten"})
    note = DayNote.objects.get()
    assert (note.text, note.author) == ("<b>Council</b>\nat ten", cast.editor)
    page = client.get(CALENDAR).text
    assert "&lt;b&gt;Council&lt;/b&gt;<br>at ten" in page
    seen = {"seen": note.at.isoformat()}
    assert client.post(f"{ADD}{note.pk}/change/", shown | seen | {"text": "At eleven"}).status_code == 302
    note.refresh_from_db()
    assert note.text == "At eleven"
    client.post(f"{ADD}{note.pk}/delete/", shown | {"seen": note.at.isoformat()})
    assert not DayNote.objects.exists()


def test_notes_are_read_by_those_who_do_not_write_them(enter, cast):
    DayNote.objects.create(day=NOON.date(), text="Council at ten", author=cast.editor)
    page = enter("pigiste").get(CALENDAR).text
    assert "Council at ten" in page
    assert ADD not in page


@pytest.mark.parametrize(("text", "status"), [("", 422), ("  ", 422), ("\u200b", 422), ("x" * 501, 422), ("x", 302)])
def test_note_that_cannot_be_is_refused_and_kept(enter, text, status):
    answer = enter("editor").post(ADD, {"day": "2026-11-26", "period": "2026-W48", "text": text})
    assert answer.status_code == status
    assert DayNote.objects.exists() == (status == 302)
    if status == 422:
        assert text.strip() in answer.text


@pytest.mark.parametrize("day", ["", "x", "2026-02-30", "0001-01-01", "9999-12-31"])
def test_days_that_no_calendar_has_take_no_note(enter, day):
    assert enter("editor").post(ADD, {"day": day, "text": "x"}).status_code == 404


@pytest.mark.parametrize("verb", ["change", "delete"])
def test_note_that_a_colleague_changed_meanwhile_is_kept_as_they_have_it(enter, cast, clock, verb):
    note = DayNote.objects.create(day=NOON.date(), text="First", author=cast.editor)
    seen = note.at.isoformat()
    DayNote.objects.update(text="Theirs", at=NOON + HOUR)
    sent = {"day": "2026-11-25", "period": "2026-W48", "seen": seen, "text": "Mine"}
    answer = enter("editor").post(f"{ADD}{note.pk}/{verb}/", sent, follow=True)
    assert "entre-temps" in words(answer)
    assert DayNote.objects.get().text == "Theirs"
    if verb == "change":
        assert "Mine" in answer.text


@pytest.mark.parametrize("seen", ["", "x", "2026-11-25", "2026-11-25T12:00", "2026-99-25T12:00Z"])
def test_note_without_what_was_seen_is_not_changed(enter, cast, seen):
    note = DayNote.objects.create(day=NOON.date(), text="First", author=cast.editor)
    sent = {"day": "2026-11-25", "period": "2026-W48", "seen": seen, "text": "Mine"}
    assert enter("editor").post(f"{ADD}{note.pk}/change/", sent).status_code == 422
    assert DayNote.objects.get().text == "First"


def test_calendar_is_linked_from_the_first_page_and_from_the_list(enter):
    for place in (reverse("admin:index"), reverse("admin:articles_article_changelist")):
        assert f'href="{CALENDAR}"' in enter("pigiste").get(place).text
    assert CALENDAR not in enter("moderator").get(reverse("admin:index")).text
