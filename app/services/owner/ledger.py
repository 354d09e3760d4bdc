"""The ledger: everything that was ever printed, page by page, and the one sheet that was typed or scanned."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import datetime
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

from app.domain.errors import NotFound
from app.domain.ids import parse_id
from app.domain.ledger import Entry, LedgerCounts, LedgerPage, PlaceView, Show
from app.domain.notices import OF_SEVERAL, Notice
from app.domain.search_words import asked_words, says
from app.domain.storms import parse_storm_code
from app.domain.translation import mark
from app.services.owner.sheet_lines import facts_of, hanging, lines
from app.storage.cursors import Cursor, read_cursor
from app.storage.notices import Numbered
from app.storage.stores import Stores

MOST_FOUND = 200
_NUMBER = re.compile(r"(?:notice|sheet|no|nr|№|#)?\s*[.:]?\s*#?\s*(\d{1,7})", re.IGNORECASE)
_DIGITS = re.compile(r"\d{1,7}")
_NO_SUCH = mark("There is no sheet with the number %(number)s. The newest one is %(newest)s.")
_NONE_YET = mark("No sheet was printed yet.")
_NOT_UNDERSTOOD = mark("Please type the number that stands on the sheet, like 144, or scan its code.")
_NOT_OURS = mark("No sheet of this shop carries that code.")


def ledger(
    stores: Stores, *, show: Show, words: str, after: str | None, limit: int, address: str, now: datetime
) -> LedgerPage:
    """Every sheet is counted, but only a page of them is read; of hanging ones all, to know which are
    stale."""
    all_lines = stores.notices.numbers()
    hangs = hanging(stores, address=address, now=now)
    stale = {entry.notice.id for entry in hangs if entry.is_stale}
    wanted = [line for line in all_lines if _belongs(line, show, stale)]
    if words.strip():
        found = _matching(stores, words)
        wanted = [line for line in wanted if line.id in found]
    start = read_cursor(after)
    rest = [line for line in wanted if start is None or _rank(line) > (start.value, -_number_of(start))]
    page, more = rest[:limit], rest[limit:]
    counts = LedgerCounts(
        all=len(all_lines), hanging=len(hangs), stale=len(stale), taken_down=len(all_lines) - len(hangs)
    )
    return LedgerPage(
        entries=tuple(_entries(stores, page, hangs, address, now)),
        counts=counts,
        next=str(_cursor(page[-1])) if more else None,
    )


def _belongs(line: Numbered, show: Show, stale: Collection[UUID]) -> bool:
    match show:
        case Show.ALL:
            return True
        case Show.HANGING:
            return line.hangs
        case Show.STALE:
            return line.id in stale
        case Show.TAKEN_DOWN:
            return not line.hangs


def _rank(line: Numbered) -> tuple[int, int]:
    """Hanging ones first, then the newest."""
    return (0 if line.hangs else 1, -line.number)


def _cursor(line: Numbered) -> Cursor:
    return Cursor(_rank(line)[0], UUID(int=line.number))


def _number_of(cursor: Cursor) -> int:
    return cursor.id.int


def _entries(
    stores: Stores, page: list[Numbered], hangs: list[Entry], address: str, now: datetime
) -> list[Entry]:
    known = {entry.notice.id: entry for entry in hangs}
    others = stores.notices.several(line.id for line in page if line.id not in known)
    facts = facts_of(stores, others, address=address, now=now)
    known |= {entry.notice.id: entry for entry in lines(stores, others, facts)}
    return [known[line.id] for line in page]


def _matching(stores: Stores, words: str) -> set[UUID]:
    """By number, by words of the ideas on it, of a storm's question, of a place's name."""
    asked = asked_words(words)
    ideas = [idea.id for idea in stores.search.all(words, limit=MOST_FOUND).ideas]
    storms = [storm.id for storm in stores.storms.all() if says(asked, [storm.question])]
    placements = [place.id for place in stores.placements.all() if says(asked, [place.label])]
    found = set(stores.notices.about(ideas, storms, placements))
    number = _NUMBER.fullmatch(words.strip())
    if number and (notice := stores.notices.by_number(int(number[1]))):
        found.add(notice.id)
    return found


def find(stores: Stores, text: str, *, address: str, now: datetime) -> Entry:
    """Raises NotFound with what to do."""
    return entry(stores, _found(stores, text.strip()), address=address, now=now)


def entry(stores: Stores, notice: Notice, *, address: str, now: datetime) -> Entry:
    """Judged beside what else hangs: another sheet may tell its idea already."""
    beside = [notice, *(each for each in stores.notices.hanging() if each.id != notice.id)]
    return lines(stores, [notice], facts_of(stores, beside, address=address, now=now))[0]


def _found(stores: Stores, text: str) -> Notice:
    number = _NUMBER.fullmatch(text)
    if number:
        return _by_number(stores, int(number[1]))
    if "/" not in text:
        raise NotFound(_NOT_UNDERSTOOD)
    try:
        parts = urlsplit(text)
    except ValueError as error:
        raise NotFound(_NOT_UNDERSTOOD) from error
    told = parse_qs(parts.query).get("n", [""])[0]
    carrying = _by_path(stores, parts.path)
    named = next((each for each in carrying if str(each.number) == told), None)
    notice = named or next(iter(carrying), None) or _of_several(stores, told)
    if notice is None:
        raise NotFound(_NOT_OURS)
    return notice


def _of_several(stores: Stores, number: str) -> Notice | None:
    """The board and what was done are no one's own address: there the code's number alone tells the sheet."""
    notice = stores.notices.by_number(int(number)) if _DIGITS.fullmatch(number) else None
    return notice if notice and notice.kind in OF_SEVERAL else None


def _by_number(stores: Stores, number: int) -> Notice:
    notice = stores.notices.by_number(number)
    if notice is not None:
        return notice
    newest = max((line.number for line in stores.notices.numbers()), default=0)
    if not newest:
        raise NotFound(_NONE_YET)
    raise NotFound(_NO_SUCH, number=number, newest=newest)


def _by_path(stores: Stores, path: str) -> list[Notice]:
    """What carries the code of that address: hanging sheets first, then the newest."""
    *_, kind, name = ["", "", *path.rstrip("/").split("/")]
    found: list[Notice] = []
    if kind == "i" and (idea_id := parse_id(name)):
        found = stores.notices.of(idea_id)
    elif kind == "s" and (code := parse_storm_code(name)) and (storm := stores.storms.by_code(code)):
        found = stores.notices.of_storm(storm.id)
    elif kind == "p" and (placement := stores.placements.by_token(name.upper())):
        found = stores.notices.of_placement(placement.id)
    return sorted(found, key=lambda notice: not notice.hangs)


def places(stores: Stores, *, address: str, now: datetime) -> list[PlaceView]:
    entries = {entry.notice.id: entry for entry in hanging(stores, address=address, now=now)}
    copies = [copy for entry in entries.values() for copy in entry.hanging_now]
    views = []
    for place in stores.walls.places():
        here = tuple(copy for copy in copies if copy.place_id == place.id)
        told = tuple(entries[copy.notice_id] for copy in here)
        views.append(PlaceView(place=place, hangings=here, entries=told))
    return views
