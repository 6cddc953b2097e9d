"""The form of a page: the article's writing area without boxes of articles."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from web.html import TooMuchHtml, clean

from .models import Page
from .widgets import BodyWidget

NOT_ON_PAGES = {"related"}
WIDE = {"class": "vLargeTextField"}


class PageBodyWidget(BodyWidget):
    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        tools = context["widget"]["tools"]
        kept = [[tool for tool in group if tool["command"] not in NOT_ON_PAGES] for group in tools]
        context["widget"] |= {"tools": [group for group in kept if group], "writing": _("Text of the page")}
        return context


class PageForm(forms.ModelForm):
    """``seen`` is the instant of the change that the person was shown: a colleague's later one is not undone."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput())
    body = forms.CharField(label=_("Text"), required=False, widget=PageBodyWidget())

    class Meta:
        model = Page
        fields = ["title", "slug", "body", "purpose", "is_published"]
        widgets = {"title": forms.TextInput(attrs=WIDE)}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["seen"] = self.instance.changed_at.isoformat()

    def clean_body(self):
        try:
            return clean("page", self.cleaned_data["body"])
        except TooMuchHtml as error:
            raise ValidationError(str(error)) from None

    def clean(self):
        data = super().clean()
        if self.instance.pk and data.get("seen") != (changed := self.instance.changed_at.isoformat()):
            self.data = self.data.copy()
            self.data[self.add_prefix("seen")] = changed
            raise ValidationError(
                _("%(who)s saved this page meanwhile. Your text is still here: save again to replace theirs."),
                code="meanwhile",
                params={"who": self.instance.changed_by or _("Somebody")},
            )
        if data.get("is_published") and not data.get("body") and "body" not in self.errors:
            self.add_error("body", _("A page that readers find has a text: write it, or leave the page a draft."))
        return data
