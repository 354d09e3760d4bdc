"""Storms as the server tells them, and as the kiosk keeps them: one that is not understood is left out."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from app.domain.storms import MOST_SHORTLISTED, Storm, Timetable, Ways, parse_storm_code
from app.domain.tallies import Count, Tally
from app.domain.text import clean, clean_line
from app.kiosk.json_parts import (
    Garbled,
    Json,
    as_object,
    id_of,
    ids_of,
    list_of,
    moment_of,
    number_of,
    text_of,
)
from app.kiosk.storms import JUST_CONCLUDED, MOST_CONCLUDED, Credit, Done, Ending, ToldStorm

_log = logging.getLogger(__name__)
_NOT_UNDERSTOOD = (Garbled, ValueError, OverflowError)
MOST_CREDITED = 4 * MOST_SHORTLISTED


def storms_in(told: Iterable[object]) -> tuple[ToldStorm, ...]:
    """In the order told; each once."""
    found: dict[str, ToldStorm] = {}
    for one in told:
        try:
            storm = storm_of(as_object(one))
        except _NOT_UNDERSTOOD:
            _log.warning("A storm that the server tells is not understood; it has no place here.")
        else:
            found.setdefault(storm.code, storm)
    return tuple(found.values())


def shown_at(storms: Sequence[ToldStorm], now: datetime) -> tuple[ToldStorm, ...]:
    """Those that go on, and after them what was concluded just now."""
    running = [one for one in storms if one.storm.concluded_at is None]
    concluded = [
        one for one in storms if one.storm.concluded_at and now - one.storm.concluded_at < JUST_CONCLUDED
    ]
    return (*running, *concluded[:MOST_CONCLUDED])


def storm_of(told: Json) -> ToldStorm:
    """Raises Garbled or ValueError."""
    ending, done = told.get("conclusion"), told.get("outcome")
    return ToldStorm(
        storm=_storm_of(told),
        was_sealed=told.get("sealed") is not False,
        shortlist=ids_of(told, "shortlist"),
        tally=_tally_of(as_object(told["tally"])) if told.get("tally") is not None else None,
        ending=_ending_of(as_object(ending)) if ending is not None else None,
        credits=tuple(_credit_of(as_object(one)) for one in list_of(told, "credits")[:MOST_CREDITED]),
        done=_done_of(as_object(done)) if done is not None else None,
    )


def _storm_of(told: Json) -> Storm:
    code, question = parse_storm_code(text_of(told, "code")), clean_line(text_of(told, "question"))
    times = _times_of(as_object(told.get("times")))
    if code is None or not question or not times.is_in_order:
        raise Garbled
    first = told.get("first_times")
    return Storm(
        id=id_of(told, "id"),
        code=code,
        question=question,
        about=clean(text_of(told, "about")),
        times=times,
        first_times=_times_of(as_object(first)) if first is not None else None,
        ways=Ways(text_of(told, "ways")),
        made_at=moment_of(told, "made_at"),
        announced_at=moment_of(told, "announced_at"),
        extended_at=_moment_or_none(told, "extended_at"),
        concluded_at=_moment_or_none(told, "concluded_at"),
        carried_out_at=_moment_or_none(told, "carried_out_at"),
        looked_back_at=_moment_or_none(told, "looked_back_at"),
    )


def _times_of(told: Json) -> Timetable:
    return Timetable(
        gathers_at=moment_of(told, "gathers_at"),
        chooses_at=moment_of(told, "chooses_at"),
        closes_at=moment_of(told, "closes_at"),
    )


def _moment_or_none(told: Json, name: str) -> datetime | None:
    return moment_of(told, name).astimezone(UTC) if told.get(name) is not None else None


def _tally_of(told: Json) -> Tally:
    return Tally(
        tuple(_count_of(as_object(one)) for one in list_of(told, "counts")), number_of(told, "choosers")
    )


def _count_of(told: Json) -> Count:
    return Count(id_of(told, "idea"), number_of(told, "votes"), number_of(told, "ballots"))


def _ending_of(told: Json) -> Ending:
    return Ending(
        heard=clean(text_of(told, "heard")),
        decided=clean(text_of(told, "decided")),
        because=clean(text_of(told, "because")),
        thanks=clean(text_of(told, "thanks")),
        rests_on_none=clean(text_of(told, "rests_on_none")),
        signed=clean_line(text_of(told, "signed")),
    )


def _credit_of(told: Json) -> Credit:
    return Credit(
        id_of(told, "idea") if told.get("idea") is not None else None, clean_line(text_of(told, "name"))
    )


def _done_of(told: Json) -> Done:
    return Done(date.fromisoformat(text_of(told, "done_on")), clean(text_of(told, "text")))
