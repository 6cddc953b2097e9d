"""Pages of threads, newest first, and on which of them a contribution stands."""

from dataclasses import replace

from django.db.models import Q

from web.keyset import OLDER, Cursor, Page, page_of

from .models import Comment, room_address

SIZE = 30


def threads_page(article, request) -> Page:
    """The page of the room that the request asks for. Its links lead to the room also where the request did not."""
    page = page_of(article.comments.threads(), request, size=SIZE, instant="posted_at")
    room = room_address(article)
    urls = {"older_url": page.older_url, "newer_url": page.newer_url}
    moved = {name: room + url.removeprefix(request.path) for name, url in urls.items() if url}
    return replace(page, **moved)


def address_of(comment: Comment) -> str:
    """The contribution in the room: on the first page or, for an answer in an older thread, on that thread's page."""
    head = comment.reply_to or comment
    newer = Q(posted_at__gt=head.posted_at) | Q(posted_at=head.posted_at, pk__gt=head.pk)
    query = ""
    if comment.article.comments.threads().filter(newer)[:SIZE].count() == SIZE:
        query = f"?{OLDER}={Cursor(head.posted_at, head.pk + 1).encode()}"
    return f"{room_address(comment.article)}{query}#{comment.anchor}"
