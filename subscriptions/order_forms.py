"""How somebody wants to pay. What it costs is not asked: that is the price of the server."""

from django import forms
from django.utils.translation import gettext_lazy as _

from . import providers


class OrderForm(forms.Form):
    """``provider`` offers what is ready for the currency of the price, ``renews`` what can charge again."""

    provider = forms.ChoiceField(
        label=_("How do you want to pay?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose how you want to pay."),
            "invalid_choice": _("Choose one of the means of payment listed here."),
        },
    )
    renews = forms.BooleanField(
        label=_("Renew by itself at each end"),
        required=False,
        help_text=_("By card only. You can switch this off in your account at any time."),
    )

    def __init__(self, *args, price, **kwargs):
        super().__init__(*args, **kwargs)
        self.ready = {each.slug: each for each in providers.ready(price.zone.currency)}
        self.fields["provider"].choices = [(slug, each.label) for slug, each in self.ready.items()]
        if len(self.ready) == 1:
            self.fields["provider"].initial = next(iter(self.ready))
        if price.amount == 0:
            del self.fields["provider"]
        if price.plan.is_trial or not any(each.can_renew for each in self.ready.values()):
            del self.fields["renews"]

    def clean(self):
        """Only a means that can charge again renews by itself."""
        data = super().clean()
        provider = self.ready.get(data.get("provider"))
        data["renews"] = bool(data.get("renews") and provider and provider.can_renew)
        return data
