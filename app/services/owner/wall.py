"""The wall: the ledger of everything printed, where it hangs, what is stale, and what to hang next."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from app.domain.clock import Clock
from app.domain.ledger import Entry, LedgerPage, PlaceView, Reprinted, Show
from app.domain.notices import Design, Notice, NoticeContent, PaperSize, SheetKind, SheetOrder
from app.domain.wall_plan import Plan
from app.domain.walls import Measures, Place, Position
from app.services.owner import (
    giving_up,
    hanging,
    ledger,
    numbering,
    planning,
    posting,
    reprinting,
    sheet_lines,
    wall_places,
)
from app.services.owner.done import Done
from app.services.seams import Seam

PAGE = 50


class Wall:
    """Every method is one transaction. `address` is the program's address for customers today, without a
    slash at its end; empty where it is not known: then no sheet is judged by where its code leads.

    Verbs that give a `Done` are taken back and done again by the journal like any other.
    """

    def __init__(self, *, seam: Seam, clock: Clock) -> None:
        self._seam = seam
        self._clock = clock

    # Printing

    def make(self, order: SheetOrder, *, address: str) -> Notice:
        """Give a sheet its number. The same content on the same paper keeps its number while it hangs and its
        day is not over; otherwise it gets the shop's next one, and older sheets of the same thing are
        replaced.

        Raises NotFound when what it carries is gone, Conflict when that cannot be printed (an idea that is
        not public; one without an answer, but on a week's board; a storm without the conclusion or outcome).
        Nothing takes it back: paper is paper.
        """
        verb = partial(numbering.make, order=order, address=address, now=self._clock.now())
        return self._seam.write(verb)

    def contents(self, notice_ids: Sequence[UUID], *, address: str) -> list[NoticeContent]:
        """What the sheets of one answer (SheetKind.ANSWER) show, to print them (again). Raises NotFound,
        Conflict as `make`."""
        now = self._clock.now()
        return self._seam.read(
            lambda stores: [
                posting.notice_content(stores, notice, address=address, now=now)
                for notice in stores.notices.existing(notice_ids)
                if notice.kind is SheetKind.ANSWER
            ]
        )

    # Reading

    def ledger(
        self,
        *,
        show: Show = Show.ALL,
        words: str = "",
        after: str | None = None,
        limit: int = PAGE,
        address: str = "",
    ) -> LedgerPage:
        """Everything ever printed, hanging sheets first, then by number, newest first. `words`: a number, or
        words of the ideas on it, a storm's question or a place's name."""
        query = partial(
            ledger.ledger,
            show=show,
            words=words,
            after=after,
            limit=limit,
            address=address,
            now=self._clock.now(),
        )
        return self._seam.read(query)

    def stale(self, *, address: str = "") -> list[Entry]:
        """The hanging sheets that are wrong or overdue, each with its reasons, by number."""
        told = self._seam.read(partial(sheet_lines.hanging, address=address, now=self._clock.now()))
        return [entry for entry in told if entry.is_stale]

    def find(self, text: str, *, address: str = "") -> Entry:
        """The sheet that was typed or scanned: "144", "No. 144", or the address in its code. Raises NotFound
        with a sentence."""
        return self._seam.read(partial(ledger.find, text=text, address=address, now=self._clock.now()))

    def entry(self, notice_id: UUID, *, address: str = "") -> Entry:
        """Raises NotFound."""
        now = self._clock.now()
        return self._seam.read(
            lambda stores: ledger.entry(
                stores, stores.notices.existing([notice_id])[0], address=address, now=now
            )
        )

    def place_named(self, name: str) -> Place:
        """Whatever its case, or by its beginning. Raises NotFound."""
        return self._seam.read(partial(wall_places.by_name, name=name))

    def places(self, *, address: str = "") -> list[PlaceView]:
        """The shop's places in their order, each with what hangs there. Sheets that hang in no noted place
        are in none; the ledger shows them."""
        return self._seam.read(partial(ledger.places, address=address, now=self._clock.now()))

    def plan(self, place_id: UUID, *, size: PaperSize = PaperSize.A5, address: str = "") -> Plan:
        """What to take down from this board and what to hang where; new answers on paper of `size`. Raises
        NotFound, Conflict when the place has no measures."""
        query = partial(
            planning.planned, place_id=place_id, size=size, address=address, now=self._clock.now()
        )
        return self._seam.read(query)

    # Places

    def add_place(self, name: str, measures: Measures | None = None) -> Place:
        """Raises InvalidInput for `name`, `width`, `height`, Conflict when the name is taken."""
        verb = partial(wall_places.add, name=name, measures=measures, now=self._clock.now())
        return self._seam.write(verb)

    def rename_place(self, place_id: UUID, name: str) -> Done:
        return self._seam.write(partial(wall_places.rename, place_id=place_id, name=name))

    def resize_place(self, place_id: UUID, measures: Measures | None) -> Done:
        """Sheets stay where they hang, as far as they fit."""
        return self._seam.write(partial(wall_places.resize, place_id=place_id, measures=measures))

    def remove_place(self, place_id: UUID) -> Done:
        """The place is there no more; its sheets then hang in no noted place."""
        verb = partial(wall_places.remove, place_id=place_id, now=self._clock.now())
        return self._seam.write(verb)

    # Sheets

    def hang(self, notice_ids: Sequence[UUID], place_id: UUID, at: Sequence[Position | None] = ()) -> Done:
        """Another copy of each hangs there from now on, at `at` where that is said (one for each). A sheet
        that was taken down hangs again. Raises NotFound."""
        verb = partial(hanging.hang, notice_ids=notice_ids, place_id=place_id, at=at, now=self._clock.now())
        return self._seam.write(verb)

    def move(self, hanging_id: UUID, at: Position | None, *, place_id: UUID | None = None) -> Done:
        """To another spot, or to another place. What would stick out is moved in. Raises NotFound."""
        return self._seam.write(partial(hanging.move, hanging_id=hanging_id, at=at, place_id=place_id))

    def take_down(self, notice_ids: Sequence[UUID], *, by: str = "") -> Done:
        """All copies of these sheets. Where one was replaced by a newer sheet that hangs nowhere yet, that
        one hangs in its places now. `by` is who took it down, if given. Raises NotFound, InvalidInput for
        `by`."""
        take = hanging.taking(by, self._clock.now())
        return self._seam.write(partial(hanging.take_down, notice_ids=notice_ids, take=take))

    def take_copies_down(self, hanging_ids: Sequence[UUID], *, by: str = "") -> Done:
        """Single copies; a sheet comes down with its last one. Raises as `take_down`."""
        take = hanging.taking(by, self._clock.now())
        return self._seam.write(partial(hanging.take_copies_down, hanging_ids=hanging_ids, take=take))

    def give_up(self, notice_ids: Sequence[UUID]) -> Done:
        """Sheets that were numbered and then not printed; what they replaced hangs on. Raises NotFound."""
        return self._seam.write(partial(giving_up.give_up, notice_ids=notice_ids, now=self._clock.now()))

    def put_back(self, notice_ids: Sequence[UUID]) -> Done:
        """Sheets that were taken down hang again, where they hung last. Raises NotFound."""
        return self._seam.write(partial(hanging.put_back, notice_ids=notice_ids))

    def reprint(self, notice_ids: Sequence[UUID], *, address: str) -> Reprinted:
        """Number new sheets for those that say something wrong. What cannot be said any more is only to come
        down. One undo takes the new numbers off the wall and leaves the old sheets as they were. Raises
        NotFound."""
        verb = partial(reprinting.reprint, notice_ids=notice_ids, address=address, now=self._clock.now())
        return self._seam.write(verb)

    def follow(
        self, wanted: Plan, place_id: UUID, *, address: str, by: str = "", design: Design = Design.PLAIN
    ) -> Reprinted:
        """Do what a plan says, in one step: take down, number what is new (`made`, to be drawn), hang it
        there. Raises NotFound, Conflict when something of it has changed meanwhile."""
        take = hanging.taking(by, self._clock.now())
        verb = partial(
            reprinting.follow, wanted=wanted, place_id=place_id, address=address, take=take, design=design
        )
        return self._seam.write(verb)
