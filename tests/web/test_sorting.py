"""Names stand where a French reader looks for them, on either database."""

import pytest

from articles.models import Tag
from web.sorting import Alphabetical

pytestmark = pytest.mark.django_db
NAMES = ["crue", "Dakar", "Eau", "École", "Énergie", "Œuvre", "Ville"]


@pytest.fixture(autouse=True)
def tags():
    for name in reversed(NAMES):
        Tag.objects.create(name=name, slug=name.encode().hex())


def test_accents_and_capitals_make_no_difference():
    names = Tag.objects.values_list("name", flat=True)
    assert list(names.order_by(Alphabetical("name"))) == NAMES
    assert list(names.order_by(Alphabetical("name").desc())) == NAMES[::-1]


def test_the_back_office_lists_tags_so(client, cast):
    client.force_login(cast.editor)
    page = client.get("/admin/articles/tag/").text
    assert [page.index(f">{name}<") for name in NAMES] == sorted(page.index(f">{name}<") for name in NAMES)
