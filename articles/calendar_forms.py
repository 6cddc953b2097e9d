"""The forms of the desk's calendar: to move what stands on it, and the notes of its days."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from web.typography import one_line

from .fields import LocalDateTimeField
from .models import DayNote


class MoveForm(forms.Form):
    """``entry`` and ``seen`` are what the person was shown, ``period`` the page to go back to."""

    at = LocalDateTimeField(label=_("New date and hour"))
    entry = forms.CharField(max_length=40)
    seen = forms.CharField(max_length=80)


class NoteForm(forms.Form):
    text = forms.CharField(
        label=_("Note of the day"),
        max_length=DayNote._meta.get_field("text").max_length,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Write the note first.")},
    )

    def clean_text(self):
        """Line by line, without what cannot be seen."""
        text = "\n".join(one_line(line) for line in self.cleaned_data["text"].splitlines()).strip()
        if not text:
            raise ValidationError(self.fields["text"].error_messages["required"], code="required")
        return text
