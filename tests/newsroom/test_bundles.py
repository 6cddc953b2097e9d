"""Components are files of their own in the tree and one sheet for the reader."""

import itertools
import re
from pathlib import Path

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.test import override_settings

from newsroom.bundles import COMMENT, SCRIPTS, SHEETS, BundleFinder, join, parts

STYLES = Path(__file__).parents[2] / "static" / "css"
OF_THEIR_OWN = {"plans", "sandbox", "focal-point", "picture-admin"}
FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder", "newsroom.bundles.BundleFinder"]


@pytest.fixture
def finder(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return BundleFinder()


def declarations(text):
    """Selectors and declarations in order, without the layout of the file."""
    return COMMENT.sub("", text).split()


def test_every_component_is_in_exactly_one_sheet():
    joined = [*itertools.chain.from_iterable(SHEETS.values())]
    assert len(joined) == len(set(joined))
    assert {file.stem for file in STYLES.glob("*.css")} == set(joined) | OF_THEIR_OWN


def test_the_order_of_layers_comes_before_any_rule():
    order = "@layer reset, tokens, base, layout, components, utilities;"
    assert join(parts("css/public.css")).startswith(order)


@pytest.mark.parametrize("sheet", SHEETS)
def test_joining_loses_no_declaration(sheet):
    files = parts(sheet)
    separate = itertools.chain.from_iterable(declarations(file.read_text()) for file in files)
    assert join(files).split() == list(separate)


def test_a_sheet_is_found_and_follows_its_components(finder, tmp_path, monkeypatch):
    component = tmp_path / "one.css"
    component.write_text("/* why */\na {\n  color: red;\n}\n")
    monkeypatch.setattr("newsroom.bundles.parts", lambda _sheet: [component])
    assert Path(finder.find("css/public.css")).read_text() == "a {\ncolor: red;\n}\n"
    component.write_text("b {\n}\n")
    assert Path(finder.find("css/public.css")).read_text() == "b {\n}\n"


def test_other_names_are_not_found(finder):
    assert finder.find("css/other.css") == []
    assert finder.find("../settings.py", find_all=True) == []


def test_collecting_writes_the_sheets_under_hashed_names(settings, tmp_path):
    storage = {"staticfiles": {"BACKEND": "newsroom.staticfiles.ModuleManifestStorage"}}
    finders.get_finder.cache_clear()
    changed = {"DATA_DIR": tmp_path, "STATIC_ROOT": tmp_path / "static", "STATICFILES_FINDERS": FINDERS}
    with override_settings(**changed, STORAGES=settings.STORAGES | storage):
        call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=["js"])
    finders.get_finder.cache_clear()
    names = [file.name for file in (tmp_path / "static" / "css").iterdir()]
    assert any(re.fullmatch(r"public\.[0-9a-f]{12}\.css", name) for name in names)
    assert any(re.fullmatch(r"private\.[0-9a-f]{12}\.css", name) for name in names)


def test_joined_scripts_keep_their_names_to_themselves():
    """Each stands in a block; one that imports or exports could not."""
    for script in SCRIPTS:
        text = join(parts(script))
        assert text.count("{\n/*") == 0
        assert not re.search(r"^(import|export)\b", text, re.MULTILINE)
        assert len(re.findall(r"^\{$", text, re.MULTILINE)) == len(parts(script))


def test_what_every_page_needs_besides_itself_leaves_half_of_the_first_visit_to_the_page():
    """14,600 bytes are ten packets, what a server may send at once; the text of an article must fit in as well."""
    joined = [join(parts(name)).encode() for name in ("css/public.css", "js/public.js")]
    assert sum(len(brotli.compress(text)) for text in joined) < 14_600 / 2
