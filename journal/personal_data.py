"""What the journal holds of a person. It is sealed, so nothing of it is ever taken out."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from web.personal_data import Holding, plain

from .models import Entry


def of(user):
    """What the person did, and what was done to their account."""
    about = Q(kind=user._meta.label_lower, key=str(user.pk))
    return Entry.objects.filter(Q(by_key=user.pk) | about)


def export(user) -> list:
    """Without details: they may name others."""
    rows = of(user).order_by("pk")
    return [
        {str(_("When")): plain(row.at), str(_("Action")): row.words, str(_("By yourself")): row.by_key == user.pk}
        for row in rows
    ]


HOLDINGS = [
    Holding(
        _("Journal of actions"),
        (),
        export,
        stays=_("The journal of what was done with this account, which nobody can change."),
        has=lambda user: Entry.objects.filter(by_key=user.pk).exists(),
    )
]
