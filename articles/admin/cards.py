"""The cards beside the article's text that are the desk's own: « Suivi », « Avant parution » and « Notes ».

What is filled in there is kept by every button of the article's form, like the text, and by the cards' own buttons;
with scripts these send their card alone (``following.py``).
"""

from dataclasses import dataclass

from django.db.models import Exists, F, FilteredRelation, OuterRef, Q
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from articles import checklist, following, notes, rights
from articles.colleagues import name_of
from articles.following_forms import FlagForm, FollowingForm, NoteForm
from articles.models import Article, Flag, Mention

# The steps of the cards' buttons, each of which has its sentence.
FOLLOW, RAISE, CLEAR, NOTE, READ = "follow", "raise_flag", "clear_flag", "note", "read"
NOTES_SHOWN, MOST_NOTES = 5, 300


@dataclass
class Cards:
    """The forms of the cards for one person and one article (None for one that is not started). ``step`` is the
    button that was pressed and ``key`` what it is about: what it needs is required, the rest is kept where it is
    filled in."""

    user: object
    article: Article | None
    data: dict | None = None
    step: str = ""
    key: str = ""

    def __post_init__(self):
        self.following = FollowingForm(self.data, article=self.article)
        self.note = NoteForm(self.data, required=self.step == NOTE)
        self.flag = FlagForm(self.data, required=self.step == RAISE)

    def is_valid(self) -> bool:
        """Asks each of the forms, so that each says what is wrong in it."""
        answers = [form.is_valid() for form in (self.following, self.flag, self.note)]
        return all(answers)

    def keep(self, article) -> list[str]:
        """Does what was filled in and empties the forms; returns what the person must be told besides."""
        self.article, by = article, self.user
        told = self._keep_following(self.following.changes())
        if flag := self.flag.cleaned_data["flag"]:
            following.raise_flag(article, flag, by=by, note=self.flag.cleaned_data["note"])
        if text := self.note.cleaned_data["text"]:
            _note, unknown = notes.write(article, text, by=by)
            told += [_no_such_colleague(name) for name in unknown]
        self.data = None
        self.__post_init__()
        return told

    def _keep_following(self, changes) -> list[str]:
        article, by = self.article, self.user
        if "due_at" in changes:
            following.set_due(article, changes["due_at"], by=by)
        if "priority" in changes:
            following.set_priority(article, changes["priority"], by=by)
        try:
            if "assignee" in changes:
                following.assign([article], changes["assignee"], by=by)
        except following.FollowingError as error:
            return [str(error)]
        return []

    def take(self) -> str:
        """The rest of what a card's button does, once ``keep`` has done what is filled in; returns its sentence."""
        if self.step == CLEAR:
            is_key = self.key.isascii() and self.key.isdecimal() and len(self.key) < 19
            flag = get_object_or_404(Flag, pk=int(self.key) if is_key else None)
            following.clear_flag(self.article, flag, by=self.user)
        if self.step == READ:
            notes.take_as_read(self.article, by=self.user)
        sentences = {
            FOLLOW: _("Saved."),
            RAISE: _("Flag raised."),
            CLEAR: _("Flag cleared."),
            NOTE: _("Note added."),
            READ: _("Marked as read."),
        }
        return sentences[self.step]

    def following_card(self, *, may_edit) -> dict:
        article = self.article or Article()
        flags = self._flags()
        self.flag.offer([flag for flag in flags if not flag.raised_at])
        return {
            "form": self.following,
            "flag_form": self.flag,
            "raised": [flag for flag in flags if flag.raised_at],
            "assignee": name_of(article.assignee) if article.assignee else "",
            "article": article,
            "may_edit": may_edit,
        }

    def _flags(self):
        """All flags, those of the article with when, by whom and why; whether the person may clear each."""
        here = FilteredRelation("raised", condition=Q(raised__article=self.article and self.article.pk))
        flags = list(
            Flag.objects.annotate(here=here)
            .annotate(raised_at=F("here__at"), raised_by=F("here__by__name"), why=F("here__note"))
            .order_by("position", "name", "pk")
        )
        may_clear_all = rights.may_publish(self.user) or self.user.has_perm("articles.clear_flag")
        for flag in flags:
            flag.is_clearable = may_clear_all or not flag.blocks
        return flags

    def notes_card(self, *, may_edit) -> dict:
        if not may_edit:
            self.note.fields["text"].widget.attrs["form"] = "notes-form"
        unread = Mention.objects.filter(note=OuterRef("pk"), user=self.user, read_at=None)
        rows = self.article.notes.select_related("author").annotate(is_for_me=Exists(unread)) if self.article else []
        found = list(rows[:MOST_NOTES])
        for row in found:
            row.who = name_of(row.author) if row.author else row.guest
        return {
            "form": self.note,
            "article": self.article,
            "rows": found,
            "newest": found[:NOTES_SHOWN],
            "older": found[NOTES_SHOWN:],
            "is_for_me": any(row.is_for_me for row in found),
        }


def checklist_card(article, content, form, rules, *, flags=None) -> dict:
    """The lines of « Avant parution », what blocks first, each with where it is mended."""
    findings = checklist.check(article, content, rules, at=article and article.goes_live_at, flags=flags)
    order = [checklist.Level.BLOCK, checklist.Level.WARN, checklist.OK]
    return {
        "lines": [
            {"level": one.level, "sentence": one.sentence, "anchor": _anchor(one.field, form)}
            for one in sorted(findings, key=lambda one: order.index(one.level))
        ],
        "blocks": sum(one.level == checklist.Level.BLOCK for one in findings),
        "warns": sum(one.level == checklist.Level.WARN for one in findings),
    }


def _anchor(field_name, form) -> str:
    return form[field_name].id_for_label if field_name in form.fields else "following"


def _no_such_colleague(name) -> str:
    sentence = _(
        "“@{name}”: nobody called so may see this article, or several are. The note is kept, nobody was told."
    )
    return sentence.format(name=name)
