"""Starts the web server and the worker, in production as under ``make run``."""

import argparse
import sys
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from newsroom.processes import is_port_free, run_together


def port_number(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"the port is {text!r}; write a number between 1 and 65535")
    return int(text)


class Command(BaseCommand):
    help = "Starts the web server and the worker side by side; Ctrl-C stops both."

    def add_arguments(self, parser):
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=port_number, default=str(settings.PORT), help="default: PORT, or 8000")
        parser.add_argument("--processes", type=int, default=1, help="of the server (default: 1)")
        parser.add_argument("--threads", type=int, default=4, help="of each process of the server (default: 4)")

    def handle(self, *, host, port, processes, threads, **options):
        self.require_what_it_needs(host, port)
        server = ["--interface", "wsgi", "--host", host, "--port", str(port), "--no-ws", "--log-level", "warning"]
        # A worker process that is told to stop while it starts does not hear it.
        server += ["--workers-kill-timeout", "5"]
        server += ["--workers", str(processes), "--blocking-threads", str(threads), "newsroom.wsgi:application"]
        # Renditions have names of their own for ever; a proxy in front may serve the folder instead.
        media = Path(settings.MEDIA_ROOT)
        media.mkdir(parents=True, exist_ok=True)
        server += ["--static-path-route", settings.MEDIA_URL.rstrip("/"), "--static-path-mount", str(media)]
        server += ["--static-path-expires", "365d"]
        ended = run_together(
            {"server": [sys.executable, "-m", "granian", *server], **self.companions()},
            cwd=settings.BASE_DIR,
            # The site is right without them: only mails and renditions wait, and the server ticks too.
            again=list(self.companions()),
        )
        if ended:
            raise CommandError(f"The {ended} ended by itself, so everything was stopped; the reason stands above.")
        self.stdout.write("Stopped.")

    def companions(self) -> dict[str, list[str]]:
        """What runs beside the server."""
        return {"worker": [sys.executable, "-m", "django", "worker", "--no-reload", "--no-startup-delay"]}

    def require_what_it_needs(self, host, port):
        if not settings.DEMO and not (settings.STATIC_ROOT / "staticfiles.json").exists():
            raise CommandError("The static files are not collected yet: run manage.py collectstatic first.")
        if not is_port_free(host, port):
            raise CommandError(
                f"Something already listens on port {port} of {host}: stop it, or choose another port with PORT."
            )
