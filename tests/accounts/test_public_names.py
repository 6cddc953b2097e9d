"""A public name is chosen once, is one person's, and never the newsroom's."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils.functional import SimpleLazyObject

from accounts import public_names
from accounts.models import User
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def test_a_name_is_kept_as_it_was_typed_without_stray_spaces():
    user = make_user()
    public_names.choose(user, "  Élise   D. ")
    user.refresh_from_db()
    assert (user.public_name, user.public_name_key) == ("Élise D.", "elised")


@pytest.mark.parametrize("other", ["Élise D.", "elise d", "ÉLISE-D", "e l i s e d", "Ｅｌｉｓｅ Ｄ"])
def test_a_name_that_readers_would_take_for_another_is_taken(other):
    public_names.choose(make_user(), "Élise D.")
    late = make_user()
    with pytest.raises(ValidationError, match=r".+"):
        public_names.choose(late, other)
    late.refresh_from_db()
    assert late.public_name == ""


@pytest.mark.parametrize("name", ["Rédaction", "La rédaction", "R.é.d.a.c.t.i.o.n", "REDACTION", "Modérateur"])
def test_names_of_the_newsroom_are_refused(name):
    with pytest.raises(ValidationError):
        public_names.choose(make_user(), name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "   ",
        "a",
        "7",
        "76 00 00 00",
        "\ufdfa" * 40,
        "Awа with a Cyrillic а",
        "awa@example.org",
        "https://example.org",
        "a" * 41,
        "Aw\0a",
        "A\u202ewa",
        "\u200b\u200b",
    ],
)
def test_what_is_no_name_is_refused_in_a_sentence(name):
    with pytest.raises(ValidationError) as refusal:
        public_names.choose(make_user(), name)
    assert refusal.value.messages[0].endswith((".", " :"))


def test_a_name_is_chosen_once():
    user = make_user()
    public_names.choose(user, "Awa")
    public_names.choose(user, "Awa")
    with pytest.raises(ValidationError):
        public_names.choose(user, "Bintou")
    user.refresh_from_db()
    assert user.public_name == "Awa"


def test_a_name_is_chosen_by_whoever_sends_the_request():
    """``request.user`` stands for the user without being of its class."""
    user = make_user()
    public_names.choose(SimpleLazyObject(lambda: user), "Awa")
    assert User.objects.get(pk=user.pk).public_name == "Awa"


def test_the_database_itself_refuses_a_second_owner():
    make_user(public_name="Awa")
    with pytest.raises(IntegrityError):
        make_user(public_name="AWA")


def test_a_name_that_was_taken_away_is_free_again():
    user = make_user(public_name="Awa")
    user.public_name = ""
    user.save()
    public_names.choose(make_user(), "Awa")
    public_names.choose(user, "Bintou")


def test_a_name_in_letters_that_come_apart_fits():
    user = make_user()
    public_names.choose(user, "각" * 40)
    with pytest.raises(ValidationError):
        public_names.choose(make_user(), "각" * 40)
