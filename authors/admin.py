"""Authors in the back office."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from accounts.models import User
from web.addresses import is_web_address
from web.desk import DeskAdmin, Phrases

from .models import Author


@admin.register(Author)
class AuthorAdmin(DeskAdmin):
    phrases = Phrases(
        plural=_("Authors"),
        add=_("Add an author"),
        counted=ngettext_lazy("%(count)d author", "%(count)d authors", "count"),
        empty=_("No author yet: add those who sign articles."),
        search=_("Name or job"),
    )
    help_texts = {
        "name": _("As it is printed under the headline."),
        "slug": _(
            "The last part of the address of the author’s page. Changing it breaks links that readers have kept."
        ),
        "bio": _("Two or three sentences in the third person, for the author’s page."),
        "portrait": _("Choose it in the picture library; a square face works best."),
        "email": _("Shown to readers. Leave empty to show none."),
        "website": _("A page of the author’s own, with https://."),
    }
    list_display = ["name", "job", "site", "user"]
    list_select_related = ["user"]
    search_fields = ["name", "job"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["portrait"]
    fields = ["name", "job", "bio", "portrait", "email", "website", "user", "slug"]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """Only staff write under a byline; the accounts of readers are nobody's business here."""
        if db_field.name == "user":
            kwargs["queryset"] = User.objects.filter(is_staff=True, is_active=True).order_by("name", "email")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    @admin.display(description=_("website"), ordering="website")
    def site(self, author):
        if not is_web_address(author.website):
            return ""
        return format_html('<a href="{}" rel="noopener">{}</a>', author.website, author.website)
