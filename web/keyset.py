"""Pages of a long list by (instant, id): no count, no offset, the same time on page 1 and on page 1,000.

``?avant=<cursor>`` gives what is older than the cursor, ``?apres=<cursor>`` what is newer.
"""

import datetime as dt
import re
from dataclasses import dataclass

from django.db.models import F, Q
from django.http import Http404
from django.utils.http import urlencode

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
MICROSECOND = dt.timedelta(microseconds=1)
CURSOR = re.compile(r"(-?[0-9]{1,18})-([0-9]{1,18})")
OLDER, NEWER = "avant", "apres"


class BadCursor(ValueError):
    pass


@dataclass(frozen=True)
class Cursor:
    """A place in the list: an instant, and an id among equal instants."""

    instant: dt.datetime
    pk: int

    def encode(self) -> str:
        """Microseconds since 1970 and the id: « 1716793080000000-42 »."""
        return f"{(self.instant - EPOCH) // MICROSECOND}-{self.pk}"

    @classmethod
    def decode(cls, text: str) -> "Cursor":
        match = CURSOR.fullmatch(text)
        if match is None:
            raise BadCursor(text)
        try:
            return cls(EPOCH + int(match[1]) * MICROSECOND, int(match[2]))
        except OverflowError as error:
            raise BadCursor(text) from error


@dataclass(frozen=True)
class Page:
    """``items`` in the order that was asked for; the addresses are None where nothing follows."""

    items: list
    older_url: str | None
    newer_url: str | None


def page_of(
    queryset, request, *, size: int, instant: str = "published_at", pk: str = "pk", keep=(), oldest_first=False
) -> Page:
    """One page in two queries at most, newest first unless ``oldest_first``. ``instant`` and ``pk`` may be lookups
    such as "bylines__published_at", then in the row that the queryset is filtered by; no instant in the queryset is
    null. ``keep``: the query keys that the addresses of other pages repeat. Http404 for a bad cursor."""
    # As annotations both stay in the joins that the queryset has; a filter by the lookup would make a new join.
    rows = queryset.annotate(keyset_instant=F(instant), keyset_pk=F(pk))
    cursors = {key: _cursor(request.GET[key]) for key in (OLDER, NEWER) if key in request.GET}
    if len(cursors) == 2:
        raise Http404
    kept = {key: request.GET[key] for key in keep if key in request.GET}
    address = f"{request.path}?{urlencode(kept)}" if kept else request.path
    if oldest_first:
        page = _from_the_oldest(rows, address, size, cursors)
        return Page(page.items[::-1], page.older_url, page.newer_url)
    if NEWER in cursors:
        return _newer_page(rows, address, size, cursors[NEWER])
    return _older_page(rows, address, size, cursors.get(OLDER))


def _cursor(text):
    try:
        return Cursor.decode(text)
    except BadCursor as error:
        raise Http404 from error


def _older_page(rows, path, size, cursor):
    found = list(_older_than(rows, cursor).order_by("-keyset_instant", "-keyset_pk")[: size + 1])
    items = found[:size]
    newer = None
    if cursor and items and _newer_than(rows, _place(items[0])).exists():
        newer = _url(path, NEWER, items[0])
    elif cursor and not items and rows.exists():
        newer = path
    return Page(items, _url(path, OLDER, items[-1]) if len(found) > size else None, newer)


def _from_the_oldest(rows, path, size, cursors):
    """The same pages, the first of which is the oldest."""
    if OLDER in cursors:
        return _older_page(rows, path, size, cursors[OLDER])
    return _newer_page(rows, path, size, cursors.get(NEWER))


def _newer_page(rows, path, size, cursor):
    found = list(_newer_than(rows, cursor).order_by("keyset_instant", "keyset_pk")[: size + 1])
    items = found[:size][::-1]
    older = None
    if cursor and items and _older_than(rows, _place(items[-1])).exists():
        older = _url(path, OLDER, items[-1])
    elif cursor and not items and rows.exists():
        older = path
    return Page(items, older, _url(path, NEWER, items[0]) if len(found) > size else None)


def _older_than(rows, cursor):
    """The first condition bounds the range of an index; the second orders within an instant."""
    if cursor is None:
        return rows
    at, pk = cursor.instant, cursor.pk
    return rows.filter(Q(keyset_instant__lt=at) | Q(keyset_pk__lt=pk), keyset_instant__lte=at)


def _newer_than(rows, cursor):
    if cursor is None:
        return rows
    at, pk = cursor.instant, cursor.pk
    return rows.filter(Q(keyset_instant__gt=at) | Q(keyset_pk__gt=pk), keyset_instant__gte=at)


def _place(row):
    return Cursor(row.keyset_instant, row.keyset_pk)


def _url(path, key, row):
    return f"{path}{'&' if '?' in path else '?'}{key}={_place(row).encode()}"
