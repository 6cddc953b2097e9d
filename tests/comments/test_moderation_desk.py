"""The desk of moderators: what it shows, in which order, and what its forms do."""

import datetime as dt
import re

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from comments import moderation, sanctions
from comments.models import Comment, Decision, Edit
from tests.comments.desk import deed, make_reason, make_report
from tests.comments.room import FRAGMENT, page_text
from tests.factories import make_article, make_comment, make_subscriber, make_user

pytestmark = pytest.mark.django_db
DESK = "admin:moderation"


@pytest.fixture(autouse=True)
def english(settings):
    settings.LANGUAGE_CODE = "en"


@pytest.fixture
def article():
    return make_article(headline="The port of Kayes")


@pytest.fixture
def held(article):
    text = "Zut alors, says he. Zutique is another word."
    return make_comment(
        article, make_user(public_name="Fatou"), state="held", held_for="word", held_word="zut", text=text
    )


def show(client, queue="held", **query):
    return client.get(reverse(DESK), {"queue": queue} | query)


def shown(response):
    return [card.comment.text for card in response.context["cards"]]


def aged(comment, **ago):
    Comment.objects.filter(pk=comment.pk).update(posted_at=timezone.now() - dt.timedelta(**ago))
    return comment


def test_what_waits_longest_comes_first_with_its_age(client, cast, article):
    for text, ago in [("newest", {"minutes": 5}), ("oldest", {"days": 3}), ("between", {"hours": 5})]:
        aged(make_comment(article, make_user(), state="held", held_for="link", text=text), **ago)
    make_comment(article, make_user(), text="visible")
    client.force_login(cast.moderator)
    page = show(client)
    assert shown(page) == ["oldest", "between", "newest"]
    words = page_text(page)
    assert all(age in words for age in ("waits 3 days", "waits 5", "waits 5"))
    assert [card.is_urgent for card in page.context["cards"]] == [True, True, False]


def test_why_it_is_held_and_the_word_itself(client, cast, held):
    client.force_login(cast.moderator)
    page = show(client).content.decode()
    assert "has a suspect word" in page
    assert "<mark>Zut</mark> alors" in page
    assert "Zutique is another" in page
    assert page.count("<mark>") == 1


def test_reported_ones_come_with_the_words_of_the_reports(client, cast, article):
    first, second, settled = (make_comment(article, make_user(), text=text) for text in ("first", "second", "settled"))
    make_report(settled, settled_at=timezone.now())
    make_report(first, words="He insults her.")
    make_report(second, words="So does he.")
    make_report(first, words="I find so too.")
    client.force_login(cast.moderator)
    page = show(client, "reported")
    assert shown(page) == ["first", "second"]
    assert "He insults her." in page_text(page)
    assert "2 reports" in page_text(page)


def test_mine_are_those_that_i_took_until_i_decided(client, cast, article):
    mine = make_comment(article, make_user(), text="mine")
    moderation.take(mine, by=cast.moderator)
    moderation.take(make_comment(article, make_user(), text="hers"), by=cast.editor)
    client.force_login(cast.moderator)
    assert shown(show(client, "mine")) == ["mine"]
    moderation.hold(mine, by=cast.moderator)
    assert shown(show(client, "mine")) == ["mine"]
    moderation.approve(mine, by=cast.moderator)
    assert shown(show(client, "mine")) == []
    make_report(mine)
    assert shown(show(client, "mine")) == ["mine"]


def test_recent_ones_newest_first_for_a_week(client, cast, article):
    aged(make_comment(article, make_user(), text="old"), days=8)
    aged(make_comment(article, make_user(), text="yesterday"), days=1)
    make_comment(article, make_user(), text="now", state="rejected")
    client.force_login(cast.moderator)
    assert shown(show(client, "recent")) == ["now", "yesterday"]


def test_the_person_is_told_of_in_numbers_measures_and_notes(client, cast, held):
    make_comment(held.article, held.author, state="rejected")
    sanctions.warn(held.author, reason="x", by=cast.moderator)
    sanctions.suspend(held.author, days=3, reason="y", by=cast.moderator)
    sanctions.note(held.author, text="A neighbour of the mayor.", by=cast.moderator)
    client.force_login(cast.moderator)
    words = " ".join(page_text(show(client)).split())
    for part in ("2 contributions", "1 rejected", "1 warning", "Suspension", "A neighbour of the mayor."):
        assert part in words


def test_the_thread_the_earlier_wordings_and_the_decisions_stand_beside(client, cast, article, held):
    head = make_comment(article, make_user(public_name="Head"), text="The question.")
    reply = make_comment(article, make_user(public_name="Reply"), text="The answer.", reply_to=head)
    Edit.objects.create(comment=reply, text="What it said before.")
    moderation.hold(reply, by=cast.moderator)
    client.force_login(cast.moderator)
    words = page_text(client.get(reverse("admin:moderation_one", args=[reply.pk])))
    for part in ("The question.", "The answer.", "What it said before.", "Kadia Modératrice", "The port of Kayes"):
        assert part in words
    assert held.text not in words


def test_an_earlier_wording_is_seen_by_nobody_else(client, cast, article):
    comment = make_comment(article, cast.subscriber, text="Now.")
    Edit.objects.create(comment=comment, text="What it said before.")
    for role in ("subscriber", "reader", "journalist"):
        client.force_login(getattr(cast, role))
        for address in (f"{article.get_absolute_url()}contributions/", reverse("my_contributions")):
            assert "What it said before." not in client.get(address).content.decode()


@pytest.mark.parametrize(("name", "state"), [("approve", "visible"), ("reject", "rejected")])
def test_one_form_decides_and_comes_back_with_the_way_to_undo(client, cast, held, name, state):
    client.force_login(cast.moderator)
    response = deed(client, name, held)
    assert (response.status_code, response["Location"]) == (303, f"{reverse(DESK)}?queue=held")
    held.refresh_from_db()
    assert held.state == state
    page = show(client)
    decision = Decision.objects.get()
    assert reverse("admin:moderation_undo", args=[decision.pk]) in page.content.decode()
    deed(client, "undo", decision)
    held.refresh_from_db()
    assert held.state == "held"
    assert "data-undo=" not in show(client).content.decode()


def test_a_reason_is_a_letter_that_can_be_changed(client, cast, held):
    reason = make_reason(title="Insult", text="Stay polite, please.")
    client.force_login(cast.moderator)
    page = client.get(reverse("admin:moderation_one", args=[held.pk]), {"reason": reason.pk}).content.decode()
    assert re.search(r"<textarea[^>]*>&#10;Stay polite, please.</textarea>", page)
    deed(client, "reject", held, reason=reason.pk, told="Stay polite, please, dear Awa.")
    assert Decision.objects.values_list("reason", "told").get() == ("Insult", "Stay polite, please, dear Awa.")


@pytest.mark.parametrize(
    ("fields", "told"), [({}, "Stay polite, please."), ({"told": ""}, ""), ({"told": "Mine."}, "Mine.")]
)
def test_one_tap_sends_the_words_of_the_reason(client, cast, held, fields, told):
    reason = make_reason(title="Insult", text="Stay polite, please.")
    client.force_login(cast.moderator)
    deed(client, "reject", held, reason=reason.pk, **fields)
    assert Decision.objects.get().told == told


@pytest.mark.parametrize("fields", [{"told": "kept " * 300}, {"reason": "99999"}, {"reason": "x", "told": "kept"}])
def test_a_bad_letter_is_refused_and_kept(client, cast, held, fields):
    client.force_login(cast.moderator)
    response = deed(client, "reject", held, **fields)
    assert response.status_code == 422
    assert fields.get("told", "")[:20] in response.content.decode()
    assert not Decision.objects.exists()


@pytest.mark.parametrize("headers", [None, FRAGMENT])
def test_the_second_moderator_is_told_and_keeps_the_letter(client, cast, held, headers):
    seen = moderation.seen_of(held)
    moderation.approve(held, by=cast.editor)
    client.force_login(cast.moderator)
    response = deed(client, "reject", held, headers=headers, seen=seen, told="A letter that took long.")
    assert response.status_code == 409
    words = page_text(response)
    assert "Ibrahim Rédacteur has decided already: Let through." in words
    assert headers or "A letter that took long." in words
    held.refresh_from_db()
    assert held.is_visible


def test_the_script_gets_the_card_alone(client, cast, held):
    client.force_login(cast.moderator)
    answer = deed(client, "approve", held, headers=FRAGMENT)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "<html" not in page
    assert reverse("admin:moderation_undo", args=[Decision.objects.get().pk]) in page
    again = deed(client, "undo", Decision.objects.get(), headers=FRAGMENT).content.decode()
    assert "Undone" in again
    assert 'data-key="a"' in again


def test_featured_taken_and_given_back_by_forms(client, cast, article):
    comment = make_comment(article, make_user())
    client.force_login(cast.moderator)
    for name, field, is_set in [
        ("feature", "featured_at", True),
        ("unfeature", "featured_at", False),
        ("take", "assigned_to_id", True),
        ("give_back", "assigned_to_id", False),
    ]:
        assert deed(client, name, comment).status_code == 303
        comment.refresh_from_db()
        assert bool(getattr(comment, field)) is is_set


def test_a_reason_whose_title_is_taken_is_refused_in_a_sentence(client, cast, settings):
    settings.LANGUAGE_CODE = "en"
    make_reason(title="Spam")
    client.force_login(cast.moderator)
    data = {"title": "Spam", "text": "Typed words.", "position": 1, "is_offered": "on"}
    page = page_text(client.post(reverse("admin:comments_rejectionreason_add"), data))
    assert "Another reason has this title already." in page
    assert "Typed words." in page
    assert client.post(reverse("admin:comments_rejectionreason_add"), data | {"title": "Other"}).status_code == 302


def test_nobody_takes_on_what_its_author_has_deleted(client, cast, article):
    comment = make_comment(article, make_user(), state="deleted", text="Kept words.")
    client.force_login(cast.moderator)
    page = client.get(reverse("admin:moderation_one", args=[comment.pk])).content.decode()
    assert "Kept words." in page
    assert reverse("admin:moderation_take", args=[comment.pk]) not in page
    assert deed(client, "take", comment).status_code == 409
    comment.refresh_from_db()
    assert comment.assigned_to is None


@pytest.mark.parametrize("role", ["reader", "subscriber", "pigiste", "journalist", "subscriptions_desk"])
def test_nobody_else_comes_to_the_desk(client, cast, held, role):
    """H01: by id, by form, by the export."""
    decision = moderation.reject(held, by=cast.moderator)
    client.force_login(getattr(cast, role))
    looks = [("moderation", []), ("moderation_people", []), ("moderation_figures", [])]
    looks += [("moderation_one", [held.pk]), ("moderation_person", [held.author_id])]
    deeds = [(f"moderation_{name}", [held.pk]) for name in ("approve", "reject", "hold", "keep", "feature", "take")]
    deeds += [("moderation_undo", [decision.pk])]
    deeds += [("moderation_export_articles", [held.article_id, "csv"])]
    deeds += [("moderation_export_people", [held.author_id, "json"])]
    answers = [client.get(reverse(f"admin:{name}", args=keys)) for name, keys in looks]
    answers += [client.post(reverse(f"admin:{name}", args=keys)) for name, keys in deeds]
    assert {answer.status_code for answer in answers} <= {302, 403}
    assert "Zut" not in "".join(answer.content.decode() for answer in answers)
    held.refresh_from_db()
    assert held.state == "rejected"


def test_looking_decides_nothing(client, cast, held):
    client.force_login(cast.moderator)
    for name in ("approve", "reject", "hold", "keep", "feature", "take", "give_back"):
        assert client.get(reverse(f"admin:moderation_{name}", args=[held.pk])).status_code == 405
    assert not Decision.objects.exists()


def test_the_decision_of_another_is_not_found(client, cast, held):
    """H01."""
    decision = moderation.reject(held, by=cast.editor)
    client.force_login(cast.moderator)
    assert deed(client, "undo", decision).status_code == 404
    held.refresh_from_db()
    assert held.state == "rejected"


@pytest.mark.parametrize("query", [{"queue": "nothing"}, {"page": "99"}, {"page": "x"}, {"queue": "\0", "page": "-1"}])
def test_an_odd_question_gets_the_first_queue(client, cast, held, query):
    client.force_login(cast.moderator)
    assert held.text in page_text(client.get(reverse(DESK), query)).replace("  ", " ").replace(
        "Zut  alors", "Zut alors"
    )


def test_what_is_not_there_is_not_found(client, cast):
    client.force_login(cast.moderator)
    for pk in (1, 10**18):
        assert client.get(reverse("admin:moderation_one", args=[pk])).status_code == 404
        assert client.post(reverse("admin:moderation_approve", args=[pk])).status_code == 404


def test_a_withdrawn_article_has_no_link_to_the_room(client, cast, held):
    Article.objects.update(status=Article.Status.WITHDRAWN)
    client.force_login(cast.moderator)
    page = client.get(reverse("admin:moderation_one", args=[held.pk])).content.decode()
    assert f"{held.article.get_absolute_url()}contributions/" not in page


def test_people_are_found_by_name_and_no_address_is_told(client, cast, held):
    make_comment(held.article, make_subscriber(email="oumar@example.org", public_name="Oumar", name="Real Name"))
    client.force_login(cast.moderator)
    page = client.get(reverse("admin:moderation_people"))
    assert [person.public_name for person in page.context["people"]] == ["Fatou", "Oumar"]
    found = client.get(reverse("admin:moderation_people"), {"q": "oum"})
    assert [person.public_name for person in found.context["people"]] == ["Oumar"]
    assert "oumar@example.org" not in found.content.decode() + page.content.decode()
    assert "Real Name" not in found.content.decode()


@pytest.mark.parametrize("queue", ["held", "reported", "recent", "mine"])
def test_the_desk_takes_the_same_queries_however_many_wait(client, cast, queue, django_assert_num_queries):
    """Session, person, rights (2); the counts of three queues, what can be undone, the reasons; of the queue its
    length, its keys and its rows; reports, wordings and decisions; four about the persons."""
    client.force_login(cast.moderator)
    queries = []
    for _round in range(2):
        for _ in range(4):
            row = make_comment(make_article(), make_user(), state="held", held_for="link", assigned_to=cast.moderator)
            seen = make_comment(make_article(), make_user(), assigned_to=cast.moderator)
            make_report(seen)
            Edit.objects.create(comment=seen, text="x")
            Edit.objects.create(comment=row, text="x")
            sanctions.note(row.author, text="x", by=cast.moderator)
        with django_assert_num_queries(20) as counted:
            show(client, queue)
        queries.append(len(counted))
    assert queries[0] == queries[1]


def test_the_page_of_a_person_takes_the_same_queries(client, cast, django_assert_num_queries):
    """As the desk; the person and whether they contributed; measures, those in force, notes, the reasons to choose
    from."""
    person = make_subscriber()
    sanctions.suspend(person, days=1, reason="x", by=cast.moderator)
    client.force_login(cast.moderator)
    for _round in range(2):
        for _ in range(6):
            make_report(make_comment(make_article(), person))
        sanctions.warn(person, reason="x", by=cast.moderator)
        with django_assert_num_queries(29):
            client.get(reverse("admin:moderation_person", args=[person.pk]))
