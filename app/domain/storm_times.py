"""A storm's dates: proposed in open days, checked, and extended once, never shortened."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from app.domain.errors import Conflict, InvalidInput
from app.domain.open_time import closing_after, next_opening
from app.domain.shop import Shop
from app.domain.storms import Phase, Storm, Timetable, phase_of
from app.domain.translation import mark

GATHERING_DAYS, CHOOSING_DAYS = 2, 1
MOST_OPEN_DAYS = 30
LONGEST = timedelta(days=366)


def propose(
    shop: Shop, start: datetime, gathering_days: int = GATHERING_DAYS, choosing_days: int = CHOOSING_DAYS
) -> Timetable:
    """From the first opening at or after `start`: so many open days of gathering, then of choosing (0: none).

    Raises InvalidInput on `gathering_days` or `choosing_days` when they are no sensible numbers.
    """
    _check_days(gathering_days, "gathering_days", least=1)
    _check_days(choosing_days, "choosing_days", least=0)
    gathers_at = next_opening(shop, start)
    chooses_at = closing_after(shop, gathers_at, gathering_days)
    closes_at = closing_after(shop, chooses_at, choosing_days) if choosing_days else chooses_at
    return Timetable(gathers_at=gathers_at, chooses_at=chooses_at, closes_at=closes_at)


def check_times(times: Timetable, now: datetime) -> Timetable:
    """Raises InvalidInput on the first of `gathers_at`, `chooses_at`, `closes_at` that cannot be so."""
    if times.chooses_at <= max(times.gathers_at, now):
        raise InvalidInput("chooses_at", mark("Gathering has to end after it has begun, and after now."))
    return _check_end(times, now)


def _check_end(times: Timetable, now: datetime) -> Timetable:
    if times.closes_at < times.chooses_at:
        raise InvalidInput("closes_at", mark("Choosing cannot end before it has begun."))
    if times.closes_at - now > LONGEST:
        raise InvalidInput("closes_at", mark("A storm ends within a year. Please choose an earlier day."))
    return times


def put_off(shop: Shop, times: Timetable, open_days: int, now: datetime) -> Timetable:
    """So many open days later, each end that has not come yet.

    Raises InvalidInput on `days` when that is no sensible number.
    """
    _check_days(open_days, "days", least=1)
    chooses_at = times.chooses_at
    if now < chooses_at:
        chooses_at = closing_after(shop, chooses_at, open_days)
    closes_at = closing_after(shop, times.closes_at, open_days) if times.has_choosing else chooses_at
    return replace(times, chooses_at=chooses_at, closes_at=closes_at)


def extended(storm: Storm, times: Timetable, now: datetime) -> Storm:
    """The storm with later ends, said in public; of `times` only those count that have not come yet. Raises
    Conflict when it was extended before or nothing of it goes on any more, InvalidInput when an end would
    come earlier or none comes later."""
    phase = phase_of(storm, now)
    if storm.extended_at is not None:
        raise Conflict(mark("This storm was extended before. Once is what customers can rely on."))
    if phase not in {Phase.ANNOUNCED, Phase.GATHERING, Phase.CHOOSING}:
        raise Conflict(mark("Only what still goes on can be extended."))
    old = storm.times
    chooses_at = old.chooses_at if phase is Phase.CHOOSING else times.chooses_at
    times = replace(times, gathers_at=old.gathers_at, chooses_at=chooses_at)
    _refuse_shortened(old, times)
    return replace(storm, times=_check_end(times, now), first_times=old, extended_at=now)


def _refuse_shortened(old: Timetable, times: Timetable) -> None:
    shortened = mark("A storm is never shortened: customers rely on its end.")
    if times.chooses_at < old.chooses_at:
        raise InvalidInput("chooses_at", shortened)
    if times.closes_at < old.closes_at:
        raise InvalidInput("closes_at", shortened)
    if old.has_choosing and times.closes_at == times.chooses_at:
        raise InvalidInput("closes_at", mark("Choosing was promised too. Please give it a later end."))
    if times == old:
        raise InvalidInput("closes_at", mark("Please choose a later end."))


def _check_days(days: int, field: str, *, least: int) -> None:
    if not least <= days <= MOST_OPEN_DAYS:
        raise InvalidInput(
            field, mark("This has to be between %(least)s and %(most)s."), least=least, most=MOST_OPEN_DAYS
        )
