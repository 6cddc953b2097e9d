"""The registry of what the site holds of a person: composed of what each app declares in its ``personal_data.py``."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import personal_data as accounts
from articles import personal_data as articles
from articles.models import Newspaper
from authors import personal_data as authors
from comments import personal_data as comments
from journal import personal_data as journal
from outbox import personal_data as outbox
from pictures import personal_data as pictures
from subscriptions import personal_data as subscriptions

APPS = (accounts, subscriptions, comments, authors, articles, pictures, outbox, journal)
HOLDINGS = [holding for app in APPS for holding in app.HOLDINGS]


@dataclass(frozen=True)
class Outlook:
    """What becomes of a person's data when the account is deleted, in sentences."""

    goes: list[str]
    stays: list[str]


def export(user) -> dict:
    """All that the site holds of the person, and nothing of anybody else, as plain values."""
    found = {_("Newspaper"): Newspaper.current().name, _("Made at"): timezone.now().isoformat()}
    return found | {str(holding.title): holding.export(user) for holding in HOLDINGS if holding.export}


def outlook(user) -> Outlook:
    concerned = [holding for holding in HOLDINGS if (holding.goes or holding.stays) and holding.has(user)]
    return Outlook(
        [str(holding.goes) for holding in concerned if holding.goes],
        [str(holding.stays) for holding in concerned if holding.stays],
    )


def erase(user):
    """Empties the row of the user, then lets each app take out what is its own. Call it in a transaction."""
    addresses = accounts.addresses_of(user)
    accounts.empty(user)
    for holding in HOLDINGS:
        if holding.erase:
            holding.erase(user, addresses)
