"""Orange Money Web Payment, after its public documentation: https://developer.orange.com/apis/om-webpay. It signs
nothing: what it sends carries a token that only it and the site know. It has no refunds."""

import base64
import datetime as dt
import hashlib
import time

from django.conf import settings
from django.utils import timezone

from subscriptions.models import Order
from web.outbound import read_object

from .base import Call, NotSigned, Provider, ProviderError, ProviderRefused, Started, Truth, TruthState, callback_url
from .wire import exchange, need

STATES = {
    "INITIATED": TruthState.PENDING,
    "PENDING": TruthState.PENDING,
    "EXPIRED": TruthState.EXPIRED,
    "FAILED": TruthState.FAILED,
    "SUCCESS": TruthState.PAID,
}
# How long its page takes money, and the longest address that it takes.
PAYABLE = dt.timedelta(minutes=10)
LONGEST_URL = 120
# The country under which its own trials run, and their money.
TRIALS, TRIAL_MONEY = "dev", "OUV"


class OrangeMoney(Provider):
    """An order's ``reference`` is the token of its notifications, its ``provider_token`` that of its payment page."""

    slug = "orange_money"
    label = "Orange Money"
    currencies = frozenset({"XOF"})
    needs = ("ORANGE_MONEY_CLIENT_ID", "ORANGE_MONEY_CLIENT_SECRET", "ORANGE_MONEY_MERCHANT_KEY")

    def __init__(self):
        self.token, self.token_ends = "", 0.0

    def start(self, order, *, return_url):
        payload = {
            "merchant_key": settings.ORANGE_MONEY_MERCHANT_KEY,
            "currency": TRIAL_MONEY if settings.ORANGE_MONEY_COUNTRY == TRIALS else order.currency,
            "order_id": order.key,
            "amount": order.amount,
            "return_url": return_url,
            "cancel_url": return_url,
            "notif_url": callback_url(self),
            "lang": "fr",
            "reference": settings.SITE_HOST[:30],
        }
        if any(len(payload[name]) > LONGEST_URL for name in ("return_url", "notif_url")):
            raise ProviderRefused(f"Orange Money takes no address of more than {LONGEST_URL} characters")
        answer = self.call("webpayment", payload)
        token, url, notification = need(answer, "pay_token", "payment_url", "notif_token")
        return Started(notification, url, timezone.now() + PAYABLE, token=token)

    def verify(self, body, headers, *, now):
        call = read_object(body)
        token = call.get("notif_token")
        said = [str(call.get(name, "")) for name in ("notif_token", "status", "txnid")]
        known = Call(hashlib.sha256("\n".join(said).encode("utf-8", "replace")).hexdigest(), token)
        if not token or not self.is_ready():
            raise NotSigned
        if not Order.objects.filter(provider=self.slug, reference=token).exists():
            raise NotSigned
        return known

    def ask(self, order):
        payload = {"order_id": order.key, "amount": order.amount, "pay_token": order.provider_token}
        answer = self.call("transactionstatus", payload)
        try:
            state = STATES[answer.get("status")]
        except (KeyError, TypeError):
            raise ProviderError(f"A state that is none: {answer.get('status')}") from None
        if state != TruthState.PAID:
            return Truth(state)
        external_id, order_key = need(answer, "txnid", "order_id")
        # The question names the amount, and the answer is about no other.
        return Truth(state, external_id, amount=order.amount, currency=order.currency, order_key=order_key)

    def call(self, path, payload) -> dict:
        url = f"{settings.ORANGE_MONEY_API_URL}/orange-money-webpay/{settings.ORANGE_MONEY_COUNTRY}/v1/{path}"
        headers = {"Authorization": f"Bearer {self.access_token()}"}
        try:
            return exchange("POST", url, headers=headers, payload=payload)
        except ProviderError:
            # It may have been withdrawn.
            self.token = ""
            raise

    def access_token(self) -> str:
        """One serves until a minute before its end."""
        if not self.token or time.monotonic() >= self.token_ends:
            pair = f"{settings.ORANGE_MONEY_CLIENT_ID}:{settings.ORANGE_MONEY_CLIENT_SECRET}"
            headers = {
                "Authorization": f"Basic {base64.b64encode(pair.encode()).decode()}",
                "Content-Type": "application/x-www-form-urlencoded",
            }
            url = f"{settings.ORANGE_MONEY_API_URL}/oauth/v3/token"
            answer = exchange("POST", url, headers=headers, body=b"grant_type=client_credentials")
            self.token = need(answer, "access_token")[0]
            self.token_ends = time.monotonic() + int(answer.get("expires_in") or 0) - 60
        return self.token
