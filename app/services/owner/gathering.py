"""Sheets of several things: what they can tell, what they say, and their numbers once they are made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from uuid import UUID

from app.domain.clock import Clock
from app.domain.gathered import Offer, Week, Year, YouSaid
from app.domain.notices import Design, Notice, PaperSize, SheetKind, SheetOrder
from app.services.owner import numbering, telling
from app.services.seams import Seam
from app.storage.stores import Stores

# How far back answers are offered where no day is said.
OFFERED_DAYS = 400
EARLIEST = date(1970, 1, 1)


class Gathering:
    """Every method is one transaction. `address` is where phones reach the shop, empty while there is none.

    What is only looked at has no number. What is made has the one that the ledger gives it; the same content
    on the same paper keeps it. Making raises as `Wall.make`.
    """

    def __init__(self, *, seam: Seam, clock: Clock) -> None:
        self._seam = seam
        self._clock = clock

    def offers(self, since: date | None = None) -> list[Offer]:
        """What a "You said / We did" sheet can tell: public answers since then, the newest first."""
        return self._seam.read(partial(offers, since=since, now=self._clock.now()))

    def years(self) -> list[int]:
        """Those in which ideas came, the newest first; at least this one."""
        return self._seam.read(partial(years, now=self._clock.now()))

    def you_said(self, ids: Sequence[UUID], *, address: str) -> YouSaid:
        """These answers in this order. Raises Conflict when one is not public, or there is none."""
        now = self._clock.now()
        return self._seam.read(partial(telling.you_said, ids=ids, address=address, now=now))

    def make_you_said(self, ids: Sequence[UUID], size: PaperSize, design: Design, *, address: str) -> YouSaid:
        """Raises as `you_said`."""
        verb = partial(
            make_you_said, ids=ids, size=size, design=design, address=address, now=self._clock.now()
        )
        return self._seam.write(verb)

    def week(self, day: date | None = None, *, address: str) -> Week:
        """What was on the board in the week of `day`, this one when no day is said."""
        return self._seam.read(partial(telling.week, day=day, address=address, now=self._clock.now()))

    def make_week(
        self, week: Week, shown: Sequence[UUID], size: PaperSize, design: Design, *, address: str
    ) -> Week:
        """The same week with its number; `shown` are the ideas that have room on the sheet. One that shows
        none is not numbered: nothing on it can become untrue."""
        order = SheetOrder(
            kind=SheetKind.WEEK,
            size=size,
            design=design,
            ideas=tuple(shown),
            take_down_on=week.take_down_on,
        )
        notice = self._number(order, address) if shown else None
        return replace(week, on=replace(week.on, number=notice.number)) if notice else week

    def year(self, year: int | None = None, *, address: str) -> Year:
        """The year in answers; this one when none is said."""
        now = self._clock.now()
        return self._seam.read(partial(telling.year_in_answers, year=year, address=address, now=now))

    def year_of(self, notice: Notice) -> int:
        """The year that a booklet tells: that of its first answer, whatever was answered since."""
        return self._seam.read(partial(year_of, notice=notice))

    def make_year(self, year: Year, size: PaperSize, design: Design, *, address: str) -> Year:
        """The same year with its number. One without an answer has none."""
        ideas = tuple(told.idea_id for told in year.answers)
        order = SheetOrder(kind=SheetKind.YEAR, size=size, design=design, ideas=ideas)
        notice = self._number(order, address) if ideas else None
        return replace(year, on=replace(year.on, number=notice.number)) if notice else year

    def _number(self, order: SheetOrder, address: str) -> Notice:
        verb = partial(numbering.make, order=order, address=address, now=self._clock.now())
        return self._seam.write(verb)


def offers(stores: Stores, since: date | None, now: datetime) -> list[Offer]:
    shop = stores.shops.get()
    first = max(since or shop.local_date(now) - timedelta(days=OFFERED_DAYS), EARLIEST)
    ideas = stores.gathered.answered(shop.midnight(first), now + timedelta(seconds=1))[::-1]
    told = stores.gathered.told_before([idea.response.id for idea in ideas if idea.response])
    return [
        Offer(
            idea=idea,
            answered_on=shop.local_date(idea.response.created_at),
            told_before=idea.response.id in told,
        )
        for idea in ideas
        if idea.response
    ]


def make_you_said(
    stores: Stores, ids: Sequence[UUID], size: PaperSize, design: Design, *, address: str, now: datetime
) -> YouSaid:
    content = telling.you_said(stores, ids, address=address, now=now)
    order = SheetOrder(
        kind=SheetKind.YOU_SAID,
        size=size,
        design=design,
        ideas=tuple(told.idea_id for told in content.answers),
        take_down_on=content.take_down_on,
    )
    notice = numbering.make(stores, order, address=address, now=now)
    return replace(
        content,
        on=replace(content.on, number=notice.number),
        take_down_on=notice.take_down_on or content.take_down_on,
    )


def year_of(stores: Stores, notice: Notice) -> int:
    shop = stores.shops.get()
    given = stores.sheets.given(each.response_id for each in notice.shown.carries if each.response_id)
    return shop.local_date(min(given.values(), default=notice.made_at)).year


def years(stores: Stores, now: datetime) -> list[int]:
    shop, first = stores.shops.get(), stores.insights.first_arrival()
    last = shop.local_date(now).year
    return list(range(last, (shop.local_date(first).year if first else last) - 1, -1))
