"""What every template knows: the newspaper and its menus, and on an article's page the number of its contributions.
Each is fetched once and only where a page shows it."""

from functools import cache

from django.utils.functional import SimpleLazyObject

from articles.menus import FOOTER, HEADER, menus
from articles.models import Newspaper
from comments.numbers import number_at


def newspaper(request):
    both = cache(menus)  # of this page alone: the two lists come from the same queries
    return {
        "newspaper": SimpleLazyObject(Newspaper.current),
        "menu": SimpleLazyObject(lambda: both()[HEADER]),
        "contributions_number": cache(lambda: number_at(**request.resolver_match.kwargs)),
        "footer_menu": SimpleLazyObject(lambda: both()[FOOTER]),
    }
