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
from subscriptions.order_page import order_context
from web.fragments import wants_fragment


def own_order(request, key) -> Order:
    """Others' orders do not exist."""
    return get_object_or_404(Order.objects.select_related("plan", "zone"), key=key, user=request.user)


def order_address(order, next_path="") -> str:
    query = f"?{urlencode({'next': next_path})}" if next_path else ""
    return reverse("order", args=[order.key]) + query


@never_cache
@require_safe
@login_required
def order(request, key):
    found, next_path = own_order(request, key), own_path(request.GET.get("next", ""))
    return render(request, "subscriptions/order.html", order_context(found) | {"next": next_path})


@never_cache
@require_POST
@login_required
def check_order(request, key):
    """Asks the provider; the script of the page gets the state alone, a button the page again."""
    found, next_path = own_order(request, key), own_path(request.POST.get("next", ""))
    found = paying.ask(found)
    if wants_fragment(request):
        return render(request, "subscriptions/_order_state.html", order_context(found) | {"next": next_path})
    return redirect(order_address(found, next_path))


@never_cache
@require_POST
@login_required
def give_up_order(request, key):
    """Its provider is asked first: what is paid is not given up."""
    found, next_path = own_order(request, key), own_path(request.POST.get("next", ""))
    if billing.give_up(paying.ask(found)):
        messages.success(request, _("The order is given up."))
    return redirect(order_address(found, next_path))
