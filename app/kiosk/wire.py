"""What kiosk and server say to each other. Nothing is believed before it was looked at: an answer that is not
understood is Garbled as a whole, a single idea or result in it is left out."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.clock import rfc3339
from app.domain.ideas import Channel, Link, Status
from app.domain.ids import parse_id
from app.domain.kiosks import PROTOCOL
from app.domain.text import clean, clean_line
from app.kiosk.json_parts import (
    LONGEST_MARK,
    Garbled,
    Json,
    as_object,
    id_of,
    ids_of,
    is_number,
    list_of,
    mark_of,
    moment_of,
    number_of,
    object_in,
    text_of,
)
from app.kiosk.notes import Note, Slip
from app.kiosk.outbox import Refused, Result

_log = logging.getLogger(__name__)
_NO_NOTE = (Garbled, ValueError, OverflowError)


@dataclass(frozen=True, kw_only=True, slots=True)
class Beat:
    """The answer to a heartbeat. `facts` is None when they are still those of the etag that was sent;
    `storms_etag` is empty where the server knows no storms."""

    board_version: int
    now: datetime
    facts: Json | None
    facts_etag: str
    storms_etag: str
    heard: tuple[UUID, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Changes:
    """A page of what hangs on the server's board. With `restart` it is a page of all of it."""

    version: int
    notes: tuple[Note, ...]
    gone: tuple[UUID, ...]
    next: int | None
    next_after: str | None
    restart: bool


@dataclass(frozen=True, slots=True)
class Delivered:
    """What became of a batch, and how often the notes it told of were shown on all kiosks together."""

    results: tuple[Result, ...]
    views: tuple[tuple[UUID, int], ...]


@dataclass(frozen=True, slots=True)
class Paired:
    key: str
    kiosk_id: UUID


def heartbeat(
    *, version: str, outbox: int, facts_etag: str | None, refused: Sequence[Refused], problems: Iterable[str]
) -> Json:
    return {
        "protocol": PROTOCOL,
        "version": version,
        "outbox": outbox,
        "facts": facts_etag,
        "set_aside": [
            {
                "id": str(each.id),
                "kind": each.kind,
                "sentence": each.sentence,
                "text": each.text,
                "at": rfc3339(each.at),
            }
            for each in refused
        ],
        "problems": list(problems),
    }


def sentence_in(body: bytes) -> str:
    """Why the server refused, in its own words, empty when it gave none."""
    try:
        return clean_line(text_of(object_in(body), "error"))[:LONGEST_MARK]
    except Garbled:
        return ""


def beat_of(told: Json) -> Beat:
    facts = told.get("facts")
    return Beat(
        board_version=number_of(told, "board_version"),
        now=moment_of(told, "now"),
        facts=None if facts is None else as_object(facts),
        facts_etag=mark_of(told, "facts_etag"),
        storms_etag=mark_of(told, "storms_etag") if told.get("storms_etag") else "",
        heard=ids_of(told, "heard"),
    )


def changes_of(told: Json) -> Changes:
    following, following_after = told.get("next"), told.get("next_after")
    return Changes(
        version=number_of(told, "version"),
        notes=tuple(_notes_of(list_of(told, "ideas"))),
        gone=ids_of(told, "gone"),
        next=None if following is None else number_of(told, "next"),
        next_after=None if following_after is None else mark_of(told, "next_after"),
        restart=told.get("restart") is True,
    )


def storms_of(told: Json) -> tuple[list[Json], tuple[Note, ...]]:
    """The storms without their contributions, and all of these."""
    storms = [as_object(storm) for storm in list_of(told, "storms")]
    notes = [note for storm in storms for note in _notes_of(list_of(storm, "ideas"))]
    return [{name: storm[name] for name in storm if name != "ideas"} for storm in storms], tuple(notes)


def delivered_of(told: Json) -> Delivered:
    views = as_object(told.get("views", {}))
    counted = [(parse_id(id), count) for id, count in views.items()]
    return Delivered(
        tuple(_results_of(list_of(told, "results"))),
        tuple((id, count) for id, count in counted if id and isinstance(count, int) and is_number(count)),
    )


def paired_of(told: Json) -> Paired:
    return Paired(mark_of(told, "key"), id_of(told, "kiosk"))


def _notes_of(ideas: Iterable[object]) -> Iterable[Note]:
    for idea in ideas:
        try:
            yield _note_of(as_object(idea))
        except _NO_NOTE:
            _log.warning("An idea that the server tells is not understood; it does not hang here.")


def _note_of(idea: Json) -> Note:
    link, answer = text_of(idea, "link"), idea.get("response")
    created_at = moment_of(idea, "created_at")
    return Note(
        id=id_of(idea, "id"),
        text=clean(text_of(idea, "text")),
        name=clean_line(text_of(idea, "name")),
        votes=number_of(idea, "votes"),
        status=Status(text_of(idea, "status")),
        channel=_channel_of(text_of(idea, "channel")),
        language=clean_line(text_of(idea, "language")),
        created_at=created_at,
        public_at=moment_of(idea, "public_at") if idea.get("public_at") else created_at,
        builds_on=id_of(idea, "builds_on") if idea.get("builds_on") else None,
        link=Link(link) if link else None,
        built_on=number_of(idea, "built_on"),
        views=number_of(idea, "views"),
        answer=None if answer is None else _slip_of(as_object(answer)),
        storm=clean_line(text_of(idea, "storm")),
    )


def _channel_of(text: str) -> Channel:
    """A newer server may know more roads than we; the idea hangs all the same."""
    return Channel(text) if text in {one.value for one in Channel} else Channel.PHONE


def _slip_of(answer: Json) -> Slip:
    until, done_on = text_of(answer, "until"), text_of(answer, "done_on")
    return Slip(
        text=clean(text_of(answer, "text")),
        signed=clean_line(text_of(answer, "signed")),
        status=Status(text_of(answer, "status")),
        until=date.fromisoformat(until) if until else None,
        reason=clean(text_of(answer, "reason")),
        change_mind=clean(text_of(answer, "change_mind")),
        done_on=date.fromisoformat(done_on) if done_on else None,
        created_at=moment_of(answer, "created_at"),
    )


def _results_of(results: Iterable[object]) -> Iterable[Result]:
    for result in results:
        try:
            told = as_object(result)
            yield Result(id_of(told, "id"), number_of(told, "status"), text_of(told, "error"))
        except Garbled:
            _log.warning("What the server says of a delivered thing is not understood; it is sent again.")
