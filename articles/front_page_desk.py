"""The verbs of the front page by hand: save an edition, take an earlier one back. The newest edition is in force."""

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from . import rights
from .models import FrontPage, FrontPageSlot


class FrontPageError(Exception):
    """What stands in the way, in words that may be shown."""


class Conflict(FrontPageError):
    """Somebody saved meanwhile: ``newest`` is theirs."""

    def __init__(self, newest):
        super().__init__(_("Somebody else saved the front page meanwhile."))
        self.newest = newest


def newest() -> FrontPage | None:
    return FrontPage.objects.select_related("saved_by").order_by("-number").first()


def save(slots, *, base: int, by, taken_from=None) -> FrontPage:
    """Makes a new edition of unsaved slots. ``base`` is the number of the edition that the person had before them, 0
    without one: it serves once, and of racing saves the database accepts one."""
    if not rights.may_lay_out(by):
        raise PermissionDenied
    before = newest()
    if base != (before.number if before else 0):
        raise Conflict(before)
    try:
        with transaction.atomic():
            edition = FrontPage.objects.create(number=base + 1, saved_by=by, taken_from=taken_from)
            for slot in slots:
                slot.front_page = edition
            FrontPageSlot.objects.bulk_create(slots)
    except IntegrityError:
        theirs = newest()
        if theirs and theirs.number > base:
            raise Conflict(theirs) from None
        raise FrontPageError(
            _("An article or a section chosen here no longer exists: check and save again.")
        ) from None
    return edition


def take_back(edition: FrontPage, *, base: int, by) -> FrontPage:
    """Makes an earlier edition the newest again, without the pins that have ended."""
    return save(copies(edition), base=base, by=by, taken_from=edition)


def copies(edition: FrontPage | None, at=None) -> list[FrontPageSlot]:
    """The edition's slots as unsaved ones in order, without those whose pin has ended."""
    at = at or timezone.now()
    return [
        FrontPageSlot(
            place=slot.place,
            section_id=slot.section_id,
            position=slot.position,
            article_id=slot.article_id,
            headline=slot.headline,
            pinned_until=slot.pinned_until,
        )
        for slot in (edition.slots.all() if edition else ())
        if slot.pinned_until is None or slot.pinned_until > at
    ]
