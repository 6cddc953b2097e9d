"""The order of names in a list: « École » stands between « Eau » and « Énergie », not after « Ville ».

SQLite compares bytes, and so does PostgreSQL in a database of the locale C: each is told a better way.
"""

import functools

from django.db import connections
from django.db.models import Func

from .stems import folded

# Ours on SQLite; that of the Unicode library with which PostgreSQL is nearly always built.
SQLITE, POSTGRESQL = "newsroom_names", "fr-x-icu"


class Alphabetical(Func):
    """``order_by(Alphabetical("name"))``: accents and capitals count only between names that are else the same."""

    template = "%(expressions)s"
    arity = 1

    def as_sqlite(self, compiler, connection, **extra):
        return super().as_sql(compiler, connection, template=f"%(expressions)s COLLATE {SQLITE}", **extra)

    def as_postgresql(self, compiler, connection, **extra):
        template = f'%(expressions)s COLLATE "{POSTGRESQL}"' if _knows_names(connection.alias) else self.template
        return super().as_sql(compiler, connection, template=template, **extra)


def prepare(connection, **kwargs):
    """Each new connection (``connection_created``)."""
    if connection.vendor == "sqlite":
        connection.connection.create_collation(SQLITE, _compare)
    elif connection.vendor == "postgresql" and connection.alias in connections:
        _knows_names(connection.alias)


@functools.cache
def _knows_names(alias: str) -> bool:
    """Asked once a process. A build without that library has no such collation; names then stand as the database has
    them."""
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_collation WHERE collname = %s", [POSTGRESQL])
        return bool(cursor.fetchone()[0])


@functools.lru_cache(maxsize=10_000)
def _key(name: str) -> tuple[str, str]:
    return folded(name), name


def _compare(first: str, second: str) -> int:
    before, after = _key(first), _key(second)
    return (before > after) - (before < after)
