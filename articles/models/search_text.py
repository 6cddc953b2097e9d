"""The words of each article as the search knows them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .article import Article


class SearchText(models.Model):
    """Stems in the order of the text, separated by spaces. ``public``: what anybody may read once the door lets the
    article through, "" before the first approval. ``desk``: the newest working copy, for the back office alone.

    ``articles.search`` alone writes and asks these rows. Their index is FTS5 on SQLite, kept by triggers, and an
    expression of ``to_tsvector`` on PostgreSQL; migration 0004 makes both, and a later one that rebuilds this table
    on SQLite must make the triggers again.
    """

    article = models.OneToOneField(Article, on_delete=models.CASCADE, primary_key=True, related_name="search_text")
    public = models.TextField(blank=True)
    desk = models.TextField(blank=True)

    class Meta:
        verbose_name = _("words of an article")
        verbose_name_plural = _("words of articles")

    def __str__(self):
        return str(self.article_id)
