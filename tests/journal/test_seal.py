"""D17: the database refuses to change or delete an entry, whatever program asks."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.db import DatabaseError, connection, transaction

from journal.models import Entry
from journal.recording import record

pytestmark = pytest.mark.django_db
migration = import_module("journal.migrations.0002_seal")


@pytest.fixture
def sealed():
    """The tests' own database is unsealed, since tests empty their tables."""
    editor = SimpleNamespace(connection=connection)
    migration.seal(None, editor)
    yield
    migration.unseal(None, editor)


@pytest.mark.parametrize("statement", ["DELETE FROM journal_entry", "UPDATE journal_entry SET label = 'x'"])
def test_the_database_refuses(sealed, statement):
    record("Published", label="The bridge")
    with pytest.raises(DatabaseError, match="only appended to"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert Entry.objects.get().label == "The bridge"


def test_a_sealed_journal_takes_entries(sealed):
    record("Published")
    record("Withdrawn")
    assert Entry.objects.count() == 2
