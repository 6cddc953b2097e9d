"""The list of articles, and the addresses of their form (``editing.py``)."""

from django.contrib import admin
from django.db.models import Prefetch
from django.shortcuts import redirect
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles import rights, state
from articles.dates import instant_words
from articles.models import Article, Byline

from . import editing, suggestions


class StateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return state.LABELS.items()

    def queryset(self, request, queryset):
        return queryset.in_state(self.value()) if self.value() in state.LABELS else queryset


@admin.register(Article)
class ArticleAdmin(admin.ModelAdmin):
    list_display = ["title", "state", "section", "signed_by", "publication", "changed_at"]
    list_filter = [StateFilter, "section"]
    search_fields = ["working_title", "headline"]
    ordering = ["-changed_at", "-pk"]
    list_per_page = 50
    show_full_result_count = False
    actions = None

    class Media:
        css = {"all": ["css/admin/article-list.css"]}

    def get_queryset(self, request):
        """Whoever may not see all articles sees theirs."""
        articles = super().get_queryset(request).select_related("section")
        articles = articles.prefetch_related(Prefetch("bylines", Byline.objects.select_related("author")))
        if request.user.has_perm("articles.view_article"):
            return articles
        return articles.filter(pk__in=Article.objects.written_by(request.user))

    def has_view_permission(self, request, obj=None):
        if obj is None:
            return super().has_view_permission(request)
        return rights.may_see(request.user, obj)

    def has_change_permission(self, request, obj=None):
        if obj is None:
            return super().has_change_permission(request)
        return rights.may_edit(request.user, obj)

    def has_delete_permission(self, request, obj=None):
        """What readers saw is withdrawn, not deleted: its address must say that it is gone."""
        was_public = obj is not None and obj.status in {Article.Status.APPROVED, Article.Status.WITHDRAWN}
        return super().has_delete_permission(request, obj) and not was_public

    def get_urls(self):
        own = [
            path(f"suggest/{kind}/", self.admin_site.admin_view(view), name=f"articles_suggest_{kind}")
            for kind, view in {
                "articles": suggestions.suggest_articles,
                "authors": suggestions.suggest_authors,
                "tags": suggestions.suggest_tags,
                "pictures": suggestions.suggest_pictures,
            }.items()
        ]
        return own + super().get_urls()

    def add_view(self, request, form_url="", extra_context=None):
        return editing.add(self, request)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        return editing.change(self, request, object_id)

    def history_view(self, request, object_id, extra_context=None):
        """The steps stand in the form; whoever may not see the article learns no more than of one that is not."""
        article = self.get_object(request, object_id)
        if article is None or not self.has_view_permission(request, article):
            return redirect("admin:articles_article_changelist")
        return redirect("admin:articles_article_change", article.pk)

    @admin.display(description=_("headline"), ordering="working_title")
    def title(self, article):
        return str(article)

    @admin.display(description=_("state"), ordering="status")
    def state(self, article):
        return format_html('<span class="state state-{}">{}</span>', state.name(article), state.label(article))

    @admin.display(description=_("signed by"))
    def signed_by(self, article):
        return ", ".join(byline.author.name for byline in article.bylines.all())

    @admin.display(description=_("publication"), ordering="published_at")
    def publication(self, article):
        return instant_words(article.published_at) if article.published_at else ""
