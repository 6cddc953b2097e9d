"""Every picture of the demo newspaper draws itself, the same each time, and is described."""

import io

import pytest
from PIL import Image

from newsroom.demo.drawings.canvas import Canvas
from newsroom.demo.gallery import DRAWINGS

every_drawing = pytest.mark.parametrize("drawing", DRAWINGS.values(), ids=DRAWINGS)


@every_drawing
def test_drawing_has_the_same_bytes_each_time(drawing):
    assert drawing.draw(width=160).as_jpeg() == drawing.draw(width=160).as_jpeg()


@every_drawing
def test_drawing_is_a_picture_of_three_to_two(drawing):
    picture = Image.open(io.BytesIO(drawing.draw(width=240).as_jpeg()))
    assert picture.size == (240, 160)
    assert len(picture.convert("RGB").resize((60, 40)).getcolors(2400)) > 40


@every_drawing
def test_drawing_is_described_in_french_typography(drawing):
    for words in (drawing.alt, drawing.caption):
        assert words.strip() == words != ""
        assert not any(wrong in words for wrong in ("'", " :", " ;", " %", "« ", " »"))
    assert drawing.alt != drawing.caption
    assert 0 <= drawing.focal_x <= 100
    assert 0 <= drawing.focal_y <= 100


def test_no_two_drawings_have_the_same_alternative_text():
    assert len({drawing.alt for drawing in DRAWINGS.values()}) == len(DRAWINGS)


def test_writing_has_its_accents_without_a_font_of_the_system():
    def drawn(words):
        canvas = Canvas("#ffffff", width=320)
        canvas.text(100, 600, words, 300, "#000000")
        return canvas.finish().tobytes()

    for accented, plain in [("é", "e"), ("ç", "c"), ("À", "A"), ("ê", "e")]:
        assert drawn(accented) != drawn(plain)
    assert drawn("1\u202f000") == drawn("1 000")
