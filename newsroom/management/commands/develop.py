"""What ``make run`` does once the packages are there."""

import sys
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import CommandError, call_command
from django.urls import reverse

from newsroom.demo.accounts import PASSWORD, existing_accounts
from newsroom.management.commands.serve import Command as Serve
from newsroom.processes import is_port_free


class Command(Serve):
    help = "Brings the database up to date, loads the demo edition into an empty one, starts the site."
    requires_system_checks = []

    def handle(self, *, host, port, **options):
        self.require_what_it_needs(host, port)
        self.require_port_of_sandbox()
        settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
        self.stdout.write("Bringing the database up to date …")
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        call_command("load_demo")
        self.stdout.write(
            f"\nSite:        {settings.SITE_URL}/\nBack office: {settings.SITE_URL}{reverse('admin:index')}"
            f"\nPayments:    {settings.SANDBOX_URL}/ (a sandbox: no money moves)"
        )
        self.show_accounts()
        self.stdout.write("Ctrl-C stops the server, the worker and the sandbox.\n\n")
        self.stdout.flush()
        super().handle(host=host, port=port, **options)

    def companions(self):
        return super().companions() | {"sandbox": [sys.executable, "-m", "django", "sandbox_provider"]}

    def require_port_of_sandbox(self):
        parts = urlsplit(settings.SANDBOX_URL)
        if not settings.SANDBOX_URL or not is_port_free(parts.hostname, parts.port):
            raise CommandError(
                f"Something already listens at {settings.SANDBOX_URL}, where the sandbox of payments should: "
                "stop it, or choose another port with SANDBOX_PORT."
            )

    def show_accounts(self):
        """One a role, where the demo edition made them."""
        accounts = existing_accounts()
        if accounts:
            self.stdout.write(f"\nDemo accounts, all with the password {PASSWORD}:")
        for role, email in accounts:
            self.stdout.write(f"  {email:28} {role}")
        self.stdout.write("")
