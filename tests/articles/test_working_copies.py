"""Working copies: readers see nothing of them, a base serves once, nothing is lost."""

import json

import pytest

from articles import workflow, working_copy
from articles.models import Article, Revision
from journal.models import Entry
from tests.articles.writing import content, draft, live, rewrite
from tests.factories import make_article, make_author, make_picture, make_section
from tests.racing import race


@pytest.mark.django_db
def test_saving_writes_a_revision_and_not_the_row(cast):
    article = live(by=cast.editor, headline="Old headline", tags=["Mali"])
    rewrite(article, by=cast.editor, headline="New headline", body="<p>New.</p>", tags=["Sahel"])
    row = Article.objects.get(pk=article.pk)
    assert (row.headline, row.body) == ("Old headline", article.body)
    assert [tag.name for tag in row.tags.all()] == ["Mali"]
    assert working_copy.open_copy(row)[0]["headline"] == "New headline"


@pytest.mark.django_db
def test_new_article_keeps_its_row_bare(cast):
    article, _revision = draft(by=cast.pigiste, headline="A secret", tags=["Hidden"], body="<p>Secret.</p>")
    row = Article.objects.get(pk=article.pk)
    assert (row.headline, row.body, row.slug, row.tags.count()) == ("", "", "", 0)
    assert str(row) == "A secret"


@pytest.mark.django_db
def test_article_without_revisions_gets_its_baseline_first(cast):
    author, other, picture = make_author(), make_article(), make_picture()
    article = make_article(headline="As it was", tags=["Mali"], authors=[author], related=[other], picture=picture)
    rewrite(article, by=cast.editor, headline="Draft")
    draft_, baseline = article.revisions.all()
    assert draft_.base == baseline
    before = working_copy.read(baseline)
    assert (before["headline"], before["tags"], before["related"]) == ("As it was", ["Mali"], [other.pk])
    assert before["bylines"] == [{"author": author.pk, "role": "author"}]
    assert before["picture"] == picture.pk


@pytest.mark.django_db
def test_content_of_the_row_is_what_was_published(cast):
    """What publishing writes and what a baseline reads are each other's inverse."""
    wanted = content(
        kicker="#Mali :",
        standfirst="Standfirst",
        slug="address",
        tags=["Mali", "Sécurité"],
        related=[make_article().pk, make_article().pk],
        bylines=[{"author": make_author().pk, "role": "guest"}, {"author": make_author().pk, "role": "author"}],
        picture=make_picture().pk,
        picture_caption="Caption",
        access="subscribers",
        comments_open=False,
        language="en",
    )
    article, revision = working_copy.start(wanted, by=cast.editor)
    workflow.publish(article, revision, workflow.Instants(), by=cast.editor)
    assert working_copy.content_of(Article.objects.get(pk=article.pk)) == wanted


@pytest.mark.django_db
def test_stale_base_is_told_who_saved(cast):
    article, first = draft(by=cast.journalist)
    theirs = working_copy.save(article, content(headline="Theirs"), base=first.pk, by=cast.editor)
    with pytest.raises(working_copy.Conflict) as refused:
        working_copy.save(article, content(headline="Mine"), base=first.pk, by=cast.journalist)
    assert refused.value.newest == theirs
    assert refused.value.newest.author == cast.editor


@pytest.mark.django_db
def test_saving_nothing_new_writes_nothing(cast):
    article, first = draft(by=cast.journalist)
    same, _ = working_copy.open_copy(article)
    assert working_copy.save(article, same, base=first.pk, by=cast.journalist) == first
    assert article.revisions.count() == 1


@pytest.mark.django_db
def test_old_schema_is_upgraded_when_read(cast, monkeypatch):
    _article, revision = draft(by=cast.journalist)
    Revision.objects.filter(pk=revision.pk).update(schema=0, content={"title": "From another time"})
    monkeypatch.setitem(working_copy.UPGRADERS, 0, lambda old: {"headline": old["title"]})
    revision.refresh_from_db()
    assert working_copy.read(revision)["headline"] == "From another time"


@pytest.mark.django_db
def test_content_holds_plain_values_and_nothing_of_the_workflow(cast):
    """ARCHITECTURE § 5: a status or an instant in it would come back with every publication, a date would crash the
    form."""
    article = live(by=cast.editor, bylines=[{"author": make_author().pk, "role": "guest"}], tags=["Mali"])
    held = working_copy.content_of(article)
    assert json.loads(json.dumps(held)) == held
    assert set(held) == set(working_copy.empty_content())
    of_the_workflow = {"status", "published_at", "published_on", "embargo_until", "unpublish_at", "breaking_until"}
    assert not of_the_workflow & set(held)


@pytest.mark.django_db
def test_status_and_instants_that_found_their_way_into_a_revision_are_not_published(cast):
    article = live(by=cast.editor)
    before = workflow.Instants.of(article)
    changed = rewrite(article, by=cast.editor, headline="New", status="withdrawn", published_at="1990-01-01T00:00:00Z")
    workflow.publish(article, changed, workflow.Instants.of(article), by=cast.editor)
    row = Article.objects.get(pk=article.pk)
    assert (row.headline, row.status, workflow.Instants.of(row)) == ("New", "approved", before)


@pytest.mark.django_db(transaction=True)
def test_of_four_racing_saves_one_is_accepted_and_three_are_told_who_saved(cast):
    article, first = draft(by=cast.editor)
    texts = [content(headline=f"Racer {n}") for n in range(4)]
    results = race(
        [lambda text=text: working_copy.save(article, text, base=first.pk, by=cast.editor) for text in texts]
    )
    accepted = [result for result in results if isinstance(result, Revision)]
    refused = [result for result in results if isinstance(result, working_copy.Conflict)]
    assert (len(accepted), len(refused)) == (1, 3), results
    assert {conflict.newest.pk for conflict in refused} == {accepted[0].pk}
    assert refused[0].newest.author == cast.editor
    assert article.revisions.count() == 2


@pytest.mark.django_db(transaction=True)
def test_racing_first_saves_of_an_article_without_revisions_accept_one(cast):
    article = make_article(section=make_section())
    texts = [content(headline=f"Racer {n}") for n in range(4)]
    results = race([lambda text=text: working_copy.save(article, text, base=None, by=cast.editor) for text in texts])
    assert sum(isinstance(result, Revision) for result in results) == 1, results
    assert sum(isinstance(result, working_copy.Conflict) for result in results) == 3
    assert article.revisions.count() == 2


@pytest.mark.django_db(transaction=True)
def test_twelve_presses_of_publish_are_one_publication(cast):
    """K07"""
    article, revision = draft(by=cast.editor)
    press = [lambda: workflow.publish(article, revision, workflow.Instants(), by=cast.editor)] * 12
    results = race(press)
    assert sum(result == "published" for result in results) == 1, results
    assert article.steps.count() == 1
    assert [entry.action for entry in Entry.objects.about(article)] == ["Published an article"]
