"""One opening of the article's form, as its scripts know it: its key, what it may offer, who else is there.

``keeping.py`` answers these scripts; this module makes the part of the page that they read.
"""

import datetime as dt
import json
import uuid

from django.urls import reverse
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from articles import autosaves, presence, tag_names, working_copy
from articles.content_words import in_words
from articles.dates import local, near_words, short_day_words
from articles.presence import OpenForm

# Shows in the form what a browser kept of it, and saves nothing.
RESUME = "resume"
# Seconds between two words of a form that is open.
BEAT = 10
A_WEEK = dt.timedelta(days=6)


def of(data) -> OpenForm:
    """The form that sent the data; empty where it has no scripts."""
    return OpenForm(key=key_in(data.get("form_key")), known=instant_in(data.get("known")))


def key_in(text) -> uuid.UUID | None:
    try:
        return uuid.UUID(text or "")
    except ValueError:
        return None


def instant_in(text) -> dt.datetime | None:
    try:
        instant = dt.datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return instant if timezone.is_aware(instant) else None


def resume(desk):
    """Puts the person's autosave into the form, where the address asks for it."""
    asked = desk.request.GET.get("text") == "unsaved" and desk.may_edit
    if asked and (kept := autosaves.of(desk.article, desk.request.user)):
        content = working_copy.read(kept)
        desk.resumed, desk.content = kept, content | {"tags": tag_names.today(content["tags"])}


def for_page(desk, form, *, holder=None) -> dict | None:
    """What the form's page tells its scripts, and the reader of one that may not write."""
    person = desk.request.user
    writer, saved = presence.seen_by(desk.article, person) if desk.article else (None, [])
    if not desk.may_edit:
        return {"writer": writing_words(writer, person)}
    opened = of(desk.request.POST) if form.is_bound and not desk.is_saved else OpenForm()
    may_have = desk.article and getattr(desk.article, "has_autosave", True)
    kept = autosaves.of(desk.article, person) if may_have else None
    known = _known(desk, opened, kept)
    # Of the person's own other tab the scripts tell, since they know whether it is still there.
    is_colleague = writer is not None and writer.user_id != person.pk
    return {
        "key": str(opened.key or uuid.uuid4()),
        # A form that is shown again, with its key: its page may have been left before.
        "returns": opened.key is not None,
        "known": known.isoformat() if known else "",
        "is_unsaved": form.is_bound or desk.resumed is not None,
        "addresses": (known_addresses := addresses(desk.article)),
        "addresses_json": json.dumps(known_addresses),
        "beat": BEAT,
        "now": round(timezone.now().timestamp() * 1000),
        "zone": timezone.get_default_timezone_name(),
        "saved": json.dumps(saved),
        "offer": _offer(desk, form, kept) if kept and kept.created_at != known else None,
        "writer": writing_words(holder or (writer if is_colleague else None), person),
    }


def _known(desk, opened, kept):
    """The instant of the autosave that the form stands for: what it shows, what it wrote, or what says the same."""
    if kept is None:
        return None
    is_its_own = opened.key is not None and opened.key == kept.form_key
    shows_it = desk.resumed == kept or opened.known == kept.created_at or is_its_own
    return kept.created_at if shows_it or not autosaves.differs(kept, desk.content) else None


def _offer(desk, form, kept) -> dict:
    newest, person = desk.revision, desk.request.user
    later = newest is not None and newest.pk != kept.base_id
    return {
        "at": kept.created_at.isoformat(),
        "form_key": str(kept.form_key or ""),
        "when": day_and_hour(kept.created_at),
        "later": saved_since_words(newest, person) if later else "",
        "texts": in_words(working_copy.read(kept), desk.shelf, _sections(form)),
    }


def _sections(form) -> dict:
    """The names by key. The form's own choice is drawn from the same rows, neither counted nor asked again."""
    field = form.fields["section"]
    field.choices = list(iter(field.choices))
    return {choice.value: label for choice, label in field.choices if choice}


def addresses(article) -> dict:
    """Where the form's scripts send what; all of it POST."""
    names = ("autosave", "presence", "take_over", "leave", "discard")
    known = {"token": reverse("admin:articles_article_token")}
    if article is None:
        return known | {"autosave": reverse("admin:articles_article_autosave_new")}
    return known | {name: reverse(f"admin:articles_article_{name}", args=[article.pk]) for name in names}


def day_and_hour(instant) -> str:
    """« mercredi à 12:03 » within a week, « mercredi 25 novembre à 12:03 » before; the form's script says the same."""
    day = local(instant).date()
    words = str(WEEKDAYS[day.weekday()])
    if timezone.now() - instant > A_WEEK:
        words = _("{weekday} {date}").format(weekday=words, date=short_day_words(day, day))
    return _("{day} at {hour}").format(day=words, hour=hour_words(instant))


def hour_words(instant) -> str:
    return f"{local(instant):%H:%M}"


def writing_words(holder, person) -> str:
    """Who writes in the article and since when; empty when nobody does."""
    if holder is None:
        return ""
    hour = hour_words(holder.held_at)
    if holder.user_id == person.pk:
        return _("You have this article open elsewhere since {hour}: in another tab or on another device.").format(
            hour=hour
        )
    return _("{name} has been writing in this article since {hour}.").format(name=holder.user, hour=hour)


def taken_words(holder, person) -> str:
    """What the form is told that wrote until then."""
    hour = hour_words(holder.held_at)
    if holder.user_id == person.pk:
        return _("You went on elsewhere at {hour}, in another tab or on another device.").format(hour=hour)
    return _("{name} took over at {hour}.").format(name=holder.user, hour=hour)


def saved_since_words(newest, person) -> str:
    if newest.author_id == person.pk:
        return _("You saved this article since, {when}.").format(when=near_words(newest.created_at))
    return _("{name} saved this article since, {when}.").format(
        name=newest.author or "—", when=near_words(newest.created_at)
    )
