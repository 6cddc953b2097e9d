"""What every template knows: the newspaper and its menus, each fetched once and only where a page shows it."""

from functools import cache

from django.utils.functional import SimpleLazyObject

from articles.menus import FOOTER, HEADER, menus
from articles.models import Newspaper


def newspaper(request):
    both = cache(menus)  # of this page alone: the two lists come from the same queries
    return {
        "newspaper": SimpleLazyObject(Newspaper.current),
        "menu": SimpleLazyObject(lambda: both()[HEADER]),
        "footer_menu": SimpleLazyObject(lambda: both()[FOOTER]),
    }
