"""Pages of a long list by (a number, instant, id), the greatest first: as those of ``web/keyset.py``, and with their
query keys. A row whose number changes between two pages may show on both or on neither."""

import re

from django.db.models import F, Q
from django.http import Http404
from django.utils.http import urlencode

from .keyset import NEWER, OLDER, BadCursor, Cursor, Page

RANKED = re.compile(r"([0-9]{1,9})-(.+)")


def ranked_page_of(queryset, request, *, size: int, rank: str, instant: str, keep=()) -> Page:
    """One page in two queries at most; ``older_url`` is the page of what ranks lower. Http404 for a bad cursor."""
    rows = queryset.annotate(keyset_rank=F(rank), keyset_instant=F(instant))
    kept = {key: request.GET[key] for key in keep if key in request.GET}
    address = f"{request.path}?{urlencode(kept)}" if kept else request.path
    if OLDER in request.GET and NEWER in request.GET:
        raise Http404
    if NEWER in request.GET:
        return _page_above(rows, address, size, _cursor(request.GET[NEWER]))
    return _page_below(rows, address, size, _cursor(request.GET[OLDER]) if OLDER in request.GET else None)


def _cursor(text) -> tuple[int, Cursor]:
    match = RANKED.fullmatch(text)
    try:
        return int(match[1]), Cursor.decode(match[2])
    except (TypeError, BadCursor) as error:
        raise Http404 from error


def _page_below(rows, address, size, place):
    found = list(_below(rows, place).order_by("-keyset_rank", "-keyset_instant", "-pk")[: size + 1])
    items = found[:size]
    above = None
    if place and items and _above(rows, _place(items[0])).exists():
        above = _url(address, NEWER, items[0])
    elif place and not items and rows.exists():
        above = address
    return Page(items, _url(address, OLDER, items[-1]) if len(found) > size else None, above)


def _page_above(rows, address, size, place):
    found = list(_above(rows, place).order_by("keyset_rank", "keyset_instant", "pk")[: size + 1])
    items = found[:size][::-1]
    below = None
    if items and _below(rows, _place(items[-1])).exists():
        below = _url(address, OLDER, items[-1])
    elif not items and rows.exists():
        below = address
    return Page(items, below, _url(address, NEWER, items[0]) if len(found) > size else None)


def _below(rows, place):
    """The first condition bounds the range of an index."""
    if place is None:
        return rows
    rank, cursor = place
    same = Q(keyset_instant__lt=cursor.instant) | Q(keyset_instant=cursor.instant, pk__lt=cursor.pk)
    return rows.filter(Q(keyset_rank__lt=rank) | same, keyset_rank__lte=rank)


def _above(rows, place):
    rank, cursor = place
    same = Q(keyset_instant__gt=cursor.instant) | Q(keyset_instant=cursor.instant, pk__gt=cursor.pk)
    return rows.filter(Q(keyset_rank__gt=rank) | same, keyset_rank__gte=rank)


def _place(row):
    return row.keyset_rank, Cursor(row.keyset_instant, row.pk)


def _url(address, key, row):
    rank, cursor = _place(row)
    return f"{address}{'&' if '?' in address else '?'}{key}={rank}-{cursor.encode()}"
