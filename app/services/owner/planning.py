"""What a board of the shop and its answers are to the planner."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from app.domain.errors import Conflict
from app.domain.ideas import BoardOrder, Idea, Status
from app.domain.ledger import Entry
from app.domain.notices import OF_IDEAS, PaperSize, SheetKind
from app.domain.sheets import Ailment, Remedy
from app.domain.shop import Shop
from app.domain.translation import mark
from app.domain.wall_plan import Candidate, OnBoard, Plan, plan
from app.domain.walls import Hanging, measures_of, measures_of_notice
from app.services.owner.sheet_lines import hanging
from app.services.owner.wall_places import existing
from app.storage.stores import Stores

# An older answer that was never printed is no news for the wall.
NEWS_FOR = timedelta(days=60)
MOST_NEWS = 60
_OFF_THE_BOARD = frozenset({SheetKind.QR_TENT, SheetKind.QR_LABELS, SheetKind.QR_CARD, SheetKind.YEAR})
_TOLD_BY = frozenset({SheetKind.ANSWER, SheetKind.YOU_SAID})


def planned(stores: Stores, place_id: UUID, *, size: PaperSize, address: str, now: datetime) -> Plan:
    """Raises NotFound, Conflict when the place has no measures."""
    place = existing(stores, place_id)
    if place.measures is None:
        raise Conflict(mark("Please say first how wide and high “%(place)s” is."), place=place.name)
    shop, entries = stores.shops.get(), hanging(stores, address=address, now=now)
    sheets = [
        _on_board(shop, entry, copy)
        for entry in entries
        for copy in entry.hanging_now
        if copy.place_id == place_id
    ]
    candidates = [*_printed(shop, entries), *_unprinted(stores, shop, entries, size, now)]
    return plan(place.measures, sheets, candidates, today=shop.local_date(now))


def _on_board(shop: Shop, entry: Entry, copy: Hanging) -> OnBoard:
    notice = entry.notice
    return OnBoard(
        hanging_id=copy.id,
        number=notice.number,
        measures=measures_of_notice(notice),
        at=copy.at,
        hung_on=shop.local_date(copy.since),
        votes=entry.votes,
        decision=_decision(entry),
        take_down_on=notice.take_down_on,
        is_stale=_comes_down(entry),
        stays=notice.kind not in OF_IDEAS,
    )


def _comes_down(entry: Entry) -> bool:
    """Untrue, or replaced: what can be printed again as it is, other than an answer, waits for that."""
    wrong = any(reason.ailment is not Ailment.OVERDUE for reason in entry.reasons)
    return wrong and (entry.remedy is Remedy.TAKE_DOWN or entry.notice.kind is SheetKind.ANSWER)


def _decision(entry: Entry) -> Status | None:
    carries = entry.notice.shown.carries
    return carries[0].said if carries and entry.notice.kind is SheetKind.ANSWER else None


def _printed(shop: Shop, entries: Iterable[Entry]) -> list[Candidate]:
    """True sheets that are printed and hang in no place that anybody noted. What stands on tables or is cut
    up is not for a board."""
    return [
        Candidate(
            notice_id=entry.notice.id,
            idea_id=entry.notice.idea_id if entry.notice.kind is SheetKind.ANSWER else None,
            number=entry.notice.number,
            size=entry.notice.size,
            measures=measures_of_notice(entry.notice),
            on=shop.local_date(entry.notice.made_at),
            votes=entry.votes,
            decision=_decision(entry),
        )
        for entry in entries
        if not entry.is_stale and not entry.hanging_now
        if entry.notice.kind not in _OFF_THE_BOARD
    ]


def _unprinted(
    stores: Stores, shop: Shop, entries: Sequence[Entry], size: PaperSize, now: datetime
) -> list[Candidate]:
    true = [entry.notice for entry in entries if not entry.is_stale and entry.notice.kind in _TOLD_BY]
    told = {each.idea_id for notice in true for each in notice.shown.carries}
    again = {idea: entry.notice.size for entry in entries for idea in _again(entry) if idea not in told}
    ideas = stores.board.page(BoardOrder.ANSWERED, limit=MOST_NEWS).ideas
    news = [idea for idea in ideas if idea.id not in told and _is_news(idea, shop.local_date(now), shop)]
    hung = stores.notices.told_before([idea.response.id for idea in news if idea.response])
    fresh = {idea.id: size for idea in news if idea.response and idea.response.id not in hung}
    wanted = fresh | again
    return [_candidate(shop, idea, wanted[idea.id]) for idea in stores.ideas.several(list(wanted))]


def _again(entry: Entry) -> Sequence[UUID]:
    """The answers that are printed anew in the place of a stale sheet."""
    is_answer = entry.notice.kind is SheetKind.ANSWER
    return entry.anew if is_answer and entry.remedy is Remedy.REPRINT else ()


def _is_news(idea: Idea, today: date, shop: Shop) -> bool:
    response = idea.response
    if response is None or (response.until is not None and response.until < today):
        return False
    return today - shop.local_date(response.created_at) <= NEWS_FOR


def _candidate(shop: Shop, idea: Idea, size: PaperSize) -> Candidate:
    assert idea.response is not None
    return Candidate(
        idea_id=idea.id,
        size=size,
        measures=measures_of(SheetKind.ANSWER, size),
        on=shop.local_date(idea.response.created_at),
        votes=idea.votes,
        decision=idea.status,
    )
