"""The moderators' list. Words are never changed here: a contribution is shown or hidden."""

from django.contrib import admin, messages
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, ngettext_lazy

from articles.dates import near_words
from web.desk import DeskAdmin, Phrases

from . import moderation
from .models import Comment
from .paging import address_of
from .rules import is_moderator


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
    fields = ["text", "headline", "public_name", "state", "posted_at", "answers"]
    readonly_fields = fields
    actions = ["hide", "show_again"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("article", "author", "reply_to")

    def has_moderate_permission(self, request):
        return is_moderator(request.user)

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
        return comment.author.public_name

    @admin.display(description=_("posted"), ordering="posted_at")
    def posted(self, comment):
        return near_words(comment.posted_at)

    @admin.display(description=_("in reply to"))
    def answers(self, comment):
        head = comment.reply_to
        return format_html("{} — {}", head.author.public_name, Truncator(head.text).words(20)) if head else "–"

    @admin.action(description=_("Hide the selected contributions"), permissions=["moderate"])
    def hide(self, request, queryset):
        hidden = sum(moderation.hide(comment, by=request.user) for comment in queryset)
        told = ngettext("%(count)d contribution hidden.", "%(count)d contributions hidden.", hidden)
        self.message_user(request, told % {"count": hidden}, messages.SUCCESS)

    @admin.action(description=_("Show the selected contributions again"), permissions=["moderate"])
    def show_again(self, request, queryset):
        shown = sum(moderation.show(comment, by=request.user) for comment in queryset)
        told = ngettext("%(count)d contribution shown again.", "%(count)d contributions shown again.", shown)
        self.message_user(request, told % {"count": shown}, messages.SUCCESS)
