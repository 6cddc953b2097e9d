"""Tags (« mots-clés ») and which articles carry them."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from taggit.models import ItemBase, TagBase


class Tag(TagBase):
    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["name"]

    def get_absolute_url(self):
        return reverse("tag", args=[self.slug])


class TaggedArticle(ItemBase):
    """Carries the article's ``published_at`` (null unless approved), so that a tag's page is one range of an index.
    ``workflow.py`` writes these rows, and ``tag_merging.py`` moves them."""

    content_object = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="tagged")
    tag = models.ForeignKey(Tag, verbose_name=_("tag"), on_delete=models.CASCADE, related_name="tagged")
    published_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("tag of an article")
        verbose_name_plural = _("tags of articles")
        indexes = [models.Index(fields=["tag", "-published_at", "-content_object"], name="tagged_by_instant")]
        constraints = [models.UniqueConstraint(fields=["content_object", "tag"], name="tagged_once")]

    def __str__(self):
        return f"{self.tag_id} · {self.content_object_id}"


class TagAlias(models.Model):
    """A name and an address that a tag had before it was merged or renamed: open working copies and links outside
    still use them. A tag of the same name or address goes before it. ``was_public``: readers could know the
    address; one that they could not tells nothing."""

    tag = models.ForeignKey(Tag, verbose_name=_("tag"), on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(_("name"), max_length=100, unique=True)
    slug = models.SlugField(_("address"), max_length=100, unique=True)
    was_public = models.BooleanField(default=False, editable=False)

    class Meta:
        verbose_name = _("former name of a tag")
        verbose_name_plural = _("former names of tags")

    def __str__(self):
        return self.name
