"""Pages keep still while they load, fit small screens and large letters, and print without what is for screens."""

from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles.models import Article
from tests.articles.front_pages import lay_out, slot
from tests.factories import make_article, make_author, make_newspaper, make_picture, make_plan, make_section

PARAGRAPH = "<p>The river rose in the night and the ferrymen counted the steps that were left above the water.</p>"
KINDS = [
    "front",
    "article",
    "section",
    "tag",
    "author",
    "day",
    "month",
    "year",
    "plans",
    "search",
    "sign_in",
    "left",
    "missing",
]
# Registered before the page's first layout, so that no shift escapes.
WATCH_SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    shifts.push([entry.value, entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 80))]);
  }
}).observe({ type: "layout-shift", buffered: true });
"""
READ_TO_THE_END = """async () => {
  for (let at = 0; at < document.documentElement.scrollHeight; at += 400) {
    scrollTo({ top: at, behavior: "instant" });
    await new Promise(requestAnimationFrame);
  }
  const seen = [...document.images].filter((image) => image.checkVisibility());
  await Promise.all(seen.map((image) => image.decode().catch(() => {})));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return shifts;
}"""
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Words that their own box cuts off; what is hidden on purpose is one pixel wide.
CLIPPED = """[...document.querySelectorAll("body *")]
  .filter((element) => element.clientWidth > 1 && getComputedStyle(element).overflow === "hidden")
  .filter((element) => getComputedStyle(element).webkitLineClamp === "none")
  .filter((element) => element.scrollHeight > element.clientHeight + 1
    || element.scrollWidth > element.clientWidth + 1)
  .map((element) => element.outerHTML.slice(0, 120))"""
# Pairs of texts of the masthead or of a card that lie on each other.
OVERLAPS = """(() => {
  const boxes = [...document.querySelectorAll(".masthead *, .card *, .menu a, .latest li > *")]
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .filter((element) => element.checkVisibility() && element.clientWidth !== 1)
    .map((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return [element, range.getBoundingClientRect()];
    });
  return boxes.flatMap(([one, a], place) => boxes.slice(place + 1)
    .filter(([other, b]) => !one.contains(other) && !other.contains(one)
      && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2
      && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4)
    .map(([other]) => `${one.outerHTML.slice(0, 90)} on ${other.outerHTML.slice(0, 90)}`));
})()"""


@pytest.fixture
def edition(site, settings):
    """The addresses of a full edition by kind of page; its pictures are files that the browser gets."""
    make_newspaper(name="Le Quotidien du Fleuve", motto="Every morning on both banks", place="Bamako")
    make_plan()
    author = make_author(name="Oumarou Diallo-Traoré", job="Correspondent", bio="Writes about the river.")
    sections = [make_section(name=f"Section of news {n}", color="teal") for n in range(6)]
    for n in range(32):
        article = make_article(
            headline=f"The ferrymen of the old bridge count the steps again, morning after morning ({n})",
            kicker="Infrastructures",
            standfirst="They counted eleven yesterday and nine today, and nobody has an explanation yet.",
            body=PARAGRAPH * 6,
            section=sections[n % 6],
            picture=picture(settings) if n % 3 != 1 else None,
            authors=[author],
            tags=["Transports"],
            access="subscribers" if n % 5 == 0 else "everyone",
        )
    day = article.published_on
    return {
        "front": "/",
        "article": article.get_absolute_url(),
        "section": article.section.get_absolute_url(),
        "tag": article.tags.get().get_absolute_url(),
        "author": author.get_absolute_url(),
        "day": f"/{day:%Y/%m/%d}/",
        "month": f"/{day:%Y/%m}/",
        "year": f"/{day:%Y}/",
        "plans": reverse("plans"),
        "search": f"{reverse('search')}?q=steps",
        "sign_in": "/compte/connexion/",
        "left": reverse("left"),
        "missing": "/rubrique/none/",
    }


def picture(settings):
    name = "pictures/drawn/jpeg-960.svg"
    file = Path(settings.MEDIA_ROOT) / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="960" height="640"><rect width="960" height="640"/></svg>'
    )
    return make_picture(renditions={"jpeg": [{"name": name, "width": 960, "height": 640}]})


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", ["front", "article"])
def test_nothing_moves_while_a_page_loads_and_is_read(visit, edition, kind, width):
    page = visit(width=width)
    page.add_init_script(WATCH_SHIFTS)
    page.goto(edition[kind], wait_until="networkidle")
    assert page.locator("main img").count() > 0
    assert page.evaluate(READ_TO_THE_END) == []


def test_the_watch_sees_what_moves(visit, edition):
    page = visit()
    page.add_init_script(WATCH_SHIFTS)
    page.goto(edition["article"], wait_until="networkidle")
    page.evaluate("document.querySelector('main').style.paddingTop = '300px'")
    assert page.evaluate(READ_TO_THE_END) != []


def test_no_page_scrolls_sideways_at_320_pixels(visit, edition, troubles):
    page = visit(width=320)
    troubles.expect("404")
    for kind in KINDS:
        answer = page.goto(edition[kind])
        assert (kind, answer.status) == (kind, 404 if kind == "missing" else 200)
        assert (kind, page.evaluate(OVERFLOW)) == (kind, 0)


def test_no_word_however_long_widens_a_page(visit, site):
    """Of an address, of a writer's headline, of names."""
    make_newspaper()
    author = make_author(name="N" * 90, job="J" * 80, bio="b" * 200, email=f"{'e' * 50}@example.org")
    section = make_section(name="S" * 60)
    words = {"headline": "h" * 150, "standfirst": "s" * 200, "kicker": "k" * 50, "body": f"<p>{'b' * 300}</p>"}
    article = make_article(section=section, authors=[author], tags=["t" * 60], **words)
    make_article(section=section, authors=[author], **words)
    page = visit(width=360)
    search = reverse("search")
    addresses = [f"{search}?q={'a' * 300}", f"{search}?q={'h' * 150}", "/"]
    addresses += [one.get_absolute_url() for one in (article, author, section, article.tags.get())]
    for address in addresses:
        assert page.goto(address).status == 200
        assert (address[:30], page.evaluate(OVERFLOW)) == (address[:30], 0)


def test_text_of_double_size_stays_readable_at_640_pixels(visit, edition, troubles):
    page = visit(width=640)
    troubles.expect("404")
    session = page.context.new_cdp_session(page)
    session.send("Page.enable")
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    for kind in KINDS:
        answer = page.goto(edition[kind])
        assert (kind, answer.status) == (kind, 404 if kind == "missing" else 200)
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
        assert (kind, page.evaluate(OVERFLOW)) == (kind, 0)
        assert (kind, page.evaluate(CLIPPED), page.evaluate(OVERLAPS)) == (kind, [], [])


@pytest.mark.parametrize("width", [360, 1280])
def test_a_root_of_double_size_leaves_every_page_usable(visit, edition, troubles, width):
    page = visit(width=width)
    troubles.expect("404")
    for kind in KINDS:
        page.goto(edition[kind])
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert (kind, page.evaluate(OVERFLOW)) == (kind, 0)
        assert (kind, page.evaluate(OVERLAPS)) == (kind, [])


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_words_of_the_front_page_do_not_lie_on_each_other(visit, edition, width):
    page = visit(width=width)
    page.goto(edition["front"])
    assert page.evaluate(OVERLAPS) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_featured_row_on_a_phone_shows_that_it_goes_on_and_is_reached_by_keyboard(visit, edition, cast, scheme):
    lay_out(*(slot(article, "featured") for article in Article.objects.all()[:4]), by=cast.editor)
    page = visit(width=360, color_scheme=scheme)
    page.goto(edition["front"])
    row = page.locator(".featured__articles")
    second = row.locator("> :nth-child(2)").bounding_box()
    assert second["x"] < 340 < second["x"] + second["width"]
    assert row.evaluate("(row) => getComputedStyle(row).maskImage").startswith("linear-gradient")
    assert row.evaluate("(row) => row.scrollWidth > row.clientWidth")
    row.locator("a").first.focus()
    for _press in range(3):
        page.keyboard.press("Tab")
    assert row.locator("a").last.evaluate("(link) => link === document.activeElement")
    expect(row.locator("a").last).to_be_in_viewport(ratio=0.95)


@pytest.mark.parametrize("kind", ["front", "article"])
def test_places_of_pictures_have_a_ground_while_they_load(visit, edition, kind):
    page = visit(color_scheme="dark")
    page.goto(edition[kind])
    grounds = page.evaluate(
        """[...document.querySelectorAll("main .card__picture, main .figure img, main .related img")]
        .map((place) => getComputedStyle(place).backgroundColor)"""
    )
    assert grounds
    assert "rgba(0, 0, 0, 0)" not in grounds


# What columns that stand side by side lack at their feet.
BLANK = """[...document.querySelectorAll(".block__articles, .front")]
  .filter((place) => getComputedStyle(place).gridTemplateColumns.includes(" "))
  .flatMap((place) => {
    const foot = place.getBoundingClientRect().bottom;
    return [...place.children].map((column) => foot - column.getBoundingClientRect().bottom);
  }).filter((blank) => blank > 1)"""
CROPPED = """[...document.querySelectorAll(".card__picture")].map((place) => place.getBoundingClientRect())
  .filter(({ width, height }) => width && (width / height < 1 || width / height > 1.51))
  .map(({ width, height }) => [width, height])"""


@pytest.mark.parametrize("width", [768, 1024, 1280, 1600])
def test_columns_of_the_front_page_end_together_and_pictures_keep_their_shape(visit, edition, width):
    page = visit(width=width)
    page.goto(edition["front"])
    assert page.locator(".block").count() > 3
    if width >= 1280:
        assert page.evaluate(BLANK) == []
    assert page.evaluate(CROPPED) == []


def test_paper_gets_the_address_and_the_date_of_an_article_once_and_lines_of_a_book(visit, edition):
    page = visit()
    page.goto(edition["article"])
    page.emulate_media(media="print")
    for hidden in (".footer", ".related", ".share h2", ".tags", ".masthead__date", ".contributions"):
        assert page.locator(hidden).count()
        for one in page.locator(hidden).all():
            assert not one.is_visible()
    assert page.locator(".article__dates time").first.is_visible()
    printed = page.evaluate("getComputedStyle(document.querySelector('.share'), '::after').content")
    assert printed == f'"{page.url}"'
    line, letter = page.evaluate(
        """(() => {
        const body = document.querySelector(".body");
        return [body.clientWidth, parseFloat(getComputedStyle(body).fontSize)];
        })()"""
    )
    assert 28 <= line / letter <= 36


@pytest.mark.parametrize("kind", ["front", "article"])
def test_print_keeps_name_and_text_and_hides_navigation(visit, edition, kind):
    page = visit()
    page.goto(edition[kind])
    page.emulate_media(media="print")
    for hidden in (".menu", ".find", ".masthead__subscribe", ".masthead__private", ".footer nav", ".pagination"):
        for one in page.locator(hidden).all():
            assert not one.is_visible()
    assert page.locator(".masthead__name").is_visible()
    assert page.locator("main h1, main h2").first.is_visible()


def test_menu_on_a_phone_begins_at_the_current_section(visit, edition):
    page = visit(width=360)
    page.goto(edition["section"])
    current = page.locator(".menu [aria-current=page]").bounding_box()
    assert current["x"] + current["width"] <= 360


def test_search_is_reached_from_every_masthead(visit, edition):
    """A link on a phone, the field itself on a wide screen; both without scripts."""
    phone = visit(width=360, javascript=False)
    phone.goto("/")
    phone.locator(".find a").click()
    phone.wait_for_url("**/recherche/")
    wide = visit(javascript=False)
    wide.goto("/")
    wide.locator("#find").fill("ferrymen")
    wide.locator("#find").press("Enter")
    wide.wait_for_url("**/recherche/?q=ferrymen")
