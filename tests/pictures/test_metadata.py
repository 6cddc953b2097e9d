"""Caption, credit and copyright that the file brings along."""

import io
import struct

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from pictures import uploads
from pictures.forms import PictureForm
from tests.pictures.samples import exif_with_gps, picture_bytes, upload

pytestmark = pytest.mark.django_db
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 photoshop:Credit="Agence du fleuve">
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Le pont à l’aube</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>Aminata Koné</rdf:li></rdf:Seq></dc:creator>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© Koné</rdf:li></rdf:Alt></dc:rights>
</rdf:Description></rdf:RDF></x:xmpmeta>"""


def iptc_jpeg(fields):
    """A JPEG with an APP13 segment: {dataset number: bytes}."""
    records = b"".join(struct.pack(">BBBH", 0x1C, 2, number, len(data)) + data for number, data in fields.items())
    resource = b"8BIM\x04\x04\x00\x00" + struct.pack(">I", len(records)) + records + b"\x00" * (len(records) % 2)
    body = b"Photoshop 3.0\x00" + resource
    data = picture_bytes(40, 30)
    return data[:2] + b"\xff\xed" + struct.pack(">H", len(body) + 2) + body + data[2:]


def words(data):
    return uploads.examine(ContentFile(data)).words


@pytest.mark.parametrize("charset", ["utf-8", "cp1252"])
def test_iptc_is_read_in_both_usual_character_sets(charset):
    data = iptc_jpeg({120: "La pêche".encode(charset), 80: "Ali Koné".encode(charset), 110: b"AFP", 116: b"AFP 2026"})
    assert words(data) == {"caption": "La pêche", "credit": "Ali Koné / AFP", "copyright": "AFP 2026"}


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "AVIF"])
def test_xmp_is_read(kind):
    assert words(picture_bytes(40, 30, kind=kind, xmp=XMP.encode())) == {
        "caption": "Le pont à l’aube",
        "credit": "Aminata Koné / Agence du fleuve",
        "copyright": "© Koné",
    }


def test_xmp_with_a_document_type_is_not_parsed():
    hostile = '<!DOCTYPE x [<!ENTITY a "boum">]>' + XMP.replace("Le pont", "&a;").split("?>", 1)[1]
    assert words(picture_bytes(40, 30, xmp=hostile.encode())) == {}


def test_exif_is_read_last():
    exif = exif_with_gps(description="De l'EXIF", artist="De l'EXIF", copyright="De l'EXIF")
    data = picture_bytes(40, 30, xmp=XMP.replace("Le pont à l’aube", "").encode(), exif=exif)
    assert words(data) == {
        "caption": "De l'EXIF",
        "credit": "Aminata Koné / Agence du fleuve",
        "copyright": "© Koné",
    }


@pytest.mark.parametrize("junk", ["OLYMPUS DIGITAL CAMERA", "SONY DSC", "DCIM/100MEDIA", "IMG_20240527_06"])
def test_what_cameras_write_is_no_caption(junk):
    assert "caption" not in words(picture_bytes(40, 30, exif=exif_with_gps(description=junk)))


def test_damaged_metadata_is_no_reason_to_refuse():
    data = iptc_jpeg({120: b"x"}).replace(b"8BIM\x04\x04", b"8BIM\x04\x05")
    assert words(data) == {}


def test_words_of_the_file_fill_only_what_was_left_empty():
    data = picture_bytes(40, 30, xmp=XMP.encode())
    typed = {"caption": "Ma légende", "focal_x": "50", "focal_y": "50"}
    form = PictureForm(typed, {"original": upload(data)})
    assert form.is_valid()
    assert form.cleaned_data["caption"] == "Ma légende"
    assert form.cleaned_data["credit"] == "Aminata Koné / Agence du fleuve"


def test_words_too_long_for_the_row_are_shortened_and_control_characters_fall_away():
    data = iptc_jpeg({120: b"a\x00b " + b"w" * 900})
    form = PictureForm({"focal_x": "50", "focal_y": "50"}, {"original": upload(data)})
    assert form.is_valid(), form.errors
    assert len(form.cleaned_data["caption"]) == 500
    assert form.cleaned_data["caption"].startswith("a b w")


def test_png_text_is_read():
    buffer = io.BytesIO()
    Image.new("RGB", (40, 30)).save(buffer, "PNG", exif=exif_with_gps(artist="Ali"))
    assert words(buffer.getvalue()) == {"credit": "Ali"}
