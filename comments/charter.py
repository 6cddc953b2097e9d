"""The charter of the contributions: agreed to once by each person, at the first contribution after there is one."""

from django.utils import timezone

from articles.models import Page

from .models import Contributor


def charter() -> Page | None:
    return Page.objects.published().filter(purpose=Page.Purpose.CHARTER).first()


def has_agreed(person) -> bool:
    return Contributor.objects.filter(person=person, charter_accepted_at__isnull=False).exists()


def agree(person):
    """The first agreement is the one that is kept."""
    Contributor.objects.get_or_create(person=person)
    Contributor.objects.filter(person=person, charter_accepted_at=None).update(charter_accepted_at=timezone.now())
