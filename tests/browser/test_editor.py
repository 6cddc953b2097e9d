"""The writing area and the pickers, as an editor uses them, under the policy of the back office.

The page here is a form of nothing but these widgets. Any refused style or script and any console error fails a test.
"""

import io
import json
import re

import pytest
from django import forms
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.template import engines
from django.test import override_settings
from django.urls import include, path
from django.views.decorators.cache import never_cache
from PIL import Image
from playwright.sync_api import expect

from articles.fields import BylinesField, LocalDateTimeField, PictureField, RelatedField, TagsField, bind
from articles.models import Tag
from articles.widgets import BodyWidget
from pictures.models import Picture
from pictures.renditions import make_first
from tests.factories import make_article, make_author


class Form(forms.Form):
    body = forms.CharField(required=False, widget=BodyWidget())
    picture = PictureField(required=False)
    bylines = BylinesField(required=False)
    tags = TagsField(required=False)
    related = RelatedField(required=False)
    language = forms.ChoiceField(choices=settings.LANGUAGES, initial="fr")
    at = LocalDateTimeField(required=False)


PAGE = """{% load static %}<!doctype html><html lang="fr"><title>Form</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="{% static 'img/favicon.svg' %}">
<link rel="stylesheet" href="{% static 'admin/css/base.css' %}">
<link rel="stylesheet" href="{% static 'admin/css/dark_mode.css' %}">{{ form.media }}
<form method="post">{% csrf_token %}{{ form.as_div }}<button>Send</button></form>"""
ANSWER = """{% load static %}<!doctype html><title>Sent</title><link rel="icon" href="{% static 'img/favicon.svg' %}">
<pre>{{ data }}</pre>"""
initial = {}


@never_cache
def harness(request):
    form = Form(request.POST or None, initial=initial)
    bind(form, viewer=request.user)
    if request.method == "POST" and form.is_valid():
        return HttpResponse(engines["django"].from_string(ANSWER).render({"data": json.dumps(form.cleaned_data)}))
    return HttpResponse(engines["django"].from_string(PAGE).render({"form": form}, request))


urlpatterns = [path("form/", harness), path("", include("newsroom.urls"))]


@pytest.fixture
def open_form(visit, sign_in, cast):
    with override_settings(ROOT_URLCONF=__name__):

        def open_form(*, width=1280, color_scheme="light", **values):
            initial.update(values)
            page = visit(width=width, color_scheme=color_scheme)
            sign_in(page, cast.editor)
            page.goto("/form/")
            page.locator(".ProseMirror").wait_for()
            return page

        yield open_form
        initial.clear()


@pytest.fixture
def form(open_form):
    return open_form()


def body(page):
    return page.locator("textarea[name=body]").input_value()


def write(page, *lines):
    page.locator(".ProseMirror").click()
    for number, line in enumerate(lines):
        if number:
            page.keyboard.press("Enter")
        page.keyboard.type(line)


def press(page, command):
    page.locator(f'[data-command="{command}"]').click()


def sent(page):
    """What the server understood."""
    page.get_by_role("button", name="Send").click()
    return json.loads(page.locator("pre").inner_text())


def make_library_picture(**fields):
    file = io.BytesIO()
    Image.new("RGB", (1200, 800), "teal").save(file, "JPEG")
    picture = Picture(original=SimpleUploadedFile("x.jpg", file.getvalue()), alt="A picture", **fields)
    picture.save()
    make_first(picture)
    picture.save()
    return picture


def paste(page, html="", text=""):
    page.locator(".ProseMirror").click()
    page.evaluate(
        """([html, text]) => {
          const data = new DataTransfer();
          if (html) data.setData("text/html", html);
          data.setData("text/plain", text);
          const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
          document.querySelector(".ProseMirror").dispatchEvent(event);
        }""",
        [html, text],
    )


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


WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {color: red}</style>
<!--[if gte mso 9]><xml><o:x>secret</o:x></xml><![endif]--></head><body lang=FR style='tab-interval:35.4pt'>
<!--StartFragment--><h1 style='margin:0cm'>Un titre<o:p></o:p></h1>
<p class=MsoNormal style='margin-bottom:8.0pt'><b style='mso-bidi-font-weight:normal'><span
style='font-size:12.0pt'>Gras</span></b>
et <i>penché</i><a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>Premier<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'><!--[if !supportLists]--><span
style='mso-list:Ignore'>1.<span>&nbsp;</span></span><!--[endif]-->Dedans<o:p></o:p></p>
<p class=MsoNormal style='color:red' onclick='alert(1)'>Fin<script>alert(1)</script></p>
<!--EndFragment--></body></html>"""

DOCS = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h2
dir="ltr" style="line-height:1.38">
<span style="font-size:16pt;font-weight:700">Inter</span></h2><p dir="ltr"><span style="font-weight:400">Un </span>
<span style="font-weight:700;font-style:italic">mot</span><span style="font-style:italic"> et</span> <a
href="https://www.google.com/url?q=https://example.org/a&amp;sa=D" style="text-decoration:none"><span
>lien</span></a></p>
<ul style="margin-top:0"><li dir="ltr" style="list-style-type:disc" aria-level="1"><p dir="ltr" role="presentation">
<span style="font-size:11pt">point</span></p></li></ul></b><br class="Apple-interchange-newline">"""


def squeezed(html):
    return re.sub(r"\s+", " ", html).replace("> ", ">").replace(" <", "<")


def test_paste_from_word_comes_out_clean(form):
    paste(form, html=WORD)
    assert squeezed(body(form)) == squeezed(
        "<h2>Un titre</h2><p><strong>Gras</strong> et <em>penché</em>.</p>"
        "<ul><li><p>Premier</p><ol><li><p>Dedans</p></li></ol></li></ul><p>Fin</p>"
    )


def test_paste_from_google_docs_comes_out_clean(form):
    paste(form, html=DOCS)
    assert squeezed(body(form)) == squeezed(
        '<h2>Inter</h2><p>Un <strong><em>mot</em></strong><em> et</em> <a href="https://example.org/a">lien</a></p>'
        "<ul><li><p>point</p></li></ul>"
    )


def test_plain_text_pastes_as_paragraphs(form):
    paste(form, text="Un\nsuite\n\nDeux\r\n \r\n\r\nTrois")
    assert body(form) == "<p>Un<br>suite</p><p>Deux</p><p>Trois</p>"


def test_words_and_characters_are_counted(form):
    write(form, "Deux mots", "L'eau !")
    expect(form.locator("[data-count]")).to_contain_text(re.compile(r"\D3\D.*\D16$"))


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
