"""What the contributions hold of a person. The words stay, since others have answered them; the name goes."""

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from web.personal_data import Holding, described, plain

from .models import (
    Appreciation,
    Comment,
    Contributor,
    Decision,
    Ignored,
    Notice,
    PersonNote,
    Report,
    Sanction,
)


def export(user) -> list:
    """The article by its headline, where readers can see it."""
    rows = Comment.objects.filter(author=user).select_related("article").prefetch_related("edits").order_by("pk")
    return [
        described(row, "text", "state", "posted_at", "edited_at", "featured_at")
        | {str(_("Article")): str(row.article.headline) if row.article.is_published else None}
        | {str(_("Earlier wordings")): [edit.text for edit in row.edits.all()]}
        for row in rows
    ]


def export_standing(user) -> list:
    standing = [described(row, "charter_accepted_at", "wants_mail") for row in Contributor.objects.filter(person=user)]
    sanctions = Sanction.objects.filter(person=user).order_by("pk")
    return standing + [described(row, "kind", "until", "reason", "at", "lifted_at") for row in sanctions]


def export_doings(user) -> list:
    """What the person did with the contributions of others, whose words are not repeated."""
    appreciated = Appreciation.objects.filter(person=user).order_by("pk")
    reported = Report.objects.filter(person=user).order_by("pk")
    return [described(row, "at") for row in appreciated] + [
        described(row, "reason", "words", "at") for row in reported
    ]


def export_ignored(user) -> list:
    rows = Ignored.objects.filter(person=user).select_related("other").order_by("pk")
    return [{str(_("Public name")): plain(row.other.public_name)} for row in rows]


def erase_doings(user, addresses):
    """Appreciations stop counting; reports that nobody decided about go with their words."""
    mine = Appreciation.objects.filter(person=user)
    Comment.objects.filter(pk__in=mine.values("comment"), appreciations__gt=0).update(
        appreciations=F("appreciations") - 1
    )
    mine.delete()
    Report.objects.filter(person=user).delete()


def erase_ignored(user, addresses):
    Ignored.objects.filter(person=user).delete()
    Ignored.objects.filter(other=user).delete()


def erase_standing(user, addresses):
    Contributor.objects.filter(person=user).delete()
    Notice.objects.filter(person=user).delete()
    PersonNote.objects.filter(person=user).delete()
    Sanction.objects.filter(person=user).delete()


def export_decisions(user) -> list:
    return [described(row, "kind", "reason", "at") for row in Decision.objects.filter(by=user).order_by("pk")]


def _any(model, user) -> bool:
    return model.objects.filter(person=user).exists()


HOLDINGS = [
    Holding(
        _("Contributions"),
        ("comments.Comment.author",),
        export,
        stays=_(
            "Your contributions, so that the discussions can still be followed. They are signed “Deleted account”; "
            "your public name is gone."
        ),
        has=lambda user: Comment.objects.filter(author=user).exists(),
    ),
    Holding(
        _("Appreciations and reports"),
        ("comments.Appreciation.person", "comments.Report.person"),
        export_doings,
        erase_doings,
        goes=_("Your appreciations and your reports of contributions."),
        has=lambda user: _any(Appreciation, user) or _any(Report, user),
    ),
    Holding(
        _("People whom you ignore"),
        ("comments.Ignored.person", "comments.Ignored.other"),
        export_ignored,
        erase_ignored,
        goes=_("The list of people whose contributions you do not read."),
        has=lambda user: _any(Ignored, user),
    ),
    Holding(
        _("Your place among the contributors"),
        (
            "comments.Contributor.person",
            "comments.Sanction.person",
            "comments.PersonNote.person",
            "comments.Notice.person",
        ),
        export_standing,
        erase_standing,
        goes=_("Your agreement to the charter, your wishes about mail, and what moderators noted about you."),
        has=lambda user: _any(Contributor, user) or _any(Sanction, user),
    ),
    Holding(
        _("Moderation of contributions"),
        (
            "comments.Comment.assigned_to",
            "comments.Sanction.by",
            "comments.PersonNote.by",
            "comments.Decision.by",
        ),
        export_decisions,
        stays=_("Which decisions about contributions you took as a moderator."),
        has=lambda user: Decision.objects.filter(by=user).exists(),
    ),
]
