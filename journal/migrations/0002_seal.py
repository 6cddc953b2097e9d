"""Seals the journal in the database itself: entries are added, never changed or deleted, whatever program asks."""

from django.db import migrations

SENTENCE = "The journal is only appended to."
SQLITE = [
    f"""CREATE TRIGGER journal_entry_{verb.lower()} BEFORE {verb} ON journal_entry
    BEGIN SELECT RAISE(ABORT, '{SENTENCE}'); END"""
    for verb in ("UPDATE", "DELETE")
]
SQLITE_BACK = [f"DROP TRIGGER IF EXISTS journal_entry_{verb}" for verb in ("update", "delete")]
POSTGRESQL = [
    f"""CREATE FUNCTION journal_entry_sealed() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '{SENTENCE}' USING ERRCODE = 'integrity_constraint_violation'; END $$""",
    """CREATE TRIGGER journal_entry_sealed BEFORE UPDATE OR DELETE ON journal_entry
    FOR EACH ROW EXECUTE FUNCTION journal_entry_sealed()""",
]
POSTGRESQL_BACK = [
    "DROP TRIGGER IF EXISTS journal_entry_sealed ON journal_entry",
    "DROP FUNCTION IF EXISTS journal_entry_sealed()",
]


def run(statements):
    def execute(apps, schema_editor):
        with schema_editor.connection.cursor() as cursor:
            for statement in statements[schema_editor.connection.vendor]:
                cursor.execute(statement)

    return execute


seal = run({"sqlite": SQLITE, "postgresql": POSTGRESQL})
unseal = run({"sqlite": SQLITE_BACK, "postgresql": POSTGRESQL_BACK})


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_entries")]

    operations = [migrations.RunPython(seal, unseal)]
