"""The desk's calendar in the browser: moves with the mouse, a finger, the keyboard and the form; notes of days."""

import datetime as dt

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import expect

from articles import periods, workflow
from articles.models import Article, DayNote, Revision
from articles.workflow import Instants
from tests.articles.writing import draft, live, rewrite
from tests.browser.keyboard import assert_focus_is_seen, tab_to
from tests.factories import make_newspaper

DAY = dt.timedelta(days=1)


@pytest.fixture
def monday():
    """Of next week, so that every day of it is still to come."""
    return periods.week_of(periods.today()).after.anchor


@pytest.fixture
def open_calendar(visit, sign_in, cast, monday):
    def open_calendar(**how):
        page = visit(**how)
        sign_in(page, cast.editor)
        page.goto(f"/admin/calendar/?week={monday:%G-W%V}")
        return page

    make_newspaper()
    return open_calendar


def at(day, hour=6):
    return timezone.make_aware(dt.datetime.combine(day, dt.time(hour)), timezone.get_default_timezone())


def scheduled(by, day, **fields):
    return live(by=by, at=at(day), **fields)


def entry(page, title):
    return page.locator("[data-entry]", has_text=title)


def day(page, date):
    return page.locator(f"[data-day='{date:%Y-%m-%d}']")


def drag(page, source, target):
    """With the mouse, in steps, as a hand does."""
    box, place = source.bounding_box(), target.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(place["x"] + place["width"] / 2, place["y"] + 60, steps=8)
    expect(target).to_contain_class("is-target")
    page.mouse.up()


def test_article_is_dragged_to_another_day_and_keeps_its_hour(open_calendar, cast, monday):
    article = scheduled(cast.editor, monday, headline="La crue")
    page = open_calendar()
    drag(page, entry(page, "La crue").locator("[data-grip]"), day(page, monday + 3 * DAY))
    expect(page.locator(".calendar-said")).to_contain_text("est maintenant au")
    expect(day(page, monday + 3 * DAY).locator("[data-entry]")).to_contain_text("La crue")
    assert Article.objects.get(pk=article.pk).published_at == at(monday + 3 * DAY)


def test_new_version_is_moved_with_the_keyboard_alone(open_calendar, cast, monday):
    article = live(by=cast.editor)
    revision = rewrite(article, by=cast.editor, headline="Le nouveau texte")
    workflow.schedule_changes(article, revision, at(monday, 8), by=cast.editor)
    page = open_calendar()
    said = page.locator("[data-said]")
    grip = entry(page, "Le nouveau texte").locator("[data-grip]")
    tab_to(page, grip)
    page.keyboard.press("Enter")
    expect(said).to_contain_text("est saisi")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(said).to_have_text(day(page, monday + 2 * DAY).get_attribute("data-words"))
    assert_focus_is_seen(page)
    page.keyboard.press("Escape")
    expect(said).to_contain_text("est revenu à son jour")
    expect(day(page, monday).locator("[data-entry]")).to_have_count(1)
    assert Revision.objects.scheduled().get().go_live_at == at(monday, 8)
    for key in ("Enter", "ArrowRight", "Enter"):
        page.keyboard.press(key)
    expect(page.locator(".calendar-said")).to_contain_text("est maintenant au")
    expect(entry(page, "Le nouveau texte").locator("[data-grip]")).to_be_focused()
    assert Revision.objects.scheduled().get().go_live_at == at(monday + DAY, 8)


def test_day_that_has_passed_takes_nothing(open_calendar, cast, monday):
    today = periods.today()
    late, _revision = draft(by=cast.editor, headline="En retard")
    workflow.plan(late, Instants(published_at=at(today - DAY)), by=cast.editor)
    scheduled(cast.editor, monday, headline="La crue")
    page = open_calendar()
    page.goto(f"/admin/calendar/?month={today - DAY:%Y-%m}")
    grip = entry(page, "En retard").locator("[data-grip]")
    grip.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowLeft")
    if today.day > 2:
        expect(page.locator("[data-said]")).to_contain_text("ce jour est passé")
    page.keyboard.press("Escape")
    assert Article.objects.get(pk=late.pk).published_at == at(today - DAY)


@pytest.mark.parametrize("javascript", [True, False])
def test_form_moves_on_a_phone_with_and_without_scripts(open_calendar, cast, monday, troubles, javascript):
    troubles.expect("422")
    article = scheduled(cast.editor, monday, headline="La crue")
    page = open_calendar(width=390, javascript=javascript)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    moving = entry(page, "La crue")
    moving.locator("summary").click()
    moving.locator("input[name=at]").fill(f"{periods.today() - DAY:%Y-%m-%d}T06:00")
    moving.locator("form button").click()
    expect(page.locator(".calendar-said")).to_contain_text("Cette heure est passée")
    expect(moving.locator("input[name=at]")).to_have_value(f"{periods.today() - DAY:%Y-%m-%d}T06:00")
    moving.locator("input[name=at]").fill(f"{monday + 4 * DAY:%Y-%m-%d}T17:30")
    moving.locator("form button").click()
    expect(page.locator(".calendar-said")).to_contain_text("est maintenant au")
    local = timezone.localtime(Article.objects.get(pk=article.pk).published_at)
    assert (local.date(), f"{local:%H:%M}") == (monday + 4 * DAY, "17:30")


def test_finger_drags_by_the_handle_on_a_phone(open_calendar, cast, monday):
    """The handle does not scroll the page; the events are those of a finger."""
    article = scheduled(cast.editor, monday, headline="La crue")
    page = open_calendar(width=390)
    grip = entry(page, "La crue").locator("[data-grip]")
    assert grip.evaluate("grip => getComputedStyle(grip).touchAction") == "none"
    box, place = grip.bounding_box(), day(page, monday + DAY).bounding_box()
    session = page.context.new_cdp_session(page)
    points = [(box["x"] + 8, box["y"] + 8), (place["x"] + 90, place["y"] - 5), (place["x"] + 90, place["y"] + 20)]
    for kind, (x, y) in zip(("touchStart", "touchMove", "touchMove"), points, strict=True):
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(page.locator(".calendar-said")).to_contain_text("est maintenant au")
    assert Article.objects.get(pk=article.pk).published_at == at(monday + DAY)


def test_note_of_a_day_is_written_and_deleted(open_calendar, monday):
    page = open_calendar(width=390)
    adding = day(page, monday).locator(".day-add")
    adding.locator("summary").click()
    adding.locator("textarea").fill("Conseil des ministres")
    adding.locator("button").click()
    expect(day(page, monday).locator(".day-note")).to_contain_text("Conseil des ministres")
    note = day(page, monday).locator(".day-note")
    note.locator("summary").click()
    note.locator(".calendar-delete").click()
    expect(page.locator(".calendar-said")).to_contain_text("supprimée")
    assert not DayNote.objects.exists()


def test_editor_schedules_a_new_version_in_the_form(visit, sign_in, cast, monday):
    make_newspaper()
    article = live(by=cast.editor, headline="Avant")
    page = visit()
    sign_in(page, cast.editor)
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    page.locator("#id_headline").fill("Après")
    page.locator("#id_changes_at").fill(f"{monday:%Y-%m-%d}T06:00")
    page.get_by_role("button", name="Programmer cette version").click()
    expect(page.locator(".desk-sentence")).to_contain_text("En ligne. Une nouvelle version paraîtra")
    page.goto(article.get_absolute_url())
    expect(page.locator("h1")).to_contain_text("Avant")


def test_axe_finds_nothing_on_a_full_calendar(open_calendar, cast, monday):
    """With each kind of entry, an open form and a refusal; wide and narrow, light and dark."""
    scheduled(cast.editor, monday, headline="La crue")
    planned, _revision = draft(by=cast.editor)
    workflow.plan(planned, Instants(published_at=at(monday), unpublish_at=at(monday + DAY)), by=cast.editor)
    article = live(by=cast.editor)
    revision = rewrite(article, by=cast.editor, headline="Plus neuf")
    workflow.schedule_changes(article, revision, at(monday + DAY), by=cast.editor)
    Revision.objects.filter(pk=revision.pk).update(problem="Choisissez une rubrique.")
    DayNote.objects.create(day=monday, text="Conseil des ministres", author=cast.editor)
    page, found = open_calendar(), []
    for period in (f"week={monday:%G-W%V}", f"month={monday:%Y-%m}"):
        page.goto(f"/admin/calendar/?{period}")
        for width, scheme in [(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")]:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
            answer = Axe().run(page, options={"resultTypes": ["violations"], "preload": False}).response
            found += [(period, width, scheme, one["id"], one["nodes"][0]["html"]) for one in answer["violations"]]
    assert not found
