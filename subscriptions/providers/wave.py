"""Wave, after its public documentation of the Checkout API and of webhooks: https://docs.wave.com/checkout,
https://docs.wave.com/webhook. Amounts are texts, in XOF without decimals; a refund sends a whole payment back."""

from urllib.parse import quote

from django.conf import settings
from django.utils.translation import gettext as _

from web.outbound import read_object

from .base import Call, Provider, ProviderError, ProviderRefused, Started, Truth, TruthState
from .wire import amount_from, amount_in_text, check_signature, exchange, instant, need


class Wave(Provider):
    slug = "wave"
    label = "Wave"
    currencies = frozenset({"XOF"})
    needs = ("WAVE_API_KEY", "WAVE_WEBHOOK_SECRET")
    can_refund = True

    def start(self, order, *, return_url):
        payload = {
            "amount": amount_in_text(order.amount, order.currency),
            "currency": order.currency,
            "client_reference": order.key,
            "success_url": return_url,
            "error_url": return_url,
        }
        session = self.call("POST", "", key=order.key, payload=payload)
        reference, url = need(session, "id", "wave_launch_url")
        expires_at = instant(session.get("when_expires"))
        if expires_at is None:
            raise ProviderError("A session without an end")
        return Started(reference, url, expires_at)

    def verify(self, body, headers, *, now):
        secret = settings.WAVE_WEBHOOK_SECRET
        check_signature(headers.get("Wave-Signature", ""), body, secret=secret, now=now)
        event = read_object(body)
        about = event.get("data")
        # Of other events than those of a checkout the site wants to know nothing.
        is_checkout = str(event.get("type", "")).startswith("checkout.session.") and isinstance(about, dict)
        return Call(event.get("id"), about.get("id") if is_checkout else "")

    def ask(self, order):
        return self.find(order.reference)

    def find(self, reference):
        session = self.call("GET", f"/{quote(reference, safe='')}")
        if session.get("payment_status") != "succeeded":
            is_over = session.get("checkout_status") == "expired"
            return Truth(TruthState.EXPIRED if is_over else TruthState.PENDING)
        external_id, currency = need(session, "transaction_id", "currency")
        return Truth(
            TruthState.REFUNDED if session.get("when_refunded") else TruthState.PAID,
            external_id=external_id,
            amount=amount_from(session.get("amount"), currency),
            currency=currency,
            order_key=session.get("client_reference") or "",
            paid_at=instant(session.get("when_completed")),
        )

    def refund(self, refund):
        payment = refund.payment
        if refund.amount != payment.amount:
            raise ProviderRefused(_("Wave sends whole payments back only: send the part by hand."))
        path = f"/{quote(payment.order.reference if payment.order else '', safe='')}"
        if path == "/" or self.call("GET", path).get("transaction_id") != payment.external_id:
            raise ProviderRefused(_("This payment is not that of its order: send it back by hand."))
        self.call("POST", f"{path}/refund", key=refund.receipt)
        return payment.external_id

    def call(self, method, path, *, key="", payload=None) -> dict:
        headers = {"Authorization": f"Bearer {settings.WAVE_API_KEY}"} | ({"Idempotency-Key": key} if key else {})
        url = f"{settings.WAVE_API_URL}/v1/checkout/sessions{path}"
        return exchange(method, url, headers=headers, payload=payload)
