"""What the subscriptions office has in its books: cash and telephone money of the last weeks, kiosks and their codes,
a refund, money that nobody knows. The same every time."""

import datetime as dt

from django.utils import timezone

from accounts.models import User
from subscriptions import billing, granting, office, vouchers
from subscriptions.models import Agent, Order, Payment, Price, Subscription, VoucherBatch
from subscriptions.providers.base import Truth, TruthState

# (first name, family name) of readers whom nobody else knows; their addresses are made of them.
READERS = [
    ("Adama", "Soukouna"),
    ("Bintou", "Karembé"),
    ("Chaka", "Wologuem"),
    ("Djénéba", "Tessougué"),
    ("Fily", "Nantoumé"),
    ("Gaoussou", "Dolo"),
    ("Hawa", "Kansaye"),
    ("Idrissa", "Samaké"),
    ("Jeanne", "Poudiougo"),
    ("Koniba", "Fané"),
    ("Lassina", "Bagayoko"),
    ("Maïmouna", "Tolo"),
]
# Days ago, number of the reader, plan, means of payment.
SALES = [
    (86, 0, "mois", "office"),
    (80, 1, "mois", "wave"),
    (71, 2, "semaine", "office"),
    (62, 3, "mois", "orange_money"),
    (55, 0, "mois", "office"),
    (50, 1, "mois", "wave"),
    (41, 4, "an", "office"),
    (33, 5, "mois", "wave"),
    (27, 6, "semaine", "orange_money"),
    (25, 0, "mois", "office"),
    (21, 7, "mois", "office"),
    (20, 1, "mois", "wave"),
    (15, 8, "semaine", "wave"),
    (12, 3, "mois", "orange_money"),
    (9, 9, "mois", "office"),
    (6, 8, "semaine", "wave"),
    (4, 2, "semaine", "office"),
    (3, 10, "mois", "wave"),
    (2, 5, "mois", "orange_money"),
    (1, 7, "semaine", "office"),
    (0, 11, "mois", "office"),
    (0, 6, "semaine", "office"),
]
ABROAD = (18, 4, "mois", "stripe")
KIOSKS = [
    ("Kiosque du Grand Marché", "+223 76 00 11 22", "Bamako, côté pharmacie", 100),
    ("Librairie du Pont", "+223 66 00 33 44", "Badalabougou", 80),
]


def fill_books(users, now):
    """``users`` by key."""
    clerk = users["abonnements"]
    readers = [_reader(*names) for names in READERS]
    prices = {(price.plan.slug, price.zone.currency): price for price in Price.objects.select_related("plan", "zone")}
    sales = [*((sale, "XOF") for sale in SALES), (ABROAD, "EUR")]
    for number, ((days, reader, plan, provider), currency) in enumerate(sales):
        order = billing.open_order(readers[reader], prices[plan, currency], provider)
        _settle(order, number, now - dt.timedelta(days=days), clerk)
    _give_back(clerk)
    _lose_track(now)
    _print_codes(readers, prices["semaine", "XOF"], clerk)


def _reader(first, family):
    plain = str.maketrans("éèï", "eei")
    email = f"{first}.{family}@example.org".lower().translate(plain)
    return User.objects.create_user(email, name=f"{first} {family}")


def _settle(order, number, at, clerk):
    """As it was paid then: the payment of that day, and the period that it bought."""
    Order.objects.filter(pk=order.pk).update(created_at=at)
    cash = order.provider == office.OFFICE
    truth = Truth(
        TruthState.PAID,
        external_id=f"A-{100 + number}" if cash else f"{order.provider}-{1000 + number}",
        amount=order.amount,
        currency=order.currency,
        order_key=order.key,
        paid_at=at,
    )
    billing.book(order, truth, by=clerk if cash else None)
    billing.move(order, Order.State.PAID, next_check_at=None)
    source = Subscription.Source.PURCHASE
    granting.extend({"user": order.user}, order.plan, order=order, at=at, source=source, grace_days=order.grace_days)


def _give_back(clerk):
    """The last but one sale at the counter."""
    payment = Payment.objects.filter(provider=office.OFFICE).order_by("-pk")[1]
    office.refund(payment, amount=500, reason="Erreur de formule : la différence est rendue", by=clerk)


def _lose_track(now):
    truth = Truth(TruthState.PAID, external_id="wave-9001", amount=2500, currency="XOF", paid_at=now)
    billing.book_stray("wave", truth)


def _print_codes(readers, price, clerk):
    """Two batches, of which one was lost on the way; four codes of the other are used."""
    agents = [
        Agent.objects.create(name=name, phone=phone, place=place, commission=commission)
        for name, phone, place, commission in KIOSKS
    ]
    last_day = timezone.localdate() + dt.timedelta(days=300)
    for agent, size in zip(agents, (24, 12), strict=True):
        batch = VoucherBatch(agent=agent, size=size, expires_on=last_day)
        codes = vouchers.make_batch(batch, price, by=clerk)
        if agent == agents[0]:
            for reader, code in zip(readers[-4:], codes, strict=False):
                vouchers.redeem(reader, code)
        else:
            vouchers.cancel_batch(batch, reason="Sac perdu entre Ségou et Bamako", by=clerk)
    vouchers.bring(agents[0], amount=2 * price.amount, currency="XOF", receipt_number="A-140", by=clerk)
