"""Authors with how much they wrote. The form is ``authors.admin``, which knows no articles."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.models import Byline
from authors.admin import AuthorAdmin
from authors.models import Author
from web.sorting import Alphabetical

from .usage import UsedAdmin, named_in, open_copies

admin.site.unregister(Author)


@admin.register(Author)
class WritingAuthorAdmin(AuthorAdmin, UsedAdmin):
    relation, filter_name = "bylines__author", "author"
    list_display = ["name", "articles", "job", "site", "user"]
    ordering = [Alphabetical("name"), "pk"]

    def in_the_way(self, request, row):
        sentences = []
        if count := Byline.objects.filter(author=row).count():
            words = ngettext(
                "%(count)d article is signed by this author", "%(count)d articles are signed by this author", count
            )
            words %= {"count": count}
            sentences.append(_("{count}: the bylines must stay.").format(count=words))
        bylines = open_copies().values_list("content__bylines", flat=True)
        return sentences + named_in(sum(any(entry["author"] == row.pk for entry in each or []) for each in bylines))
