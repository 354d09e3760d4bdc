"""Whether what a storm's file tells fits together: nothing twice, nothing that leads nowhere or in a circle,
no step before the one it follows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from uuid import UUID

from app.domain.errors import InvalidInput
from app.domain.translation import mark
from app.domain.whole_storms import Contribution, WholeStorm
from app.exchange.parts import FIELD

_CONTRIBUTIONS = "contributions"


def check(whole: WholeStorm) -> None:
    """Raises InvalidInput on `file` with the first place that does not fit."""
    _check_steps(whole)
    _check_ids(_CONTRIBUTIONS, (each.id for each in whole.contributions))
    _check_ids("ballots", (each.id for each in whole.ballots))
    _check_ids("voices", (voice.id for each in whole.contributions for voice in each.voices))
    known = {each.id for each in whole.contributions}
    for number, each in enumerate(whole.contributions):
        _check_known(f"{_CONTRIBUTIONS}[{number}].builds_on", each.builds_on, known)
        _check_known(f"{_CONTRIBUTIONS}[{number}].merged_into", each.merged_into, known)
    _check_no_circle(whole.contributions, "builds_on", lambda each: each.builds_on)
    _check_no_circle(whole.contributions, "merged_into", lambda each: each.merged_into)
    for number, ballot in enumerate(whole.ballots):
        _check_known(f"ballots[{number}].contribution", ballot.idea_id, known)
    for number, credit in enumerate(whole.credits):
        _check_known(f"conclusion.rests_on[{number}]", credit, known)


def _check_steps(whole: WholeStorm) -> None:
    storm = whole.storm
    steps = (
        (
            "storm.first_times",
            (storm.first_times is None) is (storm.extended_at is None),
            "storm.extended_at",
        ),
        ("contributions", storm.announced_at is not None or not whole.contributions, "storm.announced_at"),
        ("conclusion", storm.announced_at is not None or whole.conclusion is None, "storm.announced_at"),
        ("outcome", whole.conclusion is not None or whole.outcome is None, "conclusion"),
        ("look_back", whole.outcome is not None or whole.look_back is None, "outcome"),
    )
    for place, fits, missing in steps:
        if not fits:
            _refuse(mark("“%(place)s” does not go without “%(missing)s”."), place, missing=missing)


def _check_ids(place: str, ids: Iterable[UUID]) -> None:
    seen: set[UUID] = set()
    for number, id in enumerate(ids):
        if id in seen:
            _refuse(mark("At “%(place)s” there is an id for the second time."), f"{place}[{number}].id")
        seen.add(id)


def _check_known(place: str, id: UUID | None, known: set[UUID]) -> None:
    if id is not None and id not in known:
        _refuse(mark("At “%(place)s” there is an id that none of the contributions has."), place)


def _check_no_circle(
    contributions: Iterable[Contribution], name: str, following: Callable[[Contribution], UUID | None]
) -> None:
    onward = {each.id: following(each) for each in contributions}
    fine: set[UUID] = set()
    for number, start in enumerate(onward):
        if _leads_in_a_circle(start, onward, fine):
            _refuse(
                mark("At “%(place)s” ideas lead to each other in a circle."),
                f"{_CONTRIBUTIONS}[{number}].{name}",
            )


def _leads_in_a_circle(start: UUID, onward: Mapping[UUID, UUID | None], fine: set[UUID]) -> bool:
    """`fine` are those known to come to an end; what is found so joins them."""
    way: set[UUID] = set()
    at: UUID | None = start
    while at is not None and at not in fine:
        if at in way:
            return True
        way.add(at)
        at = onward[at]
    fine |= way
    return False


def _refuse(sentence: str, place: str, **values: object) -> None:
    raise InvalidInput(FIELD, sentence, place=place, **values)
