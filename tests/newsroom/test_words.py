"""One thing has one name, in both languages, on screens as in the guide."""

import gettext
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# What the library holds: « photo » in French, whatever was photographed or drawn, and "picture" in English.
OTHER_WORDS = {"fr": r"\bimages?\b", "en": r"\b(images?|photos?|photographs?)\b"}


def catalogue():
    with (ROOT / "locale/fr/LC_MESSAGES/django.mo").open("rb") as file:
        found = gettext.GNUTranslations(file)._catalog
    return {key if isinstance(key, str) else key[0]: words for key, words in found.items() if key}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_pictures_have_one_name(language):
    said = catalogue().values() if language == "fr" else catalogue().keys()
    others = [words for words in said if re.search(OTHER_WORDS[language], words, re.IGNORECASE)]
    assert not others


def test_the_guide_calls_pictures_as_the_screens_do():
    guide = (ROOT / "docs" / "editors.md").read_text()
    assert not re.findall(OTHER_WORDS["fr"], guide, re.IGNORECASE)
