"""Several articles at once: what the person may touch, one verb after the other; the rest by number only."""

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.urls import reverse

from articles import following, workflow
from articles.models import Article, Flag, Step
from tests.articles.test_article_form import signed_in  # noqa: F401 - a fixture
from tests.articles.writing import draft, live, rewrite

pytestmark = pytest.mark.django_db
LIST = reverse("admin:articles_article_changelist")
BULK = reverse("admin:articles_article_bulk")
CANARY = "canarizq7"


def chosen(client, act, articles):
    keys = [getattr(one, "pk", one) for one in articles]
    return client.post(LIST, {"action": act, "index": "0", ACTION_CHECKBOX_NAME: keys})


def confirmed(client, act, articles, **fields):
    return client.post(BULK, {"act": act, "id": [getattr(one, "pk", one) for one in articles], **fields}, follow=True)


def test_page_says_what_will_happen_and_changes_nothing(signed_in, cast):  # noqa: F811
    mine, other = draft(by=cast.journalist, headline="Mine")[0], draft(by=cast.editor, headline="Other")[0]
    page = chosen(signed_in("journalist"), "submit", [mine, other])
    assert [str(one) for one in page.context["articles"]] == ["Mine"]
    assert "1 article ne vous est pas accessible ou ne s’y prête pas" in page.text
    assert not Step.objects.exists()


def test_each_article_is_submitted_and_the_refused_are_told_in_words(signed_in, cast):  # noqa: F811
    whole, empty = draft(by=cast.journalist)[0], draft(by=cast.journalist, headline="Empty", body="")[0]
    page = confirmed(signed_in("journalist"), "submit", [whole, empty]).text.replace("\u00a0", " ")
    assert "1 article soumis à la relecture." in page
    assert "« Empty » : Le texte est vide" in page
    assert set(Article.objects.values_list("working_title", "status")) == {
        (str(whole), "to_review"),
        ("Empty", "draft"),
    }


def test_changes_of_live_articles_are_submitted_and_what_has_none_is_left(signed_in, cast):  # noqa: F811
    changed, same = live(by=cast.editor), live(by=cast.editor)
    rewrite(changed, by=cast.editor, headline="Better")
    confirmed(signed_in("editor"), "submit", [changed, same])
    assert list(Article.objects.filter(changes_to_review=True)) == [changed]


def test_forged_keys_of_hidden_articles_count_like_those_of_none(signed_in, cast):  # noqa: F811
    """A15"""
    hidden = [draft(by=cast.editor, headline=CANARY)[0] for _ in range(3)]
    client = signed_in("pigiste")
    for act, fields in (
        ("submit", {}),
        ("priority", {"priority": "urgent"}),
        ("assign", {"assignee": cast.pigiste.pk}),
    ):
        answers = [
            answer.text
            for keys in ([one.pk for one in hidden], [10**6, 10**6 + 1, 10**6 + 2])
            for answer in (chosen(client, act, keys), confirmed(client, act, keys, **fields))
        ]
        assert CANARY not in "".join(answers)
        assert all("3 articles ne vous sont pas accessibles" in answer for answer in answers)
    assert "3 articles ne vous sont pas accessibles" in confirmed(client, "submit", ["x", "-1", "9" * 30]).text
    assert chosen(client, "submit", ["x"]).status_code == 400
    rows = Article.objects.filter(pk__in=[one.pk for one in hidden])
    assert set(rows.values_list("status", "priority", "assignee")) == {("draft", "normal", None)}


@pytest.mark.parametrize("act", ["send_back", "withdraw"])
@pytest.mark.parametrize("role", ["pigiste", "journalist"])
def test_acts_of_editors_are_refused_to_others(signed_in, cast, role, act):  # noqa: F811
    article = live(by=cast.editor)
    client = signed_in(role)
    assert f'value="{act}"' not in client.get(LIST).text
    assert confirmed(client, act, [article], note="x").status_code == 403
    assert Article.objects.get().status == "approved"


@pytest.mark.parametrize("role", ["moderator", "subscriptions_desk", "reader"])
def test_whoever_has_no_articles_has_no_acts(signed_in, cast, role):  # noqa: F811
    article, _revision = draft(by=cast.editor)
    assert signed_in(role).post(BULK, {"act": "submit", "id": [article.pk]}).status_code in {302, 403}
    assert Article.objects.get().status == "draft"


def test_withdrawing_asks_for_a_note_and_takes_only_what_readers_see(signed_in, cast):  # noqa: F811
    public, begun = live(by=cast.editor), draft(by=cast.editor)[0]
    client = signed_in("editor")
    page = chosen(client, "withdraw", [public, begun])
    assert page.context["articles"] == [public]
    refused = confirmed(client, "withdraw", [public, begun], note=" ")
    assert refused.status_code == 422
    assert Article.objects.published().exists()
    page = confirmed(client, "withdraw", [public, begun], note="Denied by the town hall").text
    assert "1 article retiré du site." in page
    assert "1 article ne vous est pas accessible" in page
    assert Step.objects.first().note == "Denied by the town hall"
    assert set(Article.objects.values_list("status", flat=True)) == {"withdrawn", "draft"}


def test_texts_and_changes_are_sent_back_with_the_note(signed_in, cast):  # noqa: F811
    article, revision = draft(by=cast.journalist)
    workflow.submit(article, revision, by=cast.journalist)
    changed = live(by=cast.editor)
    workflow.submit(changed, rewrite(changed, by=cast.editor, headline="B"), by=cast.editor)
    confirmed(signed_in("editor"), "send_back", [article, changed], note="Which year?")
    assert not Article.objects.in_state("to_review").exists()
    assert [step.note for step in Step.objects.filter(kind="sent_back")] == ["Which year?"] * 2


def test_assigning_several_is_one_mail(signed_in, cast, mailoutbox):  # noqa: F811
    articles = [draft(by=cast.editor)[0] for _ in range(3)]
    page = confirmed(signed_in("editor"), "assign", articles, assignee=cast.pigiste.pk)
    assert "3 articles assignés." in page.text
    assert Article.objects.filter(assignee=cast.pigiste).count() == 3
    assert len(mailoutbox) == 1


def test_flags_are_raised_and_cleared(signed_in, cast):  # noqa: F811
    articles = [draft(by=cast.journalist)[0] for _ in range(2)]
    legal = Flag.objects.get(blocks=True)
    client = signed_in("journalist")
    confirmed(client, "raise_flag", articles, **{"flag-flag": legal.pk, "flag-note": "Names"})
    assert legal.raised.filter(note="Names").count() == 2
    page = confirmed(client, "clear_flag", articles, flag=legal.pk).text
    assert page.count("Vous ne pouvez pas ôter ce drapeau") == 2
    confirmed(signed_in("editor"), "clear_flag", articles, flag=legal.pk)
    assert not legal.raised.exists()


def test_priority_is_set_and_nonsense_is_refused(signed_in, cast):  # noqa: F811
    article, _revision = draft(by=cast.editor)
    client = signed_in("editor")
    assert confirmed(client, "priority", [article], priority="nonsense").status_code == 422
    confirmed(client, "priority", [article], priority="urgent")
    assert Article.objects.get().priority == "urgent"
    assert "urgente" in client.get(LIST).text


def test_unknown_act_and_get_lead_nowhere(signed_in, cast):  # noqa: F811
    client = signed_in("editor")
    assert client.post(BULK, {"act": "delete_selected", "id": ["1"]}).status_code == 404
    assert client.get(BULK).status_code == 405
    assert "delete_selected" not in client.get(LIST).text


def test_list_is_narrowed_by_assignee_priority_and_flag(signed_in, cast):  # noqa: F811
    one, other = draft(by=cast.editor)[0], draft(by=cast.editor)[0]
    following.assign([one], cast.editor, by=cast.editor)
    following.set_priority(one, "high", by=cast.editor)
    photo = Flag.objects.get(blocks=False)
    following.raise_flag(one, photo, by=cast.editor)
    client = signed_in("editor")
    for query in (
        {"assignee": "me"},
        {"assignee": cast.editor.pk},
        {"priority": "high"},
        {"flag": photo.pk},
        {"flag": "any"},
    ):
        assert list(client.get(LIST, query).context["cl"].result_list) == [one], query
    assert list(client.get(LIST, {"assignee": "none"}).context["cl"].result_list) == [other]
    for odd in ("x", "-1", "9" * 30, "²", ""):
        for name in ("assignee", "priority", "flag"):
            assert client.get(LIST, {name: odd}).status_code in {200, 302}
