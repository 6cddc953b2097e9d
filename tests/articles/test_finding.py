"""An address leads to what readers see there, or nowhere."""

import pytest
from django.http import Http404
from django.urls import NoReverseMatch, reverse

from articles.finding import published_article
from articles.models import Article
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def test_a_published_article_is_found_at_its_address(django_assert_num_queries):
    article = make_article()
    with django_assert_num_queries(1):
        assert published_article(*article.path.split("/")) == article


def test_the_joins_of_a_page_are_kept_behind_the_door(django_assert_num_queries):
    article = make_article()
    found = published_article(*article.path.split("/"), Article.objects.select_related("section"))
    with django_assert_num_queries(0):
        assert found.section.name
    Article.objects.filter(pk=article.pk).update(status=Article.Status.WITHDRAWN)
    with pytest.raises(Http404):
        published_article(*article.path.split("/"), Article.objects.all())


@pytest.mark.parametrize("status", [Article.Status.DRAFT, Article.Status.TO_REVIEW, Article.Status.WITHDRAWN])
def test_a_hidden_article_is_not_found(status):
    article = make_article(status=status)
    with pytest.raises(Http404):
        published_article(*article.path.split("/"))


@pytest.mark.parametrize(
    "day", [("2025", "02", "30"), ("0000", "01", "01"), ("2025", "13", "01"), ("2025", "00", "00")]
)
def test_a_day_that_is_none_is_not_found(day):
    with pytest.raises(Http404):
        published_article(*day, "headline")


@pytest.mark.parametrize("path", ["/2025/5/07/a/", "/25/05/07/a/", "/2025/05/7/a/", "/２０２５/05/07/a/"])
def test_an_address_has_four_and_two_digits(client, path):
    assert client.get(path).status_code == 404


def test_addresses_are_made_from_numbers_and_from_text():
    assert reverse("contributions", args=[2025, 5, 7, "a"]) == reverse("contributions", args=["2025", "05", "07", "a"])
    with pytest.raises(NoReverseMatch):
        reverse("contributions", args=[12025, 5, 7, "a"])
