"""What two people wrote of one page, as readable values side by side."""

from django.utils.translation import gettext as _

from . import picks
from .body_blocks import blocks_of, boxes_of
from .comparison import Comparison, Item, compare
from .models import Page

FIELDS = ("title", "body", "slug", "purpose", "is_published")


def content_of(page) -> dict:
    return {name: getattr(page, name) for name in FIELDS}


def compared(old: dict, new: dict, labels: dict[str, str]) -> Comparison:
    """Two contents, by the fields that have a label; one query where a text has pictures."""
    keys = set().union(*(boxes_of(content.get("body", ""), "picture") for content in (old, new)))
    pictures = {row["id"]: row["label"] for row in picks.pictures(keys)} if keys else {}
    return compare(_readable(old, pictures), _readable(new, pictures), labels)


def _readable(content, pictures) -> dict:
    purposes = dict(Page.Purpose.choices)
    words = {
        "body": lambda body: blocks_of(body, lambda _kind, key: pictures.get(key, _("Deleted picture"))),
        "purpose": lambda purpose: [Item(purpose, str(purposes.get(purpose, _("Nothing chosen"))))],
        "is_published": lambda published: [Item(published, _("Yes") if published else _("No"))],
    }
    return {name: words.get(name, str)(content[name]) for name in FIELDS if name in content}
