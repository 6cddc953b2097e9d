"""The charter is agreed to once, at the first contribution, and never asked again."""

import pytest

from comments.models import Comment, Contributor, room_address
from tests.comments.room import send
from tests.factories import make_article, make_page, make_subscriber

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return make_article()


@pytest.fixture
def charter():
    return make_page(purpose="charter", slug="charte")


@pytest.fixture
def person():
    return make_subscriber(public_name="Fatou")


@pytest.fixture
def member(client, person):
    client.force_login(person)
    return client


def asks(client, article):
    return 'name="agrees"' in client.get(room_address(article)).content.decode()


def test_who_has_not_agreed_is_asked_and_nothing_is_lost(member, article, charter):
    assert asks(member, article)
    response = send(member, article, "My first.")
    page = response.content.decode()
    assert response.status_code == 422
    assert 'id="agrees-error"' in page
    assert "My first.</textarea>" in page
    assert not Comment.objects.exists()
    assert not Contributor.objects.exists()


def test_who_agrees_is_asked_no_more(member, article, charter, person):
    assert send(member, article, "My first.", agrees="on").status_code == 303
    agreed = Contributor.objects.get(person=person).charter_accepted_at
    assert agreed
    assert not asks(member, article)
    assert send(member, article, "My second.").status_code == 303
    assert send(member, article, "My third.", agrees="on").status_code == 303
    assert Contributor.objects.get(person=person).charter_accepted_at == agreed


def test_the_box_stays_ticked_where_the_text_is_refused(member, article, charter):
    page = send(member, article, "", agrees="on").content.decode()
    assert 'name="agrees" type="checkbox" value="on" required checked' in page


def test_without_a_charter_nobody_is_asked(member, article):
    make_page(purpose="charter", is_published=False)
    assert not asks(member, article)
    assert send(member, article, "My first.").status_code == 303
    make_page(purpose="")
    assert not asks(member, article)


def test_who_wrote_before_there_was_a_charter_is_asked_once_it_is_there(member, article):
    send(member, article, "My first.")
    make_page(purpose="charter")
    assert asks(member, article)
