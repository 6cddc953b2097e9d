"""Makes those of the usual pages (legal notice, contact, about us, charter, accessibility) that there are not."""

from django.core.management.base import BaseCommand

from articles.usual_pages import LANGUAGES, make_usual_pages


class Command(BaseCommand):
    help = "Makes the missing usual pages as drafts to complete; never touches a page that is there."

    def add_arguments(self, parser):
        parser.add_argument("--language", choices=LANGUAGES, default="", help="That of the newspaper without one.")

    def handle(self, *, language, **options):
        made = make_usual_pages(language=language)
        for page in made:
            self.stdout.write(f"{page.title}: {page.get_absolute_url()}")
        self.stdout.write(f"{len(made)} made.")
