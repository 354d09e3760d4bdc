"""Lines of the ledger: sheets with where they hang and what ails them, read in a few statements for all of
them at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from app.domain.ledger import Entry
from app.domain.notices import OF_IDEAS, Notice, SheetKind
from app.domain.sheets import Facts
from app.domain.stale import reasons_of, remedy_of, still_true
from app.domain.text import clean_line
from app.domain.walls import Hanging
from app.storage.stores import Stores


def facts_of(stores: Stores, notices: Sequence[Notice], *, address: str, now: datetime) -> Facts:
    """All that these sheets are judged and named by."""
    shop = stores.shops.get()
    carried = [each for notice in notices for each in notice.shown.carries]
    storms = {notice.shown.storm.storm_id for notice in notices if notice.shown.storm}
    placements = {notice.shown.placement.placement_id for notice in notices if notice.shown.placement}
    newer = {notice.replaced_by for notice in notices if notice.replaced_by} - {each.id for each in notices}
    known = [*notices, *(stores.notices.several(newer) if newer else ())]
    ideas = stores.sheets.ideas({each.idea_id for each in carried})
    answers = {each.response_id for each in carried if each.response_id}
    answers |= {idea.response_id for idea in ideas.values() if idea.response_id}
    return Facts(
        now=now,
        today=shop.local_date(now),
        shop_name=shop.name,
        address=address.rstrip("/"),
        ideas=ideas,
        untils=stores.sheets.untils(answers),
        storms=stores.sheets.storms(storms),
        placements=stores.sheets.placements(placements),
        tellers=_tellers(notices),
        numbers={notice.id: notice.number for notice in known},
    )


def _tellers(notices: Iterable[Notice]) -> dict[UUID, int]:
    """Of two sheets of one answer the newer."""
    return {
        notice.idea_id: notice.number
        for notice in notices
        if notice.kind is SheetKind.ANSWER and notice.idea_id and notice.hangs and notice.replaced_by is None
    }


def hanging(stores: Stores, *, address: str, now: datetime) -> list[Entry]:
    """Everything that nobody has taken down, by number."""
    notices = stores.notices.hanging()
    return lines(stores, notices, facts_of(stores, notices, address=address, now=now))


def lines(stores: Stores, notices: Sequence[Notice], facts: Facts) -> list[Entry]:
    copies: dict[UUID, list[Hanging]] = defaultdict(list)
    for each in stores.walls.hangings(notice.id for notice in notices):
        copies[each.notice_id].append(each)
    return [_line(notice, copies.get(notice.id, []), facts) for notice in notices]


def _line(notice: Notice, copies: Sequence[Hanging], facts: Facts) -> Entry:
    reasons = reasons_of(notice, facts) if notice.hangs else ()
    ideas = [facts.ideas.get(carried.idea_id) for carried in notice.shown.carries]
    return Entry(
        notice=notice,
        title=_title(notice, facts),
        more=max(0, len(ideas) - 1),
        votes=sum(idea.votes for idea in ideas if idea),
        hangings=tuple(copies),
        reasons=reasons,
        remedy=remedy_of(notice, reasons, facts),
        anew=still_true(notice, facts) if reasons and notice.kind in OF_IDEAS else (),
        replaced_by=facts.numbers.get(notice.replaced_by) if notice.replaced_by else None,
    )


def _title(notice: Notice, facts: Facts) -> str:
    shown = notice.shown
    if shown.storm is not None:
        storm = facts.storms.get(shown.storm.storm_id)
        return storm.question if storm else ""
    if shown.placement is not None:
        return shown.placement.label
    told = [facts.ideas[each.idea_id].text for each in shown.carries if each.idea_id in facts.ideas]
    return clean_line(told[0]) if told else ""
