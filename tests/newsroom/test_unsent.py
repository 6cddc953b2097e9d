"""A form that is sent after its session has ended is not lost in an empty page: one is led back, with one's words."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import make_article, make_newspaper, make_plan, make_user

pytestmark = pytest.mark.django_db
FROM = {"referer": "http://testserver/compte/?a=b", "accept": "text/html"}
TEXT = "Bon anniversaire, ma tante : voici de quoi lire."


@pytest.fixture(autouse=True)
def newspaper():
    make_newspaper()


@pytest.mark.parametrize("method", ["get", "put", "delete"])
def test_an_address_that_takes_forms_says_so(client, method):
    client.force_login(make_user())
    answer = getattr(client, method)(reverse("change_name"), headers={"accept": "text/html"})
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "Cette adresse reçoit un formulaire" in answer.text


def test_programs_get_no_page(client):
    answer = client.get(reverse("change_name"), headers={"accept": "*/*"})
    assert (answer.status_code, answer.content) == (405, b"")
    answer = client.post("/admin/articles/page/add/", {"title": TEXT}, headers=FROM | {"accept": "*/*"})
    assert answer.status_code == 302


@pytest.mark.parametrize("name", ["change_name", "choose_public_name", "choose_reminders"])
def test_after_signing_in_one_is_where_the_form_stood(client, name):
    answer = client.post(reverse(name), {"name": "Awa"}, headers=FROM)
    assert answer.url == f"{reverse('account_login')}?next=/compte/%3Fa%3Db"
    assert "vous n’étiez plus connecté" in client.get(answer.url).text.lower()


def test_the_back_office_leads_back_as_well(client):
    answer = client.post(
        "/admin/counter/sell/", {"receipt": "C-1"}, headers=FROM | {"referer": "http://testserver/admin/counter/"}
    )
    assert "next=/admin/counter/" in answer.url
    assert "sell" not in answer.url


def test_words_are_given_back(client):
    plan = make_plan()
    address = reverse("place_gift", args=[plan.slug, plan.prices.get().zone.slug])
    answer = client.post(
        address, {"message": TEXT, "recipient": "tante@example.org", "oldpassword": "a b c d e f g h"}, headers=FROM
    )
    assert answer.status_code == 403
    assert TEXT in answer.text
    assert f"{reverse('account_login')}?next=/compte/%3Fa%3Db" in answer.text
    assert "a b c d e f g h" not in answer.text
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("referer", ["", "https://evil.example/compte/", "http://testserver//evil.example/", "x"])
def test_forms_of_other_sites_lead_nowhere_and_show_nothing(client, referer):
    answer = client.post(reverse("change_name"), {"name": TEXT}, headers={"referer": referer})
    assert answer.url == f"{reverse('account_login')}?next={reverse('change_name')}"
    strict = Client(enforce_csrf_checks=True)
    page = strict.post(reverse("change_name"), {"name": TEXT}, headers={"referer": referer, "accept": "text/html"})
    assert page.status_code == 403
    assert TEXT not in page.text
    assert "evil" not in page.text


def test_a_form_that_has_expired_gives_its_words_back(cast):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.subscriber)
    article = make_article()
    here = f"http://testserver{article.get_absolute_url()}contributions/"
    page = strict.post(f"{here}publier/", {"text": f"{TEXT}<script>x</script>"}, headers={"referer": here})
    assert page.status_code == 403
    assert f"{TEXT}&lt;script&gt;" in page.text
    assert f'href="{article.get_absolute_url()}contributions/"' in page.text


def test_what_the_editor_wrote_is_given_back_as_words(client):
    sent = {
        "title": "Short",
        "body": "<p>Nos prix changent, <b>et voici</b> pourquoi.</p><p>D’abord le papier &amp; l’encre.</p>",
    }
    page = client.post("/admin/articles/page/add/", sent, headers=FROM)
    assert "Nos prix changent, et voici pourquoi.\nD’abord le papier &amp; l’encre.</textarea>" in page.text
    assert "Short" not in page.text
