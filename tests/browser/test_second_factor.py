"""Passkeys with an authenticator of the browser's own, and the application by keyboard alone, on a telephone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import expect

from accounts.models import User
from tests.accounts.factors import code_of
from tests.browser.keyboard import tab_to
from tests.factories import PASSWORD, make_newspaper, make_user

PHONE = 360
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def site(site, settings):
    """By its name: passkeys belong to a name, never to a number."""
    address = site.replace("127.0.0.1", "localhost")
    settings.SITE_URL, settings.SITE_HOST = address, address.removeprefix("http://")
    settings.ALLOWED_HOSTS, settings.CSRF_TRUSTED_ORIGINS = ["localhost"], [address]
    return address


@pytest.fixture
def user(site, settings):
    settings.STAFF_SECOND_FACTOR = True
    make_newspaper()
    return make_user(email="awa@example.org", name="Awa Diarra", is_staff=True, is_superuser=True)


@pytest.fixture
def phone(visit, user):
    return visit(width=PHONE)


def authenticator(page):
    """A telephone's own, which says yes whenever it is asked."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    return session, session.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})["authenticatorId"]


def sign_in(page, after="**/compte/"):
    page.goto(reverse("account_login"))
    page.get_by_label("Adresse e-mail").fill("awa@example.org")
    page.get_by_label("Mot de passe").fill(PASSWORD)
    page.get_by_role("button", name="Se connecter", exact=True).click()
    page.wait_for_url(after)


def prove(page):
    """The password once more, where it is asked for."""
    page.get_by_label("Mot de passe").fill(PASSWORD)
    page.get_by_role("button", name="Continuer").click()


def sign_out(page):
    page.goto(reverse("account"))
    page.get_by_role("button", name="Se déconnecter", exact=True).click()
    page.wait_for_url("**/")


def add_passkey(page):
    page.goto(reverse("mfa_add_webauthn"))
    prove(page)
    page.get_by_role("button", name="Créer la clé d’accès").click()
    page.wait_for_url(f"**{reverse('mfa_view_recovery_codes')}")


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def complaints(page):
    """Of axe, in both widths and schemes, and of the page's width."""
    found = []
    for width in (PHONE, 1280):
        for scheme in ("light", "dark"):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            found += [
                (page.url, one["id"]) for one in Axe().run(page, options={"preload": False}).response["violations"]
            ]
        if not fits(page):
            found.append((page.url, width))
    return found


def test_passkey_is_made_and_signs_in_alone(phone, user):
    session, device = authenticator(phone)
    sign_in(phone)
    phone.get_by_role("link", name="Se connecter sans mot de passe").click()
    add_passkey(phone)
    assert fits(phone)
    kept = session.send("WebAuthn.getCredentials", {"authenticatorId": device})["credentials"]
    assert [key["isResidentCredential"] for key in kept] == [True]
    phone.get_by_role("link", name="Je les ai gardés").click()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Bonjour")
    sign_out(phone)
    phone.goto(f"{reverse('account_login')}?next=/admin/")
    phone.get_by_role("button", name="Se connecter avec une clé d’accès").click()
    phone.wait_for_url("**/admin/")
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Bonjour")


def test_passkey_is_the_second_factor_after_a_password(phone, user):
    authenticator(phone)
    sign_in(phone)
    add_passkey(phone)
    sign_out(phone)
    sign_in(phone, after=f"**{reverse('mfa_authenticate')}")
    phone.get_by_role("button", name="Utiliser une clé d’accès").click()
    phone.wait_for_url("**/compte/")
    phone.goto(reverse("mfa_view_recovery_codes"))
    phone.get_by_role("button", name="Utiliser une clé d’accès").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Codes de secours")


def test_device_that_refuses_is_said_in_words_and_other_ways_stay(phone, user):
    session, device = authenticator(phone)
    session.send("WebAuthn.setUserVerified", {"authenticatorId": device, "isUserVerified": False})
    sign_in(phone)
    phone.goto(reverse("mfa_add_webauthn"))
    prove(phone)
    phone.get_by_role("button", name="Créer la clé d’accès").click()
    expect(phone.get_by_role("alert").filter(has_text="Aucune clé")).to_be_visible()
    assert not User.objects.get().authenticator_set.exists()


def test_passkey_is_renamed_and_removed(phone, user):
    authenticator(phone)
    sign_in(phone)
    add_passkey(phone)
    phone.goto(reverse("mfa_index"))
    phone.get_by_role("link", name="Renommer").click()
    phone.get_by_label("Nom de cette clé d’accès").fill("Mon téléphone")
    phone.get_by_role("button", name="Enregistrer").click()
    expect(phone.locator(".account__things")).to_contain_text("Mon téléphone")
    phone.get_by_role("link", name="Retirer Mon téléphone").click()
    phone.get_by_role("button", name="Retirer la clé d’accès").click()
    expect(phone.get_by_role("status")).to_contain_text("La clé d’accès est retirée.")
    assert not User.objects.get().authenticator_set.exists()
    phone.goto("/admin/")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Clés d’accès et second facteur")


def test_without_javascript_all_but_the_passkey_works(visit, user):
    page = visit(width=PHONE, javascript=False)
    page.goto(reverse("account_login"))
    expect(page.get_by_role("button", name="Se connecter avec une clé d’accès")).to_be_hidden()
    sign_in(page)
    page.goto(reverse("mfa_add_webauthn"))
    prove(page)
    expect(page.get_by_text("navigateur récent")).to_be_visible()
    page.goto(reverse("mfa_activate_totp"))
    secret = page.locator(".account__key").inner_text().replace(" ", "")
    page.get_by_label("Code").fill(code_of(secret))
    page.get_by_role("button", name="Utiliser cette application").click()
    expect(page.locator(".account__codes li")).to_have_count(10)
    page.goto(reverse("devices"))
    page.get_by_role("button", name="Se déconnecter partout").click()
    page.wait_for_url(f"**{reverse('account_login')}")


def test_application_is_set_up_by_keyboard_alone(phone, user):
    """From the door of the back office to its first page."""
    sign_in(phone)
    phone.goto("/admin/")
    tab_to(phone, phone.get_by_role("link", name="Mettre en place une application"))
    phone.keyboard.press("Enter")
    phone.wait_for_url(f"**{reverse('account_reauthenticate')}**")
    tab_to(phone, phone.get_by_label("Mot de passe"))
    phone.keyboard.type(PASSWORD)
    phone.keyboard.press("Enter")
    phone.wait_for_url(f"**{reverse('mfa_activate_totp')}")
    expect(phone.get_by_label("Code")).to_be_focused()
    assert fits(phone)
    assert phone.locator(".account__picture").evaluate("picture => picture.naturalWidth > 0")
    phone.keyboard.type(code_of(phone.locator(".account__key").inner_text().replace(" ", "")))
    phone.keyboard.press("Enter")
    phone.wait_for_url(f"**{reverse('mfa_view_recovery_codes')}")
    tab_to(phone, phone.get_by_role("link", name="Je les ai gardés"))
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Bonjour")


def test_axe_finds_nothing_on_the_pages_of_security(phone, user):
    """Those that ask to confirm first, which other tests do not see."""
    authenticator(phone)
    sign_in(phone)
    found = []
    phone.goto(reverse("mfa_add_webauthn"))
    prove(phone)
    for name in ("mfa_add_webauthn", "mfa_activate_totp", "mfa_index", "devices", "account_email"):
        phone.goto(reverse(name))
        found += complaints(phone)
    phone.goto(reverse("mfa_add_webauthn"))
    phone.get_by_role("button", name="Créer la clé d’accès").click()
    phone.wait_for_url(f"**{reverse('mfa_view_recovery_codes')}")
    found += complaints(phone)
    key = user.authenticator_set.get(type="webauthn").pk
    pages = [reverse("mfa_edit_webauthn", args=[key]), reverse("mfa_remove_webauthn", args=[key])]
    for path in [*pages, reverse("mfa_generate_recovery_codes"), reverse("mfa_index")]:
        phone.goto(path)
        found += complaints(phone)
    sign_out(phone)
    sign_in(phone, after=f"**{reverse('mfa_authenticate')}")
    found += complaints(phone)
    assert not found
