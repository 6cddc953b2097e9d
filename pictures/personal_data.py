"""What the picture library holds of a person: who has added a picture."""

from django.utils.translation import gettext_lazy as _

from web.personal_data import Holding, described

from .models import Picture


def export(user) -> list:
    return [described(row, "alt", "added_at") for row in Picture.objects.filter(added_by=user).order_by("pk")]


HOLDINGS = [
    Holding(
        _("Pictures that you have added"),
        ("pictures.Picture.added_by",),
        export,
        stays=_("The pictures that you have added to the library."),
        has=lambda user: Picture.objects.filter(added_by=user).exists(),
    )
]
