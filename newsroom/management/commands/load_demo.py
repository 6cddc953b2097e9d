"""Fills an empty database with a small newspaper and one account per role, to look around in."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from newsroom.demo import loading


class Command(BaseCommand):
    help = "Fills an empty database with a demo edition and demo accounts; never touches existing data."

    def add_arguments(self, parser):
        parser.add_argument("--force", action="store_true", help="Do it although this is no demo.")

    def handle(self, *, force, **options):
        if not loading.is_empty():
            self.say_not_empty()
            return
        if not (settings.DEMO or force):
            raise CommandError(
                _(
                    "The demo edition brings accounts whose password everybody can read, and DEMO is off: "
                    "nothing was loaded. Add --force if this site will never be in use."
                )
            )
        try:
            loading.load(self.say_progress)
        except loading.NotEmpty:
            self.say_not_empty()
        else:
            self.stdout.write(_("The demo edition is there."))

    def say_progress(self, number, total):
        self.stdout.write(_("Demo edition: picture {number} of {total}…").format(number=number, total=total))

    def say_not_empty(self):
        self.stdout.write(_("The database has users or articles already: the demo edition was left out."))
