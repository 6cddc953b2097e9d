"""The words of articles, with the index that each database has for them."""

import django.db.models.deletion
from django.db import migrations, models

# One statement each: executescript would commit the migration's transaction.
TAKE_OUT = """
    INSERT INTO articles_searchtext_index(articles_searchtext_index, rowid, public, desk)
    VALUES ('delete', old.article_id, old.public, old.desk);
"""
PUT_IN = """
    INSERT INTO articles_searchtext_index(rowid, public, desk) VALUES (new.article_id, new.public, new.desk);
"""
FTS5 = [
    """
    CREATE VIRTUAL TABLE articles_searchtext_index USING fts5(
        public, desk, content='articles_searchtext', content_rowid='article_id',
        tokenize="unicode61 remove_diacritics 0"
    )
    """,
    f"CREATE TRIGGER articles_searchtext_added AFTER INSERT ON articles_searchtext BEGIN {PUT_IN} END",
    f"CREATE TRIGGER articles_searchtext_removed AFTER DELETE ON articles_searchtext BEGIN {TAKE_OUT} END",
    f"CREATE TRIGGER articles_searchtext_changed AFTER UPDATE ON articles_searchtext BEGIN {TAKE_OUT} {PUT_IN} END",
]
GIN = """
CREATE INDEX articles_searchtext_{column} ON articles_searchtext
USING gin (to_tsvector('simple'::regconfig, {column}))
"""


def make_index(apps, schema_editor):
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    for statement in [GIN.format(column=column) for column in ("public", "desk")] if is_postgresql else FTS5:
        schema_editor.execute(statement)


def drop_index(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for name in ("added", "removed", "changed"):
            schema_editor.execute(f"DROP TRIGGER articles_searchtext_{name}")
        schema_editor.execute("DROP TABLE articles_searchtext_index")


class Migration(migrations.Migration):
    dependencies = [("articles", "0003_front_page_slots")]

    operations = [
        migrations.CreateModel(
            name="SearchText",
            fields=[
                (
                    "article",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="search_text",
                        serialize=False,
                        to="articles.article",
                    ),
                ),
                ("public", models.TextField(blank=True)),
                ("desk", models.TextField(blank=True)),
            ],
            options={"verbose_name": "words of an article", "verbose_name_plural": "words of articles"},
        ),
        migrations.RunPython(make_index, drop_index),
    ]
