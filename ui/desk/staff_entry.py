"""The staff entry box, from any page: opened by its key, written down aside, kept when refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.notices import PaperSize
from ui.desk.card_paper import CardPaper
from ui.desk.paperwork import SendToPrinter
from ui.desk.reach import Reach
from ui.desk.tools import Tools
from ui.desk.undoing import Undoing

if TYPE_CHECKING:
    from app.domain.ideas import Idea
    from app.services.owner.done import Done
    from app.services.owner.owner import Owner
    from ui.desk.said.box import SomeoneSaid
    from ui.desk.said.saying import Said


class StaffEntry(QObject):
    """`acted` says that something was written down."""

    acted = Signal()

    def __init__(
        self,
        *,
        tools: Tools,
        owner: Owner,
        undoing: Undoing,
        reach: Reach,
        send_to_printer: SendToPrinter,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._tools = tools
        self._owner = owner
        self._undoing = undoing
        self._reach = reach
        self._send_to_printer = send_to_printer
        self._paper = CardPaper(tools.words, owner.logos)
        self._window = window
        self._box: SomeoneSaid | None = None
        self._last: tuple[Said, Idea] | None = None
        undoing.undone.connect(self._after_undo)

    @property
    def is_begun(self) -> bool:
        """Whether something was typed and not written down."""
        return self._box is not None and self._box.is_begun

    def begin(self) -> None:
        if self._box is None:
            self._box = self._make_box()
        self._box.begin()

    def _make_box(self) -> SomeoneSaid:
        from ui.desk.said.box import SomeoneSaid

        box = SomeoneSaid(self._tools, self._window)
        box.entered.connect(lambda said: self._write_down(box, said))
        box.typed.connect(lambda text: self._compare(box, text))
        box.written.slip_requested.connect(self._print_slip)
        box.card.blank_requested.connect(self._print_blank_cards)
        box.take_back_requested.connect(self._undoing.undo)
        return box

    def _compare(self, box: SomeoneSaid, text: str) -> None:
        self._tools.background.run(
            lambda: self._owner.staff.alike(text), lambda ideas: box.show_alike(text, ideas)
        )

    def _write_down(self, box: SomeoneSaid, said: Said) -> None:
        self._tools.background.run(
            lambda: self._note(said),
            lambda idea: self._tell(box, said, idea),
            box.refused,
            box.may_be_entered,
        )

    def _note(self, said: Said) -> Idea:
        """On the worker thread: the new idea, or the one that has a voice more."""
        if said.is_voice and said.to is not None:
            return self._owner.voices.add(said.to.id, said.channel, said.name)
        if said.is_of_card:
            return self._owner.cards.type_in(
                said.card, said.text, name=said.name, to=said.to, link=said.way.link
            )
        return self._owner.add_idea(
            said.text,
            name=said.name,
            channel=said.channel,
            builds_on=said.to.id if said.to else None,
            link=said.way.link,
        )

    def _tell(self, box: SomeoneSaid, said: Said, idea: Idea) -> None:
        self._last = said, idea
        if said.is_voice:
            box.written.show_voice(idea)
        else:
            box.written.show_idea(idea)
        box.taken()
        self.acted.emit()

    def _after_undo(self, done: Done) -> None:
        """What was taken back lies in the box again, to be mended; an answer taken back does not."""
        if self._box is None or self._last is None:
            return
        said, idea = self._last
        if idea.id in done.ideas and done.verb == ("add-voice" if said.is_voice else "add"):
            self._box.show_again(said)
            self._last = None

    def _print_slip(self) -> None:
        if self._last is None:
            return
        idea, address = self._last[1], self._reach.for_paper
        self._print(lambda: self._paper.claim_slip(self._owner.shop(), idea, address))

    def _print_blank_cards(self) -> None:
        from ui.desk.said.card_row import BLANK_CARDS

        address = self._reach.for_paper

        def work() -> bytes:
            cards = self._owner.cards.make(BLANK_CARDS)
            return self._paper.blank_cards(self._owner.shop(), cards, address, PaperSize.A4)

        self._print(work)

    def _print(self, draw: Callable[[], bytes]) -> None:
        """A sheet without a code says why."""
        if why := self._reach.why_no_code:
            self._tools.messages.say(why)
        self._tools.background.run(draw, lambda pdf: self._send_to_printer(pdf, lambda: None))
