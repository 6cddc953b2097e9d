"""How the tests of the room ask for it."""

import re
import uuid

from comments.models import room_address

FRAGMENT = {"X-Requested-With": "fragment"}


def post_address(article):
    return f"{room_address(article)}publier/"


def send(client, article, text="A remark of mine.", *, headers=None, **fields):
    data = {"text": text, "key": uuid.uuid4(), **fields}
    return client.post(post_address(article), data, headers=headers)


def page_text(response):
    """The words of a page, without tags."""
    return re.sub(r"<[^>]*>", " ", response.content.decode())
