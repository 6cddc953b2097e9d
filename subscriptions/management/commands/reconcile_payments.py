"""Finishes what is open with the providers, and says what the office has to look at."""

from django.core.management.base import BaseCommand

from subscriptions import reconciling, renewing


class Command(BaseCommand):
    help = "Asks the providers about everything that is due, charges renewals, and lists what does not add up."

    def handle(self, **options):
        renewed = renewing.open_due()
        done = reconciling.work()
        self.stdout.write(f"Looked into: {done}. Renewals opened: {renewed}.")
        found = reconciling.waiting()
        self.show("Money that bought nothing", found["money"], lambda row: f"{row} {row.payment.external_id}")
        self.show("Orders without an answer", found["orders"], lambda row: f"{row}: {row.problem}")
        self.show("Calls that led nowhere", found["calls"], lambda row: f"{row} {row.reference}: {row.error}")
        self.show("Refunds that have not gone", found["refunds"], lambda row: f"{row} ({row.state}) {row.error}")

    def show(self, title, rows, line):
        self.stdout.write(f"{title}: {len(rows)}")
        for row in rows:
            self.stdout.write(f"  {line(row)}")
