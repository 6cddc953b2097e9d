"""Who signs, in words."""

import pytest
from django.utils import translation

from articles.bylines import names, signatures
from articles.models import Article, Byline
from tests.factories import make_article, make_author


def signed(*signers):
    """An article as pages load it, signed by (name, role) in order."""
    article = make_article()
    for position, (name, role) in enumerate(signers):
        Byline.objects.create(article=article, author=make_author(name=name), role=role, position=position)
    return Article.objects.for_cards().get(pk=article.pk)


@pytest.mark.parametrize(
    ("signers", "expected"),
    [
        ([], ""),
        ([("Awa", "author")], "Awa"),
        ([("Awa", "author"), ("Moussa", "correspondent")], "Awa and Moussa"),
        ([("C", "author"), ("B", "guest"), ("A", "author")], "C, B and A"),
        ([("Photo", "photographer"), ("Awa", "author"), ("Trans", "translator")], "Awa"),
        ([("Photo", "photographer"), ("Trans", "translator")], "Photo and Trans"),
        ([("<b>Awa & {names}</b>", "author"), ("{last}", "author")], "<b>Awa & {names}</b> and {last}"),
    ],
)
def test_those_who_wrote_are_named_in_order(db, signers, expected):
    with translation.override("en"):
        assert names(signed(*signers)) == expected


def test_all_who_sign_are_there_with_their_role_in_words(db):
    with translation.override("en"):
        found = signatures(signed(("Awa", "author"), ("Photo", "photographer")))
    assert [(one.author.name, one.role, one.label) for one in found] == [
        ("Awa", "author", ""),
        ("Photo", "photographer", "pictures"),
    ]


def test_bylines_of_loaded_rows_take_no_query(db, django_assert_num_queries):
    article = signed(("Awa", "author"), ("Photo", "photographer"))
    with django_assert_num_queries(0):
        names(article)
        signatures(article)
