"""« My contributions »: a person's own, hidden ones too, each with its article where readers can see it."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from web.keyset import page_of

from .models import Comment

SIZE = 20
STATE_WORDS = {
    Comment.State.HELD: _("waiting to be read by a moderator"),
    Comment.State.REJECTED: _("hidden by the moderators"),
    Comment.State.DELETED: _("deleted by you"),
}


@never_cache
@require_safe
@login_required
def my_contributions(request):
    rows = Comment.objects.filter(author=request.user).select_related("article")
    page = page_of(rows, request, size=SIZE, instant="posted_at")
    for comment in page.items:
        comment.state_words = STATE_WORDS.get(comment.state, "")
    return render(request, "comments/own.html", {"page": page})
