"""The sweep of the outbox: run it every few minutes so that no mail depends on a worker."""

from django.core.management.base import BaseCommand

from outbox.delivery import forget_old, send_due


class Command(BaseCommand):
    help = "Sends the mails that are due and forgets those of more than thirty days ago."

    def add_arguments(self, parser):
        parser.add_argument("--limit", type=int, default=1000, help="At most so many mails (1000).")

    def handle(self, *args, limit, **options):
        sent, failed = send_due(limit=limit)
        forgotten = forget_old()
        self.stdout.write(f"sent {sent}, failed {failed}, forgotten {forgotten}")
