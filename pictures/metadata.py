"""What agencies and photographers write into their files (IPTC, XMP, EXIF): caption, credit and copyright."""

import contextlib
import re
from xml.etree import ElementTree as ET

from PIL import ExifTags, IptcImagePlugin

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
PHOTOSHOP = "{http://ns.adobe.com/photoshop/1.0/}"
XMP_BYTES = 500_000
CAMERA_WORDS = re.compile(
    r"([\w ]+ )?DIGITAL CAMERA|SAMSUNG CAMERA PICTURES|SONY DSC|DCIM\S*|(DSC|IMG)[_\w]*\d|SCREENSHOT",
    re.IGNORECASE,
)


def read(image) -> dict[str, str]:
    """``caption``, ``credit`` and ``copyright`` as far as the file says them; never an error."""
    found = {}
    for source in (from_iptc, from_xmp, from_exif):
        with contextlib.suppress(Exception):  # damaged metadata is no reason to refuse a picture
            for name, text in source(image).items():
                if text:
                    found.setdefault(name, text)
    if CAMERA_WORDS.fullmatch(found.get("caption", "")):
        del found["caption"]
    return found


def tidy(text: str) -> str:
    """One line without control characters."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f]+", " ", text).split())


def joined(*names: str) -> str:
    """Photographer and agency, each once."""
    return " / ".join(dict.fromkeys(name for name in names if name))


def decoded(value) -> str:
    """Text of metadata whose character set is not declared."""
    if isinstance(value, list | tuple):
        value = value[0] if value else ""
    if isinstance(value, str):
        value = value.encode("latin-1", "replace")
    with contextlib.suppress(UnicodeDecodeError):
        return tidy(value.decode("utf-8"))
    return tidy(value.decode("cp1252", "replace"))


def from_iptc(image) -> dict[str, str]:
    records = IptcImagePlugin.getiptcinfo(image) or {}
    text = {number: decoded(value) for (record, number), value in records.items() if record == 2}
    return {
        "caption": text.get(120, ""),
        "credit": joined(text.get(80, ""), text.get(110, "")),
        "copyright": text.get(116, ""),
    }


def from_xmp(image) -> dict[str, str]:
    raw = image.info.get("xmp") or b""
    packet = (raw.encode() if isinstance(raw, str) else raw).decode("utf-8").strip("\x00 \n\ufeff")
    if not packet or len(packet) > XMP_BYTES or "<!" in packet:
        return {}
    root = ET.fromstring(packet)  # noqa: S314 - no document type, no entities: see above
    return {
        "caption": xmp_text(root, f"{DC}description"),
        "credit": joined(xmp_text(root, f"{DC}creator"), xmp_text(root, f"{PHOTOSHOP}Credit")),
        "copyright": xmp_text(root, f"{DC}rights"),
    }


def xmp_text(root, name: str) -> str:
    """A property written as an element, as a list (its first entry) or as an attribute."""
    element = root.find(f".//{name}")
    if element is not None:
        entry = element.find(f".//{RDF}li")
        return tidy((element if entry is None else entry).text or "")
    return tidy(next((node.get(name) for node in root.iter(f"{RDF}Description") if node.get(name)), ""))


def from_exif(image) -> dict[str, str]:
    exif = image.getexif()
    return {
        "caption": decoded(exif.get(ExifTags.Base.ImageDescription, "")),
        "credit": decoded(exif.get(ExifTags.Base.Artist, "")),
        "copyright": decoded(exif.get(ExifTags.Base.Copyright, "")),
    }
