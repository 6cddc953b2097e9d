"""Writes the reminders that are due. The worker does so by itself; this is for a site that runs without one."""

from django.core.management.base import BaseCommand
from django.utils.translation import ngettext

from subscriptions import reminders


class Command(BaseCommand):
    help = "Writes the reminders to subscribers whose period ends or has ended; send_mail sends them."

    def handle(self, **options):
        written = 0
        while some := reminders.send_due():
            written += some
        self.stdout.write(ngettext("%(count)d reminder.", "%(count)d reminders.", written) % {"count": written})
