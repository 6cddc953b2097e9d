"""Takes the pictures of the documents: ``make screenshots``. Not a test by its name, so that no run of the tests
rewrites them; it uses their running site and their browser."""

import datetime as dt
import io
from pathlib import Path

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from accounts.models import User
from articles.models import Article

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
MORNING = dt.time(8, 40)
# Name, who looks, the address by name, width, height, scheme, what is scrolled to.
SHOTS = [
    ("front-phone", "", "front", 360, 1400, "light", ""),
    ("front-tablet", "", "front", 768, 1200, "light", ""),
    ("front-desktop", "", "front", 1280, 1400, "light", ""),
    ("front-dark", "", "front", 1280, 1000, "dark", ""),
    ("article-phone", "", "article", 360, 1400, "light", ""),
    ("article-desktop", "", "article", 1280, 1200, "light", ""),
    ("article-dark", "", "article", 360, 1400, "dark", ""),
    ("gate-phone", "", "paid", 360, 900, "light", ".gate"),
    ("contributions-phone", "abonne", "room", 360, 1100, "light", ""),
    ("section-desktop", "", "section", 1280, 1100, "light", ""),
    ("desk", "redaction", "admin:index", 1280, 1000, "light", ""),
    ("desk-phone", "redaction", "admin:index", 390, 1100, "light", ""),
    ("articles-list", "redaction", "admin:articles_article_changelist", 1280, 900, "light", ""),
    ("article-form", "redaction", "form", 1280, 1200, "light", ""),
    ("article-form-phone", "redaction", "form", 390, 1100, "light", ""),
    ("history", "redaction", "history", 1280, 700, "light", ""),
    ("comparison", "redaction", "comparison", 1280, 1000, "light", ""),
    ("preview", "redaction", "preview", 1280, 900, "light", ""),
    ("calendar", "redaction", "admin:calendar", 1280, 900, "light", ""),
    ("calendar-phone", "redaction", "admin:calendar", 390, 1000, "light", ""),
    ("checks", "redaction", "admin:articles_checklistrule_changelist", 1280, 900, "light", ""),
    ("corrections-phone", "", "corrections", 360, 900, "light", ""),
    ("front-page-desk", "redaction", "admin:articles_frontpage_changelist", 1280, 1100, "light", ""),
]


@pytest.fixture
def demo(site, settings, time_machine):
    settings.DEMO = True
    today = timezone.localdate()
    time_machine.move_to(dt.datetime.combine(today, MORNING, tzinfo=dt.UTC))
    call_command("load_demo", stdout=io.StringIO())


def addresses():
    published = Article.objects.published().newest_first()
    article = published.filter(access="everyone", picture__isnull=False).first()
    changed = Article.objects.filter(revisions__applied_at=None, revisions__base__isnull=False).published().first()
    talked = published.filter(comments__isnull=False).first()
    return {
        "front": "/",
        "article": article.get_absolute_url(),
        "paid": published.filter(access="subscribers").first().get_absolute_url(),
        "room": f"{talked.get_absolute_url()}contributions/",
        "section": article.section.get_absolute_url(),
        "form": reverse("admin:articles_article_change", args=[article.pk]),
        "history": reverse("admin:articles_article_history", args=[changed.pk]),
        "comparison": reverse("admin:articles_article_compare", args=[changed.pk]),
        "preview": reverse("admin:articles_article_preview", args=[changed.pk]),
    }


def test_pictures_of_the_documents(demo, visit, sign_in):
    FOLDER.mkdir(exist_ok=True)
    known = addresses()
    for name, who, where, width, height, scheme, place in SHOTS:
        page = visit(width=width, color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": height})
        if who:
            sign_in(page, User.objects.get(email=f"{who}@example.org"))
        page.goto(known.get(where) or reverse(where))
        page.wait_for_load_state("networkidle")
        if place:
            page.locator(place).first.scroll_into_view_if_needed()
        picture = Image.open(io.BytesIO(page.screenshot()))
        picture.convert("RGB").save(FOLDER / f"{name}.webp", quality=82, method=6)
        # The next picture's form is not one that is open elsewhere.
        page.goto("about:blank")
