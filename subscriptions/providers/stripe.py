"""Bank cards by Stripe Checkout, with Stripe's SDK over the site's own way out: https://docs.stripe.com/api.

A renewal is an order of its own, so Checkout runs in the mode « payment » and keeps the card; the site charges it
again without the buyer. In the mode « subscription » Stripe would decide when it charges what, and money would come
for which there is no order.
"""

import datetime as dt
from http import HTTPStatus

import stripe
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from web import outbound

from .base import Call, NotSigned, Provider, ProviderError, ProviderRefused, Started, Truth, TruthState
from .wire import TOLERANCE

# A page of Checkout lives half an hour at least, from when it is opened.
OPEN = dt.timedelta(hours=1)
SESSION = {"complete": TruthState.PENDING, "open": TruthState.PENDING, "expired": TruthState.EXPIRED}
INTENT = {"requires_payment_method": TruthState.FAILED, "canceled": TruthState.EXPIRED, "succeeded": TruthState.PAID}
REFUSALS = (stripe.CardError, stripe.InvalidRequestError)


class WayOut(stripe.HTTPClient):
    """Sends what the SDK asks for through ``web.outbound``."""

    name = "newsroom"

    def request(self, method, url, headers, post_data=None, *, _usage=None):
        body = post_data.encode() if isinstance(post_data, str) else post_data or b""
        try:
            answer = outbound.request(method.upper(), url, headers=dict(headers), body=body)
        except outbound.OutboundError as error:
            raise stripe.APIConnectionError(str(error)) from error
        return answer.body.decode("utf-8", "replace"), answer.status, answer.headers

    def close(self):
        """Nothing is kept open."""


class Stripe(Provider):
    slug = "stripe"
    label = _("Bank card")
    currencies = frozenset({"EUR", "XOF"})
    needs = ("STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET")
    can_refund = True
    can_renew = True

    def start(self, order, *, return_url):
        intent = {"metadata": {"order": order.key}}
        params = {
            "mode": "payment",
            "client_reference_id": order.key,
            "customer_email": order.buyer_email,
            "line_items": [
                {
                    "quantity": 1,
                    "price_data": {
                        "currency": order.currency.lower(),
                        "unit_amount": order.amount,
                        "product_data": {"name": order.plan_name},
                    },
                }
            ],
            "locale": "auto",
            "success_url": return_url,
            "cancel_url": return_url,
            "expires_at": int((order.created_at + OPEN).timestamp()),
            "payment_intent_data": intent,
        }
        if order.renews:
            intent["setup_future_usage"] = "off_session"
            params["customer_creation"] = "always"
        session = self.say(lambda api: api.checkout.sessions.create(params, {"idempotency_key": order.key}))
        return Started(session.id, session.url, dt.datetime.fromtimestamp(session.expires_at, dt.UTC))

    def verify(self, body, headers, *, now):
        if not settings.STRIPE_WEBHOOK_SECRET:
            raise NotSigned
        header = headers.get("Stripe-Signature", "")
        try:
            stripe.WebhookSignature.verify_header(
                body.decode(), header, settings.STRIPE_WEBHOOK_SECRET, TOLERANCE.total_seconds()
            )
        except stripe.SignatureVerificationError:
            raise NotSigned from None
        event = outbound.read_object(body)
        return Call(event.get("id"), reference_in(event))

    def ask(self, order):
        return self.find(order.reference)

    def find(self, reference):
        if reference.startswith("pi_"):
            return self.truth_of_intent(self.intent(reference))
        session = self.say(lambda api: api.checkout.sessions.retrieve(reference))
        if session.payment_status != "paid" or not session.payment_intent:
            return Truth(SESSION.get(session.status, TruthState.PENDING))
        return self.truth_of_intent(self.intent(session.payment_intent))

    def intent(self, reference: str):
        return self.say(lambda api: api.payment_intents.retrieve(reference, {"expand": ["latest_charge"]}))

    def truth_of_intent(self, intent) -> Truth:
        state = INTENT.get(intent.status, TruthState.PENDING)
        if state != TruthState.PAID:
            return Truth(state)
        charge = intent.latest_charge
        refunded = charge.amount_refunded if charge else 0
        refund_id = ""
        if refunded:
            refunds = self.say(lambda api: api.refunds.list({"payment_intent": intent.id, "limit": 1}))
            state, refund_id = TruthState.REFUNDED, next((one.id for one in refunds.data), "")
        return Truth(
            state,
            external_id=intent.id,
            amount=intent.amount_received,
            currency=intent.currency.upper(),
            order_key=getattr(intent.metadata, "order", ""),
            refund_id=refund_id,
            refunded=refunded,
            paid_at=dt.datetime.fromtimestamp(charge.created, dt.UTC) if charge else None,
        )

    def refund(self, refund):
        params = {"payment_intent": refund.payment.external_id, "amount": refund.amount}
        sent = self.say(lambda api: api.refunds.create(params, {"idempotency_key": refund.receipt}))
        if sent.status in {"failed", "canceled"}:
            raise ProviderRefused(f"Stripe: {sent.status}")
        return sent.id

    def charge(self, order, *, like):
        before = self.paid_intent(like.reference)
        if not before.customer or not before.payment_method:
            raise ProviderRefused(gettext("No card was kept that could be charged again."))
        params = {
            "amount": order.amount,
            "currency": order.currency.lower(),
            "customer": before.customer,
            "payment_method": before.payment_method,
            "off_session": True,
            "confirm": True,
            "metadata": {"order": order.key},
        }
        return self.say(lambda api: api.payment_intents.create(params, {"idempotency_key": order.key})).id

    def paid_intent(self, reference: str):
        """That of a page, or of an earlier renewal."""
        if not reference.startswith("pi_"):
            reference = self.say(lambda api: api.checkout.sessions.retrieve(reference)).payment_intent
        if not reference:
            raise ProviderRefused(gettext("There is no earlier payment whose card could be charged again."))
        return self.intent(reference)

    def say(self, question):
        """Asks with the SDK and turns its errors into ours."""
        client = stripe.StripeClient(
            settings.STRIPE_SECRET_KEY,
            base_addresses={"api": settings.STRIPE_API_URL},
            http_client=WayOut(),
            max_network_retries=0,
        )
        try:
            return question(client.v1)
        except REFUSALS as error:
            raise ProviderRefused(f"{error.http_status}: {error.code or error.user_message}") from error
        except stripe.StripeError as error:
            status = HTTPStatus(error.http_status).phrase if error.http_status else "no answer"
            raise ProviderError(f"Stripe: {status}") from error


def reference_in(event: dict) -> str:
    """The page or payment that an event is about; empty for others."""
    about = event.get("data", {}).get("object", {}) if isinstance(event.get("data"), dict) else {}
    kind = str(event.get("type", ""))
    if kind.startswith("checkout.session."):
        return about.get("id")
    if kind.startswith("payment_intent."):
        return about.get("id")
    return about.get("payment_intent") or "" if kind.startswith(("charge.", "refund.")) else ""
