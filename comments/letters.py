"""Letters to one contributor from the moderators, in the person's language; whoever calls has its transaction open."""

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from articles.dates import instant_words

from .models import Sanction

TEMPLATE = "comments/email/moderation"


def write(person, compose) -> bool:
    """``compose()`` gives the subject, the lines and what was said by the person. Closed accounts get nothing."""
    if not person.is_active or person.erased_at:
        return False
    with translation.override(person.language or settings.LANGUAGE_CODE):
        subject, lines, said = compose()
        words = {"user": person, "subject": subject, "lines": lines, "said": said}
        words["own_url"] = settings.SITE_URL + reverse("my_contributions")
        get_adapter().send_mail(TEMPLATE, person.email, words)
    return True


def rejected(decision) -> bool:
    """The headline is left out where readers do not see the article."""
    comment = decision.comment

    def compose():
        first = _("Our moderators have not kept one of your contributions.")
        if comment.article.is_published:
            first = _("Our moderators have not kept your contribution to the article “{headline}”.").format(
                headline=comment.article.headline
            )
        return _("Your contribution was not kept"), [first, decision.told], Truncator(comment.text).chars(300)

    return write(comment.author, compose)


def sanctioned(sanction: Sanction) -> bool:
    def compose():
        subject, first = _sanction_words(sanction)
        return subject, [first, sanction.reason], ""

    return write(sanction.person, compose)


def _sanction_words(sanction):
    if sanction.kind == Sanction.Kind.WARNING:
        return _("A warning from our moderators"), _("Our moderators ask you to keep to the charter of contributions.")
    if sanction.kind == Sanction.Kind.SUSPENSION:
        until = instant_words(sanction.until)
        return (
            _("You are suspended from the contributions"),
            _("You cannot take part in the contributions until {end}. You can still read them.").format(end=until),
        )
    return (
        _("You no longer take part in the contributions"),
        _("Our moderators have decided that you no longer take part. You can still read the contributions."),
    )


def lifted(sanction: Sanction, standing: Sanction | None) -> bool:
    """``standing`` is what still bars the person."""

    def compose():
        return _("Our moderators have lifted a measure"), [_lifted_words(sanction, standing)], ""

    return write(sanction.person, compose)


def _lifted_words(sanction, standing):
    if sanction.kind == Sanction.Kind.WARNING:
        return _("Our moderators have taken back the warning that they gave you.")
    if standing is None:
        return _("Our moderators have lifted the measure against you: you can contribute again.")
    if standing.until:
        return _(
            "Our moderators have lifted a measure against you. Another one still holds: you cannot take part in the "
            "contributions until {end}."
        ).format(end=instant_words(standing.until))
    return _(
        "Our moderators have lifted a measure against you. Another one still holds, without an end: you cannot take "
        "part in the contributions."
    )
