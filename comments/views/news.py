"""« 3 nouvelles contributions », for the script of the room."""

from django.http import Http404, JsonResponse
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from comments.news import SINCE_KEY, instant_of, number_since
from comments.rules import can_read

from .answers import find_article, private


@private
@require_safe
def new_contributions(request, **address):
    article, since = find_article(address), instant_of(request.GET.get(SINCE_KEY))
    if since is None or not can_read(request.user, article):
        raise Http404
    number = number_since(article, since, person=request.user)
    words = ngettext("%(number)d new contribution", "%(number)d new contributions", number) % {"number": number}
    return JsonResponse({"number": number, "words": words if number else ""})
