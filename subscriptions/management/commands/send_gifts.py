"""Writes the mails of the gifts whose day has come, for a site that runs neither tick nor worker."""

from django.core.management.base import BaseCommand

from subscriptions import gifts


class Command(BaseCommand):
    help = "Writes the mails of the gifts whose day has come; send_mail then sends them."

    def handle(self, **options):
        self.stdout.write(f"{gifts.send_due()} gifts sent.")
