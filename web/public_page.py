"""Marks the views whose page is the same for everybody. The edge renders them without a visitor."""

from dataclasses import dataclass

from django.views.decorators.http import require_safe


@dataclass(frozen=True)
class PublicPage:
    """``query``: the names of the query parameters that the page knows; all others fall away."""

    query: tuple[str, ...] = ()


def public_page(*, query: tuple[str, ...] = ()):
    """Marks a view as public: GET and HEAD only, no cookie, no header of the visitor, only the named query keys."""

    def mark(view):
        safe = require_safe(view)
        safe.public_page = PublicPage(query=query)
        return safe

    return mark
