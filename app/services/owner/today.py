"""What needs doing now: read at once, so that no part of it tells of another moment than the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from uuid import UUID

from app.domain.clock import Clock
from app.domain.ideas import Idea, Reply
from app.domain.inbox import InboxCounts, is_trial_over
from app.domain.kiosks import Kiosk
from app.domain.ledger import Entry
from app.domain.promise import answer_due, last_day_due, last_open_day
from app.domain.sheets import Remedy
from app.domain.shop import Moderation, Shop
from app.domain.storm_dues import StormDue, storms_of_day
from app.domain.thanks import NOBODY_OWED, OwedPage
from app.domain.today import RECORDED_ANSWERS, PromiseRecord, is_missed, minutes_for, promise_record
from app.services.owner import hanging, sheet_lines
from app.services.owner.done import Done
from app.services.owner.thanks import owed
from app.services.seams import Seam
from app.storage.stores import Stores

SHOWN_OF_EACH = 10
SHOWN_THANKS = 3
MOST_COMING_BACK = 200


@dataclass(frozen=True, slots=True)
class Some:
    """The first ideas of a kind, and how many there are."""

    ideas: Sequence[Idea] = ()
    total: int = 0

    @property
    def more(self) -> int:
        return self.total - len(self.ideas)


@dataclass(frozen=True, kw_only=True, slots=True)
class Overview:
    """The day at `at`. `since` is when the last open day began, `next_due` the day on which the next promise
    runs out of those that do not press yet; `places` are labels by token.

    `first_idea_at` tells since when there is something to lose. In `wrote_back` each idea has the newest
    reply in `replies`, how many more wait under it in `more_replies`, and in `writers` the idea of who wrote
    it where that was put into this one.
    """

    at: datetime
    shop: Shop
    since: datetime
    counts: InboxCounts
    pressing: Some = Some()
    waiting: Some = Some()
    wrote_back: Some = Some()
    trials: Some = Some()
    look_again: Some = Some()
    fresh: Some = Some()
    replies: Mapping[UUID, Reply] = field(default_factory=dict)
    more_replies: Mapping[UUID, int] = field(default_factory=dict)
    writers: Mapping[UUID, Idea] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    next_due: date | None = None
    untrue: Sequence[Entry] = ()
    done_hanging: Sequence[Entry] = ()
    missed: Sequence[Kiosk] = ()
    set_asides: int = 0
    first_idea_at: datetime | None = None
    thanks: OwedPage = NOBODY_OWED
    storms: Sequence[StormDue] = ()
    record: PromiseRecord = field(default_factory=PromiseRecord)

    @property
    def today(self) -> date:
        return self.shop.local_date(self.at)

    @property
    def things(self) -> int:
        """How many customers wait for something."""
        return self._answers + self.waiting.total

    @property
    def minutes(self) -> int:
        return minutes_for(answers=self._answers, looks=self.waiting.total)

    @property
    def _answers(self) -> int:
        asked = (self.pressing, self.wrote_back, self.trials, self.look_again)
        return sum(some.total for some in asked) + sum(each.asks for each in self.storms)


class Today:
    """Every method is one transaction."""

    def __init__(self, *, seam: Seam, clock: Clock) -> None:
        self._seam = seam
        self._clock = clock

    def overview(self, *, address: str = "") -> Overview:
        """`address` is the program's for customers now: sheets whose code leads elsewhere are told of."""
        return self._seam.read(partial(overview, now=self._clock.now(), address=address))

    def take_down(self, notice_ids: Sequence[UUID]) -> Done:
        """These sheets hang no longer. Raises NotFound for a sheet that never was."""
        take = hanging.taking("", self._clock.now())
        return self._seam.write(partial(hanging.take_down, notice_ids=notice_ids, take=take))


def overview(stores: Stores, now: datetime, address: str = "") -> Overview:
    shop = stores.shops.get()
    today = shop.local_date(now)
    due_before = shop.midnight(last_day_due(shop, today) + timedelta(days=1))
    since = shop.midnight(last_open_day(shop, today))
    sheets = sheet_lines.hanging(stores, address=address, now=now)
    back = stores.inbox.coming_back(limit=MOST_COMING_BACK).ideas
    waiting = stores.replies.waiting()
    replies = {each.under: each.reply for each in waiting}
    return Overview(
        at=now,
        shop=shop,
        since=since,
        counts=stores.inbox.counts(),
        pressing=Some(*stores.today.pressing(due_before, SHOWN_OF_EACH)),
        waiting=Some(*stores.today.waiting(due_before, SHOWN_OF_EACH)),
        wrote_back=Some(stores.ideas.several(list(replies)[:SHOWN_OF_EACH]), len(replies)),
        trials=_some_of([idea for idea in back if is_trial_over(idea, today)]),
        look_again=_some_of([idea for idea in back if not is_trial_over(idea, today)]),
        fresh=_fresh(stores, shop, since, due_before),
        replies=replies,
        more_replies={id: count - 1 for id, count in Counter(each.under for each in waiting).items()},
        writers=_writers(stores, replies),
        places={place.token: place.label for place in stores.placements.all()},
        next_due=_next_due(stores, shop, due_before),
        untrue=[sheet for sheet in sheets if sheet.remedy is Remedy.REPRINT],
        done_hanging=[sheet for sheet in sheets if sheet.remedy is Remedy.TAKE_DOWN],
        missed=[kiosk for kiosk in stores.kiosks.in_use() if is_missed(kiosk, shop, now)],
        set_asides=stores.set_asides.waits(),
        thanks=owed(stores, SHOWN_THANKS),
        first_idea_at=stores.insights.first_arrival(),
        storms=storms_of_day(shop, stores.storms.all(), now),
        record=promise_record(shop, stores.today.first_answers(RECORDED_ANSWERS), now),
    )


def _writers(stores: Stores, replies: Mapping[UUID, Reply]) -> dict[UUID, Idea]:
    shown = list(replies.items())[:SHOWN_OF_EACH]
    elsewhere = {under: reply.idea_id for under, reply in shown if reply.idea_id != under}
    ideas = {idea.id: idea for idea in stores.ideas.several(list(elsewhere.values()))}
    return {under: ideas[idea_id] for under, idea_id in elsewhere.items() if idea_id in ideas}


def _some_of(ideas: Sequence[Idea]) -> Some:
    return Some(ideas[:SHOWN_OF_EACH], len(ideas))


def _fresh(stores: Stores, shop: Shop, since: datetime, not_before: datetime) -> Some:
    """Where every idea is read before it hangs, nothing is new on the board to its owner."""
    if shop.moderation is Moderation.ALL_WAIT:
        return Some()
    return Some(*stores.today.fresh(since, not_before, SHOWN_OF_EACH))


def _next_due(stores: Stores, shop: Shop, due_before: datetime) -> date | None:
    came = stores.today.first_unanswered(due_before)
    return None if came is None else answer_due(shop, came)
