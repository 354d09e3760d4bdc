"""Another shop's data under this shop's id: a shop moves to a computer on which programs already run."""

from __future__ import annotations

from pathlib import Path

import apsw

from app.storage.session import Row

_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"


def adopt(path: Path, shop_id: bytes) -> None:
    """Let the one shop in the database at `path` be `shop_id`.

    Whoever has the present database open, desk or server, asks for that shop and no other: under an id of its
    own the moved shop would look empty to them, and what customers write would be nobody's. A database with
    several shops is left as it is.
    """
    connection = apsw.Connection(str(path))
    try:
        connection.execute("PRAGMA foreign_keys = OFF")
        shops: list[Row] = connection.execute("SELECT id FROM shops").fetchall()
        if len(shops) != 1 or shops[0][0] == shop_id:
            return
        with connection:
            connection.execute("UPDATE shops SET id = ?", (shop_id,))
            for table in _tables_of_shops(connection):
                connection.execute(f'UPDATE "{table}" SET shop_id = ?', (shop_id,))  # noqa: S608 - a table's name
    finally:
        connection.close()


def _tables_of_shops(connection: apsw.Connection) -> list[str]:
    """All that carry the shop's key; one left out by mistake would be lost."""
    names = [str(row[0]) for row in connection.execute(_TABLES).fetchall()]
    return [name for name in names if "shop_id" in _columns(connection, name)]


def _columns(connection: apsw.Connection, table: str) -> list[str]:
    return [str(row[1]) for row in connection.execute(f'PRAGMA table_info("{table}")').fetchall()]
