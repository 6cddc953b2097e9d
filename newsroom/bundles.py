"""Joins the component style sheets into one sheet a kind of page, so that a first visit needs one request for them.

The joined files stand beside the data: written when a finder is asked for them (development) or collects them
(production, where the manifest storage hashes them). There is no build step.
"""

import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.utils import matches_patterns
from django.core.files.storage import FileSystemStorage

PUBLIC = (
    *("layers", "reset", "tokens", "base", "layout", "front", "article"),
    *("masthead", "menu", "button", "messages", "footer", "notice"),
    *("breaking", "card", "latest", "block", "heading", "chips", "listing", "pagination", "profile"),
    *("picture", "figure", "body", "box", "byline", "tags", "related", "gate"),
    *("utilities", "print"),
)
PRIVATE = ("form", "account", "comment")
SHEETS = {"css/public.css": PUBLIC, "css/private.css": PRIVATE}
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def parts(sheet: str) -> list[Path]:
    """The component files of a sheet in their order."""
    return [settings.BASE_DIR / "static" / "css" / f"{name}.css" for name in SHEETS[sheet]]


def join(files) -> str:
    """The files one after the other, without comments and indentation."""
    text = COMMENT.sub("", "\n".join(file.read_text() for file in files))
    return "\n".join(line.strip() for line in text.splitlines() if line.strip()) + "\n"


class BundleFinder(BaseFinder):
    """Finds the joined sheets; add it to ``STATICFILES_FINDERS``."""

    def __init__(self, app_names=None, *args, **kwargs):
        self.storage = FileSystemStorage(location=settings.DATA_DIR / "sheets", base_url=settings.STATIC_URL)
        super().__init__(*args, **kwargs)

    def check(self, **kwargs):
        return []

    def find(self, path, find_all=False, **kwargs):  # noqa: FBT002 - Django's signature
        """The file's absolute path, fresh; an empty list for any other name."""
        if path not in SHEETS:
            return []
        found = str(self._write(path))
        return [found] if find_all else found

    def list(self, ignore_patterns):
        for path in SHEETS:
            if not matches_patterns(path, ignore_patterns):
                self._write(path)
                yield path, self.storage

    def _write(self, sheet) -> Path:
        """Writes the sheet when it differs, whole or not at all: another process may be reading it."""
        target, text = Path(self.storage.path(sheet)), join(parts(sheet))
        if not (target.exists() and target.read_text() == text):
            target.parent.mkdir(parents=True, exist_ok=True)
            draft = target.with_suffix(f".{id(text)}")
            draft.write_text(text)
            draft.replace(target)
        return target
