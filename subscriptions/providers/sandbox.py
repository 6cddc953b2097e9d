"""Our own provider for demonstrations and tests, which moves no money: it speaks HTTP on this machine, see
``subscriptions/sandbox/``."""

from urllib.parse import quote

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from web.outbound import read_object

from .base import Call, Provider, ProviderError, Started, Truth, TruthState, callback_url
from .wire import check_signature, exchange, instant, need

# The account that is to receive the money.
ACCOUNT = "newspaper"
STATES = {
    "open": TruthState.PENDING,
    "refused": TruthState.FAILED,
    "abandoned": TruthState.FAILED,
    "expired": TruthState.EXPIRED,
    "paid": TruthState.PAID,
    "refunded": TruthState.REFUNDED,
}


class Sandbox(Provider):
    slug = "sandbox"
    label = _("Test payment")
    currencies = frozenset({"XOF", "EUR"})
    needs = ("SANDBOX_URL", "SANDBOX_SECRET")
    can_refund = True
    can_renew = True

    def is_ready(self):
        return settings.DEMO and super().is_ready()

    def start(self, order, *, return_url):
        answer = self.call("POST", "checkouts", key=order.key, payload=self.terms(order) | {"return_url": return_url})
        reference, url = need(answer, "id", "url")
        expires_at = instant(answer.get("expires_at"))
        if expires_at is None:
            raise ProviderError("A payment page without an end")
        return Started(reference, url, expires_at)

    def verify(self, body, headers, *, now):
        secret = settings.SANDBOX_SECRET
        check_signature(headers.get("Sandbox-Signature", ""), body, secret=secret, now=now, joint=b".")
        call = read_object(body)
        return Call(call.get("id"), call.get("checkout"))

    def ask(self, order):
        return self.find(order.reference)

    def find(self, reference):
        answer = self.call("GET", f"checkouts/{quote(reference, safe='')}")
        try:
            return Truth(
                state=STATES[answer["state"]],
                external_id=answer["payment_id"],
                amount=answer["amount"],
                currency=answer["currency"],
                order_key=answer["order_key"],
                is_for_us=answer["account"] == ACCOUNT,
                refund_id=answer["refund_id"],
                refunded=answer["refunded"],
                paid_at=instant(answer["paid_at"]),
            )
        except KeyError as error:
            raise ProviderError(f"An answer without {error}") from error

    def refund(self, refund):
        payload = {"payment_id": refund.payment.external_id, "amount": refund.amount}
        return need(self.call("POST", "refunds", key=refund.receipt, payload=payload), "id")[0]

    def charge(self, order, *, like):
        payload = self.terms(order) | {"like": like.reference}
        return need(self.call("POST", "charges", key=order.key, payload=payload), "id")[0]

    def terms(self, order) -> dict:
        return {
            "order_key": order.key,
            "amount": order.amount,
            "currency": order.currency,
            "account": ACCOUNT,
            "label": order.plan_name,
            "callback_url": callback_url(self),
        }

    def call(self, method, path, *, key="", payload=None) -> dict:
        headers = {"Authorization": f"Bearer {settings.SANDBOX_SECRET}"} | ({"Idempotency-Key": key} if key else {})
        return exchange(method, f"{settings.SANDBOX_URL}/v1/{path}", headers=headers, payload=payload)
