"""The kiosk's copy of the public board: what the server tells goes in, with this kiosk's own votes on top."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

import apsw

from app.domain.ranking import support
from app.domain.search_words import stored_words
from app.kiosk.asking import believing, number, row, rows
from app.kiosk.file import KioskFile
from app.kiosk.kept import WALL_PROGRESS, keep, kept
from app.kiosk.notes import Look, Note
from app.kiosk.stored import slip_text, to_milliseconds

_PUT = """
INSERT INTO notes (
    id, text, name, status, channel, language, created_at, public_at, builds_on, link, built_on, votes, own,
    views, support, answered_at, answer, words, told, storm
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    text = excluded.text, name = excluded.name, status = excluded.status, channel = excluded.channel,
    language = excluded.language, created_at = excluded.created_at, public_at = excluded.public_at,
    builds_on = excluded.builds_on, link = excluded.link, built_on = excluded.built_on,
    votes = excluded.votes, own = excluded.own, views = excluded.views, support = excluded.support,
    answered_at = excluded.answered_at, answer = excluded.answer, words = excluded.words,
    told = excluded.told, storm = excluded.storm
"""
_UNCOUNTED = "SELECT sum(change) FROM outbox WHERE idea = ? AND state = 'waiting'"
_OWN = "SELECT sum(change) FROM outbox WHERE idea = ? AND state IN ('waiting', 'counted')"
_UNSENT = "SELECT views FROM looks WHERE idea = ?"
_TO_SETTLE = "SELECT 1 FROM outbox WHERE state = 'counted' LIMIT 1"
_COUNTS = "SELECT votes, own, views FROM notes WHERE id = ?"
_SET_COUNTS = "UPDATE notes SET own = ?, views = ?, support = ? WHERE id = ?"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the server was heard: its journal's `since`, and in which `round` of telling everything.

    While a round is unfinished, `after` is where the server goes on. `teller` is the pairing this is of:
    another server's numbers mean nothing.
    """

    since: int = 0
    round: int = 0
    after: str | None = None
    teller: str = ""

    def of(self, teller: str) -> Progress:
        """From the start, for another teller."""
        return self if self.teller == teller else Progress(round=self.round, teller=teller)


class Overtaken(Exception):
    """What was asked of the server no longer fits what the mirror holds; it has to be asked anew."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """One page of what the server says about its board."""

    notes: Sequence[Note] = ()
    gone: Sequence[UUID] = ()


class Mirror:
    def __init__(self, file: KioskFile) -> None:
        self._file = file

    def progress(self) -> Progress:
        return self._file.read(_progress)

    def take(
        self, told: Told, before: Progress, progress: Progress, *, everything_told: bool = False
    ) -> frozenset[UUID]:
        """Take over a page and how far it leads, in one; the ids of what is no longer as it was.

        With `everything_told` what was not named in this round goes: the server no longer shows it. Raises
        Overtaken when the mirror does not stand at `before` any more: its file was damaged and begun anew.
        """

        def verb(connection: apsw.Connection) -> frozenset[UUID]:
            if _progress(connection).of(before.teller) != before:
                raise Overtaken
            changed = {note.id for note in told.notes} | set(told.gone)
            for note in told.notes:
                _put(connection, note, progress.round)
            for id in told.gone:
                connection.execute("DELETE FROM notes WHERE id = ?", (id.bytes,))
            if everything_told:
                old = rows(connection, "DELETE FROM notes WHERE told <> ? RETURNING id", progress.round)
                with believing():
                    changed |= {UUID(bytes=id) for (id,) in old}
            keep(connection, WALL_PROGRESS, [progress.since, progress.round, progress.after, progress.teller])
            return frozenset(changed)

        return self._file.write(verb)

    def settle_votes(self) -> frozenset[UUID]:
        """Once the server has told its board after taking the votes: they are in its counts, or void."""

        def verb(connection: apsw.Connection) -> frozenset[UUID]:
            settled = rows(connection, "DELETE FROM outbox WHERE state = 'counted' RETURNING idea")
            with believing():
                return frozenset(UUID(bytes=id) for (id,) in settled if id and count_own(connection, id))

        return self._file.write(verb)

    def has_votes_to_settle(self) -> bool:
        return self._file.read(lambda connection: row(connection, _TO_SETTLE)) is not None

    def set_views(self, views: Iterable[tuple[UUID, int]]) -> None:
        """How often notes were shown on all kiosks together, as the server counts."""

        def verb(connection: apsw.Connection) -> None:
            for id, count in views:
                _set_counts(connection, id.bytes, views=count + number(connection, _UNSENT, id.bytes))

        self._file.write(verb)


def count_own(connection: apsw.Connection, id: bytes) -> bool:
    """Bring the own votes on a note up to date, in a transaction of the caller's. Whether that changed it."""
    return _set_counts(connection, id, own=number(connection, _OWN, id))


@believing()
def count_looks(connection: apsw.Connection, looks: Iterable[Look]) -> None:
    """Let the wall know at once what was shown; the server's own count replaces it later."""
    for look in looks:
        counts = row(connection, _COUNTS, look.idea_id.bytes)
        if counts is not None:
            _set_counts(connection, look.idea_id.bytes, views=counts[2] + look.views)


def _progress(connection: apsw.Connection) -> Progress:
    match kept(connection, WALL_PROGRESS):
        case [int(since), int(round), str() | None as after, str(teller)]:
            return Progress(since, round, after, teller)
        case _:
            return Progress()


def _put(connection: apsw.Connection, note: Note, round: int) -> None:
    # Votes that were delivered before the server was asked are in its count; those still waiting are not.
    connection.execute("DELETE FROM outbox WHERE idea = ? AND state = 'counted'", (note.id.bytes,))
    own = number(connection, _UNCOUNTED, note.id.bytes)
    views = note.views + number(connection, _UNSENT, note.id.bytes)
    answer = note.answer
    connection.execute(
        _PUT,
        (
            note.id.bytes,
            note.text,
            note.name,
            note.status,
            note.channel,
            note.language,
            to_milliseconds(note.created_at),
            to_milliseconds(note.public_at),
            note.builds_on.bytes if note.builds_on else None,
            note.link,
            note.built_on,
            note.votes,
            own,
            views,
            support(max(note.votes + own, 0), views),
            to_milliseconds(answer.created_at) if answer else None,
            slip_text(answer) if answer else None,
            stored_words(note.text, note.name),
            round,
            note.storm,
        ),
    )


@believing()
def _set_counts(
    connection: apsw.Connection, id: bytes, *, own: int | None = None, views: int | None = None
) -> bool:
    """Whether there is such a note and it changed."""
    counts = row(connection, _COUNTS, id)
    if counts is None:
        return False
    votes, old_own, old_views = counts
    own = old_own if own is None else own
    views = old_views if views is None else views
    if (own, views) == (old_own, old_views):
        return False
    connection.execute(_SET_COUNTS, (own, views, support(max(votes + own, 0), views), id))
    return True
