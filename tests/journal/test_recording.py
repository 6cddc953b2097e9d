"""The journal: entries keep the words of their time, and nobody takes one back."""

import pytest
from django.db import transaction

from articles.models import Article
from journal.models import AppendOnly, Entry
from journal.recording import record
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def test_an_entry_says_who_did_what_to_what(cast):
    article = make_article(headline="The bridge")
    entry = record("Published", article, by=cast.editor, detail=" at last ")
    assert (entry.by_name, entry.label, entry.detail) == ("Ibrahim Rédacteur", "The bridge", "at last")
    assert list(Entry.objects.about(article)) == [entry]


def test_an_entry_outlives_the_account_and_the_row(cast):
    article = make_article(headline="The bridge")
    record("Published", article, by=cast.journalist)
    Article.objects.all().delete()
    cast.journalist.delete()
    assert Entry.objects.get().by_name == "Fanta Journaliste"


@pytest.mark.parametrize(
    "tamper",
    [
        lambda entry: entry.delete(),
        lambda entry: entry.save(),
        lambda entry: Entry.objects.all().delete(),
        lambda entry: Entry.objects.update(label="nothing"),
        lambda entry: Entry.objects.filter(pk=entry.pk).delete(),
    ],
)
def test_entries_are_neither_changed_nor_deleted(tamper):
    """D17"""
    entry = record("Published", make_article())
    with pytest.raises(AppendOnly), transaction.atomic():
        tamper(Entry.objects.get())
    assert Entry.objects.get() == entry


def test_long_texts_are_cut_to_what_a_row_holds():
    article = make_article()
    assert len(record("Published", article, label="x" * 300).label) == 250


def publish_and_fail():
    with transaction.atomic():
        record("Published", make_article())
        raise RuntimeError


def test_what_is_undone_leaves_no_entry():
    with pytest.raises(RuntimeError):
        publish_and_fail()
    assert not Entry.objects.exists()
