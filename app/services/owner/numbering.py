"""A sheet gets its number: what it shows is noted part by part, and older sheets of the same thing are
replaced."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.errors import Conflict, NotFound
from app.domain.ideas import Visibility
from app.domain.ids import new_id
from app.domain.journal import Actor, Change
from app.domain.notices import (
    OF_IDEAS,
    Carried,
    Notice,
    PlacementShown,
    SheetKind,
    SheetOrder,
    Shown,
    StormShown,
    tells_the_same,
    usual_day,
)
from app.domain.sheets import IdeaNow, StormNow
from app.domain.shop import Shop
from app.domain.storm_sheets import first_built, last_day
from app.domain.translation import mark
from app.storage.stores import Stores

_NO_ANSWER = mark("There is no public answer to print yet.")
_NOT_PUBLIC = mark("Only what hangs on the board is printed. Please put the idea up first.")
_NOTHING = mark("There is nothing to print on this sheet yet.")
_NO_IDEA = mark("This idea is not here any more.")
_NO_STORM = mark("This storm is not here any more.")


@dataclass(frozen=True, slots=True)
class Numbered:
    """`changes` bring a new sheet onto the wall and mark what it replaces; none when it was made before."""

    notice: Notice
    changes: list[Change]


def make(stores: Stores, order: SheetOrder, *, address: str, now: datetime) -> Notice:
    """The sheet with its number, which nothing takes back: paper is paper. Raises as `Wall.make`."""
    numbered = number(stores, order, address=address, now=now)
    if numbered.changes:
        subject = _subject(numbered.notice)
        stores.journal.append(actor=Actor.OWNER, verb="make-notice", subject=subject, board=False)
    return numbered.notice


def number(stores: Stores, order: SheetOrder, *, address: str, now: datetime) -> Numbered:
    """As `make`, without a word in the journal: the changes are told by who asked."""
    shop = stores.shops.get()
    wanted = _wanted(stores, shop, order, address.rstrip("/"), now)
    made_before = _made_before(stores, wanted, shop.local_date(now))
    if made_before is not None:
        return Numbered(made_before, [])
    made = stores.notices.add(wanted)
    # Brought onto the wall by a change of its own, so that undo has something to take back.
    changes = stores.notices.change(made.id, down_at=None)
    [notice] = stores.notices.several([made.id])
    return Numbered(notice, [*changes, *_replace_older(stores, notice, now)])


def replace(stores: Stores, old: Notice, new: Notice, now: datetime) -> list[Change]:
    """The old one is to be taken down; where nobody noted a place of it, it counts as taken down with the
    printing of the new."""
    hangs = any(each.down_at is None for each in stores.walls.hangings([old.id]))
    changes = stores.notices.change(old.id, replaced_by=new.id)
    return changes if hangs else [*changes, *stores.notices.change(old.id, down_at=now)]


def _made_before(stores: Stores, wanted: Notice, today: date) -> Notice | None:
    """Printing again, or after a dialog that was cancelled, is the same sheet once more; one that was taken
    down or replaced, or whose day is over, is not."""
    standing = (each for each in stores.notices.same_as(wanted) if each.replaced_by is None)
    true = (each for each in standing if (each.take_down_on or date.max) >= today)
    return next((each for each in true if _is_of_the_same_week(each, wanted)), None)


def _is_of_the_same_week(one: Notice, other: Notice) -> bool:
    """Two quiet weeks show the same ideas; their boards come down on days of their own."""
    return one.kind is not SheetKind.WEEK or one.take_down_on == other.take_down_on


def _replace_older(stores: Stores, notice: Notice, now: datetime) -> list[Change]:
    return [
        change
        for old in _of_the_same_thing(stores, notice)
        if old.kind is notice.kind and old.number < notice.number and old.hangs and old.replaced_by is None
        if not tells_the_same(old.shown, notice.shown)
        for change in replace(stores, old, notice, now)
    ]


def _of_the_same_thing(stores: Stores, notice: Notice) -> list[Notice]:
    """A sheet of several answers has no such: each is of its own day."""
    if notice.kind is SheetKind.ANSWER and notice.idea_id is not None:
        return stores.notices.of(notice.idea_id)
    if notice.shown.storm is not None:
        return stores.notices.of_storm(notice.shown.storm.storm_id)
    if notice.shown.placement is not None:
        return stores.notices.of_placement(notice.shown.placement.placement_id)
    return []


def _subject(notice: Notice) -> UUID:
    """The idea whose history tells of it, or the sheet itself."""
    alone = notice.idea_id if notice.kind is SheetKind.ANSWER else None
    return alone or notice.id


def _wanted(stores: Stores, shop: Shop, order: SheetOrder, address: str, now: datetime) -> Notice:
    storm = _storm_shown(stores, order)
    today = shop.local_date(now)
    carries = _carries(stores, order, storm)
    return Notice(
        id=new_id(now),
        number=0,
        kind=order.kind,
        size=order.size,
        design=order.design,
        made_at=now,
        take_down_on=order.take_down_on or _day(stores, shop, order, carries, today),
        down_at=now,
        shown=Shown(
            shop_name=shop.name,
            shop_colour=shop.colour,
            address=address,
            carries=carries,
            storm=storm,
            placement=_placement_shown(stores, order),
        ),
    )


def _day(
    stores: Stores, shop: Shop, order: SheetOrder, carries: tuple[Carried, ...], today: date
) -> date | None:
    """A trial's notice hangs until the trial ends, what a storm asks for until nobody can give it any more;
    never until a day that is past."""
    day = None
    if order.storm_id is not None and (storm := stores.storms.get(order.storm_id)):
        day = last_day(order.kind, shop, storm)
    elif order.kind is SheetKind.ANSWER and (response_id := carries[0].response_id):
        day = stores.sheets.untils([response_id]).get(response_id)
    return day if day is not None and day >= today else usual_day(order.kind, today)


def _carries(stores: Stores, order: SheetOrder, storm: StormShown | None) -> tuple[Carried, ...]:
    ids = order.ideas or (_quoted(stores, order.kind, storm) if storm else ())
    ideas = stores.sheets.ideas(ids)
    if order.kind in OF_IDEAS and not ids:
        raise Conflict(_NOTHING)
    return tuple(_carried(order.kind, id_, ideas.get(id_)) for id_ in dict.fromkeys(ids))


def _quoted(stores: Stores, kind: SheetKind, storm: StormShown) -> tuple[UUID, ...]:
    """Where nobody named them: whose words may stand on it."""
    if kind is SheetKind.STORM_PROOF:
        known = stores.storms.conclusion(storm.conclusion_id) if storm.conclusion_id else None
        credited = known.rests_on if known else ()
        ideas = stores.sheets.ideas(credited)
        return tuple(id_ for id_ in credited if id_ in ideas and ideas[id_].visibility is Visibility.PUBLIC)
    public = stores.storms.public_ideas(storm.storm_id)
    quoted = first_built(public) if kind is SheetKind.STORM_POSTER else public
    return tuple(idea.id for idea in quoted)


def _carried(kind: SheetKind, id_: UUID, idea: IdeaNow | None) -> Carried:
    if idea is None:
        raise NotFound(_NO_IDEA)
    if kind in {SheetKind.ANSWER, SheetKind.YOU_SAID, SheetKind.YEAR} and idea.response_id is None:
        raise Conflict(_NO_ANSWER)
    if kind in OF_IDEAS and not idea.is_public:
        raise Conflict(_NOT_PUBLIC)
    return Carried(idea_id=id_, response_id=idea.response_id, revision_id=idea.revision_id, said=idea.status)


def _storm_shown(stores: Stores, order: SheetOrder) -> StormShown | None:
    if order.storm_id is None:
        return None
    storm = stores.sheets.storms([order.storm_id]).get(order.storm_id)
    if storm is None:
        raise NotFound(_NO_STORM)
    _refuse_unfinished(order.kind, storm)
    return StormShown(
        storm_id=order.storm_id,
        chooses_at=storm.chooses_at,
        closes_at=storm.closes_at,
        words=storm.words,
        conclusion_id=storm.conclusion_id,
        outcome_id=storm.outcome_id,
    )


def _refuse_unfinished(kind: SheetKind, storm: StormNow) -> None:
    if kind is SheetKind.STORM_CONCLUSION and storm.conclusion_id is None:
        raise Conflict(mark("This storm has no conclusion to print yet."))
    if kind is SheetKind.STORM_PROOF and storm.outcome_id is None:
        raise Conflict(mark("This storm is not carried out yet."))


def _placement_shown(stores: Stores, order: SheetOrder) -> PlacementShown | None:
    if order.placement_id is None:
        return None
    placement = stores.sheets.placements([order.placement_id]).get(order.placement_id)
    if placement is None:
        raise NotFound(mark("This placement is not here any more."))
    return PlacementShown(placement_id=order.placement_id, label=placement.label)
