"""Choosing the focal point of a picture with the mouse, under the policy of the back office."""

import pytest

from pictures.models import Picture
from tests.factories import make_user
from tests.pictures.samples import add, halves


@pytest.fixture
def desk(page, sign_in):
    sign_in(page, make_user(is_staff=True, is_superuser=True))
    return page


def click_at(page, x, y):
    """A click at these shares of the picture."""
    box = page.locator(".focal-point-picture").bounding_box()
    page.mouse.click(box["x"] + box["width"] * x, box["y"] + box["height"] * y)


def mark_at(page):
    """Where the mark is, in shares of the picture."""
    box = page.locator(".focal-point-picture").bounding_box()
    mark = page.locator(".focal-point-mark").bounding_box()
    return (
        round((mark["x"] + mark["width"] / 2 - box["x"]) / box["width"], 2),
        round((mark["y"] + mark["height"] / 2 - box["y"]) / box["height"], 2),
    )


def test_click_on_the_picture_sets_its_focal_point(desk):
    picture = add(halves(1200, 800))
    desk.goto(f"/admin/pictures/picture/{picture.pk}/change/")
    assert mark_at(desk) == (0.5, 0.5)
    click_at(desk, 0.25, 0.75)
    assert (desk.input_value("#id_focal_x"), desk.input_value("#id_focal_y")) == ("25", "75")
    assert mark_at(desk) == (0.25, 0.75)
    desk.fill("#id_focal_x", "90")
    assert mark_at(desk) == (0.9, 0.75)
    desk.click("[name=_save]")
    desk.locator("#changelist").wait_for()
    saved = Picture.objects.get()
    assert (saved.focal_x, saved.focal_y) == (90, 75)


def test_new_picture_can_be_clicked_before_it_is_sent(desk):
    desk.goto("/admin/pictures/picture/add/")
    assert desk.locator(".focal-point").is_hidden()
    desk.set_input_files("#id_original", {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": halves(1200, 800)})
    desk.locator(".focal-point canvas").wait_for()
    click_at(desk, 0.1, 0.2)
    desk.click("[name=_save]")
    desk.locator("#changelist").wait_for()
    saved = Picture.objects.get()
    assert (saved.focal_x, saved.focal_y) == (10, 20)


def test_file_that_is_no_picture_shows_no_preview_and_is_refused_beside_the_field(desk):
    desk.goto("/admin/pictures/picture/add/")
    desk.set_input_files("#id_original", {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": b"<script>"})
    desk.fill("#id_caption", "Le fleuve")
    desk.click("[name=_save]")
    assert "JPEG, PNG, WebP" in desk.inner_text(".field-original .errorlist")
    assert desk.input_value("#id_caption") == "Le fleuve"


def test_numbers_work_without_javascript(visit, sign_in):
    page = visit(javascript=False)
    sign_in(page, make_user(is_staff=True, is_superuser=True))
    picture = add(halves(1200, 800))
    page.goto(f"/admin/pictures/picture/{picture.pk}/change/")
    assert page.locator(".focal-point-mark").is_hidden()
    page.fill("#id_focal_x", "5")
    page.click("[name=_save]")
    page.locator("#changelist").wait_for()
    assert Picture.objects.get().focal_x == 5
