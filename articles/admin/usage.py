"""How many articles a section, an author, a tag or a picture has, as far as the person's list of articles goes."""

from django.contrib import admin
from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.models import Article, Revision
from web.desk import DeskAdmin


def counts(user, relation, keys) -> dict:
    """{key: number of articles} of those in the person's list; one query."""
    return _counted(Article.objects.on_desk_of(user), relation, keys)


def published_counts(relation, keys) -> dict:
    """The same of those that readers find."""
    return _counted(Article.objects.published(), relation, keys)


def _counted(articles, relation, keys):
    articles = articles.filter(**{f"{relation}__in": keys})
    return dict(articles.order_by().values_list(relation).annotate(Count("pk", distinct=True)))


def in_words(count: int) -> str:
    return ngettext("%(count)d article", "%(count)d articles", count) % {"count": count}


def open_copies():
    """The newest working copy of each article, where it is not what readers get, and what people typed since."""
    later = Revision.objects.filter(base=OuterRef("pk"), is_autosave=False)
    return Revision.objects.filter(Q(is_autosave=True) | ~Exists(later), applied_at=None)


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

    def count_use(self, request, rows):
        """Each row learns how many articles of the person's list it has. Whoever finds only theirs there is told
        ``online`` besides, the published ones, as every reader could count them; for others it is None."""
        user, keys = request.user, [row.pk for row in rows]
        sees_all = user.has_perm("articles.view_article")
        listed = counts(user, self.relation, keys) if sees_all or user.has_perm("articles.change_article") else {}
        online = {} if sees_all else published_counts(self.relation, keys)
        for row in rows:
            row.used = listed.get(row.pk, 0)
            row.online = None if sees_all else online.get(row.pk, 0)

    @admin.display(description=_("articles"))
    def articles(self, row):
        url = reverse("admin:articles_article_changelist", query={self.filter_name: getattr(row, self.filter_value)})
        if row.online is None:
            return _link(url, in_words(row.used)) if row.used else "–"
        said = []
        if row.online:
            said.append(_link(row.get_absolute_url(), _("{count} online").format(count=row.online)))
        if row.used:
            said.append(_link(url, _("{count} of yours").format(count=row.used)))
        return format_html_join(" · ", "{}", ((words,) for words in said)) or "–"


def _link(url, words):
    return format_html('<a href="{}">{}</a>', url, words)
