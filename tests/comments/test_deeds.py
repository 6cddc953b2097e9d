"""To appreciate, report, ignore, change and delete: who may, once, and nothing on what is not theirs to touch."""

import datetime as dt
import threading

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from articles.models import Article
from comments import editing, taking_part
from comments.models import Appreciation, Comment, Ignored, Report, Sanction, room_address
from tests.comments.room import FRAGMENT, page_text
from tests.factories import make_article, make_comment, make_subscriber, make_user

pytestmark = pytest.mark.django_db
POSTS = [
    "apprecier/",
    "ne-plus-apprecier/",
    "signaler/envoyer/",
    "ignorer/",
    "ne-plus-ignorer/",
    "modifier/enregistrer/",
    "supprimer/confirmer/",
]
PAGES = ["signaler/", "modifier/", "supprimer/", ""]
WHOLE = {"text": "Other words.", "reason": "hate", "words": "See there."}


@pytest.fixture(autouse=True)
def english(settings):
    settings.LANGUAGE_CODE = "en"


@pytest.fixture
def article():
    return make_article()


@pytest.fixture
def theirs(article):
    return make_comment(article, make_subscriber(public_name="Fatou"), text="Theirs.")


@pytest.fixture
def mine(article, cast):
    return make_comment(article, cast.subscriber, text="Mine.")


@pytest.fixture
def member(client, cast):
    client.force_login(cast.subscriber)
    return client


def at(comment, deed=""):
    return f"{room_address(comment.article)}{comment.pk}/{deed}"


# These say in words why not, also to those who learn nothing of the contribution, and give back what was typed.
TYPED = {"apprecier/", "ne-plus-apprecier/", "signaler/envoyer/", "modifier/enregistrer/"}


def rows():
    """Everything that a deed could have changed."""
    models = (Comment, Appreciation, Report, Ignored)
    return [sorted(map(repr, model.objects.values_list())) for model in models]


@pytest.mark.parametrize("deed", POSTS + PAGES)
@pytest.mark.parametrize("role", ["anonymous", "reader", "lapsed", "journalist"])
def test_who_may_not_read_the_room_learns_and_changes_nothing(client, cast, theirs, deed, role):
    """H01, H03: a contribution that is there and one that is not are answered alike."""
    if role != "anonymous":
        client.force_login(getattr(cast, role))
    before = rows()
    ask = client.post if deed in POSTS else client.get
    addresses = [f"{room_address(theirs.article)}{pk}/{deed}" for pk in (theirs.pk, theirs.pk + 100)]
    for headers in ({}, FRAGMENT):
        found, missing = (ask(address, WHOLE, headers=headers) for address in addresses)
        assert found.status_code == missing.status_code == (302 if deed == "" else 403 if deed in TYPED else 404)
        assert found.headers.get("Location") == missing.headers.get("Location")
        assert "Theirs." not in found.content.decode()
        assert "Fatou" not in found.content.decode()
    assert rows() == before


@pytest.mark.parametrize("deed", ["modifier/enregistrer/", "supprimer/confirmer/"])
def test_words_of_another_are_nobodys_to_change(member, theirs, deed):
    """H01."""
    before = rows()
    assert member.post(at(theirs, deed), WHOLE).status_code == 403
    assert rows() == before


@pytest.mark.parametrize("deed", ["modifier/", "supprimer/"])
def test_the_forms_for_words_of_another_are_refused(member, theirs, deed):
    assert member.get(at(theirs, deed)).status_code == 403


@pytest.mark.parametrize("deed", ["apprecier/", "signaler/envoyer/", "ignorer/"])
def test_nobody_appreciates_reports_or_ignores_themselves(member, mine, deed):
    before = rows()
    assert member.post(at(mine, deed), WHOLE).status_code == 403
    assert rows() == before


@pytest.mark.parametrize("deed", POSTS)
@pytest.mark.parametrize("state", ["held", "rejected", "deleted"])
def test_what_is_not_in_the_room_is_touched_by_nobody(member, theirs, deed, state):
    Comment.objects.filter(pk=theirs.pk).update(state=state, held_for="link")
    before = rows()
    assert member.post(at(theirs, deed), WHOLE).status_code == 404
    assert rows() == before


@pytest.mark.parametrize("deed", POSTS)
def test_a_contribution_of_another_article_is_not_found(member, theirs, deed):
    before = rows()
    elsewhere = f"{room_address(make_article())}{theirs.pk}/{deed}"
    assert member.post(elsewhere, WHOLE).status_code == 404
    assert rows() == before


@pytest.mark.parametrize("deed", POSTS)
def test_a_deed_is_a_post(member, theirs, deed):
    """D13."""
    assert member.get(at(theirs, deed)).status_code == 405


@pytest.mark.parametrize("deed", POSTS)
def test_a_deed_that_another_site_posts_is_refused(cast, theirs, deed):
    from_elsewhere = Client(enforce_csrf_checks=True)
    from_elsewhere.force_login(cast.subscriber)
    assert from_elsewhere.post(at(theirs, deed), WHOLE).status_code == 403


@pytest.mark.parametrize("deed", [deed for deed in POSTS if "ignorer" not in deed and "supprimer" not in deed])
def test_a_banned_person_takes_part_no_more(member, cast, mine, theirs, deed):
    """A ban also stops changes, appreciations and reports; the text that was sent comes back."""
    Sanction.objects.create(person=cast.subscriber, kind="ban", reason="Insults.")
    own = deed.startswith("modifier")
    before = rows()
    for headers in ({}, FRAGMENT):
        response = member.post(at(mine if own else theirs, deed), WHOLE, headers=headers)
        assert response.status_code == 403
        assert "Insults." in page_text(response)
        assert f'href="{at(mine if own else theirs)}"' in response.content.decode()
    if deed.startswith("modifier"):
        assert "Other words." in response.content.decode()
    assert rows() == before


@pytest.mark.parametrize("headers", [{}, FRAGMENT], ids=["page", "fragment"])
@pytest.mark.parametrize("barred", ["banned", "suspended", "closed"])
def test_ones_own_words_can_always_be_taken_out(member, cast, mine, theirs, *, barred, headers):
    if barred == "closed":
        Article.objects.update(comments_open=False)
    else:
        until = timezone.now() + dt.timedelta(days=3) if barred == "suspended" else None
        kind = "suspension" if until else "ban"
        Sanction.objects.create(person=cast.subscriber, kind=kind, until=until, reason="Insults.")
    room = member.get(room_address(mine.article)).content.decode()
    assert f"{at(mine)}supprimer/" in room
    assert f"{at(mine)}modifier/" not in room
    assert f"{at(theirs)}supprimer/" not in room
    assert "Delete your contribution?" in page_text(member.get(at(mine, "supprimer/"), headers=headers))
    assert member.post(at(mine, "supprimer/confirmer/"), headers=headers).status_code == (200 if headers else 303)
    mine.refresh_from_db()
    assert mine.state == "deleted"
    assert member.post(at(theirs, "supprimer/confirmer/"), headers=headers).status_code == 403
    theirs.refresh_from_db()
    assert theirs.state == "visible"


@pytest.mark.parametrize("headers", [{}, FRAGMENT], ids=["page", "fragment"])
def test_what_cannot_be_done_is_said_before_anything_is_typed(member, mine, headers):
    Comment.objects.update(posted_at=timezone.now() - editing.EDITABLE_FOR)
    refused = {"modifier/": "they are over", "signaler/": "is your own"}
    for deed, words in refused.items():
        response = member.get(at(mine, deed), headers=headers)
        assert response.status_code == 403
        assert words in page_text(response)
        assert "<textarea" not in response.content.decode()
        assert f'href="{at(mine)}"' in response.content.decode()


def test_a_report_of_ones_own_is_refused_in_words_and_given_back(member, mine):
    response = member.post(at(mine, "signaler/envoyer/"), WHOLE)
    assert response.status_code == 403
    assert "is your own" in page_text(response)
    assert "See there.</textarea>" in response.content.decode()


@pytest.mark.parametrize("headers", [{}, FRAGMENT], ids=["page", "fragment"])
def test_an_appreciation_counts_once_and_is_taken_back_once(member, theirs, headers):
    for deed, count in [("apprecier/", 1), ("apprecier/", 1), ("ne-plus-apprecier/", 0), ("ne-plus-apprecier/", 0)]:
        response = member.post(at(theirs, deed), headers=headers)
        theirs.refresh_from_db()
        assert theirs.appreciations == Appreciation.objects.count() == count
    if headers:
        assert response.status_code == 200
        assert f'id="{theirs.anchor}"' in response.content.decode()
        assert "<html" not in response.content.decode()
    else:
        assert response.status_code == 303
        assert response["Location"] == f"{room_address(theirs.article)}#{theirs.anchor}"


@pytest.mark.django_db(transaction=True)
def test_appreciations_that_arrive_together_are_counted_right():
    theirs = make_comment(make_article(), make_user())
    people, start = [make_subscriber() for _ in range(3)] * 2, threading.Barrier(6)

    def press(person):
        start.wait()
        taking_part.appreciate(theirs, by=person)
        connection.close()

    threads = [threading.Thread(target=press, args=[person]) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    theirs.refresh_from_db()
    assert theirs.appreciations == Appreciation.objects.count() == 3


def test_a_report_has_a_reason_and_counts_once(member, cast, theirs):
    page = member.get(at(theirs, "signaler/"))
    assert "Report the contribution of Fatou" in page_text(page)
    for reason in ("privacy", "hate"):
        assert (
            member.post(at(theirs, "signaler/envoyer/"), {"reason": reason, "words": "His phone."}).status_code == 303
        )
    report = Report.objects.get()
    assert (report.person, report.reason, report.words) == (cast.subscriber, "privacy", "His phone.")
    room = page_text(member.get(room_address(theirs.article)))
    assert "You reported this contribution" in room


def test_others_do_not_see_that_something_was_reported(client, cast, theirs):
    Report.objects.create(comment=theirs, person=cast.subscriber, reason="hate")
    client.force_login(theirs.author)
    assert "reported" not in page_text(client.get(room_address(theirs.article)))


@pytest.mark.parametrize("fields", [{}, {"reason": ""}, {"reason": "x"}, {"reason": "hate", "words": "x" * 301}])
@pytest.mark.parametrize("headers", [{}, FRAGMENT], ids=["page", "fragment"])
def test_a_report_that_cannot_be_is_refused_in_words_and_kept(member, theirs, fields, headers):
    response = member.post(at(theirs, "signaler/envoyer/"), {"words": "My words.", **fields}, headers=headers)
    assert response.status_code == 422
    assert 'role="alert"' in response.content.decode()
    assert f">&#10;{fields.get('words', 'My words.')}</textarea>" in response.content.decode()
    assert not Report.objects.exists()


def test_whom_one_ignores_is_folded_for_oneself_alone(client, cast, article, theirs):
    client.force_login(cast.subscriber)
    assert client.post(at(theirs, "ignorer/")).status_code == 303
    assert client.post(at(theirs, "ignorer/"), headers=FRAGMENT).status_code == 204
    page = client.get(room_address(article), headers=FRAGMENT).content.decode()
    assert "You ignore this person" in page
    assert page.count("comment--folded") == Ignored.objects.count() == 1
    client.force_login(make_subscriber())
    assert "comment--folded" not in client.get(room_address(article)).content.decode()
    client.force_login(cast.subscriber)
    client.post(at(theirs, "ne-plus-ignorer/"))
    assert "comment--folded" not in client.get(room_address(article)).content.decode()


def test_the_account_lists_whom_one_ignores_and_reads_them_again(member, cast, theirs):
    other = make_subscriber()
    row = Ignored.objects.create(person=other, other=theirs.author)
    member.post(at(theirs, "ignorer/"))
    page = member.get("/compte/contributions/ignores/")
    assert "Fatou" in page_text(page)
    assert str(theirs.author.email) not in page.content.decode()
    assert member.post(f"/compte/contributions/ignores/{row.pk}/relire/").status_code == 404
    mine = Ignored.objects.get(person=cast.subscriber)
    assert member.get(f"/compte/contributions/ignores/{mine.pk}/relire/").status_code == 405
    assert member.post(f"/compte/contributions/ignores/{mine.pk}/relire/").status_code == 303
    assert "You ignore nobody." in page_text(member.get("/compte/contributions/ignores/"))
    assert Ignored.objects.get() == row


@pytest.mark.parametrize("headers", [{}, FRAGMENT], ids=["page", "fragment"])
def test_words_change_within_five_minutes_and_those_before_are_kept(member, mine, headers):
    assert "Mine.</textarea>" in member.get(at(mine, "modifier/"), headers=headers).content.decode()
    response = member.post(at(mine, "modifier/enregistrer/"), {"text": "Better."}, headers=headers)
    assert response.status_code == (200 if headers else 303)
    mine.refresh_from_db()
    assert (mine.text, mine.state) == ("Better.", "visible")
    assert [edit.text for edit in mine.edits.all()] == ["Mine."]
    room = member.get(room_address(mine.article), headers=FRAGMENT).content.decode()
    assert "Mine." not in room
    assert "comment__edited" in room


def test_the_same_words_are_no_change(member, mine):
    member.post(at(mine, "modifier/enregistrer/"), {"text": "Mine."})
    mine.refresh_from_db()
    assert mine.edited_at is None
    assert not mine.edits.exists()


def test_after_five_minutes_words_stay_and_the_new_ones_come_back(member, mine):
    Comment.objects.update(posted_at=timezone.now() - editing.EDITABLE_FOR)
    response = member.post(at(mine, "modifier/enregistrer/"), {"text": "Too late."})
    assert response.status_code == 422
    assert "they are over" in page_text(response)
    assert "Too late.</textarea>" in response.content.decode()
    mine.refresh_from_db()
    assert mine.text == "Mine."
    assert f"{at(mine)}modifier/" not in member.get(room_address(mine.article)).content.decode()


@pytest.mark.parametrize("text", ["", "\u200b", "x" * 2001])
def test_words_that_cannot_be_are_refused_in_the_same_form(member, mine, text):
    response = member.post(at(mine, "modifier/enregistrer/"), {"text": text}, headers=FRAGMENT)
    assert response.status_code == 422
    assert f'id="modifier-{mine.anchor}"' in response.content.decode()
    assert f">&#10;{text}</textarea>" in response.content.decode()
    mine.refresh_from_db()
    assert mine.text == "Mine."


def test_new_words_are_looked_at_as_those_of_a_new_contribution(member, mine, monkeypatch):
    monkeypatch.setattr(editing, "look", lambda **_given: editing.look_result)
    monkeypatch.setattr(editing, "look_result", type("Held", (), {"cause": "word", "word": "x"}), raising=False)
    member.post(at(mine, "modifier/enregistrer/"), {"text": "Suspect."})
    mine.refresh_from_db()
    assert (mine.state, mine.held_for, mine.held_word, mine.text) == ("held", "word", "x", "Suspect.")


def test_what_waits_goes_on_waiting_when_its_words_change(member, mine):
    Comment.objects.update(state="held", held_for="moderator")
    member.post(at(mine, "modifier/enregistrer/"), {"text": "Harmless."})
    mine.refresh_from_db()
    assert (mine.state, mine.held_for, mine.text) == ("held", "moderator", "Harmless.")


def test_what_a_moderator_took_out_meanwhile_keeps_its_words(mine, cast):
    shown = Comment.objects.get(pk=mine.pk)
    Comment.objects.update(state="rejected")
    with pytest.raises(editing.ValidationError):
        editing.edit(shown, by=cast.subscriber, text="Changed.")
    mine.refresh_from_db()
    assert (mine.state, mine.text, mine.edits.count()) == ("rejected", "Mine.", 0)
    assert not editing.delete(shown, by=cast.subscriber)


@pytest.mark.parametrize("headers", [{}, FRAGMENT], ids=["page", "fragment"])
def test_ones_own_is_deleted_after_a_question(member, mine, headers):
    asked = page_text(member.get(at(mine, "supprimer/"), headers=headers))
    assert "Delete your contribution?" in asked
    assert "moderators keep its words" in asked
    response = member.post(at(mine, "supprimer/confirmer/"), headers=headers)
    assert response.status_code == (200 if headers else 303)
    mine.refresh_from_db()
    assert mine.state == "deleted"
    room = member.get(room_address(mine.article)).content.decode()
    assert "Mine." not in room
    assert "comment--hidden" not in room


def test_a_deleted_head_that_was_answered_stays_without_its_words(member, mine, theirs):
    Comment.objects.filter(pk=theirs.pk).update(reply_to=mine)
    member.post(at(mine, "supprimer/confirmer/"))
    page = member.get(room_address(mine.article), headers=FRAGMENT)
    assert "Contribution deleted by its author" in page_text(page)
    assert "Theirs." in page_text(page)
    assert "Mine." not in page_text(page)


def test_an_old_contribution_can_still_be_deleted(member, mine):
    Comment.objects.update(posted_at=timezone.now() - dt.timedelta(days=100))
    member.post(at(mine, "supprimer/confirmer/"))
    assert Comment.objects.get().state == "deleted"


@pytest.mark.parametrize(("deed", "field"), [("modifier/enregistrer/", "text"), ("signaler/envoyer/", "words")])
def test_what_was_typed_comes_back_when_the_session_or_the_contribution_is_gone(client, cast, theirs, deed, field):
    typed = {**WHOLE, field: "Typed with care."}
    away = client.post(at(theirs, deed), typed)
    assert away.status_code == 403
    client.force_login(cast.subscriber)
    Comment.objects.filter(pk=theirs.pk).update(state="rejected")
    gone = client.post(at(theirs, deed), typed, headers=FRAGMENT)
    assert gone.status_code == 404
    assert "no longer there" in page_text(gone)
    for answer in (away, gone):
        assert "Typed with care." in answer.text
        assert "Theirs." not in answer.text


def test_the_script_tells_a_part_of_the_room_from_an_error_page(member, theirs):
    assert member.get(at(theirs, "signaler/"), headers=FRAGMENT).headers["X-Room-Part"] == "1"
    assert "X-Room-Part" not in member.get(at(theirs, "signaler/")).headers
    Comment.objects.filter(pk=theirs.pk).update(state="rejected")
    assert "X-Room-Part" not in member.get(at(theirs, "signaler/"), headers=FRAGMENT).headers
