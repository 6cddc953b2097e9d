"""The door: what anybody may see, at every instant and in every state."""

import datetime as dt
import itertools

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from articles.models import Article
from tests.factories import make_article, make_author, make_user

NOW = dt.datetime(2026, 11, 26, 6, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)


def moments():
    """Around the instant: never, before, at, after."""
    return [None, NOW - SECOND, NOW, NOW + SECOND]


@pytest.mark.django_db
def test_row_and_queryset_agree_in_every_state():
    made = []
    for status, published, embargo, end in itertools.product(Article.Status.values, moments(), moments(), moments()):
        if (end and not (published and end > published)) or (status == "approved" and not published):
            continue  # the database refuses these: see test_constraints
        made.append(make_article(status=status, published_at=published, embargo_until=embargo, unpublish_at=end))
    visible = set(Article.objects.published(NOW).values_list("pk", flat=True))
    assert {article.pk for article in made if article.is_published_at(NOW)} == visible
    assert visible, "some state must be visible, or this test shows nothing"


@pytest.mark.django_db
@pytest.mark.parametrize(("instant", "visible"), [(NOW - SECOND, False), (NOW, True), (NOW + SECOND, True)])
def test_scheduled_article_is_live_on_its_second(instant, visible):
    """K01"""
    make_article(published_at=NOW)
    assert Article.objects.published(instant).exists() is visible


@pytest.mark.django_db
@pytest.mark.parametrize(("instant", "visible"), [(NOW - SECOND, True), (NOW, False)])
def test_article_leaves_on_the_second_of_its_withdrawal(instant, visible):
    make_article(published_at=NOW - 60 * SECOND, unpublish_at=NOW)
    assert Article.objects.published(instant).exists() is visible


@pytest.mark.django_db
def test_staff_see_what_is_theirs_and_readers_the_door(cast):
    draft = make_article(status="draft", published_at=None, created_by=cast.pigiste)
    signed = make_article(status="draft", published_at=None, authors=[make_author(user=cast.pigiste)])
    other = make_article(status="draft", published_at=None)
    public = make_article()
    assert set(Article.objects.visible_to(cast.pigiste)) == {draft, signed, public}
    assert set(Article.objects.visible_to(cast.editor)) == {draft, signed, other, public}
    for user in (AnonymousUser(), cast.subscriber, make_user(is_staff=False)):
        assert set(Article.objects.visible_to(user)) == {public}


@pytest.mark.django_db
def test_deactivated_staff_see_the_door_only(cast):
    make_article(status="draft", published_at=None)
    cast.editor.is_active = False
    assert not Article.objects.visible_to(cast.editor).exists()


@pytest.mark.django_db
def test_gone_means_that_readers_could_see_it():
    now = timezone.now()
    hour = dt.timedelta(hours=1)
    withdrawn = make_article(status="withdrawn", published_at=now - hour)
    expired = make_article(published_at=now - 2 * hour, unpublish_at=now - hour)
    make_article(status="draft", published_at=now - hour)
    make_article(published_at=now - 2 * hour, unpublish_at=now - hour, embargo_until=now + hour)
    make_article(published_at=now + hour)
    assert set(Article.objects.gone(now)) == {withdrawn, expired}
