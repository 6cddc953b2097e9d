"""A15: the filters, searches and counts of the desk's lists tell a contributor nothing of what others write."""

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from articles.models import Article, Section, Tag
from tests.articles.writing import draft
from tests.factories import make_article, make_author, make_section

pytestmark = pytest.mark.django_db
LIST = "admin:articles_article_changelist"
WORD = "canariword"


@pytest.fixture
def other(cast):
    author = make_author(user=cast.editor)
    article, _revision = draft(by=cast.editor, headline=WORD, body=f"<p>{WORD}</p>")
    make_article(
        headline=WORD, status="draft", published_at=None, created_by=cast.editor, tags=[WORD], authors=[author]
    )
    return article


@pytest.fixture
def enter(client, cast):
    def enter(role):
        client.force_login(getattr(cast, role), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return enter


def queries():
    hidden = Article.objects.exclude(section=None).first()
    return [
        {"q": WORD},
        {"state": "draft"},
        {"state": "late"},
        {"section": hidden.section_id},
        {"author": hidden.bylines.first().author_id},
        {"tag": WORD},
        {"period": "today"},
        {"day": "2026-11-23"},
        {"_facets": "1"},
        {"_popup": "1", "q": WORD},
    ]


def test_filters_find_nothing_of_others(enter, other):
    client = enter("pigiste")
    for query in queries():
        answer = client.get(reverse(LIST), query)
        assert answer.context["cl"].result_count == 0, query
        if WORD not in query.values():
            assert WORD not in answer.text, query


def test_filters_find_for_those_who_may_see(enter, other):
    client = enter("editor")
    for query in queries()[:6]:
        found = client.get(reverse(LIST), query).context["cl"].result_count
        assert found or query.get("state") == "late", query


def test_counts_of_sections_and_tags_are_those_of_the_own_list(enter, other):
    for name in ("section", "tag"):
        path = reverse(f"admin:articles_{name}_changelist")
        counts = {
            role: [row.used for row in enter(role).get(path).context["cl"].result_list]
            for role in ("pigiste", "editor")
        }
        assert not any(counts["pigiste"])
        assert any(counts["editor"])


def said_of_articles(answer):
    """{row: what the column of articles says}"""
    page = answer.context["cl"]
    return {str(row): strip_tags(page.model_admin.articles(row)) for row in page.result_list}


def test_counts_say_to_a_freelancer_what_is_online_and_what_is_theirs(enter, cast):
    """Of a row they learn what readers could count, and their own; whoever sees the whole desk gets one number."""
    section, author = make_section(name="Ville"), make_author(name="Awa Sylla")
    shared = {"section": section, "authors": [author], "tags": ["Port"]}
    for _number in range(3):
        make_article(**shared)
    make_article(status="draft", published_at=None, created_by=cast.editor, **shared)
    make_article(status="draft", published_at=None, created_by=cast.pigiste, **shared)
    for name, row in (("articles_section", "Ville"), ("authors_author", "Awa Sylla"), ("articles_tag", "Port")):
        path = reverse(f"admin:{name}_changelist")
        assert said_of_articles(enter("pigiste").get(path))[row] == "3 en ligne · 1 à vous"
        assert said_of_articles(enter("journalist").get(path))[row] == "5 articles"


def test_numbers_of_the_counts_lead_to_what_they_count(enter, cast):
    section = make_section(name="Ville")
    make_article(section=section)
    make_article(section=section, status="draft", published_at=None, created_by=cast.pigiste)
    client = enter("pigiste")
    text = client.get(reverse("admin:articles_section_changelist")).text
    online, own = f'href="{section.get_absolute_url()}"', f'href="{reverse(LIST)}?section={section.pk}"'
    assert online in text
    assert own in text
    assert client.get(reverse(LIST), {"section": section.pk}).context["cl"].result_count == 1


@pytest.mark.parametrize("role", ["pigiste", "editor"])
@pytest.mark.parametrize("name", ["articles_section", "authors_author", "articles_tag"])
def test_counting_takes_the_same_queries_for_any_number_of_rows(enter, name, role, django_assert_max_num_queries):
    client, seen = enter(role), []
    for number in range(2):
        for other in range(4):
            make_article(section=make_section(), authors=[make_author()], tags=[f"tag {number} {other}"])
        with django_assert_max_num_queries(14) as queries:
            assert client.get(reverse(f"admin:{name}_changelist")).status_code == 200
        seen.append(len(queries))
    assert seen[0] == seen[1]


@pytest.mark.parametrize(
    "query", [{"q": "\0"}, {"state": "\0"}, {"tag": "a\0"}, {"author": "\0"}, {"section__name": "\0"}, {"o": "\0"}]
)
@pytest.mark.parametrize("name", ["articles_article", "articles_section", "articles_tag", "pictures_picture"])
def test_null_characters_in_lists_are_a_bad_request(enter, name, query):
    assert enter("editor").get(reverse(f"admin:{name}_changelist"), query).status_code == 400


@pytest.mark.parametrize("value", ["x", "-1", "9" * 30, "²", "2026-13-45", "", " "])
def test_odd_values_of_filters_never_fail(enter, other, value):
    for name in ("state", "section", "author", "tag", "period", "day"):
        assert enter("editor").get(reverse(LIST), {name: value}).status_code in {200, 302}


def test_section_with_articles_is_not_deleted(enter):
    """D19: refused to a contributor by right, to the editor with a number in words."""
    section = make_article().section
    for _number in range(499):
        make_article(section=section)
    path = reverse("admin:articles_section_delete", args=[section.pk])
    assert enter("pigiste").post(path, {"post": "yes"}).status_code == 403
    answer = enter("editor").post(path, {"post": "yes"})
    assert answer.status_code == 200
    assert "500 articles" in answer.text
    assert Section.objects.filter(pk=section.pk).exists()
    assert section.articles.count() == 500


def test_author_and_section_that_a_draft_uses_are_not_deleted(enter, cast):
    author = make_author()
    article, revision = draft(by=cast.editor, bylines=[{"author": author.pk, "role": "author"}])
    section = revision.content["section"]
    for name, key in (("authors_author", author.pk), ("articles_section", section)):
        answer = enter("editor").post(reverse(f"admin:{name}_delete", args=[key]), {"post": "yes"})
        assert answer.status_code == 200, name
        assert article.revisions.exists()


def test_list_of_articles_takes_constant_queries(enter, cast, django_assert_max_num_queries):
    """Session, rights, choices, rows, bylines with authors: the same for six articles as for twelve."""
    client = enter("editor")
    counts = []
    for _round in range(2):
        for _number in range(6):
            make_article(authors=[make_author()], tags=["a"])
        with django_assert_max_num_queries(22) as seen:
            assert client.get(reverse(LIST)).status_code == 200
        counts.append(len(seen))
    assert counts[0] == counts[1]
    assert Tag.objects.count() == 1
