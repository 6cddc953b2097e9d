"""The lists of the back office answer what their own filters ask, and refuse any other question. CASES A15."""

import datetime as dt
import logging

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from articles import tag_names
from articles.models import Article, Section, Tag
from newsroom.logs import ShortRefusals
from tests.factories import make_article, make_author, make_picture, make_section
from web.desk import DeskAdmin

pytestmark = pytest.mark.django_db
# They lead to the form of their one row, whatever they are asked.
ONE_ROW = {"articles.Newspaper", "comments.WordList", "subscriptions.Terms"}
LISTS = [
    model
    for model, of in admin.site._registry.items()
    if isinstance(of, DeskAdmin) and model._meta.label not in ONE_ROW
]


def address(model):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")


@pytest.fixture
def boss(cast):
    client = Client()
    cast.editor.is_superuser = True
    cast.editor.save()
    client.force_login(cast.editor)
    return client


@pytest.mark.parametrize("model", LISTS, ids=lambda model: model._meta.label)
def test_any_other_question_is_refused(boss, model):
    for field in model._meta.get_fields():
        for lookup in ("regex", "icontains", "startswith", "year", "pk"):
            answer = boss.get(address(model), {f"{field.name}__{lookup}": "("})
            assert answer.status_code == 400, (field.name, lookup)


@pytest.mark.parametrize("model", LISTS, ids=lambda model: model._meta.label)
def test_no_list_is_asked_about_the_password_of_an_account_behind_it(boss, cast, model):
    """Neither one nor two relations away, nor beside a filter of the list's own."""
    people = [field.name for field in model._meta.get_fields() if field.related_model is User]
    for name in [*people, "author", "article__created_by", "user"]:
        lookup = f"{name}__password__startswith"
        for more in ({}, {"_facets": 1}, {"_popup": 1}):
            answer = boss.get(address(model), {lookup: cast.editor.password[:8], **more})
            assert answer.status_code == 400, (lookup, more)


@pytest.mark.parametrize("model", LISTS, ids=lambda model: model._meta.label)
def test_own_filters_answer_whatever_is_sent(boss, model):
    for name in admin.site._registry[model].list_filter:
        key = getattr(name, "parameter_name", name)
        for value in ("", "x", "-1", "9" * 30, "9223372036854775808", "1,2"):
            assert boss.get(address(model), {key: value}).status_code in {200, 302, 400}, (key, value)


def test_lists_do_not_say_to_which_rows_anothers_article_belongs(cast):
    """A section, a tag, a picture or an author of a scheduled article is not found by the article's number."""
    author, section, picture = make_author(), make_section(), make_picture()
    article = make_article(
        authors=[author],
        section=section,
        picture=picture,
        tags=["Secret"],
        published_at=timezone.now() + dt.timedelta(days=1),
    )
    client = Client()
    client.force_login(cast.pigiste)
    for path, query in [
        (address(Section), f"articles={article.pk}"),
        (address(Section), f"articles__gte={article.pk}"),
        (address(Tag), f"tagged={article.tagged.get().pk}"),
        (address(type(picture)), f"leads={article.pk}"),
        (address(type(author)), f"bylines={article.bylines.get().pk}"),
        (address(Article), "body__regex=([^<]|[^<>])%2B@@"),
    ]:
        assert client.get(f"{path}?{query}").status_code in {400, 403}, path


def test_tag_of_anothers_scheduled_article_is_not_named(cast):
    make_article(tags=["Motsecret"], published_at=timezone.now() + dt.timedelta(days=1))
    make_article(tags=["Motpublic"])
    client = Client()
    client.force_login(cast.pigiste)
    for path in (address(Tag), reverse("admin:articles_suggest_tags") + "?q=mot"):
        text = client.get(path).content.decode()
        assert "Motpublic" in text
        assert "Motsecret" not in text
    known = set(tag_names.known_to(cast.editor, Tag.objects.all()).values_list("name", flat=True))
    assert {"Motsecret", "Motpublic"} <= known


def test_nul_in_a_tags_address_is_not_found(client):
    assert client.get("/mot-cle/%00/").status_code == 404
    assert client.get("/mot-cle/1%00/").status_code == 404


def test_number_of_a_hidden_article_is_answered_like_one_that_no_article_has(cast):
    """A08"""
    hidden = make_article(status="draft", published_at=None)
    client = Client()
    client.force_login(cast.pigiste)
    path = reverse("admin:articles_suggest_articles")
    one, other = (client.get(path, {"id": key}).json()["results"][0] for key in (hidden.pk, hidden.pk + 10_000))
    assert one | {"id": 0} == other | {"id": 0}


@pytest.mark.parametrize("query", [{"email\nx__regex": "secret"}, {"a\x00": "secret"}])
def test_a_refused_question_is_one_line_of_the_log_without_its_value(boss, caplog, query):
    assert boss.get(address(User), query).status_code == 400
    [record] = [record for record in caplog.records if getattr(record, "status_code", None) == 400]
    assert ShortRefusals().filter(record)
    line = logging.Formatter("{message}", style="{").format(record)
    assert line
    assert "Traceback" not in line
    assert "secret" not in line


def test_an_error_of_the_site_keeps_its_traceback():
    trouble = (ZeroDivisionError, ZeroDivisionError(), None)
    record = logging.getLogger().makeRecord("x", logging.ERROR, "x", 1, "x", (), trouble)
    record.status_code = 500
    assert ShortRefusals().filter(record)
    assert record.exc_info
