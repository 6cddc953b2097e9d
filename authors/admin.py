"""Authors in the back office."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from web.addresses import is_web_address

from .models import Author


@admin.register(Author)
class AuthorAdmin(admin.ModelAdmin):
    list_display = ["name", "job", "site", "user"]
    list_select_related = ["user"]
    search_fields = ["name", "job"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["portrait"]
    fields = ["name", "slug", "job", "bio", "portrait", "email", "website", "user"]

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
