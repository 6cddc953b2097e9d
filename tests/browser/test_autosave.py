"""The form loses no word: kept by the browser and by the server, offered again, sent when the network is back."""

import re

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from articles import autosaves, working_copy
from articles.admin import opening
from articles.models import Article, Revision
from tests.articles.writing import draft, rewrite
from tests.browser.typing import (
    ADD,
    body,
    expect_alert,
    expect_kept_here,
    expect_line,
    expect_nothing_kept,
    expect_on_server,
    expect_to_write,
    form_of,
    opened,
    records,
    type_text,
)
from tests.factories import make_newspaper


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Forms speak every second instead of every ten."""
    monkeypatch.setattr(opening, "BEAT", 1)


@pytest.fixture
def desk(visit, sign_in, cast, site):
    """``desk("editor", width=390)``: that person's own browser, signed in."""
    make_newspaper()

    def desk(role, **options):
        page = visit(**options)
        sign_in(page, getattr(cast, role))
        return page

    return desk


@pytest.fixture
def article(cast, site):
    return draft(by=cast.journalist, headline="Le fleuve monte", body="<p>Premier jet.</p>")[0]


def test_typing_is_kept_here_and_on_the_server_without_a_press(desk, article, cast):
    page = opened(desk("journalist"), form_of(article))
    expect(page.locator("[data-line]")).to_be_empty()
    type_text(page, " Une phrase de plus.")
    expect_line(page, "Modifications non enregistrées")
    expect_on_server(page, "Une phrase de plus.")
    expect_line(page, "Enregistré à ")
    assert re.search(r"Enregistré à \d\d:\d\d:\d\d", page.locator("[data-line]").inner_text())
    kept = autosaves.of(article, cast.journalist)
    assert "Une phrase de plus." in kept.content["body"]
    assert working_copy.newest(article).content["body"] == "<p>Premier jet.</p>"
    (record,) = records(page)
    assert "Une phrase de plus." in record["fields"]["body"]
    assert record["user"] == str(cast.journalist.pk)


def test_screen_readers_hear_a_new_state_once(desk, article):
    page = opened(desk("journalist"), form_of(article))
    page.evaluate(
        """() => { window.heard = []; const place = document.querySelector("[data-heard]");
        new MutationObserver(() => window.heard.push(place.textContent)).observe(place, { childList: true }); }"""
    )
    type_text(page, "…")
    expect_on_server(page, "…")
    assert [text[:13] for text in page.evaluate("window.heard")] == ["Modifications", "Enregistré à "]


def test_saving_clears_what_the_browser_and_the_server_kept(desk, article, cast):
    page = opened(desk("journalist"), form_of(article))
    type_text(page, " Fini.")
    expect_on_server(page, "Fini.")
    page.locator("button[value=save]").click()
    expect(page.locator(".desk-said")).to_contain_text("Brouillon enregistré")
    expect(page.locator(".desk-offer")).to_have_count(0)
    assert autosaves.of(article, cast.journalist) is None
    assert "Fini." in working_copy.newest(article).content["body"]
    expect_nothing_kept(page)


def test_new_article_starts_by_itself_and_goes_on_as_that_article(desk, cast):
    page = opened(desk("pigiste"), ADD)
    page.fill("#id_headline", "Un titre neuf")
    expect_line(page, "Enregistré à ")
    article = Article.objects.get()
    assert page.url.endswith(form_of(article))
    assert str(article) == "Un titre neuf"
    assert list(article.revisions.values_list("is_autosave", flat=True)) == [True]
    type_text(page, "Des mots.")
    page.locator("button[value=save]").click()
    expect(page.locator(".desk-said")).to_contain_text("Brouillon enregistré")
    assert Article.objects.get().working_title == "Un titre neuf"
    assert [one.is_autosave for one in article.revisions.all()] == [False]


def test_going_back_after_the_first_save_starts_no_second_article(desk):
    page = opened(desk("journalist"), ADD)
    page.fill("[name=headline]", "Une seule fois")
    page.locator("button[value=save]").dblclick()
    expect(page.locator(".desk-said")).to_contain_text("Brouillon enregistré")
    page.go_back()
    page.locator(".ProseMirror").wait_for()
    page.wait_for_timeout(2500)
    assert page.input_value("[name=headline]") == ""
    assert Article.objects.get().working_title == "Une seule fois"


def test_opening_a_new_form_and_typing_nothing_starts_nothing(desk):
    page = opened(desk("pigiste"), ADD)
    page.focus("#id_headline")
    page.focus("#id_kicker")
    page.goto("/admin/")
    assert not Article.objects.exists()


def test_text_of_a_closed_form_is_offered_compared_and_taken_in_one_press(desk, article):
    page = desk("journalist")
    opened(page, form_of(article))
    type_text(page, " <b>Jamais</b> enregistré.")
    expect_kept_here(page, "Jamais")
    page.goto("/admin/")
    opened(page, form_of(article))
    # That of this device; it takes the place of what the page left on the server as it closed, if that came first.
    offer = page.locator(".desk-offer:not([data-offer-of-server])")
    expect(offer).to_have_count(1)
    expect(page.locator(".desk-offer:visible")).to_have_count(1)
    expect(offer.locator("h2")).to_contain_text("Un texte plus récent, du ")
    offer.locator("summary").click()
    expect(offer.locator("ins")).to_contain_text("<b>Jamais</b> enregistré.")
    assert "Jamais" not in body(page)
    offer.locator("[data-resume], a.desk-offer-resume").click()
    page.wait_for_function("() => document.querySelector('.ProseMirror')?.innerText.includes('Jamais')")
    expect(page.locator(".desk-offer:visible")).to_have_count(0)
    page.locator("button[value=save]").click()
    expect(page.locator(".desk-said")).to_contain_text("Brouillon enregistré")
    assert "Jamais" in working_copy.newest(article).content["body"]
    expect(page.locator(".desk-offer")).to_have_count(0)


def test_text_of_another_device_is_offered_and_can_be_discarded(desk, article, cast):
    phone = opened(desk("journalist", width=390), form_of(article))
    type_text(phone, " Du téléphone.")
    expect_on_server(phone, "Du téléphone.")
    phone.goto("/admin/")
    page = opened(desk("journalist"), form_of(article))
    expect(page.locator(".desk-offer h2")).to_contain_text("n’a pas été enregistré")
    type_text(page, " De la rédaction.")
    expect_line(page, "décidez d’abord")
    assert "Du téléphone." in autosaves.of(article, cast.journalist).content["body"]
    page.locator("[data-discard]").click()
    expect(page.locator(".desk-offer")).to_have_count(0)
    expect_on_server(page, "De la rédaction.")
    assert "De la rédaction." in autosaves.of(article, cast.journalist).content["body"]


def test_text_of_another_device_is_taken_over(desk, article):
    phone = opened(desk("journalist", width=390), form_of(article))
    type_text(phone, " Du téléphone.")
    expect_on_server(phone, "Du téléphone.")
    phone.goto("/admin/")
    page = opened(desk("journalist"), form_of(article))
    page.locator("a.desk-offer-resume").click()
    page.wait_for_function("() => document.querySelector('.ProseMirror')?.innerText.includes('Du téléphone.')")
    expect_to_write(page)
    page.locator("button[value=save]").click()
    expect(page.locator(".desk-said")).to_contain_text("Brouillon enregistré")
    assert not Revision.objects.filter(is_autosave=True).exists()


def test_network_cut_and_restored(desk, article, cast, troubles):
    troubles.expect("ERR_INTERNET_DISCONNECTED")
    page = opened(desk("journalist"), form_of(article))
    type_text(page, " Avant.")
    expect_on_server(page, "Avant.")
    page.context.set_offline(True)
    type_text(page, " Pendant.")
    expect_line(page, "Hors ligne : gardé sur cet appareil".replace(" :", "\u00a0:"))
    expect_kept_here(page, "Pendant.")
    page.locator("button[value=save]").click()
    expect_alert(page, "Rien n’est parti")
    assert "Pendant." in body(page)
    page.context.set_offline(False)
    expect_on_server(page, "Pendant.")
    assert "Pendant." in autosaves.of(article, cast.journalist).content["body"]
    page.locator("button[value=save]").click()
    expect(page.locator(".desk-said")).to_contain_text("Brouillon enregistré")


def test_expired_session_goes_on_after_signing_in_in_another_tab(desk, article, cast, sign_in, troubles):
    troubles.expect("401")
    page = opened(desk("journalist"), form_of(article))
    Session.objects.all().delete()
    type_text(page, " Après la session.")
    expect_alert(page, "Votre session a expiré. Votre texte est gardé sur cet appareil.")
    expect(page.locator("[data-sign-in]")).to_have_attribute("target", "_blank")
    page.locator("button[value=save]").click()
    assert "Après la session." in body(page)
    with page.expect_popup() as opened_tab:
        page.locator("[data-sign-in]").click()
    tab = opened_tab.value
    tab.fill("input[name=login]", cast.journalist.email)
    tab.fill("input[name=password]", "a long enough password")
    tab.locator("main button[type=submit]").first.click()
    tab.wait_for_url(lambda url: "connexion" not in url)
    page.bring_to_front()
    expect_on_server(page, "Après la session.")
    expect(page.locator("[data-alert]")).to_be_hidden()
    assert "Après la session." in autosaves.of(article, cast.journalist).content["body"]
    page.locator("button[value=save]").click()
    expect(page.locator(".desk-said")).to_contain_text("Brouillon enregistré")


def test_somebody_else_who_signs_in_does_not_get_the_text(desk, article, cast, sign_in, troubles):
    troubles.expect("409|401|403")
    page = opened(desk("journalist"), form_of(article))
    sign_in(page, cast.editor)
    type_text(page, " Pas à vous.")
    expect_alert(page, "Quelqu’un d’autre s’est connecté")
    assert not Revision.objects.filter(is_autosave=True).exists()


def test_person_whose_account_is_closed_keeps_and_downloads_the_text(desk, article, cast, troubles):
    """D07"""
    troubles.expect("403")
    page = opened(desk("journalist"), form_of(article))
    cast.journalist.is_active = False
    cast.journalist.save()
    type_text(page, " Encore des mots.")
    expect_alert(page, "Votre compte ne peut plus modifier cet article")
    expect_kept_here(page, "Encore des mots.")
    with page.expect_download() as download:
        page.locator("[data-alert] [data-download]").click()
    assert download.value.suggested_filename == "le-fleuve-monte.html"
    assert "Encore des mots." in download.value.path().read_text()


def test_signing_out_hands_the_text_over_and_clears_the_device(desk, article, cast, site):
    page = opened(desk("journalist"), form_of(article))
    type_text(page, " Dernière phrase.")
    expect_kept_here(page, "Dernière phrase.")
    page.locator("#logout-form button").click()
    page.wait_for_url(f"{site}/")
    expect_nothing_kept(page)
    assert "Dernière phrase." in autosaves.of(article, cast.journalist).content["body"]


def test_page_seen_after_signing_out_elsewhere_clears_the_device(desk, article, cast):
    page = opened(desk("journalist"), form_of(article))
    type_text(page, " Dernière phrase.")
    expect_on_server(page, "Dernière phrase.")
    page.goto("/compte/deconnexion/")
    with page.expect_navigation():
        page.locator("main form button").click()
    expect_nothing_kept(page)


def test_colleague_s_save_is_told_and_both_texts_are_kept(desk, article, cast):
    """D15"""
    page = opened(desk("journalist"), form_of(article))
    rewrite(article, by=cast.editor, body="<p>De la rédaction en chef.</p>")
    type_text(page, " De la journaliste.")
    expect_on_server(page, "De la journaliste.")
    expect_alert(page, "Ibrahim Rédacteur a enregistré cet article")
    assert "De la journaliste." in autosaves.of(article, cast.journalist).content["body"]
    assert working_copy.newest(article).author == cast.editor


def test_field_that_is_wrong_stays_on_the_device_and_the_rest_is_kept(desk, article, cast):
    page = opened(desk("journalist"), form_of(article))
    # The text first: then whatever is sent with the wrong address has it.
    type_text(page, " Le reste.")
    page.locator("#id_slug").fill("pas une adresse !")
    expect_line(page, "Sur cet appareil seulement")
    kept = autosaves.of(article, cast.journalist).content
    assert "Le reste." in kept["body"]
    assert kept["slug"] == ""
    expect_kept_here(page, "pas une adresse !")
