"""All contributions as a list, to find one again; what is decided, is decided at the desk of moderators, which hangs
here. Words are never changed."""

from django.contrib import admin
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from articles.dates import instant_words, near_words
from comments.models import Comment
from comments.paging import address_of
from comments.rules import is_moderator
from journal.models import Entry
from web.desk import DeskAdmin, Phrases

from . import deeds, desk, exports, figures, people


@admin.register(Comment)
class CommentAdmin(DeskAdmin):
    phrases = Phrases(
        plural=_("Contributions"),
        counted=ngettext_lazy("%(count)d contribution", "%(count)d contributions", "count"),
        empty=_("No contribution here."),
        search=_("Words of the contribution, public name or headline"),
    )
    list_display = ["excerpt", "headline", "public_name", "state", "posted"]
    list_filter = ["state", "posted_at"]
    list_select_related = ["article", "author"]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["text", "author__public_name", "article__headline"]
    fields = ["text", "headline", "public_name", "state", "posted_at", "answers", "done", "at_the_desk"]
    readonly_fields = fields
    actions = None

    def site_urls(self):
        """The desk of moderators."""
        return [route for part in (desk, deeds, people, figures, exports) for route in part.routes(self.admin_site)]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("article", "author", "reply_to__author")

    def has_view_permission(self, request, obj=None):
        return is_moderator(request.user) or super().has_view_permission(request, obj)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def get_view_on_site_url(self, obj=None):
        return address_of(obj) if obj and obj.article.is_published else None

    @admin.display(description=_("text"), ordering="text")
    def excerpt(self, comment):
        return Truncator(comment.text).words(20)

    @admin.display(description=_("article"), ordering="article__headline")
    def headline(self, comment):
        return comment.article.headline

    @admin.display(description=_("public name"), ordering="author__public_name")
    def public_name(self, comment):
        return comment.signature

    @admin.display(description=_("posted"), ordering="posted_at")
    def posted(self, comment):
        return near_words(comment.posted_at)

    @admin.display(description=_("in reply to"))
    def answers(self, comment):
        head = comment.reply_to
        return format_html("{} — {}", head.signature, Truncator(head.text).words(20)) if head else "–"

    @admin.display(description=_("moderation"))
    def done(self, comment):
        """What moderators did with it, newest first."""
        entries = Entry.objects.about(comment)
        lines = ((entry.words, entry.by_name, instant_words(entry.at)) for entry in entries)
        return format_html_join(mark_safe("<br>"), "{} · {} · {}", lines) or "–"

    @admin.display(description=_("to decide"))
    def at_the_desk(self, comment):
        address = reverse("admin:moderation_one", args=[comment.pk])
        return format_html('<a href="{}">{}</a>', address, _("Open at the desk of moderators"))

    def history_view(self, request, object_id, extra_context=None):
        """What was done stands on the page of the contribution."""
        return redirect("admin:comments_comment_change", object_id)
