"""The list of articles, and the addresses of their form (``editing.py``)."""

from django.contrib import admin
from django.db.models import Prefetch
from django.shortcuts import redirect
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from articles import lateness, rights, search, state
from articles.dates import near_words
from articles.models import Article, Byline
from web.desk import DeskAdmin, DeskList, Phrases

from . import editing, suggestions, uploading
from .filters import AuthorFilter, DayFilter, PeriodFilter, SectionFilter, StateFilter, TagFilter

FILTERS = [StateFilter, SectionFilter, AuthorFilter, TagFilter, PeriodFilter, DayFilter]


class ArticleList(DeskList):
    @property
    def states(self):
        """The links above the list."""
        return next(spec.choices(self) for spec in self.filter_specs if spec.control == "links")

    @property
    def asked(self):
        """The filters of the form."""
        return [spec for spec in self.filter_specs if spec.control != "links"]

    @property
    def kept(self) -> dict:
        """What the form keeps of the address besides what it asks for."""
        own = {"q", *(spec.parameter_name for spec in self.asked)}
        popup = {"_popup": "1"} if self.is_popup else {}
        return popup | {name: value for name, value in self.params.items() if name not in own}

    @property
    def is_narrowed(self):
        return any(spec.value() for spec in self.asked)


@admin.register(Article)
class ArticleAdmin(DeskAdmin):
    phrases = Phrases(
        plural=_("Articles"),
        add=_("Write an article"),
        counted=ngettext_lazy("%(count)d article", "%(count)d articles", "count"),
        empty=_("No article here. Clear the filters, or write one."),
        search=_("Words of the headline or of the text"),
    )
    list_display = ["title", "state", "publication", "section", "signed_by", "saved"]
    list_filter = FILTERS
    search_fields = ["working_title"]
    ordering = ["-changed_at", "-pk"]
    list_per_page = 50
    show_full_result_count = False
    actions = None

    class Media:
        css = {"all": ["css/admin/article-list.css"]}

    def get_changelist(self, request, **kwargs):
        return ArticleList

    def get_queryset(self, request):
        """Whoever may not see all articles sees theirs."""
        articles = super().get_queryset(request).select_related("section")
        articles = articles.prefetch_related(Prefetch("bylines", Byline.objects.select_related("author")))
        return state.with_changes(lateness.with_handed_in_at(articles.on_desk_of(request.user)))

    def get_search_results(self, request, queryset, search_term):
        """Words of working copies, headlines and texts alike."""
        words = search_term.replace("\x00", "").strip()
        return (search.search(queryset, words, desk=True) if words else queryset), False

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
        upload = self.admin_site.admin_view(uploading.upload_picture)
        own.append(path("upload/picture/", upload, name="articles_upload_picture"))
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
        chip = format_html('<span class="state state-{}">{}</span>', state.name(article), state.label(article))
        said = lateness.reason(article) or state.changes_mark(article)
        return format_html('{} <span class="state-late">{}</span>', chip, said) if said else chip

    @admin.display(description=_("publication"), ordering="published_at")
    def publication(self, article):
        return near_words(article.goes_live_at) if article.goes_live_at else ""

    @admin.display(description=_("signed by"))
    def signed_by(self, article):
        return ", ".join(byline.author.name for byline in article.bylines.all())

    @admin.display(description=_("last saved"), ordering="changed_at")
    def saved(self, article):
        return near_words(article.changed_at)
