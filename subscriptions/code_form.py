"""Where a code is typed, of a scratch card or of a gift."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .codes import LONGEST_TYPED


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code"),
        max_length=LONGEST_TYPED,
        help_text=_("Sixteen letters and digits. Capitals, spaces and hyphens do not matter."),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "class": "code"}
        ),
    )
