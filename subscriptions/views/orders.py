"""An order's own page, for its buyer alone. Looking at it changes nothing; asking the provider is a POST."""

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.redirects import own_path
from subscriptions import billing, paying
from subscriptions.models import Order
from subscriptions.order_page import order_context, other_choice
from web.fragments import wants_fragment


def own_order(request, key) -> Order:
    """Others' orders do not exist."""
    return get_object_or_404(Order.objects.select_related("plan", "zone"), key=key, user=request.user)


def order_address(order, next_path="", zone="") -> str:
    """``zone``: where the buyer has just chosen the same plan at another price, which the page then speaks of."""
    words = {name: value for name, value in (("next", next_path), ("zone", zone)) if value}
    return reverse("order", args=[order.key]) + (f"?{urlencode(words)}" if words else "")


@never_cache
@require_safe
@login_required
def order(request, key):
    found, next_path = own_order(request, key), own_path(request.GET.get("next", ""))
    page = order_context(found, zone=request.GET.get("zone", "")) | {"next": next_path}
    return render(request, "subscriptions/order.html", page)


@never_cache
@require_POST
@login_required
def check_order(request, key):
    """Asks the provider; the script of the page gets the state alone, a button the page again."""
    found, next_path = own_order(request, key), own_path(request.POST.get("next", ""))
    found, zone = paying.ask(found), request.POST.get("zone", "")
    if wants_fragment(request):
        page = order_context(found, zone=zone) | {"next": next_path}
        return render(request, "subscriptions/_order_state.html", page)
    return redirect(order_address(found, next_path, zone))


@never_cache
@require_POST
@login_required
def give_up_order(request, key):
    """Its provider is asked first: what is paid is not given up. Whoever has chosen another price goes on to it."""
    found, next_path = own_order(request, key), own_path(request.POST.get("next", ""))
    chosen = other_choice(found, request.POST.get("zone", ""))
    if billing.give_up(paying.ask(found)):
        messages.success(request, _("The order is given up."))
        if chosen:
            address = reverse("order_plan", args=[found.plan.slug, chosen.zone.slug])
            return redirect(address + (f"?{urlencode({'next': next_path})}" if next_path else ""))
    return redirect(order_address(found, next_path))
