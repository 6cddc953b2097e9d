"""Who reads from an address of an institution with a subscription needs no account (G11)."""

import datetime as dt

import pytest
import time_machine
from django.core.exceptions import ValidationError

from comments.models import Comment
from subscriptions.granting import extend
from subscriptions.models import Institution
from subscriptions.reading_rooms import clean_ranges, institution_at, networks
from tests.articles.offering import BODY, CANARY, on
from tests.factories import make_article, make_newspaper, make_plan

pytestmark = pytest.mark.django_db
INSIDE, OUTSIDE = "196.200.48.77", "196.200.49.1"


@pytest.fixture
def library():
    make_newspaper()
    library = Institution.objects.create(name="Bibliothèque", address_ranges="196.200.48.0/24\n2c0f:f1a0::/48")
    extend({"institution": library}, make_plan(is_for_institutions=True))
    return library


@pytest.fixture
def paid():
    return make_article(access="subscribers", body=BODY)


def ask(client, article, peer, **headers):
    return client.get(on(article, "article_rest"), REMOTE_ADDR=peer, headers=headers)


@pytest.mark.parametrize("peer", [INSIDE, "2c0f:f1a0::9", "::ffff:196.200.48.1"])
def test_from_a_reading_room_one_reads_to_the_end(client, library, paid, peer):
    answer = ask(client, paid, peer)
    assert CANARY in answer.text
    assert "Accès offert par Bibliothèque" in answer.text
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("peer", [OUTSIDE, "2c0f:f1a1::9", "", "unknown"])
def test_from_elsewhere_nobody_does(client, library, paid, peer):
    answer = ask(client, paid, peer)
    assert (answer.status_code, CANARY in answer.text) == (302, False)


@pytest.mark.parametrize("header", ["X-Forwarded-For", "X-Real-IP", "Forwarded", "Client-IP", "True-Client-IP"])
@pytest.mark.parametrize("value", [INSIDE, f"{INSIDE}, {INSIDE}", f"for={INSIDE}"])
def test_no_header_that_a_visitor_sends_helps(client, library, paid, header, value):
    """G11"""
    assert ask(client, paid, OUTSIDE, **{header: value}).status_code == 302


def test_behind_a_proxy_the_last_hop_counts(client, library, paid, settings):
    """G11"""
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    assert ask(client, paid, "127.0.0.1", **{"X-Forwarded-For": f"{INSIDE}, {OUTSIDE}"}).status_code == 302
    assert CANARY in ask(client, paid, "127.0.0.1", **{"X-Forwarded-For": f"{OUTSIDE}, {INSIDE}"}).text


def test_it_ends_with_the_institutions_period(client, library, paid):
    end = library.subscriptions.get().grace_ends_at
    with time_machine.travel(end - dt.timedelta(seconds=1), tick=False):
        assert CANARY in ask(client, paid, INSIDE).text
    with time_machine.travel(end, tick=False):
        assert ask(client, paid, INSIDE).status_code == 302


def test_nobody_comments_from_there(client, library, paid):
    sent = {"text": "A remark.", "key": "7f1fd9cc-3a2a-4b51-b6ff-9b8d8e3c1d0a"}
    client.post(f"{paid.get_absolute_url()}contributions/envoyer/", sent, REMOTE_ADDR=INSIDE)
    answer = client.get(f"{paid.get_absolute_url()}contributions/", REMOTE_ADDR=INSIDE)
    assert "/compte/connexion/" in answer.url
    assert not Comment.objects.exists()


def test_one_query_and_ranges_parsed_once_as_long_as_they_stay(library, django_assert_num_queries):
    networks.cache_clear()
    for _time in range(3):
        with django_assert_num_queries(1):
            assert institution_at(INSIDE) == "Bibliothèque"
    assert networks.cache_info().misses == 1
    Institution.objects.update(address_ranges="196.200.49.0/24")
    assert institution_at(INSIDE) == ""
    assert institution_at(OUTSIDE) == "Bibliothèque"
    assert networks.cache_info().misses == 2


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" 196.200.48.0/24 \n\n196.200.48.0/24", "196.200.48.0/24"),
        ("196.200.48.7", "196.200.48.7/32"),
        ("2C0F:F1A0:0::/48", "2c0f:f1a0::/48"),
        ("", ""),
    ],
)
def test_ranges_are_kept_in_one_spelling(typed, kept):
    assert clean_ranges(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        *("0.0.0.0/0", "196.0.0.0/15", "::/0", "2c0f::/16", "2c0f:f1a0::1/128"),
        *(
            "10.0.0.0/24",
            "192.168.1.0/24",
            "127.0.0.1",
            "169.254.0.0/16",
            "100.64.0.0/16",
            "fd00::/48",
            "224.0.0.0/16",
        ),
        *("196.200.48.1/24", "196.200.48.0-255", "library", "196.200.48.0/33", "300.1.1.1"),
    ],
)
def test_wide_private_and_odd_ranges_are_refused_in_a_sentence(typed):
    with pytest.raises(ValidationError) as refused:
        clean_ranges(f"41.73.96.0/24\n{typed}")
    assert len(refused.value.messages) == 1
    assert typed in refused.value.messages[0]


def test_private_ranges_serve_for_trying_things_out():
    assert clean_ranges("10.0.0.0/24", private=True) == "10.0.0.0/24"
    with pytest.raises(ValidationError):
        clean_ranges("10.0.0.0/8", private=True)


def test_the_browser_is_told_that_there_is_something_to_fetch(client, library, paid):
    answer = ask(client, paid, INSIDE)
    assert answer.cookies["guest_reader"].value == "1"
    assert not answer.cookies["guest_reader"]["httponly"]
