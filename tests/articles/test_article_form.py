"""The article's form in the back office: drafts, steps, forged requests, conflicts and bad input."""

import datetime as dt
import json
import re
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles import following, notes, state, workflow, working_copy
from articles.admin.editing import Desk
from articles.models import Article, Byline, Flag, RelatedArticle, Revision, TaggedArticle
from tests.articles.writing import draft, live, rewrite
from tests.factories import make_article, make_author, make_picture, make_section, make_user

ADD = "/admin/articles/article/add/"
HOUR = dt.timedelta(hours=1)


def change(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def filled(article=None, **fields):
    """What the browser sends for the article's newest working copy (an empty form without one)."""
    content, revision = working_copy.open_copy(article) if article else (working_copy.empty_content(), None)
    content |= {"minor": content["minor"] or None, "comments_open": content["comments_open"] or None}
    instants = ("published_at", "embargo_until", "unpublish_at", "breaking_until")
    sent = {name: local(getattr(article, name, None)) for name in instants} | content
    sent |= {"base": revision.pk if revision else "", "note": "", "seen": shown(article)} | fields
    picked = {name: json.dumps(sent[name]) for name in ("bylines", "tags", "related", "picture")}
    return {name: value for name, value in (sent | picked).items() if value is not None}


def shown(article):
    """What the form says of the article's state; empty for one that is not started."""
    return Desk(None, None, Article.objects.get(pk=article.pk)).shown if article else ""


def local(instant):
    return f"{timezone.localtime(instant):%Y-%m-%dT%H:%M:%S}" if instant else ""


@pytest.fixture
def signed_in(client, cast):
    def sign_in(role):
        client.force_login(getattr(cast, role), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in


@pytest.mark.django_db
def test_writer_starts_a_draft_and_reads_that_nothing_will_appear(signed_in):
    client = signed_in("pigiste")
    page = client.get(ADD)
    assert "Brouillon : rien ne paraîtra" in page.text.replace("\u00a0", " ")
    response = client.post(ADD, filled(headline="A first text", body="<p>Words.</p>"), follow=True)
    assert "A first text" in response.text
    assert Article.objects.get().status == "draft"


@pytest.mark.django_db
def test_form_says_when_the_article_will_appear(signed_in, cast, time_machine):
    time_machine.move_to(dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC), tick=False)
    client = signed_in("editor")
    article, _revision = draft(by=cast.editor)
    sent = filled(article, published_at="2026-11-26T06:00", step="schedule")
    response = client.post(change(article), sent, follow=True)
    text = response.text.replace("\u00a0", " ")
    assert "Paraîtra jeudi 26 novembre 2026 à 06:00 (heure de Bamako)" in text


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["pigiste", "journalist"])
@pytest.mark.parametrize("step", ["publish", "schedule", "withdraw", "send_back"])
def test_forged_step_of_a_writer_is_refused_and_nothing_is_live(signed_in, cast, role, step):
    """D01"""
    client = signed_in(role)
    article, _revision = draft(by=getattr(cast, role))
    sent = filled(article, step=step, published_at="2020-01-01T00:00", status="approved", note="x")
    assert client.post(change(article), sent).status_code == 403
    assert Article.objects.get().status == "draft"


@pytest.mark.django_db
def test_instants_and_status_sent_by_a_writer_are_ignored(signed_in, cast):
    """D01: added fields of the request change nothing."""
    client = signed_in("pigiste")
    article, _revision = draft(by=cast.pigiste)
    sent = filled(article, published_at="2020-01-01T00:00", embargo_until="2020-01-01T00:00", headline="Changed")
    sent |= {"status": "approved", "is_premium": "1", "created_by": cast.editor.pk, "step": "save"}
    assert client.post(change(article), sent).status_code == 302
    row = Article.objects.get()
    assert (row.status, row.published_at, row.embargo_until, row.created_by) == ("draft", None, None, cast.pigiste)


@pytest.mark.django_db
def test_forged_list_edits_and_inlines_change_nothing(signed_in, cast):
    """D03"""
    client = signed_in("pigiste")
    mine, other = draft(by=cast.pigiste)[0], live(by=cast.editor, tags=["Mali"])
    before = [
        list(model.objects.order_by("pk").values()) for model in (Article, Byline, TaggedArticle, RelatedArticle)
    ]
    forged = {
        "form-TOTAL_FORMS": "2",
        "form-INITIAL_FORMS": "0",
        "form-0-id": other.pk,
        "form-0-headline": "Forged",
        "form-1-headline": "New",
        "_save": "1",
    }
    client.post("/admin/articles/article/", forged)
    inlines = {
        f"{prefix}-{key}": value
        for prefix in ("bylines", "tagged", "related_rows")
        for key, value in {
            "TOTAL_FORMS": 1,
            "INITIAL_FORMS": 0,
            "0-article": other.pk,
            "0-author": 1,
            "0-id": "",
        }.items()
    }
    client.post(change(mine), filled(mine) | inlines)
    after = [list(model.objects.order_by("pk").values()) for model in (Article, Byline, TaggedArticle, RelatedArticle)]
    assert after == before


@pytest.mark.django_db
def test_delete_action_and_page_are_not_for_writers_nor_editors(signed_in, cast):
    article = live(by=cast.editor)
    for role in ("pigiste", "editor"):
        client = signed_in(role)
        client.post(
            "/admin/articles/article/", {"action": "delete_selected", "_selected_action": [article.pk], "post": "yes"}
        )
        assert client.post(f"/admin/articles/article/{article.pk}/delete/", {"post": "yes"}).status_code in {302, 403}
    assert Article.objects.filter(pk=article.pk).exists()


@pytest.mark.django_db
def test_freelancer_does_not_find_the_articles_of_others(signed_in, cast):
    other, _revision = draft(by=cast.editor, headline="Confidential")
    client = signed_in("pigiste")
    assert client.get(change(other)).status_code == 404
    assert client.post(change(other), filled(other, headline="Taken")).status_code == 404
    assert "Confidential" not in client.get("/admin/articles/article/?q=onfidentia").text
    assert other.revisions.count() == 1


@pytest.mark.django_db
def test_journalist_sees_the_article_of_another_but_saves_nothing(signed_in, cast):
    other, _revision = draft(by=cast.editor)
    client = signed_in("journalist")
    page = client.get(change(other))
    assert page.status_code == 200
    assert set(re.findall('name="step" value="([a-z_]+)', page.text)) == {"note"}
    assert client.post(change(other), filled(other, headline="Taken")).status_code == 403
    assert other.revisions.count() == 1


@pytest.mark.django_db
def test_stale_save_keeps_both_texts_and_says_who_saved(signed_in, cast):
    client = signed_in("editor")
    article, first = draft(by=cast.editor)
    stale = filled(article, headline="My headline", body="<p>My words.</p>")
    theirs = working_copy.save(
        article, first.content | {"headline": "Their headline"}, base=first.pk, by=cast.journalist
    )
    response = client.post(change(article), stale)
    assert response.status_code == 409
    for kept in ("My headline", "My words.", "Their headline", str(cast.journalist)):
        assert kept in response.text
    assert working_copy.newest(article) == theirs
    again = client.post(change(article), stale | {"base": theirs.pk})
    assert again.status_code == 302
    assert working_copy.read(working_copy.newest(article))["headline"] == "My headline"


@pytest.mark.django_db
def test_refused_publication_saves_the_text_and_says_why_beside_the_field(signed_in, cast):
    client = signed_in("editor")
    article, _revision = draft(by=cast.editor)
    response = client.post(change(article), filled(article, headline="Kept", body="", step="publish"))
    assert response.status_code == 422
    assert "body" in response.context["form"].errors
    assert working_copy.read(working_copy.newest(article))["headline"] == "Kept"
    assert Article.objects.get().status == "draft"
    assert response.context["form"]["base"].value() == working_copy.newest(article).pk


@pytest.mark.django_db
def test_refused_publication_of_a_new_article_goes_on_with_the_same_article(signed_in):
    client = signed_in("editor")
    response = client.post(ADD, filled(headline="Once", body="", step="publish"))
    assert response.status_code == 422
    assert f'action="{change(Article.objects.get())}"' in response.text


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("published_at", "yesterday"),
        ("slug", "not a slug!"),
        ("section", "999999"),
        ("related", "{broken"),
        ("bylines", '[{"author": 999999}]'),
        ("headline", "x" * 251),
        ("unpublish_at", "2020-01-01T00:00"),
    ],
)
def test_bad_input_is_told_beside_the_field_and_nothing_typed_is_lost(signed_in, cast, field, value):
    client = signed_in("editor")
    article, _revision = draft(by=cast.editor)
    sent = filled(article, body="<p>Words to keep.</p>", published_at="2026-01-01T00:00", step="schedule")
    sent |= {field: value}
    response = client.post(change(article), sent)
    assert response.status_code == 422
    assert field in response.context["form"].errors
    assert "Words to keep." in response.text
    assert article.revisions.count() == 1


@pytest.mark.django_db
def test_hour_that_the_clocks_skip_is_refused_in_words(signed_in, cast, settings):
    settings.TIME_ZONE = "Europe/Paris"
    client = signed_in("editor")
    article, _revision = draft(by=cast.editor)
    response = client.post(change(article), filled(article, published_at="2027-03-28T02:30", step="schedule"))
    assert "published_at" in response.context["form"].errors


@pytest.mark.django_db
def test_publishing_changes_without_touching_the_date_keeps_its_seconds(signed_in, cast):
    client = signed_in("editor")
    at = timezone.now().replace(microsecond=0, second=42) - HOUR
    article = live(by=cast.editor, at=at)
    sent = filled(article, headline="Better", step="publish")
    assert client.post(change(article), sent).status_code == 302
    article.refresh_from_db()
    assert (article.headline, article.published_at) == ("Better", at)


@pytest.mark.django_db
def test_script_in_the_text_is_not_stored(signed_in):
    """E01"""
    client = signed_in("pigiste")
    client.post(ADD, filled(headline="x", body="<p onclick=a()>Kept</p><script>alert(1)</script>"))
    assert working_copy.read(Revision.objects.get())["body"] == "<p>Kept</p>"


@pytest.mark.django_db
def test_french_typography_is_set_when_saving(signed_in):
    client = signed_in("pigiste")
    client.post(ADD, filled(kicker="#Mali :", headline="Qu'est-ce que c'est ?", body="<p>x</p>"))
    content = working_copy.read(Revision.objects.get())
    assert content["headline"] == "Qu’est-ce que c’est\u202f?"
    assert content["kicker"] == "#Mali\u00a0:"


@pytest.mark.django_db
def test_form_takes_the_same_queries_whatever_the_article_has(signed_in, cast, django_assert_max_num_queries):
    client = signed_in("editor")
    bare, _revision = draft(by=cast.editor)
    full, _revision = draft(
        by=cast.editor,
        related=[make_article().pk for _ in range(6)],
        bylines=[{"author": make_author().pk, "role": "author"} for _ in range(3)],
        body="".join(f'<aside data-article="{make_article().pk}"></aside>' for _ in range(5)),
    )
    assert client.get(change(bare)).status_code == 200
    title, base = "", working_copy.newest(full)
    Revision.objects.filter(pk=base.pk).update(content=base.content | {"picture": make_picture().pk})
    for number in range(200):
        title = f"Headline {number}"
        base = working_copy.save(full, working_copy.read(base) | {"headline": title}, base=base.pk, by=cast.editor)
        notes.write(full, f"@{cast.journalist.name} {number}", by=cast.editor)
    for flag in Flag.objects.all():
        following.raise_flag(full, flag, by=cast.editor)
    with django_assert_max_num_queries(20):
        assert title in client.get(change(full)).text


@pytest.mark.django_db
def test_list_takes_the_same_queries_for_two_and_for_twenty(signed_in, cast, django_assert_num_queries):
    client = signed_in("editor")
    section = make_section()

    def publish(number):
        for _ in range(number):
            live(by=cast.editor, section=section, bylines=[{"author": make_author().pk, "role": "author"}])

    publish(2)
    with CaptureQueriesContext(connection) as few:
        client.get("/admin/articles/article/")
    publish(18)
    with django_assert_num_queries(len(few)):
        client.get("/admin/articles/article/")


@pytest.mark.django_db
def test_form_opened_before_a_withdrawal_does_not_undo_it(signed_in, cast):
    """A12: the text is kept, the article stays withdrawn, and the person is told."""
    client = signed_in("editor")
    article = live(by=cast.editor)
    stale = filled(article, headline="Kept", step="publish")
    workflow.withdraw(article, by=cast.editor, note="Legal order")
    response = client.post(change(article), stale)
    assert response.status_code == 422
    assert Article.objects.get().status == "withdrawn"
    assert working_copy.read(working_copy.newest(article))["headline"] == "Kept"
    assert "L’état de l’article a changé entre-temps" in response.text
    again = filled(article, step="publish")
    assert client.post(change(article), again).status_code == 302
    assert Article.objects.get().is_published


@pytest.mark.django_db
def test_form_opened_before_new_dates_does_not_bring_the_old_ones_back(signed_in, cast):
    client = signed_in("editor")
    article, revision = draft(by=cast.editor)
    soon, later = (timezone.now().replace(microsecond=0) + hours * HOUR for hours in (1, 5))
    workflow.approve(article, revision, workflow.Instants(published_at=soon), by=cast.editor)
    stale = filled(article, step="schedule", headline="Kept")
    workflow.approve(article, revision, workflow.Instants(published_at=later), by=cast.editor)
    assert client.post(change(article), stale).status_code == 422
    assert Article.objects.get().published_at == later


@pytest.mark.django_db
def test_conflict_compares_their_version_with_mine_and_keeps_both(signed_in, cast):
    """D15: word by word, every field that differs; theirs can be opened whole, mine is in the form."""
    client = signed_in("editor")
    article, first = draft(by=cast.editor, headline="Le chat dort", body="<p>Un. Deux.</p>")
    author, section, related = make_author(name="Their Author"), make_section(name="Their Section"), make_article()
    stale = filled(article, headline="Le chat mange", body="<p>Un. Quatre.</p>")
    theirs = first.content | {
        "headline": "Le gros chat dort",
        "body": "<p>Un. Deux. <em>Trois.</em></p>",
        "bylines": [{"author": author.pk, "role": "author"}],
        "section": section.pk,
        "related": [related.pk],
        "tags": ["Their Tag"],
        "access": "subscribers",
    }
    newest = working_copy.save(article, theirs, base=first.pk, by=cast.journalist)
    response = client.post(change(article), stale)
    assert response.status_code == 409
    told = response.context["conflict"]["comparison"]
    names = {"headline", "body", "section", "bylines", "tags", "related", "access"}
    assert {one.name for one in told.changes} == names
    for word in ("Their Author", "Their Section", related.headline, "Their Tag", "Abonnés"):
        assert word in response.text
    assert "<ins>" in response.text
    assert "<p>Un. Deux. <em>Trois.</em></p>" in response.text
    assert response.context["form"]["body"].value() == "<p>Un. Quatre.</p>"
    assert f"?from={first.pk}&amp;to={newest.pk}" in response.text
    assert article.revisions.count() == 2


@pytest.mark.django_db
def test_conflict_with_a_forged_base_leads_to_no_comparison(signed_in, cast):
    article, _first = draft(by=cast.editor)
    _other, foreign = draft(by=cast.editor)
    for base in (foreign.pk, 10**18, ""):
        response = signed_in("editor").post(change(article), filled(article, headline="x", base=base))
        assert (response.status_code, response.context["conflict"]["base"]) == (409, None)


@pytest.mark.django_db
def test_whoever_may_only_read_sees_the_working_copy_and_not_the_row(signed_in, cast):
    """ARCHITECTURE § 5: the stock form shows the row to those with the right to view."""
    article = live(by=cast.editor, headline="Online", tags=["Old"])
    rewrite(article, by=cast.editor, headline="In the making", tags=["New"])
    form = signed_in("journalist").get(change(article)).context["form"]
    assert (form["headline"].value(), form["tags"].value()) == ("In the making", ["New"])


@pytest.mark.django_db
def test_fields_of_a_form_that_one_may_only_read_are_disabled(signed_in, cast):
    other, _revision = draft(by=cast.editor)
    form = signed_in("journalist").get(change(other)).context["form"]
    assert all(field.disabled for field in form.fields.values())


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["draft", "to_review", "scheduled", "published", "withdrawn"])
def test_list_filters_by_the_states_that_it_names(signed_in, cast, name):
    now = timezone.now()
    make_article(status="draft", published_at=None)
    make_article(status="to_review", published_at=None)
    make_article(published_at=now + HOUR)
    make_article(published_at=now - HOUR, embargo_until=now + HOUR)
    make_article()
    make_article(status="withdrawn")
    make_article(published_at=now - 2 * HOUR, unpublish_at=now - HOUR)
    make_article(changes_to_review=True)
    make_article(published_at=now + HOUR, changes_to_review=True)
    expected = {article for article in Article.objects.all() if state.name(article) == name}
    if name == "to_review":
        expected = {article for article in Article.objects.all() if state.waits_for_review(article)}
        assert len(expected) == 3
    found = set(signed_in("editor").get(f"/admin/articles/article/?state={name}").context["cl"].result_list)
    assert found == expected != set()


@pytest.mark.django_db
def test_what_readers_saw_is_not_deleted_even_by_a_superuser(client, cast):
    boss = make_user(is_staff=True, is_superuser=True)
    client.force_login(boss, backend="django.contrib.auth.backends.ModelBackend")
    public, unseen = live(by=cast.editor), draft(by=cast.editor)[0]
    rewrite(unseen, by=cast.editor, headline="Again")
    for article, status in ((public, 403), (unseen, 302)):
        response = client.post(f"/admin/articles/article/{article.pk}/delete/", {"post": "yes"})
        assert response.status_code == status
    assert set(Article.objects.all()) == {public}


@pytest.mark.django_db
@pytest.mark.parametrize("step", ["publish", "save"])
def test_form_of_a_new_article_sent_again_goes_on_with_the_same_article(signed_in, step):
    """A reload, a double click, or the browser's history."""
    client, key = signed_in("editor"), str(uuid.uuid4())
    client.post(ADD, filled(headline="Once", key=key, step="publish"))
    client.post(ADD, filled(headline="Once more", key=key, step=step))
    assert working_copy.open_copy(Article.objects.get())[0]["headline"] == "Once more"


@pytest.mark.django_db
def test_key_of_the_form_of_another_leads_nowhere(signed_in, cast):
    key = str(uuid.uuid4())
    signed_in("editor").post(ADD, filled(headline="Theirs", key=key))
    response = signed_in("pigiste").post(ADD, filled(headline="Mine", key=key))
    assert response.status_code == 422
    assert working_copy.open_copy(Article.objects.get())[0]["headline"] == "Theirs"


@pytest.mark.django_db
def test_empty_form_starts_no_article(signed_in):
    for step in ("save", "publish", "schedule"):
        response = signed_in("editor").post(ADD, filled(step=step, published_at="2026-01-01T00:00"))
        assert response.status_code == 422
        assert "headline" in response.context["form"].errors
    assert not Article.objects.exists()


@pytest.mark.django_db
def test_date_of_a_draft_is_kept_when_the_step_is_refused(signed_in, cast):
    client = signed_in("editor")
    article, _revision = draft(by=cast.editor)
    client.post(change(article), filled(article, body="", published_at="2027-03-04T05:06", step="schedule"))
    assert Article.objects.get().published_at == dt.datetime(2027, 3, 4, 5, 6, tzinfo=dt.UTC)
    assert Article.objects.get().status == "draft"


@pytest.mark.django_db
@pytest.mark.parametrize("date", ["0001-01-01T00:00", "0206-03-04T05:06", "9999-12-31T23:59"])
def test_year_typed_by_mistake_is_refused_beside_the_field(signed_in, cast, date):
    article = live(by=cast.editor)
    response = signed_in("editor").post(change(article), filled(article, published_at=date, step="publish"))
    assert "published_at" in response.context["form"].errors
    assert Article.objects.get().published_at == article.published_at


@pytest.mark.django_db
def test_counted_fields_say_their_limits(signed_in):
    page = signed_in("editor").get(ADD).text
    for field, limit in {"kicker": 60, "headline": 250, "standfirst": 1000}.items():
        tag = re.search(rf'<(?:input|textarea)[^>]*\bid="id_{field}"[^>]*>', page)[0]
        assert f'maxlength="{limit}"' in tag
        assert f'data-counter="id_{field}"' in page
    assert 'data-mark="110"' in re.search(r'<textarea[^>]*\bid="id_headline"[^>]*>', page)[0]


@pytest.mark.django_db
def test_what_happened_is_said_once(signed_in, cast, time_machine):
    time_machine.move_to(dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC), tick=False)
    client = signed_in("editor")
    article, _revision = draft(by=cast.editor)
    sent = filled(article, published_at="2026-11-26T06:00", step="schedule")
    page = client.post(change(article), sent, follow=True).text.replace("\u00a0", " ")
    assert page.count("Paraîtra jeudi 26 novembre 2026 à 06:00 (heure de Bamako)") == 1


@pytest.mark.django_db
def test_refused_form_leads_to_what_is_wrong_and_unfolds_it(signed_in):
    client = signed_in("editor")
    page = client.post(ADD, filled(headline="A text", embargo_until="9999-01-01T00:00")).text
    assert '<a href="#id_embargo_until">' in page
    assert '<details class="desk-more" open>' in page
    assert '<details class="desk-more">' in client.get(ADD).text


@pytest.mark.django_db
@pytest.mark.parametrize("embargo", ["", "2020-02-01T00:00"])
def test_scheduling_for_an_hour_that_passed_is_refused_and_nothing_is_online(signed_in, cast, embargo):
    article, _revision = draft(by=cast.editor)
    sent = filled(article, headline="Kept", published_at="2020-01-01T00:00", embargo_until=embargo, step="schedule")
    response = signed_in("editor").post(change(article), sent)
    assert response.status_code == 422
    assert "Publier maintenant" in response.context["form"].errors["published_at"][0]
    row = Article.objects.get()
    assert (row.status, row.published_at) == ("draft", None)
    assert working_copy.read(working_copy.newest(article))["headline"] == "Kept"


@pytest.mark.django_db
def test_embargo_to_come_lets_an_earlier_date_be_scheduled(signed_in, cast):
    article, _revision = draft(by=cast.editor)
    until = local(timezone.now() + HOUR)
    sent = filled(article, published_at="2020-01-01T00:00", embargo_until=until, step="schedule")
    assert signed_in("editor").post(change(article), sent).status_code == 302
    assert state.name(Article.objects.get()) == "scheduled"


@pytest.mark.django_db
def test_date_of_a_live_article_still_moves_into_the_past(signed_in, cast):
    article = live(by=cast.editor)
    for step, day in (("publish", "2020-01-01"), ("schedule", "2020-01-02")):
        sent = filled(article, published_at=f"{day}T00:00", step=step)
        assert signed_in("editor").post(change(article), sent).status_code == 302
        article.refresh_from_db()
        assert f"{article.published_at:%Y-%m-%d}" == day


@pytest.mark.django_db
def test_withdrawing_what_readers_see_asks_first_and_loses_nothing(signed_in, cast):
    client, article = signed_in("editor"), live(by=cast.editor)
    asked = client.post(change(article), filled(article, headline="Typed", note="Because", step="withdraw"))
    assert asked.status_code == 200
    assert "Retirer cet article" in asked.text
    assert "Retirer l’article" in asked.text
    assert ">Typed</textarea>" in asked.text.replace("\n", "")
    assert asked.text.count('name="note"') == 1
    assert asked.context["form"]["note"].value() == "Because"
    assert Article.objects.get().is_published
    empty = client.post(change(article), filled(article, step="withdraw", confirmed="1", note=" "))
    assert empty.status_code == 422
    assert "note" in empty.context["form"].errors
    assert Article.objects.get().is_published
    done = client.post(change(article), filled(article, step="withdraw", confirmed="1", note="Because"))
    assert done.status_code == 302
    assert Article.objects.get().status == "withdrawn"
    assert article.steps.first().note == "Because"


@pytest.mark.django_db
def test_cancelling_a_publication_that_nobody_saw_asks_nothing(signed_in, cast):
    article = live(by=cast.editor, at=timezone.now() + HOUR)
    assert signed_in("editor").post(change(article), filled(article, step="withdraw")).status_code == 302
    assert Article.objects.get().status == "draft"


@pytest.mark.django_db
def test_withdrawing_stands_apart_from_saving_and_enter_saves(signed_in, cast):
    page = signed_in("editor").get(change(live(by=cast.editor))).text
    bar = page[page.index('<footer class="desk-actions">') :]
    assert 'value="withdraw"' in page
    assert 'value="withdraw"' not in bar
    form = page[page.index('class="desk"') :]
    assert "name=" not in re.search(r"<button[^>]*>", form)[0]


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["pigiste", "journalist"])
def test_writers_are_shown_no_dates_that_they_cannot_set(signed_in, role):
    page = signed_in(role).get(ADD).text
    assert page.count("La rédaction en chef fixe la date") == 1
    for name in ("published_at", "embargo_until", "unpublish_at", "breaking_until"):
        assert f'name="{name}"' not in page
    assert 'name="slug"' in page


@pytest.mark.django_db
def test_lists_mark_changes_that_readers_do_not_get(signed_in, cast, time_machine, django_assert_num_queries):
    # At noon: an hour ago is today, and so in a pile of the first page.
    time_machine.move_to(dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC))
    client, words = signed_in("editor"), "Modifications non publiées"
    changed, same = live(by=cast.editor), live(by=cast.editor)
    begun, _revision = draft(by=cast.editor)
    rewrite(begun, by=cast.editor, headline="Again")
    pages = ("/admin/articles/article/", "/admin/")
    assert all(words not in client.get(page).text for page in pages)
    counts = []
    for page in pages:
        with CaptureQueriesContext(connection) as queries:
            client.get(page)
        counts.append(len(queries))
    newest = rewrite(changed, by=cast.editor, headline="Better")
    for page, count in zip(pages, counts, strict=True):
        with django_assert_num_queries(count):
            assert client.get(page).text.count(words) == 1
    workflow.publish(Article.objects.get(pk=changed.pk), newest, workflow.Instants(), by=cast.editor)
    assert all(words not in client.get(page).text for page in pages)
    assert same.is_published


@pytest.mark.django_db
@pytest.mark.parametrize(("role", "status"), [("pigiste", 403), ("journalist", 403), ("editor", 200)])
def test_chief_editors_delete_what_no_reader_ever_saw(signed_in, cast, role, status):
    article, _revision = draft(by=getattr(cast, role))
    client, address = signed_in(role), reverse("admin:articles_article_delete", args=[article.pk])
    assert (f'href="{address}"' in client.get(change(article)).text) is (status == 200)
    asked = client.get(address)
    assert asked.status_code == status
    # The words that are searched and the versions are the article itself.
    assert "Disparaît avec" not in asked.text
    client.post(address, {"post": "yes"})
    assert Article.objects.filter(pk=article.pk).exists() is (status != 200)


@pytest.mark.django_db
@pytest.mark.parametrize("make", [make_article, lambda: make_article(status=Article.Status.WITHDRAWN)])
def test_what_readers_saw_is_not_deleted(signed_in, make):
    article, client = make(), signed_in("editor")
    address = reverse("admin:articles_article_delete", args=[article.pk])
    assert f'href="{address}"' not in client.get(change(article)).text
    assert client.post(address, {"post": "yes"}).status_code == 403
    assert Article.objects.filter(pk=article.pk).exists()


@pytest.mark.django_db
def test_a_year_that_is_a_slip_of_the_pen_is_refused(signed_in, cast):
    article, _revision = draft(by=cast.editor)
    far = timezone.now() + dt.timedelta(days=3 * 366)
    answer = signed_in("editor").post(change(article), filled(article, published_at=local(far), step="schedule"))
    assert answer.status_code == 422
    assert "vérifiez l’année" in answer.text
    article.refresh_from_db()
    assert article.status == Article.Status.DRAFT
