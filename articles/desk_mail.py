"""Mails of the desk to colleagues: that something waits, and where. Nothing of an article stands in them."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .colleagues import name_of
from .identity import sender
from .models import Newspaper


def tell_assigned(to, articles, *, by):
    """One mail, however many articles."""
    with _language_of(to):
        count = len(articles)
        subject = ngettext("An article is assigned to you", "%(count)d articles are assigned to you", count) % {
            "count": count
        }
        _send("assigned", to, subject, articles, by)


def tell_mentioned(to, article, *, by):
    with _language_of(to):
        _send("mentioned", to, _("You are mentioned in a note"), [article], by)


def _language_of(user):
    return translation.override(user.language or settings.LANGUAGE_CODE)


def _send(name, to, subject, articles, by):
    """Written with its cause: the outbox is a table."""
    context = {
        "newspaper": Newspaper.current(),
        "site_url": settings.SITE_URL,
        "by": name_of(by),
        "links": [settings.SITE_URL + reverse("admin:articles_article_change", args=[one.pk]) for one in articles],
    }
    text = render_to_string(f"articles/email/{name}.txt", context)
    EmailMessage(subject, text, sender(), [to.email]).send()
