"""How much a person, and an address, may post in ten minutes. CASES H05."""

import datetime as dt
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from comments import floods
from comments.models import Comment, RuleSet, Turn
from comments.posting import Flooded, post
from tests.factories import make_article, make_subscriber, make_user
from tests.racing import race

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def rules():
    RuleSet.objects.update_or_create(
        section=None,
        article=None,
        defaults={"most_by_person": 3, "most_by_address": 5, "holds_links": False, "moderation": "after"},
    )


@pytest.fixture
def noon(time_machine):
    at = dt.datetime(2026, 11, 25, 12, 0, 30, tzinfo=timezone.get_default_timezone())
    time_machine.move_to(at, tick=False)
    return at


def write(article, person, text=None, *, key=None, address="", reply_to=None):
    return post(
        article=article,
        author=person,
        text=text or f"A remark {uuid.uuid4()}",
        key=key or uuid.uuid4(),
        address=address,
        reply_to=reply_to,
    )


def test_one_too_many_is_refused_with_the_minute_at_which_it_is_taken(noon, time_machine):
    person = make_user()
    for _ in range(3):
        write(make_article(), person)
    with pytest.raises(Flooded, match="12:11") as refused:
        write(make_article(), person)
    assert refused.value.code == "flooded"
    assert Comment.objects.count() == 3
    time_machine.move_to(noon + floods.WINDOW, tick=False)
    write(make_article(), person)


def test_asking_again_does_not_prolong_the_wait(noon, time_machine):
    person, article = make_user(), make_article()
    for _ in range(3):
        write(article, person)
    for minutes in (2, 5, 9):
        time_machine.move_to(noon + dt.timedelta(minutes=minutes), tick=False)
        with pytest.raises(Flooded):
            write(article, person)
    time_machine.move_to(noon + floods.WINDOW, tick=False)
    write(article, person)


def test_one_persons_flood_is_nobody_elses(noon):
    person, article = make_user(), make_article()
    for _ in range(3):
        write(article, person)
    write(article, make_user())


def test_an_address_is_counted_over_all_persons(noon):
    article = make_article()
    for _ in range(5):
        write(article, make_user(), address="192.0.2.1")
    with pytest.raises(Flooded):
        write(article, make_user(), address="192.0.2.1")
    write(article, make_user(), address="192.0.2.2")
    write(article, make_user())


def test_what_was_refused_counts_for_nobody(noon):
    article, person = make_article(), make_user()
    for _ in range(5):
        write(article, make_user(), address="192.0.2.1")
    for _ in range(4):
        with pytest.raises(Flooded):
            write(article, person, address="192.0.2.1")
    for _ in range(3):
        write(article, person)


def test_a_second_tap_is_no_flood(noon):
    article, person = make_article(), make_user()
    first = write(article, person, "Once.", key=(key := uuid.uuid4()))
    for _ in range(5):
        assert write(article, person, "Once.", key=key) == first
    write(article, person)
    write(article, person)


def test_a_text_that_its_author_took_back_is_posted_anew(noon):
    article, person = make_article(), make_user()
    first = write(article, person, "Once.")
    Comment.objects.update(state="deleted")
    assert write(article, person, "Once.") != first


def test_rows_tell_no_address_and_go(noon):
    write(make_article(), make_user(), address="192.0.2.1")
    assert not [row for row in Turn.objects.values_list() if "192.0.2" in repr(row)]
    floods.clear()
    assert Turn.objects.count() == 2
    floods.clear(noon + floods.WINDOW)
    assert not Turn.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_fifty_at_once_are_as_many_as_one_after_the_other():
    """H05: by one person, on several articles; nothing is lost silently."""
    person, articles = make_subscriber(public_name="Fatou"), [make_article() for _ in range(5)]
    outcomes = race([lambda n=n: write(articles[n % 5], person, address="192.0.2.1") for n in range(50)])
    posted = [outcome for outcome in outcomes if isinstance(outcome, Comment)]
    assert len(posted) == Comment.objects.count() == 3
    assert sum(isinstance(outcome, Flooded) for outcome in outcomes) == 47


@pytest.mark.django_db(transaction=True)
def test_fifty_people_at_once_from_one_address_are_counted_together():
    people, article = [make_subscriber() for _ in range(20)], make_article()
    outcomes = race([lambda person=person: write(article, person, address="192.0.2.1") for person in people])
    assert sum(isinstance(outcome, Comment) for outcome in outcomes) == Comment.objects.count() == 5
    assert sum(isinstance(outcome, Flooded) for outcome in outcomes) == 15


@pytest.mark.django_db(transaction=True)
def test_a_tap_that_is_repeated_at_once_is_one_contribution_even_with_one_turn_left():
    RuleSet.objects.update(most_by_person=1)
    person, article, key = make_subscriber(), make_article(), uuid.uuid4()
    outcomes = race([lambda: write(article, person, "Once.", key=key) for _ in range(6)])
    assert {outcome.pk for outcome in outcomes} == {Comment.objects.get().pk}


@pytest.mark.django_db(transaction=True)
def test_the_same_words_of_several_forms_at_once_are_one_contribution_and_take_one_turn():
    """The browser's history gives each page a key of its own."""
    person, article = make_subscriber(), make_article()
    head = write(article, make_subscriber())
    for place in (None, head):
        outcomes = race([lambda place=place: write(article, person, "Once.", reply_to=place) for _ in range(6)])
        comment = Comment.objects.get(author=person, reply_to=place)
        assert [outcome.pk for outcome in outcomes] == [comment.pk] * 6
    assert Turn.objects.count() == 3


@pytest.mark.django_db(transaction=True)
def test_two_who_answer_each_other_at_once_do_not_wait_for_ever():
    article, people = make_article(), [make_subscriber(), make_subscriber()]
    heads = [write(article, person) for person in people]
    both = [(people[0], heads[1]), (people[1], heads[0])] * 2
    outcomes = race([lambda pair=pair: write(article, pair[0], reply_to=pair[1]) for pair in both])
    assert all(isinstance(outcome, Comment) for outcome in outcomes), outcomes


def test_the_refusal_is_an_error_of_the_form():
    assert issubclass(Flooded, ValidationError)
