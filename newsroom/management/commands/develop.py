"""What ``make run`` does once the packages are there."""

import os

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from newsroom.processes import PortTaken, require_free_port

HOST = "127.0.0.1"


class Command(BaseCommand):
    help = "Brings the database up to date, loads the first edition into an empty one, starts the site."
    requires_system_checks = []

    def handle(self, **options):
        port = self.free_port()
        settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
        self.stdout.write("Bringing the database up to date …")
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        call_command("load_first_edition")
        self.stdout.write(f"\nSite:        {settings.SITE_URL}/\nBack office: {settings.SITE_URL}{reverse('admin:index')}")
        self.stdout.write("Ctrl-C stops the server and the worker.\n\n")
        call_command("serve", host=HOST, port=port)

    def free_port(self) -> int:
        """PORT, or 8000; refused in words before any work is done."""
        text = os.environ.get("PORT") or "8000"
        if not text.isdecimal() or not 0 < int(text) < 65536:
            raise CommandError(f"PORT is {text!r}; write a number between 1 and 65535.")
        try:
            require_free_port(HOST, int(text))
        except PortTaken:
            raise CommandError(
                f"Something already listens on port {text}: stop it, or choose another, such as PORT=8001 make run."
            ) from None
        return int(text)
