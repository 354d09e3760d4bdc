"""What the page of the wall reads at once, and what of it becomes lines, sheets and reasons to show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from app.domain.errors import AppError
from app.domain.ledger import Entry, LedgerCounts, PlaceView, Show
from app.domain.notices import PaperSize
from app.domain.sheets import Remedy
from app.domain.shop import Shop
from app.domain.wall_plan import Candidate, Hang, OnBoard, Plan, free_places
from app.domain.walls import SHEETS_MM, Hanging, measures_of_notice
from app.words import Words
from ui.desk.wall import wording
from ui.desk.wall.alarm_slip import Reason
from ui.desk.wall.drawn import DrawnSheet, DrawnWall, FreePlace
from ui.desk.wall.head import PlaceTab
from ui.desk.wall.ledger_model import LedgerLine
from ui.desk.wall.side_parts import Proposed
from ui.shared.papers import size_in_words

if TYPE_CHECKING:
    from app.services.owner.owner import Owner

PAGE = 500
HEADLINE_LETTERS = 200
# In the ledger's last column the worst stands first, then what comes down soon.
_SOON, _TRUE, _DOWN = 90, 91, 92


@dataclass(frozen=True, kw_only=True, slots=True)
class Looked:
    """`place` is the one that lies open, None where that is what hangs in no noted place. `titles` are the
    beginnings of the ideas that could hang next; `plan` is None for a place without measures; `lines` are the
    `entries` in the words of the page."""

    shop: Shop
    today: date
    places: Sequence[PlaceView]
    place: PlaceView | None
    entries: Sequence[Entry]
    hanging: Sequence[Entry]
    stale: Sequence[Entry]
    counts: LedgerCounts
    plan: Plan | None
    titles: Mapping[UUID, str] = field(default_factory=dict)
    lines: Sequence[LedgerLine] = ()

    @property
    def unnoted(self) -> list[Entry]:
        return [entry for entry in self.hanging if not entry.hanging_now]

    @property
    def is_empty(self) -> bool:
        return not self.places and not self.counts.all

    def entry(self, notice_id: UUID) -> Entry | None:
        known = (*self.entries, *self.hanging)
        return next((entry for entry in known if entry.notice.id == notice_id), None)

    def copy(self, hanging_id: UUID) -> Hanging | None:
        copies = self.place.hangings if self.place else ()
        return next((copy for copy in copies if copy.id == hanging_id), None)


@dataclass(frozen=True, kw_only=True, slots=True)
class Wish:
    """What is to be read: the place that lies open, which lines, and today's address for customers."""

    place: UUID | None = None
    is_chosen: bool = False
    show: Show = Show.HANGING
    words: str = ""
    address: str = ""
    size: PaperSize = PaperSize.A5


def look(owner: Owner, wish: Wish, today: date, words: Words) -> Looked:
    """On the worker thread; thousands of lines take their time to be put into words."""
    places = owner.wall.places(address=wish.address)
    hanging, counts = _all_lines(owner, Show.HANGING, "", wish.address)
    place = _place(places, wish, hanging)
    is_plain = wish.show is Show.HANGING and not wish.words
    entries = hanging if is_plain else _all_lines(owner, wish.show, wish.words, wish.address)[0]
    plan = _plan(owner, place, wish)
    looked = Looked(
        shop=owner.shop(),
        today=today,
        places=places,
        place=place,
        entries=entries,
        hanging=hanging,
        stale=[entry for entry in hanging if entry.is_stale],
        counts=counts,
        plan=plan,
        titles=_titles(owner, plan),
    )
    return replace(looked, lines=[_line(entry, looked, words) for entry in entries])


def _all_lines(owner: Owner, show: Show, words: str, address: str) -> tuple[list[Entry], LedgerCounts]:
    found: list[Entry] = []
    after: str | None = None
    while True:
        page = owner.wall.ledger(show=show, words=words, after=after, limit=PAGE, address=address)
        found += page.entries
        after = page.next
        if after is None:
            return found, page.counts


def _place(places: Sequence[PlaceView], wish: Wish, hanging: Sequence[Entry]) -> PlaceView | None:
    """The wanted one; else the first, unless everything hangs where nobody noted it."""
    wanted = next((view for view in places if view.place.id == wish.place), None)
    if wanted is not None or (wish.is_chosen and wish.place is None):
        return wanted
    is_noted = any(entry.hanging_now for entry in hanging)
    return places[0] if places and (is_noted or not hanging) else None


def _plan(owner: Owner, place: PlaceView | None, wish: Wish) -> Plan | None:
    if place is None or not place.place.is_board:
        return None
    try:
        return owner.wall.plan(place.place.id, size=wish.size, address=wish.address)
    except AppError:
        # Removed meanwhile: the page is read anew in a moment.
        return None


def _titles(owner: Owner, plan: Plan | None) -> dict[UUID, str]:
    candidates = (*(step.candidate for step in plan.hang), *plan.waiting) if plan else ()
    ids = [each.idea_id for each in candidates if each.idea_id is not None]
    return {idea.id: idea.text for idea in owner.several(ids)}


# What the page shows of it


def tabs(looked: Looked, words: Words) -> list[PlaceTab]:
    made = [PlaceTab(view.place.id, view.place.name, len(view.hangings)) for view in looked.places]
    if looked.unnoted:
        made.append(PlaceTab(None, words.tr("Not noted where"), len(looked.unnoted)))
    return made


def _line(entry: Entry, looked: Looked, words: Words) -> LedgerLine:
    notice, shop = entry.notice, looked.shop
    copies = entry.hanging_now or entry.hangings
    since = shop.local_date(min((copy.since for copy in copies), default=notice.made_at))
    today_words = wording.today_of(entry, looked.today, words)
    return LedgerLine(
        id=notice.id,
        number=notice.number,
        says=wording.title_of(entry, words).replace("\n", " "),
        sheet=wording.sheet_of(entry, words),
        hangs_at=wording.hangs_at(entry, [view.place for view in looked.places], words),
        since=since,
        since_words=wording.day_words(since, looked.today, words),
        down_on=notice.take_down_on,
        down_words=wording.day_words(notice.take_down_on, looked.today, words),
        today=today_words,
        is_wrong=entry.is_stale,
        alarm=_rank(entry, today_words, words),
    )


def _rank(entry: Entry, said: str, words: Words) -> int:
    if entry.reasons:
        return list(type(entry.reasons[0].ailment)).index(entry.reasons[0].ailment)
    if not entry.notice.hangs:
        return _DOWN
    return _TRUE if said == words.tr("true") else _SOON


def drawn_wall(looked: Looked, words: Words) -> DrawnWall:
    view = looked.place
    if view is None:
        return DrawnWall(sheets=[_drawn(entry, None, looked, words) for entry in looked.unnoted])
    copies = zip(view.hangings, view.entries, strict=True)
    sheets = [_drawn(entry, copy, looked, words) for copy, entry in copies]
    measures = view.place.measures
    if measures is None:
        return DrawnWall(sheets=sheets)
    return DrawnWall(
        width=measures.width, height=measures.height, sheets=_placed(sheets), free=_free(looked, words)
    )


def _drawn(entry: Entry, copy: Hanging | None, looked: Looked, words: Words) -> DrawnSheet:
    """Without a copy it is drawn as the sheet itself, and known by its id."""
    measures = measures_of_notice(entry.notice)
    at = copy.at if copy else None
    title, flag = wording.title_of(entry, words), wording.flag_of(entry, words)
    described = words.tr("%(number)s, %(title)s, %(sheet)s", number=entry.notice.number, title=title,
                         sheet=wording.sheet_of(entry, words))  # fmt: skip
    return DrawnSheet(
        id=copy.id if copy else entry.notice.id,
        number=entry.notice.number,
        headline=title[:HEADLINE_LETTERS],
        says=wording.says_of(entry, words),
        width=measures.width,
        height=measures.height,
        left=at.x if at else None,
        top=at.y if at else None,
        flag=flag,
        described=f"{described}. {wording.why_of(entry, looked.today, words)}" if flag else described,
        is_storm=entry.notice.shown.storm is not None,
    )


def _placed(sheets: Sequence[DrawnSheet]) -> list[DrawnSheet]:
    """Sheets that hang here, nobody said where, lie one over the other in the lower corner until they are
    dragged to their place."""
    return [sheet if sheet.left is not None else _in_corner(sheet, row) for row, sheet in enumerate(sheets)]


def _in_corner(sheet: DrawnSheet, row: int) -> DrawnSheet:
    return replace(sheet, left=10 + 12 * (row % 8), top=10 + 12 * (row % 8))


def _free(looked: Looked, words: Words) -> list[FreePlace]:
    """Where the plan would hang something now; without a plan, one place of the usual size."""
    plan, view = looked.plan, looked.place
    if view is None or view.place.measures is None:
        return []
    found = [_free_place(step, words) for step in plan.hang if not step.after] if plan else []
    if found:
        return found
    usual = SHEETS_MM[PaperSize.A5]
    here = [_on_board(copy, entry) for copy, entry in zip(view.hangings, view.entries, strict=True)]
    spots = free_places(view.place.measures, here, usual)
    said = words.tr("free, %(size)s", size=size_in_words(PaperSize.A5, words))
    return [
        FreePlace(left=spot.x, top=spot.y, width=usual.width, height=usual.height, words=said)
        for spot in spots[:1]
    ]


def _on_board(copy: Hanging, entry: Entry) -> OnBoard:
    return OnBoard(
        hanging_id=copy.id,
        number=entry.notice.number,
        measures=measures_of_notice(entry.notice),
        at=copy.at,
        hung_on=copy.since.date(),
    )


def _free_place(step: Hang, words: Words) -> FreePlace:
    candidate = step.candidate
    return FreePlace(
        left=step.at.x,
        top=step.at.y,
        width=candidate.measures.width,
        height=candidate.measures.height,
        words=words.tr("free, %(size)s", size=size_in_words(candidate.size, words)),
    )


def alarm_reasons(looked: Looked, words: Words) -> list[Reason]:
    ordered = sorted(looked.stale, key=lambda entry: (_rank(entry, "", words), entry.notice.number))
    return [
        Reason(
            id=entry.notice.id,
            number=entry.notice.number,
            why=wording.why_of(entry, looked.today, words),
            can_be_printed=entry.remedy is Remedy.REPRINT or entry.replaced_by is not None,
            is_replaced=entry.replaced_by is not None,
        )
        for entry in ordered
    ]


def proposed(looked: Looked, words: Words) -> list[Proposed]:
    plan = looked.plan
    if plan is None:
        return []
    made = [_proposed(step.candidate, _fits(step, words), looked, words) for step in plan.hang]
    no_room = words.tr("no room yet")
    return made + [_proposed(candidate, no_room, looked, words) for candidate in plan.waiting]


def _proposed(candidate: Candidate, fits: str, looked: Looked, words: Words) -> Proposed:
    size = size_in_words(candidate.size, words)
    entry = looked.entry(candidate.notice_id) if candidate.notice_id else None
    text = looked.titles.get(candidate.idea_id, "") if candidate.idea_id else ""
    title = wording.title_of(entry, words) if entry else text
    title = title.replace("\n", " ")
    shown = f"{title[:58].rstrip()}…" if len(title) > 60 else title
    if candidate.number is not None:
        shown = words.tr("%(number)s, %(title)s", number=candidate.number, title=shown)
    shape = candidate.measures.width / candidate.measures.height
    return Proposed(shown, words.tr("%(size)s, %(fits)s", size=size, fits=fits), shape)


def _fits(step: Hang, words: Words) -> str:
    if not step.after:
        return words.tr("fits the free place")
    numbers = ", ".join(f"{number}" for number in step.after)
    return words.trn(
        "when %(numbers)s is down", "when %(numbers)s are down", len(step.after), numbers=numbers
    )
