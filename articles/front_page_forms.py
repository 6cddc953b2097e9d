"""The form of the front page by hand: one row an article, grouped by place, and the edition that it began from.

Rows that the browser took away are not sent; their numbers may have gaps.
"""

from dataclasses import dataclass

from django import forms
from django.forms.formsets import BaseFormSet, formset_factory
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from web.typography import french, one_line

from .fields import LARGEST_ID, LocalDateTimeField
from .front_page import A_SECTION, FEATURED, FEATURED_FILLED, LEAD, SECONDARY
from .models import Article, FrontPageSlot, Section

PREFIX = "slots"
MOST_SLOTS = 200
LARGEST_NUMBER = 2**31 - 2
LONGEST_HEADLINE = 120
Place = FrontPageSlot.Place


@dataclass(frozen=True)
class Spot:
    """A place of the plan: ``key`` is its value in the form."""

    key: str
    label: str
    size: int
    section: Section | None = None

    @property
    def place(self):
        return Place.SECTION if self.section else Place(self.key)

    @property
    def fills_to(self) -> int:
        """How many stand there when the newest have filled up what is by hand."""
        return FEATURED_FILLED if self.place == Place.FEATURED else self.size

    @property
    def color(self):
        return self.section.color if self.section else ""


def spots(menu) -> list[Spot]:
    """All places in the order of the page."""
    sizes = {Place.LEAD: LEAD, Place.SECONDARY: SECONDARY, Place.FEATURED: FEATURED}
    fixed = [Spot(place.value, str(place.label), size) for place, size in sizes.items()]
    return fixed + [Spot(f"section-{section.pk}", section.name, A_SECTION, section) for section in menu]


class LayoutForm(forms.Form):
    """``base`` is the number of the edition that the person was shown, 0 without one; ``q`` and ``into`` are the
    search for those without JavaScript."""

    base = forms.IntegerField(min_value=0, max_value=LARGEST_NUMBER, widget=forms.HiddenInput())
    q = forms.CharField(label=_("Words of a headline"), required=False)
    into = forms.ChoiceField(label=_("Place"), required=False)

    def __init__(self, *args, spots=(), **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields["into"].choices = [(spot.key, spot.label) for spot in spots]


class SlotForm(forms.Form):
    """``pick`` is what the page shows of the article."""

    pick = None
    article = forms.IntegerField(min_value=1, max_value=LARGEST_ID, widget=forms.HiddenInput())
    place = forms.ChoiceField(
        label=_("Place"),
        error_messages={"invalid_choice": _("This place is no longer on the front page: choose another.")},
    )
    position = forms.IntegerField(label=_("Order"), required=False, min_value=0, max_value=999)
    headline = forms.CharField(
        label=_("Headline for the front page"),
        required=False,
        max_length=LONGEST_HEADLINE,
        help_text=_("Left empty, the article’s own headline stands there."),
    )
    pinned_until = LocalDateTimeField(
        label=_("Pin until"),
        required=False,
        help_text=_("Then the place is free again by itself. Left empty, it stays until you take it away."),
    )

    def __init__(self, *args, spots=(), **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields["place"].choices = [(spot.key, spot.label) for spot in spots]
        # What is pasted is not cut: it is counted, and refused in words.
        self.fields["headline"].widget.attrs.pop("maxlength", None)

    def clean_headline(self):
        return one_line(self.cleaned_data["headline"])

    def clean_pinned_until(self):
        instant = self.cleaned_data["pinned_until"]
        if instant and instant <= timezone.now():
            raise forms.ValidationError(gettext("This hour has passed: choose a later one, or leave it empty."))
        return instant


class BaseSlotFormSet(BaseFormSet):
    def initial_form_count(self):
        """Of what was sent every row is alike: one that is missing was taken away."""
        return 0 if self.is_bound else super().initial_form_count()

    def rows(self):
        """The valid rows that stay, in order."""
        kept = [
            form for form in self.forms if form.cleaned_data.get("article") and not form.cleaned_data.get("DELETE")
        ]
        return sorted(kept, key=lambda form: form.cleaned_data.get("position") or 0)

    def clean(self):
        """Each article once, and no more of those that readers see than a place has room for."""
        if any(form.errors for form in self.forms if not self._should_delete_form(form)):
            return
        rows = self.rows()
        articles = Article.objects.in_bulk([form.cleaned_data["article"] for form in rows])
        public = set(Article.objects.published().filter(pk__in=articles).values_list("pk", flat=True))
        room = {spot.key: spot for spot in self.form_kwargs["spots"]}
        seen, count = set(), dict.fromkeys(room, 0)
        for form in rows:
            pk, place = form.cleaned_data["article"], form.cleaned_data["place"]
            if pk not in articles:
                form.add_error(None, gettext("This article no longer exists: take it away."))
            elif pk in seen:
                form.add_error(None, gettext("This article stands on the page already: take one of the two away."))
            count[place] += pk in public
            if pk in public and count[place] > room[place].size:
                form.add_error("place", _too_many(room[place]))
            seen.add(pk)
            if pk in articles and articles[pk].language == "fr":
                form.cleaned_data["headline"] = french(form.cleaned_data["headline"])

    def slots(self) -> list[FrontPageSlot]:
        """The unsaved slots of a valid form, numbered in each place."""
        by_key = {spot.key: spot for spot in self.form_kwargs["spots"]}
        slots, count = [], dict.fromkeys(by_key, 0)
        for form in self.rows():
            data, spot = form.cleaned_data, by_key[form.cleaned_data["place"]]
            count[spot.key] += 1
            slots.append(
                FrontPageSlot(
                    place=spot.place,
                    section=spot.section,
                    position=count[spot.key],
                    article_id=data["article"],
                    headline=data["headline"],
                    pinned_until=data["pinned_until"],
                )
            )
        return slots


def _too_many(spot):
    words = gettext("“{place}” has room for {number} only: move one, or take one away.")
    return words.format(place=spot.label, number=spot.size)


SlotFormSet = formset_factory(
    SlotForm, formset=BaseSlotFormSet, extra=0, can_delete=True, max_num=MOST_SLOTS, validate_max=True
)
