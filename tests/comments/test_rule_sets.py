"""Rules for the site, a section and an article: what holds, and the pages where they are set."""

import datetime as dt
import re

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone, translation

from comments.models import RuleSet, WordList
from comments.room_rules import Rules, held_by, rules_for
from comments.rule_words import in_sentences
from comments.rules import can_write
from journal.models import Entry
from tests.comments.room import page_text, send
from tests.factories import make_article, make_reply_request, make_section, make_user

pytestmark = pytest.mark.django_db
LIST = reverse("admin:comments_ruleset_changelist")
WORDS = reverse("admin:comments_wordlist_changelist")
EMPTY = {
    "is_closed": "",
    "close_after_days": "",
    "moderation": "",
    "first_held": "",
    "holds_links": "",
    "quiet_from": "",
    "quiet_to": "",
    "most_by_person": "",
    "most_by_address": "",
}
SITE = EMPTY | {
    "is_closed": "no",
    "close_after_days": "30",
    "moderation": "before",
    "first_held": "3",
    "holds_links": "yes",
    "most_by_person": "5",
    "most_by_address": "50",
}


def site():
    return RuleSet.objects.get(section=None, article=None)


def change(client, row, data):
    return client.post(reverse("admin:comments_ruleset_change", args=[row.pk]), data)


def words_of(response):
    return " ".join(page_text(response).split())


@pytest.fixture
def editor(client, cast):
    client.force_login(cast.editor)
    return client


def test_the_site_starts_with_rules_that_hold_nothing_but_links_back():
    assert rules_for(make_article()) == Rules(holds_links=site().holds_links)


def test_an_article_answers_before_its_section_and_that_before_the_site(django_assert_num_queries):
    article, other = make_article(), make_article()
    RuleSet.objects.filter(pk=site().pk).update(first_held=1, moderation="before", most_by_person=7)
    RuleSet.objects.create(section=article.section, first_held=2, moderation="after")
    RuleSet.objects.create(article=article, first_held=0, is_closed=False)
    with django_assert_num_queries(1):
        rules = rules_for(article)
    assert (rules.first_held, rules.moderation, rules.most_by_person) == (0, "after", 7)
    assert rules_for(other).first_held == 1
    assert held_by(article.room_rules) == rules


@pytest.mark.parametrize(
    ("rules", "reason"),
    [
        ({"is_closed": True}, "Les contributions à cet article sont closes."),
        ({"close_after_days": 2}, "Les contributions se ferment 2 jours après la parution d’un article"),
    ],
)
def test_a_room_is_closed_by_hand_or_by_the_calendar_and_says_so(client, cast, rules, reason):
    article = make_article(published_at=timezone.now() - dt.timedelta(days=3))
    RuleSet.objects.create(section=article.section, **rules)
    client.force_login(cast.subscriber)
    with translation.override("fr"):
        assert reason in can_write(cast.subscriber, article).reason
    response = send(client, article, "Too late.")
    assert response.status_code == 403
    assert "Too late." in response.content.decode()


def test_nobody_contributes_to_a_right_of_reply_whatever_the_rules_say(cast):
    answer = make_article()
    make_reply_request(make_article(), answer=answer)
    RuleSet.objects.create(article=answer, is_closed=False)
    assert not can_write(cast.subscriber, answer).allowed


def test_the_calendar_opens_and_closes_on_the_second(time_machine):
    now = timezone.now()
    time_machine.move_to(now, tick=False)
    article = make_article(published_at=now - dt.timedelta(days=2))
    assert Rules(close_after_days=2).has_ended(article)
    assert not Rules(close_after_days=2).has_ended(article, now - dt.timedelta(seconds=1))
    assert not Rules().has_ended(article)


@pytest.mark.parametrize("role", ["editor", "moderator"])
def test_editors_and_moderators_set_them(client, cast, role):
    client.force_login(getattr(cast, role))
    for page in (LIST, WORDS, reverse("admin:comments_ruleset_change", args=[site().pk])):
        assert client.get(page).status_code == 200
    index = client.get(reverse("admin:index")).content.decode()
    assert LIST in index
    assert WORDS in index


@pytest.mark.parametrize("role", ["journalist", "pigiste", "subscriptions_desk"])
def test_others_neither_see_nor_set_them(client, cast, role):
    client.force_login(getattr(cast, role))
    row = site()
    section = make_section()
    for page in (
        LIST,
        WORDS,
        reverse("admin:comments_ruleset_change", args=[row.pk]),
        reverse("admin:comments_ruleset_of_section", args=[section.pk]),
    ):
        assert client.get(page).status_code == 403
    assert change(client, row, SITE).status_code == 403
    assert client.post(WORDS, {"banned": "x", "version": 1}).status_code == 403
    assert site().moderation == "after"
    assert WordList.objects.get().banned == ""


def test_the_sites_rules_are_saved_and_told_in_sentences(editor):
    assert change(editor, site(), SITE).status_code == 302
    row = site()
    assert (row.is_closed, row.moderation, row.first_held, row.holds_links) == (False, "before", 3, True)
    page = words_of(editor.get(reverse("admin:comments_ruleset_change", args=[row.pk])))
    for sentence in in_sentences(held_by(row)):
        assert sentence in page
    assert Entry.objects.filter(kind="comments.ruleset", key=str(row.pk)).exists()


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"moderation": ""}, "moderation"),
        ({"is_closed": ""}, "is_closed"),
        ({"first_held": ""}, "first_held"),
        ({"first_held": "51"}, "first_held"),
        ({"first_held": "-1"}, "first_held"),
        ({"most_by_person": "0"}, "most_by_person"),
        ({"most_by_address": "many"}, "most_by_address"),
        ({"quiet_from": "22:00"}, "quiet_to"),
        ({"quiet_from": "22:00", "quiet_to": "25:00"}, "quiet_to"),
        ({"quiet_from": "22:00", "quiet_to": "22:00"}, "quiet_to"),
        ({"moderation": "never"}, "moderation"),
    ],
)
def test_an_answer_that_cannot_be_is_marked_and_nothing_is_saved(editor, values, field):
    response = change(editor, site(), SITE | values)
    assert response.status_code == 200
    assert field in response.context["adminform"].form.errors
    assert site().moderation == "after"


def test_a_section_gets_rules_that_say_what_holds_where_it_answers_nothing(editor):
    change(editor, site(), SITE)
    section = make_section(name="Sport")
    page = editor.get(reverse("admin:comments_ruleset_of_section", args=[section.pk]), follow=True)
    shown = words_of(page)
    assert "before publication" in shown or "avant publication" in shown
    assert re.search(r"(Empty|Vide)\s*: 30, ", shown)
    address = page.redirect_chain[-1][0]
    assert editor.post(address, EMPTY | {"section": section.pk, "moderation": "after"}).status_code == 302
    row = RuleSet.objects.get(section=section)
    assert (row.moderation, row.is_closed, row.first_held) == ("after", None, None)
    again = editor.get(reverse("admin:comments_ruleset_of_section", args=[section.pk]))
    assert again.headers["Location"] == reverse("admin:comments_ruleset_change", args=[row.pk])
    assert change(editor, row, EMPTY | {"is_closed": "yes"}).status_code == 302
    row.refresh_from_db()
    assert (row.is_closed, row.moderation) == (True, "")


def test_an_article_gets_rules_from_its_own_page(editor):
    article = make_article()
    way = reverse("admin:comments_ruleset_of_article", args=[article.pk])
    assert way in editor.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
    page = editor.get(way, follow=True)
    assert article.headline in words_of(page)
    assert (
        editor.post(page.redirect_chain[-1][0], EMPTY | {"article": article.pk, "is_closed": "yes"}).status_code == 302
    )
    assert rules_for(article).is_closed
    assert article.headline in editor.get(LIST).content.decode()


def test_a_sections_page_leads_to_its_rules_those_who_set_them(editor, client, cast):
    section = make_section()
    page = reverse("admin:articles_section_change", args=[section.pk])
    assert reverse("admin:comments_ruleset_of_section", args=[section.pk]) in editor.get(page).content.decode()


def test_rules_need_one_section_or_article_and_take_no_second_row(editor):
    section = make_section()
    add = reverse("admin:comments_ruleset_add")
    assert editor.post(add, EMPTY).status_code == 200
    RuleSet.objects.create(section=section)
    assert editor.post(add, EMPTY | {"section": section.pk}).status_code == 200
    assert RuleSet.objects.count() == 2


@pytest.mark.parametrize("asked", ["?section=x", "?section=99999999999999999999", "?article=0", "?article=%00"])
def test_odd_addresses_are_answered_with_the_empty_form(editor, asked):
    assert editor.get(reverse("admin:comments_ruleset_add") + asked).status_code == 200


@pytest.mark.parametrize("scope", ["section", "article"])
@pytest.mark.parametrize("key", [0, 404404, 10**18, 99999999999999999999])
def test_what_is_not_there_has_no_rules(client, cast, scope, key):
    client.force_login(cast.moderator)
    assert client.get(reverse(f"admin:comments_ruleset_of_{scope}", args=[key])).status_code == 404


def test_moderators_learn_nothing_of_articles_that_they_may_not_see(client, cast):
    draft = make_article(headline="Canary of a draft", status="draft", published_at=None)
    row = RuleSet.objects.create(article=draft)
    client.force_login(cast.moderator)
    assert "Canary" not in client.get(LIST).content.decode()
    assert client.get(reverse("admin:comments_ruleset_change", args=[row.pk]), follow=True).status_code == 200
    other = make_article(headline="Canary of another", status="draft", published_at=None)
    page = client.get(reverse("admin:comments_ruleset_of_article", args=[other.pk]))
    assert page.status_code == 404
    assert "Canary" not in page.content.decode()
    add = reverse("admin:comments_ruleset_add", query={"article": other.pk})
    assert "Canary" not in client.get(add).content.decode()
    assert client.post(add, EMPTY | {"article": other.pk}).status_code == 200
    assert not RuleSet.objects.filter(article=other).exists()


def test_rules_are_taken_away_from_a_section_and_never_from_the_site(editor):
    row = RuleSet.objects.create(section=make_section(name="Sport"))
    with translation.override("en"):
        asked = editor.get(reverse("admin:comments_ruleset_delete", args=[row.pk])).context["title"]
    assert asked not in {"Delete “Sport”?", "Supprimer « Sport » ?"}
    assert "Sport" in asked
    assert editor.post(reverse("admin:comments_ruleset_delete", args=[row.pk]), {"post": "yes"}).status_code == 302
    assert editor.post(reverse("admin:comments_ruleset_delete", args=[site().pk]), {"post": "yes"}).status_code == 403
    assert RuleSet.objects.count() == 1


def test_the_list_asks_as_much_for_many_rows_as_for_few(editor, django_assert_max_num_queries):
    """The site's rules are asked once more for each row that differs: a page has fifty."""
    for _ in range(3):
        RuleSet.objects.create(section=make_section())
        RuleSet.objects.create(article=make_article())
    editor.get(LIST)
    with django_assert_max_num_queries(12):
        editor.get(LIST)
    for _ in range(10):
        RuleSet.objects.create(section=make_section())
        RuleSet.objects.create(article=make_article())
    with django_assert_max_num_queries(12):
        editor.get(LIST)


def test_words_are_saved_cleaned_and_hold_at_once(editor, cast):
    article = make_article()
    data = {"banned": " crétin \nCRETIN\n", "suspect": "magouille", "allowed": "", "version": 1}
    assert editor.post(WORDS, data).status_code == 302
    assert WordList.objects.get().banned == "crétin"
    editor.force_login(cast.subscriber)
    response = send(editor, article, "Espèce de cretin.")
    assert response.status_code == 422
    assert "Espèce de cretin.</textarea>" in response.content.decode()
    assert "cretin" in page_text(response)


def test_a_line_that_is_no_word_is_marked_and_nothing_is_lost(editor):
    response = editor.post(WORDS, {"banned": "\r\nbon\r\n***", "suspect": "autre", "version": 1})
    assert response.status_code == 422
    page = response.content.decode()
    assert response.context["form"].errors["banned"][0].split(",")[0].endswith(" 3")
    assert "bon\r\n***</textarea>" in page
    assert "autre</textarea>" in page
    assert WordList.objects.get().version == 1


def test_of_two_who_save_the_second_is_told_and_keeps_what_they_typed(editor):
    editor.post(WORDS, {"banned": "un", "version": 1})
    response = editor.post(WORDS, {"banned": "deux", "version": 1})
    assert response.status_code == 409
    assert "deux</textarea>" in response.content.decode()
    assert WordList.objects.get().banned == "un"


def tried(editor, trial, **lists):
    data = {
        "banned": "magouille\ncrétin",
        "suspect": "con\nsale type",
        "version": 1,
        "trial": trial,
        "_try": "1",
    } | lists
    response = editor.post(WORDS, data)
    assert response.status_code == 200
    assert WordList.objects.get().banned == ""
    return response


def test_lists_are_tried_on_a_text_without_being_saved_and_tell_all_that_they_find(editor):
    response = tried(editor, "Magouille d’un C.O.N, d’un s\u0430le   type, de crétins ! con et CRÉTIN, con")
    banned, suspect = response.context["found"]
    assert banned == [("Magouille", "magouille", 1), ("CRÉTIN", "crétin", 1)]
    assert suspect == [("C.O.N", "con", 1), ("s\u0430le   type", "sale type", 1), ("con", "con", 2)]
    assert "con</q> × 2" in response.text
    assert "pour la ligne" in response.text or "for the line" in response.text


def test_a_trial_finds_what_posting_finds_and_no_more(editor):
    response = tried(editor, "La condition des cons à Con Dao", allowed="con dao")
    assert response.context["found"] == ([], [])
    assert "ne trouvent rien" in response.text or "find nothing" in response.text


def test_groups_keep_their_rights_when_migrations_run_again(cast):
    call_command("migrate", verbosity=0)
    assert cast.moderator.has_perm("comments.change_ruleset")
    assert not make_user(is_staff=True).has_perm("comments.change_ruleset")


def test_of_two_who_save_rules_the_second_is_told_and_keeps_what_they_chose(editor):
    page = reverse("admin:comments_ruleset_change", args=[site().pk])
    shown = editor.get(page).context["adminform"].form["shown"].value()
    assert f'value="{shown}"' in editor.get(page).content.decode()
    assert editor.post(page, SITE | {"shown": shown}).status_code == 302
    second = SITE | {"shown": shown, "moderation": "after", "first_held": "7"}
    refused = editor.post(page, second)
    assert refused.status_code == 409
    assert (site().moderation, site().first_held) == ("before", 3)
    form = refused.context["adminform"].form
    assert (form["moderation"].value(), form["first_held"].value()) == ("after", "7")
    for sentence in in_sentences(held_by(site())):
        assert sentence in words_of(refused)
    assert " ".join(form.non_field_errors()[0].split()) in words_of(refused)
    assert editor.post(page, second | {"shown": form["shown"].value()}).status_code == 302
    assert (site().moderation, site().first_held) == ("after", 7)


def test_rules_saved_twice_without_a_change_between_are_no_conflict(editor):
    page = reverse("admin:comments_ruleset_change", args=[site().pk])
    change(editor, site(), SITE | {"quiet_from": "22:00", "quiet_to": "06:00"})
    for _ in range(2):
        form = editor.get(page).context["adminform"].form
        data = SITE | {"quiet_from": "22:00", "quiet_to": "06:00", "shown": form["shown"].value()}
        assert editor.post(page, data).status_code == 302
