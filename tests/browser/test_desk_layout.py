"""The back office on a phone and with letters of twice the size: nothing runs out of the page, what is needed is in
reach. Issue « letters at 200 % », for every list and form that there is.
"""

import pytest
from django.urls import reverse

from accounts.models import User
from articles.models import Article
from tests.browser.refusing import refuse
from tests.browser.test_layout import OVERFLOW
from tests.demo import desk_pages, load_small, refused_forms

# A root font size of 32 pixels is what « very large » in the browser's settings comes to.
LARGE = {"fontSizes": {"standard": 32, "fixed": 26}}
# What stands in the top bar and can be pressed: each wholly on the page, none on another.
BAR = """[...document.querySelectorAll("#header a, #header button")].filter((one) => one.checkVisibility())
  .map((one) => { const box = one.getBoundingClientRect(); return [box.left, box.top, box.right, box.bottom]; })"""
# How much of the window the sticky actions cover, and whether each can be pressed where it stands.
ACTIONS = """(() => {
  const bar = document.querySelector(".desk-actions, .front-desk-actions");
  bar.scrollIntoView({ block: "end" });
  const shown = [...bar.querySelectorAll("button")].filter((one) => one.checkVisibility());
  const buttons = shown.map((one) => {
    const box = one.getBoundingClientRect();
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return box.left >= 0 && box.right <= innerWidth && box.bottom <= innerHeight + 1 && one.contains(top);
  });
  scrollTo(0, 0);
  const box = bar.getBoundingClientRect();
  return { buttons, covered: Math.max(0, Math.min(box.bottom, innerHeight) - Math.max(box.top, 0)) / innerHeight };
})()"""


@pytest.fixture
def desk(site, settings, monkeypatch, visit, sign_in):
    """``desk(width=390, large=True)``: the page of a superuser of the demo edition."""
    settings.DEMO = True
    load_small(monkeypatch)

    def desk(*, width, large=False):
        page = visit(width=width)
        sign_in(page, User.objects.get(email="admin@example.org"))
        if large:
            session = page.context.new_cdp_session(page)
            session.send("Page.enable")
            session.send("Page.setFontSizes", LARGE)
        return page

    return desk


def overlapping(boxes):
    return [
        (one, other)
        for place, one in enumerate(boxes)
        for other in boxes[place + 1 :]
        if min(one[2], other[2]) - max(one[0], other[0]) > 1 and min(one[3], other[3]) - max(one[1], other[1]) > 1
    ]


@pytest.mark.parametrize(("width", "large"), [(360, False), (768, False), (390, True), (1280, True)])
def test_no_page_of_the_back_office_scrolls_sideways(desk, troubles, width, large):
    troubles.expect("403")
    page, wide = desk(width=width, large=large), {}
    for name, address in desk_pages().items():
        if "preview" in name or "edition" in name:
            continue
        page.goto(address)
        if over := page.evaluate(OVERFLOW):
            wide[name] = over
    assert not wide


def test_no_refused_form_scrolls_sideways_on_a_phone(desk):
    page, wide = desk(width=360), {}
    for name, address in refused_forms().items():
        refuse(page, address)
        if over := page.evaluate(OVERFLOW):
            wide[name] = over
    assert not wide


@pytest.mark.parametrize("width", [390, 1280])
def test_top_bar_is_whole_with_large_letters(desk, width):
    page = desk(width=width, large=True)
    page.goto(reverse("admin:index"))
    boxes = page.evaluate(BAR)
    assert len(boxes) == 5
    assert all(left >= 0 and right <= width for left, _top, right, _bottom in boxes)
    assert overlapping(boxes) == []


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("form", ["article", "front page"])
def test_actions_stay_in_reach_and_leave_room_for_the_text(desk, width, form):
    """Wide, they stay at the bottom of the window; on a phone they would cover a third of it, and end the form."""
    article = Article.objects.published().newest_first().first()
    address = {
        "article": reverse("admin:articles_article_change", args=[article.pk]),
        "front page": reverse("admin:articles_frontpage_changelist"),
    }[form]
    page = desk(width=width, large=True)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    found = page.evaluate(ACTIONS)
    assert found["buttons"]
    assert all(found["buttons"])
    assert found["covered"] < 0.25
    assert bool(found["covered"]) == (width == 1280)
