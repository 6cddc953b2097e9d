"""The register of rights of reply in the back office: form, buttons, list, rules, first page."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles import workflow, working_copy
from articles.models import Article, ReplyRequest, ReplyRule
from articles.workflow import Instants
from journal.models import Entry
from tests.articles.writing import draft, live
from tests.factories import make_article, make_newspaper, make_reply_request

pytestmark = pytest.mark.django_db
ADD = "/admin/articles/replyrequest/add/"
LIST = "/admin/articles/replyrequest/"
RULES = "/admin/articles/replyrule/"
HOUR = dt.timedelta(hours=1)
PAYLOAD = '"><img src=x onerror=alert(1)>'
OTHERS = ["pigiste", "journalist", "moderator", "subscriptions_desk"]


@pytest.fixture
def enter(client, cast):
    def enter(role="editor"):
        client.force_login(getattr(cast, role), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return enter


@pytest.fixture
def article(cast):
    make_newspaper()
    return live(by=cast.editor, headline="Le fleuve monte")


def change(row):
    return reverse("admin:articles_replyrequest_change", args=[row.pk])


def local(instant):
    return timezone.localtime(instant, timezone.get_default_timezone()).strftime("%Y-%m-%dT%H:%M:%S")


def sent(row=None, **fields):
    """What the browser sends of a request's form."""
    if row is None:
        rule = ReplyRule.objects.get(is_default=True)
        known = {"requester": "Assitou Kéita", "means": "letter", "text": "C'est faux.", "rule": rule.pk}
        known["received_at"] = local(timezone.now() - HOUR)
    else:
        names = ("requester", "capacity", "contact", "means", "text", "refusal")
        known = {name: getattr(row, name) for name in names}
        known |= {"article": row.article_id, "rule": row.rule_id, "handled_by": row.handled_by_id or ""}
        known |= {"received_at": local(row.received_at), "seen": row.changed_at.isoformat(), "linked": ""}
    return known | fields


def errors(answer):
    return " ".join(re.findall(r'<ul class="errorlist[^>]*>(.*?)</ul>', answer.text, re.DOTALL))


def test_request_is_entered_from_the_article_and_says_its_end_at_once(enter, article, cast):
    desk = enter()
    form = desk.get(reverse("admin:articles_article_change", args=[article.pk])).text
    path = re.search(rf'href="({ADD}[^"]*)"', form)[1].replace("&amp;", "&")
    page = desk.get(path)
    assert str(article) in page.text
    answer = desk.post(path, sent(article=article.pk), follow=True)
    row = ReplyRequest.objects.get()
    assert answer.redirect_chain == [(change(row), 302)]
    assert (row.requester, row.text, row.handled_by) == ("Assitou Kéita", "C'est faux.", cast.editor)
    assert "À publier avant" in answer.text
    assert "À vérifier par votre conseil" in answer.text
    assert Entry.objects.about(article).filter(action="Right of reply received").exists()
    assert row.requester in desk.get(reverse("admin:articles_article_change", args=[article.pk])).text


def test_button_begins_the_answer_and_keeps_what_was_typed(enter, article):
    row = make_reply_request(article, text="Old.")
    answer = enter().post(change(row), sent(row, text="New words.", step="write"))
    row.refresh_from_db()
    assert answer.url == reverse("admin:articles_article_change", args=[row.answer_id])
    content, _revision = working_copy.open_copy(row.answer)
    assert content["body"] == "<p>New words.</p>"
    page = enter().get(change(row)).text
    assert 'value="write"' not in page
    assert 'value="unlink"' in page
    form = enter().get(answer.url).text
    assert "Closes\u00a0: cet article est un droit de réponse." in form
    assert re.search(r'<input[^>]*name="comments_open"[^>]*disabled', form)
    assert 'name="comments_open" checked' not in form
    assert change(row) not in form


def test_existing_article_is_linked_and_untied(enter, article):
    row, other = make_reply_request(article), make_article()
    desk = enter()
    assert "Choisissez l’article" in errors(desk.post(change(row), sent(row, step="link")))
    assert "lui-même" in errors(desk.post(change(row), sent(row, step="link", linked=article.pk)))
    # An article that was chosen counts whatever saves the form.
    desk.post(change(row), sent(row, linked=other.pk))
    row.refresh_from_db()
    assert row.answer == other
    page = desk.get(change(row)).text
    assert "Réponse publiée" in page
    assert "<textarea" not in page
    desk.post(change(row), {"seen": row.changed_at.isoformat(), "step": "unlink"})
    row.refresh_from_db()
    assert row.answer is None


def test_refusal_asks_for_a_reason_and_loses_nothing(enter, article):
    row = make_reply_request(article)
    desk = enter()
    answer = desk.post(change(row), sent(row, step="refuse", text="Changed."))
    assert "Dites pourquoi la demande est refusée" in errors(answer)
    assert "Changed." in answer.text
    desk.post(change(row), sent(row, step="refuse", refusal="Trop long."))
    row.refresh_from_db()
    assert row.state == "refused"
    page = desk.get(change(row)).text
    assert "Trop long." in page
    assert 'name="text"' not in page
    desk.post(change(row), {"seen": row.changed_at.isoformat(), "step": "reopen"})
    assert ReplyRequest.objects.get().is_open


def test_form_that_was_open_while_the_request_was_closed_keeps_its_words(enter, article, cast):
    row = make_reply_request(article)
    late = sent(row, text="Typed meanwhile.")
    ReplyRequest.objects.filter(pk=row.pk).update(refused_at=timezone.now(), refusal="No.")
    answer = enter().post(change(row), late)
    assert "close entre-temps" in answer.text
    assert "Typed meanwhile." in answer.text
    assert ReplyRequest.objects.get().text == row.text


def test_second_of_two_who_save_is_told_and_loses_nothing(enter, article):
    """D15"""
    row = make_reply_request(article)
    desk, late = enter(), sent(row, text="Mine.")
    desk.post(change(row), sent(row, text="Theirs."))
    answer = desk.post(change(row), late)
    assert "Quelqu’un a enregistré entre-temps" in answer.text
    assert "Mine." in answer.text
    fresh = re.search(r'name="seen" value="([^"]+)"', answer.text)[1]
    assert desk.post(change(row), late | {"seen": fresh}).status_code == 302
    assert ReplyRequest.objects.get().text == "Mine."


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"article": ""}, "obligatoire"),
        ({"requester": " "}, "obligatoire"),
        ({"text": " \n "}, "obligatoire"),
        ({"text": "x" * 20_001}, "20"),
        ({"received_at": "2199-01-01T10:00"}, "encore à venir"),
        ({"received_at": "0026-01-01T10:00"}, "année"),
        ({"received_at": "hier"}, "valide"),
        ({"means": "pigeon"}, "pigeon"),
        ({"rule": "0"}, "choix"),
    ],
)
def test_bad_input_gets_a_sentence_and_loses_nothing(enter, article, fields, words):
    answer = enter().post(ADD, sent(article=article.pk, contact="Kept: +223.") | fields)
    assert answer.status_code == 200
    assert words in errors(answer)
    assert "Kept: +223." in answer.text
    assert not ReplyRequest.objects.exists()


def test_article_that_readers_never_saw_is_refused_in_words(enter, article, cast):
    hidden, _revision = draft(by=cast.editor)
    assert "n’ont jamais vu cet article" in errors(enter().post(ADD, sent(article=hidden.pk)))


@pytest.mark.parametrize("role", OTHERS)
def test_register_is_closed_to_everybody_but_the_chief_editors(enter, article, role):
    """A15, D01"""
    row = make_reply_request(article, requester="Canari", contact="canari@example.org")
    client = enter(role)
    for path in (LIST, f"{LIST}?q=Canari", ADD, change(row), f"{LIST}{row.pk}/history/", RULES, f"{RULES}add/"):
        assert client.get(path).status_code == 403
    for path in (ADD, change(row)):
        assert client.post(path, sent(row, step="refuse", refusal="x")).status_code == 403
    for path in ("/admin/", reverse("admin:articles_article_change", args=[article.pk])):
        assert "Canari" not in client.get(path).text
    assert ReplyRequest.objects.get().is_open


def test_nothing_is_deleted_from_the_register(enter, article):
    row = make_reply_request(article)
    assert enter().post(f"{LIST}{row.pk}/delete/", {"post": "yes"}).status_code == 403
    assert enter().post(f"{RULES}{row.rule_id}/delete/", {"post": "yes"}).status_code == 200
    assert ReplyRule.objects.filter(pk=row.rule_id).exists()


def test_list_filters_finds_and_marks_what_is_late_in_constant_queries(enter, article, django_assert_max_num_queries):
    """Session, user, rights, newspaper, count, rows with all that they show."""
    now, counts = timezone.now(), []
    desk = enter()
    for _round in range(2):
        for _number in range(4):
            make_reply_request(article, deadline_at=now - HOUR, requester="Late One")
            make_reply_request(article, deadline_at=now + 24 * HOUR, requester="Near One", answer=None)
            make_reply_request(make_article(), answer=make_article(), requester="Answered One")
            make_reply_request(article, refused_at=now, refusal="No.", requester="Refused One")
        with django_assert_max_num_queries(12) as seen:
            page = desk.get(LIST)
        counts.append(len(seen))
    assert counts[0] == counts[1]
    assert page.text.count("state-late") == 8
    found = {state: desk.get(LIST, {"state": state}).text for state in ("near", "late", "open", "answered", "refused")}
    shown = {state: re.findall(r">(\w+) One<", text) for state, text in found.items()}
    assert {state: set(names) for state, names in shown.items()} == {
        "near": {"Late", "Near"},
        "late": {"Late"},
        "open": {"Late", "Near"},
        "answered": {"Answered"},
        "refused": {"Refused"},
    }
    assert "Near One" in desk.get(LIST, {"q": "near one"}).text
    make_reply_request(article, requester="Plain", contact="secretaddress@example.org")
    assert "Plain" not in desk.get(LIST, {"q": "secretaddress"}).text


def test_first_page_shows_what_is_near_its_end_in_constant_queries(enter, article, django_assert_num_queries):
    now, counts = timezone.now(), []
    desk = enter()
    assert "pile-replies" not in desk.get("/admin/").text
    for number in (1, 7):
        for n in range(number):
            make_reply_request(article, requester=f"Near {number}{n}", deadline_at=now + HOUR)
        make_reply_request(article, requester="Late One", deadline_at=now - HOUR)
        make_reply_request(article, requester="Later", deadline_at=now + 90 * HOUR)
        make_reply_request(article, requester="Answered", deadline_at=now - HOUR, answer=make_article())
        with django_assert_num_queries(counts[0]) if counts else _counted(counts):
            text = desk.get("/admin/").text
    pile = text.partition("pile-replies")[2].partition("</section>")[0]
    assert "Late One" in pile
    assert "Later" not in pile
    assert "Answered" not in pile
    assert f'{LIST}?state=near"' in pile
    assert "pile-replies" not in enter("journalist").get("/admin/").text


def _counted(counts):
    class Counting(CaptureQueriesContext):
        def __exit__(self, *exception):
            super().__exit__(*exception)
            counts.append(len(self))

    return Counting(connection)


def rule_form(rule=None, **fields):
    rule = rule or ReplyRule(name="Test", amount=2)
    names = ("name", "country", "amount", "unit", "holidays", "note")
    hours = {name: f"{getattr(rule, name):%H:%M}" for name in ("opens_at", "closes_at")}
    known = {name: getattr(rule, name) for name in names} | hours | {"weekdays": list(rule.weekdays)}
    return known | ({"is_default": "on"} if rule.is_default else {}) | fields


def test_rule_is_edited_and_the_ends_of_open_requests_follow(enter, article):
    row = make_reply_request(article)
    desk = enter()
    path = f"{RULES}{row.rule_id}/change/"
    answer = desk.post(path, rule_form(row.rule, amount=5, holidays="1/5\n2026-05-27"), follow=True)
    assert "L’échéance de 1 demande en cours a été recalculée." in answer.text
    before, rule = row.deadline_at, ReplyRule.objects.get(pk=row.rule_id)
    row.refresh_from_db()
    assert row.deadline_at - before == dt.timedelta(days=2)
    assert rule.holidays == "01/05\n27/05/2026"


def test_one_rule_is_proposed_first(enter):
    make_newspaper()
    former = ReplyRule.objects.get(is_default=True)
    answer = enter().post(f"{RULES}add/", rule_form(name="Niger", is_default="on"))
    assert not errors(answer)
    assert ReplyRule.objects.get(is_default=True).name == "Niger"
    assert ReplyRule.objects.filter(pk=former.pk).exists()
    assert "selected>Niger" in enter().get(ADD).text


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"holidays": "22/09\n1er mai"}, "«\u00a01er mai\u00a0» n’est pas un jour"),
        ({"holidays": PAYLOAD}, "&lt;img"),
        ({"closes_at": "07:00"}, "L’heure de fermeture vient après"),
        ({"weekdays": []}, "obligatoire"),
        ({"weekdays": ["8"]}, "8"),
        ({"amount": "0"}, "1"),
        ({"amount": "1000"}, "999"),
        ({"name": "France, quotidien ou site"}, "existe"),
    ],
)
def test_rule_that_makes_no_sense_is_refused_in_words(enter, db, fields, words):
    make_newspaper()
    answer = enter().post(f"{RULES}add/", rule_form(note="Kept.") | fields)
    assert words in errors(answer)
    assert "Kept." in answer.text
    assert "<img src=x" not in answer.text


def test_rule_under_which_nobody_ever_works_is_refused(enter, db):
    make_newspaper()
    days = [dt.date(2024, 1, 1) + dt.timedelta(days=n) for n in range(366)]
    always = {"unit": "working_hours", "holidays": "\n".join(f"{day:%d/%m}" for day in days)}
    assert "aucun jour n’est jamais ouvré" in errors(enter().post(f"{RULES}add/", rule_form() | always))


def test_contact_is_seen_by_the_register_alone(enter, article, client):
    row = make_reply_request(article, contact="canari@example.org", answer=make_article())
    desk = enter()
    assert "canari@example.org" in desk.get(change(row)).text
    paths = ["/admin/", LIST, reverse("admin:articles_article_change", args=[article.pk]), article.get_absolute_url()]
    paths += [row.answer.get_absolute_url(), "/admin/articles/suggest/articles/?q=canari"]
    for path in paths:
        assert "canari@example.org" not in desk.get(path).text


def test_answer_that_is_published_from_its_form_closes_the_request(enter, article, cast):
    row = make_reply_request(article)
    enter().post(change(row), sent(row, step="write"))
    row.refresh_from_db()
    _content, revision = working_copy.open_copy(row.answer)
    workflow.publish(row.answer, revision, Instants(), by=cast.editor)
    assert "Réponse publiée" in enter().get(change(row)).text
    assert Article.objects.get(pk=row.answer_id).comments_open is False
