"""On a phone: from an article to a subscription by mobile money and back to the article; renewals. With scripts and
without."""

import datetime as dt
import re

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from accounts.models import User
from subscriptions.access import is_subscriber
from subscriptions.models import Order, Payment, Subscription
from tests.accounts.mails import code_in
from tests.factories import PASSWORD, make_article, make_newspaper, make_plan, make_subscription, make_user

LONG = (
    "".join(f"<p>Beginning {n}. {'A sentence of the report. ' * 12}</p>" for n in range(5)) + "<p>The last words.</p>"
)
SCRIPTS = pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])


@pytest.fixture
def bank(site, sandbox, troubles):
    """The running sandbox, which the browser may visit besides the site."""
    troubles.allow(re.escape(sandbox.url))
    return sandbox


@pytest.fixture
def plan(db):
    make_newspaper()
    return make_plan(name="Mois", slug="mois", period="month", grace_days=3)


def pay(page, bank, javascript):
    """From the page of a plan to the payment page, to which scripts lead at once and else a link; and back."""
    page.locator("main form button[type=submit]").click()
    if not javascript:
        page.locator("[data-order-pay]").click()
    page.wait_for_url(f"{bank.url}/**")
    page.locator("button[value=pay]").click()
    page.wait_for_url("**/compte/commandes/**")


def see_the_payment(page, javascript):
    """With scripts the page shows it by itself, without them by its button."""
    if not javascript:
        check = page.get_by_role("button", name="vérifier maintenant")
        if check.count():
            check.click()
    expect(page.locator("h1")).to_contain_text("Vous êtes abonné jusqu’au")


@SCRIPTS
def test_a_visitor_subscribes_by_mobile_money_and_reads_on(visit, bank, plan, javascript):
    article = make_article(access="subscribers", headline="The dam", body=LONG)
    page = visit(width=360, javascript=javascript)
    page.goto(article.get_absolute_url())
    expect(page.locator("main")).not_to_contain_text("The last words.")
    page.locator(".gate .button").first.click()
    page.locator(".plan .button").first.click()
    page.locator("main a[href*=inscription]").first.click()
    page.fill("[name=email]", "awa@example.org")
    page.fill("[name=password1]", PASSWORD)
    page.locator("main button[type=submit]").click()
    page.wait_for_url("**/compte/verifier/")
    page.fill("[name=code]", code_in(mail.outbox[-1]))
    page.locator("main button[type=submit]").first.click()
    expect(page.locator(".bill")).to_contain_text("2\u202f500\u00a0F\u00a0CFA")
    pay(page, bank, javascript)
    see_the_payment(page, javascript)
    page.get_by_role("link", name="Reprendre la lecture").click()
    expect(page.locator("main")).to_contain_text("The last words.")
    page.goto(reverse("account"))
    expect(page.locator(".account__state")).to_contain_text("Abonné jusqu’au")
    assert is_subscriber(User.objects.get(email="awa@example.org"))
    assert (Payment.objects.count(), Subscription.objects.count()) == (1, 1)
    assert [message.subject.split(" ")[0] for message in mail.outbox[-2:]] == ["Bienvenue", "Reçu"]


def renew(page, bank, javascript, told):
    page.goto(reverse("account"))
    page.get_by_role("link", name="Renouveler").click()
    expect(page.locator(".bill")).to_contain_text(told)
    pay(page, bank, javascript)
    see_the_payment(page, javascript)


@pytest.mark.parametrize(
    ("days", "told", "javascript"),
    [
        (5, "vous ne perdez pas un jour", True),
        (5, "vous ne perdez pas un jour", False),
        (-1, "vous avez continué de lire depuis", True),
    ],
    ids=["before the end", "before the end without scripts", "in grace"],
)
def test_a_subscriber_renews_in_two_taps(visit, sign_in, bank, plan, days, told, javascript):  # noqa: PLR0917
    user = make_user()
    ends_at = timezone.now() + dt.timedelta(days=days)
    first = make_subscription(user, plan=plan, ends_at=ends_at, grace_ends_at=ends_at + dt.timedelta(days=3))
    page = visit(width=360, javascript=javascript)
    sign_in(page, user)
    renew(page, bank, javascript, told)
    second = Subscription.objects.exclude(pk=first.pk).get()
    assert second.starts_at == first.ends_at
    page.goto(reverse("account"))
    expect(page.locator(".account__state")).to_contain_text("Abonné jusqu’au")


def test_two_taps_two_tabs_and_the_way_back_are_one_order(visit, sign_in, bank, plan):
    """I17"""
    user = make_user()
    page = visit(width=360)
    sign_in(page, user)
    where = reverse("order_plan", args=[plan.slug, plan.prices.get().zone.slug])
    second = page.context.new_page()
    for tab in (page, second):
        tab.goto(where)
    page.locator("main form button[type=submit]").dblclick()
    page.wait_for_url(f"{bank.url}/**")
    second.locator("main form button[type=submit]").click()
    second.wait_for_url(f"{bank.url}/**")
    assert second.url == page.url
    page.go_back()
    page.wait_for_url("**/compte/commandes/**")
    expect(page.locator("[data-order-pay]")).to_be_visible()
    assert Order.objects.count() == 1
    assert len(bank.bank.checkouts) == 1
