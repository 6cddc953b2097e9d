"""The desk of moderators: its queues, and the page of one contribution with its thread. What is done there:
``comments.admin.deeds``."""

from dataclasses import replace

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from comments import moderation, queues
from comments.models import Comment, Decision
from comments.paging import address_of

from . import guard
from .cards import ROWS, card_of, cards_of, reasons

SIZE = 20
# Of a thread, beside the contribution.
MOST_REPLIES = 100
TITLES = {
    "held": gettext_lazy("Waiting"),
    "reported": gettext_lazy("Reported"),
    "mine": pgettext_lazy("moderation", "Assigned to me"),
    "recent": gettext_lazy("Recent"),
}
EMPTY = {
    "held": gettext_lazy("Nothing waits. Everything has been read."),
    "reported": gettext_lazy("No report is open."),
    "mine": gettext_lazy("You have taken on nothing that still waits."),
    "recent": gettext_lazy("Nobody has contributed for a week."),
}


def routes(site):
    return [
        path("contributions/", site.admin_view(desk), {"site": site}, name="moderation"),
        path("contributions/<int:pk>/", site.admin_view(one), {"site": site}, name="moderation_one"),
    ]


def queue_asked(values) -> str:
    """The first one where none, or an unknown one, is named."""
    asked = values.get("queue", "")
    return asked if asked in queues.NAMES else queues.NAMES[0]


@guard.page
def desk(request, site):
    name = queue_asked(request.GET)
    rows = Paginator(queues.queue(name, request.user), SIZE).get_page(request.GET.get("page"))
    keys = [row.pk for row in rows]
    found = {row.pk: row for row in ROWS.filter(pk__in=keys)}
    context = {
        **frame(request, site, TITLES[name], name),
        "queue": name,
        "is_task": name in queues.TASKS,
        "cards": cards_of(found[key] for key in keys if key in found),
        "page": rows,
        "total": rows.paginator.count,
        "empty": EMPTY[name],
        "older": _page_url(name, rows.next_page_number()) if rows.has_next() else "",
        "newer": _page_url(name, rows.previous_page_number()) if rows.has_previous() else "",
    }
    return TemplateResponse(request, "admin/comments/desk.html", context)


def _page_url(name, number):
    return reverse("admin:moderation", query={"queue": name, "page": number})


@guard.page
def one(request, site, pk):
    return page_of_one(request, site, pk, queue_asked(request.GET), reason=request.GET.get("reason", ""))


def page_of_one(request, site, pk, queue, *, reason="", said="", told=None, status=200):
    """``told`` is what a moderator had typed before the refusal ``said``; else the words of ``reason``."""
    card = card_of(pk)
    if card is None:
        raise Http404
    offered = reasons()
    chosen = next((one for one in offered if str(one.pk) == str(reason)), None)
    context = {
        **frame(request, site, Truncator(card.comment.text).words(10), ""),
        "queue": queue,
        "card": replace(card, said=said, is_refused=bool(said)),
        "thread": _thread(card.comment),
        "chosen": chosen,
        "told": told if told is not None else chosen.text if chosen else "",
        "is_writing": chosen is not None or told is not None,
        "room_url": address_of(card.comment) if card.comment.article.is_published else "",
    }
    return TemplateResponse(request, "admin/comments/one.html", context, status=status)


def _thread(comment):
    head = comment.reply_to or comment
    replies = Comment.objects.filter(reply_to=head).select_related("author", "answers__author")
    return [head, *replies.order_by("posted_at", "pk")[:MOST_REPLIES]]


def frame(request, site, title, current) -> dict:
    """What stands on every page of the desk: the way through it, and what can still be undone."""
    return {
        **site.each_context(request),
        "title": title,
        "ways": ways(request.user, current),
        "undoable": undoable(request.user),
        "reasons": reasons(),
        "seconds": int(moderation.UNDO.total_seconds()),
    }


def ways(user, current="") -> list[tuple]:
    """The queues with how much waits in each, and the desk's other pages."""
    counted = queues.counts(user)
    return [
        *(
            (
                TITLES[name],
                reverse("admin:moderation", query={"queue": name}),
                _told(counted.get(name)),
                name == current,
            )
            for name in queues.NAMES
        ),
        (_("People"), reverse("admin:moderation_people"), "", current == "people"),
        (_("Figures"), reverse("admin:moderation_figures"), "", current == "figures"),
        (pgettext("moderation", "All"), reverse("admin:comments_comment_changelist"), "", False),
    ]


def _told(number) -> str:
    if not number:
        return ""
    return f"{queues.COUNTED}+" if number > queues.COUNTED else str(number)


def undoable(user) -> list[Decision]:
    """What the moderator decided in the last ten seconds, newest first."""
    since = timezone.now() - moderation.UNDO
    mine = Decision.objects.filter(by=user, undone_at=None, at__gt=since)
    return list(mine.select_related("comment")[:5])


def back(request, queue=None):
    return redirect("admin:moderation", query={"queue": queue or queue_asked(request.POST)})
