"""The menus: what readers see of them, and the screen where the desk makes them."""

import re

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from articles.menus import Link, menus
from articles.models import MenuItem
from tests.factories import make_article, make_newspaper, make_page, make_section
from web.addresses import is_link_address

pytestmark = pytest.mark.django_db
HEADER = "/admin/articles/menuitem/header/lines/"
FOOTER = "/admin/articles/menuitem/footer/lines/"
ATTACK = '"><img src=x onerror=alert(1)>'


def line(menu="header", position=1, **fields):
    return MenuItem.objects.create(menu=menu, position=position, **fields)


@pytest.fixture
def desk(client, cast):
    make_newspaper()
    client.force_login(cast.editor, backend="django.contrib.auth.backends.ModelBackend")
    return client


def sent(*lines, seen=""):
    data = {"seen": seen, "form-TOTAL_FORMS": len(lines), "form-INITIAL_FORMS": 0}
    for number, fields in enumerate(lines):
        data |= {f"form-{number}-{name}": value for name, value in {"position": number + 1, **fields}.items()}
    return data


def seen_in(page):
    return re.search(r'name="seen" value="([^"]*)"', page.text).group(1)


def test_without_a_menu_the_sections_stand_above_and_the_pages_below():
    second, first = make_section(name="Sport", position=2, color="green"), make_section(name="Nation", position=1)
    make_section(name="Mines", parent=first, position=0)
    make_page(title="Contact", slug="contact")
    make_page(title="Draft", is_published=False)
    assert menus() == {
        "header": [
            Link("Nation", first.get_absolute_url(), "ink", first.pk),
            Link("Sport", second.get_absolute_url(), "green", second.pk),
        ],
        "footer": [Link("Contact", "/page/contact/"), Link("Rectificatifs", "/corrections/")],
    }


def test_desk_s_lines_stand_in_their_order_with_their_words():
    section, page = make_section(name="Nation", color="red"), make_page(title="Contact", slug="contact")
    line(position=3, section=section)
    line(position=1, page=page, label="Nous écrire")
    line(position=2, address="https://radio.example/", label="Radio")
    assert menus()["header"] == [
        Link("Nous écrire", "/page/contact/"),
        Link("Radio", "https://radio.example/"),
        Link("Nation", section.get_absolute_url(), "red", section.pk),
    ]


def test_draft_page_is_hidden_and_the_menu_stays_the_desk_s():
    line("footer", page=make_page(is_published=False))
    make_page(title="Other")
    assert menus()["footer"] == []


def test_address_of_elsewhere_in_the_row_is_no_link():
    for number, address in enumerate(["javascript:alert(1)", "//evil.example", "http://plain.example"]):
        line(position=number, address=address, label="Click")
    assert menus()["header"] == []


def test_line_goes_with_its_section_or_page():
    section, page = make_section(), make_page()
    line(section=section)
    line(page=page, position=2)
    section.delete()
    page.delete()
    assert not MenuItem.objects.exists()


def test_deleting_says_that_the_line_goes_too(desk):
    page = make_page(title="Contact")
    line("footer", page=page)
    address = reverse("admin:articles_page_delete", args=[page.pk])
    assert "Menu de pied de page › Contact" in desk.get(address).text
    assert desk.post(address, {"post": "yes"}).status_code == 302
    assert not MenuItem.objects.exists()


@pytest.mark.parametrize("fields", [{}, {"address": "/x"}, {"label": "x"}])
def test_line_leads_to_one_thing(fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        line(**fields)
    with pytest.raises(IntegrityError), transaction.atomic():
        line(section=make_section(), page=make_page())


@pytest.mark.parametrize("lines", [0, 1, 12])
def test_menus_take_one_query(django_assert_num_queries, lines):
    for number in range(lines):
        line(position=number, section=make_section())
        line("footer", position=number, page=make_page())
    with django_assert_num_queries(1):
        assert len(menus()["header"]) == lines


def test_menu_marks_the_section_of_an_article_and_the_open_page(client):
    make_newspaper()
    section, page = make_section(), make_page(slug="contact")
    line(section=section)
    line(position=2, page=page)
    line(position=3, address="https://radio.example/", label="Radio")
    marked = re.compile(r'<a href="([^"]*)" aria-current="(\w+)">')
    child = make_article(section=make_section(parent=section))
    assert marked.findall(client.get(child.get_absolute_url()).text) == [(section.get_absolute_url(), "true")]
    assert marked.findall(client.get("/page/contact/").text)[0] == ("/page/contact/", "page")
    assert marked.findall(client.get("/").text) == []


def test_screen_saves_the_lines_by_their_numbers(desk):
    section, page = make_section(), make_page()
    answer = desk.post(
        HEADER,
        sent(
            {"target": f"section:{section.pk}", "position": 7},
            {"target": ""},
            {"target": f"page:{page.pk}", "label": "Nous", "position": 2},
            {"target": "address", "label": "Radio", "address": "https://radio.example/", "position": ""},
        ),
    )
    assert answer.status_code == 302
    shown = [(item.page, item.section, item.address, item.label) for item in MenuItem.objects.all()]
    assert shown == [
        (page, None, "", "Nous"),
        (None, section, "", ""),
        (None, None, "https://radio.example/", "Radio"),
    ]
    assert "Le menu est enregistré" in desk.get(HEADER).text


def test_menu_without_lines_fills_itself_again(desk):
    line(section=make_section())
    answer = desk.post(HEADER, sent({"target": ""}, seen=seen_in(desk.get(HEADER))), follow=True)
    assert "se remplit de nouveau" in answer.text
    assert not MenuItem.objects.exists()


def test_screen_begins_with_what_readers_see_now(desk):
    section = make_section(name="Nation")
    page = desk.get(HEADER)
    assert f'<option value="section:{section.pk}" selected>Nation' in page.text
    assert "Personne n’a composé ce menu" in page.text


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"target": "address", "label": "X", "address": "javascript:alert(1)"}, "https:// ou"),
        ({"target": "address", "label": "X", "address": "//evil.example/"}, "https:// ou"),
        ({"target": "address", "label": "X", "address": "http://plain.example/"}, "https:// ou"),
        ({"target": "address", "label": "X", "address": "/\\evil.example"}, "https:// ou"),
        ({"target": "address", "label": "X"}, "Écrivez l’adresse"),
        ({"target": "address", "address": "https://a.example/"}, "Écrivez le texte du lien"),
        ({"target": "", "label": "X"}, "Choisissez où mène ce lien"),
        ({"target": "", "address": "https://a.example/"}, "Une adresse est écrite"),
        ({"target": "page:999999"}, "n’est plus là"),
        ({"target": "", "position": "-1"}, "supérieure ou égale à 1"),
    ],
)
def test_bad_line_is_refused_in_a_sentence_and_nothing_typed_is_lost(desk, fields, sentence):
    section = make_section()
    kept = {"target": f"section:{section.pk}", "label": "Typed words"}
    page = desk.post(HEADER, sent(kept, fields))
    assert page.status_code == 422
    assert sentence in page.text
    assert "Typed words" in page.text
    assert not MenuItem.objects.exists()


def test_section_stands_in_a_menu_once(desk):
    twice = {"target": f"section:{make_section().pk}"}
    page = desk.post(HEADER, sent(twice, twice))
    assert page.status_code == 422
    assert "Déjà dans le menu" in page.text


def test_colleague_s_menu_is_not_overwritten_unseen(desk):
    first, second = make_section(), make_section()
    assert desk.post(HEADER, sent({"target": f"section:{first.pk}"})).status_code == 302
    page = desk.post(HEADER, sent({"target": f"section:{second.pk}"}))
    assert page.status_code == 409
    assert MenuItem.objects.get().section == first
    assert desk.post(HEADER, sent({"target": f"section:{second.pk}"}, seen=seen_in(page))).status_code == 302
    assert MenuItem.objects.get().section == second


def test_menus_are_the_chief_editors_alone(client, cast):
    make_newspaper()
    item = line(section=make_section())
    client.force_login(cast.journalist, backend="django.contrib.auth.backends.ModelBackend")
    for path in (HEADER, f"/admin/articles/menuitem/{item.pk}/change/"):
        assert client.get(path).status_code == 403
    assert client.post(HEADER, sent()).status_code == 403
    assert MenuItem.objects.exists()


def test_odd_addresses_of_the_screens_are_not_found(desk):
    for path in ("/admin/articles/menuitem/other/lines/", f"/admin/articles/menuitem/{'9' * 30}/change/"):
        assert desk.get(path).status_code == 404
    assert desk.post(HEADER, {"seen": ""}).status_code == 422


def test_script_in_words_of_a_link_is_escaped_everywhere(desk):
    """E03"""
    line(address="/x/", label=ATTACK)
    make_section(name=ATTACK)
    for path in ("/", HEADER, FOOTER):
        assert "<img src=x" not in desk.get(path).text


@pytest.mark.parametrize("address", ["/", "/recherche/?q=a", "https://a.example", "https://a.example/b?c#d"])
def test_good_addresses_are_links(address):
    assert is_link_address(address)
