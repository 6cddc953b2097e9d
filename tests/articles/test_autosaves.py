"""Autosaves: one row a person and article, never in the way of what is saved, never over what was not seen."""

import datetime as dt
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles import autosaves, presence, working_copy
from articles.models import Article, Presence, Revision
from articles.presence import OpenForm
from tests.articles.test_article_form import ADD, change, filled
from tests.articles.writing import content, draft, live, rewrite
from tests.factories import make_article, make_author, make_picture, make_section, make_user
from tests.racing import race

NEW = "/admin/articles/article/autosave/"


def at(article, name="autosave"):
    return reverse(f"admin:articles_article_{name}", args=[article.pk])


@pytest.fixture
def enter(client, cast):
    def enter(role):
        person = getattr(cast, role)
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        return client, person

    return enter


def typed(person, article=None, *, form_key=None, **fields):
    """What a form's script sends."""
    return filled(article, **fields) | {"user": person.pk, "form_key": str(form_key or uuid.uuid4())}


def keep(article, *, by, known=None, key=None, base=None, **fields):
    form = OpenForm(key or uuid.uuid4(), known)
    return autosaves.keep(article, content(**fields), base=base, by=by, form=form)


@pytest.mark.django_db
def test_autosave_writes_its_row_and_nothing_else(enter):
    client, person = enter("editor")
    article = live(by=person, headline="What readers get")
    before = Article.objects.filter(pk=article.pk).values().get()
    newest, steps = working_copy.newest(article), article.steps.count()
    sent = typed(person, article, headline="Typed", published_at="2020-01-01T00:00", step="publish")
    answer = client.post(at(article), sent | {"status": "withdrawn"})
    assert answer.status_code == 200
    assert answer["Cache-Control"].count("no-store") == 1
    assert Article.objects.filter(pk=article.pk).values().get() == before
    assert (working_copy.newest(article), article.steps.count()) == (newest, steps)
    kept = autosaves.of(article, person)
    assert (kept.content["headline"], kept.base, kept.author) == ("Typed", newest, person)


@pytest.mark.django_db
def test_second_autosave_replaces_the_first(enter):
    client, person = enter("pigiste")
    article, _revision = draft(by=person)
    key = uuid.uuid4()
    known = client.post(at(article), typed(person, article, form_key=key, headline="One")).json()["known"]
    sent = typed(person, article, form_key=key, headline="Two") | {"known": known}
    assert client.post(at(article), sent).json()["saved"].startswith("Enregistré à ")
    assert [row.content["headline"] for row in article.revisions.filter(is_autosave=True)] == ["Two"]


@pytest.mark.django_db
def test_form_that_never_got_an_answer_still_replaces_its_own_text(enter):
    client, person = enter("pigiste")
    article, _revision = draft(by=person)
    key = uuid.uuid4()
    for headline in ("One", "Two"):
        sent = typed(person, article, form_key=key, headline=headline)
        assert client.post(at(article), sent).json()["state"] == "ok"
    assert autosaves.of(article, person).content["headline"] == "Two"


@pytest.mark.django_db
def test_text_that_this_form_has_not_seen_is_not_replaced(enter):
    """A phone wrote it; the laptop's form was opened before."""
    client, person = enter("pigiste")
    article, _revision = draft(by=person)
    keep(article, by=person, headline="From the phone")
    answer = client.post(at(article), typed(person, article, headline="From the laptop"))
    assert (answer.status_code, answer.json()["state"]) == (409, "unseen")
    assert autosaves.of(article, person).content["headline"] == "From the phone"


@pytest.mark.django_db
def test_nothing_typed_writes_nothing(enter):
    client, person = enter("pigiste")
    article, _revision = draft(by=person)
    assert client.post(at(article), typed(person, article)).status_code == 200
    assert client.post(NEW, typed(person, key=str(uuid.uuid4()))).json() == {"state": "ok"}
    assert not Revision.objects.filter(is_autosave=True).exists()
    assert Article.objects.count() == 1


@pytest.mark.django_db
def test_first_text_of_a_new_form_starts_one_bare_article(enter):
    client, person = enter("pigiste")
    key, form_key = uuid.uuid4(), uuid.uuid4()
    for headline in ("A", "A title"):
        sent = typed(person, form_key=form_key, key=str(key), headline=headline)
        said = client.post(NEW, sent).json()
    article = Article.objects.get()
    assert (said["article"], said["action"]) == (article.pk, change(article))
    assert (str(article), article.headline, article.creation_key) == ("A title", "", key)
    assert [(row.is_autosave, row.content["headline"]) for row in article.revisions.all()] == [(True, "A title")]
    # Found again by the headline that was typed.
    assert "A title" in client.get("/admin/").text
    # Its first save is its first working copy: nothing was public that could be taken back.
    saved = typed(person, form_key=form_key, headline="A title", body="<p>x</p>", seen=said["seen"])
    assert client.post(change(article), saved).status_code == 302
    assert [(row.base, row.is_autosave, row.note) for row in article.revisions.all()] == [(None, False, "")]


@pytest.mark.django_db
def test_form_as_it_came_starts_nothing(enter):
    """Whoever signs articles gets a form that is signed already."""
    client, person = enter("journalist")
    signed = [{"author": make_author(user=person).pk, "role": "author"}]
    sent = typed(person, key=str(uuid.uuid4()), bylines=signed)
    assert client.post(NEW, sent).json() == {"state": "ok"}
    answer = client.post(ADD, filled(key=str(uuid.uuid4()), bylines=signed))
    assert answer.status_code == 422
    assert "écrivez d’abord un titre ou un texte" in answer.text
    assert not Article.objects.exists()


@pytest.mark.django_db
def test_form_whose_answer_was_lost_saves_into_the_article_that_it_started(enter):
    client, person = enter("pigiste")
    key = str(uuid.uuid4())
    client.post(NEW, typed(person, key=key, headline="Half"))
    assert client.post(ADD, filled(key=key, headline="Whole", body="<p>x</p>")).status_code == 302
    assert Article.objects.get().working_title == "Whole"


@pytest.mark.django_db
def test_article_that_was_started_and_is_empty_has_nothing_to_save(enter):
    client, person = enter("pigiste")
    client.post(NEW, typed(person, key=str(uuid.uuid4()), headline="Half"))
    article = Article.objects.get()
    assert client.post(change(article), filled(article)).status_code == 422
    assert not article.revisions.filter(is_autosave=False).exists()


@pytest.mark.django_db
def test_saving_takes_the_forms_autosave_away(enter):
    client, person = enter("editor")
    article, _revision = draft(by=person)
    key = uuid.uuid4()
    client.post(at(article), typed(person, article, form_key=key, headline="Typed"))
    assert client.post(change(article), typed(person, article, form_key=key, headline="Typed")).status_code == 302
    assert autosaves.of(article, person) is None


@pytest.mark.django_db
def test_text_sent_before_the_save_and_arriving_after_it_is_not_kept(enter):
    client, person = enter("editor")
    article, _revision = draft(by=person)
    key = uuid.uuid4()
    late = typed(person, article, form_key=key, headline="Half a sen")
    client.post(change(article), typed(person, article, form_key=key, headline="Half a sentence"))
    assert client.post(at(article), late).json() == {"state": "closed"}
    assert autosaves.of(article, person) is None


@pytest.mark.django_db
def test_refused_save_keeps_the_autosave(enter):
    client, person = enter("editor")
    article, _revision = draft(by=person)
    key = uuid.uuid4()
    client.post(at(article), typed(person, article, form_key=key, headline="Typed"))
    assert client.post(change(article), typed(person, article, form_key=key, slug="no slug!")).status_code == 422
    assert autosaves.of(article, person).content["headline"] == "Typed"


@pytest.mark.django_db
def test_stale_text_is_kept_and_told_of_the_newer_version(enter, cast):
    """D15"""
    client, person = enter("journalist")
    article, first = draft(by=person)
    stale = typed(person, article, headline="Mine")
    theirs = rewrite(article, by=cast.editor, headline="Theirs")
    said = client.post(at(article), stale).json()
    assert str(cast.editor) in said["newer"]
    assert (autosaves.of(article, person).content["headline"], autosaves.of(article, person).base) == ("Mine", first)
    assert working_copy.newest(article) == theirs
    answer = client.post(change(article), stale)
    assert answer.status_code == 409
    assert "Mine" in answer.text
    assert autosaves.of(article, person).content["headline"] == "Mine"
    page = client.get(change(article))
    assert str(cast.editor) in page.context["keeping"]["offer"]["later"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("headline", "x" * 251),
        ("slug", "no slug!"),
        ("section", "999999"),
        ("related", "{"),
        ("body", "<p>x</p>" * 70_000),
    ],
)
def test_field_that_is_wrong_does_not_keep_the_rest_from_being_kept(enter, field, value):
    client, person = enter("editor")
    article, revision = draft(by=person)
    said = client.post(at(article), typed(person, article, standfirst="Kept.") | {field: value}).json()
    kept = autosaves.of(article, person).content
    assert kept["standfirst"] == "Kept."
    assert kept[field] == revision.content[field]
    assert said["problems"].startswith("Sur cet appareil seulement")


@pytest.mark.django_db
def test_html_is_cleaned_before_it_is_kept(enter):
    client, person = enter("pigiste")
    article, _revision = draft(by=person)
    client.post(at(article), typed(person, article, body="<p onclick=a()>Kept</p><script>alert(1)</script>"))
    assert autosaves.of(article, person).content["body"] == "<p>Kept</p>"


@pytest.mark.django_db
def test_form_offers_the_text_and_shows_it_only_when_asked(enter):
    client, person = enter("journalist")
    article, _revision = draft(by=person, headline="Saved")
    keep(article, by=person, base=working_copy.newest(article).pk, headline="Typed")
    page = client.get(change(article))
    assert page.context["form"]["headline"].value() == "Saved"
    assert "n’a pas été enregistré" in page.text
    resumed = client.get(change(article), {"text": "unsaved"})
    assert resumed.context["form"]["headline"].value() == "Typed"
    assert resumed.context["keeping"]["offer"] is None
    assert autosaves.of(article, person)


@pytest.mark.django_db
def test_nobody_else_is_offered_the_text(enter, cast):
    article, _revision = draft(by=cast.journalist)
    keep(article, by=cast.journalist, headline="A secret of hers")
    client, _person = enter("editor")
    for query in ({}, {"text": "unsaved"}):
        assert "A secret of hers" not in client.get(change(article), query).text


@pytest.mark.django_db
def test_resumed_text_keeps_the_base_it_was_typed_upon(enter, cast):
    client, person = enter("journalist")
    article, first = draft(by=person)
    keep(article, by=person, base=first.pk, headline="Typed")
    rewrite(article, by=cast.editor, headline="Theirs")
    form = client.get(change(article), {"text": "unsaved"}).context["form"]
    assert form["base"].value() == first.pk


@pytest.mark.django_db
def test_text_of_the_browser_is_shown_and_nothing_is_saved(enter):
    client, person = enter("journalist")
    article, _revision = draft(by=person, headline="Saved")
    key = uuid.uuid4()
    for path in (change(article), ADD):
        sent = typed(person, article, form_key=key, headline="From the disk", step="resume")
        page = client.post(path, sent)
        assert page.status_code == 200
        assert page.context["form"]["headline"].value() == "From the disk"
        assert page.context["keeping"]["key"] == str(key)
        # Its page was left, and would be one to read only.
        assert " data-returns" in page.text
    assert " data-returns" not in client.get(change(article)).text
    assert (article.revisions.count(), Article.objects.count()) == (1, 1)


@pytest.mark.django_db
def test_text_of_the_browser_is_one_offer_with_what_its_form_sent_while_it_was_left(enter):
    client, person = enter("journalist")
    article, _revision = draft(by=person, headline="Saved")
    key = uuid.uuid4()
    client.post(at(article), typed(person, article, form_key=key, headline="Sent while leaving"))
    page = client.post(change(article), typed(person, article, form_key=key, headline="From the disk", step="resume"))
    assert page.context["keeping"]["offer"] is None
    assert page.context["keeping"]["known"] == autosaves.of(article, person).created_at.isoformat()


@pytest.mark.django_db
def test_discarding_takes_that_text_and_no_other(enter):
    client, person = enter("pigiste")
    article, _revision = draft(by=person)
    kept = keep(article, by=person)
    other = kept.created_at - dt.timedelta(seconds=1)
    for at_, left in ((other, True), ("x", True), (kept.created_at, False)):
        client.post(at(article, "discard"), {"user": person.pk, "at": getattr(at_, "isoformat", lambda: "x")()})
        assert bool(autosaves.of(article, person)) is left
    assert Article.objects.filter(pk=article.pk).exists()


@pytest.mark.django_db
def test_discarding_the_only_text_of_an_article_takes_the_empty_article_too(enter):
    client, person = enter("pigiste")
    client.post(NEW, typed(person, key=str(uuid.uuid4()), headline="Half"))
    article = Article.objects.get()
    sent = {"user": person.pk, "at": autosaves.of(article, person).created_at.isoformat(), "page": "1"}
    assert client.post(at(article, "discard"), sent).url == "/admin/articles/article/"
    assert not Article.objects.exists()


@pytest.mark.django_db
def test_article_in_which_others_write_too_stays_when_one_text_is_discarded(cast):
    article = autosaves.start(by=cast.pigiste, key=uuid.uuid4(), language="fr")
    mine, theirs = keep(article, by=cast.pigiste), keep(article, by=cast.editor)
    autosaves.discard(article, by=cast.pigiste, at=mine.created_at)
    assert list(article.revisions.all()) == [theirs]


@pytest.mark.django_db
def test_picture_of_an_autosave_is_in_use(cast, client):
    picture = make_picture()
    article, revision = draft(by=cast.editor)
    keep(article, by=cast.editor, base=revision.pk, picture=picture.pk)
    client.force_login(cast.editor, backend="django.contrib.auth.backends.ModelBackend")
    client.post(reverse("admin:pictures_picture_delete", args=[picture.pk]), {"post": "yes"})
    picture.refresh_from_db()


@pytest.mark.django_db
def test_form_with_two_hundred_revisions_takes_the_queries_of_one_with_two(enter, django_assert_max_num_queries):
    client, person = enter("editor")
    few, _revision = draft(by=person)
    many, _revision = draft(by=person)
    rewrite(few, by=person, headline="Second")
    for number in range(199):
        rewrite(many, by=person, headline=f"Version {number}")
    counts = []
    for article in (few, many):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(change(article)).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 20
    keep(many, by=person, headline="Typed")
    with django_assert_max_num_queries(21):
        client.get(change(many))


def full_of(number):
    """A content that names something of every kind."""
    return {
        "related": [make_article().pk for _ in range(number)],
        "bylines": [{"author": make_author().pk, "role": "author"} for _ in range(number)],
        "body": "".join(f'<aside data-article="{make_article().pk}"></aside>' for _ in range(number)),
        "picture": make_picture().pk,
        "tags": [f"Tag {n}" for n in range(number)],
    }


@pytest.mark.django_db
def test_offered_text_takes_one_query_more_whatever_it_names(enter, django_assert_num_queries):
    """Its row alone: what it names is asked together with what the form names."""
    client, person = enter("editor")
    article, _revision = draft(by=person, **full_of(2))
    client.get(change(article))
    with CaptureQueriesContext(connection) as without:
        client.get(change(article))
    other = make_section(name="Another section")
    kept = full_of(3)
    keep(article, by=person, headline="Typed", section=other, **kept)
    with django_assert_num_queries(len(without) + 1):
        page = client.get(change(article))
    texts = page.context["keeping"]["offer"]["texts"]
    assert texts["section"] == "Another section"
    assert texts["related"].splitlines() == [Article.objects.get(pk=key).headline for key in kept["related"]]
    assert page.text.count(f'<option value="{other.pk}">Another section</option>') == 1
    assert len(without) <= 20


@pytest.mark.django_db(transaction=True)
def test_of_racing_first_autosaves_one_row_remains(cast):
    """Two devices of one person: one is kept, the others are told that there is another text."""
    article, _revision = draft(by=cast.editor)
    texts = [lambda n=n: keep(article, by=cast.editor, headline=f"Racer {n}") for n in range(6)]
    results = race(texts)
    assert sum(isinstance(result, Revision) for result in results) == 1, results
    assert sum(isinstance(result, autosaves.Unseen) for result in results) == 5
    assert article.revisions.filter(is_autosave=True).count() == 1


@pytest.mark.django_db(transaction=True)
def test_racing_starts_of_one_form_make_one_article(cast):
    key, by = uuid.uuid4(), cast.pigiste
    results = race([lambda: autosaves.start(by=by, key=key, language="fr")] * 6)
    assert len({article.pk for article in results}) == 1
    assert Article.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_racing_first_saves_of_a_started_article_one_is_accepted(cast):
    article = autosaves.start(by=cast.editor, key=uuid.uuid4(), language="fr")
    texts = [content(headline=f"Racer {n}") for n in range(4)]
    results = race([lambda text=text: working_copy.save(article, text, base=None, by=cast.editor) for text in texts])
    assert sum(isinstance(result, Revision) for result in results) == 1, results
    assert sum(isinstance(result, working_copy.Conflict) for result in results) == 3
    assert article.revisions.count() == 1


@pytest.mark.django_db(transaction=True)
def test_save_and_autosave_at_once_leave_no_text_behind_that_the_save_has(cast):
    """Whichever comes first, the text of a saved form is not offered again."""
    for _round in range(10):
        article, revision = draft(by=cast.editor)
        form, text = OpenForm(uuid.uuid4(), None), content(headline="Typed")
        presence.come(article, by=cast.editor, key=form.key)
        save = lambda a=article, r=revision, f=form, t=text: working_copy.save(  # noqa: E731
            a, t, base=r.pk, by=cast.editor, form=f
        )
        late = lambda a=article, r=revision, f=form, t=text: autosaves.keep(  # noqa: E731
            a, t | {"headline": "Typ"}, base=r.pk, by=cast.editor, form=f
        )
        results = race([save, late])
        assert not any(isinstance(result, Exception) for result in results), results
        assert working_copy.newest(article).content["headline"] == "Typed"
        assert autosaves.of(article, cast.editor) is None


@pytest.mark.django_db
def test_article_that_came_without_working_copies_keeps_its_baseline(enter):
    client, person = enter("editor")
    article, key = make_article(headline="As it was"), uuid.uuid4()
    client.post(at(article), typed(person, article, form_key=key, headline="Typed"))
    assert article.revisions.filter(is_autosave=False).count() == 0
    client.post(change(article), typed(person, article, form_key=key, headline="Typed"))
    headlines = [working_copy.read(row)["headline"] for row in article.revisions.filter(is_autosave=False)]
    assert headlines == ["Typed", "As it was"]


@pytest.mark.django_db
def test_deleted_person_leaves_their_text_to_the_article(cast):
    person = make_user(is_staff=True)
    article, _revision = draft(by=cast.editor)
    keep(article, by=person)
    person.delete()
    assert article.revisions.filter(is_autosave=True, author=None).count() == 1
    assert not Presence.objects.exists()


@pytest.mark.django_db
def test_hour_is_that_of_the_newspaper(enter, time_machine, settings):
    time_machine.move_to(dt.datetime(2026, 11, 25, 12, 3, 7, tzinfo=dt.UTC), tick=False)
    client, person = enter("pigiste")
    article, _revision = draft(by=person)
    for zone, hour in (("Africa/Bamako", "12:03:07"), ("Asia/Kolkata", "17:33:07")):
        settings.TIME_ZONE = zone
        timezone.get_default_timezone.cache_clear()
        said = client.post(at(article), typed(person, article, headline=zone, form_key=uuid.UUID(int=1))).json()
        assert said["saved"] == f"Enregistré à {hour}"
