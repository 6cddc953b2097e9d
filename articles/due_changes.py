"""New versions of live articles whose hour has come: tried by whichever process notices first, and what becomes of one
that cannot appear. ``workflow.apply_changes`` puts it online; nothing here is called by a view.
"""

import datetime as dt
import logging

from django.conf import settings
from django.core.mail import send_mail
from django.db import DatabaseError, transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from . import workflow
from .dates import instant_words
from .models import Revision, Step

logger = logging.getLogger(__name__)

# What a process that died in the middle of it held is free again after this.
LEASE = dt.timedelta(minutes=1)
# After the first refusal, the second, and so on; then at the last of them for as long as it takes.
PAUSES = [dt.timedelta(minutes=minutes) for minutes in (1, 5, 15, 60)]
LONGEST_LINE = 120


def apply_all(at=None, limit=20) -> int:
    """Tries what is due, oldest first, and returns how many versions went online. Call it outside transactions."""
    return sum(apply_due(revision) for revision in Revision.objects.due(at).select_related("article")[:limit])


def apply_due(revision: Revision) -> bool:
    """Tries one version as it was read from ``due()``; of several processes one gets it."""
    if not _claim(revision):
        return False
    scheduled = revision.article.steps.filter(revision=revision, kind=Step.Kind.CHANGES_SCHEDULED)
    step = scheduled.select_related("by").first()
    by = step and step.by
    # What is written down is for the whole desk.
    with translation.override(settings.LANGUAGE_CODE):
        try:
            workflow.apply_changes(revision, by=by)
        except workflow.WorkflowError as error:
            _put_back(revision, str(error), by)
        except DatabaseError:
            # It stays claimed until the lease ends.
            raise
        except Exception:
            logger.exception("Version %s of article %s could not go online", revision.pk, revision.article_id)
            _put_back(revision, _("The program failed; its log says more."), by)
        else:
            return True
    return False


def _claim(revision) -> bool:
    """A lease, taken by a conditional update on what was read."""
    as_read = Revision.objects.scheduled().filter(
        pk=revision.pk, go_live_at=revision.go_live_at, retry_at=revision.retry_at
    )
    lease = timezone.now() + LEASE
    if not as_read.update(retry_at=lease, tries=F("tries") + 1):
        return False
    revision.retry_at, revision.tries = lease, revision.tries + 1
    return True


def _put_back(revision, problem, by):
    """It stays due; the desk reads why, and whoever scheduled it is told once of each problem.

    Nothing is put back that was applied, moved or cancelled meanwhile."""
    ours = Revision.objects.scheduled().filter(
        pk=revision.pk, go_live_at=revision.go_live_at, retry_at=revision.retry_at
    )
    pause = PAUSES[min(revision.tries, len(PAUSES)) - 1]
    with transaction.atomic():
        if ours.update(problem=problem, retry_at=timezone.now() + pause) and problem != revision.problem:
            logger.warning("Version %s of article %s is held up", revision.pk, revision.article_id)
            _tell(revision, problem, by)


def _tell(revision, problem, by):
    if by is None or not by.is_active:
        return
    article = " ".join(str(revision.article).split())
    subject = _("Could not appear: {article}").format(article=article[:LONGEST_LINE])
    lines = [
        _("The new version of “{article}” could not appear {instant}.").format(
            article=article, instant=instant_words(revision.go_live_at)
        ),
        problem,
        _("Readers get the earlier version. The site goes on trying; open the article to mend it:"),
        settings.SITE_URL + reverse("admin:articles_article_change", args=[revision.article_id]),
    ]
    send_mail(subject, "\n\n".join(lines), None, [by.email])
