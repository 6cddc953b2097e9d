"""Pages of threads in the three orders of the room, and on which of them a contribution stands."""

from dataclasses import dataclass, replace

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from web.keyset import NEWER, OLDER, Cursor, Page, page_of
from web.ranked_pages import ranked_page_of

from .models import Comment, room_address
from .moderation import MOST_FEATURED
from .seeing import FEW, Seen, contributions_for, heads, replies_for, shown_to, thread_address, threads_for

SIZE = 30
ORDER_KEY = "tri"
NEWEST, OLDEST, APPRECIATED = "", "anciennes", "appreciees"
ORDERS = {NEWEST: _("Newest first"), OLDEST: _("Oldest first"), APPRECIATED: _("Most appreciated")}
# What one page calls its neighbours, the one before it and the one after.
NEIGHBOURS = {
    NEWEST: (_("Newer contributions"), _("Older contributions")),
    OLDEST: (_("Older contributions"), _("Newer contributions")),
    APPRECIATED: (_("More appreciated contributions"), _("Less appreciated contributions")),
}


@dataclass(frozen=True)
class RoomPage:
    """``before`` and ``after`` are the addresses of the pages beside this one, with their words; None where there is
    none. ``orders``: of each the address, the words and whether it is this page's. ``featured`` stands on top of the
    first page."""

    threads: list[Seen]
    featured: list[Seen]
    before: tuple[str, str] | None
    after: tuple[str, str] | None
    orders: list[tuple[str, str, bool]]
    address: str


def room_page(viewer, request) -> RoomPage:
    """The page of the room that the request asks for, in three queries. Its links lead to the room also where the
    request did not."""
    order = request.GET.get(ORDER_KEY, NEWEST)
    order = order if order in ORDERS else NEWEST
    page = _rows(viewer, request, order)
    urls = (page.newer_url, page.older_url) if order != OLDEST else (page.older_url, page.newer_url)
    before, after = (
        (viewer.room + url.removeprefix(request.path), words) if url else None
        for url, words in zip(urls, NEIGHBOURS[order], strict=True)
    )
    is_first = not {OLDER, NEWER} & request.GET.keys()
    return RoomPage(
        threads=[Seen(head, viewer) for head in page.items],
        featured=_featured(viewer) if is_first else [],
        before=before,
        after=after,
        orders=[(_of_order(viewer.room, key), words, key == order) for key, words in ORDERS.items()],
        address=_of_order(viewer.room, order) if is_first else viewer.room + _query(request),
    )


def _rows(viewer, request, order) -> Page:
    rows = threads_for(viewer).order_by()
    if order == APPRECIATED:
        return ranked_page_of(rows, request, size=SIZE, rank="appreciations", instant="posted_at", keep=[ORDER_KEY])
    return page_of(rows, request, size=SIZE, instant="posted_at", keep=[ORDER_KEY], oldest_first=order == OLDEST)


def _of_order(room, order) -> str:
    return f"{room}?{ORDER_KEY}={order}" if order else room


def _query(request) -> str:
    kept = request.GET.copy()
    for key in [key for key in kept if key not in {OLDER, NEWER, ORDER_KEY}]:
        del kept[key]
    return f"?{kept.urlencode()}"


def _featured(viewer) -> list[Seen]:
    """Newest first, without those of people whom the viewer ignores."""
    rows = contributions_for(viewer).visible().filter(featured_at__isnull=False).order_by("-featured_at", "-pk")
    found = [Seen(row, viewer, is_extract=True) for row in rows[:MOST_FEATURED]]
    return [seen for seen in found if not seen.is_folded]


def address_of(comment: Comment, user=None) -> str:
    """The contribution as the person sees it, or anybody where none is named: in the room, on the first page or on an
    older one, or on the page of its thread where so many have answered since that the room no longer shows it."""
    if comment.reply_to and _is_far_up(comment, user):
        start = Cursor(comment.posted_at, comment.pk - 1).encode()
        return f"{thread_address(room_address(comment.article), comment.reply_to)}?{NEWER}={start}#{comment.anchor}"
    head = comment.reply_to or comment
    newer = Q(posted_at__gt=head.posted_at) | Q(posted_at=head.posted_at, pk__gt=head.pk)
    query = ""
    if heads(comment.article.comments, user).filter(newer)[:SIZE].count() == SIZE:
        query = f"?{OLDER}={Cursor(head.posted_at, head.pk + 1).encode()}"
    return f"{room_address(comment.article)}{query}#{comment.anchor}"


def _is_far_up(reply, user) -> bool:
    newer = Q(posted_at__gt=reply.posted_at) | Q(posted_at=reply.posted_at, pk__gt=reply.pk)
    return Comment.objects.filter(shown_to(user), newer, reply_to=reply.reply_to)[:FEW].count() == FEW


def thread_page(viewer, head, request) -> Page:
    """All replies of a thread, oldest first, as ``Seen``."""
    rows = replies_for(viewer).filter(reply_to=head).order_by()
    page = page_of(rows, request, size=SIZE, instant="posted_at", oldest_first=True)
    return replace(page, items=[Seen(reply, viewer) for reply in page.items])
