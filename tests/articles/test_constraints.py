"""States that the database itself refuses, on SQLite and PostgreSQL alike."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from articles.models import Article, Newspaper, RelatedArticle, Revision, Section
from tests.factories import make_article, make_section

NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "fields",
    [
        {"status": "published"},
        {"access": "nobody"},
        {"status": "approved", "published_at": None},
        {"headline": ""},
        {"slug": ""},
        {"unpublish_at": NOW - dt.timedelta(days=1), "published_at": NOW},
        {"status": "draft", "published_at": None, "unpublish_at": NOW},
        {"status": "draft", "published_at": None, "published_on": NOW.date()},
    ],
    ids=str,
)
def test_impossible_article_is_refused(fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_article(**fields)


@pytest.mark.django_db
def test_approved_article_has_a_section():
    article = make_article()
    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.filter(pk=article.pk).update(section=None)


@pytest.mark.django_db
def test_address_names_one_article():
    make_article(slug="one", published_at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_article(slug="one", published_at=NOW)
    make_article(slug="one", published_at=NOW - dt.timedelta(days=2))
    make_article(slug="one", published_at=NOW, status="draft")


@pytest.mark.django_db
def test_base_serves_once_and_an_article_has_one_root():
    article = make_article()
    root = Revision.objects.create(article=article, schema=1, content={})
    Revision.objects.create(article=article, schema=1, content={}, base=root)
    for base in (root, None):
        with pytest.raises(IntegrityError), transaction.atomic():
            Revision.objects.create(article=article, schema=1, content={}, base=base)


@pytest.mark.django_db
def test_article_is_not_related_to_itself():
    article = make_article()
    with pytest.raises(IntegrityError), transaction.atomic():
        RelatedArticle.objects.create(article=article, related=article)


@pytest.mark.django_db
def test_newspaper_is_one_row():
    Newspaper.objects.create(name="Le Quotidien")
    with pytest.raises(IntegrityError), transaction.atomic():
        Newspaper.objects.create(pk=2, name="Another")


@pytest.mark.django_db
def test_section_is_not_its_own_part():
    section = make_section()
    with pytest.raises(IntegrityError), transaction.atomic():
        Section.objects.filter(pk=section.pk).update(parent=section)
