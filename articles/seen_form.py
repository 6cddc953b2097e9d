"""A form that knows the row as the person was shown it, so that nobody undoes a colleague's change unseen."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _


class SeenForm(forms.ModelForm):
    """Of a row with ``changed_at``. After a refusal the text is kept, and saving again goes on top."""

    seen = forms.CharField(label="", required=False, widget=forms.HiddenInput())

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["seen"] = self.instance.changed_at.isoformat()

    @property
    def seen_at(self):
        return parse_datetime(self.cleaned_data["seen"])

    def clean(self):
        data = super().clean()
        now = self.instance.changed_at.isoformat() if self.instance.pk else ""
        if data.get("seen", "") != now:
            self.data = self.data.copy()
            self.data[self.add_prefix("seen")] = now
            raise ValidationError(self.meanwhile(), code="meanwhile")
        return data

    def meanwhile(self) -> str:
        return _("Somebody saved this meanwhile. Your words are still here: save again to replace theirs.")
