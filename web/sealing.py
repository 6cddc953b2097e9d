"""Tables that the database itself keeps anybody from changing: rows are added, whatever program asks.

On SQLite, a later migration that alters such a table makes it anew and drops the seal: seal it again there.
"""

from django.db import migrations

SENTENCE = "This table is only appended to."
SQLITE = """CREATE TRIGGER {table}_{verb} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, '{sentence}'); END"""
POSTGRESQL = [
    """CREATE OR REPLACE FUNCTION only_appended_to() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '{sentence}' USING ERRCODE = 'integrity_constraint_violation'; END $$""",
    """CREATE TRIGGER {table}_sealed BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION only_appended_to()""",
]


def seal_tables(connection, tables):
    with connection.cursor() as cursor:
        for table in tables:
            if connection.vendor == "sqlite":
                statements = [
                    SQLITE.format(table=table, verb=verb, sentence=SENTENCE) for verb in ("update", "delete")
                ]
            else:
                statements = [statement.format(table=table, sentence=SENTENCE) for statement in POSTGRESQL]
            for statement in statements:
                cursor.execute(statement)


def unseal_tables(connection, tables):
    with connection.cursor() as cursor:
        for table in tables:
            if connection.vendor == "sqlite":
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_update")
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_delete")
            else:
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_sealed ON {table}")


def sealing(*tables):
    """The operation of a migration."""
    return migrations.RunPython(
        lambda apps, schema_editor: seal_tables(schema_editor.connection, tables),
        lambda apps, schema_editor: unseal_tables(schema_editor.connection, tables),
    )
