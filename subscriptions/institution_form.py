"""The office's form of an institution: what it may not say, said before it is saved."""

import re

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Max
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.models import User, normalise_email

from .models import Institution, Plan
from .reading_rooms import clean_ranges

LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
DOMAIN = re.compile(rf"(?:{LABEL}\.)+[a-z]{{2,63}}")
# Whoever wants one has an address there: a seat for everybody would be no institution's.
EVERYBODYS = {
    *(
        "gmail.com",
        "googlemail.com",
        "yahoo.com",
        "yahoo.fr",
        "hotmail.com",
        "hotmail.fr",
        "outlook.com",
        "outlook.fr",
    ),
    *(
        "live.com",
        "live.fr",
        "icloud.com",
        "orange.fr",
        "free.fr",
        "laposte.net",
        "wanadoo.fr",
        "proton.me",
        "gmx.com",
    ),
}


# More than any institution of the country has people; a slip of the finger is above it.
MOST_SEATS = 100_000


class InstitutionForm(forms.ModelForm):
    seats_bought = forms.IntegerField(
        label=_("Seats"),
        min_value=0,
        max_value=MOST_SEATS,
        initial=0,
        help_text=_("What you write here counts as given by the newspaper: no refund of seats goes below it."),
        error_messages={"max_value": _("An institution has 100,000 seats at most.")},
    )
    manager_emails = forms.CharField(
        label=_("Managers"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        help_text=_("The e-mail addresses of their accounts, one a line. They see the seats, invite, and free seats."),
    )
    period = forms.ModelChoiceField(
        Plan.objects.filter(is_for_institutions=True, is_active=True),
        label=_("Give a period"),
        required=False,
        empty_label=_("Nothing chosen"),
        help_text=_("It begins at the end of the current one, or now. Once saved, it is written down for good."),
    )

    class Meta:
        model = Institution
        fields = ["name", "seats_bought", "domains", "address_ranges", "note"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            known = self.instance.managers.order_by("email").values_list("email", flat=True)
            self.initial["manager_emails"] = "\n".join(known)

    def clean_manager_emails(self):
        """The people."""
        emails = {normalise_email(email) for email in self.cleaned_data["manager_emails"].split()}
        people = list(User.objects.filter(email__in=emails, is_active=True))
        missing = sorted(emails - {person.email for person in people})
        if missing:
            words = _("Nobody has an account with the address %(email)s.")
            raise ValidationError([ValidationError(words, params={"email": email}) for email in missing])
        return people

    def _save_m2m(self):
        super()._save_m2m()
        self.instance.managers.set(self.cleaned_data["manager_emails"])

    def clean_domains(self):
        found, errors = [], []
        for line in self.cleaned_data["domains"].lower().replace("@", " ").split():
            if line in EVERYBODYS:
                errors.append(
                    ValidationError(_("Everybody can have an address at “%(domain)s”."), params={"domain": line})
                )
            elif not DOMAIN.fullmatch(line):
                errors.append(ValidationError(_("“%(domain)s” is no domain."), params={"domain": line}))
            found.append(line)
        if errors:
            raise ValidationError(errors)
        return "\n".join(dict.fromkeys(found))

    def clean_address_ranges(self):
        return clean_ranges(self.cleaned_data["address_ranges"], private=settings.DEBUG)

    def clean_seats_bought(self):
        """Seats are numbered: those above would have somebody and not exist. What a refund has left stays as it is."""
        wanted = self.cleaned_data["seats_bought"]
        if self.instance.pk is None or wanted >= self.initial["seats_bought"]:
            return wanted
        last = self.instance.seats.filter(freed_at=None).aggregate(last=Max("number"))["last"] or 0
        if wanted < last:
            words = ngettext(
                "Seat number %(last)d is taken: free it first.", "Seat number %(last)d is taken: free it first.", last
            )
            raise ValidationError(words % {"last": last})
        return wanted
