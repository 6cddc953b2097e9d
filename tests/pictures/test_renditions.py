"""The files that readers get: sizes, colours, and nothing of what the camera wrote."""

import io

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image, ImageCms

from pictures import imaging, library, renditions, uploads
from pictures.models import Picture
from tests.pictures.samples import (
    add,
    exif_with_gps,
    halves,
    picture_bytes,
    rendition,
    shared_files,
    stored,
)

pytestmark = pytest.mark.django_db
KINDS = ("jpeg", "webp", "avif")


def complete(data=None, **fields):
    picture = add(data, **fields)
    assert renditions.make_all(picture)
    return picture


def near(pixel, expected):
    return all(abs(one - other) <= 12 for one, other in zip(pixel, expected, strict=True))


def test_first_rendition_is_there_at_once():
    picture = add(picture_bytes(2000, 1000))
    assert picture.renditions == {
        "jpeg": [{"name": f"pictures/{picture.key}/jpeg-960.jpg", "width": 960, "height": 480}]
    }
    assert rendition(picture, "jpeg").size == (960, 480)


@pytest.mark.parametrize(
    ("width", "ladder"),
    [(2000, [480, 960, 1600]), (1000, [480, 960, 1000]), (700, [480, 700]), (300, [300]), (1, [1])],
)
def test_ladder_never_enlarges(width, ladder):
    picture = complete(picture_bytes(width, 400))
    for kind in KINDS:
        assert [entry["width"] for entry in picture.renditions[kind]] == ladder
        assert rendition(picture, kind).size == (ladder[-1], round(400 * ladder[-1] / width))


def test_formats_are_what_their_names_say():
    picture = complete()
    assert [rendition(picture, kind).format for kind in KINDS] == ["JPEG", "WEBP", "AVIF"]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_photo_is_upright_whatever_its_orientation(orientation):
    upright = Image.open(io.BytesIO(halves(400, 200)))
    undo = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # the method that each orientation is to be undone from
    turned = upright.transpose(Image.Transpose(undo[orientation])) if orientation > 1 else upright
    buffer = io.BytesIO()
    turned.save(buffer, "JPEG", quality=95, exif=exif_with_gps(orientation))
    picture = complete(buffer.getvalue())
    assert (picture.width, picture.height) == (400, 200)
    for kind in KINDS:
        image = rendition(picture, kind).convert("RGB")
        assert image.size == (400, 200)
        assert near(image.getpixel((40, 100)), (254, 0, 0))
        assert near(image.getpixel((360, 100)), (0, 0, 254))


def test_renditions_carry_credit_and_copyright_and_nothing_else():
    """F13"""
    data = picture_bytes(1000, 700, exif=exif_with_gps(artist="Somebody else"), comment=b"shot from my home")
    picture = complete(data, credit="Aïssata Diarra / Agence", copyright="© Agence")
    for kind in [*KINDS, "social"]:
        for index in range(len(picture.renditions[kind])):
            image = rendition(picture, kind, index)
            exif = dict(image.getexif())
            assert set(exif) == {0x013B, 0x8298}
            assert exif[0x013B].encode("latin-1").decode() == "Aïssata Diarra / Agence"
            assert not {"xmp", "icc_profile", "comment", "photoshop"} & set(image.info)


def test_without_credit_there_is_no_exif_at_all():
    picture = complete(picture_bytes(600, 400, exif=exif_with_gps()))
    for kind in [*KINDS, "social"]:
        assert not dict(rendition(picture, kind).getexif())


def test_sixteen_bits_are_scaled_and_not_cut():
    ramp = Image.new("I;16", (256, 64))
    for x in range(256):
        ramp.paste(x * 257, (x, 0, x + 1, 64))
    buffer = io.BytesIO()
    ramp.save(buffer, "PNG")
    image = rendition(add(buffer.getvalue()), "jpeg").convert("L")
    assert [round(image.getpixel((x, 32)) / 32) for x in (0, 64, 128, 192, 255)] == [0, 2, 4, 6, 8]


@pytest.mark.parametrize(("mode", "color"), [("RGBA", (0, 0, 0, 0)), ("LA", (0, 0))])
def test_transparency_is_white_in_jpeg_and_kept_elsewhere(mode, color):
    picture = complete(picture_bytes(600, 400, mode=mode, color=color, kind="PNG"))
    assert near(rendition(picture, "jpeg").getpixel((5, 5)), (255, 255, 255))
    assert near(rendition(picture, "social").getpixel((5, 5)), (255, 255, 255))
    assert rendition(picture, "webp").getpixel((5, 5))[3] == 0
    assert rendition(picture, "avif").getpixel((5, 5))[3] == 0


def test_palette_with_transparency_and_grey_and_cmyk_become_rgb():
    palette = Image.new("P", (60, 40), 1)
    palette.putpalette([255, 0, 0, 0, 0, 255])
    buffer = io.BytesIO()
    palette.save(buffer, "PNG", transparency=1)
    assert near(rendition(add(buffer.getvalue()), "jpeg").getpixel((5, 5)), (255, 255, 255))
    grey = picture_bytes(60, 40, mode="L", color=128)
    assert near(rendition(add(grey), "jpeg").getpixel((5, 5)), (128, 128, 128))
    cmyk = picture_bytes(60, 40, mode="CMYK", color=(0, 255, 255, 0))
    assert near(rendition(add(cmyk), "jpeg").getpixel((5, 5)), (254, 0, 0))


def profile_with_red_and_blue_exchanged():
    plain = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return plain.replace(b"rXYZ", b"????").replace(b"bXYZ", b"rXYZ").replace(b"????", b"bXYZ")


def test_colours_are_converted_by_the_embedded_profile_and_the_profile_is_dropped():
    picture = complete(picture_bytes(60, 40, color="red", icc_profile=profile_with_red_and_blue_exchanged()))
    for kind in KINDS:
        image = rendition(picture, kind)
        assert near(image.getpixel((5, 5)), (0, 0, 254))
        assert "icc_profile" not in image.info


@pytest.mark.parametrize("profile", [b"nonsense", ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()])
def test_profile_that_is_broken_or_for_other_channels_is_passed_over(profile):
    picture = add(picture_bytes(60, 40, color="red", icc_profile=profile))
    assert near(rendition(picture, "jpeg").getpixel((5, 5)), (254, 0, 0))


@pytest.mark.parametrize(("focal_x", "color"), [(0, (254, 0, 0)), (100, (0, 0, 254))])
def test_social_cut_follows_the_focal_point(focal_x, color):
    picture = complete(halves(3200, 700), focal_x=focal_x)
    (entry,) = picture.renditions["social"]
    assert (entry["width"], entry["height"]) == (1200, 630)
    assert near(rendition(picture, "social").getpixel((600, 315)), color)


def test_social_cut_of_a_panorama_is_full_size():
    assert rendition(complete(picture_bytes(6000, 800)), "social").size == (1200, 630)


def test_social_cut_of_a_small_picture_keeps_the_proportions():
    assert rendition(complete(picture_bytes(240, 240)), "social").size == (240, 126)


def test_social_cut_of_noise_stays_light():
    buffer = io.BytesIO()
    Image.effect_noise((1300, 900), 255).save(buffer, "PNG")
    picture = complete(buffer.getvalue())
    assert default_storage.size(picture.renditions["social"][0]["name"]) <= 300_000


def test_key_has_128_random_bits():
    """A11"""
    one, other = add(), add()
    assert one.key != other.key
    assert len(bytes.fromhex(one.key)) == 16
    assert one.renditions["jpeg"][0]["name"].startswith(f"pictures/{one.key}/")


def test_making_all_again_changes_nothing():
    picture = complete()
    before, files = picture.renditions, stored(picture.key)
    assert renditions.make_all(Picture.objects.get(pk=picture.pk))
    picture.refresh_from_db()
    assert (picture.renditions, stored(picture.key)) == (before, files)


def test_file_that_was_half_written_is_replaced():
    picture = add()
    default_storage.save(f"pictures/{picture.key}/webp-480.webp", ContentFile(b"half"))
    renditions.make_all(picture)
    assert rendition(picture, "webp", 0).width == 480
    assert len(stored(picture.key)) == sum(map(len, picture.renditions.values()))


def test_what_was_made_is_deleted_when_the_key_changes_meanwhile(monkeypatch):
    picture = add()
    decode = imaging.decode

    def decode_and_change(file):
        Picture.objects.filter(pk=picture.pk).update(key="f" * 32)
        return decode(file)

    monkeypatch.setattr(imaging, "decode", decode_and_change)
    assert not renditions.make_all(picture)
    assert stored(picture.key) == set()
    assert set(Picture.objects.get(pk=picture.pk).renditions) == {"jpeg"}


def test_nothing_is_made_for_a_picture_that_is_gone():
    picture = add()
    Picture.objects.filter(pk=picture.pk).delete()
    assert not renditions.make_all(picture)


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@pytest.mark.parametrize("path", shared_files("images", "uploads", "photos"))
def test_every_accepted_file_becomes_renditions_without_exif(path):
    """F05, F13"""
    content = ContentFile(path.read_bytes(), name=path.name)
    try:
        sheet = uploads.examine(content)
    except uploads.ValidationError:
        return
    fields = {"credit": "", "copyright": "", "width": sheet.width, "height": sheet.height}
    picture = library.save(library.take(Picture(**fields), content, sheet))
    image = rendition(picture, "jpeg")
    assert image.width == min(960, sheet.width)
    assert abs(image.height - sheet.height * image.width / sheet.width) <= 1
    assert not dict(image.getexif())
    assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}
    assert picture.original.name in {f"{picture.key}.{ending}" for ending in uploads.ENDINGS.values()}


@pytest.mark.parametrize("size", [(15_000, 24), (24, 15_000), (1199, 1), (1, 629)])
@pytest.mark.parametrize("focal", [(0, 0), (50, 50), (100, 100), (33, 67)])
def test_card_is_cut_from_the_longest_of_pictures(size, focal):
    cut = imaging.social_crop(Image.new("RGB", size), *focal)
    assert cut.width >= 1
    assert cut.height >= 1
