"""Deletes autosaves that nobody has touched for a while; what was saved, named or published stays. For a daily run."""

import datetime as dt

from django.core.management.base import BaseCommand, CommandError

from articles.versions import prune_autosaves


class Command(BaseCommand):
    help = "Delete autosaves older than some days. Saved, named, scheduled and published versions stay for ever."

    def add_arguments(self, parser):
        parser.add_argument("--days", type=int, default=30, help="How old an autosave must be (30 days).")

    def handle(self, *, days, **options):
        if not 0 < days < 10_000:
            raise CommandError("--days is a number of days, 1 at least.")
        number = prune_autosaves(dt.timedelta(days=days))
        self.stdout.write(f"{number} autosaves deleted.")
