"""Subscriptions to give: chosen, described and ordered; the buyer's pages of them; where one is redeemed."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from subscriptions import codes, gifts, guessing, ordering, providers
from subscriptions.code_form import CodeForm
from subscriptions.dates import end_in_words
from subscriptions.gift_forms import GiftForm
from subscriptions.gift_ordering import order_gift, prices_to_give, zones_to_give
from subscriptions.models import Gift
from subscriptions.refusals import AlreadyTheirs, Refused
from web.public_page import public_page

from .voucher import again_in_words, already_in_words


@public_page()
def gifts_for_sale(request):
    return render(request, "subscriptions/gifts_for_sale.html", {"zones": zones_to_give()})


def chosen(plan, zone):
    return get_object_or_404(prices_to_give(), plan__slug=plan, zone__slug=zone)


@never_cache
@require_safe
@login_required
def describe_gift(request, plan, zone):
    return description_page(request, chosen(plan, zone), GiftForm(initial={"giver": request.user.name}))


def chosen_in_words(plan, zone) -> str:
    """For whoever has to sign in first."""
    price = chosen(plan, zone)
    return _("A gift: “{plan}”, {price}").format(plan=price.plan.name, price=price.in_words)


describe_gift.chosen_in_words = chosen_in_words


@never_cache
@require_POST
@login_required
def place_gift(request, plan, zone):
    price = chosen(plan, zone)
    form, means = GiftForm(request.POST), {each.slug: each for each in providers.ready(price.zone.currency)}
    provider = request.POST.get("provider", "")
    if provider not in means:
        form.add_error(None, _("Choose how you want to pay."))
    if not form.is_valid():
        return description_page(request, price, form, provider=provider, status=422)
    try:
        order = order_gift(request.user, price, provider, **form.cleaned_data)
        ordering.start(order, settings.SITE_URL + reverse("order", args=[order.key]))
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return description_page(request, price, form, provider=provider, status=422)
    return HttpResponseRedirect(f"{reverse('order', args=[order.key])}#pay", status=303)


def description_page(request, price, form, *, provider="", status=200):
    means = providers.ready(price.zone.currency)
    if len(means) == 1:
        provider = means[0].slug
    shown = {"price": price, "form": form, "means": means, "provider": provider}
    return render(request, "subscriptions/describe_gift.html", shown, status=status)


def bought(request):
    return Gift.objects.filter(order__user=request.user).select_related("order")


@never_cache
@require_safe
@login_required
def gifts_bought(request):
    return render(request, "subscriptions/gifts_bought.html", {"gifts": bought(request)})


@never_cache
@require_safe
@login_required
def gift(request, key):
    """One gift, for its buyer alone."""
    return render(request, "subscriptions/gift.html", {"gift": get_object_or_404(bought(request), order__key=key)})


@never_cache
@require_POST
@login_required
def gift_code(request, key):
    """A page to print, with a code that nobody can look up again."""
    found = get_object_or_404(bought(request), order__key=key)
    try:
        code = gifts.renew_code(found)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("gift", key=key)
    address = settings.SITE_URL + reverse("redeem_gift")
    shown = {"gift": found, "code": codes.shown(code), "redeem_address": address}
    return render(request, "subscriptions/gift_code.html", shown)


@never_cache
@require_safe
def redeem_gift(request):
    return render(request, "subscriptions/redeem_gift.html", {"form": CodeForm()})


@never_cache
@require_POST
@login_required
def use_gift(request):
    form = CodeForm(request.POST)
    if not form.is_valid():
        return render(request, "subscriptions/redeem_gift.html", {"form": form}, status=422)
    try:
        period = guessing.attempt(request, form.cleaned_data["code"], gifts)
    except AlreadyTheirs as theirs:
        messages.info(request, already_in_words(theirs.period))
        return HttpResponseRedirect(reverse("account"), status=303)
    except guessing.TooManyTries as too_many:
        form.add_error("code", again_in_words(too_many.again_at))
        return render(request, "subscriptions/redeem_gift.html", {"form": form}, status=429)
    except Refused as refusal:
        form.add_error("code", str(refusal))
        return render(request, "subscriptions/redeem_gift.html", {"form": form}, status=422)
    day = end_in_words(period.starts_at, period.ends_at)
    messages.success(request, _("The gift is yours: you are a subscriber until {day}.").format(day=day))
    return HttpResponseRedirect(reverse("account"), status=303)
