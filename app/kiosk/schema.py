"""The shape of the kiosk's own file. All of it can be had again from the server, except the outbox."""

from __future__ import annotations

import apsw

APPLICATION_ID = 0x54656B69  # "Teki"
SCHEMA = 2
BUSY_MILLISECONDS = 5000

PRAGMAS = (
    ("journal_mode", "wal"),
    # NORMAL survives every kill and loses accepted ideas when the plug is pulled.
    ("synchronous", "full"),
    ("trusted_schema", "off"),
    # Delivered words leave their pages at once.
    ("secure_delete", "on"),
    ("journal_size_limit", 1_000_000),
    ("temp_store", "memory"),
)

# Times are UTC milliseconds. `notes.votes` is what the server counts, `own` what this kiosk has that was not
# counted when the note was told; `told` is the round of telling, `storm` the code of its storm.
# Each order of the wall has its index, without what hangs in storms.
# The words come in plain and parted by spaces, so the tokenizer has nothing left to do.
_NOTES = """
CREATE TABLE notes (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    text TEXT NOT NULL,
    name TEXT NOT NULL,
    status TEXT NOT NULL,
    channel TEXT NOT NULL,
    language TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    public_at INTEGER NOT NULL,
    builds_on BLOB,
    link TEXT,
    built_on INTEGER NOT NULL,
    votes INTEGER NOT NULL,
    own INTEGER NOT NULL,
    views INTEGER NOT NULL,
    support REAL NOT NULL,
    answered_at INTEGER,
    answer TEXT,
    words TEXT NOT NULL,
    told INTEGER NOT NULL,
    storm TEXT NOT NULL DEFAULT ''
) STRICT;
"""
_ORDERS = """
CREATE INDEX notes_by_time ON notes (public_at, id, number) WHERE storm = '';
CREATE INDEX notes_by_support ON notes (support, votes + own, public_at, id, number) WHERE storm = '';
CREATE INDEX notes_by_answer ON notes (answered_at, id, number) WHERE answered_at IS NOT NULL AND storm = '';
CREATE INDEX notes_by_views ON notes (views, public_at, id, number) WHERE storm = '';
"""
_REST = """
CREATE INDEX notes_by_root ON notes (builds_on) WHERE builds_on IS NOT NULL;
CREATE INDEX notes_by_told ON notes (told);

CREATE VIRTUAL TABLE note_search USING fts5(
    words, content = 'notes', content_rowid = 'number', prefix = '2 3 4', tokenize = 'ascii', detail = none
);
INSERT INTO note_search (note_search, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER note_added AFTER INSERT ON notes BEGIN
    INSERT INTO note_search (rowid, words) VALUES (new.number, new.words);
END;
CREATE TRIGGER note_words_changed AFTER UPDATE OF words ON notes WHEN new.words <> old.words BEGIN
    INSERT INTO note_search (note_search, rowid, words) VALUES ('delete', old.number, old.words);
    INSERT INTO note_search (rowid, words) VALUES (new.number, new.words);
END;
CREATE TRIGGER note_removed AFTER DELETE ON notes BEGIN
    INSERT INTO note_search (note_search, rowid, words) VALUES ('delete', old.number, old.words);
END;

CREATE TABLE outbox (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    body TEXT NOT NULL,
    sentence TEXT NOT NULL,
    idea BLOB,
    change INTEGER NOT NULL,
    accepted_at INTEGER NOT NULL,
    boot TEXT NOT NULL,
    ticks INTEGER NOT NULL
) STRICT;
CREATE INDEX outbox_by_state ON outbox (state, place);

CREATE TABLE looks (
    idea BLOB PRIMARY KEY,
    milliseconds INTEGER NOT NULL,
    views INTEGER NOT NULL
) STRICT;

CREATE TABLE kept (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
"""
# Last, so that what was there before lies where it lay: a damaged file of either shape is read alike.
_STORMS = "CREATE INDEX notes_by_storm ON notes (storm, created_at, id) WHERE storm <> '';"
_TABLES = f"{_NOTES}{_ORDERS}{_REST}{_STORMS}"

# From a shape to the next one.
_UPGRADES = {
    1: f"""
ALTER TABLE notes ADD COLUMN storm TEXT NOT NULL DEFAULT '';
DROP INDEX notes_by_time;
DROP INDEX notes_by_support;
DROP INDEX notes_by_answer;
DROP INDEX notes_by_views;
{_ORDERS}{_STORMS}
""",
}


def connect(path: str, *, vfs: str | None = None) -> apsw.Connection:
    """A connection to a file that exists, set up so that what was accepted stays."""
    connection = apsw.Connection(path, flags=apsw.SQLITE_OPEN_READWRITE, vfs=vfs)
    try:
        connection.set_busy_timeout(BUSY_MILLISECONDS)
        for name, value in PRAGMAS:
            connection.pragma(name, value)
    except BaseException:
        connection.close()
        raise
    return connection


def make_tables(connection: apsw.Connection) -> None:
    """Inside a transaction of the caller's. Each new file gets the same pages at the same places."""
    connection.execute(_TABLES)
    connection.pragma("application_id", APPLICATION_ID)
    connection.pragma("user_version", SCHEMA)


def upgrade(connection: apsw.Connection) -> None:
    """Bring an older file to the shape of now. Inside a transaction of the caller's."""
    for shape in range(connection.pragma("user_version"), SCHEMA):
        connection.execute(_UPGRADES[shape])
    connection.pragma("user_version", SCHEMA)
