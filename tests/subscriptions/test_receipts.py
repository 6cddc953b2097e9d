"""Receipts as page and as PDF: for their buyer alone, with the newspaper's name and what was paid for (I21)."""

import shutil
import subprocess

import pytest
from django.urls import reverse
from reportlab.pdfbase import pdfmetrics

from subscriptions import billing
from subscriptions.receipt_paper import FONT, broken, paper
from tests.factories import make_newspaper, make_plan, make_user
from tests.subscriptions.buying import buy

pytestmark = pytest.mark.django_db
PAGES = ["receipt", "receipt_pdf"]


def at(payment, page="receipt"):
    return reverse(page, args=[payment.receipt])


def text_of(pdf: bytes, tmp_path) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext reads the PDF.")
    file = tmp_path / "receipt.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True)
    return done.stdout.decode()


@pytest.fixture
def payment():
    make_newspaper(
        name="L’Écho « du » fleuve", publisher="Éditions Niger SARL", postal_address="Rue 12\nBamako", phone="+223 20"
    )
    buyer = make_user(name="Ɲamina Kɔnɛ", email="namina@example.org")
    return buy(buyer, make_plan(name="Un mois"))[1]


@pytest.mark.parametrize("page", PAGES)
def test_nobody_else_gets_it_by_whatever_address(client, payment, page, cast):
    for person in (make_user(), cast.subscriptions_desk, make_user(is_staff=True, is_superuser=True)):
        client.force_login(person)
        assert client.get(at(payment, page)).status_code == 404
    client.logout()
    assert client.get(at(payment, page)).url == f"{reverse('account_login')}?next={at(payment, page)}"


@pytest.mark.parametrize("page", PAGES)
def test_it_is_kept_by_no_cache_and_only_read(client, payment, page):
    client.force_login(payment.order.user)
    answer = client.get(at(payment, page))
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    assert client.post(at(payment, page)).status_code == 405


def test_money_without_an_order_has_no_page(client):
    user = make_user(is_staff=True, is_superuser=True)
    client.force_login(user)
    assert client.get(reverse("receipt", args=["2026-000999"])).status_code == 404


FACTS = ["L’Écho « du » fleuve", "Éditions Niger SARL", "Bamako", "Ɲamina Kɔnɛ", "Un mois", "P1"]


def test_the_page_says_who_paid_what_for_which_time(client, payment, django_assert_num_queries):
    client.force_login(payment.order.user)
    # Session, user, newspaper, menus; the payment with its order, the period.
    with django_assert_num_queries(6):
        page = client.get(at(payment)).content.decode()
    for fact in [*FACTS, payment.receipt, payment.amount_in_words]:
        assert fact in page


def test_the_paper_says_the_same_with_french_signs_and_the_letters_of_bambara(client, payment, tmp_path):
    client.force_login(payment.order.user)
    answer = client.get(at(payment, "receipt_pdf"))
    assert answer["Content-Type"] == "application/pdf"
    assert f'"recu-{payment.receipt}.pdf"' in answer["Content-Disposition"]
    assert answer.content.startswith(b"%PDF-")
    text = text_of(answer.content, tmp_path)
    # The program that reads it makes every kind of space a plain one.
    for fact in [*FACTS, payment.receipt, "2 500 F CFA"]:
        assert fact in text, (fact, text)
    assert len(answer.content) < 60_000


def test_the_font_has_every_sign_that_we_write(payment):
    paper(payment, ["Name"])
    signs = "\u202f\u00a0«»’–€·ɛɔɲŋƐƆƝŊéàçœŒ"
    assert [sign for sign in signs if ord(sign) not in pdfmetrics.getFont(FONT).face.charToGlyph] == []


def test_amounts_are_not_broken_at_their_narrow_spaces(payment):
    paper(payment, ["Name"])
    assert broken("Montant : 2\u202f500\u00a0F\u00a0CFA", 10, 60)[-1].endswith("F\u00a0CFA")
    assert "2\u202f500\u00a0F\u00a0CFA" in broken("Montant payé 2\u202f500\u00a0F\u00a0CFA", 10, 80)


def test_the_paper_breaks_what_is_too_long(payment, tmp_path):
    payment.order.plan_name = "Formule " * 30
    payment.external_id = "0123456789" * 25
    text = text_of(paper(payment, ["Name"]), tmp_path)
    assert text.split().count("Formule") == 30
    assert payment.external_id in "".join(text.split())


def test_a_refund_stands_on_both(client, payment, tmp_path):
    refund = billing.ask_refund(payment, amount=500, reason="x", by=None)
    client.force_login(payment.order.user)
    assert refund.receipt in client.get(at(payment)).content.decode()
    assert refund.receipt in text_of(client.get(at(payment, "receipt_pdf")).content, tmp_path)


def test_the_same_receipt_is_the_same_file(payment):
    assert paper(payment, ["Name"]) == paper(payment, ["Name"])
