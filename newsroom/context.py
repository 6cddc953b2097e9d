"""What every template knows: the newspaper and its menu, each fetched once and only where a page shows it."""

from django.utils.functional import SimpleLazyObject

from articles.models import Newspaper, Section


def newspaper(request):
    return {
        "newspaper": SimpleLazyObject(Newspaper.current),
        "menu": SimpleLazyObject(lambda: list(Section.objects.top())),
    }
