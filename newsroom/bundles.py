"""Joins the component style sheets into one sheet a kind of page, and the scripts of public pages into one module, so
that a first visit needs one request for each.

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
    *("layers", "reset", "tokens", "base", "layout", "article"),
    *("masthead", "logo", "find", "menu", "button", "messages", "footer", "social", "notice", "static-page"),
    *("card", "heading", "chips", "listing", "search", "pagination", "profile"),
    *("picture", "figure", "body", "embed", "box", "correction", "byline", "share", "tags", "related", "gate"),
    *("utilities", "print"),
)
FRONT = ("front", "breaking", "latest", "featured", "block")
PRIVATE = (
    *("form", "account", "order", "register", "receipt", "preview", "reader", "seats"),
    *("room", "comment", "comment-form", "comment-text", "avatar", "own"),
)
SHEETS = {"css/public.css": PUBLIC, "css/front-page.css": FRONT, "css/private.css": PRIVATE}
# Modules that import and export nothing.
SCRIPTS = {"js/public.js": ("private-areas", "share", "forget")}
JOINED = SHEETS | SCRIPTS
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def parts(joined: str) -> list[Path]:
    """The files of a sheet or script in their order."""
    path = settings.BASE_DIR / "static" / joined
    return [path.with_name(name + path.suffix) for name in JOINED[joined]]


def join(files) -> str:
    """The files one after the other, without comments and indentation; each script in a block, its names its own."""
    texts = [f"{{\n{file.read_text()}}}\n" if file.suffix == ".js" else file.read_text() for file in files]
    lines = (line.strip() for line in COMMENT.sub("", "\n".join(texts)).splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//")) + "\n"


class BundleFinder(BaseFinder):
    """Finds the joined files; add it to ``STATICFILES_FINDERS``."""

    def __init__(self, app_names=None, *args, **kwargs):
        self.storage = FileSystemStorage(location=settings.DATA_DIR / "sheets", base_url=settings.STATIC_URL)
        super().__init__(*args, **kwargs)

    def check(self, **kwargs):
        return []

    def find(self, path, find_all=False, **kwargs):  # noqa: FBT002 - Django's signature
        """The file's absolute path, fresh; an empty list for any other name."""
        if path not in JOINED:
            return []
        found = str(self._write(path))
        return [found] if find_all else found

    def list(self, ignore_patterns):
        for path in JOINED:
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
