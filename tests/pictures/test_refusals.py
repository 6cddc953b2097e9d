"""What the form refuses, and that it says so in a sentence."""

import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image, ImageFile

from pictures import imaging, uploads
from pictures.forms import PictureForm
from tests.pictures.samples import SHARED, bomb, picture_bytes, png_header, shared_files, upload

# the form asks the database whether the focal point keeps the row's constraint
pytestmark = pytest.mark.django_db
GOOD_DATA = {"focal_x": "50", "focal_y": "50"}
POLYGLOTS = {
    "page.html": b"<!doctype html><script>alert(1)</script>",
    "drawing.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "paper.pdf": b"%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj",
    ".htaccess": b"AddType application/x-httpd-php .jpg",
    "x.php": b"<?php system($_GET['c']); ?>",
    "a.jpg.html": b"GIF89a<script>alert(1)</script>",
    "photo.jpg": b"8BPS\x00\x01" + bytes(60),
    "scan.jpg": b"II*\x00" + bytes(60),
    "plot.jpg": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
    "zero.jpg": bytes(200),
}


def refusal(data, name="photo.jpg", **values):
    """The sentence beside the file field."""
    form = PictureForm(GOOD_DATA | values, {"original": upload(data, name)})
    assert not form.is_valid()
    (sentence,) = form.errors["original"]
    return sentence


@pytest.fixture
def no_decoding(monkeypatch):
    def load(self):
        raise AssertionError("The pixels were decoded.")

    monkeypatch.setattr(ImageFile.ImageFile, "load", load)


@pytest.mark.parametrize("name", POLYGLOTS)
def test_what_is_no_picture_is_refused_whatever_its_name(name):
    """F05, F11"""
    assert "JPEG, PNG, WebP" in refusal(POLYGLOTS[name], name)


def test_empty_file_is_refused():
    assert refusal(b"")


def test_bomb_is_refused_from_its_header(no_decoding):
    """F05"""
    data = bomb()
    assert len(data) < 25_000
    assert "40" in refusal(data)


@pytest.mark.parametrize(("width", "height"), [(8_000, 5_001), (30_000, 30_000), (9_000, 9_000)])
def test_too_many_pixels_are_refused_from_the_header(width, height, no_decoding):
    """F05"""
    assert "40" in refusal(png_header(width, height))


def test_a_side_too_long_for_webp_is_refused_from_the_header(no_decoding):
    assert "16" in refusal(png_header(16_001, 100))


def test_exactly_forty_megapixels_pass_the_header():
    uploads.check_size(8_000, 5_000)
    with pytest.raises(ValidationError):
        uploads.check_size(8_000, 5_001)


def test_file_above_the_limit_is_refused_unread(monkeypatch):
    """F05"""
    monkeypatch.setattr(uploads, "MAX_MEGABYTES", 1)
    monkeypatch.setattr(imaging, "open_header", lambda file: pytest.fail("The file was read."))
    assert "la limite est de 1\xa0Mo" in refusal(picture_bytes() + bytes(1_100_000))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_file_that_is_cut_off_is_refused(kind):
    """F05"""
    noise = Image.effect_noise((300, 200), 90)
    buffer = io.BytesIO()
    noise.save(buffer, kind)
    whole = buffer.getvalue()
    assert uploads.examine(ContentFile(whole)).width == 300
    assert refusal(whole[: len(whole) * 2 // 3])


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF"])
def test_animated_picture_is_refused(kind):
    """F05"""
    frames = [Image.new("RGB", (20, 20), color) for color in ("red", "blue", "green")]
    buffer = io.BytesIO()
    frames[0].save(buffer, kind, save_all=True, append_images=frames[1:], duration=100)
    assert "anim" in refusal(buffer.getvalue()).lower()


def test_gif_is_refused():
    """F05"""
    assert "JPEG, PNG, WebP" in refusal(picture_bytes(10, 10, kind="GIF"), "animation.gif")


def test_typed_words_are_shown_again_when_the_file_is_refused():
    form = PictureForm(GOOD_DATA | {"caption": "Le marché rose"}, {"original": upload(b"nothing")})
    assert not form.is_valid()
    assert "Le marché rose" in form.as_p()


def test_focal_point_outside_is_refused():
    form = PictureForm({"focal_x": "101", "focal_y": "50"}, {"original": upload(picture_bytes())})
    assert set(form.errors) == {"focal_x"}


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@pytest.mark.parametrize("path", shared_files("images", "uploads", "photos"))
def test_every_file_is_accepted_with_its_size_or_refused_in_a_sentence(path):
    """F05, F11, F13"""
    form = PictureForm(GOOD_DATA, {"original": upload(path.read_bytes(), path.name)})
    if form.is_valid():
        assert form.instance.width > 0
        assert form.cleaned_data["original"].name in {f"original.{ending}" for ending in uploads.ENDINGS.values()}
    else:
        (sentence,) = form.errors["original"]
        assert len(sentence) > 20


@pytest.mark.skipif(not SHARED.exists(), reason="the shared folder of pictures is not here")
@pytest.mark.parametrize(
    "name", ["truncated_image.png", "truncated_jpeg.jpg", "broken_data_stream.png", "png_decompression_dos.png"]
)
def test_damaged_files_of_the_folder_are_refused(name):
    """F05"""
    with pytest.raises(ValidationError) as caught:
        uploads.examine(ContentFile((SHARED / "images/pillow" / name).read_bytes()))
    assert caught.value.code == "damaged"


@pytest.mark.skipif(not SHARED.exists(), reason="the shared folder of pictures is not here")
@pytest.mark.parametrize(
    "name",
    ["exif-orientation/Landscape_1.jpg", "pillow/hopper.webp", "pillow/icc_profile.png", "pillow/sugarshack.mpo"],
)
def test_good_files_of_the_folder_are_accepted(name):
    assert uploads.examine(ContentFile((SHARED / "images" / name).read_bytes())).width
