from django import forms
from django.contrib import admin
from django.db.models import Max
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, ngettext_lazy

from articles.models import Article, Section
from web.desk import Phrases

from .usage import UsedAdmin, named_in, open_copies


class ColorChoice(forms.RadioSelect):
    """Each colour as readers see it, with its name."""

    template_name = "articles/widgets/colors.html"


@admin.register(Section)
class SectionAdmin(UsedAdmin):
    phrases = Phrases(
        plural=_("Sections"),
        add=_("Add a section"),
        counted=ngettext_lazy("%(count)d section", "%(count)d sections", "count"),
        empty=_("No section yet: an article needs one to be published."),
        search=_("Name of the section"),
    )
    relation, filter_name = "section", "section"
    list_display = ["name", "articles", "parent", "position", "shown_color"]
    list_select_related = ["parent"]
    search_fields = ["name"]
    fields = ["name", "description", "parent", "position", "color", "slug"]
    prepopulated_fields = {"slug": ["name"]}
    help_texts = {
        "name": _("As it stands in the menu: one word or two."),
        "description": _("One sentence. Readers find it on the section’s page, search engines in their results."),
        "parent": _("Leave empty for a section of the menu. “Football” is part of “Sport”."),
        "position": _("The menu begins with the smallest number."),
        "color": _("The colour of the section’s name and rules on the site."),
        "slug": _("The last part of the section’s address. Changing it breaks links that readers have kept."),
    }

    class Media:
        css = {"all": ["css/tokens.css", "css/admin/identity.css"]}

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "color":
            kwargs["widget"] = ColorChoice
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_changeform_initial_data(self, request):
        """A new section comes last in the menu."""
        last = Section.objects.aggregate(last=Max("position"))["last"]
        return {"position": 0 if last is None else last + 1, **super().get_changeform_initial_data(request)}

    def in_the_way(self, request, row):
        sentences = []
        if count := Article.objects.filter(section=row).count():
            words = ngettext(
                "%(count)d article stands in this section", "%(count)d articles stand in this section", count
            )
            sentences.append(_("{count}: give each another section first.").format(count=words % {"count": count}))
        if count := row.children.count():
            words = ngettext("It has %(count)d sub-section", "It has %(count)d sub-sections", count)
            sentences.append(_("{count}: move or delete them first.").format(count=words % {"count": count}))
        return sentences + named_in(open_copies().filter(content__section=row.pk).count())

    @admin.display(description=_("colour"), ordering="color")
    def shown_color(self, section):
        swatch = '<span class="swatch" data-color="{}" aria-hidden="true"></span>{}'
        return format_html(swatch, section.color, section.get_color_display())
