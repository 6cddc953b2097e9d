"""The story that the product exists for: an editor writes the page of ../shared/data/seed in the back office, and it
is on the site on its second with every part in order; subscribers talk under it, all others meet the gate."""

import datetime as dt
import io
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.models import Group
from PIL import Image
from playwright.sync_api import expect

from articles.models import Article
from tests.browser.seed import local_instant, read_seed
from tests.factories import PASSWORD, make_subscription, make_user

EVE = dt.datetime(2024, 5, 26, 12, tzinfo=dt.UTC)
INSTANT = dt.datetime(2024, 5, 27, 6, 58, tzinfo=dt.UTC)
LATER = dt.datetime(2025, 11, 1, 9, tzinfo=dt.UTC)
PASTE = """(area, text) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


def plain(text: str) -> str:
    """The words and signs, whatever the spaces, quotes and doubled stops."""
    for typed, printed in {"'": "’", '"': "", "«": "", "»": "", "..": "."}.items():
        text = text.replace(typed, printed)
    return "".join(text.split())


def arrive(page, path):
    """Waits until the address ends in the path, the query left out."""
    page.wait_for_url(lambda url: urlsplit(url).path.endswith(path))


def editor_signs_in(page):
    page.goto("/admin/")
    page.fill("[name=login]", "redaction@example.org")
    page.fill("[name=password]", PASSWORD)
    page.locator("main button[type=submit]").first.click()

    arrive(page, "/admin/")


def add_section(page):
    page.goto("/admin/articles/section/add/")
    page.fill("[name=name]", "Politique")
    page.fill("[name=slug]", "politique")
    page.click("[name=_save]")
    arrive(page, "/admin/articles/section/")


def add_author(page, name):
    page.goto("/admin/authors/author/add/")
    page.fill("[name=name]", name)
    page.fill("[name=slug]", "aboubacar-traore")
    page.click("[name=_save]")
    arrive(page, "/admin/authors/author/")


def add_picture(page):
    file = io.BytesIO()
    Image.new("RGB", (1600, 1067), "#4a6b8a").save(file, "JPEG")
    page.goto("/admin/pictures/picture/add/")
    picture = {"name": "kigali.jpg", "mimeType": "image/jpeg", "buffer": file.getvalue()}
    page.set_input_files("[name=original]", picture)
    page.fill("[name=alt]", "Deux hommes à une tribune")
    page.fill("[name=caption]", "Kigali")
    page.fill("[name=credit]", "Illustration")
    page.click("[name=_save]")
    arrive(page, "/admin/pictures/picture/")


def pick(page, field, words):
    """Types into a picker and takes the first that it suggests."""
    page.locator(f"#id_{field}_search").press_sequentially(words, delay=5)
    option = page.locator(f"#id_{field}_options [role=option]").first
    expect(option).to_contain_text(words[:20])
    option.click()


def schedule(page, instant):
    page.fill("[name=published_at]", instant)
    page.click("button[name=step][value=schedule]")
    arrive(page, "/change/")
    expect(page.locator(".desk-state")).to_have_class("desk-state state-scheduled")


def write_piece(page, *, title, standfirst, body, author, instant):
    page.goto("/admin/articles/article/add/")
    page.fill("[name=headline]", title)
    page.fill("[name=standfirst]", standfirst)
    page.locator(".ProseMirror").evaluate(PASTE, body)
    page.select_option("[name=section]", label="Politique")
    if author:
        pick(page, "bylines", author)
    schedule(page, instant)


def write_others(page, seed):
    for number, piece in enumerate(seed.related):
        write_piece(
            page,
            title=piece.title,
            standfirst=piece.teaser,
            body=piece.teaser,
            author="",
            instant=f"2025-10-2{number}T12:00",
        )
    for piece in seed.by_author:
        write_piece(
            page,
            title=piece.title,
            standfirst=piece.teaser,
            body="Le texte de cet article commence ici, sans chapô.",
            author=seed.author,
            instant=local_instant(piece.published),
        )


def write_seed(page, seed):
    page.goto("/admin/articles/article/add/")
    page.fill("[name=kicker]", seed.kicker)
    page.fill("[name=headline]", seed.headline)
    page.fill("[name=standfirst]", seed.standfirst)
    page.fill("[name=picture_caption]", seed.caption)
    area = page.locator(".ProseMirror")
    area.click()
    page.keyboard.type(seed.body[0][:60])
    area.evaluate(PASTE, seed.body[0][60:] + "\n\n" + "\n\n".join(seed.body[1:]))
    page.click("#id_picture_search")
    page.locator("[data-picture-dialog] .picker-picture").first.click()
    page.select_option("[name=section]", label="Politique")
    pick(page, "bylines", seed.author)
    for piece in seed.related:
        pick(page, "related", piece.title[:40])
    schedule(page, local_instant(seed.published))


def fill_the_newspaper(page, seed):
    """From signing in to the last scheduled article. No form stays open: it would go on speaking to the server, under
    a session that has ended at the clock's next stop."""
    editor_signs_in(page)
    add_section(page)
    add_author(page, seed.author)
    add_picture(page)
    write_others(page, seed)
    write_seed(page, seed)
    page.goto("about:blank")


def change_headline(page, article, headline, step):
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    page.fill("[name=headline]", headline)
    with page.expect_navigation():
        page.click(f"button[name=step][value={step}]")
    arrive(page, "/change/")


def parts_in_order(seed):
    """What the page must show, from top to bottom."""
    yield f"{seed.kicker} {seed.headline}"
    yield seed.standfirst
    yield seed.published
    yield seed.caption
    yield from seed.body
    yield seed.author
    for piece in seed.related:
        yield f"Lire aussi : {piece.title}"
        yield piece.teaser
    yield "Les articles de l’auteur"
    for piece in seed.by_author:
        yield piece.title
        yield "Le texte de cet article commence ici" if piece.teaser == "-." else piece.teaser
        yield f"Par {seed.author}"
        yield piece.published
    yield from seed.gate


def assert_in_order(text, parts):
    rest = plain(text)
    for part in parts:
        _before, found, rest = rest.partition(plain(part))
        assert found, f"missing, or not in its place: {part}"


@pytest.fixture
def editor(site):
    user = make_user(email="redaction@example.org", name="Rédaction", is_staff=True)
    user.groups.add(Group.objects.get(name="Rédacteur en chef"))
    return user


@pytest.fixture
def subscriber(site):
    user = make_user(email="abonne@example.org", public_name="Awa D.")
    make_subscription(user, starts_at=LATER - dt.timedelta(days=5), ends_at=LATER + dt.timedelta(days=25))
    return user


def test_seed_page_from_the_admin_to_the_reader(  # noqa: PLR0917 (fixtures)
    visit, editor, subscriber, sign_in, time_machine, troubles
):
    seed = read_seed()
    troubles.expect("404")
    time_machine.move_to(EVE)
    desk, reader = visit(), visit(width=360)
    fill_the_newspaper(desk, seed)
    article = Article.objects.get(kicker__startswith="#Mali")
    address = article.get_absolute_url()
    assert address.startswith("/2024/05/27/")

    time_machine.move_to(INSTANT - dt.timedelta(seconds=5))
    assert reader.goto(address).status == 404
    for path in ("/", "/rubrique/politique/"):
        reader.goto(path)
        assert plain(seed.headline) not in plain(reader.inner_text("body"))
    assert reader.goto("/auteur/aboubacar-traore/").status == 404

    time_machine.move_to(INSTANT, tick=False)
    assert reader.goto(address).status == 200
    assert_in_order(
        reader.inner_text("main"), [seed.headline, seed.standfirst, seed.published, seed.caption, *seed.body]
    )
    reader.goto("/")
    assert plain(seed.headline) in plain(reader.inner_text("body"))

    time_machine.move_to(LATER)
    reader.goto(address)
    assert_in_order(reader.inner_text("main"), parts_in_order(seed))
    assert "-." not in reader.inner_text("main")
    assert reader.evaluate("document.documentElement.scrollWidth <= window.innerWidth")

    member = visit(width=360)
    sign_in(member, subscriber)
    member.goto(address)
    member.fill("#contribution-text", "Merci pour ce compte rendu.")
    member.click(".comment-form button[type=submit]")
    expect(member.locator("main")).to_contain_text("Merci pour ce compte rendu.")
    reader.reload()
    assert "Merci pour ce compte rendu" not in reader.content()

    time_machine.move_to(LATER + dt.timedelta(days=26))
    sign_in(member, subscriber)
    member.goto(address)
    expect(member.locator("#contributions")).to_contain_text("est réservé aux abonnés")
    assert_in_order(member.inner_text("#contributions"), seed.gate)
    assert "Merci pour ce compte rendu" not in member.content()

    sign_in(desk, editor)
    change_headline(desk, article, "Un nouveau titre", "save")
    reader.goto(address)
    assert plain(seed.headline) in plain(reader.inner_text("h1"))
    assert "Un nouveau titre" not in reader.content()
    change_headline(desk, article, "Un nouveau titre", "publish")
    reader.goto(address)
    assert "Un nouveau titre" in reader.inner_text("h1")
