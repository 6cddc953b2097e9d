"""People in the back office: who may be made, changed and promoted by whom."""

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.urls import reverse

from accounts.models import User
from tests.factories import PASSWORD, make_subscription, make_user

pytestmark = pytest.mark.django_db

LIST, ADD = "/admin/accounts/user/", "/admin/accounts/user/add/"


def page_of(user):
    return f"/admin/accounts/user/{user.pk}/change/"


@pytest.fixture
def chief(client):
    user = make_user(email="chief@example.org", is_staff=True, is_superuser=True)
    client.force_login(user)
    return client


@pytest.fixture
def clerk(client):
    """Staff with every right over users, and no superuser."""
    user = make_user(email="clerk@example.org", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="accounts"))
    client.force_login(user)
    return client


def fields(user, **changes):
    form = {"email": user.email, "name": user.name, "public_name": user.public_name, "language": user.language}
    form |= {"is_active": "on"} | changes
    return {name: value for name, value in form.items() if value is not None}


def test_a_user_is_made_with_an_address_and_a_password(chief):
    new = {"email": " New@Example.org ", "name": "New", "usable_password": "true"}
    answer = chief.post(ADD, new | {"password1": PASSWORD, "password2": PASSWORD})
    user = User.objects.get(email="new@example.org")
    assert answer.url == page_of(user)
    assert user.check_password(PASSWORD)


def test_an_address_in_use_is_refused_in_words(chief):
    make_user(email="awa@example.org")
    new = {"email": "AWA@example.org", "usable_password": "true", "password1": PASSWORD, "password2": PASSWORD}
    assert chief.post(ADD, new).status_code == 200
    assert User.objects.filter(email__iexact="awa@example.org").count() == 1


def test_people_are_found_by_address_and_name(chief):
    make_user(email="awa@example.org", name="Awa Diarra")
    make_user(email="other@example.org", name="Somebody")
    for words in ("awa@", "Diarra"):
        page = chief.get(LIST, {"q": words}).content.decode()
        assert "awa@example.org" in page
        assert "other@example.org" not in page


def test_a_superuser_gives_rights(chief):
    user, group = make_user(), Group.objects.create(name="A group")
    chief.post(page_of(user), fields(user, is_staff="on", groups=[group.pk]))
    user.refresh_from_db()
    assert user.is_staff
    assert list(user.groups.all()) == [group]


def test_others_give_no_rights_by_form_or_forged_request(clerk):
    user, group = make_user(name="Before"), Group.objects.create(name="A group")
    forged = {"is_staff": "on", "is_superuser": "on", "groups": [group.pk], "user_permissions": [1]}
    assert clerk.post(page_of(user), fields(user, name="After", **forged)).status_code == 302
    user.refresh_from_db()
    assert user.name == "After"
    assert not user.is_staff
    assert not user.is_superuser
    assert not user.groups.exists()
    assert not user.user_permissions.exists()
    page = clerk.get(page_of(user)).content.decode()
    assert 'name="is_superuser"' not in page


@pytest.mark.parametrize("rank", [{"is_staff": True}, {"is_superuser": True}])
def test_others_do_not_touch_colleagues(clerk, rank):
    colleague = make_user(email="colleague@example.org", **rank)
    assert clerk.post(page_of(colleague), fields(colleague, email="mine@example.org")).status_code == 403
    password = f"/admin/accounts/user/{colleague.pk}/password/"
    assert clerk.post(password, {"password1": PASSWORD, "password2": PASSWORD}).status_code == 403
    assert clerk.post(f"/admin/accounts/user/{colleague.pk}/delete/", {"post": "yes"}).status_code == 403
    clerk.post(LIST, {"action": "delete_selected", "_selected_action": [colleague.pk], "post": "yes"})
    colleague.refresh_from_db()
    assert colleague.email == "colleague@example.org"


def test_form_of_a_password_warns_in_french_of_what_is_lost(chief):
    text = chief.get(f"/admin/accounts/user/{make_user().pk}/password/").text
    assert "le mot de passe actuel est définitivement perdu" in text
    assert 'id="id_unusable_warning"' in text
    assert "LDAP" not in text


def test_a_password_is_set_for_somebody(chief):
    user = make_user()
    new = {"usable_password": "true", "password1": "my new long password", "password2": "my new long password"}
    assert chief.post(f"/admin/accounts/user/{user.pk}/password/", new).status_code == 302
    assert User.objects.get(pk=user.pk).check_password("my new long password")


def test_an_address_that_the_desk_replaced_opens_nothing(chief):
    user = make_user(email="old@example.org")
    chief.post(page_of(user), fields(user, email="new@example.org"))
    assert User.objects.get(pk=user.pk).email == "new@example.org"
    assert not EmailAddress.objects.filter(email="old@example.org").exists()


def test_a_public_name_in_use_is_refused_in_words(chief):
    make_user(public_name="Awa")
    user = make_user()
    answer = chief.post(page_of(user), fields(user, public_name="AWA"))
    assert answer.status_code == 200
    assert "errorlist" in answer.content.decode()


def test_the_desk_takes_a_public_name_away(chief):
    user = make_user(public_name="Awa")
    chief.post(page_of(user), fields(user, public_name=""))
    user.refresh_from_db()
    assert (user.public_name, user.public_name_key) == ("", None)


def test_a_person_with_subscriptions_is_deleted_without_the_ledger(chief):
    """The row stays, empty: see tests/newsroom/test_leaving.py."""
    user = make_user()
    make_subscription(user)
    assert chief.post(f"/admin/accounts/user/{user.pk}/delete/", {"reason": "Lettre du 3 mai"}).status_code == 302
    assert User.objects.get(pk=user.pk).erased_at
    assert user.subscriptions.exists()


def test_the_list_deletes_nobody(chief):
    user = make_user()
    chief.post(LIST, {"action": "delete_selected", "_selected_action": [user.pk], "post": "yes"})
    assert User.objects.get(pk=user.pk).is_active


def test_a_superuser_made_on_the_server_signs_in_without_a_mail(client, monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", PASSWORD)
    call_command("createsuperuser", email="Root@example.org", interactive=False, verbosity=0)
    client.post(reverse("account_login"), {"login": "root@example.org", "password": PASSWORD})
    assert client.get("/admin/").status_code == 200
