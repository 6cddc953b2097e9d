"""How many articles a section, an author, a tag or a picture has, as far as the person's list of articles goes."""

from django.contrib import admin
from django.db.models import Count
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.models import Article, Revision
from web.desk import DeskAdmin


def counts(user, relation, keys) -> dict:
    """{key: number of articles} of those in the person's list; one query."""
    articles = Article.objects.on_desk_of(user).filter(**{f"{relation}__in": keys})
    return dict(articles.order_by().values_list(relation).annotate(Count("pk", distinct=True)))


def in_words(count: int) -> str:
    return ngettext("%(count)d article", "%(count)d articles", count) % {"count": count}


def open_copies():
    """The newest working copy of each article, where it is not what readers get."""
    return Revision.objects.filter(successors=None, applied_at=None, is_autosave=False)


def named_in(count: int) -> list[str]:
    """What keeps a row that working copies name; nothing when there is none."""
    if not count:
        return []
    words = ngettext("%(count)d working copy uses it", "%(count)d working copies use it", count) % {"count": count}
    return [_("{count}: change it there first.").format(count=words)]


class UsedAdmin(DeskAdmin):
    """A list with the column ``articles``, which leads to the articles. ``relation`` is the way from an article to the
    row, ``filter_name`` the filter of the list of articles and ``filter_value`` what it takes of the row."""

    relation = ""
    filter_name = ""
    filter_value = "pk"

    def get_deleted_objects(self, objs, request):
        """How many articles use the row is told to those who may see them all."""
        *rest, protected = super().get_deleted_objects(objs, request)
        if protected and not request.user.has_perm("articles.view_article"):
            protected = [_("Articles use it, so it stays.")]
        return *rest, protected

    def usage_of(self, request, keys):
        may_list = request.user.has_perm("articles.change_article") or request.user.has_perm("articles.view_article")
        return counts(request.user, self.relation, keys) if may_list else {}

    @admin.display(description=_("articles"))
    def articles(self, row):
        if not row.used:
            return "–"
        url = reverse("admin:articles_article_changelist", query={self.filter_name: getattr(row, self.filter_value)})
        return format_html('<a href="{}">{}</a>', url, in_words(row.used))
