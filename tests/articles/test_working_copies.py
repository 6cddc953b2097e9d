"""Working copies: readers see nothing of them, a base serves once, nothing is lost."""

import threading

import pytest
from django.db import connections

from articles import workflow, working_copy
from articles.models import Article, Revision
from tests.articles.writing import content, draft, live, rewrite
from tests.factories import make_article, make_author, make_picture, make_section


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


def race(functions):
    """Runs the functions at once, each in a thread with a connection of its own; their results or exceptions."""
    start, results = threading.Barrier(len(functions)), [None] * len(functions)

    def run(place, function):
        try:
            start.wait(timeout=10)
            results[place] = function()
        except Exception as error:
            results[place] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(functions)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return results


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
    article, revision = draft(by=cast.editor)
    press = [lambda: workflow.publish(article, revision, workflow.Instants(), by=cast.editor)] * 12
    results = race(press)
    assert sum(result == "published" for result in results) == 1, results
    assert article.steps.count() == 1
