"""The newspaper's identity: its form, its logos, and where readers, mails and machines meet it."""

import io
import json
import re
from pathlib import Path

import pytest
from allauth.account.adapter import get_adapter
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from articles import identity
from articles.models import Newspaper
from articles.social_accounts import NETWORKS, is_account
from tests.factories import make_article, make_newspaper, make_section

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/articles/newspaper/1/change/"
ATTACK = '"><img src=x onerror=alert(1)>'
GOOD = {
    "facebook": "https://www.facebook.com/journal",
    "x": "https://x.com/journal",
    "whatsapp": "https://whatsapp.com/channel/0029",
    "youtube": "https://www.youtube.com/@journal",
    "instagram": "https://www.instagram.com/journal/",
    "tiktok": "https://www.tiktok.com/@journal",
    "linkedin": "https://www.linkedin.com/company/journal",
}


def picture(kind="PNG", size=(400, 100), mode="RGBA", name="../../logo.png", color=(200, 0, 0, 0)):
    data = io.BytesIO()
    Image.new(mode, size, color[: len(mode)]).save(data, kind)
    return SimpleUploadedFile(name, data.getvalue())


@pytest.fixture
def desk(client, cast):
    """The editor at the form; ``desk(field=value)`` sends it."""
    make_newspaper(name="Le Quotidien")
    client.force_login(cast.editor, backend="django.contrib.auth.backends.ModelBackend")
    return lambda **fields: client.post(ADDRESS, {"name": "Le Quotidien", **fields})


def newspaper():
    return Newspaper.objects.get()


def files():
    media = Path(Newspaper._meta.get_field("logo").storage.location)
    return sorted(file.name for file in media.glob("identity/*"))


@pytest.mark.parametrize(("kind", "mode"), [("PNG", "RGBA"), ("WEBP", "RGBA"), ("JPEG", "RGB")])
def test_logo_is_drawn_anew_under_a_name_that_nobody_guesses(desk, kind, mode):
    assert desk(logo=picture(kind, (1920, 480), mode)).status_code == 302
    row = newspaper()
    assert re.fullmatch(r"identity/[0-9a-f]{32}\.(png|jpg)", row.logo.name)
    assert (row.logo_width, row.logo_height) == (960, 240)
    with row.logo.open() as file, Image.open(file) as kept:
        assert kept.size == (960, 240)
        assert kept.has_transparency_data is (mode == "RGBA")


def test_new_logo_takes_the_place_of_the_old_one(desk, django_capture_on_commit_callbacks):
    found = []
    takes_away = {"logo-clear": "on", "logo_dark-clear": "on"}
    for sent in ({"logo": picture(), "logo_dark": picture(size=(80, 40))}, {"logo": picture()}, takes_away):
        with django_capture_on_commit_callbacks(execute=True):
            desk(**sent)
        found.append(files())
    first, second, third = found
    row = newspaper()
    assert (len(first), len(second)) == (2, 2)
    assert first != second
    assert (third, row.logo_url, row.logo_dark_url) == ([], "", "")
    assert (row.logo_width, row.logo_dark_width) == (0, 0)


def test_logo_stays_when_another_field_changes(desk):
    desk(logo=picture())
    before = newspaper().logo.name
    desk(motto="Tout de suite")
    assert (newspaper().logo.name, newspaper().logo_width, newspaper().motto) == (before, 400, "Tout de suite")


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (SimpleUploadedFile("logo.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>'), "Les fichiers SVG"),
        (SimpleUploadedFile("logo.png", b"<?xml version='1.0'?><svg/>"), "Les fichiers SVG"),
        (SimpleUploadedFile("logo.png", b"<script>alert(1)</script>"), "Ce fichier n’est dans aucun des formats"),
        (SimpleUploadedFile("logo.png", b"x" * 5_000_001), "trop lourd pour un logo"),
        (picture(size=(20, 20)), "Ce logo est trop petit"),
        (picture("GIF", mode="RGB"), "Ce fichier n’est dans aucun des formats"),
    ],
    ids=["svg", "svg named png", "script", "heavy", "small", "gif"],
)
def test_bad_logo_is_refused_in_a_sentence_and_nothing_typed_is_lost(desk, file, sentence):
    file.seek(0)
    page = desk(logo=file, motto="Une devise à garder")
    assert page.status_code == 200
    assert sentence in page.text
    assert "Une devise à garder" in page.text
    assert (newspaper().logo.name, files()) == ("", [])


def test_file_that_must_be_chosen_again_says_so(desk):
    page = desk(logo=picture(), phone="call me")
    assert "Choisissez de nouveau ce fichier" in page.text
    assert "Écrivez un numéro de téléphone" in page.text
    assert files() == []


def test_dark_logo_needs_the_other(desk):
    assert "Choisissez aussi le logo pour écrans clairs" in desk(logo_dark=picture()).text


def test_accounts_of_all_networks_are_kept_and_shown(desk, client):
    assert desk(**GOOD).status_code == 302
    page = client.get("/").text
    for key, address in GOOD.items():
        assert getattr(newspaper(), key) == address
        assert f'href="{address}"' in page


@pytest.mark.parametrize("network", NETWORKS)
@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "http://{host}/journal",
        "https://{host}",
        "https://{host}.evil.example/journal",
        "https://evil.example/{host}/journal",
        "https://{host}@evil.example/journal",
        "https://not{host}/journal",
    ],
)
def test_address_that_is_no_account_of_the_network_is_refused(desk, network, address):
    address = address.format(host=NETWORKS[network].hosts[0])
    page = desk(**{network: address})
    assert page.status_code == 200
    assert getattr(newspaper(), network) == ""
    assert not is_account(address, NETWORKS[network])


def test_account_of_elsewhere_in_the_row_is_no_link(client):
    make_newspaper(facebook="javascript:alert(1)", x="https://evil.example/x")
    page = client.get("/").text
    assert "javascript:" not in page
    assert "evil.example" not in page


def test_pages_show_the_logo_with_its_size_in_both_modes(desk, client):
    desk(logo=picture(), logo_dark=picture(size=(80, 40)))
    row = newspaper()
    for path in ("/", make_article().get_absolute_url()):
        page = client.get(path).text
        assert f'<img class="logo" src="{row.logo_url}" width="400" height="100" alt="Le Quotidien">' in page
        source = f'media="(prefers-color-scheme: dark)" srcset="{row.logo_dark_url}" width="80" height="40"'
        assert source in page


def ld(page):
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL).group(1))


def test_machines_are_told_who_publishes(desk, client, settings):
    settings.SITE_URL = "https://journal.example"
    desk(logo=picture(), facebook=GOOD["facebook"], postal_address="Rue 14\nBamako", phone="+223 20 22 00 00")
    site, publisher = ld(client.get("/").text)["@graph"]
    assert (site["@type"], site["name"], site["url"]) == ("WebSite", "Le Quotidien", "https://journal.example/")
    assert site["publisher"]["@id"] == publisher["@id"]
    for told in (publisher, ld(client.get(make_article().get_absolute_url()).text)["publisher"]):
        assert told["@type"] == "NewsMediaOrganization"
        assert told["logo"]["url"] == f"https://journal.example{newspaper().logo_url}"
        assert (told["logo"]["width"], told["logo"]["height"]) == (400, 100)
        assert told["sameAs"] == [GOOD["facebook"]]
        assert told["address"]["streetAddress"] == "Rue 14 Bamako"


def test_what_is_not_known_is_not_told(client):
    make_newspaper()
    assert set(ld(client.get("/").text)["@graph"][1]) == {"@id", "@type", "name", "url"}


def test_mails_carry_logo_and_addresses(desk, settings):
    settings.SITE_URL = "https://journal.example"
    desk(
        logo=picture(), postal_address="Rue 14\nBamako", public_email="desk@journal.example", phone="+223 20 22 00 00"
    )
    get_adapter().send_mail("account/email/login_code", "awa@example.org", {"code": "1"})
    text, html = mail.outbox[0].body, mail.outbox[0].alternatives[0].content
    assert (
        f'<img src="https://journal.example{newspaper().logo_url}" width="192" height="48" alt="Le Quotidien">' in html
    )
    for fact in ("Rue 14", "Bamako", "desk@journal.example", "+223 20 22 00 00"):
        assert fact in text
        assert fact in html
    assert "<" not in text


def test_site_address_and_colours_stand_in_the_form(desk, client, settings):
    section = make_section(name="Nation", color="teal")
    page = client.get(ADDRESS).text
    assert settings.SITE_URL in page
    assert "SITE_URL" in page
    assert reverse("admin:articles_section_change", args=[section.pk]) in page
    assert 'data-color="teal"' in page


def test_colour_of_a_section_is_chosen_among_swatches(desk, client):
    section = make_section(color="teal")
    page = client.get(reverse("admin:articles_section_change", args=[section.pk])).text
    assert page.count('type="radio" name="color"') == 7
    assert re.search(r'value="teal"[^>]* checked>', page)


def test_script_in_the_identity_is_escaped_everywhere(desk, client):
    """E03"""
    texts = dict.fromkeys(("name", "motto", "publisher", "responsible", "postal_address"), ATTACK)
    desk(**texts, logo=picture())
    for path in ("/", ADDRESS, "/admin/", "/admin/articles/section/", make_article().get_absolute_url()):
        assert "<img src=x" not in client.get(path).text
    get_adapter().send_mail("account/email/login_code", "awa@example.org", {"code": "1"})
    assert "<img src=x" not in mail.outbox[0].alternatives[0].content


@pytest.mark.parametrize("role", ["pigiste", "journalist", "moderator", "subscriptions_desk"])
def test_identity_is_the_chief_editors_alone(client, cast, role):
    make_newspaper()
    client.force_login(getattr(cast, role), backend="django.contrib.auth.backends.ModelBackend")
    assert client.post(ADDRESS, {"name": "Mine"}).status_code == 403
    assert newspaper().name == "Le Quotidien"


def test_failed_saving_leaves_no_file(desk, monkeypatch):
    monkeypatch.setattr(Newspaper, "save", lambda self: 1 / 0)
    row = newspaper()
    row.logo = identity.read_logo(picture()).file
    with pytest.raises(ZeroDivisionError):
        identity.save(row)
    assert files() == []
