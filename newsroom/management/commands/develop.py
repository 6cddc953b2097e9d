"""What ``make run`` does once the packages are there."""

from django.conf import settings
from django.core.management import call_command
from django.urls import reverse

from newsroom.demo.accounts import PASSWORD, existing_accounts
from newsroom.management.commands.serve import Command as Serve


class Command(Serve):
    help = "Brings the database up to date, loads the demo edition into an empty one, starts the site."
    requires_system_checks = []

    def handle(self, *, host, port, **options):
        self.require_what_it_needs(host, port)
        settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
        self.stdout.write("Bringing the database up to date …")
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        call_command("load_demo")
        self.stdout.write(
            f"\nSite:        {settings.SITE_URL}/\nBack office: {settings.SITE_URL}{reverse('admin:index')}"
        )
        self.show_accounts()
        self.stdout.write("Ctrl-C stops the server and the worker.\n\n")
        self.stdout.flush()
        super().handle(host=host, port=port, **options)

    def show_accounts(self):
        """One a role, where the demo edition made them."""
        accounts = existing_accounts()
        if accounts:
            self.stdout.write(f"\nDemo accounts, all with the password {PASSWORD}:")
        for role, email in accounts:
            self.stdout.write(f"  {email:28} {role}")
        self.stdout.write("")
