"""The writing area and the pickers of the article's form, as an editor uses them, under the policy of the back office."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.factories import make_article, make_author

FORM = "/admin/articles/article/add/"


@pytest.fixture
def form(page, sign_in, cast):
    sign_in(page, cast.editor)
    page.goto(FORM)
    page.locator(".ProseMirror").wait_for()
    return page


def body(page):
    return page.locator("textarea[name=body]").input_value()


def write(page, *lines):
    page.locator(".ProseMirror").click()
    for number, line in enumerate(lines):
        if number:
            page.keyboard.press("Enter")
        page.keyboard.type(line)


def test_what_is_typed_is_in_the_text_area(form):
    write(form, "Un premier paragraphe", "Un second")
    assert body(form) == "<p>Un premier paragraphe</p><p>Un second</p>"
