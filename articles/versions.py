"""Verbs on the versions of an article: name one, go back to one, clear away what was typed long ago and left.

A version is a revision. What it holds never changes, and what readers see is not touched here.
"""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pictures.models import Picture
from web.typography import one_line

from . import public_rows, rights, working_copy
from .body_blocks import boxes_of, without_boxes
from .dates import instant_words
from .models import Article, Revision, Step

LONGEST_NAME = Revision._meta.get_field("name").max_length


class VersionError(Exception):
    """Its message may be shown."""


def title(revision: Revision, *, to_the_second=False) -> str:
    """Its name, or when it was saved."""
    if revision.name:
        return revision.name
    when = instant_words(revision.created_at, to_the_second=to_the_second)
    if revision.is_autosave:
        return _("Autosave of {who}, {when}").format(who=revision.author or "—", when=when)
    return _("Version of {when}").format(when=when)


def name_version(revision: Revision, name: str, *, by) -> Revision:
    """Gives a saved version a name, another one, or none at all (an empty text)."""
    if not rights.may_edit(by, revision.article):
        raise PermissionDenied
    if revision.is_autosave:
        raise VersionError(_("An autosave changes while somebody types: save the article, then name that version."))
    name = one_line(name)
    if len(name) > LONGEST_NAME:
        sentence = _("A name has at most {limit} characters: this one has {number}.")
        raise VersionError(sentence.format(limit=LONGEST_NAME, number=len(name)))
    Revision.objects.filter(pk=revision.pk).update(name=name)
    revision.name = name
    return revision


def restore(article, revision: Revision, *, base: int | None, by) -> tuple[Revision, list[str]]:
    """Saves what the revision holds as the newest working copy, on top of ``base``; the one that was newest stays in
    the history. Also says in sentences what is left out because it was deleted since.

    Raises ``working_copy.Conflict`` as any save does. What was a minor correction then is none now."""
    if not rights.may_edit(by, article):
        raise PermissionDenied
    content, lost = _existing(working_copy.read(revision))
    return working_copy.save(article, content | {"minor": False}, base=base, by=by, note=_note(revision)), lost


def _note(revision):
    when = instant_words(revision.created_at)
    if revision.name:
        return _("Restored: “{name}”, version of {when}").format(name=revision.name, when=when)
    return _("Restored: version of {when}").format(when=when)


def prune_autosaves(older_than: dt.timedelta) -> int:
    """Deletes what was typed before and not touched since; returns how many. Saved versions stay for ever, and so does
    whatever was named, applied, given an hour, taken a step with or built upon."""
    old = Revision.objects.filter(is_autosave=True, created_at__lt=timezone.now() - older_than)
    steps = Step.objects.filter(revision=OuterRef("pk"))
    old = old.filter(name="", applied_at=None, go_live_at=None, successors=None).exclude(Exists(steps))
    number, _by_model = old.delete()
    return number


def _existing(content: dict) -> tuple[dict, list[str]]:
    kept, problems = public_rows.existing(content)
    lost = []
    if content["section"] and problems:
        kept["section"] = None
        lost.append(_("The section of this version was deleted since: choose another."))
    if content["picture"] and not kept["picture"]:
        lost.append(_("The lead picture of this version was deleted since and is left out."))
    authors = len(content["bylines"]) - len(kept["bylines"])
    if authors:
        sentence = ngettext(
            "An author who signed this version was deleted since and is left out.",
            "%(number)d authors who signed this version were deleted since and are left out.",
            authors,
        )
        lost.append(sentence % {"number": authors})
    articles = len(content["related"]) - len(kept["related"])
    kept["body"], boxes = _with_existing_boxes(content["body"])
    return kept, lost + _said_of_articles(articles) + boxes


def _said_of_articles(number) -> list[str]:
    sentence = ngettext(
        "A related article was deleted since and is left out.",
        "%(number)d related articles were deleted since and are left out.",
        number,
    )
    return [sentence % {"number": number}] if number else []


def _with_existing_boxes(body) -> tuple[str, list[str]]:
    gone = 0
    for kind, model in (("article", Article), ("picture", Picture)):
        keys = boxes_of(body, kind)
        lost = keys - set(model.objects.filter(pk__in=keys).values_list("pk", flat=True))
        body = without_boxes(body, kind, lost) if lost else body
        gone += len(lost)
    sentence = ngettext(
        "A picture or article that stood in the text was deleted since and is left out.",
        "%(number)d pictures or articles that stood in the text were deleted since and are left out.",
        gone,
    )
    return body, [sentence % {"number": gone}] if gone else []
