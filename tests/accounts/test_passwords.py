"""G15: which passwords are taken, whole; how often they may be tried; what the time of an answer tells."""

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from accounts.models import User
from accounts.passwords import DifferentCharactersValidator
from tests.factories import PASSWORD, make_user

pytestmark = pytest.mark.django_db

SIGN_UP, SIGN_IN, CHANGE = (reverse(f"account_{name}") for name in ("signup", "login", "change_password"))
LONG = "Le fleuve monte. 🌊" * 228


@pytest.fixture
def hashes(monkeypatch):
    """A list that grows by one with every hash that is computed."""
    made, encode = [], MD5PasswordHasher.encode

    def counted(self, *args):
        made.append(1)
        return encode(self, *args)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counted)
    return made


def sign_up(password, email="awa@example.org"):
    return Client().post(SIGN_UP, {"email": email, "password1": password})


def sign_in(password, email="awa@example.org"):
    client = Client()
    client.post(SIGN_IN, {"login": email, "password": password})
    return client.get(reverse("account")).status_code == 200


@pytest.mark.parametrize("password", [" " * 12, "a" * 12, "abcdabcdabcd", "🌊" * 12, " \t \t \t \t \t \t"])
def test_a_few_characters_over_and_over_are_no_password(password):
    page = sign_up(password)
    assert "id_password1_error" in page.content.decode()
    assert not User.objects.exists()


def test_five_different_characters_are_enough():
    DifferentCharactersValidator().validate("abcdeabcde")
    with pytest.raises(ValidationError, match="5"):
        DifferentCharactersValidator().validate("abcdabcdab")


@pytest.mark.parametrize("password", ["a long\0 password", "\0" * 12])
def test_a_null_character_is_refused_and_breaks_nothing(password):
    assert sign_up(password).status_code == 200
    assert not User.objects.exists()
    make_user(email="awa@example.org")
    assert not sign_in(password)


@pytest.mark.parametrize("password", [LONG[:4096], "🌊🐟🛶🌅🌾🐪", " une  phrase avec des espaces "])
def test_a_password_counts_to_its_last_character(password, settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
    password = password if len(password) >= 10 else password * 2
    assert sign_up(password).status_code == 302
    user = User.objects.get()
    user.emailaddress_set.update(verified=True)
    assert not sign_in(password[:-1])
    assert not sign_in(password[:-1] + "x")
    assert sign_in(password)


def test_a_sign_up_computes_as_many_hashes_for_an_address_that_has_an_account(hashes):
    make_user(email="known@example.org")
    counts = []
    for email in ("known@example.org", "other@example.org"):
        hashes.clear()
        assert sign_up(PASSWORD, email).status_code == 302
        counts.append(len(hashes))
    assert counts == [1, 1]


def test_a_failed_sign_in_computes_as_many_hashes_whatever_the_account(hashes):
    make_user(email="known@example.org")
    make_user(email="closed@example.org", is_active=False)
    by_code = make_user(email="code@example.org")
    by_code.set_unusable_password()
    by_code.save()
    counts = {}
    for name in ("known", "closed", "code", "unknown"):
        hashes.clear()
        assert not sign_in("a wrong password", f"{name}@example.org")
        counts[name] = len(hashes)
    assert len(set(counts.values())) == 1, counts
    assert counts["unknown"] > 0


def test_the_back_office_sends_to_the_page_that_counts_wrong_tries(client):
    client.force_login(make_user(is_staff=True, is_superuser=True))
    for answer in (client.get("/admin/password_change/"), client.post("/admin/password_change/")):
        assert (answer.status_code, answer.url) == (302, CHANGE)


def test_after_five_tries_the_present_password_may_not_be_guessed_on(client):
    user = make_user()
    client.force_login(user)
    tries = [client.post(CHANGE, {"oldpassword": f"guess {n}", "password1": "a new password"}) for n in range(6)]
    assert [answer.status_code for answer in tries] == [200] * 5 + [429]
    client.post(CHANGE, {"oldpassword": PASSWORD, "password1": "a new password"})
    user.refresh_from_db()
    assert user.check_password(PASSWORD)
