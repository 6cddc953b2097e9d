"""What the newspaper shows of somebody who writes for it: the profile behind the byline."""

from django.utils.translation import gettext_lazy as _

from web.personal_data import Holding, described

from .models import Author


def export(user) -> list:
    names = ("name", "slug", "job", "bio", "email", "website")
    return [described(row, *names) for row in Author.objects.filter(user=user)]


def erase(user, addresses):
    """The profile is the newspaper's; its address leads to the person."""
    Author.objects.filter(user=user).update(user=None, email="")


HOLDINGS = [
    Holding(
        _("Profile of an author"),
        ("authors.Author.user", "authors.Author.email"),
        export,
        erase,
        stays=_("Your author’s page and the articles that you have signed."),
        has=lambda user: Author.objects.filter(user=user).exists(),
    )
]
