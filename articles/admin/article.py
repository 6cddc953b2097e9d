"""The list of articles, and the addresses of their form (``editing.py``)."""

from functools import partial

from django.contrib import admin
from django.db.models import Prefetch
from django.urls import path
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from articles import lateness, rights, search, state
from articles.dates import near_words
from articles.models import Article, Byline, Presence, RaisedFlag, Revision, SearchText
from web.desk import DeskAdmin, DeskList, Phrases

from . import bulk, calendar, editing, following, in_hand, keeping, previewing, suggestions, uploading, versions
from .filters import (
    AssigneeFilter,
    AuthorFilter,
    DayFilter,
    FlagFilter,
    PeriodFilter,
    PriorityFilter,
    SectionFilter,
    StateFilter,
    TagFilter,
)

FILTERS = [
    StateFilter,
    SectionFilter,
    AuthorFilter,
    TagFilter,
    PeriodFilter,
    DayFilter,
    AssigneeFilter,
    PriorityFilter,
    FlagFilter,
]


class ArticleList(DeskList):
    def get_queryset(self, request, exclude_parameters=None):
        return super().get_queryset(request, exclude_parameters).prefetch_related(state.writers(request.user))

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
    actions = bulk.ACTIONS
    # They are the article.
    unnamed = (SearchText, Revision, Presence)

    class Media:
        css = {"all": ["css/tokens.css", "css/admin/article-list.css", "css/admin/flags.css"]}

    def get_changelist(self, request, **kwargs):
        return ArticleList

    def get_queryset(self, request):
        """Whoever may not see all articles sees theirs."""
        articles = super().get_queryset(request).select_related("section", "assignee")
        articles = articles.prefetch_related(
            Prefetch("bylines", Byline.objects.select_related("author")),
            Prefetch("raised_flags", RaisedFlag.objects.select_related("flag")),
        )
        return state.with_changes(lateness.with_handed_in_at(articles.on_desk_of(request.user)))

    def get_search_results(self, request, queryset, search_term):
        """Words of working copies, headlines and texts alike."""
        words = search_term.replace("\x00", "").strip()
        return (search.search(queryset, words, desk=True) if words else queryset), False

    def get_actions(self, request):
        """Nothing is deleted from the list."""
        found = super().get_actions(request)
        found.pop("delete_selected", None)
        return found

    def has_follow_permission(self, request):
        return super().has_change_permission(request)

    def has_publish_permission(self, request):
        return rights.may_publish(request.user)

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
        own += [*self._keeping_urls(), *self._card_urls()]
        return own + versions.urls(self) + previewing.routes(self.admin_site) + super().get_urls()

    def site_urls(self):
        return calendar.routes(self.admin_site)

    def _card_urls(self):
        """Of the cards beside the form, and of several articles at once."""

        def own(view, **kwargs):
            return self.admin_site.admin_view(partial(view, desk_admin=self, **kwargs))

        return [
            path("checklist/", own(following.check), name="articles_article_check_new"),
            path("bulk/", own(bulk.bulk), name="articles_article_bulk"),
            path("<int:object_id>/checklist/", own(following.check), name="articles_article_check"),
            path(
                "<int:object_id>/following/", own(following.card, name="following"), name="articles_article_following"
            ),
            path("<int:object_id>/notes/", own(following.card, name="notes"), name="articles_article_notes"),
            path("<int:object_id>/colleagues/", own(following.suggest_colleagues), name="articles_article_colleagues"),
            path(
                "<int:object_id>/mentions/read/", own(following.read_mentions), name="articles_article_read_mentions"
            ),
        ]

    def _keeping_urls(self):
        """For the form's scripts, which cannot follow a redirect to the sign-in page: they answer for themselves."""
        of_article = {
            "autosave": keeping.autosave,
            "presence": keeping.here,
            "take_over": keeping.take_over,
            "leave": keeping.leave,
            "discard": keeping.discard,
        }
        return [
            path("token/", keeping.answering(self, keeping.token, method="GET"), name="articles_article_token"),
            path("autosave/", keeping.answering(self, keeping.autosave_new), name="articles_article_autosave_new"),
            *(
                path(
                    f"<int:object_id>/{name.replace('_', '-')}/",
                    keeping.answering(self, view),
                    name=f"articles_article_{name}",
                )
                for name, view in of_article.items()
            ),
        ]

    def add_view(self, request, form_url="", extra_context=None):
        return editing.add(self, request)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        return editing.change(self, request, object_id)

    def history_view(self, request, object_id, extra_context=None):
        return versions.history(request, object_id, self)

    @admin.display(description=_("headline"), ordering="working_title")
    def title(self, article):
        if words := state.writers_mark(article):
            return format_html('{} <span class="state-writing">{}</span>', article, words)
        return str(article)

    @admin.display(description=_("state"), ordering="status")
    def state(self, article):
        chip = format_html('<span class="state state-{}">{}</span>', state.name(article), state.label(article))
        amiss = lateness.reason(article) or state.changes_mark(article)
        marks = [("state-late", amiss), ("state-coming", state.coming_mark(article))]
        said = format_html_join("", ' <span class="{}">{}</span>', (mark for mark in marks if mark[1]))
        return format_html("{}{}{}", chip, said, in_hand.shown(article))

    @admin.display(description=_("publication"), ordering="published_at")
    def publication(self, article):
        return near_words(article.goes_live_at) if article.goes_live_at else ""

    @admin.display(description=_("signed by"))
    def signed_by(self, article):
        return ", ".join(byline.author.name for byline in article.bylines.all())

    @admin.display(description=_("last saved"), ordering="changed_at")
    def saved(self, article):
        return near_words(article.changed_at)
