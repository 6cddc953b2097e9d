"""« Figures of the week » at the desk of moderators: a chart drawn here as SVG, with its numbers as a table."""

from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from articles import periods
from comments.figures import Figures, figures
from comments.waits import span_words
from subscriptions import charts
from web.dates import date_words, day_words

from . import guard
from .desk import frame


def routes(site):
    return [path("contributions/figures/", site.admin_view(page), {"site": site}, name="moderation_figures")]


@guard.page
def page(request, site):
    week = _week_asked(request.GET.get("week", ""))
    found = figures(week)
    context = {
        **frame(request, site, _("Figures of the week"), "figures"),
        "week": week.title,
        "before": _address(week.before),
        "after": _address(week.after) if week.after.start <= periods.today() else "",
        "numbers": numbers(found),
        "chart": chart(found),
        "causes": [(reason or _("No reason"), count) for reason, count in found.reasons],
    }
    return TemplateResponse(request, "admin/comments/figures.html", context)


def _week_asked(text):
    if not text:
        return periods.week_of(periods.today())
    week = periods.named(text)
    if week is None or week.kind != "week":
        raise Http404
    return week


def _address(week):
    return reverse("admin:moderation_figures", query={"week": week.name})


def numbers(found: Figures):
    return [
        (pgettext("contributions", "Received"), sum(found.received)),
        (_("Held on arrival"), sum(found.held)),
        (pgettext("contributions", "Rejected"), sum(found.rejected)),
        (_("Reports"), found.reports),
        (_("Median wait"), "–" if found.wait is None else span_words(found.wait)),
    ]


def chart(found: Figures):
    """Lines, since what is held or rejected is not besides what was received. Days to come have no number yet."""
    counted = {
        pgettext("contributions", "Received"): found.received,
        _("Held on arrival"): found.held,
        pgettext("contributions", "Rejected"): found.rejected,
    }
    come = sum(day <= periods.today() for day in found.days)
    series = {name: values[:come] + [None] * (len(values) - come) for name, values in counted.items()}
    drawn, top = charts.lines(series)
    return {
        "name": "contributions",
        "title": _("Contributions by day"),
        "lines": drawn,
        "top": top,
        "keys": [(one, sum(counted[one.name])) for one in drawn],
        "first": date_words(found.days[0]),
        "last": date_words(found.days[-1]),
        "head": [_("Day"), *counted],
        "rows": [
            (day_words(day), [values[place] if place < come else "" for values in counted.values()])
            for place, day in enumerate(found.days)
        ]
        if any(found.received) or any(found.rejected)
        else [],
        "empty": _("Nobody contributed in this week."),
    }
