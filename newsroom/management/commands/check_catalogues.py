"""Holds the catalogues of translations against the source, in a copy: the working tree stays as it is."""

import re
import shutil
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

TOOLS = ("xgettext", "msgfmt", "msgen", "msguniq", "msgmerge", "msgattrib")
NOT_SOURCE = (".*", "__pycache__", "var", "node_modules", "tests", "*.mo")
MAGIC = 0x950412DE


def messages_of(catalogue: bytes) -> dict[str, str]:
    """What a compiled catalogue holds, by msgid (with its context; the singular of a plural), the header under ""."""
    if not catalogue:
        return {}
    magic, _version, count, originals, translations = struct.unpack_from("<5I", catalogue)
    if magic != MAGIC:
        raise CommandError("A compiled catalogue is no such file.")

    def string(table, index):
        length, offset = struct.unpack_from("<2I", catalogue, table + 8 * index)
        return catalogue[offset : offset + length].decode()

    return {string(originals, i).split("\0")[0]: string(translations, i) for i in range(count)}


def run(*command, text=None, cwd=None) -> bytes:
    done = subprocess.run(command, input=text, cwd=cwd, capture_output=True, check=False)  # noqa: S603
    if done.returncode:
        raise CommandError(f"{Path(command[0]).name} failed:\n{done.stderr.decode()}")
    return done.stdout


def compiled(source: bytes) -> dict[str, str]:
    """What is translated in a catalogue; fuzzy and untranslated messages fall away."""
    return messages_of(run("msgfmt", "--check-format", "--output-file=-", "-", text=source))


def extracted() -> dict[str, str]:
    """Every message of the source, extracted anew."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(settings.BASE_DIR, copy, ignore=shutil.ignore_patterns(*NOT_SOURCE))
        languages = [f"--locale={language}" for language in catalogues()]
        run(sys.executable, "manage.py", "makemessages", "--keep-pot", *languages, cwd=copy)
        return compiled(run("msgen", str(copy / "locale" / "django.pot")))


def catalogues() -> list[str]:
    """The languages that are translated: all but the source's."""
    return [code for code, _name in settings.LANGUAGES if code != "en"]


def complaints(language: str, wanted: dict[str, str]):
    """What is wrong with one catalogue, one sentence each."""
    folder = settings.BASE_DIR / "locale" / language / "LC_MESSAGES"
    source, binary = folder / "django.po", folder / "django.mo"
    if not source.exists() or not binary.exists():
        yield "the catalogue or its compiled file is missing"
        return
    text = source.read_bytes()
    fuzzy = compiled(run("msgattrib", "--only-fuzzy", "--clear-fuzzy", str(source)))
    translated = compiled(text)
    for msgid in sorted(wanted.keys() - translated.keys() - fuzzy.keys() - {""}):
        yield f"not translated: {msgid!r}"
    for msgid in sorted(fuzzy.keys() - {""}):
        yield f"fuzzy: {msgid!r}"
    for msgid in sorted(translated.keys() - wanted.keys() - {""}):
        yield f"no longer in the source: {msgid!r}"
    if re.search(rb"^#~", text, re.MULTILINE):
        yield "it keeps obsolete messages (#~)"
    if messages_of(binary.read_bytes()) != translated:
        yield "the compiled file is not that of the catalogue"


class Command(BaseCommand):
    help = "Fails when a message is missing, untranslated, fuzzy or obsolete, or a compiled catalogue differs."
    requires_system_checks = []

    def handle(self, **options):
        missing = [tool for tool in TOOLS if not shutil.which(tool)]
        if missing:
            raise CommandError(f"GNU gettext is needed (Debian: apt install gettext): no {', '.join(missing)} here.")
        wanted = extracted()
        found = [f"{language}: {wrong}" for language in catalogues() for wrong in complaints(language, wanted)]
        if found:
            raise CommandError("\n".join([*found, "Run make messages, translate, run it again."]))
        self.stdout.write(f"The catalogues are complete: {len(wanted)} messages.")
