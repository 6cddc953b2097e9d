"""What the tests of previews have at hand: a link, the path of its page, and the forms of its guest."""

import uuid

from django.urls import reverse

from articles import preview_links
from tests.articles.writing import draft


def share(*, by, article=None, hours=24, label="", **fields):
    """A live link to a draft, or to the article."""
    article = article or draft(by=by, **fields)[0]
    return preview_links.make(article, by=by, hours=hours, label=label)


def at(link, route="shared_preview"):
    return reverse(route, args=[preview_links.token_of(link)])


def leave(client, link, text="A remark.", *, kind="remark", name="Awa", headers=None, **fields):
    sent = {"name": name, "text": text, "kind": kind, "key": uuid.uuid4(), **fields}
    return client.post(at(link, "shared_preview_remark"), sent, headers=headers)
