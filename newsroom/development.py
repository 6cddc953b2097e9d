"""``python -m newsroom.development <command>``: manage.py in the environment of a developer's own machine.

What the environment already says stays: only what it leaves out is filled in.
"""

import os
import secrets
import sys
from pathlib import Path

from django.core.management import execute_from_command_line

from newsroom.environment import TRUE

ROOT = Path(__file__).resolve().parent.parent


def kept_secret(file: Path) -> str:
    """The secret in the file, which only its owner can read; made on the first call."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as new:
            new.write(secrets.token_urlsafe(64))
    return file.read_text().strip()


def fill(environ) -> None:
    """Adds what the settings need and the environment lacks; an empty value counts as lacking."""
    data = Path(environ.get("DATA_DIR") or ROOT / "var")
    port = environ.get("PORT") or "8000"
    values = {
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        "DEBUG": "1",
        "SECRET_KEY": kept_secret(data / "secret"),
        "SITE_URL": f"http://127.0.0.1:{port}",
        "ALLOWED_HOSTS": "localhost",
        "DATABASE_URL": f"sqlite:///{data / 'newsroom.sqlite3'}",
        "DATA_DIR": str(data),
        "PORT": port,
        # The demo's accounts have a password that anybody can read; the back office says so.
        "STAFF_SECOND_FACTOR": "0",
    }
    if (environ.get("DEMO") or environ.get("DEBUG") or "1").lower() in TRUE and port.isdecimal():
        # Payments that move no money: a provider of our own, beside the site.
        sandbox_port = environ.get("SANDBOX_PORT") or int(port) % 60_000 + 1_000
        values["SANDBOX_URL"] = f"http://127.0.0.1:{sandbox_port}"
        values["SANDBOX_SECRET"] = kept_secret(data / "sandbox-secret")
    environ |= {name: value for name, value in values.items() if not environ.get(name)}


if __name__ == "__main__":
    fill(os.environ)
    execute_from_command_line(["python -m newsroom.development", *sys.argv[1:]])
