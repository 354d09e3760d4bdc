"""The stale-paper alarm: which sheets are wrong, why, and whether they can be printed again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import UUID

from app.domain.notices import OF_IDEAS, Carried, Notice, SheetKind, StormShown
from app.domain.sheets import Ailment, Facts, IdeaNow, Reason, Remedy, StormNow

_ORDER = {ailment: place for place, ailment in enumerate(Ailment)}
# A sheet of a day that is past: a later answer makes it no less true of that day.
_DATED = frozenset({SheetKind.WEEK, SheetKind.YEAR})
# Which labels and which network were printed is known only where they are chosen.
_CHOSEN_ANEW = frozenset({SheetKind.QR_LABELS, SheetKind.QR_WIFI})
_ASKS = frozenset({SheetKind.STORM_POSTER, SheetKind.STORM_BUILDING})
# Nothing can be printed that would be true.
_HOPELESS = frozenset(
    {
        Ailment.STORM_DROPPED,
        Ailment.STORM_OVER,
        Ailment.UNCONCLUDED,
        Ailment.CARRIED_OUT,
        Ailment.PLACEMENT_RETIRED,
        Ailment.REPLACED,
    }
)
# What says nothing wrong with the answer itself; with its day past, such a sheet need not be printed again.
_OUTWARD = frozenset({Ailment.SHOP_RENAMED, Ailment.MOVED, Ailment.OVERDUE})


def reasons_of(notice: Notice, facts: Facts) -> tuple[Reason, ...]:
    """What is wrong with a hanging sheet, the worst first; nothing while it is true and may hang."""
    found = [*_of_content(notice, facts), *_of_shop(notice, facts), *_of_its_time(notice, facts)]
    return tuple(sorted(found, key=lambda reason: _ORDER[reason.ailment]))


def remedy_of(notice: Notice, reasons: Sequence[Reason], facts: Facts) -> Remedy | None:
    """Whether a sheet with these reasons can be printed again as something true, or only come down."""
    if not reasons:
        return None
    ailments = {reason.ailment for reason in reasons}
    if ailments & _HOPELESS or notice.kind in {SheetKind.WEEK, *_CHOSEN_ANEW}:
        return Remedy.TAKE_DOWN
    if Ailment.OVERDUE in ailments and ailments <= _OUTWARD:
        return Remedy.TAKE_DOWN
    if notice.kind in OF_IDEAS and not still_true(notice, facts):
        return Remedy.TAKE_DOWN
    return Remedy.REPRINT


def still_true(notice: Notice, facts: Facts) -> tuple[UUID, ...]:
    """The ideas that a new sheet in place of this one can carry, in order: those on it, or what they were put
    together with, that are public and answered. An answer that hangs already is not printed twice."""
    kept = dict.fromkeys(
        survivor
        for carried in notice.shown.carries
        if (survivor := _successor(notice, carried, facts)) is not None
    )
    return tuple(kept)


def _successor(notice: Notice, carried: Carried, facts: Facts) -> UUID | None:
    survivor = facts.survivor(carried.idea_id)
    idea = facts.ideas.get(survivor)
    if idea is None or not idea.is_public or idea.response_id is None:
        return None
    if notice.kind not in _DATED and _is_over(idea.response_id, facts):
        return None
    hangs_already = (
        notice.kind is SheetKind.ANSWER and survivor != carried.idea_id and survivor in facts.tellers
    )
    return None if hangs_already else survivor


def _of_content(notice: Notice, facts: Facts) -> Iterator[Reason]:
    for carried in notice.shown.carries:
        told = _of_idea(notice.kind, carried, facts) if notice.kind in OF_IDEAS else _of_quote(carried, facts)
        if told is not None:
            yield told
    if notice.shown.storm is not None:
        yield from _of_storm(notice.kind, notice.shown.storm, facts)
    if notice.shown.placement is not None:
        yield from _of_placement(notice, facts)


def _of_idea(kind: SheetKind, carried: Carried, facts: Facts) -> Reason | None:
    idea = facts.ideas.get(carried.idea_id)
    if idea is None:
        return Reason(ailment=Ailment.ERASED, idea_id=carried.idea_id, said=carried.said)
    if idea.merged_into is not None and kind not in _DATED:
        other = facts.tellers.get(facts.survivor(carried.idea_id))
        return Reason(ailment=Ailment.MERGED, idea_id=carried.idea_id, other=other)
    ailment = _off_board(idea) or _answered_otherwise(kind, carried, idea) or _reworded(carried, idea)
    if ailment is not None:
        return Reason(ailment=ailment, idea_id=carried.idea_id, said=carried.said, now=idea.status)
    if kind not in _DATED and carried.response_id is not None and _is_over(carried.response_id, facts):
        until = facts.untils[carried.response_id]
        return Reason(ailment=Ailment.TRIAL_OVER, idea_id=carried.idea_id, said=carried.said, day=until)
    return None


def _off_board(idea: IdeaNow) -> Ailment | None:
    """What was merged hangs as part of another; who may see it is told by that one."""
    return None if idea.is_public or idea.merged_into is not None else Ailment.OFF_BOARD


def _answered_otherwise(kind: SheetKind, carried: Carried, idea: IdeaNow) -> Ailment | None:
    if kind in _DATED or (idea.response_id, idea.status) == (carried.response_id, carried.said):
        return None
    return Ailment.UNANSWERED if idea.response_id is None else Ailment.ANSWERED_ANEW


def _reworded(carried: Carried, idea: IdeaNow) -> Ailment | None:
    known = carried.revision_id is not None
    return Ailment.REWORDED if known and carried.revision_id != idea.revision_id else None


def _is_over(response_id: UUID, facts: Facts) -> bool:
    return response_id in facts.untils and facts.untils[response_id] < facts.today


def _of_quote(carried: Carried, facts: Facts) -> Reason | None:
    """Somebody's words on the sheet of a storm."""
    idea = facts.ideas.get(carried.idea_id)
    if idea is None or _off_board(idea) is not None:
        return Reason(ailment=Ailment.CONTRIBUTION_GONE, idea_id=carried.idea_id)
    ailment = _reworded(carried, idea)
    return None if ailment is None else Reason(ailment=ailment, idea_id=carried.idea_id)


def _of_storm(kind: SheetKind, shown: StormShown, facts: Facts) -> Iterator[Reason]:
    storm = facts.storms.get(shown.storm_id)
    if storm is None:
        yield Reason(ailment=Ailment.STORM_DROPPED)
    elif kind in _ASKS:
        yield from _of_asking(kind, shown, storm, facts)
    else:
        yield from _of_its_end(kind, shown, storm)


def _of_asking(kind: SheetKind, shown: StormShown, storm: StormNow, facts: Facts) -> Iterator[Reason]:
    ends_at = storm.closes_at if kind is SheetKind.STORM_POSTER else storm.chooses_at
    if storm.conclusion_id is not None or ends_at <= facts.now:
        yield Reason(ailment=Ailment.STORM_OVER)
    elif (storm.chooses_at, storm.closes_at) != (shown.chooses_at, shown.closes_at):
        yield Reason(ailment=Ailment.STORM_EXTENDED)
    if storm.words != shown.words:
        yield Reason(ailment=Ailment.STORM_REWORDED)


def _of_its_end(kind: SheetKind, shown: StormShown, storm: StormNow) -> Iterator[Reason]:
    is_proof = kind is SheetKind.STORM_PROOF
    told, holds = (
        (shown.outcome_id, storm.outcome_id) if is_proof else (shown.conclusion_id, storm.conclusion_id)
    )
    if holds is None:
        yield Reason(ailment=Ailment.UNCONCLUDED)
    elif holds != told:
        yield Reason(ailment=Ailment.CONCLUDED_ANEW)
    if not is_proof and storm.outcome_id is not None and shown.outcome_id is None:
        yield Reason(ailment=Ailment.CARRIED_OUT)


def _of_placement(notice: Notice, facts: Facts) -> Iterator[Reason]:
    shown = notice.shown.placement
    assert shown is not None
    placement = facts.placements.get(shown.placement_id)
    if placement is None or placement.is_retired:
        yield Reason(ailment=Ailment.PLACEMENT_RETIRED, before=shown.label)
    elif placement.label != shown.label:
        yield Reason(ailment=Ailment.PLACEMENT_RENAMED, before=shown.label, after=placement.label)


def _of_shop(notice: Notice, facts: Facts) -> Iterator[Reason]:
    """Another colour makes no sheet untrue; another name does. What is not known of an old sheet is let
    be."""
    name, address = notice.shown.shop_name, notice.shown.address
    if name and name != facts.shop_name:
        yield Reason(ailment=Ailment.SHOP_RENAMED, before=name, after=facts.shop_name)
    if address and facts.address and address != facts.address:
        yield Reason(ailment=Ailment.MOVED, before=address, after=facts.address)


def _of_its_time(notice: Notice, facts: Facts) -> Iterator[Reason]:
    if notice.replaced_by is not None:
        yield Reason(ailment=Ailment.REPLACED, other=facts.numbers.get(notice.replaced_by))
    day = notice.take_down_on
    if day is not None and day < facts.today:
        yield Reason(ailment=Ailment.OVERDUE, day=day)
