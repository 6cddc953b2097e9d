"""« Avant parution »: what is looked at, what it holds back, and the page of its switches."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import checklist, following, workflow
from articles.models import Article, ChecklistRule, Flag, FormerAddress
from articles.workflow import Instants, WorkflowError
from journal.models import Entry
from tests.articles.test_article_form import change, filled, signed_in  # noqa: F401 - a fixture
from tests.articles.writing import content, draft
from tests.factories import make_article, make_picture

pytestmark = pytest.mark.django_db
RULES = "/admin/articles/checklistrule/"
HOUR = dt.timedelta(hours=1)


def levels(article=None, rules=None, at=None, **fields):
    """{field: worst level} of a text that lacks nothing but what is given."""
    whole = {"standfirst": "Two sentences.", "tags": ["Mali"]} | fields
    found = checklist.check(article, content(**whole), rules or checklist.rules(), at=at)
    order = [checklist.OK, "warn", "block"]
    worst = {}
    for one in found:
        worst[one.field] = max(worst.get(one.field, checklist.OK), one.level, key=order.index)
    return {field: level for field, level in worst.items() if level != checklist.OK}


def set_rule(key, level, number=None):
    ChecklistRule.objects.filter(key=key).update(level=level, number=number)


def test_newsroom_begins_with_the_usual_rules():
    assert checklist.rules() == checklist.USUAL
    assert ChecklistRule.objects.count() == len(ChecklistRule.Key)
    ChecklistRule.objects.all().delete()
    assert checklist.rules() == checklist.USUAL


def test_text_that_lacks_nothing_is_in_order():
    assert levels() == {}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"standfirst": " "}, {"standfirst": "warn"}),
        ({"tags": []}, {"tags": "warn"}),
        ({"headline": "x" * 110}, {}),
        ({"headline": "x" * 111}, {"headline": "warn"}),
        ({"headline": " "}, {"headline": "block"}),
        ({"body": ""}, {"body": "block"}),
    ],
)
def test_each_lack_is_found_where_it_is_mended(fields, expected):
    assert levels(**fields) == expected


def test_article_without_a_section_is_held_back():
    found = checklist.check(None, content() | {"section": None}, checklist.rules())
    assert ("block", "section") in {(one.level, one.field) for one in found}


@pytest.mark.parametrize(
    ("picture", "expected"),
    [
        ({"alt": "Two men", "credit": "AMAP"}, {}),
        ({"alt": "", "credit": "AMAP"}, "block"),
        ({"alt": "", "is_decorative": True, "credit": "AMAP"}, {}),
        ({"alt": "Two men", "credit": " "}, "warn"),
    ],
)
def test_pictures_of_the_lead_and_of_the_text_are_looked_at(picture, expected):
    key = make_picture(**picture).pk
    for place, fields in (
        ("picture", {"picture": key}),
        ("body", {"body": f'<p>x</p><figure data-picture="{key}"><figcaption></figcaption></figure>'}),
    ):
        assert levels(**fields) == ({place: expected} if expected else {})


def test_links_lead_to_what_readers_see():
    public, hidden = make_article(), make_article(status="draft", published_at=None)
    assert levels(related=[public.pk], body=f'<p>x</p><aside data-article="{public.pk}"></aside>') == {}
    assert levels(related=[hidden.pk]) == {"related": "warn"}
    assert levels(body=f'<p>x</p><aside data-article="{hidden.pk}"></aside>') == {"body": "warn"}


def test_links_by_address_are_followed_and_those_elsewhere_are_not(settings):
    public = make_article()
    withdrawn = make_article(status="withdrawn")
    FormerAddress.objects.create(path="2020/01/02/former", article=public)
    address = public.get_absolute_url()
    for good in (
        address,
        settings.SITE_URL + address,
        "/2020/01/02/former/",
        "https://example.org/2020/01/01/x/",
        "/",
    ):
        assert levels(body=f'<p><a href="{good}">words</a></p>') == {}, good
    for dead in (withdrawn.get_absolute_url(), "/2020/01/01/nothing/", f"{settings.SITE_URL}/2020/01/01/nothing/"):
        assert levels(body=f'<p><a href="{dead}">words</a></p>') == {"body": "warn"}, dead
    for odd in ("/2020/13/45/x/", "/0000/01/01/x/", "//[x/2020/01/01/x/", "/2020/01/01/é/"):
        assert levels(body=f'<p><a href="{odd}">words</a></p>') == {}, odd


def test_link_to_what_appears_before_the_article_is_in_order():
    later = make_article(published_at=timezone.now() + HOUR)
    assert levels(related=[later.pk]) == {"related": "warn"}
    assert levels(related=[later.pk], at=timezone.now() + 2 * HOUR) == {}


def test_what_is_hidden_is_told_by_number_only():
    hidden = make_article(status="draft", published_at=None, headline="Secretcanary")
    found = checklist.check(
        None,
        content(related=[hidden.pk], body=f'<p>x</p><aside data-article="{hidden.pk}"></aside>'),
        checklist.rules(),
    )
    assert "Secretcanary" not in " ".join(one.sentence for one in found)


def test_flags_block_or_warn(cast):
    article, _revision = draft(by=cast.editor)
    legal, photo = Flag.objects.order_by("-blocks")
    following.raise_flag(article, photo, by=cast.editor)
    assert levels(article) == {"flags": "warn"}
    following.raise_flag(article, legal, by=cast.editor)
    assert levels(article) == {"flags": "block"}


def test_rule_that_is_off_looks_at_nothing():
    assert ChecklistRule.objects.update(level="off") == len(ChecklistRule.Key)
    bare = make_picture(alt="")
    assert levels(standfirst="", tags=[], headline="x" * 200, picture=bare.pk) == {}
    assert levels(body="") == {"body": "block"}


def test_check_takes_the_same_queries_whatever_is_in_the_text(cast):
    article, _revision = draft(by=cast.editor)

    def queries(number):
        boxes = "".join(
            f'<aside data-article="{make_article().pk}"></aside>'
            f'<p><a href="{make_article().get_absolute_url()}">x</a></p>'
            f'<figure data-picture="{make_picture().pk}"><figcaption></figcaption></figure>'
            for _ in range(number)
        )
        text = content(body=boxes, related=[make_article().pk for _ in range(number)])
        with CaptureQueriesContext(connection) as seen:
            checklist.check(article, text, checklist.USUAL)
        return len(seen)

    assert queries(1) == queries(7) == 4


def test_rule_that_blocks_refuses_publication_and_schedule_beside_the_field(cast):
    article, revision = draft(by=cast.editor, standfirst="")
    set_rule("standfirst", "block")
    later = Instants(published_at=timezone.now() + HOUR)
    for verb in (
        lambda: workflow.publish(article, revision, Instants(), by=cast.editor),
        lambda: workflow.approve(article, revision, later, by=cast.editor),
    ):
        with pytest.raises(WorkflowError) as refused:
            verb()
        assert list(refused.value.problems) == ["standfirst"]
    assert Article.objects.get().status == "draft"
    workflow.submit(article, revision, by=cast.editor)


def test_flag_that_blocks_holds_the_publication_until_it_is_cleared(cast):
    article, revision = draft(by=cast.editor)
    legal = Flag.objects.get(blocks=True)
    following.raise_flag(article, legal, by=cast.editor)
    with pytest.raises(WorkflowError) as refused:
        workflow.publish(article, revision, Instants(), by=cast.editor)
    assert legal.name in str(refused.value)
    following.clear_flag(article, legal, by=cast.editor)
    workflow.publish(article, revision, Instants(), by=cast.editor)
    assert Article.objects.published().exists()


def test_publication_with_warnings_tells_them(signed_in, cast):  # noqa: F811
    article, _revision = draft(by=cast.editor, tags=["Mali"])
    page = signed_in("editor").post(change(article), filled(article, step="publish"), follow=True).text
    assert "À revoir\u00a0: Pas de chapô" in page
    assert Article.objects.published().exists()


def test_form_shows_what_was_saved_and_its_lines_lead_to_the_fields(signed_in, cast):  # noqa: F811
    article, _revision = draft(by=cast.editor, headline="x" * 111)
    page = signed_in("editor").get(change(article))
    lines = {line["anchor"]: line["level"] for line in page.context["checklist"]["lines"]}
    assert lines["id_headline"] == lines["id_standfirst"] == "warn"
    assert lines["id_section"] == "ok"
    assert '<a href="#id_standfirst">' in page.text


def test_counter_of_the_headline_follows_the_rule(signed_in):  # noqa: F811
    client = signed_in("editor")
    set_rule("headline_length", "warn", 70)
    assert 'data-mark="70"' in client.get("/admin/articles/article/add/").text
    set_rule("headline_length", "off", 70)
    assert "data-mark" not in client.get("/admin/articles/article/add/").text


def check(article=None):
    return f"/admin/articles/article/{article.pk}/checklist/" if article else "/admin/articles/article/checklist/"


def test_what_is_typed_is_looked_at_and_not_saved(signed_in, cast):  # noqa: F811
    article, _revision = draft(by=cast.editor)
    sent = filled(article, headline="x" * 111, published_at="nonsense")
    answer = signed_in("editor").post(check(article), sent)
    assert "111 signes" in answer.text
    assert article.revisions.count() == 1
    assert "titre" in signed_in("pigiste").post(check(), filled(headline="")).text
    assert Article.objects.count() == 1


@pytest.mark.parametrize(
    ("role", "others", "new"),
    [
        ("pigiste", 404, 200),
        ("journalist", 403, 200),
        ("editor", 200, 200),
        ("moderator", 404, 403),
        ("reader", 302, 302),
    ],
)
def test_check_is_for_those_who_may_change_the_article(signed_in, cast, role, others, new):  # noqa: F811
    article, _revision = draft(by=cast.editor)
    client = signed_in(role)
    assert client.post(check(article), filled(article)).status_code == others
    assert client.post(check(), filled()).status_code == new
    assert client.get(check(article)).status_code in {405, 302}


def switches(**changes):
    sent = {f"{key}-level": rule.level for key, rule in checklist.rules().items()}
    return sent | {"headline_length-number": "110"} | changes


def test_editor_sets_the_rules_and_the_journal_keeps_each_change(signed_in, cast):  # noqa: F811
    client = signed_in("editor")
    assert "Contrôles avant parution" in client.get(RULES).text
    changed = switches(**{"tag-level": "block", "headline_length-number": "90"})
    assert client.post(RULES, changed).status_code == 302
    rules = checklist.rules()
    assert rules["tag"].level == "block"
    assert rules["headline_length"] == ("warn", 90)
    entries = Entry.objects.filter(action="Check before publication changed")
    assert {entry.detail for entry in entries} == {"Signale → Bloque la parution", "Signale (110) → Signale (90)"}
    assert {entry.by_key for entry in entries} == {cast.editor.pk}
    client.post(RULES, changed)
    assert entries.count() == 2


@pytest.mark.parametrize("sent", [{"tag-level": "nonsense"}, {"headline_length-number": "5"}, {"credit-level": ""}])
def test_switch_that_makes_no_sense_is_refused_and_nothing_is_saved(signed_in, sent):  # noqa: F811
    answer = signed_in("editor").post(RULES, switches(**{"standfirst-level": "off"} | sent))
    assert answer.status_code == 422
    assert 'class="errorlist"' in answer.text
    assert checklist.rules() == checklist.USUAL


@pytest.mark.parametrize("role", ["pigiste", "journalist", "moderator", "subscriptions_desk"])
def test_rules_and_flags_are_the_editors(signed_in, role):  # noqa: F811
    client = signed_in(role)
    assert client.get(RULES).status_code == 403
    assert client.post(RULES, switches()).status_code == 403
    assert client.get("/admin/articles/flag/").status_code == 403
    assert client.post("/admin/articles/flag/add/", {"name": "x"}).status_code == 403


def test_flag_in_use_is_not_deleted(signed_in, cast):  # noqa: F811
    article, _revision = draft(by=cast.editor)
    photo = Flag.objects.get(blocks=False)
    following.raise_flag(article, photo, by=cast.editor)
    client = signed_in("editor")
    answer = client.post(f"/admin/articles/flag/{photo.pk}/delete/", {"post": "yes"})
    assert "1 article porte ce drapeau" in answer.text
    assert Flag.objects.filter(pk=photo.pk).exists()
