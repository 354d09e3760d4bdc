"""What the shop sees in its ideas, and the numbers that tell whether one has paid."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import partial
from uuid import UUID

from app.domain.clock import Clock
from app.domain.errors import NotFound
from app.domain.ids import new_id
from app.domain.insights import Insights, Period, answer_times, span_of
from app.domain.measures import Measure, clean_measure_label, due_day
from app.domain.ranking import support
from app.domain.topics import topics
from app.domain.translation import mark
from app.services.owner.done import Done, Edit, write_down
from app.services.owner.triage import existing
from app.services.seams import Seam
from app.storage.stores import Stores

MOST_TOPICS = 12
MOST_WANTED = 10
MOST_CARRIED_OUT = 50
# Few of those with the most votes are enough to find the best supported ones.
RANKED = 100
# Words are counted in the newest ideas; older ones would hardly change which come most.
READ_FOR_TOPICS = 5_000


def read(stores: Stores, period: Period, now: datetime) -> Insights:
    """Everything about the ideas that came within `period`; `wanted` and `measures` know no period."""
    shop = stores.shops.get()
    first = stores.insights.first_arrival()
    span = span_of(period, shop.local_date(now), shop.local_date(first) if first else None)
    edges = span.edges(shop)
    within = (edges[0], edges[-1])
    wanted = stores.insights.most_voted(RANKED)
    wanted.sort(key=lambda idea: -support(idea.votes, idea.views))
    return Insights(
        made_at=now,
        period=period,
        span=span,
        by_channel=stores.insights.by_channel(edges),
        places=tuple(stores.insights.places(*within)),
        times=answer_times(shop, stores.insights.asked(*within), now),
        decisions=stores.insights.decisions(*within),
        topics=topics(stores.insights.newest_texts(*within, READ_FOR_TOPICS), MOST_TOPICS),
        wanted=tuple(wanted[:MOST_WANTED]),
        carried_out=tuple(stores.insights.carried_out(MOST_CARRIED_OUT)),
        measures=tuple(stores.measures.all()),
    )


def begin_measure(
    stores: Stores, idea_id: UUID, label: str, before: Decimal, done_on: date, now: datetime
) -> Measure:
    """Note the number before; the one after is due `CHECKED_AFTER_DAYS` later.

    Raises NotFound when the idea is gone, InvalidInput on `label`.
    """
    idea = existing(stores, idea_id)
    measure = Measure(
        id=new_id(now),
        idea_id=idea.id,
        label=clean_measure_label(label),
        before=before,
        after=None,
        due_on=due_day(done_on),
        idea_text=idea.text,
    )
    stores.measures.add(measure, now)
    changes = stores.measures.change(measure.id, dropped_at=None)
    write_down(stores, "begin-measure", [Edit(idea.id, changes, board=False)])
    return measure


def note_after(stores: Stores, measure_id: UUID, after: Decimal) -> Done:
    """The same number counted again. Raises NotFound."""
    measure = _existing(stores, measure_id)
    changes = stores.measures.change(measure.id, after=str(after))
    return write_down(stores, "note-after", [Edit(measure.idea_id, changes, board=False)])


def drop_measure(stores: Stores, measure_id: UUID, now: datetime) -> Done:
    """Take the numbers away. Raises NotFound."""
    measure = _existing(stores, measure_id)
    changes = stores.measures.change(measure.id, dropped_at=now)
    return write_down(stores, "drop-measure", [Edit(measure.idea_id, changes, board=False)])


def _existing(stores: Stores, measure_id: UUID) -> Measure:
    measure = stores.measures.get(measure_id)
    if measure is None:
        raise NotFound(mark("These numbers are not here any more."))
    return measure


class Looking:
    """The owner's insights; every method is one transaction."""

    def __init__(self, *, seam: Seam, clock: Clock) -> None:
        self._seam = seam
        self._clock = clock

    def read(self, period: Period) -> Insights:
        """Takes a second for some hundred thousand ideas: call it off the GUI thread."""
        return self._seam.read(partial(read, period=period, now=self._clock.now()))

    def begin_measure(self, idea_id: UUID, label: str, before: Decimal, done_on: date) -> Measure:
        now = self._clock.now()
        return self._seam.write(
            partial(begin_measure, idea_id=idea_id, label=label, before=before, done_on=done_on, now=now)
        )

    def note_after(self, measure_id: UUID, after: Decimal) -> Done:
        return self._seam.write(partial(note_after, measure_id=measure_id, after=after))

    def drop_measure(self, measure_id: UUID) -> Done:
        return self._seam.write(partial(drop_measure, measure_id=measure_id, now=self._clock.now()))

    def measures_due(self) -> list[Measure]:
        """Those whose second number waits to be counted."""
        now = self._clock.now()
        return self._seam.read(lambda stores: _due(stores, now))


def _due(stores: Stores, now: datetime) -> list[Measure]:
    today = stores.shops.get().local_date(now)
    return [measure for measure in stores.measures.all() if measure.is_due(today)]
