"""No picture is deleted that an article, a working copy or an author shows. ``pictures.admin`` knows of none."""

from django.contrib import admin
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.models import Article
from authors.models import Author
from pictures.admin import PictureAdmin
from pictures.models import Picture

from .usage import named_in, open_copies

admin.site.unregister(Picture)


@admin.register(Picture)
class PrintedPictureAdmin(PictureAdmin):
    def in_the_way(self, request, row):
        box = f'data-picture="{row.pk}"'
        leads_or_stands = Q(picture=row) | Q(body__contains=box)
        sentences = []
        if count := Article.objects.filter(leads_or_stands).count():
            words = ngettext("%(count)d article shows this picture", "%(count)d articles show this picture", count)
            sentences.append(_("{count}: take it out there first.").format(count=words % {"count": count}))
        if count := Author.objects.filter(portrait=row).count():
            words = ngettext(
                "It is the portrait of %(count)d author", "It is the portrait of %(count)d authors", count
            )
            sentences.append(_("{count}: choose another portrait first.").format(count=words % {"count": count}))
        copies = open_copies().filter(Q(content__picture=row.pk) | Q(content__body__icontains=box))
        return sentences + named_in(copies.count())
