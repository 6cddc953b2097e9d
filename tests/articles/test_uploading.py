"""A picture is added to the library from the article's form, by those who may, in words."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from pictures.models import Picture

UPLOAD = "/admin/articles/article/upload/picture/"


def photo(name="photo.jpg", kind="JPEG"):
    file = io.BytesIO()
    Image.new("RGB", (1200, 800), "teal").save(file, kind)
    return SimpleUploadedFile(name, file.getvalue(), content_type="image/jpeg")


@pytest.fixture
def send(client, cast):
    def send(role, **fields):
        client.force_login(getattr(cast, role), backend="django.contrib.auth.backends.ModelBackend")
        return client.post(UPLOAD, fields)

    return send


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["pigiste", "journalist", "editor"])
def test_writer_adds_a_picture_and_gets_it_as_the_chooser_shows_it(send, role, cast):
    response = send(role, original=photo(), alt="Deux hommes", credit="AMAP")
    picture = Picture.objects.get()
    assert response.status_code == 201
    assert response.json()["picture"]["id"] == picture.pk
    assert response.json()["picture"]["thumbnail"]
    assert (picture.alt, picture.credit, picture.added_by) == ("Deux hommes", "AMAP", getattr(cast, role))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"alt": "x"}, "original", "obligatoire"),
        ({"original": "photo", "alt": ""}, "alt", "Dites en une phrase"),
        ({"original": "photo", "alt": "x" * 251}, "alt", "250"),
        ({"original": "photo", "alt": "x", "credit": "y" * 151}, "credit", "150"),
        ({"original": "text", "alt": "x"}, "original", "aucun des formats"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_added(send, fields, field, words):
    files = {"photo": photo(), "text": SimpleUploadedFile("x.jpg", b"no picture")}
    sent = {name: files.get(value, value) if name == "original" else value for name, value in fields.items()}
    response = send("journalist", **sent)
    assert response.status_code == 422
    assert list(response.json()["errors"]) == [field]
    assert words in " ".join(response.json()["errors"][field])
    assert not Picture.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["moderator", "subscriptions_desk"])
def test_whoever_may_not_add_pictures_is_refused(send, role):
    assert send(role, original=photo(), alt="x").status_code == 403
    assert not Picture.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["reader", "subscriber"])
def test_readers_are_sent_to_the_sign_in(send, role):
    assert send(role, original=photo(), alt="x").status_code == 302
    assert not Picture.objects.exists()


@pytest.mark.django_db
def test_reading_the_address_adds_nothing(client, cast):
    client.force_login(cast.editor, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(UPLOAD).status_code == 405
