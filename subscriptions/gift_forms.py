"""What somebody says who gives a subscription."""

import datetime as dt

from django import forms
from django.utils.translation import gettext_lazy as _

from . import gifts
from .models.gift import LONGEST_MESSAGE

# How far ahead a gift can be ordered.
LONGEST_WAIT = dt.timedelta(days=365)


class GiftForm(forms.Form):
    """Without an address, the buyer is shown the code. A line break, which could begin a mail header, is a space."""

    recipient = forms.EmailField(
        label=_("E-mail address of the person to whom you give it"),
        required=False,
        max_length=254,
        help_text=_("Left empty: you get a page with the code, to print or to hand over."),
    )
    giver = forms.CharField(label=_("From whom"), required=False, max_length=80)
    message = forms.CharField(
        label=_("Your message"),
        required=False,
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Up to 300 characters."),
    )
    deliver_on = forms.DateField(
        label=_("Day of delivery"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("We write to the person on that day, once the gift is paid."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["deliver_on"].initial = gifts.today

    def clean_giver(self):
        return " ".join(self.cleaned_data["giver"].split())

    def clean_message(self):
        return " ".join(self.cleaned_data["message"].split())

    def clean_deliver_on(self):
        day = self.cleaned_data["deliver_on"]
        if day < gifts.today():
            raise forms.ValidationError(_("This day is over."))
        if day > gifts.today() + LONGEST_WAIT:
            raise forms.ValidationError(_("A gift can be ordered up to a year ahead."))
        return day
