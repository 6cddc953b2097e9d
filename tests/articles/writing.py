"""A desk in a few words: contents and articles that went through working copies and the workflow."""

import datetime as dt

from django.utils import timezone

from articles import workflow, working_copy
from articles.workflow import Instants
from tests.factories import make_section, number


def content(**fields):
    """A text that may be published."""
    n = next(number)
    section = fields.pop("section", None) or make_section()
    base = {
        **working_copy.empty_content(),
        "headline": f"Headline {n}",
        "body": f"<p>Body {n}.</p>",
        "section": section.pk,
    }
    return base | fields


def draft(*, by, **fields):
    """(article, revision) as a person starts it."""
    return working_copy.start(content(**fields), by=by)


def live(*, by, at=None, **fields):
    """An article that went through the workflow and is live since ``at`` (an hour ago)."""
    article, revision = draft(by=by, **fields)
    at = at or timezone.now().replace(microsecond=0) - dt.timedelta(hours=1)
    workflow.approve(article, revision, Instants(published_at=at), by=by)
    return article


def rewrite(article, *, by, **changes):
    """A new working copy on top of the newest."""
    old, newest = working_copy.open_copy(article)
    return working_copy.save(article, old | changes, base=newest and newest.pk, by=by)
