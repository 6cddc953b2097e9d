"""The form of one menu: a line has a target, the words of its link, and its place."""

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _

from web.addresses import link_address

from .menus import corrections_line
from .models import MenuItem, Page, Section

MOST_LINES = 30
BLANK_LINES = 3
TYPED = "address"


def target_choices():
    """Sections, pages, or an address to type; a page that readers do not find yet says so."""
    sections = [(f"section:{one.pk}", one.name) for one in Section.objects.all()]
    draft = _("{title} (draft: hidden until it is published)")
    pages = [
        (f"page:{one.pk}", one.title if one.is_published else str(draft).format(title=one.title))
        for one in Page.objects.only("title", "is_published")
    ]
    groups = [(_("Sections"), sections), (_("Pages"), pages)]
    return [
        ("", _("Nothing: this line is left out")),
        *[group for group in groups if group[1]],
        (TYPED, _("Another address, typed below")),
    ]


class MenuLineForm(forms.Form):
    position = forms.IntegerField(label=_("Place"), required=False, min_value=1, max_value=999)
    target = forms.ChoiceField(
        label=_("Leads to"),
        required=False,
        error_messages={"invalid_choice": _("This section or page is no longer there: choose again.")},
    )
    label = forms.CharField(
        label=_("Words of the link"),
        max_length=60,
        required=False,
        help_text=_("Left empty: the name of the section or the title of the page."),
    )
    address = forms.CharField(
        label=_("Address"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "url", "placeholder": "https://", "autocomplete": "off"}),
        help_text=_("Only for “Another address”: https://…, or a path of this site such as /recherche/."),
    )

    def __init__(self, *args, choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["target"].choices = choices
        for name, field in self.fields.items():
            if field.help_text:
                field.widget.attrs["aria-describedby"] = f"{self.add_prefix(name)}-help"

    def clean(self):
        data = super().clean()
        if "target" in self.errors:
            return data
        target = data.get("target")
        if target == TYPED:
            self._clean_address(data)
        elif data.get("address"):
            self.add_error("target", _("An address is typed: choose “Another address” here, or empty the address."))
        elif not target and data.get("label"):
            self.add_error("target", _("Choose where this link leads."))
        return data

    def _clean_address(self, data):
        if not data.get("label") and "label" not in self.errors:
            self.add_error("label", _("Write the words of the link."))
        if not data.get("address") and "address" not in self.errors:
            self.add_error("address", _("Write the address."))
        elif "address" not in self.errors:
            try:
                link_address(data["address"])
            except forms.ValidationError as error:
                self.add_error("address", error)

    def line(self) -> MenuItem | None:
        """The row to write; None of a line that is left out."""
        kind, _colon, key = self.cleaned_data.get("target", "").partition(":")
        if not kind:
            return None
        label = self.cleaned_data["label"]
        if kind == TYPED:
            return MenuItem(label=label, address=self.cleaned_data["address"])
        return MenuItem(label=label, **{f"{kind}_id": int(key)})


class BaseMenuFormSet(BaseFormSet):
    def clean(self):
        """A section or page stands in a menu once."""
        chosen = set()
        for form in self.forms:
            target = getattr(form, "cleaned_data", {}).get("target")
            if target and target != TYPED:
                if target in chosen:
                    form.add_error("target", _("This is in the menu already, in a line above."))
                chosen.add(target)

    def is_valid(self):
        """The stock answer is given before ``clean`` has marked a line."""
        super().is_valid()
        return not any(form.errors for form in self.forms) and not self.non_form_errors()

    def lines(self) -> list[MenuItem]:
        """The rows to write, by their places; of two that claim one place the upper stands first."""
        placed = [(form.cleaned_data.get("position") or 1000, form.line()) for form in self.forms]
        return [line for _place, line in sorted(placed, key=lambda one: one[0]) if line]


MenuFormSet = formset_factory(
    MenuLineForm,
    formset=BaseMenuFormSet,
    extra=0,
    max_num=MOST_LINES + BLANK_LINES,
    absolute_max=MOST_LINES + BLANK_LINES,
    validate_max=True,
)


def initial_lines(items) -> list[dict]:
    """The lines as the form shows them, and some blank ones to fill."""
    shown = [{"target": _target(item), "label": item.label, "address": item.address} for item in items] + [
        {}
    ] * BLANK_LINES
    return [{**line, "position": place} for place, line in enumerate(shown, start=1)]


def _target(item):
    if item.section_id:
        return f"section:{item.section_id}"
    return f"page:{item.page_id}" if item.page_id else TYPED


def automatic_items(menu) -> list[MenuItem]:
    """What stands in for a menu that nobody has made, to begin with."""
    if menu == MenuItem.Menu.HEADER:
        return [MenuItem(section=section) for section in Section.objects.top()]
    label, address = corrections_line()
    return [*(MenuItem(page=page) for page in Page.objects.published()), MenuItem(label=label, address=address)]
