"""The list of corrections and their form. Whoever may publish makes them; nothing is deleted."""

from django.contrib import admin, messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy, pgettext_lazy

from articles import corrections, rights
from articles.correction_form import CorrectionForm
from articles.dates import near_words
from articles.models import Article, Correction
from web.desk import DeskAdmin, Phrases

SHOWN = ["of", "published", "kind", "text"]


class StandingFilter(admin.SimpleListFilter):
    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("shown", gettext_lazy("Shown")), ("withdrawn", gettext_lazy("Withdrawn"))]

    def queryset(self, request, queryset):
        if self.value() == "shown":
            return queryset.shown()
        return queryset.filter(withdrawn_at__isnull=False) if self.value() == "withdrawn" else queryset


@admin.register(Correction)
class CorrectionAdmin(DeskAdmin):
    phrases = Phrases(
        plural=gettext_lazy("Corrections"),
        add=gettext_lazy("Publish a correction"),
        counted=ngettext_lazy("%(count)d correction", "%(count)d corrections", "count"),
        empty=gettext_lazy("No correction here."),
        search=gettext_lazy("Words of the correction or of the headline"),
    )
    form = CorrectionForm
    list_display = ["excerpt", "kind", "headline", "published", "standing"]
    list_filter = [StandingFilter, "kind"]
    list_select_related = ["article"]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["text", "article__headline"]
    autocomplete_fields = ["article"]
    actions = None
    change_form_template = "admin/articles/correction/change_form.html"

    class Media:
        css = {"all": ["css/admin/register.css"]}

    def has_view_permission(self, request, obj=None):
        return rights.may_publish(request.user)

    has_add_permission = has_view_permission

    def has_change_permission(self, request, obj=None):
        return rights.may_publish(request.user)

    def has_delete_permission(self, request, obj=None):
        return False

    def has_module_permission(self, request):
        return rights.may_publish(request.user)

    def get_fieldsets(self, request, obj=None):
        if obj is None:
            return [(None, {"fields": ["article", "kind", "text"]})]
        if self._is_fixed(request, obj):
            return [(None, {"fields": [*SHOWN, "by", "withdrawn_at", "withdrawal"]})]
        why = (_("Withdraw it"), {"fields": ["why"], "classes": ["collapse"]})
        return [(None, {"fields": [*SHOWN, "seen"]}), why]

    def get_readonly_fields(self, request, obj=None):
        if obj is None:
            return []
        is_fixed = self._is_fixed(request, obj)
        return [*SHOWN, "by", "withdrawn_at", "withdrawal"] if is_fixed else ["of", "published"]

    def _is_fixed(self, request, obj) -> bool:
        """What is withdrawn is not changed. A form that was opened before keeps what was typed, and says so."""
        return obj.withdrawn_at is not None and request.method != "POST"

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "article":
            kwargs["queryset"] = Article.objects.on_desk_of(request.user)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_view_on_site_url(self, obj=None):
        is_shown = obj and not obj.withdrawn_at and obj.article.is_published
        return obj.get_absolute_url() if is_shown else None

    def save_model(self, request, obj, form, change):
        if not change:
            corrections.publish(obj, by=request.user)
        elif form.is_withdrawing:
            corrections.withdraw(obj, why=form.cleaned_data["why"], by=request.user)
        elif {"kind", "text"} & set(form.changed_data):
            corrections.reword(obj, seen=form.seen_at, by=request.user)

    def response_add(self, request, obj, post_url_continue=None):
        """Back to the article that was corrected, where the next correction is made too."""
        told = _("Done: readers find the correction under the article and on the page of corrections.")
        messages.success(request, told)
        return redirect("admin:articles_article_change", obj.article_id)

    def response_change(self, request, obj):
        if request.POST.get("step") != "withdraw":
            return super().response_change(request, obj)
        messages.success(request, _("Done: readers no longer see this correction."))
        return redirect("admin:articles_correction_changelist")

    @admin.display(description=gettext_lazy("text"))
    def excerpt(self, correction):
        return Truncator(correction.text).words(20)

    @admin.display(description=gettext_lazy("article"), ordering="article__working_title")
    def headline(self, correction):
        return str(correction.article)

    @admin.display(description=gettext_lazy("article"))
    def of(self, correction):
        url = reverse("admin:articles_article_change", args=[correction.article_id])
        return format_html('<a href="{}">{}</a>', url, correction.article)

    @admin.display(description=pgettext_lazy("correction", "published"), ordering="at")
    def published(self, correction):
        return near_words(correction.at)

    @admin.display(description=gettext_lazy("state"), ordering="withdrawn_at")
    def standing(self, correction):
        if correction.withdrawn_at:
            return format_html('<span class="register-closed">{}</span>', _("Withdrawn"))
        return "" if correction.article.is_published else _("Its article is not online")
