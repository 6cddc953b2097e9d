"""A reader takes their data, reads what goes and what stays, and leaves; on a telephone, by touch and by keyboard."""

import json

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from accounts.models import User
from tests.browser.keyboard import tab_to
from tests.factories import (
    PASSWORD,
    make_article,
    make_comment,
    make_newspaper,
    make_subscriber,
    make_user,
)
from tests.newsroom.test_personal_data import buy

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def awa(site):
    make_newspaper()
    user = make_user(email="awa@example.org", name="Awa Diarra", public_name="Awa D.")
    buy(user)
    make_comment(make_article(headline="Le fleuve monte"), user, text="Je l’ai vu monter.")
    return user


def sign_in_by_form(page):
    page.goto(reverse("account_login"))
    page.fill("[name=login]", "awa@example.org")
    page.fill("[name=password]", PASSWORD)
    page.get_by_role("button", name="Se connecter", exact=True).click()
    page.wait_for_url(f"**{reverse('account')}")


@pytest.mark.parametrize("javascript", [True, False])
def test_a_reader_takes_their_data_and_leaves(visit, awa, javascript):
    page = visit(width=360, javascript=javascript)
    sign_in_by_form(page)
    page.get_by_role("link", name="Mes contributions").click()
    expect(page.locator("main")).to_contain_text("Je l’ai vu monter.")
    page.get_by_role("link", name="Retour à mon compte").click()
    page.get_by_role("link", name="Télécharger mes données").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Télécharger mes données").click()
    data = json.loads(download.value.path().read_text())
    assert data["Compte"][0]["Adresse e-mail"] == "awa@example.org"
    page.get_by_role("link", name="Supprimer mon compte").click()
    expect(page.locator("main")).to_contain_text("sans remboursement")
    expect(page.locator("main")).to_contain_text("Compte supprimé")
    assert page.evaluate(OVERFLOW) <= 0
    page.get_by_role("button", name="Supprimer définitivement mon compte").click()
    page.fill("[name=password]", PASSWORD)
    page.get_by_role("button", name="Continuer").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Votre compte est supprimé")
    page.goto(reverse("account"))
    page.wait_for_url("**/compte/connexion/**")
    page.fill("[name=login]", "awa@example.org")
    page.fill("[name=password]", PASSWORD)
    page.get_by_role("button", name="Se connecter", exact=True).click()
    expect(page.locator("main .form__summary")).to_be_visible()
    assert not User.objects.get(pk=awa.pk).is_active


def test_what_was_said_stays_under_no_name(visit, sign_in, awa):
    reader = make_subscriber()
    leaver = visit(width=360)
    sign_in_by_form(leaver)
    leaver.goto(reverse("leave"))
    button = leaver.get_by_role("button", name="Supprimer définitivement mon compte")
    tab_to(leaver, button)
    leaver.keyboard.press("Enter")
    leaver.fill("[name=password]", PASSWORD)
    leaver.keyboard.press("Enter")
    leaver.wait_for_url(f"**{reverse('left')}")
    page = visit(width=360)
    sign_in(page, reader)
    article = awa.comments.get().article
    page.goto(article.get_absolute_url())
    expect(page.locator("main")).to_contain_text("Je l’ai vu monter.")
    expect(page.locator("main")).to_contain_text("Compte supprimé")
    expect(page.locator("main")).not_to_contain_text("Awa D.")
