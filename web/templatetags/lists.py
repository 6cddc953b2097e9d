"""Rows of the back office's lists, whose cells the stock admin draws."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.text import capfirst

register = template.Library()


@register.filter
def named_by(cells, headers):
    """Each cell with its column's name, for a phone, where a row is a card and has no headings above it."""
    for cell, header in zip(cells, headers, strict=False):
        element, rest = cell[:3], cell[3:]
        if element in {"<td", "<th"} and "<" not in header["text"]:
            name = capfirst(header["text"])
            yield format_html('{} data-column="{}"{}', mark_safe(element), name, mark_safe(rest))
        else:
            yield cell
