"""Which contributions wait for a moderator, and for which cause."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from comments import words
from comments.holding import look
from comments.links import has_link
from comments.models import Comment, Contributor, RuleSet
from comments.room_rules import Rules
from tests.factories import make_article, make_comment, make_user

pytestmark = pytest.mark.django_db
Cause = Comment.Cause
LONG = "Voici une phrase assez longue pour que personne d’autre ne la dise par hasard, ni deux fois de suite. "
SHORT = "Je suis tout à fait d’accord avec vous."


@pytest.fixture
def author():
    return make_user(public_name="Fatou")


@pytest.fixture
def article():
    return make_article()


@pytest.fixture
def held(author, article):
    def held(text="A remark.", *, comment=None, by=None, **rules):
        return look(article=article, author=by or author, text=text, rules=Rules(**rules), comment=comment)

    return held


def test_a_plain_text_appears_at_once(held):
    assert held() == ("", "")


def test_before_publication_everything_waits(held):
    assert held(moderation="before").cause == Cause.BEFORE


def test_what_moderators_write_does_not_wait_for_themselves(held, cast):
    assert held(moderation="before", by=cast.moderator).cause == ""


def test_a_banned_word_is_refused_by_its_name_also_to_moderators(held, cast):
    words.save(by=cast.editor, version=1, banned="crétin")
    for person in (None, cast.moderator):
        with pytest.raises(ValidationError, match=r"Cr\.é\.tin") as refused:
            held("Quel Cr.é.tin !", by=person)
        assert refused.value.code == "banned"


def test_a_suspect_word_is_told_as_it_was_typed(held, cast):
    words.save(by=cast.editor, version=1, suspect="magouille")
    assert held("Une MAGOUILLE.") == (Cause.WORD, "MAGOUILLE")


def test_the_first_contributions_of_a_person_wait_until_so_many_were_let_through(held, author, article):
    assert held(first_held=2).cause == Cause.NEWCOMER
    make_comment(article, author)
    make_comment(article, author, state="rejected")
    make_comment(article, author, state="held", held_for="newcomer")
    make_comment(article, make_user())
    assert held(first_held=2).cause == Cause.NEWCOMER
    mine = make_comment(article, author)
    assert held(first_held=2).cause == ""
    assert held(first_held=2, comment=mine).cause == Cause.NEWCOMER


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/a",
        "HTTP://example.org",
        "www.example.org",
        "voir example.com",
        "moi@gmail.com",
        "bit.ly/abc",
        "exemple.ca/page",
        "http://testserver.evil.example/",
        "exemple@evil.africa",
        "moi@un.site-inconnu.zzz",
        "evil.click",
        "EVIL.CLICK",
        "Evil.Com",
        "evil.com.Puis",
        "ww.evil.zzz",
        "hxxp://evil.zzz",
        "http:\u200b//x.example",
        "https ://x.example",
        "http:\\\\x.example",
        "evil。com",
        "evil.\u3164click",
        "evil\uff0eｃlick",
        "evil.zzz:8080",
    ],
)
def test_links_wait_where_the_rules_say_so(held, text):
    assert held(text, holds_links=True).cause == Cause.LINK
    assert held(text, holds_links=False).cause == ""


@pytest.mark.parametrize(
    "text",
    [
        "http://testserver/2026/11/25/un-article/",
        "C’est fini.Il part",
        "C’est fini.Le reste suivra.",
        "C’est fini.Site fermé, top.Top !",
        "C’est fini…me dit-on",
        "3.14",
        "3.5",
        "1.500.000 francs le 12.03.2026 à 8.30",
        "M. le maire",
        "M.Keita",
        "etc.Puis",
        "J.-C., l’U.E., p.ex.",
        "Un.e citoyen.ne, des citoyen.ne.s, des abonné.es, les lecteur.rice.s",
        "et/ou : l’un, l’autre",
        "Merci @Fatou !",
    ],
)
def test_what_is_no_foreign_link_does_not(text):
    assert not has_link(text)


def test_the_same_words_of_a_person_wait_on_another_article(held, author):
    make_comment(make_article(), author, text=SHORT)
    assert held(SHORT.upper().replace(" ", "  ")).cause == Cause.REPEAT
    assert held(SHORT, by=make_user()).cause == ""


def test_a_short_text_is_no_repetition(held, author):
    make_comment(make_article(), author, text="Merci beaucoup !")
    assert held("Merci beaucoup !").cause == ""


def test_what_was_taken_back_or_is_old_or_is_itself_is_no_repetition(held, author, time_machine):
    make_comment(make_article(), author, text=SHORT, state="deleted")
    assert held(SHORT).cause == ""
    mine = make_comment(make_article(), author, text=SHORT)
    assert held(SHORT, comment=mine).cause == ""
    Comment.objects.update(posted_at=timezone.now() - dt.timedelta(days=8))
    assert held(SHORT).cause == ""


def test_what_was_rejected_waits_when_it_comes_again(held, author):
    make_comment(make_article(), author, text=SHORT, state="rejected")
    assert held(SHORT).cause == Cause.REPEAT


def test_a_long_text_that_goes_from_hand_to_hand_waits(held):
    make_comment(make_article(), make_user(), text=LONG)
    assert held(LONG).cause == ""
    make_comment(make_article(), make_user(), text=LONG)
    assert held(LONG).cause == Cause.REPEAT


def test_watched_persons_wait(held, author):
    Contributor.objects.create(person=author)
    assert held().cause == ""
    Contributor.objects.update(is_watched=True)
    assert held().cause == Cause.WATCHED


@pytest.mark.parametrize(("hour", "waits"), [(21, False), (22, True), (3, True), (6, False)])
def test_the_night_waits(held, time_machine, hour, waits):
    time_machine.move_to(dt.datetime(2026, 11, 25, hour, tzinfo=timezone.get_default_timezone()), tick=False)
    cause = held(quiet_from=dt.time(22), quiet_to=dt.time(6)).cause
    assert cause == (Cause.QUIET if waits else "")


def test_every_cause_asks_little_of_the_database(held, author, django_assert_max_num_queries):
    """The version of the words, the watch, own and others' repetitions, and how many were let through; the lists once
    more where they have changed, and the section's rights are not asked of readers."""
    RuleSet.objects.all().delete()
    words.checker()
    with django_assert_max_num_queries(5):
        assert held(LONG, first_held=3).cause == Cause.NEWCOMER
