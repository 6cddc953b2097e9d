"""The article's form in the back office: the working copy's content, and the instants for those who may publish."""

import uuid

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from web.html import TooMuchHtml, clean
from web.typography import french, one_line

from .fields import BylinesField, LocalDateTimeField, PictureField, RelatedField, TagsField
from .models import Article, Section
from .widgets import BodyWidget
from .workflow import Instants
from .working_copy import empty_content

INSTANTS = ("published_at", "embargo_until", "unpublish_at", "breaking_until")
TEXTS = ("kicker", "headline", "standfirst", "picture_caption")


class ArticleForm(forms.Form):
    """``instants`` are those of the row: whoever may not publish sees them and cannot send others. ``base`` and
    ``seen`` are the working copy and the state that the person was shown."""

    kicker = forms.CharField(
        label=_("Kicker"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("A word or two above the headline, such as a place. With a colon at its end it is read with it."),
    )
    headline = forms.CharField(
        label=_("Headline"),
        max_length=250,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Who does what, where: the whole news in one line."),
    )
    standfirst = forms.CharField(
        label=_("Standfirst"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Two or three sentences: what the reader must know. They are shown in every list too."),
    )
    body = forms.CharField(label=_("Text"), required=False, widget=BodyWidget())
    picture = PictureField(label=_("Lead picture"), required=False)
    picture_caption = forms.CharField(
        label=_("Caption of the lead picture"),
        max_length=500,
        required=False,
        help_text=_("For this article; without one, the caption of the library is shown."),
    )
    section = forms.ModelChoiceField(
        label=_("Section"), queryset=Section.objects.select_related("parent"), required=False, empty_label=_("Choose…")
    )
    bylines = BylinesField(
        label=_("Bylines"), required=False, help_text=_("Who signs. Type the beginning of a name and choose it.")
    )
    tags = TagsField(label=_("Tags"), required=False, help_text=_("Three to five words that lead to other articles."))
    related = RelatedField(
        label=_("Related articles"),
        required=False,
        help_text=_("They stand beside the text, or under it on a phone. Type words of a headline and choose."),
    )
    slug = forms.SlugField(
        label=_("Address"),
        max_length=120,
        required=False,
        help_text=_("The last part of the public address. Left empty, it is made from the headline."),
    )
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    access = forms.ChoiceField(label=_("Readers"), choices=Article.Access.choices)
    comments_open = forms.BooleanField(label=_("Contributions open"), required=False)
    minor = forms.BooleanField(
        label=_("Minor correction"), required=False, help_text=_("Readers are not told that the text was updated.")
    )
    published_at = LocalDateTimeField(
        label=_("Publication"),
        required=False,
        help_text=_("Day, month, year, then hour and minutes. Needed to schedule; to publish now, leave it empty."),
    )
    embargo_until = LocalDateTimeField(
        label=_("Embargo until"), required=False, help_text=_("Nothing appears before this hour, whatever is pressed.")
    )
    unpublish_at = LocalDateTimeField(
        label=_("Withdrawal"), required=False, help_text=_("At this hour the article leaves the site by itself.")
    )
    breaking_until = LocalDateTimeField(
        label=_("Breaking news until"),
        required=False,
        help_text=_("Until this hour a band on top of the site names the article."),
    )
    changes_at = LocalDateTimeField(
        label=_("The new version appears on"),
        required=False,
        help_text=_("For “Schedule this version”: readers get the earlier one until that hour."),
    )
    note = forms.CharField(
        label=_("Note"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Goes with the step you take: what is missing, why it is withdrawn."),
    )
    base = forms.IntegerField(required=False, widget=forms.HiddenInput())
    seen = forms.CharField(required=False, widget=forms.HiddenInput())
    key = forms.UUIDField(required=False, widget=forms.HiddenInput())

    def __init__(
        self, *args, content=None, instants=None, changes_at=None, base=None, seen="", may_publish=False, **kwargs
    ):
        self.instants_before = instants or Instants()
        initial = {**empty_content(), **(content or {}), "base": base, "seen": seen, "key": uuid.uuid4}
        initial |= {name: getattr(self.instants_before, name) for name in INSTANTS} | {"changes_at": changes_at}
        super().__init__(*args, initial=initial, label_suffix="", **kwargs)
        for name in (*INSTANTS, "changes_at"):
            self.fields[name].disabled = not may_publish

    def clean_body(self):
        """The one way in for HTML; done here, before any transaction begins."""
        try:
            return clean("article", self.cleaned_data["body"])
        except TooMuchHtml as error:
            raise ValidationError(str(error)) from None

    def clean(self):
        data = super().clean()
        for name in ("kicker", "headline", "picture_caption"):
            data[name] = one_line(data.get(name, ""))
        if data.get("language") == "fr":
            for name in TEXTS:
                data[name] = french(data.get(name, ""))
        for name, sentence in self.instants().problems().items():
            self.add_error(name, sentence)
        return data

    def content(self) -> dict:
        """The working copy to save."""
        section = self.cleaned_data["section"]
        plain = {name: self.cleaned_data[name] for name in empty_content() if name != "section"}
        return {**plain, "section": section.pk if section else None}

    def valid_content(self, otherwise: dict) -> dict:
        """What can be kept of a form that may hold mistakes: a field that is wrong stays as it is in ``otherwise``."""
        wrong = set(self.errors)
        names = [name for name in empty_content() if name in self.cleaned_data and name not in wrong]
        plain = {name: self.cleaned_data[name] for name in names}
        if "section" in plain:
            plain["section"] = plain["section"].pk if plain["section"] else None
        return {**otherwise, **plain}

    def instants(self) -> Instants:
        """The instants as sent; one that was not touched keeps its seconds."""
        return Instants(
            **{
                name: self.cleaned_data.get(name) if name in self.changed_data else getattr(self.instants_before, name)
                for name in INSTANTS
            }
        )


def close_contributions(form: ArticleForm):
    """Of a right of reply: nobody comments on it, and the form says so."""
    field = form.fields["comments_open"]
    field.disabled, form.initial["comments_open"] = True, False
    field.help_text = _("Closed: this article is a right of reply.")
