"""A subscription that is given: paid, sent on its day, redeemed once, taken back by a refund."""

import datetime as dt

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from newsroom import tick
from subscriptions import billing, codes, gifts, handing_over, providers
from subscriptions.access import is_subscriber
from subscriptions.gift_ordering import order_gift
from subscriptions.models import Gift, Institution, Order, Subscription
from subscriptions.providers.base import Started, Truth, TruthState
from subscriptions.refusals import Refused
from tests.factories import make_newspaper, make_plan, make_subscription, make_user
from tests.racing import race
from tests.subscriptions.doubles import Double

MODEL = "django.contrib.auth.backends.ModelBackend"
NOW = dt.datetime(2026, 5, 10, 9, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def buyer(db):
    make_newspaper(name="Le Quotidien")
    return make_user(name="Awa")


def ordered(buyer, **words):
    return order_gift(buyer, make_plan().prices.get(), "sandbox", **words)


def paid(order, number="P1"):
    facts = {"amount": order.amount, "currency": order.currency, "order_key": order.key, "external_id": number}
    billing.settle(order, Truth(TruthState.PAID, **facts))
    return Gift.objects.get(order=order)


def signed_in(user):
    client = Client()
    client.force_login(user, backend=MODEL)
    return client


def mails_to(address, mailoutbox):
    return [mail for mail in mailoutbox if mail.to == [address]]


def refund(order):
    payment = order.payments.get()
    return billing.ask_refund(payment, amount=payment.amount, reason="Asked", by=None)


def test_it_is_sent_on_its_day_with_a_code_that_only_the_mail_has(buyer, mailoutbox):
    words = {"recipient": " Fanta@Example.org", "giver": "Awa", "message": "Bonne\nlecture !"}
    gift = paid(ordered(buyer, **words, deliver_on=dt.date(2026, 5, 12)))
    assert gifts.send_due() == 0
    with time_machine.travel(dt.datetime(2026, 5, 12, 0, 0, 1, tzinfo=dt.UTC), tick=False):
        assert [gifts.send_due(), gifts.send_due()] == [1, 0]
    mail = mails_to("fanta@example.org", mailoutbox)[0]
    html = mail.alternatives[0].content
    assert mail.subject == "Awa vous offre un abonnement au journal Le Quotidien"
    assert "Bonne lecture !" in mail.body
    assert "Bonne lecture !" in html
    code = next(word for word in mail.body.split() if word.count("-") == 3)
    assert code in html
    gift.refresh_from_db()
    assert codes.read(code) not in str(vars(gift))
    assert gift.code_digest


def test_one_of_today_goes_out_with_its_payment_and_none_before(buyer, mailoutbox):
    order = ordered(buyer, recipient="fanta@example.org")
    assert gifts.send_due() == 0
    paid(order)
    paid(order)
    assert len(mails_to("fanta@example.org", mailoutbox)) == 1


def test_tick_and_command_send_what_is_due(buyer, mailoutbox, capsys, monkeypatch):
    monkeypatch.setattr(tick, "close_old_connections", lambda: None)
    assert gifts.send_due in [work for works, _pause in tick.WORK.values() for work in works]
    for n, send in enumerate([lambda: tick.beat(gifts.send_due), lambda: call_command("send_gifts")]):
        paid(ordered(buyer, recipient=f"p{n}@example.org", deliver_on=dt.date(2026, 5, 12 + n)), f"P{n}")
        with time_machine.travel(NOW + dt.timedelta(days=2 + n), tick=False):
            send()
        assert len(mails_to(f"p{n}@example.org", mailoutbox)) == 1
    assert "1 gifts sent" in capsys.readouterr().out


def test_redeeming_begins_a_period_or_adds_to_the_one_there_is(buyer):
    fresh, subscribed = make_user(), make_user()
    current = make_subscription(subscribed, days=10)
    for n, user in enumerate([fresh, subscribed]):
        gift = paid(ordered(buyer), f"P{n}")
        code = gifts.renew_code(gift)
        assert Subscription.objects.filter(order=gift.order).count() == 0
        page = signed_in(user).post(reverse("use_gift"), {"code": f" {codes.shown(code).lower()} "}, follow=True)
        assert "Le cadeau est à vous" in page.text
        gift.refresh_from_db()
        assert gift.redeemed_by == user
    assert is_subscriber(fresh)
    added = Subscription.objects.get(user=subscribed, source="gift")
    assert added.starts_at == current.ends_at
    assert not is_subscriber(buyer)


def test_a_code_serves_once(buyer):
    code = gifts.renew_code(paid(ordered(buyer)))
    gifts.redeem(make_user(), code)
    late = make_user()
    answer = signed_in(late).post(reverse("use_gift"), {"code": code})
    assert answer.status_code == 422
    assert "Ce code a déjà servi." in answer.text
    assert not is_subscriber(late)


def test_a_new_code_makes_the_one_before_worthless(buyer):
    gift = paid(ordered(buyer))
    first, second = gifts.renew_code(gift), gifts.renew_code(gift)
    with pytest.raises(Refused):
        gifts.redeem(make_user(), first)
    gifts.redeem(make_user(), second)


@pytest.mark.parametrize("typed", ["", "x", "0000-0000-0000-0000", "\x00", "7KPM-X3WD-94TA-HR6C" * 9])
def test_what_is_no_code_is_refused_in_words(buyer, typed):
    answer = signed_in(make_user()).post(reverse("use_gift"), {"code": typed})
    assert answer.status_code == 422
    assert "form__error" in answer.text


def test_guesses_are_counted_and_what_is_right_is_not(buyer):
    client = signed_in(make_user())
    right = codes.shown(gifts.renew_code(paid(ordered(buyer))))
    statuses = [client.post(reverse("use_gift"), {"code": codes.new_code()}).status_code for _ in range(4)]
    assert client.post(reverse("use_gift"), {"code": right}).status_code == 303
    statuses += [client.post(reverse("use_gift"), {"code": codes.new_code()}).status_code for _ in range(2)]
    assert statuses == [422] * 5 + [429]


def test_a_refund_before_redemption_cancels_the_code(buyer):
    order = ordered(buyer)
    code = gifts.renew_code(paid(order))
    refund(order)
    with pytest.raises(Refused, match="repris"):
        gifts.redeem(make_user(), code)
    with pytest.raises(Refused):
        gifts.renew_code(Gift.objects.get())
    assert gifts.send_due() == 0
    page = signed_in(buyer).get(reverse("gift", args=[order.key])).text
    assert "Repris" in page


def test_a_refund_after_redemption_ends_the_period(buyer):
    order, person = ordered(buyer), make_user()
    gifts.redeem(person, gifts.renew_code(paid(order)))
    assert is_subscriber(person)
    refund(order)
    assert not is_subscriber(person)


def test_the_buyer_alone_sees_whether_it_was_redeemed(buyer, django_assert_max_num_queries):
    gift = paid(ordered(buyer, recipient="fanta@example.org"))
    address, client = reverse("gift", args=[gift.order.key]), signed_in(buyer)
    assert "Envoyé, pas encore utilisé" in client.get(address).text
    gifts.redeem(make_user(), gifts.renew_code(gift))
    # Session and person; the gift with its order; newspaper and menus.
    with django_assert_max_num_queries(7):
        assert "Utilisé" in client.get(address).text
    for _ in range(9):
        ordered(buyer)
    with django_assert_max_num_queries(7):
        client.get(reverse("gifts_bought"))
    stranger = signed_in(make_user())
    assert stranger.get(address).status_code == 404
    assert stranger.post(f"{address}code/").status_code == 404
    assert "fanta" not in stranger.get(reverse("gifts_bought")).text


def test_the_code_is_shown_once_on_a_page_to_print(buyer):
    gift = paid(ordered(buyer, giver="Awa", message="Pour toi"))
    client = signed_in(buyer)
    address = f"{reverse('gift', args=[gift.order.key])}code/"
    assert client.get(address).status_code == 405
    page = client.post(address)
    code = next(
        word
        for word in page.text.replace("<", " ").replace(">", " ").split()
        if word.count("-") == 3 and codes.read(word)
    )
    assert "no-store" in page["Cache-Control"]
    assert "Pour toi" in page.text
    gifts.redeem(make_user(), code)
    assert client.post(address).status_code == 302


class Cash(Double):
    slug, label, currencies = "cash", "Cash", frozenset({"XOF"})

    def is_ready(self):
        return True

    def start(self, order, *, return_url):
        assert return_url.endswith(reverse("order", args=[order.key]))
        return Started("R1", "https://pay.example.org/R1", order.expires_at)


def described(**changes):
    fields = {"recipient": "fanta@example.org", "giver": "Awa", "message": "Pour toi", "deliver_on": "2026-05-10"}
    return fields | {"provider": "cash"} | changes


@pytest.fixture
def shop(buyer, monkeypatch):
    monkeypatch.setitem(providers.ALL, "cash", Cash())
    plan = make_plan(name="Mois", price=2500)
    return reverse("describe_gift", args=[plan.slug, plan.prices.get().zone.slug])


def test_it_is_ordered_at_the_price_of_the_server(buyer, shop):
    client = signed_in(buyer)
    assert reverse("gifts_for_sale") in client.get(reverse("account")).text
    assert shop in client.get(reverse("gifts_for_sale")).text
    assert "2\u202f500" in client.get(shop).text
    answer = client.post(f"{shop}confirmer/", described(amount="1", giver="Awa\r\nBcc: x@example.org"))
    order = Order.objects.get()
    assert (answer.status_code, answer.url) == (303, f"{reverse('order', args=[order.key])}#pay")
    page = client.get(reverse("order", args=[order.key])).text
    assert "https://pay.example.org/R1" in page
    assert reverse("gift", args=[order.key]) in page
    assert (order.purpose, order.amount, order.state) == ("gift", 2500, "pending")
    assert order.gift.giver == "Awa Bcc: x@example.org"
    assert Gift.objects.open().count() == 0


@pytest.mark.parametrize(
    "changes",
    [
        {"deliver_on": "2026-05-09"},
        {"deliver_on": "2027-06-01"},
        {"deliver_on": "soon"},
        {"recipient": "nobody"},
        {"message": "x" * 301},
        {"provider": "gold"},
        {"provider": ""},
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_lost(buyer, shop, changes):
    answer = signed_in(buyer).post(f"{shop}confirmer/", described(**changes))
    assert answer.status_code == 422
    assert "form__summary" in answer.text
    assert changes.get("message", "Pour toi") in answer.text
    assert not Order.objects.exists()


@pytest.mark.parametrize("fields", [{"is_active": False}, {"is_for_institutions": True}, {"is_trial": True}])
def test_what_is_not_for_sale_to_readers_is_not_given(buyer, fields):
    plan = make_plan(**fields)
    address = reverse("describe_gift", args=[plan.slug, plan.prices.get().zone.slug])
    assert signed_in(buyer).get(address).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_one_code_redeemed_twelve_times_at_once_is_one_period():
    code = gifts.renew_code(paid(ordered(make_user())))
    people = [make_user() for _ in range(12)]
    results = race([lambda one=one: gifts.redeem(one, code) for one in people])
    assert sum(isinstance(one, Subscription) for one in results) == 1
    assert sum(isinstance(one, Refused) for one in results) == 11
    assert sum(is_subscriber(one) for one in people) == 1


@pytest.mark.django_db(transaction=True)
def test_of_a_redemption_and_a_refund_at_once_nobody_reads_for_refunded_money():
    for n in range(6):
        order, person = ordered(make_user()), make_user()
        code = gifts.renew_code(paid(order, f"P{n}"))
        race([lambda person=person, code=code: gifts.redeem(person, code), lambda order=order: refund(order)])
        assert not is_subscriber(person)


@pytest.mark.django_db(transaction=True)
def test_twelve_processes_send_one_mail(mailoutbox):
    make_newspaper()
    gift = paid(ordered(make_user(), recipient="fanta@example.org", deliver_on=dt.date(2026, 5, 12)))
    results = race([lambda: gifts.send(gift) for _ in range(12)])
    assert sorted(results, key=bool) == [False] * 11 + [True]
    assert len(mails_to("fanta@example.org", mailoutbox)) == 1


def seats_ordered(institution, seats, number):
    plan = make_plan(is_for_institutions=True)
    order = billing.open_order(
        make_user(), plan.prices.get(), "sandbox", purpose="seats", institution=institution, seats=seats
    )
    facts = {"amount": order.amount, "currency": order.currency, "order_key": order.key, "external_id": number}
    return billing.settle(order, Truth(TruthState.PAID, **facts))


@pytest.mark.django_db
def test_paid_seats_extend_the_institution_and_raise_its_seats():
    school = Institution.objects.create(name="Lycée")
    first = seats_ordered(school, 10, "S1")
    assert first.amount == 25_000
    second = seats_ordered(school, 15, "S2")
    school.refresh_from_db()
    assert school.seats_bought == 15
    periods = school.subscriptions.order_by("starts_at")
    assert periods[0].ends_at == periods[1].starts_at
    refund(second)
    school.refresh_from_db()
    assert school.seats_bought == 10
    assert Subscription.objects.standing().get(institution=school).order == first
    handing_over.undo(first, reason="Again")
    assert not Subscription.objects.holding(timezone.now()).exists()
