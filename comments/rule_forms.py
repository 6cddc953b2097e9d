"""The forms by which the desk sets the rules and the words of the room. An empty answer of a section or an article
says which answer holds then."""

from collections import Counter
from hashlib import sha256
from typing import NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Article, Section

from . import words
from .models import RuleSet, WordList
from .room_rules import wider_than

# The smallest and the largest answer.
NUMBERS = {
    "first_held": (0, 50),
    "close_after_days": (0, 3650),
    "most_by_person": (1, 500),
    "most_by_address": (1, 500),
}
YES, NO = "yes", "no"
CHOICES = {
    "is_closed": (
        (NO, gettext_lazy("open: subscribers write")),
        (YES, gettext_lazy("closed: one reads, nobody writes")),
    ),
    "moderation": (
        ("after", gettext_lazy("after publication: a contribution appears at once")),
        ("before", gettext_lazy("before publication: a contribution waits for a moderator")),
    ),
    "holds_links": ((YES, gettext_lazy("wait for a moderator")), (NO, gettext_lazy("appear at once"))),
}
LABELS = {"is_closed": gettext_lazy("contributions"), "holds_links": gettext_lazy("contributions with a link")}


def _answer(text):
    return {YES: True, NO: False}.get(text, text)


def _fingerprint(row) -> str:
    answers = [getattr(row, name) for name in (*CHOICES, *NUMBERS, "quiet_from", "quiet_to")]
    return sha256(repr(answers).encode()).hexdigest()[:16]


class RuleForm(forms.ModelForm):
    """Of one room, of the rooms of a section, or of all; cleaned in a transaction. ``person`` is set by the admin: an
    article that they may not see cannot be named. ``shown`` stands for the answers that the person was shown; the form
    ``is_overtaken`` when somebody else has changed them since, and saves over those when it is sent again."""

    person = None
    is_overtaken = False
    shown = forms.CharField(required=False, widget=forms.HiddenInput)
    is_closed, moderation, holds_links = (
        forms.TypedChoiceField(coerce=_answer, empty_value=empty, required=False, widget=forms.RadioSelect)
        for empty in (None, "", None)
    )

    class Meta:
        model = RuleSet
        fields = ["section", "article", *CHOICES, *NUMBERS, "quiet_from", "quiet_to"]
        widgets = {
            name: forms.TimeInput(format="%H:%M", attrs={"type": "time"}) for name in ("quiet_from", "quiet_to")
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._aim()
        self.fields["shown"].initial = _fingerprint(self.instance) if self.instance.pk else ""
        wider = wider_than(self.instance) if self.instance.pk or self._names_scope() else None
        self.is_site = self.instance.pk is not None and wider is None
        for name, choices in CHOICES.items():
            self._offer(name, choices, wider)
        for name, (least, most) in NUMBERS.items():
            self._bound(name, least, most, wider)

    def clean(self):
        found = super().clean()
        if bool(found.get("quiet_from")) != bool(found.get("quiet_to")):
            self.add_error("quiet_to", _("Quiet hours have a beginning and an end: write both, or none."))
        elif found.get("quiet_from") and found["quiet_from"] == found["quiet_to"]:
            self.add_error("quiet_to", _("Quiet hours begin and end at two different hours: change one of them."))
        if self.instance.pk is None and not self.errors and bool(found.get("section")) == bool(found.get("article")):
            self.add_error(
                "section" if "section" in self.fields else None, _("Choose the section that these rules are for.")
            )
        if self.instance.pk and found.get("shown"):
            self._refuse_the_second(found["shown"])
        return found

    def _refuse_the_second(self, shown):
        stored = _fingerprint(RuleSet.objects.select_for_update().get(pk=self.instance.pk))
        if shown == stored:
            return
        self.is_overtaken = True
        self.data = self.data.copy()
        self.data["shown"] = stored
        raise ValidationError(
            _(
                "Somebody else has changed these rules meanwhile, and nothing of yours was saved: above is what holds "
                "now, below what you chose. Save again if yours is to hold."
            )
        )

    def _aim(self):
        """Which section or article a new row is for; of an old one that stays."""
        if self.instance.pk:
            self.fields.pop("section", None)
            self.fields.pop("article", None)
            return
        if "section" in self.fields:
            self.fields["section"].queryset = Section.objects.filter(room_rules=None)
        if "article" in self.fields:
            self.fields["article"].queryset = Article.objects.visible_to(self.person).filter(room_rules=None)
            self.fields["article"].widget = forms.HiddenInput()

    def _names_scope(self) -> bool:
        """For the words beside empty answers, which a form that is sent back shows too."""
        for name in self.fields.keys() & {"section", "article"}:
            key = self.data.get(name) or self.initial.get(name)
            try:
                setattr(self.instance, name, self.fields[name].clean(key))
            except ValidationError:
                setattr(self.instance, name, None)
        return bool(self.instance.section_id or self.instance.article_id)

    def _offer(self, name, choices, wider):
        field = self.fields[name]
        field.label = capfirst(LABELS.get(name) or RuleSet._meta.get_field(name).verbose_name)
        field.help_text = RuleSet._meta.get_field(name).help_text if name != "is_closed" else ""
        if isinstance(self.initial.get(name), bool):
            self.initial[name] = YES if self.initial[name] else NO
        field.required = self.is_site
        if self.is_site:
            field.choices = choices
            return
        held = getattr(wider, name, None)
        held = {True: YES, False: NO}.get(held, held)
        inherited = _("as elsewhere: {answer}").format(answer=dict(choices)[held]) if wider else _("as elsewhere")
        field.choices = [("", inherited), *choices]

    def _bound(self, name, least, most, wider):
        field = self.fields[name] = forms.IntegerField(
            label=capfirst(RuleSet._meta.get_field(name).verbose_name),
            help_text=RuleSet._meta.get_field(name).help_text,
            min_value=least,
            max_value=most,
            required=self.is_site,
        )
        if wider:
            said = _("Empty: {answer}, as elsewhere.").format(answer=getattr(wider, name))
            field.help_text = f"{field.help_text} {said}".strip()


class Find(NamedTuple):
    """``word`` as it stands in the text, ``entry`` as the list has it."""

    word: str
    entry: str
    count: int


class Trial(NamedTuple):
    banned: list[Find]
    suspect: list[Find]


class WordForm(forms.ModelForm):
    """``version`` is that of the lists which the person was shown; ``trial`` is a text to try them on."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    trial = forms.CharField(
        label=gettext_lazy("Try a text"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, "data-only-tried": ""}),
        help_text=gettext_lazy("What the lists above, as they stand here, find in it. Nothing is saved or published."),
    )

    class Meta:
        model = WordList
        fields = ["banned", "suspect", "allowed"]
        widgets = {name: forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}) for name in fields}

    def __init__(self, *args, **kwargs):
        """Empty first lines count, when a line is named by its number."""
        super().__init__(*args, **kwargs)
        for name in self.Meta.fields:
            self.fields[name].strip = False

    def clean_banned(self):
        return words.cleaned(self.cleaned_data["banned"])

    def clean_suspect(self):
        return words.cleaned(self.cleaned_data["suspect"])

    def clean_allowed(self):
        return words.cleaned(self.cleaned_data["allowed"])

    @property
    def is_unsaved(self) -> bool:
        """It was sent, and its lists are not those that are stored."""
        return self.is_bound and any(name in self.changed_data for name in self.Meta.fields)

    def save_lists(self, *, by) -> bool:
        lists = {name: self.cleaned_data[name] for name in self.Meta.fields}
        return words.save(by=by, version=self.cleaned_data["version"], **lists)

    def found(self) -> Trial:
        """What the lists of the form find in the trial."""
        values = self.cleaned_data
        checker = words.Checker(*(values[name] for name in self.Meta.fields))
        return Trial(*(_counted(matches) for matches in checker.find(values["trial"])))


def _counted(matches) -> list[Find]:
    """In the order of the text, what was written in one way once."""
    counts = Counter((match.word, match.entry) for match in matches)
    return [Find(word, entry, count) for (word, entry), count in counts.items()]
