"""D09, D11: a session of staff without a second factor has nothing of the back office, and none of staff's rights."""

import io

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, reverse

from accounts.second_factor import SHOWN_BY, acts_as_staff
from articles.models import Article
from comments.rules import is_moderator
from tests.accounts.factors import (
    add_application,
    code_of,
    confirm,
    enter_with_factor,
    forget_used_codes,
    show_code,
    sign_in,
)
from tests.accounts.mails import link_in
from tests.factories import PASSWORD, make_article, make_user
from tests.routes import patterns

pytestmark = pytest.mark.django_db

SET_UP, ENTER = reverse("mfa_index"), reverse("admin:login")
SECRET = "Phrase que personne ne doit lire"
# What is not behind the door: the door itself, and what redirects to pages that have doors of their own.
OUTSIDE = {"admin:login", "admin:logout", "admin:jsi18n"}


@pytest.fixture(autouse=True)
def wanted(settings):
    settings.STAFF_SECOND_FACTOR = True


@pytest.fixture
def draft(cast):
    return make_article(status="draft", headline=SECRET, created_by=cast.editor)


@pytest.fixture
def half_in(client, cast):
    """The editor, in with the password alone."""
    sign_in(client, cast.editor)
    return client


def admin_addresses(article):
    """Every address of the back office that takes no argument or a row's key."""
    for name, entry in patterns():
        if not name.startswith("admin:") or name in OUTSIDE:
            continue
        for arguments in ([], [article.pk], [article.pk, 1]):
            try:
                yield name, reverse(name, args=arguments)
                break
            except NoReverseMatch:
                continue
        else:
            assert set(entry.pattern.converters) or entry.pattern.regex.groups, name


def test_every_address_of_the_back_office_asks_for_the_factor(half_in, draft):
    """D09"""
    asked = 0
    for name, address in admin_addresses(draft):
        for method in (half_in.get, half_in.post):
            answer = method(address)
            body = answer.content.decode()
            assert SECRET not in body, name
            if answer.status_code == 302:
                assert answer.url.startswith((ENTER, SET_UP)), (name, answer.url)
                asked += 1
            else:
                assert answer.status_code in {401, 403, 405}, (name, answer.status_code)
    assert asked > 100


@pytest.mark.parametrize("name", ["account_change_password", "account_set_password", "account_email"])
def test_password_and_address_ask_for_the_factor_first(half_in, cast, name):
    """D09"""
    assert half_in.get(reverse(name)).url == SET_UP
    assert half_in.post(reverse(name), {"oldpassword": PASSWORD, "password1": "another password"}).url == SET_UP
    add_application(cast.editor)
    assert half_in.get(reverse(name)).url.startswith(f"{reverse('mfa_reauthenticate')}?next=%2Fcompte%2F")


def test_secrets_and_sessions_have_no_list_in_the_back_office():
    assert not {Authenticator, UserSession} & set(admin.site._registry)


def test_the_door_leads_to_setting_one_up(half_in):
    """D09"""
    answer = half_in.get("/admin/", follow=True)
    assert answer.redirect_chain[-1][0] == SET_UP
    assert reverse("mfa_activate_totp") in answer.content.decode()


@pytest.mark.parametrize("name", ["autosave", "presence", "take_over", "leave", "discard"])
def test_the_form_s_scripts_are_told_in_json(half_in, draft, cast, name):
    """D09: the form keeps its text and offers to sign in, as with a session that has ended."""
    address = reverse(f"admin:articles_article_{name}", args=[draft.pk])
    answer = half_in.post(address, {"user": cast.editor.pk, "headline": "Typed"})
    assert answer.status_code == 401
    assert answer.json() == {"state": "signed_out"}


def test_rights_outside_the_back_office_rest_too(half_in, cast, draft, client):
    """D09: what the public site shows to staff."""
    user = half_in.get(reverse("account")).wsgi_request.user
    assert not acts_as_staff(user)
    assert not user.has_perm("articles.view_article")
    assert not Article.objects.visible_to(user).filter(pk=draft.pk).exists()
    client.logout()
    sign_in(client, cast.moderator)
    assert not is_moderator(client.get(reverse("account")).wsgi_request.user)


def test_a_row_that_no_session_asks_for_keeps_its_rights(cast):
    """Preview links and mails ask what their maker may see."""
    assert cast.editor.has_perm("articles.view_article")


@pytest.mark.django_db(transaction=True)
def test_setting_one_up_opens_the_back_office(half_in):
    """The documented way in of the first one; what is noted on commit comes in time for the session."""
    set_up = reverse("mfa_activate_totp")
    confirm(half_in, set_up)
    secret = half_in.get(set_up).context["form"].secret
    answer = half_in.post(set_up, {"code": code_of(secret)})
    assert answer.url == reverse("mfa_view_recovery_codes")
    assert half_in.get("/admin/").status_code == 200


def test_whoever_has_one_shows_it_at_signing_in(client, cast):
    secret = add_application(cast.editor)
    assert sign_in(client, cast.editor).url == reverse("mfa_authenticate")
    assert client.get("/admin/").status_code == 302
    assert show_code(client, code_of(secret)).status_code == 302
    assert client.get("/admin/").status_code == 200


def test_a_session_from_before_shows_it_once_and_goes_on(half_in, cast):
    """Somebody signed in on two devices sets the factor up on one."""
    secret = add_application(cast.editor)
    answer = half_in.get("/admin/articles/article/", follow=True)
    page, _status = answer.redirect_chain[-1]
    assert page == f"{reverse('mfa_reauthenticate')}?next=%2Fadmin%2Farticles%2Farticle%2F"
    answer = half_in.post(page, {"code": code_of(secret)})
    assert answer.url == "/admin/articles/article/"
    assert half_in.get(answer.url).status_code == 200


def test_a_password_alone_does_not_touch_the_factor_of_somebody_who_has_one(half_in, cast):
    """Whoever stole a password before the factor was set up cannot replace it."""
    add_application(cast.editor)
    for name in ("mfa_deactivate_totp", "mfa_add_webauthn", "mfa_generate_recovery_codes"):
        answer = half_in.post(reverse(name))
        assert answer.url.startswith(reverse("mfa_reauthenticate"))
        answer = half_in.post(reverse("account_reauthenticate"), {"password": PASSWORD})
        assert answer.url.startswith(reverse("mfa_reauthenticate"))
    assert cast.editor.authenticator_set.count() == 2


def test_removing_the_last_one_closes_the_back_office_here_and_elsewhere(client, cast):
    secret = add_application(cast.editor)
    elsewhere = type(client)()
    for browser in (elsewhere, client):
        forget_used_codes()
        sign_in(browser, cast.editor)
        show_code(browser, code_of(secret))
        assert browser.get("/admin/").status_code == 200
    forget_used_codes()
    remove = reverse("mfa_deactivate_totp")
    confirm(client, remove, code=code_of(secret))
    client.post(remove)
    assert not cast.editor.authenticator_set.exists()
    assert client.get("/admin/").status_code == 302
    assert elsewhere.get("/admin/").status_code == 302
    assert elsewhere.get(reverse("account")).status_code == 302


def test_a_new_password_does_not_go_round_the_factor(client, cast, mailoutbox):
    """D11"""
    add_application(cast.editor)
    client.post(reverse("account_reset_password"), {"email": cast.editor.email})
    form = client.get(link_in(mailoutbox[-1])).url
    client.post(form, {"password1": "my new long password"})
    assert client.get(reverse("account")).status_code == 302
    answer = client.post(reverse("account_login"), {"login": cast.editor.email, "password": "my new long password"})
    assert answer.url == reverse("mfa_authenticate")
    assert client.get("/admin/").status_code == 302


def test_a_code_by_mail_does_not_go_round_it_either(client, cast, mailoutbox):
    """D11"""
    add_application(cast.editor)
    client.post(reverse("account_request_login_code"), {"email": cast.editor.email})
    code = mailoutbox[-1].body.split("\n\n")[2].strip()
    answer = client.post(reverse("account_confirm_login_code"), {"code": code})
    assert answer.url == reverse("mfa_authenticate")


def test_the_mark_is_one_person_s(client, cast):
    enter_with_factor(client, cast.editor)
    session = client.session
    session[SHOWN_BY] = str(cast.journalist.pk)
    session.save()
    assert client.get("/admin/").status_code == 302


def test_readers_need_none(client):
    reader = make_user()
    sign_in(client, reader)
    assert client.get(reverse("account")).status_code == 200
    assert client.get("/admin/").status_code == 302
    assert client.get(ENTER).status_code == 403


def test_the_factor_asks_no_query_of_a_page(client, cast, settings, django_assert_num_queries):
    """The answer lies in the session, which every page reads anyhow."""
    enter_with_factor(client, cast.editor)
    client.get("/admin/articles/tag/")
    settings.STAFF_SECOND_FACTOR = False
    with CaptureQueriesContext(connection) as without:
        client.get("/admin/articles/tag/")
    settings.STAFF_SECOND_FACTOR = True
    with django_assert_num_queries(len(without)):
        client.get("/admin/articles/tag/")


def test_off_the_first_page_says_so(client, cast, settings):
    settings.STAFF_SECOND_FACTOR = False
    client.force_login(cast.editor)
    assert 'class="first-warning"' in client.get("/admin/").content.decode()
    settings.STAFF_SECOND_FACTOR = True
    enter_with_factor(client, cast.editor)
    assert 'class="first-warning"' not in client.get("/admin/").content.decode()


@pytest.mark.parametrize(("wanted", "warns"), [(True, False), (False, True)])
def test_deployment_without_it_is_warned_of(settings, wanted, warns):
    settings.STAFF_SECOND_FACTOR = wanted
    said = io.StringIO()
    call_command("check", deploy=True, stdout=said, stderr=said)
    assert ("accounts.W001" in said.getvalue()) is warns


def test_every_model_of_the_back_office_was_walked(draft):
    walked = {name for name, _address in admin_addresses(draft)}
    for model in admin.site._registry:
        assert f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist" in walked
