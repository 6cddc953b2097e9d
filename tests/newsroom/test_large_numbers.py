"""A newspaper has more than 999 articles: a number that a program reads is written without a thousands separator."""

import datetime as dt
import re

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import FrontPage, PreviewLink, PreviewOpening, Revision
from tests.factories import (
    make_article,
    make_author,
    make_correction,
    make_picture,
    make_reply_request,
    make_section,
)

DAY = dt.timedelta(days=1)
MACHINE = re.compile(r"""(?:value|width|height|data-[a-z-]+)="[^"]*\b\d{1,3}[\u202f\u00a0]\d{3}\b[^"]*\"""")


@pytest.fixture
def desk(db, cast):
    section = make_section(pk=12345, name="Rubrique")
    author = make_author(pk=23456)
    article = make_article(pk=34567, section=section, authors=[author], tags=["Mot"], picture=make_picture(pk=45678))
    base = Revision.objects.create(pk=67890, article=article, schema=1, content={})
    Revision.objects.create(pk=67891, article=article, base=base, schema=1, content={"headline": "Neuf"})
    make_correction(article, pk=67890)
    make_reply_request(article, pk=78901)
    FrontPage.objects.create(pk=56789, number=5678, saved_by=cast.editor)
    FrontPage.objects.create(pk=56790, number=5679, saved_by=cast.editor)
    link = PreviewLink.objects.create(
        pk=67890, article_id=34567, created_by=cast.editor, expires_at=timezone.now() + DAY
    )
    PreviewOpening.objects.bulk_create(PreviewOpening(link=link) for _ in range(1234))
    client = Client()
    client.force_login(cast.editor)
    return client


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("articles_article_changelist", []),
        ("articles_article_change", [34567]),
        ("articles_article_history", [34567]),
        ("articles_article_compare", [34567]),
        ("articles_section_change", [12345]),
        ("authors_author_change", [23456]),
        ("pictures_picture_change", [45678]),
        ("articles_article_preview", [34567]),
        ("articles_correction_change", [67890]),
        ("articles_replyrequest_change", [78901]),
        ("articles_frontpage_changelist", []),
        ("articles_frontpage_history", []),
    ],
)
def test_numbers_of_the_back_office_are_read_by_programs(desk, name, arguments):
    page = desk.get(reverse(f"admin:{name}", args=arguments))
    assert page.status_code == 200
    assert MACHINE.findall(page.text) == []
    assert re.search(r"5678|\d{5}", page.text)


def test_sizes_of_a_tall_picture_are_numbers(settings):
    shown = {"url": "/x.jpg", "width": 1600, "height": 2400}
    html = render_to_string("pictures/_picture.html", {"shown": shown, "alt": ""})
    assert 'width="1600" height="2400"' in html


def test_the_check_would_notice():
    assert MACHINE.findall('<option value="12\u202f345">')
