"""The writing area and the pickers, as an editor uses them, under the policy of the back office.

Any refused style or script and any console error fails a test.
"""

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from playwright.sync_api import expect

from articles.models import Tag
from pictures.models import Picture
from pictures.renditions import make_first
from tests.browser.editor_page import body, paste, press, sent, write
from tests.factories import make_article, make_author


def make_library_picture(**fields):
    file = io.BytesIO()
    Image.new("RGB", (1200, 800), "teal").save(file, "JPEG")
    picture = Picture(original=SimpleUploadedFile("x.jpg", file.getvalue()), alt="A picture", **fields)
    picture.save()
    make_first(picture)
    picture.save()
    return picture


def test_what_is_typed_is_in_the_text_area_and_arrives(form):
    write(form, "Un premier paragraphe", "Un second")
    assert body(form) == "<p>Un premier paragraphe</p><p>Un second</p>"
    assert sent(form)["body"] == "<p>Un premier paragraphe</p><p>Un second</p>"


def test_text_that_nobody_touches_arrives_as_it_was(open_form):
    text = (
        "<h2>Titre</h2><p>Un <strong>mot</strong>, <em>deux</em>, <s>trois</s>, m<sup>2</sup>, H<sub>2</sub>O"
        "<br>et la suite</p>"
        '<ul><li>un</li></ul><hr><blockquote><p>Oui.</p></blockquote><figure data-embed="https://example.org/v"></figure>'
    )
    page = open_form(body=text)
    assert body(page) == text
    write(page, "")
    assert sent(page)["body"] == text


def test_editing_loses_nothing_that_the_server_keeps(open_form):
    text = (
        "<h2>Titre</h2><p>Un <strong>mot</strong>, <em>deux</em>, <s>trois</s>, m<sup>2</sup>, H<sub>2</sub>O"
        '<br>et la suite <a href="/2024/">ici</a></p><ol><li><p>un</p></li></ol><hr>'
        "<blockquote><p>Oui.</p><cite>Awa</cite></blockquote>"
        '<figure data-embed="https://example.org/v"><figcaption>Vu</figcaption></figure><p>Fin</p>'
    )
    page = open_form(body=text)
    page.locator(".ProseMirror > p").last.click()
    page.keyboard.press("End")
    page.keyboard.type("al")
    assert body(page) == text.replace("Fin", "Final")


@pytest.mark.parametrize(
    ("command", "html"),
    [
        ("heading-2", "<h2>Mot</h2>"),
        ("heading-3", "<h3>Mot</h3>"),
        ("heading-4", "<h4>Mot</h4>"),
        ("bold", "<p><strong>Mot</strong></p>"),
        ("italic", "<p><em>Mot</em></p>"),
        ("bullets", "<ul><li><p>Mot</p></li></ul>"),
        ("numbers", "<ol><li><p>Mot</p></li></ol>"),
        ("quote", "<blockquote><p>Mot</p></blockquote>"),
    ],
)
def test_button_sets_and_takes_back(form, command, html):
    write(form, "Mot")
    form.keyboard.press("Control+a")
    button = form.locator(f'[data-command="{command}"]')
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    assert body(form) == html
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    assert body(form) == "<p>Mot</p>"


def test_undo_and_redo(form):
    write(form, "Mot")
    expect(form.locator('[data-command="redo"]')).to_have_attribute("aria-disabled", "true")
    press(form, "undo")
    assert body(form) == ""
    press(form, "redo")
    assert body(form) == "<p>Mot</p>"


def test_toolbar_is_one_stop_and_arrows_walk_it(form):
    write(form, "Mot")
    form.keyboard.press("Control+a")
    form.keyboard.press("Alt+F10")
    for _ in range(5):
        form.keyboard.press("ArrowRight")
    expect(form.locator(":focus")).to_have_attribute("data-command", "bold")
    form.keyboard.press("Enter")
    assert body(form) == "<p><strong>Mot</strong></p>"
    assert form.locator('[data-command][tabindex="0"]').count() == 1


def test_quote_has_a_line_for_its_author(form):
    write(form, "Nous avons gagné")
    press(form, "quote")
    form.keyboard.press("End")
    form.keyboard.press("Enter")
    form.keyboard.press("Enter")
    form.keyboard.type("Awa Traoré, maire")
    form.keyboard.press("Enter")
    form.keyboard.type("La suite")
    assert body(form) == (
        "<blockquote><p>Nous avons gagné</p><cite>Awa Traoré, maire</cite></blockquote><p>La suite</p>"
    )


def test_quote_that_came_without_author_can_have_one(open_form):
    page = open_form(body="<blockquote><p>Oui</p></blockquote><p>Fin</p>")
    page.locator(".ProseMirror cite").click()
    page.keyboard.type("Awa")
    assert body(page) == "<blockquote><p>Oui</p><cite>Awa</cite></blockquote><p>Fin</p>"


def test_link_is_set_changed_and_removed(form):
    write(form, "Mot")
    form.keyboard.press("Control+a")
    form.keyboard.press("Control+k")
    dialog = form.locator("[data-link-dialog]")
    dialog.locator("input").fill("javascript:alert(1)")
    form.keyboard.press("Enter")
    expect(dialog.get_by_role("alert")).to_be_visible()
    dialog.locator("input").fill("example.org/page")
    form.keyboard.press("Enter")
    assert body(form) == '<p><a href="https://example.org/page">Mot</a></p>'
    press(form, "link")
    expect(dialog.locator("input")).to_have_value("https://example.org/page")
    dialog.locator("input").fill("/rubrique/sport/")
    dialog.locator("[data-apply]").click()
    assert body(form) == '<p><a href="/rubrique/sport/">Mot</a></p>'
    press(form, "link")
    dialog.locator("[data-unlink]").click()
    assert body(form) == "<p>Mot</p>"


def test_read_also_goes_after_the_block_and_names_the_article(form):
    article = make_article(headline="Sécurité au Rwanda")
    make_article(headline="Football")
    write(form, "Une phrase entière", "Une autre")
    form.keyboard.press("ArrowUp")
    press(form, "related")
    form.keyboard.type("securite")
    expect(form.locator(".picker-option")).to_have_count(1)
    form.keyboard.press("ArrowDown")
    form.keyboard.press("Enter")
    expect(form.locator(".editor-box")).to_contain_text("Sécurité au Rwanda")
    form.keyboard.type("!")
    box = f'<aside data-article="{article.pk}"></aside>'
    assert body(form) == f"<p>Une phrase entière</p>{box}<p>!Une autre</p>"
    form.locator(".editor-box [data-remove]").click()
    assert body(form) == "<p>Une phrase entière</p><p>!Une autre</p>"


def test_boxes_of_a_text_show_what_stands_behind_them(open_form):
    article = make_article(headline="Le fleuve monte", status="withdrawn")
    picture = make_library_picture(caption="Le marché", credit="AMAP")
    page = open_form(
        body=f'<p>Un</p><aside data-article="{article.pk}"></aside><aside data-article="999999"></aside>'
        f'<figure data-picture="{picture.pk}"><figcaption>À Médine</figcaption></figure>'
    )
    boxes = page.locator(".editor-box")
    expect(boxes.nth(0)).to_contain_text("Le fleuve monte")
    expect(boxes.nth(0)).to_have_attribute("data-state", "withdrawn")
    expect(boxes.nth(1)).to_have_attribute("data-state", "gone")
    expect(page.locator(".editor-figure img")).to_have_js_property("complete", True)
    assert page.locator(".editor-figure img").evaluate("image => image.naturalWidth") > 0
    page.locator(".editor-figure figcaption").click()
    page.keyboard.press("End")
    page.keyboard.type(", hier")
    assert "<figcaption>À Médine, hier</figcaption></figure>" in body(page)


def test_picture_of_the_library_goes_after_the_block_with_its_caption(form):
    make_library_picture(caption="Autre chose")
    picture = make_library_picture(caption="Le marché de Médine", credit="AMAP")
    write(form, "Une phrase")
    press(form, "picture")
    form.keyboard.type("medine")
    expect(form.locator("dialog[open] .picker-picture")).to_have_count(1)
    form.locator("dialog[open] .picker-picture").click()
    form.keyboard.type("Suite")
    figure = f'<figure data-picture="{picture.pk}"><figcaption>Le marché de Médine</figcaption></figure>'
    assert body(form) == f"<p>Une phrase</p>{figure}<p>Suite</p>"


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ('Il dit : "oui".', "Il dit\u00a0: «\u00a0oui\u00a0»."),
        ("l'eau d'ici", "l’eau d’ici"),
        ("Attendre...", "Attendre…"),
        ("Quoi ? Ah! Bien ; et", "Quoi\u202f? Ah\u202f! Bien\u202f; et"),
        ("Quoi?!", "Quoi\u202f?!"),
        ("à 06:58, 12 % et 5€", "à 06:58, 12\u00a0% et 5\u00a0€"),
        ("voir https://example.org/?a='b' ici", "voir https://example.org/?a='b' ici"),
        ("« mot »", "«\u00a0mot\u00a0»"),
        ('"mot "', "«\u00a0mot\u00a0»"),
    ],
)
def test_french_typography_while_typing(form, typed, text):
    write(form, typed)
    assert form.locator(".ProseMirror").text_content() == text


def test_one_undo_gives_the_raw_character_back(form):
    write(form, "Quoi ?")
    form.keyboard.press("Control+z")
    assert form.locator(".ProseMirror").text_content() == "Quoi ?"
    form.keyboard.press("End")
    form.keyboard.type(' "')
    form.keyboard.press("Control+z")
    assert form.locator(".ProseMirror").text_content() == 'Quoi ? "'


def test_typography_follows_the_language_and_the_button(form):
    form.locator("[name=language]").select_option("en")
    expect(form.locator('[data-command="typography"]')).to_have_attribute("aria-pressed", "false")
    write(form, "It's")
    press(form, "typography")
    form.keyboard.type(" d'")
    assert form.locator(".ProseMirror").text_content() == "It's d’"


def test_words_and_characters_are_counted(form):
    write(form, "Deux mots", "L'eau !")
    parts = form.locator("[data-count] [data-part]")
    expect(parts).to_have_text([re.compile(r"\D3$"), re.compile(r"\D16$"), re.compile(r"\D0$"), re.compile(r"\D1\D")])
    paste(form, text="Encore un mot. " * 200)
    sheets = "2"  # 3,000 characters and a little
    expect(parts.nth(2)).to_have_text(re.compile(rf"\D{sheets}$"))
    expect(parts.nth(3)).to_have_text(re.compile(r"\D3\D"))


def test_cursor_stays_clear_of_what_floats_over_the_text(form):
    write(form, *["Une ligne"] * 30)
    form.wait_for_function("getSelection().getRangeAt(0).getBoundingClientRect().bottom < innerHeight - 100")
    toolbar = form.locator("[data-toolbar]").bounding_box()
    assert toolbar["y"] == 0


def test_without_javascript_the_text_area_is_there(visit, open_form, sign_in, cast):
    page = visit(javascript=False)
    sign_in(page, cast.editor)
    page.goto("/form/")
    page.locator("textarea[name=body]").fill("<p>Oui</p>")
    expect(page.locator("textarea[name=body]")).to_be_visible()
    expect(page.locator("[data-toolbar]")).to_be_hidden()


def test_bylines_by_keyboard(form):
    one, two = make_author(name="Aïssata Koné"), make_author(name="Bakary Sow")
    field = form.locator("#id_bylines_search")
    for words in ("aissata", "bakary"):
        field.click()
        form.keyboard.type(words)
        expect(form.locator("#id_bylines_options [role=option]")).to_have_count(1)
        form.keyboard.press("ArrowDown")
        expect(field).to_have_attribute("aria-activedescendant", "id_bylines_options_0")
        form.keyboard.press("Enter")
    rows = form.locator("[data-picker=bylines] li.picker-row")
    expect(rows).to_have_count(2)
    rows.nth(1).locator("select").select_option("photographer")
    rows.nth(1).locator("[data-up]").press("Enter")
    expect(rows.nth(0)).to_contain_text("Bakary Sow")
    expect(rows.nth(0).locator("[data-up]")).to_be_focused()
    assert sent(form)["bylines"] == [{"author": two.pk, "role": "photographer"}, {"author": one.pk, "role": "author"}]


def test_tags_are_typed_or_taken(form):
    Tag.objects.create(name="Sécurité", slug="securite")
    form.locator("#id_tags_search").click()
    form.keyboard.type("#Mali,Bamako")
    form.keyboard.press("Enter")
    form.keyboard.type("secu")
    expect(form.locator("#id_tags_options [role=option]")).to_have_text([re.compile("Sécurité")])
    form.keyboard.press("ArrowDown")
    form.keyboard.press("Enter")
    form.keyboard.type("mali,Niger")
    form.keyboard.press("Tab")
    chips = form.locator("[data-picker=tags] li.picker-chip")
    expect(chips).to_have_count(4)
    chips.nth(1).locator("button").press("Enter")
    assert sent(form)["tags"] == ["Mali", "Sécurité", "Niger"]


def test_related_articles_by_keyboard(open_form):
    one, two, three = (make_article(headline=f"Article {n}") for n in ("un", "deux", "trois"))
    page = open_form(related=[one.pk, two.pk])
    page.locator("#id_related_search").click()
    page.keyboard.type("article")
    expect(page.locator("#id_related_options [role=option]")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    rows = page.locator("[data-picker=related] li.picker-row")
    expect(rows).to_have_count(3)
    rows.nth(0).locator("[data-remove]").press("Enter")
    rows.nth(1).locator("[data-up]").press("Enter")
    assert sent(page)["related"] == [three.pk, two.pk]


def test_escape_closes_the_suggestions_and_keeps_the_words(form):
    make_author(name="Aïssata Koné")
    form.locator("#id_bylines_search").click()
    form.keyboard.type("ai")
    expect(form.locator("#id_bylines_options")).to_be_visible()
    form.keyboard.press("Escape")
    expect(form.locator("#id_bylines_options")).to_be_hidden()
    expect(form.locator("#id_bylines_search")).to_have_value("ai")


def test_lead_picture_is_chosen_and_removed(form):
    picture = make_library_picture(caption="Le marché", credit="AMAP")
    form.locator("#id_picture_search").click()
    form.locator("dialog[open] .picker-picture").click()
    preview = form.locator("[data-picker=picture] .picker-preview")
    expect(preview).to_contain_text("Le marché")
    assert form.locator("input[name=picture]").input_value() == str(picture.pk)
    preview.locator("[data-remove]").click()
    assert sent(form)["picture"] is None


def test_search_that_is_refused_says_so(form, troubles, cast):
    troubles.expect("403")
    cast.editor.groups.clear()
    form.locator("#id_related_search").click()
    expect(form.locator("[data-picker=related] [data-status]")).not_to_be_empty()


@pytest.mark.parametrize("width", [360, 390])
@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_nothing_is_wider_than_a_phone(open_form, width, color_scheme):
    picture = make_library_picture(caption="Le marché de " + "Médine " * 20)
    page = open_form(
        width=width,
        color_scheme=color_scheme,
        body=f'<p>Un</p><figure data-picture="{picture.pk}"><figcaption>Mot</figcaption></figure>',
        picture=picture.pk,
        bylines=[{"author": make_author(name="Aïssata Koné").pk, "role": "correspondent"}],
        tags=["Mali", "Un mot-clé qui est vraiment long"],
        related=[make_article(headline="Un titre qui va à la ligne plusieurs fois " * 2).pk],
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    press(page, "picture")
    expect(page.locator("dialog[open]")).to_be_visible()
    box = page.locator("dialog[open]").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
