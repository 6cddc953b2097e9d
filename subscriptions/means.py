"""The names of the means of payment, also of those that are no longer there."""

from django.utils.translation import pgettext

from . import providers


def label_of(slug: str) -> str:
    if slug == "office":
        return pgettext("means of payment", "Cash at the counter")
    return str(providers.ALL[slug].label) if slug in providers.ALL else slug.replace("_", " ").capitalize()
