"""Mails that are held up or were given up. For those alone who may open the list of mails, while there are any."""

import datetime as dt

from django.urls import reverse
from django.utils.translation import gettext as _

from articles.dates import near_words
from outbox.models import Message

from .piles import Area, Line, Pile, fill, first_keys

LATELY = dt.timedelta(days=7)


def mails(user, title, now) -> list[Area]:
    if not user.has_perm("outbox.view_message"):
        return []
    waiting = Message.objects.held_up(now).order_by("urgency", "pk")
    lost = Message.objects.filter(state=Message.State.FAILED, created_at__gte=now - LATELY).order_by("-pk")
    piles = [
        _pile("mails", _("Mails that are held up"), {"state__exact": "waiting"}, waiting),
        _pile("lost-mails", _("Mails given up within seven days"), {"state__exact": "failed"}, lost),
    ]
    piles[0].note = _("They are tried again, a little later each time. The line says what the mail server answered.")
    found = [pile for pile in piles if pile.keys]
    if not found:
        return []
    fill(found, lambda keys: Message.objects.filter(pk__in=keys).defer("text", "html"), lambda row: _line(row, now))
    return [Area("mails", title, found)]


def _pile(name, title, query, rows):
    more = reverse("admin:outbox_message_changelist", query=query)
    return Pile(name, title, "", more, first_keys(rows))


def _line(row, now):
    url = reverse("admin:outbox_message_change", args=[row.pk])
    words = _("written {when}").format(when=near_words(row.created_at, now))
    return Line(row.subject, url, words, facts=[row.recipient, *([row.error[:120]] if row.error else [])])
