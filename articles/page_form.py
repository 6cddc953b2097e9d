"""The form of a page: the article's writing area without boxes of articles."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from web.html import TooMuchHtml, clean

from .comparison import Comparison
from .models import Page
from .page_comparison import compared, content_of
from .seen_form import SeenForm
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


class PageForm(SeenForm):
    """``theirs`` is what a colleague saved meanwhile, of a form that was refused for it."""

    theirs: dict | None = None
    body = forms.CharField(label=_("Text"), required=False, widget=PageBodyWidget())

    class Meta:
        model = Page
        fields = ["title", "slug", "body", "purpose", "is_published"]
        widgets = {"title": forms.TextInput(attrs=WIDE)}

    def clean_body(self):
        try:
            return clean("page", self.cleaned_data["body"])
        except TooMuchHtml as error:
            raise ValidationError(str(error)) from None

    def clean(self):
        data = super().clean()
        if data.get("is_published") and not data.get("body") and "body" not in self.errors:
            self.add_error("body", _("A page that readers find has a text: write it, or leave the page a draft."))
        return data

    def meanwhile(self) -> str:
        self.theirs = content_of(self.instance)
        told = gettext("%(who)s saved this page meanwhile. Your text is still here: save again to replace theirs.")
        return told % {"who": self.instance.changed_by or gettext("Somebody")}

    def comparison(self) -> Comparison:
        """Theirs with what was typed; of a text that could not be read, the rest."""
        labels = {name: str(self.fields[name].label) for name in self.theirs if name in self.cleaned_data}
        return compared(self.theirs, self.cleaned_data, labels)
