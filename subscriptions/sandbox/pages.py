"""The pages of the sandbox, in the clothes of the site."""

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy

from subscriptions.money import format_price

WORDS = {
    "open": gettext_lazy("Waiting for the buyer"),
    "paid": gettext_lazy("Paid"),
    "refused": gettext_lazy("Payment refused"),
    "abandoned": gettext_lazy("Given up"),
    "refunded": gettext_lazy("Refunded"),
}
SHEETS = ("layers", "reset", "tokens", "base", "button", "form", "sandbox")


def payment(checkout) -> bytes:
    price = format_price(checkout.amount, checkout.currency)
    return render_to_string("sandbox/payment.html", {"checkout": checkout, "price": price}).encode()


def switches(server) -> bytes:
    checkouts = [
        {"checkout": one, "price": format_price(one.amount, one.currency), "state": WORDS[one.state]}
        for one in reversed(server.bank.checkouts.values())
    ]
    return render_to_string(
        "sandbox/switches.html", {"caller": server.caller, "switches": server.caller.switches, "checkouts": checkouts}
    ).encode()


def style() -> bytes:
    sheets = settings.BASE_DIR / "static" / "css"
    return b"\n".join((sheets / f"{name}.css").read_bytes() for name in SHEETS)
