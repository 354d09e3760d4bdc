"""The owner's verbs in one place, for the desk and the commands. Call them off the GUI thread."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from app.domain.clock import Clock
from app.domain.code_sheets import CodeChoice
from app.domain.decisions import Decision
from app.domain.errors import Conflict
from app.domain.ideas import BoardOrder, Channel, Idea, Link, Response
from app.domain.inbox import InboxCounts, InboxView
from app.domain.kiosks import Kiosk, SetAside, hash_pin
from app.domain.notices import Design, Notice, NoticeContent, PaperSize
from app.domain.paging import Page
from app.domain.pairing import PairingCode
from app.domain.placements import Placement
from app.domain.shop import Shop
from app.services.customer import browsing
from app.services.owner import (
    answering,
    erasing,
    kiosks,
    placing,
    posting,
    reading,
    shop_keeping,
    staff_entry,
    triage,
    undoing,
)
from app.services.owner.activity import Activity
from app.services.owner.considering import Considering
from app.services.owner.done import Done
from app.services.owner.drafting import Drafting
from app.services.owner.gathering import Gathering
from app.services.owner.insights import Looking
from app.services.owner.leaving_out import LeavingOut
from app.services.owner.listing import Listing
from app.services.owner.logos import Logos
from app.services.owner.merging import Merging
from app.services.owner.noting import Noting
from app.services.owner.paper_cards import PaperCards
from app.services.owner.photos import Photos
from app.services.owner.reading import ChangesSince, IdeaDetail
from app.services.owner.replying import Replying
from app.services.owner.snippets import Snippets
from app.services.owner.storm_exchange import StormExchange
from app.services.owner.storm_sheets import StormSheets
from app.services.owner.storming import Storms
from app.services.owner.tagging import Tagging
from app.services.owner.thanks import Thanks
from app.services.owner.today import Today
from app.services.owner.triage import Seen
from app.services.owner.viewing import Viewing
from app.services.owner.voices import Voices
from app.services.owner.wall import Wall
from app.services.seams import Seam


class Owner:
    """Every method is one transaction. Those that change something raise StorageProblem when the disk says
    no, and the AppErrors their modules name; nothing is half done."""

    def __init__(self, *, seam: Seam, clock: Clock) -> None:
        self._seam = seam
        self._clock = clock
        self.today = Today(seam=seam, clock=clock)
        self.erasing = erasing.Erasing(seam=seam, clock=clock, scrub=seam.scrub)
        self.cards = PaperCards(seam=seam, clock=clock)
        self.thanks = Thanks(seam=seam, clock=clock)
        self.staff = staff_entry.Staff(seam=seam)
        self.replying = Replying(seam=seam, clock=clock)
        self.logos = Logos(seam=seam, clock=clock)
        self.listing = Listing(seam=seam)
        self.tagging = Tagging(seam=seam, clock=clock)
        self.noting = Noting(seam=seam, clock=clock)
        self.viewing = Viewing(seam=seam, clock=clock)
        self.snippets = Snippets(seam=seam, clock=clock)
        self.photos = Photos(seam=seam, clock=clock)
        self.considering = Considering(seam=seam, clock=clock)
        self.drafting = Drafting(seam=seam)
        self.leaving_out = LeavingOut(seam=seam, clock=clock)
        self.activity = Activity(seam=seam)
        self.insights = Looking(seam=seam, clock=clock)
        self.gathering = Gathering(seam=seam, clock=clock)
        self.merging = Merging(seam=seam, clock=clock)
        self.voices = Voices(seam=seam, clock=clock)
        self.storms = Storms(seam=seam, clock=clock)
        self.storm_exchange = StormExchange(seam=seam, clock=clock)
        self.storm_sheets = StormSheets(seam=seam, clock=clock)
        self.wall = Wall(seam=seam, clock=clock)

    # Reading

    def shop(self) -> Shop:
        return self._seam.read(lambda stores: stores.shops.get())

    def counts(self) -> InboxCounts:
        return self._seam.read(lambda stores: stores.inbox.counts())

    def inbox(self, view: InboxView, *, after: str | None = None, limit: int = 200, words: str = "") -> Page:
        return self._seam.read(lambda stores: reading.inbox(stores, view, after, limit, words))

    def board(self, order: BoardOrder, *, after: str | None = None, limit: int = 50, words: str = "") -> Page:
        """The board as customers see it."""
        return self._seam.read(lambda stores: browsing.board(stores, order, after, limit, words))

    def several(self, ids: Sequence[UUID]) -> list[Idea]:
        """Those of `ids` that still exist."""
        return self._seam.read(lambda stores: stores.ideas.several(ids))

    def detail(self, idea_id: UUID) -> IdeaDetail:
        return self._seam.read(lambda stores: reading.detail(stores, idea_id))

    def answers(self, idea_id: UUID) -> list[Response]:
        """All answers to one idea, private ones too, oldest first."""
        return self._seam.read(lambda stores: stores.responses.of(idea_id))

    def by_code(self, code: str) -> Idea:
        return self._seam.read(lambda stores: reading.by_code(stores, code))

    def newest_sequence(self) -> int:
        return self._seam.read(lambda stores: stores.journal.newest())

    def changes_since(self, sequence: int) -> ChangesSince:
        return self._seam.read(lambda stores: reading.changes_since(stores, sequence))

    # Deciding

    def approve(self, ids: Sequence[UUID], *, seen: Seen | None = None) -> Done:
        """`seen` tells of each idea when the words that were read had last been changed (`edited_at`)."""
        return self._seam.write(partial(triage.approve, ids=ids, now=self._clock.now(), seen=seen))

    def hide(self, ids: Sequence[UUID]) -> Done:
        return self._seam.write(partial(triage.hide, ids=ids))

    def keep_private(self, ids: Sequence[UUID]) -> Done:
        return self._seam.write(partial(triage.keep_private, ids=ids))

    def answer(
        self,
        idea_id: UUID,
        decision: Decision,
        *,
        seen: Seen | None = None,
        answers_seen: int | None = None,
    ) -> Done:
        """`seen` as for `approve`; `answers_seen` is how many answers to it had been read."""
        verb = partial(
            answering.answer,
            idea_id=idea_id,
            decision=decision,
            now=self._clock.now(),
            seen=seen,
            answers_seen=answers_seen,
        )
        return self._seam.write(verb)

    def add_idea(
        self,
        text: str,
        *,
        name: str = "",
        channel: Channel = Channel.IN_PERSON,
        builds_on: UUID | None = None,
        link: Link | None = None,
    ) -> Idea:
        verb = partial(
            staff_entry.add_idea,
            text=text,
            name=name,
            channel=channel,
            builds_on=builds_on,
            link=link,
            now=self._clock.now(),
        )
        return self._seam.write(verb)

    def undo(self) -> Done:
        """Raises Conflict when the last verb cannot be taken back; the next undo goes on before it."""
        try:
            return self._seam.write(partial(undoing.undo, now=self._clock.now()))
        except Conflict:
            self._seam.write(undoing.pass_over)
            raise

    def redo(self) -> Done:
        return self._seam.write(undoing.redo)

    def take_back(self, action: int) -> Done | None:
        """What was numbered and then not printed after all: undone, unless something was done since."""
        return self._seam.write(partial(undoing.take_back, action=action, now=self._clock.now()))

    def undo_verb(self) -> str | None:
        """The verb that `undo` would take back."""
        entries = self._seam.read(lambda stores: stores.journal.last_undoable())
        return entries[0].verb if entries else None

    def redo_verb(self) -> str | None:
        """The verb that `redo` would do again."""
        return self._seam.read(lambda stores: undoing.undone_verb(stores, stores.journal.last_undone()))

    # Paper and places

    def preview_notice(self, idea_id: UUID, draft: Decision | None, *, address: str) -> NoticeContent:
        now = self._clock.now()
        return self._seam.read(
            lambda stores: posting.preview_notice(stores, idea_id, draft, address=address, now=now)
        )

    def make_notice(
        self, idea_id: UUID, size: PaperSize, *, address: str, design: Design = Design.PLAIN
    ) -> tuple[Notice, NoticeContent]:
        now = self._clock.now()
        return self._seam.write(
            lambda stores: posting.make_notice(stores, idea_id, size, address=address, now=now, design=design)
        )

    def placements(self) -> list[Placement]:
        return self._seam.read(placing.in_use)

    def add_placement(self, label: str) -> Placement:
        return self._seam.write(partial(placing.add_placement, label=label, now=self._clock.now()))

    def placement_for(self, label: str) -> Placement:
        return self._seam.write(partial(placing.placement_for, label=label, now=self._clock.now()))

    def make_code_sheet(self, placement_id: UUID, choice: CodeChoice, *, address: str) -> Notice:
        """Number a sheet with this place's code and remember the address on it; `address` is the program's
        own. The same sheet printed again keeps its number. Raises NotFound."""
        verb = partial(
            placing.make_code_sheet,
            placement_id=placement_id,
            choice=choice,
            address=address,
            now=self._clock.now(),
        )
        return self._seam.write(verb)

    def note_printed_address(self, placement_id: UUID, address: str) -> None:
        self._seam.write(partial(placing.note_printed_address, placement_id=placement_id, address=address))

    # The shop itself

    def save_shop(self, shop: Shop) -> None:
        self._seam.write(partial(shop_keeping.save_shop, shop=shop))

    def make_key(self, name: str) -> str:
        """A new API key, shown this once; only its hash is kept. Raises InvalidInput for the name."""
        return self._seam.write(partial(shop_keeping.make_key, name=name, now=self._clock.now()))

    # Kiosks

    def kiosks(self) -> list[Kiosk]:
        """Those in use, oldest first."""
        return self._seam.read(lambda stores: stores.kiosks.in_use())

    def new_pairing(self, fingerprint: bytes) -> PairingCode:
        """A code that pairs one kiosk within `pairing.VALID_FOR`, for the server whose certificate has that
        SHA-256. It is told this once."""
        verb = partial(kiosks.new_pairing, fingerprint=fingerprint, now=self._clock.now())
        return self._seam.write(verb)

    def rename_kiosk(self, kiosk_id: UUID, name: str) -> Done:
        """Raises InvalidInput for the name, NotFound."""
        return self._seam.write(partial(kiosks.rename, kiosk_id=kiosk_id, name=name))

    def revoke_kiosk(self, kiosk_id: UUID) -> Done:
        """Shut it out from now on; the server knows within a second. Raises NotFound."""
        return self._seam.write(partial(kiosks.revoke, kiosk_id=kiosk_id, now=self._clock.now()))

    def set_kiosk_pin(self, pin: str | None) -> None:
        """The PIN that opens the way out of every kiosk; None takes it away. Takes a tenth of a second.
        Raises InvalidInput."""
        kept = None if pin is None else hash_pin(pin)
        self._seam.write(partial(kiosks.set_pin, pin=kept))

    def set_asides(self) -> list[SetAside]:
        """What kiosks could not deliver and nobody has dealt with, oldest first."""
        return self._seam.read(lambda stores: stores.set_asides.waiting())

    def take_set_aside_in(self, id: UUID) -> Idea:
        """Put its text into the inbox, as an idea of the kiosk. Raises NotFound, InvalidInput for the text,
        Conflict when it has none."""
        return self._seam.write(partial(kiosks.take_in, id=id, now=self._clock.now()))

    def dismiss_set_aside(self, id: UUID) -> Done:
        """Raises NotFound."""
        return self._seam.write(partial(kiosks.dismiss, id=id, now=self._clock.now()))
