"""Seats of institutions: the managers' page, and how somebody takes one."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from subscriptions import ordering, seat_numbers, seat_sales, seats
from subscriptions.models import Institution, Seat, Subscription
from subscriptions.periods import last_day
from subscriptions.refusals import Refused
from subscriptions.seat_forms import InvitationForm
from subscriptions.seat_sales import SeatsOrderForm
from web.dates import date_words


def managed(request, pk) -> Institution:
    """The institution if the person manages it; for anybody else there is none."""
    return get_object_or_404(Institution, pk=pk, managers=request.user)


@never_cache
@require_safe
@login_required
def institution(request, pk):
    return institution_page(request, managed(request, pk), InvitationForm())


@never_cache
@require_POST
@login_required
def invite_to_seat(request, pk):
    found, form = managed(request, pk), InvitationForm(request.POST)
    if not form.is_valid():
        return institution_page(request, found, form, status=422)
    try:
        seat = seats.invite(found, form.cleaned_data["email"], by=request.user)
    except Refused as refusal:
        form.add_error("email", str(refusal))
        return institution_page(request, found, form, status=422)
    messages.success(request, _("We have written to {email}.").format(email=seat.email))
    return redirect("institution", pk=pk)


@never_cache
@require_POST
@login_required
def free_seat(request, pk, seat):
    found = managed(request, pk)
    if seats.free(get_object_or_404(Seat, pk=seat, institution=found), by=request.user):
        messages.success(request, _("The seat is free again."))
    return redirect("institution", pk=pk)


@never_cache
@require_safe
@login_required
def buy_seats(request, pk):
    found = managed(request, pk)
    return buying_page(request, found, SeatsOrderForm(institution=found))


@never_cache
@require_POST
@login_required
def order_seats(request, pk):
    found = managed(request, pk)
    form = SeatsOrderForm(request.POST, institution=found)
    if form.is_valid():
        try:
            order = seat_sales.order(found, **form.cleaned_data, by=request.user)
            page = reverse("order", args=[order.key])
            ordering.start(order, settings.SITE_URL + page)
            return HttpResponseRedirect(f"{page}#pay", status=303)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return buying_page(request, found, form, status=422)


def buying_page(request, found, form, *, status=200):
    return render(request, "subscriptions/buy_seats.html", {"institution": found, "form": form}, status=status)


@never_cache
@require_safe
def seat_invitation(request, token):
    """What the link of the mail opens. Looking at it takes nothing."""
    return invitation_page(request, seats.find(token), token)


@never_cache
@require_POST
@login_required
def take_seat(request, token):
    seat = seats.find(token)
    if seat is None:
        return invitation_page(request, None, token)
    try:
        seats.take(seat, user=request.user)
    except Refused as refusal:
        return invitation_page(request, seat, token, refusal=str(refusal))
    return taken(request, seat.institution)


@never_cache
@require_POST
@login_required
def take_seat_by_domain(request, pk):
    found = get_object_or_404(Institution, pk=pk)
    try:
        seats.take_by_domain(found, user=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("account")
    return taken(request, found)


def taken(request, found):
    messages.success(request, _("You have a seat of {institution}.").format(institution=found.name))
    return HttpResponseRedirect(reverse("account"), status=303)


def institution_page(request, found, form, *, status=200):
    rows = list(seats.taken_seats(found))
    last = Subscription.objects.filter(institution=found).holding().order_by("-ends_at").first()
    shown = {
        "institution": found,
        "form": form,
        "seats": rows,
        "waiting": sum(row.user_id is None for row in rows),
        "free": max(0, found.seats_bought - sum(row.number <= found.seats_bought for row in rows)),
        "told": seat_numbers.told(found),
        "last": last,
        "end": last and date_words(last_day(last.ends_at)),
    }
    return render(request, "subscriptions/institution.html", shown, status=status)


def invitation_page(request, seat, token, *, refusal=""):
    is_theirs = seat and request.user.is_authenticated and seat.email in seats.proven_addresses(request.user)
    shown = {"seat": seat, "token": token, "refusal": refusal, "is_theirs": is_theirs}
    response = render(
        request, "subscriptions/seat_invitation.html", shown, status=200 if seat and not refusal else 410
    )
    response["Referrer-Policy"] = "same-origin"
    return response
