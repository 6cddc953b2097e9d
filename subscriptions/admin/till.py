"""« Till of the day »: to look at, to print, and as a table."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop, pgettext, pgettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from journal.recording import record
from subscriptions.money import plain_amount
from subscriptions.till_report import movements, totals
from web.dates import day_words
from web.spreadsheets import csv_response

from .verbs import instant_cell

KINDS = {
    "sale": gettext_lazy("Subscription"),
    "refund": pgettext_lazy("till", "Refund"),
    "agent": gettext_lazy("Agent"),
}
A_DAY = dt.timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 2000, 2100


def routes(site):
    return [
        path("till/", site.admin_view(page), {"site": site}, name="till"),
        path("till/export/", site.admin_view(export), name="till_export"),
    ]


def day_asked(request):
    """Today without one. An address with a day that is none leads nowhere."""
    text = request.GET.get("day", "")
    if not text:
        return timezone.localdate(timezone=timezone.get_default_timezone())
    try:
        day = parse_date(text)
    except ValueError:
        day = None
    if day is None or not FIRST_YEAR <= day.year < LAST_YEAR:
        raise Http404
    return day


def refuse_others(user):
    if not (user.has_perm("subscriptions.add_payment") or user.has_perm("subscriptions.view_payment")):
        raise PermissionDenied


@never_cache
@require_safe
def page(request, site):
    refuse_others(request.user)
    day = day_asked(request)
    rows = movements(day)
    context = {
        **site.each_context(request),
        "title": _("Till of the day"),
        "day": day,
        "day_words": day_words(day),
        "before": address(day - A_DAY),
        "after": address(day + A_DAY),
        "export": address(day, "admin:till_export"),
        "rows": [(row, KINDS[row.kind], _hour(row.at)) for row in rows],
        "totals": totals(rows),
    }
    return TemplateResponse(request, "admin/subscriptions/till.html", context)


@never_cache
@require_POST
def export(request):
    refuse_others(request.user)
    day = day_asked(request)
    record(gettext_noop("Table exported"), by=request.user, label=_("Till of the day"), detail=f"{day:%Y-%m-%d}")
    header = [
        *(_("Date"), _("Kind"), _("Receipt"), pgettext("till", "Received"), _("Refunded"), _("Currency")),
        *(_("Recorded by"), _("Payer"), _("What")),
    ]
    lines = (
        [
            *(instant_cell(row.at), KINDS[row.kind], row.number, *in_and_out(row), row.currency),
            *(row.person, row.who, row.what),
        ]
        for row in movements(day)
    )
    return csv_response(f"till-{day:%Y-%m-%d}", header, lines)


def in_and_out(row) -> tuple[str, str]:
    """Two columns without a minus: a spreadsheet program adds them up."""
    gone = row.kind == "refund"
    amount = plain_amount(-row.amount if gone else row.amount, row.currency)
    return ("", amount) if gone else (amount, "")


def address(day, name="admin:till"):
    return reverse(name, query={"day": f"{day:%Y-%m-%d}"})


def _hour(instant):
    return f"{timezone.localtime(instant, timezone.get_default_timezone()):%H:%M}"
