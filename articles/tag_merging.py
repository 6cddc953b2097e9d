"""Makes one tag of several that mean the same. No article loses its tag, and former names keep leading to it."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from . import rights, tag_names
from .models import Tag, TagAlias, TaggedArticle


class MergeError(Exception):
    """Its text may be shown."""


@transaction.atomic
def merge(tags, *, into: Tag, by) -> int:
    """Gives the articles of the tags to ``into`` and deletes the tags; the number of articles that got it.

    Their rows keep the article's instant. Working copies are not touched: they find the tag by its former names.
    """
    if not rights.may_merge_tags(by):
        raise PermissionDenied
    keys = {tag.pk for tag in tags} | {into.pk}
    locked = {tag.pk: tag for tag in Tag.objects.select_for_update().filter(pk__in=keys).order_by("pk")}
    kept = locked.pop(into.pk, None)
    if kept is None or len(locked) != len(keys) - 1:
        raise MergeError(_("One of these tags was merged or deleted meanwhile: look again."))
    if not locked:
        raise MergeError(_("Choose at least one other tag to merge."))
    return sum(_move(tag, kept) for tag in locked.values())


def _move(tag, kept) -> int:
    rows, was_public = TaggedArticle.objects.filter(tag=tag), tag_names.is_public(tag)
    rows.filter(content_object__in=TaggedArticle.objects.filter(tag=kept).values("content_object")).delete()
    moved = rows.update(tag=kept)
    TagAlias.objects.filter(tag=tag).update(tag=kept)
    name, slug = tag.name, tag.slug
    tag.delete()
    tag_names.remember(kept, name=name, slug=slug, was_public=was_public)
    return moved
