"""Run by the tick once a day; by hand, to see how many there were."""

from django.core.management.base import BaseCommand

from subscriptions.personal_data import forget_old_buyers


class Command(BaseCommand):
    help = "Takes the buyers' names and addresses out of orders that the law on accounts no longer asks for."

    def handle(self, *args, **options):
        self.stdout.write(f"{forget_old_buyers()} orders emptied")
