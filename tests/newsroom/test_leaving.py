"""G17 and G09: an account is deleted for good, by its owner; what others need stays, without a person."""

import datetime as dt
import re
from urllib.parse import urlencode

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings
from django.core import mail
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from articles.models import Article, Mention, Note, Revision
from authors.models import Author
from comments.models import Comment
from journal.models import Entry
from newsroom import leaving
from outbox.models import Message
from subscriptions import billing
from subscriptions.access import is_subscriber
from subscriptions.gift_ordering import order_gift
from subscriptions.models import Discrepancy, Order, Payment, Seat, Subscription
from tests.accounts.mails import code_in, link_in
from tests.factories import (
    PASSWORD,
    make_article,
    make_author,
    make_mail,
    make_newspaper,
    make_plan,
    make_subscriber,
    make_user,
)
from tests.newsroom.test_personal_data import buy, live
from tests.subscriptions.buying import ordered, paid

pytestmark = pytest.mark.django_db
LEAVE, DELETE, LEFT = reverse("leave"), reverse("delete_account"), reverse("left")


@pytest.fixture
def awa():
    make_newspaper()
    user = make_user(email="awa@example.org", name="Awa canariawa", public_name="Awa D")
    live(user, "canariawa")
    return user


def browser_of(user):
    browser = Client()
    browser.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    return browser


def go(browser):
    """Presses the button and gives the password."""
    question = browser.post(DELETE)
    assert question.url.startswith(reverse("account_reauthenticate"))
    return browser.post(question.url, {"password": PASSWORD})


def test_the_page_says_what_goes_and_what_stays(awa):
    page = browser_of(awa).get(LEAVE).text
    for words in ("sans remboursement", "Compte supprimé", "10 ans après l’année du paiement", "Votre place"):
        assert words in page
    assert User.objects.get(pk=awa.pk).email == awa.email


def test_a_page_of_somebody_with_nothing_speaks_of_nothing_else():
    make_newspaper()
    page = browser_of(make_user()).get(LEAVE).text
    for words in ("remboursement", "Compte supprimé", "ans après", "Votre place"):
        assert words not in page


def test_the_password_is_asked_for_also_right_after_the_sign_in(awa):
    browser = browser_of(awa)
    question = browser.post(DELETE)
    assert browser.post(question.url, {"password": "wrong"}).status_code == 200
    assert User.objects.get(pk=awa.pk).is_active


def test_reading_pages_deletes_nothing(awa):
    browser = browser_of(awa)
    assert browser.get(DELETE).status_code == 405
    question = browser.post(DELETE)
    for _ in range(5):
        browser.get(question.url)
        browser.head(LEAVE)
    assert User.objects.get(pk=awa.pk).is_active


def test_nothing_of_the_person_is_left_in_the_account(awa):
    assert go(browser_of(awa)).url == LEFT
    user = User.objects.get(pk=awa.pk)
    assert re.fullmatch(r"[0-9a-f]{32}@deleted\.invalid", user.email)
    assert (user.name, user.public_name, user.public_name_key, user.language) == ("", "", None, "")
    assert (user.is_active, user.has_usable_password(), user.last_login) == (False, False, None)
    assert user.erased_at
    assert not EmailAddress.objects.filter(user=user).exists()
    assert str(user) == "Compte supprimé"


def test_contributions_stay_without_a_name(awa):
    reader = make_subscriber()
    article = Article.objects.get(headline="Le fleuve monte")
    go(browser_of(awa))
    room = browser_of(reader).get(f"{article.get_absolute_url()}contributions/").text
    assert "Contribution canariawa" in room
    assert "Compte supprimé" in room
    assert "Awa D" not in room
    assert "Modérée" not in room
    assert Comment.objects.filter(author=awa).count() == 2


def test_payments_stay_with_the_name_on_the_receipt_and_nothing_else_keeps_the_address(awa):
    buy(awa, state="pending")
    Seat.objects.get().institution.managers.add(awa)
    go(browser_of(awa))
    assert Payment.objects.count() == 1
    paid, unpaid = Order.objects.order_by("pk")
    assert (paid.state, paid.buyer_name, paid.buyer_email) == ("paid", "Awa canariawa", "awa@example.org")
    assert (unpaid.state, unpaid.buyer_name, unpaid.buyer_email) == ("cancelled", "", "")
    assert Seat.objects.get().email == ""
    assert not Seat.objects.get().institution.managers.exists()
    assert Seat.objects.get().freed_at


def test_the_subscription_ends_and_is_not_charged_again(awa):
    order = Order.objects.get()
    Order.objects.update(renews=True)
    assert is_subscriber(awa)
    go(browser_of(awa))
    order.refresh_from_db()
    assert not order.renews
    assert not Subscription.objects.filter(user=awa).holding().exists()
    assert not Subscription.objects.ending(timezone.now()).exists()


def test_every_session_is_dead(awa):
    """G09: also the one that asked, with its old cookie."""
    here, there = browser_of(awa), browser_of(awa)
    old = here.cookies[settings.SESSION_COOKIE_NAME].value
    premium = make_article(access="subscribers", body="<p>Free.</p>" + "<p>Paid sentence.</p>" * 40)
    go(here)
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = old
    for browser in (here, there, thief):
        assert browser.get(reverse("account")).status_code == 302
        assert browser.get(reverse("account_link")).status_code == 204
        assert browser.get(f"{premium.get_absolute_url()}suite/").status_code != 200
        assert browser.post(reverse("download_data")).status_code == 302


def test_links_and_codes_that_were_under_way_are_dead(awa):
    Client().post(reverse("account_reset_password"), {"email": awa.email})
    link = link_in(mail.outbox[-1])
    elsewhere = Client()
    elsewhere.post(reverse("account_request_login_code"), {"email": awa.email})
    code = code_in(mail.outbox[-1])
    go(browser_of(awa))
    page = Client().get(link)
    assert page.status_code == 200
    assert 'name="password1"' not in page.text
    elsewhere.post(reverse("account_confirm_login_code"), {"code": code})
    assert elsewhere.get(reverse("account")).status_code == 302


def test_the_address_and_the_public_name_serve_a_new_account_at_once(awa):
    go(browser_of(awa))
    new = Client()
    new.post(reverse("account_signup"), {"email": "awa@example.org", "password1": PASSWORD})
    new.post(reverse("account_email_verification_sent"), {"code": code_in(mail.outbox[-1])})
    assert new.get(reverse("account")).status_code == 200
    user = User.objects.get(email="awa@example.org")
    assert user.pk != awa.pk
    new.post(reverse("choose_public_name"), {"public_name": "Awa D"})
    user.refresh_from_db()
    assert user.public_name == "Awa D"
    assert "Contribution canariawa" not in new.get(reverse("my_contributions")).text
    assert not is_subscriber(user)


def test_a_last_mail_says_what_is_kept_and_nobody_writes_any_more(awa, settings):
    settings.EMAIL_BACKEND = "outbox.backend.OutboxBackend"
    User.objects.filter(pk=awa.pk).update(language="en")
    reminder = make_mail(recipient=awa.email, subject="Reminder")
    go(browser_of(awa))
    assert not Message.objects.filter(pk=reminder.pk).exists()
    last = Message.objects.get(recipient="awa@example.org")
    assert "2026-000001" in last.text
    assert "Deleted account" in last.text
    assert '<html lang="en">' in last.html


def test_the_journal_knows_the_deed_and_not_the_person(awa):
    before = set(Entry.objects.values_list("pk", flat=True))
    go(browser_of(awa))
    entries = Entry.objects.exclude(pk__in=before)
    assert {entry.action for entry in entries} >= {"Account deleted", "Subscription ended early"}
    said = " ".join(f"{entry.by_name} {entry.label} {entry.detail}" for entry in entries)
    assert "canariawa" not in said
    assert "awa@" not in said


def test_nothing_goes_when_a_part_of_it_fails(awa, monkeypatch):
    monkeypatch.setattr(leaving, "record", lambda *args, **kwargs: 1 / 0)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        leaving.delete_account(awa, by=awa)
    user = User.objects.get(pk=awa.pk)
    assert (user.email, user.erased_at) == ("awa@example.org", None)
    assert Message.objects.filter(recipient="awa@example.org").exists()


def test_an_account_is_deleted_once(awa):
    same = User.objects.get(pk=awa.pk)
    leaving.delete_account(awa, by=awa)
    mail.outbox.clear()
    with pytest.raises(leaving.Refused):
        leaving.delete_account(same, by=same)
    assert not mail.outbox


def test_staff_who_have_published_are_sent_to_an_administrator(cast):
    make_newspaper()
    make_article(authors=[make_author(user=cast.journalist)])
    browser = browser_of(cast.journalist)
    page = browser.get(LEAVE).text
    assert "administrateur" in page
    assert DELETE not in page
    assert go(browser).status_code == 409
    assert User.objects.get(pk=cast.journalist.pk).is_active


def test_staff_without_published_work_may_go_and_leave_no_open_text(cast):
    make_newspaper()
    article = make_article(assignee=cast.pigiste)
    note = Note.objects.create(article=article, author=cast.editor, text="@Daouda")
    Mention.objects.create(note=note, user=cast.pigiste)
    Revision.objects.create(article=article, author=cast.pigiste, is_autosave=True, content={}, schema=1)
    assert go(browser_of(cast.pigiste)).url == LEFT
    article.refresh_from_db()
    assert article.assignee is None
    assert not Revision.objects.exists()
    assert not Mention.objects.exists()
    assert not User.objects.get(pk=cast.pigiste.pk).groups.exists()
    assert not User.objects.get(pk=cast.pigiste.pk).is_staff


def test_the_last_administrator_stays():
    make_newspaper()
    boss = make_user(is_staff=True, is_superuser=True)
    assert leaving.obstacle(boss, by=boss)
    make_user(is_staff=True, is_superuser=True)
    assert not leaving.obstacle(boss, by=boss)


def test_somebody_without_a_password_confirms_with_a_code(client):
    make_newspaper()
    user = make_user(email="coumba@example.org")
    user.set_unusable_password()
    user.save()
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    question = client.post(DELETE).url
    assert question.startswith(reverse("confirm_by_code"))
    client.get(question)
    assert not mail.outbox
    client.post(question, {"action": "send", "next": DELETE})
    assert mail.outbox[-1].to == [user.email]
    assert client.post(question, {"code": "0000-0000", "next": DELETE}).status_code == 200
    assert User.objects.get(pk=user.pk).is_active
    assert client.post(question, {"code": code_in(mail.outbox[-1]), "next": DELETE}).url == LEFT
    assert not User.objects.get(pk=user.pk).is_active


@pytest.mark.parametrize("address", ["//evil.example", "https://evil.example/", "/\\evil.example"])
def test_a_code_leads_to_no_other_site(client, address):
    """G07"""
    make_newspaper()
    user = make_user()
    user.set_unusable_password()
    user.save()
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    client.post(reverse("confirm_by_code"), {"action": "send"})
    answer = client.post(reverse("confirm_by_code"), {"code": code_in(mail.outbox[-1]), "next": address})
    assert answer.url == reverse("account")


def test_a_code_ends_after_three_tries_and_after_fifteen_minutes(client, time_machine):
    make_newspaper()
    user = make_user()
    user.set_unusable_password()
    user.save()
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    question = f"{reverse('confirm_by_code')}?{urlencode({'next': DELETE})}"
    client.post(DELETE)
    for wait, wrong in ((0, 3), (15 * 60 + 1, 0)):
        client.post(question, {"action": "send"})
        for _ in range(wrong):
            client.post(question, {"code": "0000-0000"})
        time_machine.move_to(timezone.now() + dt.timedelta(seconds=wait))
        assert client.post(question, {"code": code_in(mail.outbox[-1])}).status_code == 200
    assert User.objects.get(pk=user.pk).is_active


def test_five_codes_an_hour_are_sent(client):
    make_newspaper()
    user = make_user()
    user.set_unusable_password()
    user.save()
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    answers = [client.post(reverse("confirm_by_code"), {"action": "send"}).status_code for _ in range(6)]
    assert answers == [302] * 5 + [429]
    assert len(mail.outbox) == 5


def test_who_has_a_password_is_not_asked_for_a_code(client):
    client.force_login(make_user())
    assert client.get(reverse("confirm_by_code")).url == reverse("account_reauthenticate")


def page_of(user):
    return reverse("admin:accounts_user_delete", args=[user.pk])


@pytest.fixture
def boss(client):
    make_newspaper()
    user = make_user(name="Boss", is_staff=True, is_superuser=True)
    client.force_login(user)
    return client


def test_an_administrator_deletes_an_account_with_a_reason(boss, awa):
    assert "Compte supprimé" in boss.get(page_of(awa)).text
    assert boss.post(page_of(awa), {"reason": ""}).status_code == 422
    assert User.objects.get(pk=awa.pk).is_active
    assert boss.post(page_of(awa), {"reason": "Lettre du 3 mai"}).status_code == 302
    assert User.objects.get(pk=awa.pk).erased_at
    entry = Entry.objects.get(action="Account deleted")
    assert (entry.by_name, entry.detail, entry.label) == ("Boss", "Lettre du 3 mai", "Compte supprimé")
    assert mail.outbox[-1].to == ["awa@example.org"]


def test_of_staff_the_page_and_the_articles_stay_signed(boss, cast):
    author = make_author(name="Fanta Diarra", user=cast.journalist, email="fanta@example.org")
    article = make_article(authors=[author])
    boss.post(page_of(cast.journalist), {"reason": "Départ"})
    author = Author.objects.get()
    assert (author.user, author.email) == (None, "")
    assert "Fanta Diarra" in Client().get(article.get_absolute_url()).text


def test_nobody_else_deletes_colleagues_or_deletes_at_all(client, cast, awa):
    client.force_login(cast.subscriptions_desk)
    for user in (awa, cast.editor):
        assert client.get(page_of(user)).status_code == 403
        assert client.post(page_of(user), {"reason": "x"}).status_code == 403
    assert User.objects.filter(is_active=True, pk__in=[awa.pk, cast.editor.pk]).count() == 2


def test_a_deleted_account_is_not_changed_back(boss, awa):
    boss.post(page_of(awa), {"reason": "x"})
    change = reverse("admin:accounts_user_change", args=[awa.pk])
    assert boss.get(change).status_code == 200
    assert boss.post(change, {"email": "awa@example.org", "is_active": "on"}).status_code == 403
    assert "Supprimé" in boss.get(reverse("admin:accounts_user_changelist")).text


def test_the_page_says_that_it_asks_once_more_only_when_it_will(awa):
    browser = browser_of(awa)
    said = "Nous vous demandons une dernière fois"
    assert said in browser.get(LEAVE).text
    assert browser.post(DELETE).url.startswith(reverse("account_reauthenticate"))
    browser.post(reverse("account_reauthenticate"), {"password": PASSWORD, "next": LEAVE})
    assert said not in browser.get(LEAVE).text
    assert browser.post(DELETE).url == LEFT


def test_an_order_that_awaits_its_payment_is_named_and_its_money_goes_to_the_discrepancies():
    make_newspaper()
    awa = make_user(language="en")
    browser = browser_of(awa)
    assert "Your order that is not paid yet" not in browser.get(LEAVE).text
    order = ordered(awa)
    assert "Your order that is not paid yet" in browser.get(LEAVE).text
    go(browser)
    assert Order.objects.get().state == "cancelled"
    billing.settle(order, paid(order))
    assert (Order.objects.get().state, Subscription.objects.count()) == ("cancelled", 0)
    found = Discrepancy.objects.get()
    assert (found.kind, found.resolved_at) == ("gone", None)
    billing.ask_refund(found.payment, amount=order.amount, reason="x", by=None)
    assert Order.objects.get().state == "refunded"


def test_a_gift_that_is_paid_after_its_buyer_has_gone_is_not_sent(mailoutbox):
    awa, price = make_user(), make_plan().prices.get()
    order = order_gift(awa, price, "sandbox", recipient="moussa@example.org")
    leaving.delete_account(awa, by=awa)
    billing.settle(order, paid(order))
    assert Discrepancy.objects.get().kind == "gone"
    assert "moussa@example.org" not in {address for sent in mailoutbox for address in sent.to}
