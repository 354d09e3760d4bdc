"""Rows of the kiosk's file, always fetched to the end: an open cursor would let its WAL grow."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import apsw

Row = tuple[Any, ...]


class Unsound(Exception):
    """A row is not as we wrote it: the file is damaged, though SQLite did not notice."""


@contextmanager
def believing() -> Iterator[None]:
    """Around taking a row apart, also as a decorator: what is not of its kind is Unsound."""
    try:
        yield
    except (ValueError, TypeError, OverflowError, AttributeError) as error:
        raise Unsound from error


def rows(connection: apsw.Connection, sql: str, *values: apsw.SQLiteValue) -> list[Row]:
    return connection.execute(sql, values).fetchall()


def row(connection: apsw.Connection, sql: str, *values: apsw.SQLiteValue) -> Row | None:
    """The first row; the statement is run to its end."""
    found = rows(connection, sql, *values)
    return found[0] if found else None


def number(connection: apsw.Connection, sql: str, *values: apsw.SQLiteValue) -> int:
    """The one number that `sql` asks for, 0 for none."""
    found = row(connection, sql, *values)
    with believing():
        return int(found[0] or 0) if found else 0
