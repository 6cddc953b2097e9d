"""Of several forms of one article one writes: the first, until it is silent for a minute or somebody takes over."""

import datetime as dt
import uuid

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import autosaves, presence, working_copy
from articles.models import Presence
from tests.articles.test_article_form import change, filled
from tests.articles.test_autosaves import at, typed
from tests.articles.writing import draft
from tests.factories import make_article
from tests.racing import race

SECOND = dt.timedelta(seconds=1)


@pytest.fixture
def article(cast):
    return draft(by=cast.journalist, headline="Shared")[0]


@pytest.fixture
def enter(client, cast):
    def enter(role):
        person = getattr(cast, role)
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        return client, person

    return enter


def later(key, **span):
    Presence.objects.filter(key=key).update(seen_at=timezone.now() - dt.timedelta(**span))


def holds(row):
    return Presence.objects.get(pk=row.pk).held_at is not None


@pytest.mark.django_db
def test_first_holds_and_second_reads(cast, article):
    first = presence.come(article, by=cast.journalist, key=uuid.uuid4())
    second = presence.come(article, by=cast.editor, key=uuid.uuid4())
    assert (holds(first), holds(second)) == (True, False)
    assert presence.holder(article) == first


@pytest.mark.django_db
def test_second_tab_of_the_same_person_reads_too(cast, article):
    presence.come(article, by=cast.journalist, key=uuid.uuid4())
    assert presence.come(article, by=cast.journalist, key=uuid.uuid4()).held_at is None


@pytest.mark.django_db
def test_holder_that_is_silent_for_a_minute_loses_it_to_the_next_that_asks(cast, article):
    first, second = uuid.uuid4(), uuid.uuid4()
    presence.come(article, by=cast.journalist, key=first)
    later(first, seconds=58)
    assert presence.come(article, by=cast.editor, key=second).held_at is None
    later(first, seconds=61)
    assert presence.holder(article) is None
    assert presence.come(article, by=cast.editor, key=second).held_at
    assert presence.come(article, by=cast.journalist, key=first).held_at is None


@pytest.mark.django_db
def test_holder_that_comes_back_before_anybody_asked_still_holds(cast, article):
    key = uuid.uuid4()
    presence.come(article, by=cast.journalist, key=key)
    later(key, minutes=5)
    assert presence.come(article, by=cast.journalist, key=key).held_at
    assert presence.holder(article).key == key


@pytest.mark.django_db
def test_leaving_frees_the_article(cast, article):
    key = uuid.uuid4()
    presence.come(article, by=cast.journalist, key=key)
    with pytest.raises(PermissionDenied):
        presence.leave(article, by=cast.editor, key=key)
    assert presence.holder(article)
    presence.leave(article, by=cast.journalist, key=key)
    assert presence.come(article, by=cast.editor, key=uuid.uuid4()).held_at


@pytest.mark.django_db
def test_word_that_arrives_after_the_page_was_left_does_not_bring_it_back(cast, article):
    key = uuid.uuid4()
    presence.come(article, by=cast.journalist, key=key)
    presence.leave(article, by=cast.journalist, key=key)
    assert presence.come(article, by=cast.journalist, key=key).held_at is None
    assert presence.holder(article) is None
    assert presence.come(article, by=cast.journalist, key=key, returns=True).held_at


@pytest.mark.django_db
def test_page_whose_leaving_arrives_before_its_coming_holds_nothing(cast, article):
    key = uuid.uuid4()
    presence.leave(article, by=cast.journalist, key=key)
    assert presence.come(article, by=cast.journalist, key=key).held_at is None
    assert presence.come(article, by=cast.editor, key=uuid.uuid4()).held_at


@pytest.mark.django_db
def test_page_that_takes_the_place_of_another_of_the_same_person_holds_at_once(cast, article):
    old, theirs = uuid.uuid4(), uuid.uuid4()
    presence.come(article, by=cast.journalist, key=old)
    assert presence.come(article, by=cast.editor, key=theirs, replaces=[old]).held_at is None
    assert presence.come(article, by=cast.journalist, key=uuid.uuid4(), replaces=[old, None]).held_at


@pytest.mark.django_db
def test_key_of_somebody_else_is_refused(enter, cast, article):
    key = uuid.uuid4()
    presence.come(article, by=cast.journalist, key=key)
    client, person = enter("editor")
    for name in ("presence", "autosave", "take_over"):
        answer = client.post(at(article, name), typed(person, article, form_key=key, headline="Theirs"))
        assert answer.status_code == 403, name
    assert Presence.objects.get().user == cast.journalist


@pytest.mark.django_db
def test_rows_of_yesterday_are_removed_when_a_new_one_is_written(cast, article):
    old = uuid.uuid4()
    presence.come(article, by=cast.journalist, key=old)
    later(old, hours=25)
    presence.come(article, by=cast.editor, key=uuid.uuid4())
    assert not Presence.objects.filter(key=old).exists()


@pytest.mark.django_db
def test_taking_over_is_told_to_the_one_who_wrote(enter, cast, article):
    key = uuid.uuid4()
    presence.come(article, by=cast.journalist, key=key)
    client, person = enter("editor")
    mine = typed(person, article)
    said = client.post(at(article, "presence"), mine).json()
    assert (said["holds"], str(cast.journalist) in said["writing"]) == (False, True)
    assert client.post(at(article, "take_over"), mine).json()["holds"]
    client, person = enter("journalist")
    answer = client.post(at(article), typed(person, article, form_key=key, headline="Last words"))
    assert answer.status_code == 409
    assert answer.json()["taken"].startswith(f"{cast.editor} a pris la main à ")
    assert autosaves.of(article, person).content["headline"] == "Last words"


@pytest.mark.django_db
def test_save_of_a_form_that_lost_the_article_is_refused_with_its_text(enter, cast, article):
    client, person = enter("journalist")
    key = uuid.uuid4()
    presence.come(article, by=person, key=key)
    presence.take_over(article, by=cast.editor, key=(theirs := uuid.uuid4()))
    sent = typed(person, article, form_key=key, headline="Not lost", step="save")
    answer = client.post(change(article), sent)
    assert answer.status_code == 409
    for words in ("Not lost", f"{cast.editor} écrit dans cet article", "Prendre la main"):
        assert words in answer.text
    assert answer.context["keeping"]["key"] == str(key)
    assert working_copy.newest(article).content["headline"] == "Shared"
    # Once the other is gone, or this one takes over, the same press saves.
    later(theirs, seconds=61)
    assert client.post(change(article), sent).status_code == 302


@pytest.mark.django_db
def test_form_without_scripts_is_held_back_by_its_base_alone(enter, cast, article):
    presence.come(article, by=cast.journalist, key=uuid.uuid4())
    client, _person = enter("editor")
    assert client.post(change(article), filled(article, headline="Saved")).status_code == 302


@pytest.mark.django_db
def test_saved_form_holds_nothing_and_is_known_for_a_day(cast, article):
    key = uuid.uuid4()
    presence.come(article, by=cast.journalist, key=key)
    presence.note_saved(article, by=cast.journalist, key=key)
    assert presence.seen_by(article, cast.journalist) == (None, [str(key)])
    assert presence.seen_by(article, cast.editor) == (None, [])
    assert presence.come(article, by=cast.journalist, key=key).held_at is None
    presence.leave(article, by=cast.journalist, key=key)
    assert presence.seen_by(article, cast.journalist)[1] == [str(key)]


@pytest.mark.django_db
def test_form_says_who_writes_to_those_who_read_it(enter, cast, article):
    presence.come(article, by=cast.editor, key=uuid.uuid4())
    for role, is_told in (("journalist", True), ("editor", False)):
        client, _person = enter(role)
        assert (f"{cast.editor} écrit dans cet article" in client.get(change(article)).text) is is_told
    other, _revision = draft(by=cast.editor)
    presence.come(other, by=cast.editor, key=uuid.uuid4())
    client, _person = enter("journalist")
    page = client.get(change(other)).text
    assert f"{cast.editor} écrit dans cet article" in page
    assert "data-keeping" not in page


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/admin/", "/admin/articles/article/"])
def test_lists_say_who_writes_in_as_many_queries_as_before(enter, cast, path):
    client, _person = enter("editor")
    own = [draft(by=cast.editor)[0] for _ in range(4)]
    assert "écrit</span>" not in client.get(path).text
    counts = []
    for articles in (own[:1], own):
        for one in articles:
            presence.come(one, by=cast.journalist, key=uuid.uuid4())
        with CaptureQueriesContext(connection) as queries:
            page = client.get(path).text
        assert page.count(f"{cast.journalist} écrit</span>") == len(articles)
        counts.append(len(queries))
    assert counts[0] == counts[1]
    Presence.objects.update(seen_at=timezone.now() - 61 * SECOND)
    assert "écrit</span>" not in client.get(path).text


@pytest.mark.django_db(transaction=True)
def test_of_racing_openings_one_holds(cast):
    article = make_article()
    by = cast.editor
    rows = race([lambda: presence.come(article, by=by, key=uuid.uuid4())] * 8)
    assert not any(isinstance(row, Exception) for row in rows), rows
    assert Presence.objects.filter(held_at__isnull=False).count() == 1
    assert Presence.objects.count() == 8
    assert sum(row.held_at is not None for row in rows) == 1


@pytest.mark.django_db(transaction=True)
def test_of_racing_take_overs_one_holds(cast):
    article = make_article()
    by = cast.editor
    presence.come(article, by=cast.journalist, key=uuid.uuid4())
    rows = race([lambda: presence.take_over(article, by=by, key=uuid.uuid4())] * 8)
    assert not any(isinstance(row, Exception) for row in rows), rows
    assert Presence.objects.filter(held_at__isnull=False).count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_racing_claims_on_a_silent_holder_one_wins(cast):
    article, old = make_article(), uuid.uuid4()
    by = cast.editor
    presence.come(article, by=by, key=old)
    later(old, minutes=2)
    rows = race([lambda: presence.come(article, by=by, key=uuid.uuid4())] * 8)
    assert not any(isinstance(row, Exception) for row in rows), rows
    assert presence.holder(article).key != old
    assert Presence.objects.filter(held_at__isnull=False).count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_first_words_of_one_form_at_once_are_one_presence(cast):
    article, key, by = make_article(), uuid.uuid4(), cast.editor
    rows = race([lambda: presence.come(article, by=by, key=key)] * 6)
    assert not any(isinstance(row, Exception) for row in rows), rows
    assert Presence.objects.count() == 1
