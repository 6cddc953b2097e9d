"""G05 and G06: a link to a new password works once, for an hour, for one person, and not by being read."""

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.http import int_to_base36

from accounts.models import User
from tests.accounts.mails import link_in
from tests.factories import PASSWORD, make_user

pytestmark = pytest.mark.django_db

NEW = "my new long password"


@pytest.fixture
def user():
    return make_user(email="awa@example.org", name="Awa Unique")


@pytest.fixture
def link(user):
    Client().post(reverse("account_reset_password"), {"email": user.email})
    return link_in(mail.outbox.pop())


def follow(client, link):
    """What happens to somebody who follows the link and sends a new password."""
    answer = client.get(link)
    if answer.status_code != 302:
        return answer
    return client.post(answer.url, {"password1": NEW})


def has_new_password(user):
    return User.objects.get(pk=user.pk).check_password(NEW)


def assert_refused(answer, user):
    assert answer.status_code == 200
    page = answer.content.decode()
    assert 'name="password1"' not in page
    assert user.email not in page
    assert user.name not in page
    assert not has_new_password(user)


def test_the_link_leads_to_a_new_password(client, user, link):
    assert follow(client, link).url == reverse("account_reset_password_from_key_done")
    assert has_new_password(user)
    assert client.get(reverse("account")).status_code == 302
    assert mail.outbox[-1].to == [user.email]


def test_a_second_use_is_refused(client, user, link):
    follow(client, link)
    user.refresh_from_db()
    user.set_password(PASSWORD)
    user.save()
    assert_refused(follow(Client(), link), user)


def test_after_an_hour_it_is_refused(client, user):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        client.post(reverse("account_reset_password"), {"email": user.email})
        link = link_in(mail.outbox[0])
        clock.shift(60 * 60)
        assert client.get(link).status_code == 302
        clock.shift(1)
        assert_refused(follow(Client(), link), user)


def test_a_form_opened_in_time_is_refused_when_sent_too_late(client, user):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        client.post(reverse("account_reset_password"), {"email": user.email})
        form = client.get(link_in(mail.outbox[0])).url
        clock.shift(60 * 60 + 1)
        assert_refused(client.post(form, {"password1": NEW}), user)


def test_after_a_sign_in_it_is_refused(client, user, link):
    with time_machine.travel(timezone.now() + timezone.timedelta(seconds=5)):
        Client().post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
        assert_refused(follow(client, link), user)


def test_after_a_change_of_address_it_is_refused(client, user, link):
    User.objects.filter(pk=user.pk).update(email="new@example.org")
    assert_refused(follow(client, link), user)


def test_for_another_person_it_is_refused(client, user, link):
    other = make_user(name="Somebody Else")
    mine, theirs = f"/{int_to_base36(user.pk)}-", f"/{int_to_base36(other.pk)}-"
    assert mine in link
    assert_refused(follow(client, link.replace(mine, theirs)), other)


@pytest.mark.parametrize("key", ["1-set-password", "1-", "zzzzzzzzzzzzzzzzzzzz-abc", "0-abc-def", "1-%00"])
def test_nonsense_is_refused_or_not_found(client, user, key):
    path = reverse("account_reset_password_from_key", kwargs={"uidb36": "U", "key": "K"}).replace("U-K", key)
    assert client.get(path).status_code in {200, 404}
    assert not has_new_password(user)


def test_being_read_uses_up_nothing(client, user, link):
    """G06: five scanners at other addresses, by GET and HEAD, then the human."""
    for n in range(5):
        scanner = Client(REMOTE_ADDR=f"192.0.2.{n + 1}")
        form = scanner.get(link).url
        scanner.head(link)
        scanner.get(form)
    user.refresh_from_db()
    assert user.check_password(PASSWORD)
    assert follow(client, link).status_code == 302
    assert has_new_password(user)


def test_following_a_link_signs_nobody_else_out(client, user, link):
    client.force_login(make_user())
    client.get(client.get(link).url)
    assert client.get(reverse("account")).status_code == 200


def test_the_key_is_not_in_the_address_of_the_form(client, link):
    assert link.rsplit("-", 1)[-1].strip("/") not in client.get(link).url


def test_the_answer_does_not_tell_whether_there_is_an_account(client, user):
    known = client.post(reverse("account_reset_password"), {"email": user.email})
    unknown = client.post(reverse("account_reset_password"), {"email": "nobody@example.org"})
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert "/mot-de-passe/nouveau/" not in mail.outbox[1].body


def test_the_mail_goes_to_the_stored_address(client, user):
    client.post(reverse("account_reset_password"), {"email": " AWA@EXAMPLE.org "})
    assert mail.outbox[0].to == ["awa@example.org"]


def test_the_link_names_the_site_and_not_the_host_of_the_request(client, user, settings):
    settings.ALLOWED_HOSTS = ["testserver", "other.example"]
    settings.SITE_URL = "https://journal.example"
    client.post(reverse("account_reset_password"), {"email": user.email}, headers={"host": "other.example"})
    assert "https://journal.example/compte/mot-de-passe/nouveau/" in mail.outbox[0].body
    assert "other.example" not in mail.outbox[0].body
    assert "other.example" not in mail.outbox[0].alternatives[0].content


def test_an_account_that_was_closed_gets_no_link(client):
    make_user(email="closed@example.org", is_active=False)
    client.post(reverse("account_reset_password"), {"email": "closed@example.org"})
    assert "/mot-de-passe/nouveau/" not in mail.outbox[0].body
