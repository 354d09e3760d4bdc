"""The staff entry box, from any page: opened by its key, written down aside, kept when refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.notices import Roll
from app.domain.paper_cards import MOST_AT_ONCE
from ui.desk.card_paper import CardPaper
from ui.desk.printing.printable import Choice, Count, Printable
from ui.desk.printing.printing import Printing
from ui.desk.reach import Reach
from ui.desk.tools import Tools
from ui.desk.undoing import Undoing

if TYPE_CHECKING:
    from app.domain.ideas import Idea
    from app.services.owner.done import Done
    from app.services.owner.owner import Owner
    from ui.desk.said.box import SomeoneSaid
    from ui.desk.said.saying import Said
    from ui.paper.document import Document


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
        printing: Printing,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._tools = tools
        self._owner = owner
        self._undoing = undoing
        self._reach = reach
        self._printing = printing
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
        box.written.slip_requested.connect(lambda: self._print(self._slip()))
        box.written.paper_requested.connect(lambda: self._look_at(self._slip()))
        box.card.blank_requested.connect(lambda: self._print(self._blank_cards()))
        box.card.paper_requested.connect(lambda: self._look_at(self._blank_cards()))
        box.take_back_requested.connect(self._undoing.undo)
        self._printing.slip_paper_changed.connect(lambda: self._show_paper(box))
        self._show_paper(box)
        return box

    def _show_paper(self, box: SomeoneSaid) -> None:
        paper = self._printing.slip_paper_in_words
        box.written.show_paper(paper)
        box.card.show_paper(paper)

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

    def _slip(self) -> Printable | None:
        """With the code of what was written down last; None when nothing was."""
        if self._last is None:
            return None
        idea, address = self._last[1], self._reach.for_paper

        def document(choice: Choice) -> Document:
            return self._paper.claim_slip(self._owner.shop(), idea, address, choice.paper, choice.design)

        return Printable(
            title=self._tools.words.tr("Claim slip"),
            document=document,
            rolls=tuple(Roll),
            is_slip=True,
            remark=self._reach.why_no_code,
        )

    def _blank_cards(self) -> Printable:
        from ui.desk.said.card_row import BLANK_CARDS

        words, address = self._tools.words, self._reach.for_paper

        def document(choice: Choice) -> Document:
            cards = self._owner.cards.specimens(min(choice.count, BLANK_CARDS))
            return self._paper.blank_cards(self._owner.shop(), cards, address, choice.paper, choice.design)

        def make(choice: Choice) -> Document:
            cards = self._owner.cards.make(choice.count)
            return self._paper.blank_cards(self._owner.shop(), cards, address, choice.paper, choice.design)

        return Printable(
            title=words.tr("Blank cards"),
            document=document,
            make=make,
            rolls=tuple(Roll),
            count=Count(title=words.tr("How many"), usual=BLANK_CARDS, most=MOST_AT_ONCE),
            is_slip=True,
            remark=self._reach.why_no_code,
        )

    def _print(self, printable: Printable | None) -> None:
        """At once, on the paper that slips come on. A sheet without a code says why."""
        if printable is None:
            return
        if printable.remark:
            self._tools.messages.say(printable.remark)
        self._printing.print_now(printable)

    def _look_at(self, printable: Printable | None) -> None:
        """To choose paper and design first."""
        if printable is not None:
            self._printing.begin(printable)
