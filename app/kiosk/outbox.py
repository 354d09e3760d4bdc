"""What customers give to the kiosk, on its disk until the server has it: ideas, votes, and looks at notes."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

import apsw

from app.domain.claim_codes import new_claim_code
from app.domain.clock import Clock
from app.domain.errors import InvalidInput
from app.domain.ideas import Link
from app.domain.ids import new_id
from app.domain.kiosks import (
    LONGEST_WAIT,
    MOST_MILLISECONDS,
    MOST_TOLD,
    MOST_VIEWS,
    SetAsideKind,
)
from app.domain.text import clean_idea, clean_line, clean_name
from app.domain.translation import mark
from app.kiosk.asking import Row, believing, number, row, rows
from app.kiosk.file import KioskFile
from app.kiosk.mirror import count_looks, count_own
from app.kiosk.notes import Look
from app.kiosk.stored import to_milliseconds, to_moment
from app.kiosk.ticks import Tick, Ticks

T = TypeVar("T")
_log = logging.getLogger(__name__)

BATCH_BYTES = 30_000
"""The server takes no body above 32 kB."""
BATCH_ITEMS = 100
LOOKS_TOGETHER = 200
LONGEST_IDEA_BYTES = 10_000
"""Five hundred characters of the largest that people write; more are marks heaped on marks."""
SET_ASIDE_BYTES = 10_000
LANGUAGE_CHARACTERS = 35
PASSING = frozenset({401, 408, 425, 429})
"""Refused for now: these speak of the moment, not of the thing that was sent."""

_ADD = """
INSERT INTO outbox (id, kind, state, body, sentence, idea, change, accepted_at, boot, ticks)
VALUES (?, ?, 'waiting', ?, '', ?, ?, ?, ?, ?)
"""
_WAITING = """
SELECT id, kind, body, accepted_at, boot, ticks FROM outbox WHERE state = 'waiting' ORDER BY place LIMIT ?
"""
_COUNT = "SELECT count(*) FROM outbox WHERE state = 'waiting' AND kind <> 'looks'"
_ONE = "SELECT kind, idea FROM outbox WHERE id = ? AND state = 'waiting'"
_SET_ASIDE = """
SELECT id, kind, sentence, body, accepted_at FROM outbox WHERE state = 'set-aside' ORDER BY place LIMIT ?
"""
_ADD_LOOK = """
INSERT INTO looks (idea, milliseconds, views) VALUES (?, ?, ?) ON CONFLICT (idea) DO UPDATE SET
    milliseconds = milliseconds + excluded.milliseconds, views = views + excluded.views
"""
_ANY_LOOK = "SELECT 1 FROM looks LIMIT 1"
_TAKE_LOOKS = """
DELETE FROM looks WHERE idea IN (SELECT idea FROM looks LIMIT ?) RETURNING idea, milliseconds, views
"""

_TOO_LARGE = mark("This is too long to be sent. Please make it shorter.")


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """An idea as somebody wrote it at the kiosk, not yet cleaned; `storm` is the code of its storm."""

    text: str
    name: str = ""
    builds_on: UUID | None = None
    link: Link | None = None
    language: str = ""
    storm: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Pinned:
    """An idea that was accepted: it is on the kiosk's disk. `due` is the promised day. It was given to the
    `storm` of that code unless that `is_late`: then it is an idea like any other."""

    id: UUID
    claim_code: str
    due: date
    storm: str = ""
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to deliver, as the bytes of its JSON."""

    id: UUID
    kind: SetAsideKind
    encoded: bytes


@dataclass(frozen=True, slots=True)
class Result:
    """What the server says of one item, by HTTP's numbers; `sentence` is why not."""

    id: UUID
    status: int
    sentence: str = ""

    @property
    def is_taken(self) -> bool:
        return 200 <= self.status < 300

    @property
    def is_refused(self) -> bool:
        """For good: sending it again would change nothing."""
        return 400 <= self.status < 500 and self.status not in PASSING


@dataclass(frozen=True, kw_only=True, slots=True)
class Refused:
    """What the server will never take, until the desk has heard of it. `text` is empty but for ideas."""

    id: UUID
    kind: str
    sentence: str
    text: str
    at: datetime


class Outbox:
    """Usable from any thread. Whatever it returns from is on the disk, or it raised StorageProblem."""

    def __init__(self, file: KioskFile, *, clock: Clock, ticks: Ticks) -> None:
        self._file = file
        self._clock = clock
        self._ticks = ticks

    def accept(self, draft: Draft) -> tuple[UUID, str]:
        """Take an idea in; its id and its claim code. Raises InvalidInput on `text` or `name`."""
        text, name = clean_idea(draft.text), clean_name(draft.name)
        if len(f"{text}{name}".encode()) > LONGEST_IDEA_BYTES:
            raise InvalidInput("text", _TOO_LARGE)
        id, code = new_id(self._clock.now()), new_claim_code()
        body = {
            "claim_code": code,
            "text": text,
            "name": name,
            "builds_on": str(draft.builds_on) if draft.builds_on else None,
            "link": (draft.link or Link.AND) if draft.builds_on else None,
            "language": clean_line(draft.language)[:LANGUAGE_CHARACTERS],
            "storm": draft.storm or None,
        }
        self._file.write(lambda connection: self._add(connection, id, SetAsideKind.IDEA, body))
        return id, code

    def vote(self, idea_id: UUID, visitor: str, *, given: bool) -> None:
        """Take a vote in or back; it shows on the note at once."""
        body = {"idea": str(idea_id), "visitor": visitor, "given": given}

        def verb(connection: apsw.Connection) -> None:
            id, change = new_id(self._clock.now()), 1 if given else -1
            self._add(connection, id, SetAsideKind.VOTE, body, idea=idea_id, change=change)
            count_own(connection, idea_id.bytes)

        self._file.write(verb)

    def looked(self, looks: Sequence[Look]) -> None:
        """Add up what was shown; it is sent together later."""

        def verb(connection: apsw.Connection) -> None:
            for look in looks:
                connection.execute(_ADD_LOOK, (look.idea_id.bytes, look.milliseconds, look.views))
            count_looks(connection, looks)

        self._file.write(verb)

    def waiting(self) -> int:
        """How many ideas and votes are still to be delivered."""
        return self._file.read(lambda connection: number(connection, _COUNT))

    def pack_looks(self) -> None:
        """Make a thing to deliver of the looks so far; what is shown from now on goes into the next."""

        def verb(connection: apsw.Connection) -> None:
            looks = list(map(_look_of, rows(connection, _TAKE_LOOKS, LOOKS_TOGETHER)))
            self._add(connection, new_id(self._clock.now()), SetAsideKind.LOOKS, {"looks": looks})

        if self._file.read(lambda connection: row(connection, _ANY_LOOK)) is not None:
            self._file.write(verb)

    def batch(self, most: int = BATCH_ITEMS) -> list[Item]:
        """The next things to deliver, oldest first, together below 30 kB; at least one if there is any."""
        now, tick = self._clock.now(), self._ticks()

        def query(connection: apsw.Connection) -> list[Item]:
            found = (_item_of(thing, now, tick) for thing in rows(connection, _WAITING, most))
            return _fitting(found, BATCH_BYTES, lambda item: len(item.encoded) + 1)

        return self._file.read(query)

    def settle(self, results: Iterable[Result]) -> frozenset[UUID]:
        """Let go of what the server took, set aside what it refused for good; on which ideas votes changed.

        An idea's words leave the disk with this; a vote stays until the server's own counts hold it.
        """

        def verb(connection: apsw.Connection) -> frozenset[UUID]:
            changed = [_settle(connection, result) for result in results]
            return frozenset(id for id in changed if id is not None)

        return self._file.write(verb)

    def refused(self) -> list[Refused]:
        """What was set aside, oldest first, as much as goes into one report."""

        def query(connection: apsw.Connection) -> list[Refused]:
            found = map(_refused_of, rows(connection, _SET_ASIDE, MOST_TOLD))
            return _fitting(
                found, SET_ASIDE_BYTES, lambda refused: len(f"{refused.sentence}{refused.text}".encode())
            )

        return self._file.read(query)

    def forget_refused(self, ids: Iterable[UUID]) -> None:
        """The desk has heard of them: their words leave the disk."""
        blobs = [(id.bytes,) for id in ids]

        def verb(connection: apsw.Connection) -> None:
            connection.executemany("DELETE FROM outbox WHERE id = ? AND state = 'set-aside'", blobs)

        self._file.write(verb)

    def _add(
        self,
        connection: apsw.Connection,
        id: UUID,
        kind: SetAsideKind,
        body: object,
        *,
        idea: UUID | None = None,
        change: int = 0,
    ) -> None:
        now, tick = to_milliseconds(self._clock.now()), self._ticks()
        text = json.dumps(body, ensure_ascii=False)
        blob = idea.bytes if idea else None
        connection.execute(_ADD, (id.bytes, kind, text, blob, change, now, tick.boot, tick.milliseconds))


def encoded_batch(items: Sequence[Item]) -> bytes:
    """The body of one delivery."""
    return b'{"items":[' + b",".join(item.encoded for item in items) + b"]}"


def _fitting(things: Iterable[T], room: int, size: Callable[[T], int]) -> list[T]:
    """As many as fit into so many bytes, at least one if there is any."""
    fitting: list[T] = []
    for thing in things:
        room -= size(thing)
        if fitting and room < 0:
            break
        fitting.append(thing)
    return fitting


@believing()
def _item_of(thing: Row, now: datetime, tick: Tick) -> Item:
    id, kind, body, accepted_at, boot, ticks = thing
    waited = tick.since(Tick(boot, ticks))
    if waited is None:  # the machine was started anew: only its clock is left to ask
        waited = to_milliseconds(now) - accepted_at
    seconds = min(max(waited // 1000, 0), int(LONGEST_WAIT.total_seconds()))
    told = {"kind": kind, "id": str(UUID(bytes=id)), "waited_seconds": seconds} | _object_in(body)
    return Item(
        UUID(bytes=id), SetAsideKind(kind), json.dumps(told, ensure_ascii=False).encode(errors="replace")
    )


@believing()
def _look_of(thing: Row) -> dict[str, object]:
    idea, milliseconds, views = thing
    return {
        "idea": str(UUID(bytes=idea)),
        "milliseconds": min(milliseconds, MOST_MILLISECONDS),
        "views": min(views, MOST_VIEWS),
    }


@believing()
def _settle(connection: apsw.Connection, result: Result) -> UUID | None:
    """The idea whose votes changed with this, if any."""
    found = row(connection, _ONE, result.id.bytes)
    if found is None or not (result.is_taken or result.is_refused):
        return None
    kind, idea = found
    if result.is_refused and kind == SetAsideKind.IDEA:
        connection.execute(
            "UPDATE outbox SET state = 'set-aside', sentence = ? WHERE id = ?",
            (clean_line(result.sentence), result.id.bytes),
        )
    elif result.is_taken and kind == SetAsideKind.VOTE:
        connection.execute(
            "UPDATE outbox SET state = 'counted', body = '{}' WHERE id = ?", (result.id.bytes,)
        )
    else:
        if result.is_refused:  # the idea may have been taken down meanwhile; nobody's words are lost
            _log.warning("The server refused %s %s: %s", kind, result.id, clean_line(result.sentence))
        connection.execute("DELETE FROM outbox WHERE id = ?", (result.id.bytes,))
        return UUID(bytes=idea) if idea and count_own(connection, idea) else None
    return None


@believing()
def _refused_of(thing: Row) -> Refused:
    id, kind, sentence, body, accepted_at = thing
    text = _object_in(body).get("text")
    return Refused(
        id=UUID(bytes=id),
        kind=kind,
        sentence=sentence,
        text=text if isinstance(text, str) else "",
        at=to_moment(accepted_at),
    )


def _object_in(body: str) -> dict[str, object]:
    """What we wrote ourselves; damage may have made something else of it, which the server will refuse."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        found = None
    return found if isinstance(found, dict) else {}
