"""The forms of the register of rights of reply: a request, and the rules that say how long there is to answer."""

from django import forms
from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from web.typography import one_line

from . import holidays, replies
from .fields import LocalDateTimeField
from .models import Article, ReplyRequest, ReplyRule
from .reply_deadlines import NeverWorks, deadline
from .seen_form import SeenForm

WIDE = {"class": "vLargeTextField"}
CHOICES = [(str(number), name) for number, name in enumerate(WEEKDAYS.values(), start=1)]


def no_end() -> str:
    return _("Under this rule no day is ever worked: tick a working day, or take days off away.")


class ReplyRequestForm(SeenForm):
    """``linked`` is an article that is there already and holds the answer; ``step`` is the button pressed."""

    received_at = LocalDateTimeField(
        label=_("Received"), help_text=_("Day and hour at which it reached the newspaper: the clock starts there.")
    )
    linked = forms.ModelChoiceField(
        label=_("Article that holds the answer"), queryset=Article.objects.none(), required=False
    )

    class Meta:
        model = ReplyRequest
        fields = [
            *("article", "requester", "capacity", "contact", "means", "received_at", "text", "rule", "handled_by"),
            "refusal",
        ]
        labels = {"rule": _("Time allowed"), "refusal": _("Reason of the refusal")}
        widgets = {
            "requester": forms.TextInput(attrs=WIDE),
            "capacity": forms.TextInput(attrs=WIDE),
            "contact": forms.Textarea(attrs=WIDE | {"rows": 2}),
            "text": forms.Textarea(attrs=WIDE | {"rows": 12}),
            "refusal": forms.Textarea(attrs=WIDE | {"rows": 4}),
        }
        help_texts = {
            "requester": _("The person or body that is named in the article, or who speaks for them."),
            "capacity": _("“Mayor of the commune”, “lawyer of Mrs Keïta”."),
            "contact": _("Address, telephone, e-mail: for the newsroom alone, never shown to readers."),
            "text": _("The answer as they ask for it, word for word. An empty line begins a paragraph."),
            "rule": _("The end is computed from it when the request is saved."),
            "refusal": _("What is to be said to them: too long, insulting, not about the article, too late."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            for name in ("linked", "refusal"):
                self.fields.pop(name, None)
        if "handled_by" in self.fields:
            self.fields["handled_by"].queryset = get_user_model().objects.filter(is_staff=True, is_active=True)
        if "rule" in self.fields and not self.instance.pk:
            self.initial.setdefault("rule", ReplyRule.objects.filter(is_default=True).first())
            self.initial.setdefault("received_at", timezone.now().replace(second=0, microsecond=0))

    @property
    def step(self) -> str:
        return self.data.get("step", "")

    def clean_requester(self):
        return one_line(self.cleaned_data["requester"])

    def clean_article(self):
        article = self.cleaned_data["article"]
        if not replies.may_be_answered(article):
            raise forms.ValidationError(replies.not_seen())
        return article

    def clean_received_at(self):
        received = self.cleaned_data["received_at"]
        if received > timezone.now():
            raise forms.ValidationError(_("This hour is still to come: when did the request arrive?"))
        return received

    def clean(self):
        data = super().clean()
        if self.instance.pk and not self.instance.is_open and self.fields.keys() - {"seen", "linked"}:
            raise forms.ValidationError(_("This request was closed meanwhile. What you typed is still here: copy it."))
        if self.step == "refuse" and not data.get("refusal", "").strip():
            self.add_error("refusal" if "refusal" in self.fields else None, replies.why_refused())
        if self.step == "link" and not data.get("linked"):
            self.add_error(
                "linked" if "linked" in self.fields else None, _("Choose the article that holds the answer.")
            )
        if data.get("linked") and data["linked"] == (data.get("article") or self.instance.article):
            self.add_error("linked", replies.not_itself())
        self._check_end(data)
        return data

    def _check_end(self, data):
        if data.get("rule") and data.get("received_at"):
            try:
                deadline(data["received_at"], data["rule"])
            except NeverWorks:
                self.add_error("rule", no_end())


class ReplyRuleForm(forms.ModelForm):
    weekdays = forms.MultipleChoiceField(label=_("Working days"), choices=CHOICES, widget=forms.CheckboxSelectMultiple)

    class Meta:
        model = ReplyRule
        fields = [
            *("name", "country", "amount", "unit", "opens_at", "closes_at", "weekdays", "holidays"),
            *("note", "is_default"),
        ]
        widgets = {
            "name": forms.TextInput(attrs=WIDE),
            "holidays": forms.Textarea(attrs={"rows": 8, "cols": 14}),
            "note": forms.Textarea(attrs=WIDE | {"rows": 5}),
            **{name: forms.TimeInput(format="%H:%M", attrs={"type": "time"}) for name in ("opens_at", "closes_at")},
        }
        help_texts = {
            "name": _("Country and kind of newspaper: “Mali, daily”."),
            "unit": _(
                "Hours run day and night. Days are counted from the day after, and the last one ends at the closing "
                "hour. Working days and hours leave out nights, days off and the days that are not ticked."
            ),
            "closes_at": _("The last day ends at this hour, so that somebody is there to publish."),
            "holidays": _("One a line. 22/09 comes back every year, 20/03/2026 once."),
            "note": _("Which law, which article, and whether your lawyer has checked it. Shown with each request."),
            "is_default": _("This rule is chosen when a request is entered."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["weekdays"] = list(self.instance.weekdays)

    def clean_weekdays(self):
        return "".join(sorted(self.cleaned_data["weekdays"]))

    def clean_holidays(self):
        try:
            return holidays.tidy(self.cleaned_data["holidays"])
        except holidays.UnreadableDay as error:
            sentence = _("“%(line)s” is no day: write day/month, such as 22/09, or day/month/year.")
            raise forms.ValidationError(sentence, code="day", params={"line": error.line[:30]}) from None

    def clean(self):
        data = super().clean()
        opens, closes = data.get("opens_at"), data.get("closes_at")
        if opens and closes and closes <= opens:
            self.add_error("closes_at", _("The closing hour comes after the opening hour."))
        elif not self.errors:
            self._check_end(data)
        return data

    def _check_end(self, data):
        try:
            deadline(timezone.now(), ReplyRule(**{name: data[name] for name in self.Meta.fields}))
        except NeverWorks:
            self.add_error("weekdays", no_end())

    def _get_validation_exclusions(self):
        """The rule that was proposed first gives way when this one is saved."""
        return super()._get_validation_exclusions() | {"is_default"}
