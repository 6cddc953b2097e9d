"""From a plan to an order: what it costs, from when until when, how to pay."""

from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.redirects import own_path
from subscriptions import ordering
from subscriptions.models import Order, Price
from subscriptions.order_forms import OrderForm
from subscriptions.refusals import Refused
from subscriptions.standing import pending_order

from .orders import order_address


def price_for_sale(plan, zone) -> Price:
    """Today's price, as the server knows it; of what is not for sale to readers there is none."""
    prices = Price.objects.for_sale().filter(plan__is_for_institutions=False)
    return get_object_or_404(prices, plan__slug=plan, zone__slug=zone)


@never_cache
@require_safe
@login_required
def order_plan(request, plan, zone):
    price = price_for_sale(plan, zone)
    next_path = own_path(request.GET.get("next", ""))
    if pending := pending_order(request.user, price.plan):
        return redirect(order_address(pending, next_path, other_zone(pending, price)))
    last = last_means(request.user)
    form = OrderForm(price=price, initial={"provider": last} if last else None)
    return show(request, price, form, next_path)


def other_zone(order, price) -> str:
    """Of a price that is not the one of the order; empty where it is."""
    return "" if (price.amount, price.zone.currency) == (order.amount, order.currency) else price.zone.slug


def chosen_in_words(plan, zone) -> str:
    """For whoever has to sign in first."""
    price = price_for_sale(plan, zone)
    return _("“{plan}”, {price}").format(plan=price.plan.name, price=price.in_words)


order_plan.chosen_in_words = chosen_in_words


@never_cache
@require_POST
def place_order(request, plan, zone):
    """One order is pending by plan and person: a second click or tab gets the first one's, whose page says so where
    the price is another one."""
    price = price_for_sale(plan, zone)
    next_path = own_path(request.POST.get("next", ""))
    if not request.user.is_authenticated:
        return redirect_to_login(reverse("order_plan", args=[plan, zone]))
    form = OrderForm(request.POST, price=price)
    if form.is_valid():
        try:
            order = ordering.order(
                request.user, price, **form.cleaned_data, back=lambda o: order_address(o, next_path)
            )
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            other = other_zone(order, price)
            return redirect(order_address(order, next_path, other) + ("" if other else "#pay"))
    return show(request, price, form, next_path, status=400)


def show(request, price, form, next_path, status=200):
    page = ordering.offered(request.user, price) | {"price": price, "form": form, "next": next_path}
    return render(request, "subscriptions/order_plan.html", page, status=status)


def last_means(user) -> str:
    """How the person paid last, where it was at a provider."""
    paid = Order.objects.filter(~Q(reference=""), user=user, state=Order.State.PAID)
    return paid.values_list("provider", flat=True).first() or ""
