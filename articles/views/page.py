"""Pages that are no articles."""

from django.conf import settings
from django.shortcuts import get_object_or_404, render

from articles.models import Page
from articles.rendering import open_body
from web.public_page import public_page


@public_page()
def page(request, slug):
    found = get_object_or_404(Page.objects.published(), slug=slug)
    return render(request, "articles/page.html", page_context(found))


def page_context(page) -> dict:
    """What the template shows; boxes of articles have no place on a page."""
    canonical = f"{settings.SITE_URL}{page.get_absolute_url()}"
    return {"page": page, "body": open_body(page.body).fill({}), "canonical": canonical}
