"""The five pages that a newspaper usually has, begun with what its identity knows, for the desk to complete."""

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext

from web.html import clean

from .models import Newspaper, Page

LANGUAGES = ("fr", "en")
PURPOSES = [
    Page.Purpose.ABOUT,
    Page.Purpose.CONTACT,
    Page.Purpose.LEGAL,
    Page.Purpose.CHARTER,
    Page.Purpose.ACCESSIBILITY,
]


def make_usual_pages(*, by=None, language="", published=False) -> list[Page]:
    """Makes the missing ones and returns them; no page that has the purpose or the address is touched."""
    language = language or settings.LANGUAGE_CODE
    newspaper = Newspaper.current()
    with translation.override(language):
        pages = [_begun(purpose, newspaper, language if language in LANGUAGES else "en") for purpose in PURPOSES]
    for page in pages:
        page.changed_by, page.is_published = by, published
    known = set(Page.objects.values_list("pk", flat=True))
    Page.objects.bulk_create(pages, ignore_conflicts=True)
    slugs = [page.slug for page in pages]
    return list(Page.objects.filter(slug__in=slugs).exclude(pk__in=known))


def _begun(purpose, newspaper, language) -> Page:
    title = gettext(Page.Purpose(purpose).label)
    context = {"newspaper": newspaper, "site_url": settings.SITE_URL}
    text = render_to_string(f"articles/usual_pages/{language}/{purpose.value}.html", context)
    return Page(title=title, slug=slugify(title), purpose=purpose.value, body=clean("page", text))
