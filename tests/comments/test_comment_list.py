"""The list of all contributions finds, and leads to the desk; nobody changes words, and nobody else moderates."""

import pytest
from django.urls import reverse

from articles.models import Article
from comments.models import Comment, room_address
from tests.comments.desk import deed
from tests.factories import make_article, make_comment, make_user

pytestmark = pytest.mark.django_db
LIST = "admin:comments_comment_changelist"


@pytest.fixture
def comment():
    return make_comment(make_article(), make_user(public_name="Fatou"), text="A remark that is seen.")


def test_a_rejected_contribution_leaves_the_room_and_comes_back(client, cast, comment):
    def room():
        client.force_login(cast.subscriber)
        return client.get(room_address(comment.article)).content.decode()

    client.force_login(cast.moderator)
    deed(client, "reject", comment)
    assert comment.text not in room()
    client.force_login(cast.moderator)
    deed(client, "approve", comment)
    assert comment.text in room()


@pytest.mark.parametrize("role", ["reader", "subscriber", "pigiste", "journalist", "subscriptions_desk"])
def test_nobody_else_moderates(client, cast, comment, role):
    """H01: at the desk, by the list, by the page of a contribution."""
    client.force_login(getattr(cast, role))
    answers = [deed(client, "reject", comment), client.get(reverse(LIST)), client.get(page_of(comment))]
    assert {answer.status_code for answer in answers} <= {302, 403}
    assert comment.text not in "".join(answer.content.decode() for answer in answers)
    comment.refresh_from_db()
    assert comment.is_visible


def page_of(comment, verb="change"):
    return reverse(f"admin:comments_comment_{verb}", args=[comment.pk])


def test_a_moderator_changes_deletes_and_adds_nothing(client, cast, comment):
    client.force_login(cast.moderator)
    assert client.get(page_of(comment)).status_code == 200
    assert client.post(page_of(comment), {"text": "Other words.", "state": "hidden"}).status_code == 403
    assert client.post(page_of(comment, "delete"), {"post": "yes"}).status_code == 403
    assert client.get(reverse("admin:comments_comment_add")).status_code == 403
    client.post(reverse(LIST), {"action": "delete_selected", "_selected_action": [comment.pk]})
    comment.refresh_from_db()
    assert (comment.text, comment.state) == ("A remark that is seen.", Comment.State.VISIBLE)


def test_the_list_finds_by_words_name_and_headline(client, cast, comment):
    make_comment(make_article(), make_user(public_name="Oumar"), text="Another.")
    client.force_login(cast.moderator)
    for words in ("remark", "Fatou", comment.article.headline):
        page = client.get(reverse(LIST), {"q": words}).content.decode()
        assert comment.text in page
        assert "Another." not in page


def test_the_list_tells_no_headline_of_a_working_copy(client, cast, comment):
    Article.objects.update(working_title="Not yet told")
    client.force_login(cast.moderator)
    for address in (reverse(LIST), page_of(comment)):
        page = client.get(address).content.decode()
        assert comment.article.headline in page
        assert "Not yet told" not in page


def test_the_list_takes_the_same_queries_however_long(client, cast, django_assert_max_num_queries):
    """Session, person, rights (2), count, the rows with article and author, and the filter of dates."""
    for _ in range(12):
        make_comment(make_article(), make_user())
    client.force_login(cast.moderator)
    with django_assert_max_num_queries(9):
        client.get(reverse(LIST))


def test_a_contribution_whose_article_is_hidden_has_no_link_to_the_room(client, cast, comment):
    client.force_login(cast.moderator)
    assert room_address(comment.article) in client.get(page_of(comment)).content.decode()
    Article.objects.update(status=Article.Status.WITHDRAWN)
    assert room_address(comment.article) not in client.get(page_of(comment)).content.decode()
