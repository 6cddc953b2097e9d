"""D19: what articles use is not deleted, by nobody and by no way: the page says how many use it, the rows stay."""

import pytest
from django.apps import apps
from django.urls import reverse

from articles.models import Article, Byline, TaggedArticle
from tests.articles.writing import draft
from tests.factories import make_article, make_author, make_picture, make_section

pytestmark = pytest.mark.django_db
KINDS = {
    "section": ("articles_section", "3 articles se trouvent dans cette rubrique"),
    "author": ("authors_author", "3 articles portent cette signature"),
    "tag": ("articles_tag", "3 articles portent ce mot-clé"),
    "picture": ("pictures_picture", "3 articles montrent cette photo"),
}
COPIES = {name: kind for name, kind in KINDS.items() if name != "tag"}


@pytest.fixture
def enter(client, cast):
    def enter(role):
        client.force_login(getattr(cast, role), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return enter


@pytest.fixture
def used():
    """{kind: row} of what three articles use, published and hidden ones alike."""
    section, author, picture = make_section(), make_author(), make_picture()
    shared = {"section": section, "authors": [author], "picture": picture, "tags": ["Port"]}
    make_article(**shared)
    make_article(**shared)
    article = make_article(status="draft", published_at=None, **shared)
    return {"section": section, "author": author, "picture": picture, "tag": article.tags.get()}


def everything():
    """How many rows there are of each kind that articles are made of."""
    return [model.objects.count() for model in (Article, Byline, TaggedArticle)] + [
        apps.get_model(*name.split("_")).objects.count() for name, _words in KINDS.values()
    ]


def attempts(client, name, row):
    """Asking for the page, answering it, and choosing the row in the list."""
    page = reverse(f"admin:{name}_delete", args=[row.pk])
    chosen = {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"}
    return [
        client.get(page),
        client.post(page, {"post": "yes"}),
        client.post(reverse(f"admin:{name}_changelist"), chosen, follow=True),
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_editor_is_told_how_many_articles_use_it_and_nothing_goes(enter, used, kind):
    name, words = KINDS[kind]
    before = everything()
    for answer in attempts(enter("editor"), name, used[kind]):
        assert answer.status_code == 200
        assert words in answer.text
        assert 'value="Supprimer définitivement"' not in answer.text
    assert everything() == before


@pytest.mark.parametrize("role", ["pigiste", "journalist", "moderator", "subscriptions_desk"])
@pytest.mark.parametrize("kind", KINDS)
def test_others_may_not_delete_it_and_learn_no_number(enter, used, kind, role):
    name, words = KINDS[kind]
    before = everything()
    for answer in attempts(enter(role), name, used[kind]):
        assert words not in answer.text
        assert "3 articles" not in answer.text or answer.status_code == 200
    assert enter(role).post(reverse(f"admin:{name}_delete", args=[used[kind].pk]), {"post": "yes"}).status_code == 403
    assert everything() == before


@pytest.mark.parametrize("kind", COPIES)
def test_what_only_a_draft_uses_is_counted_too(enter, cast, kind):
    rows = {"section": make_section(), "author": make_author(), "picture": make_picture()}
    for _number in range(2):
        content = {
            "section": rows["section"],
            "bylines": [{"author": rows["author"].pk, "role": "author"}],
            "picture": rows["picture"].pk,
        }
        draft(by=cast.editor, **content)
    name, _words = KINDS[kind]
    before = everything()
    for answer in attempts(enter("editor"), name, rows[kind]):
        assert "2 textes en cours" in answer.text
    assert everything() == before


@pytest.mark.parametrize("kind", KINDS)
def test_what_nobody_uses_is_deleted_by_the_editor(enter, kind):
    """The refusals above are not those of everything."""
    make = {"section": make_section, "author": make_author, "picture": make_picture}
    name, _words = KINDS[kind]
    model = apps.get_model(*name.split("_"))
    row = make[kind]() if kind in make else model.objects.create(name="Seul", slug="seul")
    enter("editor").post(reverse(f"admin:{name}_delete", args=[row.pk]), {"post": "yes"})
    assert not model.objects.filter(pk=row.pk).exists()
