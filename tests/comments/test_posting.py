"""A subscriber writes: the text is kept as typed, once, where it belongs."""

import threading
import uuid

import pytest
from django.db import connection
from django.test import Client

from comments.models import LONGEST, Comment, room_address
from comments.paging import SIZE
from tests.comments.room import FRAGMENT, send
from tests.factories import make_article, make_comment, make_subscriber, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return make_article()


@pytest.fixture
def writer(client, cast):
    client.force_login(cast.subscriber)
    return client


def test_a_subscriber_posts_and_sees_the_contribution(writer, cast, article):
    response = send(writer, article, "My own remark.")
    comment = Comment.objects.get()
    assert response.status_code == 303
    assert response["Location"] == f"{room_address(article)}#c{comment.pk}"
    assert (comment.article, comment.author, comment.text) == (article, cast.subscriber, "My own remark.")
    room = writer.get(response["Location"]).content.decode()
    assert "My own remark." in room
    assert cast.subscriber.public_name in room


def test_the_script_of_the_page_gets_the_new_room(writer, article):
    """H03."""
    response = send(writer, article, "My own remark.", headers=FRAGMENT)
    assert response.status_code == 201
    assert response["Location"].endswith(f"#c{Comment.objects.get().pk}")
    assert "My own remark." in response.content.decode().split("</form>")[1]
    assert "<html" not in response.content.decode()


def test_an_answer_joins_its_thread(writer, article):
    head = make_comment(article, make_user())
    send(writer, article, "An answer.", reply_to=head.pk)
    assert Comment.objects.get(text="An answer.").reply_to == head


def test_an_answer_to_an_answer_joins_the_same_thread(writer, article):
    head = make_comment(article, make_user())
    answer = make_comment(article, make_user(), reply_to=head)
    send(writer, article, "An answer to it.", reply_to=answer.pk)
    assert Comment.objects.get(text="An answer to it.").reply_to == head


def test_an_answer_in_an_old_thread_is_found_where_the_person_is_led(writer, article):
    head = make_comment(article, make_user())
    for _ in range(SIZE):
        make_comment(article, make_user())
    response = send(writer, article, "A late answer.", reply_to=head.pk)
    assert "A late answer." not in writer.get(room_address(article)).content.decode()
    assert "A late answer." in writer.get(response["Location"]).content.decode()


def test_a_form_that_is_sent_twice_is_one_contribution(writer, article):
    """H06."""
    key = uuid.uuid4()
    first, second = send(writer, article, "Once.", key=key), send(writer, article, "Once.", key=key)
    assert Comment.objects.count() == 1
    assert first["Location"] == second["Location"]


def test_a_form_that_is_sent_again_with_another_text_loses_neither(writer, article):
    key = uuid.uuid4()
    send(writer, article, "First.", key=key)
    response = send(writer, article, "Second.", key=key)
    assert response.status_code == 422
    page = response.content.decode()
    assert "Second.</textarea>" in page
    assert str(key) not in page
    assert [comment.text for comment in Comment.objects.all()] == ["First."]


def test_a_key_that_another_person_used_gives_nothing_of_theirs(writer, article):
    """H01."""
    other = make_comment(article, make_user(), text="Theirs.")
    response = send(writer, article, "Theirs.", key=other.key)
    assert response.status_code == 422
    assert Comment.objects.count() == 1


def test_the_first_contribution_asks_for_a_public_name(client, article):
    user = make_subscriber()
    client.force_login(user)
    assert 'name="public_name"' in client.get(room_address(article)).content.decode()
    assert send(client, article, "My first.", public_name="Fatou D.").status_code == 303
    user.refresh_from_db()
    assert user.public_name == "Fatou D."
    assert 'name="public_name"' not in client.get(room_address(article)).content.decode()


def test_a_name_once_chosen_stays(writer, cast, article):
    send(writer, article, public_name="Somebody Else")
    cast.subscriber.refresh_from_db()
    assert cast.subscriber.public_name == "Bakary"


@pytest.mark.parametrize("name", ["", "Rédaction", "FATOU d", "x" * 41, "Fa\0tou", "me@example.org"])
def test_a_name_that_cannot_be_is_refused_and_nothing_is_lost(client, article, name):
    make_user(public_name="Fatou D.")
    user = make_subscriber()
    client.force_login(user)
    response = send(client, article, "My first.", public_name=name)
    page = response.content.decode()
    assert response.status_code == 422
    assert 'id="public-name-error"' in page
    assert "My first.</textarea>" in page
    assert not Comment.objects.exists()
    user.refresh_from_db()
    assert user.public_name == ""


@pytest.mark.parametrize(
    "text", ["", "   \n\t\r\n ", "\u200b\u2060", "\x07\x1b", "nul \0 inside", "x" * (LONGEST + 1), "é" * 25_000]
)
def test_a_text_that_cannot_be_is_refused_beside_the_field_and_kept(writer, article, text):
    response = send(writer, article, text)
    page = response.content.decode()
    assert response.status_code == 422
    assert 'id="contribution-error"' in page
    assert 'aria-invalid="true"' in page
    assert f">&#10;{text}</textarea>".replace("\r\n", "\n") in page.replace("\r\n", "\n")
    assert not Comment.objects.exists()


def test_the_longest_text_is_accepted_however_lines_end(writer, article):
    text = "é" * (LONGEST - 2) + "\r\nx"
    assert send(writer, article, text).status_code == 303
    assert len(Comment.objects.get().text) == LONGEST


def test_a_refused_text_can_be_sent_again_from_the_page_that_refused_it(writer, article):
    key = uuid.uuid4()
    page = send(writer, article, "", key=key).content.decode()
    assert f'name="key" value="{key}"' in page


@pytest.mark.parametrize("key", ["", "x", "0" * 40])
def test_a_form_without_a_good_key_gets_one_and_keeps_the_text(writer, article, key):
    response = send(writer, article, "Kept.", key=key)
    assert response.status_code == 422
    assert "Kept.</textarea>" in response.content.decode()
    assert f'name="key" value="{key}"' not in response.content.decode()


@pytest.mark.parametrize("where", ["elsewhere", "hidden", "under a hidden head", "nowhere", "no number", "too large"])
def test_an_answer_to_what_is_not_there_is_refused_and_can_be_sent_on_its_own(writer, article, where):
    """H01."""
    head = make_comment(article, make_user(), state=Comment.State.REJECTED)
    targets = {
        "elsewhere": make_comment(make_article(), make_user()).pk,
        "hidden": head.pk,
        "under a hidden head": make_comment(article, make_user(), reply_to=head).pk,
        "nowhere": 0,
        "no number": "x",
        "too large": "9" * 5000,
    }
    response = send(writer, article, "Kept.", reply_to=targets[where])
    page = response.content.decode()
    assert response.status_code == 422
    assert "comment-form__error" in page
    assert "Kept.</textarea>" in page
    assert 'name="reply_to"' not in page
    assert not Comment.objects.filter(text="Kept.").exists()


def test_the_links_of_a_page_that_refused_lead_to_the_room(writer, article):
    for _ in range(SIZE + 1):
        make_comment(article, make_user())
    page = send(writer, article, "").content.decode()
    assert f'href="{room_address(article)}?avant=' in page
    assert "publier/?" not in page


def test_the_address_of_posting_takes_nothing_but_posts(writer, article):
    for method in ("get", "head", "put", "patch", "delete"):
        assert getattr(writer, method)(f"{room_address(article)}publier/").status_code == 405


def test_a_post_from_another_site_is_refused(cast, article):
    from_elsewhere = Client(enforce_csrf_checks=True)
    from_elsewhere.force_login(cast.subscriber)
    assert send(from_elsewhere, article).status_code == 403
    assert not Comment.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("named", [True, False], ids=["with a name", "choosing the name"])
def test_four_requests_with_one_form_make_one_contribution(named):
    """H06: the unique key decides, on both databases."""
    user = make_subscriber(public_name="Fatou" if named else "")
    article, key = make_article(), uuid.uuid4()
    clients, locations, start = [Client() for _ in range(4)], [], threading.Barrier(4)
    for client in clients:
        client.force_login(user)

    def post(client):
        start.wait()
        locations.append(send(client, article, "Once.", key=key, public_name="Fatou").headers.get("Location"))
        connection.close()

    threads = [threading.Thread(target=post, args=[one]) for one in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    comment = Comment.objects.get()
    assert locations == [f"{room_address(article)}#c{comment.pk}"] * 4
