"""Naming a version, going back to one, clearing away autosaves: what changes, what never does, what is told."""

import datetime as dt
import io

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles import versions, workflow, working_copy
from articles.models import Article, Revision, Section, Step
from articles.versions import VersionError, name_version, prune_autosaves, restore
from articles.workflow import Instants
from authors.models import Author
from pictures.models import Picture
from tests.articles.writing import content, draft, live, rewrite
from tests.factories import make_article, make_author, make_picture, make_section

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def autosave(article, *, by, days=0, **changes):
    """What somebody is typing upon the newest version, last touched days ago."""
    old, newest = working_copy.open_copy(article)
    return Revision.objects.create(
        article=article,
        base=newest,
        schema=working_copy.SCHEMA,
        content=old | changes,
        author=by,
        is_autosave=True,
        created_at=timezone.now() - days * DAY,
    )


def everything():
    return {model: list(model.objects.order_by("pk").values()) for model in (Article, Revision, Step)}


def test_naming_changes_the_name_and_nothing_else(cast):
    article, revision = draft(by=cast.journalist, headline="Un titre")
    before = everything()
    name_version(revision, "  Avant   relecture ", by=cast.editor)
    assert Revision.objects.get().name == "Avant relecture"
    Revision.objects.update(name="")
    assert everything() == before
    assert article.revisions.count() == 1


def test_name_may_change_and_go(cast):
    _article, revision = draft(by=cast.journalist)
    for name in ("Première", "Deuxième", ""):
        name_version(revision, name, by=cast.journalist)
        assert Revision.objects.get().name == name


def test_name_that_is_too_long_is_refused_in_words(cast):
    _article, revision = draft(by=cast.journalist)
    name_version(revision, "x" * 80, by=cast.journalist)
    with pytest.raises(VersionError, match=r"80.*81"):
        name_version(revision, "y" * 81, by=cast.journalist)
    assert Revision.objects.get().name == "x" * 80


def test_autosave_takes_no_name(cast):
    """Its text changes under the name."""
    article, _revision = draft(by=cast.journalist)
    with pytest.raises(VersionError):
        name_version(autosave(article, by=cast.journalist), "Nom", by=cast.journalist)


@pytest.mark.parametrize("role", ["reader", "pigiste", "journalist", "moderator"])
def test_only_those_who_may_edit_name_and_go_back(cast, role):
    article, first = draft(by=cast.editor)
    newest = rewrite(article, by=cast.editor, headline="Neuf")
    before = everything()
    with pytest.raises(PermissionDenied):
        name_version(first, "Nom", by=getattr(cast, role))
    with pytest.raises(PermissionDenied):
        restore(article, first, base=newest.pk, by=getattr(cast, role))
    assert everything() == before


def test_going_back_makes_a_new_version_and_keeps_all_others(cast):
    article, first = draft(by=cast.journalist, headline="Ancien", tags=["Mali"], standfirst="Chapô")
    second = rewrite(article, by=cast.editor, headline="Neuf", tags=[])
    kept = list(article.revisions.order_by("pk").values())
    restored, lost = restore(article, first, base=second.pk, by=cast.editor)
    assert (working_copy.read(restored), lost) == (working_copy.read(first), [])
    assert (restored.base, restored.author, restored.is_autosave) == (second, cast.editor, False)
    assert working_copy.newest(article) == restored
    assert list(article.revisions.order_by("pk").values())[:2] == kept
    assert restored.note.startswith("Rétabli\u00a0: version du ")


def test_note_says_which_version_came_back(cast):
    article, first = draft(by=cast.journalist, headline="Ancien")
    name_version(first, "Bon à tirer", by=cast.journalist)
    second = rewrite(article, by=cast.editor, headline="Neuf")
    restored, _lost = restore(article, first, base=second.pk, by=cast.editor)
    assert "Bon à tirer" in restored.note


def test_going_back_never_touches_what_readers_see(cast):
    article = live(by=cast.editor, headline="En ligne", tags=["Mali"])
    online = working_copy.newest(article)
    newest = rewrite(article, by=cast.editor, headline="En chantier", tags=["Sahel"])
    rows = Article.objects.values("headline", "body", "slug", "status", "published_at", "revised_at")
    before = rows.get(pk=article.pk), list(article.tags.names())
    restore(article, online, base=newest.pk, by=cast.editor)
    assert (rows.get(pk=article.pk), list(article.tags.names())) == before
    assert Article.objects.get(pk=article.pk).is_published


def test_baseline_of_an_article_that_came_without_versions_can_be_brought_back(cast):
    """ARCHITECTURE § 5: without the baseline its live text would be lost by the first publication of a change."""
    author, picture = make_author(), make_picture()
    article = make_article(
        headline="Telle quelle", body="<p>Texte.</p>", authors=[author], tags=["a"], picture=picture
    )
    was = working_copy.content_of(article)
    changed = rewrite(article, by=cast.editor, headline="Autre", tags=[], bylines=[], picture=None)
    workflow.publish(article, changed, Instants.of(article), by=cast.editor)
    baseline = article.revisions.last()
    restored, lost = restore(article, baseline, base=changed.pk, by=cast.editor)
    article.refresh_from_db()
    workflow.publish(article, restored, Instants.of(article), by=cast.editor)
    assert lost == []
    assert working_copy.content_of(Article.objects.get(pk=article.pk)) == was


def test_going_back_on_a_stale_page_is_refused_and_names_who_saved(cast):
    article, first = draft(by=cast.editor)
    second = rewrite(article, by=cast.editor, headline="Deux")
    third = rewrite(article, by=cast.journalist, headline="Trois")
    for stale in (second.pk, first.pk, None, 10**18):
        with pytest.raises(working_copy.Conflict) as refused:
            restore(article, first, base=stale, by=cast.editor)
        assert refused.value.newest == third
    assert article.revisions.count() == 3


def test_going_back_to_what_is_newest_writes_nothing(cast):
    article, first = draft(by=cast.editor, headline="Un")
    second = rewrite(article, by=cast.editor, headline="Deux")
    third = rewrite(article, by=cast.editor, headline="Un")
    assert restore(article, first, base=third.pk, by=cast.editor)[0] == third
    assert article.revisions.count() == 3
    assert second in article.revisions.all()


def test_what_a_colleague_typed_and_never_saved_can_be_taken_up(cast):
    article, first = draft(by=cast.editor)
    typed = autosave(article, by=cast.journalist, headline="Jamais enregistré")
    restored, _lost = restore(article, typed, base=first.pk, by=cast.editor)
    assert working_copy.read(restored)["headline"] == "Jamais enregistré"
    assert not restored.is_autosave


def test_version_of_an_older_schema_comes_back_in_todays_shape(cast, monkeypatch):
    """ARCHITECTURE § 5: or old ones die at the first renamed field."""
    article, first = draft(by=cast.editor)
    second = rewrite(article, by=cast.editor, headline="Neuf")
    Revision.objects.filter(pk=first.pk).update(schema=0, content={"title": "D’un autre temps"})
    monkeypatch.setitem(working_copy.UPGRADERS, 0, lambda old: {"headline": old["title"]})
    first.refresh_from_db()
    restored, _lost = restore(article, first, base=second.pk, by=cast.editor)
    assert restored.schema == working_copy.SCHEMA
    assert restored.content == working_copy.empty_content() | {"headline": "D’un autre temps"}


def test_minor_correction_of_then_is_none_now(cast):
    """Or readers would not be told of a change that is none of the little ones."""
    article, first = draft(by=cast.editor, minor=True)
    second = rewrite(article, by=cast.editor, headline="Neuf", minor=False)
    assert working_copy.read(restore(article, first, base=second.pk, by=cast.editor)[0])["minor"] is False


def test_what_was_deleted_since_is_left_out_and_told(cast):
    section, authors = make_section(), [make_author(), make_author()]
    picture, boxed, related, kept = make_picture(), make_picture(), make_article(), make_article()
    body = f'<p>Mots.</p><figure data-picture="{boxed.pk}"></figure><aside data-article="{related.pk}"></aside>'
    article, first = draft(
        by=cast.editor,
        section=section,
        bylines=[{"author": author.pk, "role": "author"} for author in authors],
        picture=picture.pk,
        related=[related.pk, kept.pk],
        body=f'{body}<aside data-article="{kept.pk}"></aside>',
    )
    now = content()
    second = working_copy.save(article, now, base=first.pk, by=cast.editor)
    Section.objects.filter(pk=section.pk).delete()
    Author.objects.filter(pk=authors[0].pk).delete()
    Picture.objects.filter(pk__in=[picture.pk, boxed.pk]).delete()
    Article.objects.filter(pk=related.pk).delete()
    restored, lost = restore(article, first, base=second.pk, by=cast.editor)
    back = working_copy.read(restored)
    assert (back["section"], back["picture"], back["related"]) == (None, None, [kept.pk])
    assert back["bylines"] == [{"author": authors[1].pk, "role": "author"}]
    assert back["body"] == f'<p>Mots.</p><aside data-article="{kept.pk}"></aside>'
    assert len(lost) == 5
    assert any("2" in sentence for sentence in lost)


# What pruning must keep: all but autosaves that nobody touched for a while.


@pytest.fixture
def typed(cast):
    article, _revision = draft(by=cast.editor)
    return article, autosave(article, by=cast.journalist, days=31)


def test_autosave_that_nobody_touched_for_a_month_is_pruned(typed):
    _article, old = typed
    assert prune_autosaves(30 * DAY) == 1
    assert not Revision.objects.filter(pk=old.pk).exists()


def test_younger_autosave_stays(typed, cast):
    article, _old = typed
    young = autosave(article, by=cast.editor, days=29)
    assert prune_autosaves(30 * DAY) == 1
    assert Revision.objects.filter(pk=young.pk).exists()


@pytest.mark.parametrize(
    "mark",
    [{"name": "Nom"}, {"applied_at": timezone.now()}, {"go_live_at": timezone.now()}],
    ids=lambda mark: next(iter(mark)),
)
def test_named_applied_and_scheduled_revisions_are_never_pruned(typed, mark):
    _article, old = typed
    Revision.objects.filter(pk=old.pk).update(**mark)
    assert prune_autosaves(DAY) == 0


def test_saved_versions_are_never_pruned(typed, cast):
    article, _old = typed
    rewrite(article, by=cast.editor, headline="Neuf")
    article.revisions.update(created_at=timezone.now() - 4000 * DAY)
    prune_autosaves(DAY)
    assert article.revisions.count() == 2
    assert not article.revisions.filter(is_autosave=True).exists()


def test_autosave_with_a_step_or_a_version_upon_it_is_never_pruned(typed, cast):
    """A base is protected by the database: one such row would stop the whole pruning."""
    article, old = typed
    other, _revision = draft(by=cast.editor)
    stepped = autosave(other, by=cast.editor, days=90)
    Step.objects.create(article=other, kind=Step.Kind.SUBMITTED, by=cast.editor, revision=stepped)
    Revision.objects.create(article=article, base=old, schema=1, content=old.content)
    assert prune_autosaves(DAY) == 0
    assert Step.objects.get().revision == stepped


def test_command_takes_days_and_says_how_many(typed, cast):
    article, _old = typed
    autosave(article, by=cast.editor, days=8)
    assert run("prune_revisions").startswith("1 ")
    assert run("prune_revisions", days=7).startswith("1 ")
    assert run("prune_revisions", days=7).startswith("0 ")
    for days in (0, -1, 10**6):
        with pytest.raises(CommandError):
            run("prune_revisions", days=days)


def run(*arguments, **options):
    out = io.StringIO()
    call_command(*arguments, **options, stdout=out)
    return out.getvalue()


def test_title_of_a_version_is_its_name_or_its_hour(cast):
    article, revision = draft(by=cast.editor)
    Revision.objects.filter(pk=revision.pk).update(created_at=dt.datetime(2026, 5, 27, 6, 58, tzinfo=dt.UTC))
    revision.refresh_from_db()
    assert "27 mai 2026 à 06:58" in versions.title(revision)
    assert cast.journalist.name in versions.title(autosave(article, by=cast.journalist))
    revision.name = "Bon à tirer"
    assert versions.title(revision) == "Bon à tirer"
