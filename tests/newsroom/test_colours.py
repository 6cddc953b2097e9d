"""Colours are named once, in tokens.css, and readable in both modes."""

import re
from pathlib import Path

import pytest

from articles.models import Section

STYLES = Path(__file__).parents[2] / "static" / "css"
TOKENS = (STYLES / "tokens.css").read_text()
RAW = re.compile(r"--([a-z]+): (#[0-9a-f]{6});")
LIGHT, DARK = (dict(RAW.findall(part)) for part in TOKENS.split("prefers-color-scheme: dark"))
WRITTEN = ["ink", "grey", "red", "ochre", "green", "teal", "blue", "purple"]


def luminance(colour):
    """https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_dark_mode_redefines_every_raw_colour():
    assert LIGHT.keys() == DARK.keys()


@pytest.mark.parametrize("ground", ["paper", "wash"])
@pytest.mark.parametrize("name", WRITTEN)
@pytest.mark.parametrize("mode", [LIGHT, DARK], ids=["light", "dark"])
def test_text_is_readable_on_its_ground(mode, name, ground):
    assert contrast(mode[name], mode[ground]) >= 4.5


@pytest.mark.parametrize("mode", [LIGHT, DARK], ids=["light", "dark"])
def test_breaking_news_is_readable(mode):
    assert contrast(mode["beacon"], mode["alarm"]) >= 4.5


@pytest.mark.parametrize("mode", [LIGHT, DARK], ids=["light", "dark"])
def test_the_call_to_subscribe_is_readable(mode):
    assert contrast(mode["soot"], mode["sun"]) >= 7


def test_colours_of_sections_are_tokens():
    assert {"ink", *re.findall(r'\[data-color="([a-z]+)"\]', TOKENS)} == set(Section.Color.values)


def test_no_colour_is_written_outside_the_tokens():
    named = re.compile(r"#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(", re.IGNORECASE)
    guilty = [
        file.name for file in STYLES.glob("*.css") if file.name != "tokens.css" and named.search(file.read_text())
    ]
    assert guilty == []


def test_the_browser_frame_has_the_colour_of_the_paper():
    base = (STYLES.parents[1] / "templates" / "base.html").read_text()
    assert f'content="{LIGHT["paper"]}" media="(prefers-color-scheme: light)"' in base
    assert f'content="{DARK["paper"]}" media="(prefers-color-scheme: dark)"' in base
