"""Widgets of the article's form: the writing area, the pickers, and an instant in the site's zone.

Each template holds all words and boxes that its script shows; scripts bring no text of their own.
"""

import json
import re

from django import forms
from django.forms.widgets import Script
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from . import embeds, picks
from .models import Byline

BOXES = re.compile(r'data-(article|picture)="(\d{1,18})"')
MOST_BOXES = 200

SPOKEN = ("aria-describedby", "aria-invalid")

# Groups of buttons: command, icon, words, keyboard shortcut.
TOOLS = (
    (
        ("undo", "undo", _("Undo"), "Control+Z"),
        ("redo", "redo", _("Redo"), "Control+Shift+Z"),
    ),
    (
        ("heading-2", "h2", _("Heading"), "Control+Alt+2"),
        ("heading-3", "h3", _("Smaller heading"), "Control+Alt+3"),
        ("heading-4", "h4", _("Smallest heading"), "Control+Alt+4"),
    ),
    (
        ("bold", "bold", _("Bold"), "Control+B"),
        ("italic", "italic", _("Italic"), "Control+I"),
        ("link", "link", _("Link"), "Control+K"),
    ),
    (
        ("bullets", "bullets", _("List"), "Control+Shift+8"),
        ("numbers", "numbers", _("Numbered list"), "Control+Shift+7"),
        ("quote", "quote", _("Quote with its author"), "Control+Shift+B"),
    ),
    (
        ("picture", "picture", _("Picture of the library"), ""),
        ("related", "related", _("Read also: box with an article"), ""),
        ("embed", "embed", _("Insert a post or a video"), ""),
    ),
    (
        ("find", "find", _("Find and replace"), "Control+F"),
        ("typography", "typography", _("French typography while typing"), ""),
        ("shortcuts", "help", _("Keyboard shortcuts"), "Control+/"),
    ),
)
# Shortcuts without a button.
MORE_SHORTCUTS = (
    (_("Normal paragraph"), "Control+Alt+0"),
    (_("Line break without a new paragraph"), "Shift+Enter"),
    (_("Paste as plain text"), "Control+Shift+V"),
    (_("Next place found"), "Enter"),
    (_("Previous place found"), "Shift+Enter"),
    (_("Go to the toolbar; then arrow keys"), "Alt+F10"),
    (_("Back to the text"), "Escape"),
)
KEYS = {
    "Control": pgettext_lazy("key", "Ctrl"),
    "Shift": pgettext_lazy("key", "Shift"),
    "Alt": pgettext_lazy("key", "Alt"),
    "Enter": pgettext_lazy("key", "Enter"),
    "Escape": pgettext_lazy("key", "Esc"),
}


def keys_of(shortcut: str) -> list[tuple[str, str]]:
    """The name of each key for the script, and as it is written on the keyboard."""
    return [(key, KEYS.get(key, key)) for key in shortcut.split("+")] if shortcut else []


def tools() -> list[list[dict]]:
    return [
        [
            {"command": command, "icon": icon, "words": words, "keys": keys, "key_names": keys_of(keys)}
            for command, icon, words, keys in group
        ]
        for group in TOOLS
    ]


def shortcuts() -> list[tuple[str, list]]:
    with_button = [(words, keys) for group in TOOLS for _command, _icon, words, keys in group if keys]
    return [(words, keys_of(keys)) for words, keys in [*with_button, *MORE_SHORTCUTS]]


def module(path):
    return Script(path, type="module")


def boxes_in(html) -> dict[str, list[int]]:
    """The keys that the boxes of the text name, by kind."""
    found = {"article": [], "picture": []}
    for kind, id_ in BOXES.findall(html)[:MOST_BOXES]:
        found[kind].append(int(id_))
    return found


class BodyWidget(forms.Textarea):
    """The article's text. ``shelf`` has what its boxes name, as far as whoever looks may see it."""

    template_name = "articles/widgets/body.html"
    shelf = None

    class Media:
        css = {"all": ["css/admin/picker.css", "css/admin/editor.css"]}
        js = [module("js/editor/body-editor.js")]

    def __init__(self, attrs=None):
        super().__init__({"rows": 24, **(attrs or {})})

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"] |= {
            "tools": tools(),
            "shortcuts": shortcuts(),
            "embeds": json.dumps(embeds.for_editor()),
            "known": self._known(value or ""),
        }
        return context

    def use_required_attribute(self, initial):
        return False

    def _known(self, html):
        """What the boxes of the text show, so that the page need not ask."""
        found = boxes_in(html)
        return json.dumps(
            {
                "article": (self.shelf or picks.Shelf()).articles(found["article"]),
                "picture": (self.shelf or picks.Shelf()).pictures(found["picture"]),
            }
        )


class PickerWidget(forms.Widget):
    """A hidden input that holds JSON, and a list that the script keeps. What is gone from the database is left out."""

    one = False

    class Media:
        css = {"all": ["css/admin/picker.css"]}
        js = [module("js/picker.js")]

    def items(self, value) -> list[dict]:
        raise NotImplementedError

    def plain(self, item):
        return item["id"]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, None, attrs)
        items = self.items(value)
        values = [self.plain(item) for item in items]
        if self.one:
            values = values[0] if values else None
        # Help and errors belong to what the person uses, not to the hidden field.
        spoken = {name: context["widget"]["attrs"].pop(name, None) for name in SPOKEN}
        context["widget"] |= {"value": json.dumps(values), "items": json.dumps(items), "spoken": spoken}
        return context

    def id_for_label(self, id_):
        return f"{id_}_search" if id_ else id_

    def use_required_attribute(self, initial):
        return False


class BylinesWidget(PickerWidget):
    template_name = "articles/widgets/bylines.html"
    shelf = None

    def items(self, value):
        roles = {line["author"]: line["role"] for line in value or []}
        return [{**author, "role": roles[author["id"]]} for author in (self.shelf or picks.Shelf()).authors(roles)]

    def plain(self, item):
        return {"author": item["id"], "role": item["role"]}

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["roles"] = Byline.Role.choices
        return context


class TagsWidget(PickerWidget):
    template_name = "articles/widgets/tags.html"

    def items(self, value):
        return [{"id": name, "label": name} for name in value or []]


class RelatedWidget(PickerWidget):
    template_name = "articles/widgets/related.html"
    shelf = None
    own_id = None

    def items(self, value):
        return (self.shelf or picks.Shelf()).articles(value or [])

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["own_id"] = self.own_id
        return context


class PictureWidget(PickerWidget):
    template_name = "articles/widgets/picture.html"
    shelf = None
    one = True

    def items(self, value):
        return (self.shelf or picks.Shelf()).pictures([value] if value else [])
