"""How a page shows a picture of the library, from its row alone: no query and no look into the storage."""

from django import template
from django.core.files.storage import default_storage

from pictures import renditions

register = template.Library()
register.simple_tag(renditions.social_image)
register.simple_tag(renditions.thumbnail_url)

BETTER_KINDS = ("avif", "webp")
FALLBACK_WIDTH = 960


@register.inclusion_tag("pictures/_picture.html")
def picture(picture, sizes="100vw", eager=False, **attributes):  # noqa: FBT002 - written eager=True in templates
    """``class`` goes to the img. Renders nothing while no rendition exists."""
    entries = picture.renditions.get("jpeg") if picture else None
    if not entries:
        return {"shown": None}
    shown = max((one for one in entries if one["width"] <= FALLBACK_WIDTH), key=_width, default=entries[0])
    return {
        "shown": {
            "url": default_storage.url(shown["name"]),
            "width": str(shown["width"]),
            "height": str(shown["height"]),
        },
        "sources": [(kind, srcset(picture.renditions[kind])) for kind in BETTER_KINDS if kind in picture.renditions],
        "srcset": srcset(entries),
        "sizes": sizes,
        "eager": eager,
        "alt": "" if picture.is_decorative else picture.alt,
        "class": attributes.get("class", ""),
    }


def srcset(entries) -> str:
    return ", ".join(f"{default_storage.url(one['name'])} {one['width']}w" for one in entries)


def _width(entry):
    return entry["width"]
