"""Tags that mean the same become one, and nothing is lost: rows, working copies, addresses."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles import workflow, working_copy
from articles.models import Tag, TagAlias, TaggedArticle
from articles.tag_merging import MergeError, merge
from articles.workflow import Instants
from tests.articles.writing import draft, live
from tests.factories import make_article

pytestmark = pytest.mark.django_db
MERGE = "admin:articles_tag_merge"


@pytest.fixture
def tags(cast):
    """(kept, other): one article carries both, one the other alone."""
    make_article(tags=["Coton", "Cotton"])
    make_article(tags=["Cotton"])
    return Tag.objects.get(name="Coton"), Tag.objects.get(name="Cotton")


@pytest.fixture
def desk(client, cast):
    client.force_login(cast.editor, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_articles_keep_one_row_and_its_instant(cast, tags):
    kept, other = tags
    before = dict(TaggedArticle.objects.values_list("content_object", "published_at"))
    assert merge([other], into=kept, by=cast.editor) == 1
    assert dict(TaggedArticle.objects.filter(tag=kept).values_list("content_object", "published_at")) == before
    assert TaggedArticle.objects.count() == 2
    assert not Tag.objects.filter(name="Cotton").exists()


def test_open_working_copy_gets_the_kept_tag(cast, tags):
    """When it is opened next, and when it is published without having been opened."""
    kept, other = tags
    article, revision = draft(by=cast.editor, tags=["Cotton", "Coton", "Port"])
    merge([other], into=kept, by=cast.editor)
    assert working_copy.open_copy(article)[0]["tags"] == ["Coton", "Port"]
    workflow.publish(article, revision, Instants(), by=cast.editor)
    assert sorted(article.tags.values_list("name", flat=True)) == ["Coton", "Port"]


def test_former_address_leads_to_the_kept_tag(client, cast, tags):
    kept, other = tags
    merge([other], into=kept, by=cast.editor)
    answer = client.get(reverse("tag", args=[other.slug]))
    assert (answer.status_code, answer.url) == (301, kept.get_absolute_url())


def test_former_address_tells_nothing_while_no_reader_sees_the_tag(client, cast):
    make_article(status="draft", published_at=None, tags=["Secret", "Silence"])
    kept, other = Tag.objects.get(name="Secret"), Tag.objects.get(name="Silence")
    merge([other], into=kept, by=cast.editor)
    answer = client.get(reverse("tag", args=[other.slug]))
    assert answer.status_code == 404
    assert "secret" not in answer.text.lower()


def test_chains_lead_to_the_last(cast, tags):
    kept, other = tags
    last = Tag.objects.create(name="Filière coton", slug="filiere-coton")
    merge([other], into=kept, by=cast.editor)
    merge([kept], into=last, by=cast.editor)
    assert set(TagAlias.objects.values_list("name", "tag__name")) == {
        ("Cotton", "Filière coton"),
        ("Coton", "Filière coton"),
    }


def test_merging_needs_the_right_and_another_tag(cast, tags):
    kept, other = tags
    for person in (cast.pigiste, cast.journalist, cast.moderator):
        with pytest.raises(PermissionDenied):
            merge([other], into=kept, by=person)
    with pytest.raises(MergeError):
        merge([], into=kept, by=cast.editor)
    other.delete()
    with pytest.raises(MergeError):
        merge([Tag(pk=10**6)], into=kept, by=cast.editor)


def test_screen_previews_and_changes_nothing_before_the_post(desk, tags):
    kept, other = tags
    page = desk.get(reverse(MERGE), {"id": [kept.pk, other.pk]})
    assert page.context["total"] == "2 articles"
    assert Tag.objects.count() == 2
    answer = desk.post(reverse(MERGE), {"id": [kept.pk, other.pk], "into": kept.pk}, follow=True)
    assert "Coton" in str(next(iter(answer.context["messages"])))
    assert list(Tag.objects.all()) == [kept]


def test_screen_takes_in_a_tag_by_its_name(desk, tags):
    kept, other = tags
    answer = desk.get(reverse(MERGE), {"id": kept.pk, "name": "cotton"})
    assert f"id={other.pk}" in answer.url
    assert "Nimporte" in desk.get(reverse(MERGE), {"id": kept.pk, "name": "Nimporte"}).context["problem"]


@pytest.mark.parametrize("sent", [{}, {"id": ["x", "9" * 30, "²", "-1"]}, {"name": "\0"}, {"into": "1"}])
def test_odd_requests_are_answered_with_a_sentence(desk, sent):
    assert desk.get(reverse(MERGE), sent).status_code == 200
    answer = desk.post(reverse(MERGE), sent)
    assert answer.status_code == 422
    assert answer.context["problem"]


@pytest.mark.parametrize("role", ["pigiste", "journalist", "moderator"])
def test_screen_is_for_those_who_keep_the_tags(client, cast, tags, role):
    client.force_login(getattr(cast, role), backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(reverse(MERGE), {"id": [tag.pk for tag in tags]}).status_code == 403


def test_renamed_tag_keeps_its_former_name(desk, cast, tags):
    kept, _other = tags
    desk.post(reverse("admin:articles_tag_change", args=[kept.pk]), {"name": "Filière coton", "slug": "filiere"})
    article = live(by=cast.editor, tags=["Coton"])
    assert list(article.tags.all()) == [kept]


def test_tag_in_use_is_not_deleted(desk, tags):
    """D19"""
    answer = desk.post(reverse("admin:articles_tag_delete", args=[tags[1].pk]), {"post": "yes"})
    assert answer.status_code == 200
    assert "2 articles" in answer.text
    assert Tag.objects.count() == 2


def test_name_that_was_merged_is_not_taken_again(cast):
    """Or every link to its former address would lead nowhere."""
    make_article(tags=["Eau"])
    make_article(tags=["Fleuve"])
    merge([Tag.objects.get(name="Eau")], into=Tag.objects.get(name="Fleuve"), by=cast.editor)
    client = Client()
    client.force_login(cast.editor)
    for typed in ({"name": "eau", "slug": "de-l-eau"}, {"name": "L’eau", "slug": "eau"}):
        page = client.post(reverse("admin:articles_tag_add"), typed)
        assert "a été fusionné dans" in page.content.decode()
    assert client.get("/mot-cle/eau/").status_code == 301
    again = client.post(reverse("admin:articles_tag_add"), {"name": "FLEUVÉ", "slug": "fleuve-2"})
    assert "Le mot-clé «\xa0Fleuve\xa0» existe déjà." in again.content.decode()


def test_former_address_of_a_tag_that_readers_never_saw_leads_nowhere(cast, client):
    """Its name may belong to a story not yet told."""
    make_article(tags=["Arrestation"], published_at=timezone.now() + dt.timedelta(days=1))
    make_article(tags=["Justice"])
    merge([Tag.objects.get(name="Arrestation")], into=Tag.objects.get(name="Justice"), by=cast.editor)
    assert client.get("/mot-cle/arrestation/").status_code == 404
