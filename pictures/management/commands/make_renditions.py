"""Makes the renditions that are missing, whatever became of the tasks."""

from django.core.management.base import BaseCommand, CommandError

from pictures import renditions
from pictures.models import Picture


class Command(BaseCommand):
    help = "Makes the renditions of pictures that are missing. It can be run again and again."

    def handle(self, **options):
        made, failed = 0, False
        for picture in Picture.objects.order_by("pk").iterator(chunk_size=500):
            if not renditions.missing_from(picture):
                continue
            try:
                made += renditions.make_all(picture)
            except Exception as error:  # one broken original must not stop the others
                failed = True
                self.stderr.write(f"Picture {picture.pk}: {error}")
        self.stdout.write(f"{made} pictures completed.")
        if failed:
            raise CommandError("Not all pictures could be completed; the errors are above.")
