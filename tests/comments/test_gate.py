"""Nobody but a current subscriber gets a word, a name or a number of the room."""

from urllib.parse import quote

import pytest
from django.urls import reverse

from comments.models import room_address
from tests.comments.room import FRAGMENT, page_text, send
from tests.factories import make_article, make_comment, make_user

pytestmark = pytest.mark.django_db
WORD, NAME = "Zanzibarite", "Quetzalcoatl"


@pytest.fixture
def article():
    found = make_article(slug="ceremony")
    author = make_user(public_name=NAME)
    for _ in range(3):
        make_comment(found, author, text=WORD)
    return found


def told(response):
    return f"{response.content.decode()}\n{response.headers}"


def test_an_anonymous_person_is_led_to_sign_in_and_back(client, article):
    response = client.get(room_address(article))
    assert response.status_code == 302
    assert response["Location"] == f"{reverse('account_login')}?next={room_address(article)}"


@pytest.mark.parametrize("role", ["reader", "lapsed", "subscriptions_desk", "journalist"])
def test_whoever_has_no_current_subscription_meets_the_gate(client, cast, article, role, settings):
    settings.LANGUAGE_CODE = "en"
    client.force_login(getattr(cast, role))
    response = client.get(room_address(article))
    assert response.status_code == 200
    assert "The contributions area is reserved for subscribers." in page_text(response)
    assert reverse("plans") in response.content.decode()
    assert "<form" not in response.content.decode().split('id="contributions"')[1].split("</section>")[0]


@pytest.mark.parametrize("role", ["anonymous", "reader", "lapsed", "subscriptions_desk", "journalist"])
@pytest.mark.parametrize("headers", [{}, FRAGMENT])
def test_the_gate_lets_nothing_of_the_room_through(client, cast, article, role, headers):
    """Neither reading nor trying to write tells words or names."""
    if role != "anonymous":
        client.force_login(getattr(cast, role))
    head = article.comments.first()
    responses = [
        client.get(room_address(article), headers=headers),
        client.get(room_address(article), {"repondre": head.pk}, headers=headers),
        client.get(room_address(article), {"avant": "1-1"}, headers=headers),
        send(client, article, "mine", headers=headers),
        send(client, article, "mine", reply_to=head.pk, headers=headers),
    ]
    for response in responses:
        assert WORD not in told(response)
        assert NAME not in told(response)


@pytest.mark.parametrize("role", ["anonymous", "reader", "lapsed"])
def test_the_script_of_the_page_gets_nothing(client, cast, article, role):
    if role != "anonymous":
        client.force_login(getattr(cast, role))
    response = client.get(room_address(article), headers=FRAGMENT)
    assert (response.status_code, response.content) == (204, b"")
    assert "no-store" in response["Cache-Control"]


def without_address(answer, article):
    """The room in the answer; the address of the article and of the room stand in links, and in addresses of links."""
    room = answer.content.decode().split('id="contributions"')[1]
    for address in (room_address(article), article.get_absolute_url()):
        room = room.replace(address, "").replace(quote(address, safe=""), "")
    return room


def test_the_gate_answers_alike_for_an_empty_and_a_full_room(client, cast, article):
    """Also where the number could be read from the length of the page."""
    empty = make_article(
        slug="ceremony", headline=article.headline, published_at=article.published_at.replace(year=2024)
    )
    client.force_login(cast.reader)
    full_page, empty_page = (without_address(client.get(room_address(one)), one) for one in (article, empty))
    assert full_page == empty_page
