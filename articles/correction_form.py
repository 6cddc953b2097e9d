"""The form of a correction: its kind and its words; of one that readers have, the reason to withdraw it besides."""

from django import forms
from django.utils.translation import gettext_lazy as _

from . import corrections
from .models import Correction
from .models.correction import LONGEST
from .seen_form import SeenForm

WIDE = {"class": "vLargeTextField"}


class CorrectionForm(SeenForm):
    why = forms.CharField(
        label=_("Reason"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs=WIDE | {"rows": 2}),
        help_text=_("For the journal; readers no longer see the correction. A slip of the pen is reworded instead."),
    )

    class Meta:
        model = Correction
        fields = ["article", "kind", "text"]
        widgets = {"text": forms.Textarea(attrs=WIDE | {"rows": 5}), "kind": forms.RadioSelect}
        help_texts = {
            "kind": _(
                "Clarification: nothing was wrong, a word was missing. Correction: something was wrong. Update: "
                "something happened since."
            ),
            "text": _(
                "What was wrong and what is right, in two sentences. It stands under the article, dated today, and on "
                "the page of corrections. The text of the article is corrected in its own form."
            ),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "kind" in self.fields:
            self.fields["kind"].choices = Correction.Kind.choices
        if not self.instance.pk:
            self.fields.pop("why")
        elif "text" in self.fields:
            self.fields["text"].help_text = _("Its date stays. The journal keeps the words that stood here before.")

    @property
    def is_withdrawing(self) -> bool:
        return self.data.get("step") == "withdraw"

    def clean_article(self):
        article = self.cleaned_data["article"]
        if not corrections.may_be_corrected(article):
            raise forms.ValidationError(corrections.not_seen())
        return article

    def clean(self):
        if self.instance.withdrawn_at:
            told = _("This correction was withdrawn meanwhile. What you typed is still here: copy it.")
            raise forms.ValidationError(told)
        data = super().clean()
        if self.is_withdrawing and not data.get("why", "").strip():
            self.add_error("why", corrections.why_withdrawn())
        article = data.get("article") or (self.instance.article if self.instance.pk else None)
        if article and data.get("text"):
            data["text"] = corrections.tidy(data["text"], article.language)
            if len(data["text"]) > LONGEST:
                self.add_error("text", _("Set as French, the text is longer than 1,000 characters: shorten it."))
        return data
