"""Form fields of the article that are picked rather than typed. Their values are the plain ones of a working copy.

What is sent is JSON; whatever else arrives is refused with a sentence. Labels are the widgets' work.
"""

import json

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from authors.models import Author
from pictures.models import Picture
from web.instants import LocalDateTimeInput

from .models import Article, Byline
from .picks import Shelf
from .widgets import BylinesWidget, PictureWidget, RelatedWidget, TagsWidget, boxes_in

LONGEST_JSON = 20_000
LARGEST_ID = 2**63 - 1


def bind(form, *, viewer, article=None) -> Shelf:
    """Tells the pickers of a form who looks, so that they name only what the person may see, and for which article.
    What they name stands on the shelf that comes back."""
    shelf = _shelf(form, viewer)
    for field in form.fields.values():
        if hasattr(field.widget, "shelf"):
            field.widget.shelf = shelf
        if isinstance(field, RelatedField) and article is not None:
            field.own_id = field.widget.own_id = article.pk
    return shelf


def _shelf(form, viewer) -> Shelf:
    """What the fields of the form name, whichever of them it has."""
    values = {name: form[name].value() for name in ("body", "related", "picture", "bylines") if name in form.fields}
    boxes = boxes_in(values.get("body") or "")
    picture = values.get("picture")
    return Shelf(
        viewer,
        articles=[*boxes["article"], *(values.get("related") or [])],
        pictures=[*boxes["picture"], *([picture] if picture else [])],
        authors=[line["author"] for line in values.get("bylines") or []],
    )


def is_id(value) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value <= LARGEST_ID


class PickedField(forms.Field):
    """``read`` turns a sent item into its plain value, None for what is none; ``identity`` says when two are one."""

    limit = 12
    default_error_messages = {
        "unreadable": _("This choice could not be read: choose again."),
        "too_many": ngettext_lazy("At most %(limit)d entry.", "At most %(limit)d entries.", "limit"),
    }

    def read(self, item):
        raise NotImplementedError

    def identity(self, value):
        return value

    def to_python(self, value):
        items = self._items(value)
        values = [self.read(item) for item in items]
        if None in values:
            raise ValidationError(self.error_messages["unreadable"], code="unreadable")
        return self._once(values)

    def validate(self, value):
        super().validate(value)
        if len(value) > self.limit:
            raise ValidationError(self.error_messages["too_many"], code="too_many", params={"limit": self.limit})

    def prepare_value(self, value):
        """What can still be shown of whatever was sent or kept; never raises."""
        try:
            values = [self.read(item) for item in self._items(value)]
        except ValidationError:
            return []
        return self._once([value for value in values if value is not None])

    def has_changed(self, initial, data):
        if self.disabled:
            return False
        try:
            return self.to_python(data) != self.prepare_value(initial)
        except ValidationError:
            return True

    def _items(self, value) -> list:
        items = self._loaded(value) if isinstance(value, str) else value
        if items is None:
            return []
        if not isinstance(items, list | tuple):
            raise ValidationError(self.error_messages["unreadable"], code="unreadable")
        return list(items)

    def _loaded(self, text):
        """Text that is too long is cut, and so is no JSON any more."""
        try:
            return json.loads(text[:LONGEST_JSON]) if text.strip() else None
        except (ValueError, RecursionError):
            raise ValidationError(self.error_messages["unreadable"], code="unreadable") from None

    def _once(self, values):
        first = {}
        for value in values:
            first.setdefault(self.identity(value), value)
        return list(first.values())


class BylinesField(PickedField):
    """``[{"author": id, "role": str}]`` in order."""

    widget = BylinesWidget
    default_error_messages = {
        "twice": _("An author signs once: remove the second line of the same name."),
        "gone": _("An author chosen here no longer exists and is off the list: check it and save again."),
    }

    def read(self, item):
        if not isinstance(item, dict) or not is_id(item.get("author")):
            return None
        role = item.get("role", Byline.Role.AUTHOR.value)
        if not isinstance(role, str) or role not in Byline.Role.values:
            return None
        return {"author": item["author"], "role": role}

    def identity(self, value):
        return value["author"], value["role"]

    def validate(self, value):
        super().validate(value)
        ids = {line["author"] for line in value}
        if len(ids) < len(value):
            raise ValidationError(self.error_messages["twice"], code="twice")
        if ids and Author.objects.filter(pk__in=ids).count() < len(ids):
            raise ValidationError(self.error_messages["gone"], code="gone")


class TagsField(PickedField):
    """Names, without « # », once each in any case; a name that is new makes a tag when the article is published."""

    widget = TagsWidget
    limit = 20
    longest = 50
    default_error_messages = {
        "too_long": _("A tag has at most %(limit)d characters: “%(name)s…” is longer."),
        "wordless": _("A tag needs a letter or a digit: “%(name)s” has none."),
    }

    def read(self, item):
        if not isinstance(item, str):
            return None
        name = " ".join(item.replace(",", " ").replace("'", "’").split())
        return "".join(letter for letter in name if letter.isprintable()).lstrip("# ").rstrip()

    def identity(self, value):
        return value.casefold()

    def to_python(self, value):
        return [name for name in super().to_python(value) if name]

    def prepare_value(self, value):
        return [name for name in super().prepare_value(value) if name]

    def validate(self, value):
        super().validate(value)
        for name in value:
            if len(name) > self.longest:
                params = {"limit": self.longest, "name": name[:20]}
                raise ValidationError(self.error_messages["too_long"], code="too_long", params=params)
            if not any(letter.isalnum() for letter in name):
                raise ValidationError(self.error_messages["wordless"], code="wordless", params={"name": name[:20]})


class RelatedField(PickedField):
    """Ids of articles in order. ``own_id`` is the article itself, which cannot recommend itself."""

    widget = RelatedWidget
    own_id = None
    default_error_messages = {
        "self": _("An article does not recommend itself."),
        "gone": _("An article chosen here no longer exists and is off the list: check it and save again."),
    }

    def read(self, item):
        return item if is_id(item) else None

    def validate(self, value):
        super().validate(value)
        if self.own_id in value:
            raise ValidationError(self.error_messages["self"], code="self")
        if value and Article.objects.filter(pk__in=value).count() < len(value):
            raise ValidationError(self.error_messages["gone"], code="gone")


class PictureField(PickedField):
    """The id of a picture of the library, or None."""

    widget = PictureWidget
    default_error_messages = {"gone": _("This picture is no longer in the library: choose another.")}

    def read(self, item):
        return item if is_id(item) else None

    def to_python(self, value):
        return next(iter(super().to_python(value)), None)

    def prepare_value(self, value):
        return next(iter(super().prepare_value(value)), None)

    def validate(self, value):
        forms.Field.validate(self, value)
        if value is not None and not Picture.objects.filter(pk=value).exists():
            raise ValidationError(self.error_messages["gone"], code="gone")

    def _items(self, value):
        value = self._loaded(value) if isinstance(value, str) else value
        return [] if value is None else [value]


class LocalDateTimeField(forms.DateTimeField):
    """An instant, typed in the site's zone; hours that the zone skips or repeats are refused in words."""

    widget = LocalDateTimeInput
    input_formats = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"]
    default_error_messages = {"year": _("The year %(year)d cannot be right: check the date.")}

    def to_python(self, value):
        """Years that a newspaper can have; a year typed by mistake would take the article out of every list."""
        instant = super().to_python(value)
        if instant is not None and not 1800 <= instant.year <= 2200:
            raise ValidationError(self.error_messages["year"], code="year", params={"year": instant.year})
        return instant
