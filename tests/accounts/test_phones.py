"""A telephone number is optional, stored in one spelling, and found by the office however it is typed."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from accounts import phones
from accounts.models import User
from tests.factories import make_user

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("", ""),
        ("  ", ""),
        ("76 12 34 56", "+22376123456"),
        ("76.12.34.56", "+22376123456"),
        ("+223 76-12-34-56", "+22376123456"),
        ("00223 76123456", "+22376123456"),
        ("+33 (6) 12 34 56 78", "+33612345678"),
        ("+221\u00a077\u202f123\u00a045\u00a067", "+221771234567"),
    ],
)
def test_one_spelling_a_number(typed, stored):
    assert phones.clean(typed) == stored


@pytest.mark.parametrize(
    "typed", ["76 12", "761234567", "+0123456789", "numéro", "+223761234567", "+" + "9" * 16, "٧٦١٢٣٤٥٦", "+223"]
)
def test_what_is_no_number_is_said_in_words(typed):
    with pytest.raises(ValidationError):
        phones.clean(typed)


def test_the_person_writes_it_in_the_account(client):
    user = make_user()
    client.force_login(user)
    client.post(reverse("change_name"), {"name": "Awa", "phone": "76 12 34 56"})
    assert User.objects.get(pk=user.pk).phone == "+22376123456"
    answer = client.post(reverse("change_name"), {"name": "Awa", "phone": "76"})
    assert answer.status_code == 400
    assert 'id="id_phone_error"' in answer.content.decode()
    assert 'value="76"' in answer.content.decode()
    client.post(reverse("change_name"), {"name": "Awa", "phone": ""})
    assert User.objects.get(pk=user.pk).phone == ""


def test_two_people_may_share_one(client):
    make_user(phone="+22376123456")
    make_user(phone="+22376123456")


@pytest.mark.parametrize("words", ["+22376123456", "76 12 34 56", "0022376123456", "3456", "+223 76.12.34.56"])
def test_the_office_finds_the_person(client, words):
    make_user(email="awa@example.org", phone="+22376123456")
    make_user(email="other@example.org", phone="+22366000000")
    client.force_login(make_user(is_staff=True, is_superuser=True))
    page = client.get("/admin/accounts/user/", {"q": words}).content.decode()
    assert "awa@example.org" in page
    assert "other@example.org" not in page


def test_the_office_corrects_it(client):
    user = make_user()
    client.force_login(make_user(is_staff=True, is_superuser=True))
    form = {
        "email": user.email,
        "name": "",
        "public_name": "",
        "phone": "76 12 34 56",
        "language": "",
        "is_active": "on",
    }
    address = f"/admin/accounts/user/{user.pk}/change/"
    assert 'class="vTextField" ' in client.get(address).content.decode().split('name="phone"')[1].split(">")[0]
    assert client.post(address, form).status_code == 302
    assert User.objects.get(pk=user.pk).phone == "+22376123456"
    assert client.post(address, form | {"phone": "x"}).status_code == 200
