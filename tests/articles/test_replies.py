"""The register of rights of reply: what becomes of a request, and what readers see of it."""

import datetime as dt
import html
import threading

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, connections, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import replies, workflow, working_copy
from articles.access import takes_contributions
from articles.models import Article, ReplyRequest, ReplyRule
from articles.reply_deadlines import deadline
from articles.reply_words import in_words, sentence, short
from articles.workflow import Instants
from comments.models import Comment, room_address
from comments.rules import can_write
from journal.models import Entry
from tests.articles.writing import draft, live
from tests.comments.room import send
from tests.factories import make_article, make_comment, make_newspaper, make_reply_request

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)
State = ReplyRequest.State


@pytest.fixture
def article(cast):
    make_newspaper()
    return live(by=cast.editor, headline="Le fleuve monte")


def receive(article, cast, **fields):
    """A request that went through the register."""
    values = {"requester": "Assitou Kéita", "text": "C'est faux.", "received_at": timezone.now() - HOUR}
    rule = fields.pop("rule", None) or ReplyRule.objects.get(is_default=True)
    request = ReplyRequest(article=article, rule=rule, **values | fields)
    replies.receive(request, by=cast.editor)
    return request


def publish(article, cast):
    content, revision = working_copy.open_copy(article)
    workflow.publish(article, revision, Instants(), by=cast.editor)
    return content


def again(request):
    return ReplyRequest.objects.select_related("answer", "article").get(pk=request.pk)


def test_request_is_answered_by_a_draft_that_goes_live_and_both_lead_to_each_other(client, article, cast):
    request = receive(article, cast, text="Monsieur,\n\nC'est faux:\nje n'étais pas <là>.")
    answer = replies.start_answer(request, by=cast.editor)
    content, _revision = working_copy.open_copy(answer)
    assert content["kicker"] == "Droit de réponse\u00a0:"
    assert str(answer) == "Droit de réponse\u00a0: Assitou Kéita nous répond"
    assert content["body"] == "<p>Monsieur,</p><p>C’est faux&nbsp;:<br>je n’étais pas &lt;là&gt;.</p>"
    assert (content["section"], content["related"]) == (article.section_id, [article.pk])
    assert content["comments_open"] is False
    assert again(request).state == State.OPEN
    assert "Droit de réponse" not in client.get(article.get_absolute_url()).text

    publish(answer, cast)
    request = again(request)
    assert (request.state, request.closed_at) == (State.ANSWERED, request.answer.published_at)
    assert_linked(client, article, request.answer)


def assert_linked(client, article, answer):
    page = client.get(article.get_absolute_url()).text
    assert f'Droit de réponse\u00a0: <a href="{answer.get_absolute_url()}">{answer.headline}</a>' in page
    page = client.get(answer.get_absolute_url()).text
    assert f'En réponse à\u00a0: <a href="{article.get_absolute_url()}">{article.title}</a>' in page


def test_scheduled_answer_closes_the_request_on_its_second(article, cast, time_machine, client):
    """K01: no job flips it, so nothing is late when no worker runs."""
    request = receive(article, cast)
    answer = replies.start_answer(request, by=cast.editor)
    at = timezone.now().replace(microsecond=0) + 2 * HOUR
    _content, revision = working_copy.open_copy(answer)
    workflow.approve(answer, revision, Instants(published_at=at), by=cast.editor)
    for second, expected in ((-1, State.OPEN), (0, State.ANSWERED), (1, State.ANSWERED)):
        time_machine.move_to(at + dt.timedelta(seconds=second), tick=False)
        assert again(request).state == expected
        assert ReplyRequest.objects.in_state(expected).filter(pk=request.pk).exists()
        assert ("Droit de réponse" in client.get(article.get_absolute_url()).text) == (expected == State.ANSWERED)
    assert again(request).closed_at == at


def test_withdrawn_article_and_withdrawn_answer_are_not_named(client, article, cast):
    """A09"""
    request = receive(article, cast)
    answer = replies.start_answer(request, by=cast.editor)
    publish(answer, cast)
    answer.refresh_from_db()
    workflow.withdraw(article, by=cast.editor)
    page = client.get(answer.get_absolute_url()).text
    assert "En réponse à" not in page
    assert 'id="contributions"' not in page
    _content, revision = working_copy.open_copy(article)
    workflow.publish(article, revision, Instants.of(article), by=cast.editor)
    assert_linked(client, article, answer)
    workflow.withdraw(answer, by=cast.editor)
    assert "Droit de réponse" not in client.get(article.get_absolute_url()).text
    assert again(request).is_open


def test_replies_cost_the_page_no_query(client, cast, django_assert_num_queries):
    make_newspaper()
    article, answer = (make_article(related=[make_article()]) for _ in range(2))
    with CaptureQueriesContext(connection) as before:
        client.get(article.get_absolute_url())
    make_reply_request(article, answer=answer)
    for _ in range(3):
        make_reply_request(article, answer=make_article())
    # Nobody contributes to an answer, whose page counts no contributions.
    for path, words, times, queries in (
        (article.get_absolute_url(), "Droit de réponse", 4, len(before)),
        (answer.get_absolute_url(), "En réponse à", 1, len(before) - 1),
    ):
        with django_assert_num_queries(queries):
            assert client.get(path).text.count(words) == times


def test_nobody_contributes_to_an_answer_whatever_its_form_says(client, article, cast):
    answer = make_article(comments_open=True)
    make_comment(answer, cast.reader, text="Said before.")
    assert can_write(cast.subscriber, answer).allowed
    request = receive(article, cast)
    replies.link(request, answer, by=cast.editor)
    answer = Article.objects.get(pk=answer.pk)
    assert not takes_contributions(answer)
    verdict = can_write(cast.subscriber, answer)
    assert (verdict.allowed, verdict.reason) == (False, "Les contributions à cet article sont closes.")
    client.force_login(cast.subscriber)
    assert send(client, answer, "May I?").status_code == 403
    room = client.get(room_address(answer)).text
    assert "Said before." in room
    assert "<textarea" not in room
    assert "repondre=" not in room
    assert 'id="contributions"' not in client.get(answer.get_absolute_url()).text
    assert Comment.objects.count() == 1


def test_article_that_answers_no_more_takes_contributions_again(article, cast):
    answer, request = make_article(), receive(article, cast)
    replies.link(request, answer, by=cast.editor)
    replies.unlink(request, by=cast.editor)
    assert takes_contributions(Article.objects.get(pk=answer.pk))
    assert again(request).answer is None


def test_article_answers_one_request_and_never_itself(article, cast):
    answer, first, second = make_article(), receive(article, cast), receive(article, cast)
    replies.link(first, answer, by=cast.editor)
    with pytest.raises(replies.ReplyError, match="répond déjà"):
        replies.link(second, answer, by=cast.editor)
    with pytest.raises(replies.ReplyError, match="lui-même"):
        replies.link(second, article, by=cast.editor)
    with pytest.raises(replies.ReplyError):
        replies.link(again(first), make_article(), by=cast.editor)
    assert again(second).answer is None
    assert again(first).answer == answer


def test_refusal_needs_a_reason_and_can_be_taken_back(article, cast):
    request = receive(article, cast)
    with pytest.raises(replies.ReplyError, match="pourquoi"):
        replies.refuse(request, why=" \n", by=cast.editor)
    replies.refuse(request, why="Injurieux.", by=cast.editor)
    request = again(request)
    assert (request.state, request.refused_by, request.refusal) == (State.REFUSED, cast.editor, "Injurieux.")
    assert request.closed_at == request.refused_at
    with pytest.raises(replies.ReplyError):
        replies.refuse(request, why="Again.", by=cast.editor)
    with pytest.raises(replies.ReplyError):
        replies.start_answer(request, by=cast.editor)
    assert not Article.objects.filter(kicker__contains="réponse").exists()
    replies.reopen(request, by=cast.editor)
    assert again(request).is_open
    with pytest.raises(replies.ReplyError):
        replies.reopen(request, by=cast.editor)


def test_refusal_unties_a_draft_and_stops_before_an_approved_answer(article, cast):
    request = receive(article, cast)
    begun = replies.start_answer(request, by=cast.editor)
    replies.refuse(request, why="Retirée par son auteur.", by=cast.editor)
    assert again(request).answer is None
    assert Article.objects.filter(pk=begun.pk).exists()
    for instant in (timezone.now() - HOUR, timezone.now() + HOUR):
        other = receive(article, cast)
        replies.link(other, make_article(published_at=instant), by=cast.editor)
        with pytest.raises(replies.ReplyError):
            replies.refuse(other, why="No.", by=cast.editor)
        assert again(other).answer


def test_deleted_draft_leaves_the_request_open(article, cast):
    request = receive(article, cast)
    replies.start_answer(request, by=cast.editor).delete()
    assert again(request).is_open


@pytest.mark.parametrize("role", ["pigiste", "journalist", "moderator", "subscriptions_desk"])
def test_register_is_kept_by_the_chief_editors_alone(article, cast, role):
    """D01"""
    request, by = receive(article, cast), getattr(cast, role)
    acts = [
        lambda: replies.receive(ReplyRequest(article=article), by=by),
        lambda: replies.change(request, ["text"], seen=request.changed_at, by=by),
        lambda: replies.start_answer(request, by=by),
        lambda: replies.link(request, make_article(), by=by),
        lambda: replies.unlink(request, by=by),
        lambda: replies.refuse(request, why="No.", by=by),
        lambda: replies.reopen(request, by=by),
    ]
    for act in acts:
        with pytest.raises(PermissionDenied):
            act()
    assert again(request).is_open
    assert ReplyRequest.objects.count() == 1


def test_only_what_readers_saw_can_be_answered(cast):
    hidden, _revision = draft(by=cast.editor)
    with pytest.raises(replies.ReplyError, match="jamais vu"):
        receive(hidden, cast)
    gone = make_article(status="withdrawn")
    assert receive(gone, cast).pk


def test_end_is_computed_again_when_the_hour_or_the_rule_changes_and_not_of_closed_requests(article, cast):
    request, closed = receive(article, cast), receive(article, cast)
    replies.refuse(closed, why="No.", by=cast.editor)
    before = again(closed).deadline_at
    request.received_at -= 24 * HOUR
    replies.change(request, ["received_at"], seen=request.changed_at, by=cast.editor)
    assert again(request).deadline_at == deadline(request.received_at, request.rule)
    rule = request.rule
    rule.amount = 9
    rule.save()
    assert replies.compute_again(rule) == 1
    assert again(request).deadline_at == deadline(request.received_at, rule)
    assert again(closed).deadline_at == before
    with pytest.raises(replies.ChangedMeanwhile):
        replies.change(closed, ["text"], seen=again(closed).changed_at, by=cast.editor)


def test_near_are_those_that_end_within_two_days_or_have_ended(article):
    now = timezone.now()
    ends = {"late": -HOUR, "near": 47 * HOUR, "later": 49 * HOUR}
    found = {name: make_reply_request(article, deadline_at=now + span) for name, span in ends.items()}
    make_reply_request(article, deadline_at=now - HOUR, answer=make_article())
    make_reply_request(article, deadline_at=now - HOUR, refused_at=now, refusal="No.")
    assert list(ReplyRequest.objects.near()) == [found["late"], found["near"]]
    assert list(ReplyRequest.objects.late()) == [found["late"]]


def test_states_of_rows_and_of_querysets_agree(article, cast):
    now = timezone.now()
    answers = [None, make_article(), make_article(published_at=now + HOUR), make_article(status="withdrawn")]
    answers += [make_article(unpublish_at=now - HOUR / 2), make_article(embargo_until=now + HOUR)]
    for answer in answers:
        make_reply_request(article, answer=answer)
    make_reply_request(article, refused_at=now, refusal="No.")
    for at in (now, now + 2 * HOUR):
        for row in ReplyRequest.objects.select_related("answer"):
            states = [state for state in State if ReplyRequest.objects.in_state(state, at).filter(pk=row.pk).exists()]
            assert states == [row.state_at(at)]


def test_journal_names_who_asks_and_never_how_to_reach_them(article, cast):
    request = receive(article, cast, contact="+223 76 00 00 00")
    replies.start_answer(request, by=cast.editor)
    replies.unlink(request, by=cast.editor)
    replies.refuse(request, why="Hors sujet.", by=cast.editor)
    entries = Entry.objects.about(article).exclude(action="Published an article")
    assert [entry.action for entry in entries] == [
        "Right of reply refused",
        "Answer to a right of reply unlinked",
        "Answer to a right of reply begun",
        "Right of reply received",
    ]
    assert all("Assitou Kéita" in entry.detail for entry in entries)
    assert "Hors sujet." in entries[0].detail
    assert not any("+223" in entry.detail for entry in entries)


@pytest.mark.parametrize("fields", [{"text": ""}, {"refused_at": "now"}, {"answer": "itself"}, {"answer": "refused"}])
def test_database_refuses_what_makes_no_sense(article, fields):
    changes = {
        "itself": {"answer": article},
        "refused": {"answer": make_article(), "refused_at": timezone.now(), "refusal": "No."},
        "now": {"refused_at": timezone.now()},
    }.get(next(iter(fields.values())), fields)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_reply_request(article, **changes)


@pytest.mark.django_db(transaction=True)
def test_of_six_answers_begun_at_once_one_is_kept(cast):
    article = live(by=cast.editor)
    request, told, together = receive(article, cast), [], threading.Barrier(6)
    before = Article.objects.count()

    def press():
        together.wait()
        try:
            told.append(replies.start_answer(again(request), by=cast.editor))
        except replies.ReplyError as error:
            told.append(str(error))
        finally:
            connections.close_all()

    presses = [threading.Thread(target=press) for _ in range(6)]
    for one in presses:
        one.start()
    for one in presses:
        one.join()
    assert len([one for one in told if isinstance(one, Article)]) == 1
    assert len(told) == 6
    assert Article.objects.count() == before + 1
    assert Entry.objects.filter(action="Answer to a right of reply begun").count() == 1


def at(text):
    return dt.datetime.fromisoformat(text).replace(tzinfo=timezone.get_default_timezone())


@pytest.mark.parametrize(
    ("unit", "now", "words"),
    [
        ("working_hours", "2026-06-01 13:00", "1 jour et 4 heures ouvrées."),
        ("working_hours", "2026-06-02 02:00", "1 jour ouvré."),
        ("working_hours", "2026-06-02 16:20", "40 minutes ouvrées."),
        ("days", "2026-06-01 13:00", "1 jour et 4 heures."),
        ("hours", "2026-06-02 15:59", "1 heure et 1 minute."),
        ("days", "2026-06-04 17:00", "2 jours de retard."),
    ],
)  # fmt: skip
def test_time_left_is_said_in_words(article, unit, now, words):
    request = make_reply_request(article, deadline_at=at("2026-06-02 17:00"))
    request.rule = ReplyRule(amount=1, unit=unit)
    beginning = "Aurait dû être publiée avant" if "retard" in words else "À publier avant"
    left = words if "retard" in words else f"il reste {words}"
    assert sentence(request, at(now)) == f"{beginning} mardi 2 juin 2026 à 17:00\u00a0: {left}"


def test_list_says_it_shorter(article):
    request = make_reply_request(article, deadline_at=at("2026-06-02 17:00"))
    assert short(request, at("2026-06-01 13:00")) == "avant demain à 17:00"
    assert short(request, at("2026-06-02 18:00")) == "en retard depuis aujourd’hui à 17:00"
    assert in_words(dt.timedelta(seconds=20)) == "moins d’une minute"


def test_rules_that_come_with_the_program_say_what_was_not_checked():
    """Only what was read in a law's own words stands without the warning."""
    rules = ReplyRule.objects.all()
    assert {rule.country for rule in rules} >= {"Mali", "France", "Sénégal", "Côte d’Ivoire"}
    assert {rule.country for rule in rules if "À vérifier par votre conseil" not in rule.note} == {"France"}
    assert rules.get(is_default=True).country == "Mali"


def test_hostile_words_of_a_request_are_text_in_its_answer(client, article, cast):
    """E03"""
    payload = '"><img src=x onerror=alert(1)>'
    answer = replies.start_answer(receive(article, cast, requester=payload, text=payload), by=cast.editor)
    publish(answer, cast)
    answer.refresh_from_db()
    for path in (article.get_absolute_url(), answer.get_absolute_url()):
        page = client.get(path).text
        assert "<img src=x" not in page
        assert html.escape("<img src=x") in page
