"""The picture library in the back office."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pictures import library, renditions
from pictures.models import Picture
from tests.factories import make_user
from tests.pictures.samples import add, bomb, picture_bytes, stored, upload

pytestmark = pytest.mark.django_db
ADD = "admin:pictures_picture_add"
WORDS = {"focal_x": "50", "focal_y": "50", "alt": "", "caption": "", "credit": "", "copyright": ""}


@pytest.fixture
def desk(client):
    client.force_login(make_user(is_staff=True, is_superuser=True))
    return client


def original_url(picture):
    return reverse("admin:pictures_picture_original", args=[picture.pk])


def change_url(picture):
    return reverse("admin:pictures_picture_change", args=[picture.pk])


def test_picture_is_added_through_the_form(desk):
    data = WORDS | {"original": upload(picture_bytes(800, 600), "Ma photo.JPG"), "caption": "Le fleuve"}
    response = desk.post(reverse(ADD), data)
    assert response.status_code == 302
    picture = Picture.objects.get()
    assert (picture.caption, picture.width, picture.height) == ("Le fleuve", 800, 600)
    assert picture.added_by.is_superuser
    assert stored(picture.key) == {"jpeg-800.jpg"}


def test_refused_file_shows_its_sentence_and_keeps_what_was_typed(desk):
    """F05"""
    response = desk.post(reverse(ADD), WORDS | {"original": upload(bomb()), "caption": "Le fleuve Niger"})
    assert response.status_code == 200
    assert "40" in str(response.context["adminform"].form.errors["original"])
    assert "Le fleuve Niger</textarea>" in response.text
    assert not Picture.objects.exists()


def test_words_are_kept_when_another_field_is_wrong(desk):
    data = WORDS | {"original": upload(picture_bytes()), "focal_x": "200", "credit": "Ali / Agence"}
    response = desk.post(reverse(ADD), data)
    assert response.status_code == 200
    assert "Ali / Agence" in response.text


def test_no_transaction_is_open_while_a_picture_is_decoded(desk, monkeypatch):
    depth = len(connection.savepoint_ids)
    seen = []
    examine = library.uploads.examine
    monkeypatch.setattr(
        library.uploads, "examine", lambda file: seen.append(len(connection.savepoint_ids)) or examine(file)
    )
    desk.post(reverse(ADD), WORDS | {"original": upload(picture_bytes())})
    assert seen == [depth]


def test_changing_words_asks_for_no_file(desk):
    picture = add()
    response = desk.post(change_url(picture), WORDS | {"alt": "Un pont"})
    assert response.status_code == 302
    changed = Picture.objects.get()
    assert (changed.alt, changed.key) == ("Un pont", picture.key)


def test_changing_the_focal_point_gives_new_renditions(desk):
    picture = add()
    desk.post(change_url(picture), WORDS | {"focal_x": "20"})
    assert Picture.objects.get().key != picture.key


def test_editor_who_was_slower_is_told(desk, monkeypatch):
    picture = add()

    def lose(picture, *, by):
        raise library.PictureChangedError

    monkeypatch.setattr(library, "save", lose)
    response = desk.post(change_url(picture), WORDS | {"focal_x": "20"}, follow=True)
    (message,) = response.context["messages"]
    assert message.level_tag == "error"
    assert Picture.objects.get().key == picture.key


@pytest.mark.parametrize(("words", "levels"), [({}, ["warning", "success"]), ({"alt": "Un pont"}, ["success"])])
def test_saving_without_alternative_text_says_so(desk, words, levels):
    response = desk.post(reverse(ADD), WORDS | words | {"original": upload(picture_bytes())}, follow=True)
    assert [message.level_tag for message in response.context["messages"]] == levels


def test_missing_alternative_text_is_shown_and_can_be_listed(desk):
    bare, described, decorative = add(), add(alt="Un pont", credit="Ali"), add(is_decorative=True, credit="Ali")
    listing = reverse("admin:pictures_picture_changelist")
    html = desk.get(listing).text
    assert html.count("picture-lacks") == 2
    assert set(desk.get(listing, {"lacks": "alt"}).context["cl"].queryset) == {bare}
    assert described.pk
    assert decorative.pk


def test_list_asks_for_pictures_twice_however_many_there_are(desk):
    """One count, one page."""
    for _ in range(6):
        add()
    with CaptureQueriesContext(connection) as queries:
        html = desk.get(reverse("admin:pictures_picture_changelist")).text
    assert sum("pictures_picture" in query["sql"] for query in queries) == 2
    assert html.count("picture-thumbnail") == 6


def test_search_finds_words_of_the_caption(desk):
    found, _other = add(caption="Le pont des martyrs"), add(caption="Le marché")
    response = desk.get(reverse("admin:pictures_picture_changelist"), {"q": "martyrs"})
    assert list(response.context["cl"].queryset) == [found]


def test_form_shows_a_rendition_and_never_the_original(desk):
    picture = add()
    html = desk.get(change_url(picture)).text
    assert "data-focal-point" in html
    assert renditions.thumbnail_url(picture) in html
    assert picture.original.name not in html
    assert 'type="module"' in html
    assert "style=" not in html.split('id="picture_form"')[1].split("</form>")[0]


def test_form_of_a_new_picture_opens(desk):
    assert desk.get(reverse(ADD)).status_code == 200


def test_original_is_a_download_that_no_browser_runs(desk):
    """F11, F13"""
    data = picture_bytes(kind="PNG") + b"<html><script>alert(1)</script>"
    response = desk.get(original_url(add(data)))
    assert response.headers["Content-Disposition"].startswith("attachment;")
    assert response.headers["Content-Type"] == "image/png"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response.headers["Content-Security-Policy"]
    assert b"".join(response.streaming_content) == data
    response.close()


@pytest.mark.parametrize("role", ["reader", "subscriber", "subscriptions_desk", "pigiste"])
def test_original_is_only_for_those_who_keep_the_library(client, cast, role):
    """A11, F13"""
    client.force_login(getattr(cast, role))
    assert client.get(original_url(add())).status_code in {302, 403, 404}


def test_original_is_not_for_the_anonymous(client):
    """A11"""
    assert client.get(original_url(add())).status_code == 302


@pytest.mark.parametrize("role", ["journalist", "editor"])
def test_those_who_keep_the_library_may_download_the_original(client, cast, role):
    client.force_login(getattr(cast, role))
    response = client.get(original_url(add()))
    response.close()
    assert response.status_code == 200


def test_original_that_is_lost_is_not_found(desk):
    picture = add()
    picture.original.storage.delete(picture.original.name)
    assert desk.get(original_url(picture)).status_code == 404


@pytest.mark.parametrize(
    "path", ["/media/{original}", "/media/originals/{original}", "/media/pictures/", "/originals/"]
)
def test_no_public_address_leads_to_an_original_or_a_listing(client, path):
    """A11"""
    picture = add()
    assert client.get(path.format(original=picture.original.name)).status_code == 404


def test_deleting_removes_the_files(desk, django_capture_on_commit_callbacks):
    picture, other = add(), add()
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(reverse("admin:pictures_picture_delete", args=[picture.pk]), {"post": "yes"})
        action = {"action": "delete_selected", "_selected_action": [other.pk], "post": "yes"}
        desk.post(reverse("admin:pictures_picture_changelist"), action)
    assert not Picture.objects.exists()
    assert stored(picture.key) == stored(other.key) == set()
