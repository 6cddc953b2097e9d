"""Rules of a room in sentences, for those who set them."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .models import RuleSet


def in_sentences(rules) -> list[str]:
    """What holds, in the order in which a contribution meets it."""
    if rules.is_closed:
        return [_("Nobody writes; what was said can be read.")]
    return [
        _ending(rules.close_after_days),
        _waiting(rules),
        *([_links()] if rules.holds_links else []),
        *([_newcomers(rules.first_held)] if rules.first_held else []),
        *([_quiet(rules)] if rules.quiet_from else []),
        _("A person posts at most {person} contributions in ten minutes, an address {address}.").format(
            person=rules.most_by_person, address=rules.most_by_address
        ),
    ]


def _ending(days):
    if not days:
        return _("The room stays open without an end.")
    sentence = ngettext(
        "The room closes %(count)d day after the publication of the article.",
        "The room closes %(count)d days after the publication of the article.",
        days,
    )
    return sentence % {"count": days}


def _waiting(rules):
    if rules.moderation == RuleSet.Moderation.BEFORE:
        return _("Every contribution waits until a moderator lets it through.")
    return _("Contributions appear at once, unless something below holds them.")


def _links():
    return _("Contributions with a link wait.")


def _newcomers(count):
    sentence = ngettext(
        "The first contribution of each person waits.",
        "Contributions of a person wait until a moderator has let %(count)d through.",
        count,
    )
    return sentence % {"count": count}


def _quiet(rules):
    sentence = _("What is written between {begin} and {end} waits.")
    return sentence.format(begin=f"{rules.quiet_from:%H:%M}", end=f"{rules.quiet_to:%H:%M}")
