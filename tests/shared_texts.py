"""The shared folder's texts: payloads of attackers, articles of real newspapers. Tests skip without it."""

import html
import json
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared folder of texts is not here")


def payload_files():
    return sorted(path for path in (SHARED / "xss").rglob("*.*") if path.name != "ORIGIN.txt")


def payloads(files=None) -> list[str]:
    """Every file whole, as it is and unescaped, each of its lines, and every text within its JSON."""
    found = {}
    for path in files or payload_files():
        text = path.read_text(encoding="utf-8", errors="replace")
        found |= dict.fromkeys([text, html.unescape(text), *text.splitlines()])
        if path.suffix in {".json", ".test"}:
            found |= dict.fromkeys(texts_in(json.loads(text)))
    return [payload for payload in found if payload.strip()]


def texts_in(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts_in(inner)


def articles() -> list[str]:
    """A hundred articles as HTML pages."""
    return [path.read_text(encoding="utf-8") for path in sorted((SHARED / "french/wikinews-fr-100").glob("*.html"))]


def seed() -> str:
    return (SHARED / "seed/lessor-article.txt").read_text(encoding="utf-8")
