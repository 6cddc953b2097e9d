"""Reads all articles anew for the search: after an upgrade, or after authors or sections were renamed."""

from django.core.management.base import BaseCommand

from articles import search_index, working_copy
from articles.models import Article


class Command(BaseCommand):
    help = "Rebuild the words by which articles are found. The site may run meanwhile."

    def handle(self, **options):
        number = 0
        for article in Article.objects.iterator(chunk_size=500):
            content, _revision = working_copy.open_copy(article)
            public = search_index.public_words(working_copy.content_of(article)) if article.headline else ""
            search_index.keep(article, public=public, desk=search_index.desk_words(content))
            number += 1
        self.stdout.write(f"{number} articles read.")
