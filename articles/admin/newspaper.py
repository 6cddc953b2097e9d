from django.conf import settings
from django.contrib import admin
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_protect

from articles import identity
from articles.identity_form import NewspaperForm
from articles.models import Newspaper, Section
from articles.social_accounts import NETWORKS
from web.desk import DeskAdmin, Phrases


@admin.register(Newspaper)
class NewspaperAdmin(DeskAdmin):
    """One row: the list leads straight to it."""

    phrases = Phrases(plural=_("The newspaper"), add=_("The newspaper"))
    form = NewspaperForm
    readonly_fields = ["site_address", "section_colors"]
    fieldsets = [
        (_("The newspaper"), {"fields": ["name", "motto", "logo", "logo_dark", "section_colors"]}),
        (
            _("Who publishes it"),
            {"fields": ["publisher", "responsible", "postal_address", "public_email", "phone"]},
        ),
        (
            _("On the networks"),
            {"fields": [*NETWORKS], "description": _("Shown in the footer, and told to search engines.")},
        ),
        (_("The site"), {"fields": ["site_address", "place"]}),
    ]

    class Media:
        css = {"all": ["css/tokens.css", "css/admin/identity.css"]}

    @admin.display(description=_("address of the site"))
    def site_address(self, newspaper):
        words = _("Set on the server, by the variable SITE_URL: pages and links of mails are made with it.")
        return format_html('<strong>{}</strong><br><span class="help">{}</span>', settings.SITE_URL, words)

    @admin.display(description=_("colours of the sections"))
    def section_colors(self, newspaper):
        return render_to_string("articles/widgets/section_colors.html", {"sections": Section.objects.top()})

    def has_add_permission(self, request):
        return super().has_add_permission(request) and not Newspaper.objects.exists()

    def get_model_perms(self, request):
        """For the list of everything, which need not ask whether there is a row yet."""
        change, view = self.has_change_permission(request), self.has_view_permission(request)
        return {"add": False, "change": change, "delete": False, "view": view}

    def has_delete_permission(self, request, obj=None):
        return False

    def changelist_view(self, request, extra_context=None):
        if Newspaper.objects.exists() and self.has_view_permission(request):
            return redirect(reverse("admin:articles_newspaper_change", args=[1]))
        return super().changelist_view(request, extra_context)

    @method_decorator(csrf_protect)
    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Without the stock transaction, which would hold the database while a logo is decoded."""
        return self._changeform_view(request, object_id, form_url, extra_context)

    def save_model(self, request, obj, form, change):
        identity.save(obj)
