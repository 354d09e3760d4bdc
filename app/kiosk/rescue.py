"""What can still be read of a damaged file: what customers gave, and whom the kiosk was paired with."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import apsw

from app.kiosk.asking import Row, row
from app.kiosk.kept import WALL_PROGRESS
from app.kiosk.schema import connect, make_tables
from app.private import make_private_file, make_private_folder

_FOLDER = "kiosk-rescue"
_PUT_BACK = """
INSERT OR IGNORE INTO outbox (id, kind, state, body, sentence, idea, change, accepted_at, boot, ticks)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_AT = """
SELECT id, kind, state, body, sentence, idea, change, accepted_at, boot, ticks FROM outbox WHERE place = ?
"""
_PAGE_BYTES = 4096
_PAGES_IN_FILE = slice(28, 32)
_MOST_PLACES = 200_000
"""Further apart than this, the first and the last place are not both true."""
_READING_ERRORS = (apsw.Error, UnicodeDecodeError)


@dataclass(frozen=True, slots=True)
class Rescued:
    """Rows of the outbox in their order, and what is kept by name."""

    outbox: tuple[Row, ...] = ()
    kept: tuple[tuple[str, str], ...] = ()


def rescue(damaged: Path) -> Rescued:
    """Read what can be read, from a copy; the damaged file stays as it is. Raises OSError on a full disk."""
    folder = damaged.with_name(_FOLDER)
    remove_rescue(damaged)
    make_private_folder(folder)
    try:
        copy = _copied(damaged, folder)
        found = _found_in(copy)
        if found.outbox:
            return found
        _give_new_beginning(copy)
        return max(found, _found_in(copy), key=lambda rescued: (len(rescued.outbox), len(rescued.kept)))
    finally:
        remove_rescue(damaged)


def remove_rescue(damaged: Path) -> None:
    """The copies that a crash may have left."""
    shutil.rmtree(damaged.with_name(_FOLDER), ignore_errors=True)


def put_back(connection: apsw.Connection, rescued: Rescued) -> None:
    """Inside a transaction of the caller's."""
    connection.executemany(_PUT_BACK, rescued.outbox)
    connection.executemany("INSERT OR IGNORE INTO kept (name, value) VALUES (?, ?)", rescued.kept)


def _copied(damaged: Path, folder: Path) -> Path:
    copy = folder / damaged.name
    for end in ("", "-wal"):
        source = damaged.with_name(damaged.name + end)
        if source.exists():
            shutil.copyfile(source, copy.with_name(copy.name + end))
    return copy


def _found_in(copy: Path) -> Rescued:
    try:
        connection = apsw.Connection(str(copy), flags=apsw.SQLITE_OPEN_READWRITE)
    except apsw.Error:
        return Rescued()
    try:
        found = [_row_at(connection, place) for place in _places(connection)]
        kept = _readable(connection, "SELECT name, value FROM kept ORDER BY name")
        return Rescued(
            tuple(thing for thing in found if thing is not None and _is_sound(thing)),
            tuple(filter(_is_worth_keeping, kept)),
        )
    finally:
        connection.close()


def _places(connection: apsw.Connection) -> range:
    """From the first to the last place in the outbox, also when the pages between cannot be read."""
    upwards = _readable(connection, "SELECT place FROM outbox ORDER BY place")
    downwards = _readable(connection, "SELECT place FROM outbox ORDER BY place DESC")
    known = [place for (place,) in (*upwards, *downwards) if isinstance(place, int)]
    if not known:
        return range(0)
    return range(min(known), min(max(known), min(known) + _MOST_PLACES) + 1)


def _row_at(connection: apsw.Connection, place: int) -> Row | None:
    try:
        return row(connection, _AT, place)
    except _READING_ERRORS:
        return None


def _readable(connection: apsw.Connection, sql: str) -> list[Row]:
    """The rows up to the first that cannot be read."""
    return list(_until_error(connection, sql))


def _until_error(connection: apsw.Connection, sql: str) -> Iterator[Row]:
    try:
        yield from connection.execute(sql)
    except _READING_ERRORS:
        return


def _is_sound(thing: Row) -> bool:
    """Whether it still is what the outbox writes; what was counted already need not be taken over."""
    id, kind, state, body, sentence, idea, *numbers = thing
    if not (isinstance(id, bytes) and len(id) == 16 and isinstance(sentence, str)):
        return False
    if kind not in {"idea", "vote", "looks"} or state not in {"waiting", "set-aside"}:
        return False
    change, accepted_at, boot, ticks = numbers
    if not (isinstance(change, int) and isinstance(accepted_at, int) and isinstance(ticks, int)):
        return False
    return isinstance(boot, str) and (idea is None or isinstance(idea, bytes)) and _is_object(body)


def _is_worth_keeping(thing: Row) -> bool:
    """All but how far the wall was told: the wall itself begins anew."""
    name, value = thing
    return isinstance(name, str) and isinstance(value, str) and name != WALL_PROGRESS


def _is_object(body: object) -> bool:
    try:
        return isinstance(body, str) and isinstance(json.loads(body), dict)
    except (ValueError, RecursionError):
        return False


def _give_new_beginning(copy: Path) -> None:
    """Put the first page of a new file over the copy's own.

    It tells where each table begins, and every file of this shape tells the same.
    """
    model = copy.with_name("model.db")
    make_private_file(model)
    connection = connect(str(model))
    connection.execute("BEGIN IMMEDIATE")
    make_tables(connection)
    connection.execute("COMMIT")
    connection.close()
    page = bytearray(model.read_bytes()[:_PAGE_BYTES])
    page[_PAGES_IN_FILE] = (copy.stat().st_size // _PAGE_BYTES).to_bytes(4)
    with copy.open("r+b") as file:
        file.write(page)
