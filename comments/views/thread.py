"""A thread of many replies on a page of its own."""

from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from comments.models import room_address
from comments.paging import address_of, thread_page
from comments.rules import can_read
from comments.seeing import Seen, Viewer, contributions_for, heads

from .answers import answer, find_article, private


@private
@require_safe
def contribution_thread(request, pk, **address):
    """Those who may not read are led to the room's own answer."""
    article = find_article(address)
    if not can_read(request.user, article):
        return HttpResponseRedirect(room_address(article))
    viewer = Viewer.of(request.user, article)
    head = get_object_or_404(heads(contributions_for(viewer), request.user), pk=pk)
    head.article = article
    shown = {"seen": Seen(head, viewer), "page": thread_page(viewer, head, request)}
    return answer(request, "comments/_full_thread.html", article, shown | {"place": address_of(head, request.user)})
