"""What the documents name exists: files, headings and pictures they lead to, labels that the guide quotes."""

import gettext
import re
from pathlib import Path
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
LINK = re.compile(r"\]\(([^)\s]+)\)")
LABEL = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
# Words in bold that begin an item and are no label of a screen.
NOT_LABELS = {
    "en gras",
    "Coller depuis Word ou Google Docs.",
    "Changer l’heure ou le texte d’un article programmé",
    "Sur le site",
    "Dans la rédaction",
}


def anchor(heading):
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def plain(words):
    """The guide breaks its lines anywhere and the catalogue keeps words together: spaces are all alike here."""
    return " ".join(words.split())


def labels(guide):
    return {plain(label) for label in LABEL.findall((ROOT / "docs" / guide).read_text())}


def sentences_of_screens():
    with (ROOT / "locale/fr/LC_MESSAGES/django.mo").open("rb") as file:
        catalogue = gettext.GNUTranslations(file)._catalog
    return plain(" | ".join(catalogue.values())).lower()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_and_pictures_of_documents_exist(document):
    text = document.read_text()
    here = {anchor(heading) for heading in HEADING.findall(text)}
    for link in LINK.findall(text):
        if link.startswith(("https://", "http://", "mailto:")):
            continue
        path, _, place = unquote(link).partition("#")
        assert (document.parent / path).exists(), f"{document.name} leads to {link}"
        assert path or place in here, f"{document.name} leads to {link}"


@pytest.mark.parametrize("guide", ["editors.md", "moderation.md", "subscriptions.md"])
def test_labels_of_the_guides_are_those_of_the_screen(guide):
    known = sentences_of_screens()
    unknown = sorted(label for label in labels(guide) - NOT_LABELS if label.lower() not in known)
    assert not unknown


def test_guide_names_no_exception_that_it_does_not_use():
    assert labels("editors.md") >= NOT_LABELS
