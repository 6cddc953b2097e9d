"""Small forms of the desk, beside the article's form: who has it in hand until when, flags, notes."""

from django import forms
from django.utils.translation import gettext_lazy as _

from . import colleagues, notes
from .fields import LocalDateTimeField
from .models import Article, Flag


class ColleagueField(forms.ModelChoiceField):
    def __init__(self, **kwargs):
        super().__init__(colleagues.who_may_write(), **kwargs)

    def label_from_instance(self, user):
        return colleagues.name_of(user)


class FollowingForm(forms.Form):
    """``changes()``: {column: value} of what differs from what the person was shown, so that a form that was opened
    before a colleague's choice does not take it back."""

    prefix = "following"
    assignee = ColleagueField(
        label=_("Assigned to"), required=False, empty_label=_("Nobody"), show_hidden_initial=True
    )
    due_at = LocalDateTimeField(label=_("Due"), required=False, show_hidden_initial=True)
    priority = forms.ChoiceField(
        label=_("Priority"), choices=Article.Priority.choices, required=False, show_hidden_initial=True
    )

    def __init__(self, data=None, *, article=None):
        article = article or Article()
        initial = {"assignee": article.assignee_id, "due_at": article.due_at, "priority": article.priority}
        super().__init__(data, initial=initial, label_suffix="")
        if article.assignee_id:
            # Also of somebody who may no longer write.
            self.fields["assignee"].queryset = colleagues.who_may_write(besides=article.assignee_id)

    def changes(self) -> dict:
        changed = {name: self.cleaned_data[name] for name in self.changed_data}
        return {name: value for name, value in changed.items() if name != "priority" or value}


class FlagForm(forms.Form):
    prefix = "flag"
    flag = forms.ModelChoiceField(
        Flag.objects.all(),
        label=_("Flag"),
        empty_label=_("Choose…"),
        error_messages={"required": _("Choose a flag.")},
    )
    note = forms.CharField(label=_("Why"), max_length=250, required=False)

    def __init__(self, data=None, *, required=True):
        super().__init__(data, label_suffix="")
        self.fields["flag"].required = required

    def offer(self, flags):
        """Those to choose from, which are known already."""
        field = self.fields["flag"]
        field.choices = [("", field.empty_label), *((flag.pk, flag.name) for flag in flags)]


class NoteForm(forms.Form):
    prefix = "remark"
    text = forms.CharField(
        label=_("Write a note"),
        max_length=notes.LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("“@” and a name tells that colleague. Readers never see notes."),
        error_messages={"required": _("Write something first.")},
    )

    def __init__(self, data=None, *, required=True):
        super().__init__(data, label_suffix="")
        self.fields["text"].required = required
