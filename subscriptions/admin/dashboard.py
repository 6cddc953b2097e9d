"""« Subscriptions at a glance »: charts drawn here as SVG, each with its numbers as a table."""

from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from subscriptions import charts
from subscriptions.figures import SPANS, figures
from subscriptions.money import format_price
from web.dates import date_words, month_words

from .choices import means_in_words


def routes(site):
    return [path("subscribers/", site.admin_view(page), {"site": site}, name="subscribers")]


@never_cache
@require_safe
def page(request, site):
    if not request.user.has_perm("subscriptions.view_payment"):
        raise PermissionDenied
    asked = request.GET.get("days", "")
    span = int(asked) if asked in {str(days) for days in SPANS} else SPANS[0]
    found = figures(span)
    context = {
        **site.each_context(request),
        "title": _("Subscriptions at a glance"),
        "spans": [
            (span_words(days), reverse("admin:subscribers", query={"days": days}), days == span) for days in SPANS
        ],
        "numbers": headline_numbers(found),
        "subscribers": subscribers_chart(found),
        "takings": [takings_chart(found, one) for one in found.takings],
        "movements": movements_chart(found),
    }
    return TemplateResponse(request, "admin/subscriptions/dashboard.html", context)


def span_words(days):
    return ngettext("{days} day", "{days} days", days).format(days=days)


def headline_numbers(found):
    return [
        (_("Subscribers now"), found.now),
        (_("In grace"), found.in_grace),
        (_("Beginnings"), sum(found.begun)),
        (_("Renewals"), sum(found.renewed)),
        (_("Ends"), sum(found.ended)),
    ]


def step_words(found, step):
    return month_words(step) if found.by_month else date_words(step)


def edges(found, steps):
    return {"first": step_words(found, steps[0]), "last": step_words(found, steps[-1])}


def subscribers_chart(found):
    """The table names a day a row where there are few, else the last of each week: the line has them all."""
    drawn, top = charts.lines(found.plans)
    every = 1 if len(found.days) <= SPANS[0] else 7
    shown = list(range(len(found.days) - 1, -1, -every))
    return {
        "name": "subscribers",
        "title": _("Subscribers by plan"),
        "lines": drawn,
        "top": top,
        "keys": [(one, one.last) for one in drawn],
        "first": date_words(found.days[0]),
        "last": date_words(found.days[-1]),
        "head": [_("Day"), *found.plans],
        "rows": [(date_words(found.days[day]), [values[day] for values in found.plans.values()]) for day in shown],
        "empty": _("Nobody had a subscription in this time."),
    }


def takings_chart(found, takings):
    series = {means_in_words(slug): takings.means[slug] for slug in sorted(takings.means)}
    drawn, top = charts.bars(series) if series else ([], 1)

    def words(amount):
        return format_price(amount, takings.currency)

    rows = [
        (
            step_words(found, day),
            [
                *(words(amounts[step]) for amounts in series.values()),
                words(takings.refunded[step]),
                words(takings.net(step)),
            ],
        )
        for step, day in reversed(list(enumerate(found.steps)))
        if takings.refunded[step] or any(amounts[step] for amounts in series.values())
    ]
    total = [
        *(words(sum(amounts)) for amounts in series.values()),
        words(sum(takings.refunded)),
        words(sum(takings.net(step) for step in range(len(found.steps)))),
    ]
    return {
        "name": f"takings-{takings.currency}",
        "title": _("Money received in {currency}").format(currency=takings.currency),
        "bars": drawn,
        "top": words(top),
        "keys": [(key, words(sum(series[key.name]))) for key in charts.keys(series)],
        **edges(found, found.steps),
        "head": [_("Month") if found.by_month else _("Day"), *series, _("Refunded"), _("Net")],
        "rows": [(pgettext("till", "All"), total), *rows],
        "empty": "",
    }


def movements_chart(found):
    series = {_("Beginnings"): found.begun, _("Renewals"): found.renewed, _("Ends"): found.ended}
    drawn, top = charts.bars(series)
    rows = [
        (step_words(found, day), [values[step] for values in series.values()])
        for step, day in reversed(list(enumerate(found.steps)))
        if any(values[step] for values in series.values())
    ]
    return {
        "name": "movements",
        "title": _("Beginnings, renewals, ends"),
        "bars": drawn,
        "top": top,
        "keys": [(key, sum(series[key.name])) for key in charts.keys(series)],
        **edges(found, found.steps),
        "head": [_("Month") if found.by_month else _("Day"), *series],
        "rows": rows,
        "empty": _("Nothing began or ended in this time."),
    }
