"""One thread's connection, for one shop: all that a store may ask of the database."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import apsw
import peewee

from app.domain.clock import Clock

Row = tuple[Any, ...]

_INDEX = "INSERT INTO idea_search (rowid, words) VALUES (?, ?)"


class Session:
    """Stores speak through it: constant SQL where it is hot, peewee queries elsewhere.

    Everything is fetched to the end before it is handed over: an open cursor would let the WAL grow.
    Begins and ends no transaction; the write seam does.
    """

    def __init__(
        self, database: peewee.Database, connection: apsw.Connection, shop_id: UUID, clock: Clock
    ) -> None:
        self.shop_id = shop_id
        self.shop = shop_id.bytes
        self.clock = clock
        self._database = database
        self._connection = connection
        self._to_index: list[tuple[int, str]] = []

    def rows(self, sql: str, *values: apsw.SQLiteValue) -> list[Row]:
        return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, *values: apsw.SQLiteValue) -> Row | None:
        """The first row; the statement is run to its end."""
        rows = self._connection.execute(sql, values).fetchall()
        return rows[0] if rows else None

    def number(self, sql: str, *values: apsw.SQLiteValue) -> int:
        """The one number that `sql` asks for, 0 for none."""
        row = self.row(sql, *values)
        return int(row[0] or 0) if row else 0

    def run(self, sql: str, *values: apsw.SQLiteValue) -> None:
        self._connection.execute(sql, values)

    def insert_numbered(self, sql: str, *values: apsw.SQLiteValue) -> int:
        """Insert one row and give the number it got."""
        self._connection.execute(sql, values)
        return self._connection.last_insert_rowid()

    def index_later(self, number: int, words: str) -> None:
        """Have these words in the search index by the end of the transaction.

        Written in between, each savepoint would make the index write its pages: a fifth of a verb's time.
        """
        self._to_index.append((number, words))

    def index_now(self) -> None:
        """Before the commit, and before anything asks the index or takes words out of it."""
        if self._to_index:
            self._connection.executemany(_INDEX, self._to_index)
            self._to_index.clear()

    @property
    def waiting_for_index(self) -> list[tuple[int, str]]:
        return list(self._to_index)

    def wait_for_index(self, words: list[tuple[int, str]]) -> None:
        """What waits after a rollback: what waited before, also if it was written in between."""
        self._to_index = words

    def select(self, query: peewee.ModelSelect) -> list[Row]:
        return list(query.tuples().execute(self._database))

    def execute(self, query: peewee.Insert | peewee.Update | peewee.Delete) -> None:
        query.execute(self._database)

    def insert(self, model: type[peewee.Model], **columns: object) -> None:
        """A row of this shop."""
        self.execute(model.insert(shop_id=self.shop_id, **columns))

    def delete(self, model: type[peewee.Model], *conditions: Any) -> None:
        self.execute(model.delete().where(*conditions))
