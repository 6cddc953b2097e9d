"""The counter: find the reader, or type the address of somebody new; plan, receipt number; one POST sells."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.forms import AddressField
from accounts.models import User
from subscriptions import office
from subscriptions.dates import end_in_words
from subscriptions.refusals import Refused
from subscriptions.standing import standing_of
from web.desk import can_be_key

from .choices import PriceField, ReceiptField, readers_like
from .standing_words import words_for_desk

LONGEST_WORDS = 200


def routes(site):
    return [
        path("counter/", site.admin_view(page), {"site": site}, name="counter"),
        path("counter/sell/", site.admin_view(sell), {"site": site}, name="counter_sell"),
    ]


class SaleForm(forms.Form):
    """To an account that there is. The receipt's number tells one sale from another, however often it is sent."""

    reader = forms.CharField(widget=forms.HiddenInput, max_length=18)
    price = PriceField()
    receipt = ReceiptField()

    def clean_reader(self):
        key = self.cleaned_data["reader"]
        user = User.objects.filter(pk=key, is_active=True).first() if can_be_key(key) else None
        if user is None:
            raise forms.ValidationError(_("Choose a reader first."))
        return user

    def buyer(self):
        return self.cleaned_data["reader"]


class NewSaleForm(SaleForm):
    """To an address that has no account: one is opened."""

    reader = None
    email = AddressField(autocomplete="off")
    name = forms.CharField(label=gettext_lazy("Name"), max_length=150, required=False)
    field_order = ["email", "name", "price", "receipt"]

    def buyer(self):
        return office.open_account(self.cleaned_data["email"], self.cleaned_data["name"])


def may_sell(user):
    return user.has_perm("subscriptions.add_payment")


@never_cache
@require_safe
def page(request, site):
    if not may_sell(request.user):
        raise PermissionDenied
    words = request.GET.get("q", "").replace("\x00", "")[:LONGEST_WORDS].strip()
    key = request.GET.get("reader", "")
    reader = User.objects.filter(pk=key, is_active=True).first() if can_be_key(key) else None
    if reader:
        return render(request, site, form=SaleForm(initial={"reader": reader.pk}), reader=reader)
    found = list(readers_like(words)) if words else []
    is_new = "@" in words and words.lower() not in {user.email for user in found}
    form = NewSaleForm(initial={"email": words}) if is_new else None
    return render(request, site, form=form, words=words, found=found)


@never_cache
@require_POST
def sell(request, site):
    if not may_sell(request.user):
        raise PermissionDenied
    is_known = "reader" in request.POST
    form = SaleForm(request.POST) if is_known else NewSaleForm(request.POST)
    if form.is_valid():
        try:
            user, payment = record_sale(form, by=request.user)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, sold_words(user, payment))
            return redirect("admin:counter")
    key = request.POST.get("reader", "")
    reader = User.objects.filter(pk=key).first() if is_known and can_be_key(key) else None
    return render(request, site, form=form, reader=reader, status=422)


@transaction.atomic
def record_sale(form, *, by):
    """The account, where one has to be opened, and the sale: both or neither."""
    user = form.buyer()
    if not user.is_active:
        raise Refused(_("The account of this address is switched off."))
    data = form.cleaned_data
    return user, office.take_cash(user, data["price"], receipt=data["receipt"], by=by)


def sold_words(user, payment):
    period = payment.order.subscription
    until = end_in_words(period.starts_at, period.ends_at) if period else ""
    sentence = _("{amount} received from {person}, receipt {number}: subscriber until {date}.")
    return sentence.format(amount=payment.amount_in_words, person=user, number=payment.external_id, date=until)


def render(request, site, *, form, reader=None, words="", found=(), status=200):
    now = timezone.now()
    context = {
        **site.each_context(request),
        "title": _("Cash at the counter"),
        "form": form,
        "reader": reader,
        "reader_state": words_for_desk(standing_of(reader, now)) if reader else "",
        "words": words,
        "found": [(user, reverse("admin:counter", query={"reader": user.pk})) for user in found],
    }
    return TemplateResponse(request, "admin/subscriptions/counter.html", context, status=status)
