"""The forms around a preview: for whom and how long a link is, and the box in which its guest writes."""

import re
import uuid
from unicodedata import category

from django import forms
from django.utils.translation import gettext_lazy as _

from web.typography import one_line

from .models import Note, PreviewLink
from .preview_links import LIFETIMES, USUAL_LIFETIME

LONGEST_TEXT = Note._meta.get_field("text").max_length
LONGEST_NAME = Note._meta.get_field("guest").max_length
# They change the direction of what follows, so that a text shows other than it reads.
DIRECTIONS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
STALE = _("This form was incomplete. Send your text again.")


class LineField(forms.CharField):
    """Plain text on one line: a break in a name could become a header of a mail."""

    def to_python(self, value):
        return one_line(super().to_python(value))


class LinesField(forms.CharField):
    """Plain text in lines, "" without a sign that can be seen. A line break counts as one, as in the browser."""

    def to_python(self, value):
        text = re.sub(r"\r\n?|\u2028|\u2029", "\n", super().to_python(value))
        text = "".join(
            sign for sign in text.translate(DIRECTIONS) if sign in "\n\t" or category(sign) not in {"Cc", "Cs"}
        )
        text = re.sub(r"\n{4,}", "\n\n\n", text).strip()
        return text if any(category(sign)[0] in "LNPS" for sign in text) else ""


class LinkForm(forms.Form):
    label = LineField(
        label=_("For whom"),
        max_length=PreviewLink._meta.get_field("label").max_length,
        required=False,
    )
    hours = forms.TypedChoiceField(
        label=_("Valid for"), choices=list(LIFETIMES.items()), initial=USUAL_LIFETIME, coerce=int
    )


class RemarkForm(forms.Form):
    """Laid out in ``articles/_guest_box.html``. After a refusal what was typed is kept, and the key too."""

    KINDS = [Note.Kind.REMARK, Note.Kind.PASSED]
    longest = LONGEST_TEXT
    longest_name = LONGEST_NAME

    name = LineField(max_length=LONGEST_NAME, error_messages={"required": _("Say who you are.")})
    text = LinesField(max_length=LONGEST_TEXT, required=False)
    kind = forms.TypedChoiceField(
        choices=[(kind.value, kind.label) for kind in KINDS],
        coerce=Note.Kind,
        error_messages={"required": STALE, "invalid_choice": STALE},
    )
    key = forms.UUIDField(error_messages={"required": STALE, "invalid": STALE})

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fresh_key = uuid.uuid4()

    @property
    def usable_key(self):
        return getattr(self, "cleaned_data", {}).get("key") or self.fresh_key

    def clean(self):
        if (
            self.cleaned_data.get("kind") == Note.Kind.REMARK
            and not self.cleaned_data.get("text")
            and "text" not in self.errors
        ):
            self.add_error(
                "text", _("Write your remark first. If there is nothing to change, choose “Pass for press”.")
            )
        return self.cleaned_data
