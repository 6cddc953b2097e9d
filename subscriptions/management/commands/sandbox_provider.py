"""Starts the sandbox beside the site."""

import signal
import threading
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from subscriptions.sandbox import serving


class Command(BaseCommand):
    help = "Starts the provider of test payments at SANDBOX_URL, until it is told to stop. For demonstrations only."

    def handle(self, **options):
        if not settings.DEMO or not settings.SANDBOX_URL:
            raise CommandError("The sandbox needs DEMO=1, SANDBOX_URL and SANDBOX_SECRET.")
        stopped = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda *_: stopped.set())
        with serving(settings.SANDBOX_SECRET, urlsplit(settings.SANDBOX_URL).port or 80) as server:
            self.stdout.write(f"Test payments: {server.url}/")
            stopped.wait()
