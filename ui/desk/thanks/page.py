"""Thanks: nobody who wrote stays unthanked. Tick some, or thank all who are shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import AppError, InvalidInput
from app.domain.notices import Roll
from app.domain.shop import Shop
from app.domain.thanks import OwedPage, clean_worth
from ui.desk.card_paper import CardPaper
from ui.desk.mat import Mat
from ui.desk.printing.printable import Choice, Printable
from ui.desk.printing.printing import Printing
from ui.desk.thanks.owed_list import OwedList
from ui.desk.thanks.redeem_box import RedeemBox
from ui.desk.thanks.thanks_box import ThanksBox
from ui.desk.today.wording import number
from ui.desk.tools import Tools
from ui.shared.empty_place import EmptyPlace
from ui.shared.keys import bind
from ui.shared.labels import label
from ui.shared.scrolling import scrolling

if TYPE_CHECKING:
    from app.services.owner.owner import Owner
    from ui.paper.document import Document

MARGIN = 40
MAT_WIDTH = 400
LIST_NEEDS = 420


class ThanksPage(QWidget):
    """`acted` says that an own verb was done, `counted` carries how many wait."""

    acted = Signal()
    counted = Signal(int)

    def __init__(
        self,
        *,
        tools: Tools,
        owner: Owner,
        shop: Shop,
        printing: Printing,
    ) -> None:
        super().__init__()
        self._tools = tools
        self._owner = owner
        self._shop = shop
        self._printing = printing
        self._paper = CardPaper(tools.words, owner.logos)
        self._is_stale = False
        self._to_print: frozenset[UUID] = frozenset()
        self.list = OwedList(tools)
        self.redeeming = RedeemBox(tools=tools, owner=owner, shop=shop)
        self.box = ThanksBox(tools=tools, worth=shop.thanks_worth, redeeming=self.redeeming)
        self._build()
        self._connect()
        self._show_paper()
        self._read()

    def take_shop(self, shop: Shop) -> None:
        self._shop = shop
        self.redeeming.take_shop(shop)

    def refresh(self) -> None:
        """Who waits now; what is ticked stays so. A page that nobody sees only counts them."""
        self._is_stale = not self.isVisible()
        if self._is_stale:
            self._tools.background.run(lambda: self._owner.thanks.count(), self.counted.emit)
        else:
            self._read()

    def thank(self) -> None:
        """They were thanked by word of mouth, by mail, or will read it on their claim page."""
        chosen, words = self.list.chosen, self._tools.words
        if not chosen:
            return
        said = words.trn(
            "%(count)s is thanked. Ctrl Z takes that back.",
            "%(count)s are thanked. Ctrl Z takes that back.",
            len(chosen),
        )
        ids = [owed.id for owed in chosen]
        self._tools.background.run(
            lambda: self._owner.thanks.mark(ids), lambda _done: self._after(said), self._refuse
        )

    def print_cards(self) -> None:
        """At once, on the paper that cards come on."""
        self._with_cards(self._printing.print_now)

    def look_at_cards(self) -> None:
        """To choose their paper and design first."""
        self._with_cards(self._printing.begin)

    def print_for(self, ids: Sequence[UUID]) -> None:
        """Tick these people and print their cards, as soon as it is read who waits."""
        self._to_print = frozenset(ids)
        self._read()

    def save_cards(self) -> None:
        self._with_cards(self._printing.save_now)

    def _with_cards(self, act: Callable[[Printable], None]) -> None:
        """Once, however often it is asked for: a second time only when the first has come to its question."""
        printable = self._cards()
        if printable is None:
            return
        self._let_print(False)
        act(printable)
        self._tools.background.run(lambda: None, lambda _nothing: self._let_print(True))

    def _cards(self) -> Printable | None:
        """For those who are ticked; None while nobody is, or while it is not said what a card is good for."""
        chosen, worth = self.list.chosen, self.box.worth.text()
        if not chosen:
            return None
        try:
            clean_worth(worth)
        except InvalidInput as error:
            self.box.refuse_worth(self._tools.words.error(error))
            return None

        def document(choice: Choice) -> Document:
            cards = self._owner.thanks.specimens(len(chosen), worth)
            return self._paper.thank_cards(self._owner.shop(), cards, chosen, choice.paper, choice.design)

        def make(choice: Choice) -> Document:
            cards = self._owner.thanks.make_cards([owed.id for owed in chosen], worth)
            return self._paper.thank_cards(self._owner.shop(), cards, chosen, choice.paper, choice.design)

        def made(_choice: Choice) -> None:
            said = self._tools.words.trn(
                "%(count)s card is made. Ctrl Z takes it back.",
                "%(count)s cards are made. Ctrl Z takes them back.",
                len(chosen),
            )
            self._after(said)

        return Printable(
            title=self._tools.words.tr("Thank-you cards"),
            document=document,
            make=make,
            rolls=tuple(Roll),
            is_slip=True,
            on_printed=made,
            on_saved=made,
            on_given_up=lambda _choice: self._take_cards_back(),
        )

    def _take_cards_back(self) -> None:
        """Neither printed nor saved: nobody holds a card, and nobody counts as thanked by it."""
        said = self._tools.words.tr("No card was made. Thanks are still owed.")
        self._tools.background.run(self._undo_cards, lambda _done: self._after(said))

    def _undo_cards(self) -> None:
        """On the worker thread. Only the newest verb is ever taken back."""
        if self._owner.undo_verb() == "thank-with-cards":
            self._owner.undo()

    def _after(self, said: str) -> None:
        self.box.refuse_worth("")
        self._let_print(True)
        self._tools.messages.say(said)
        self.refresh()
        self.acted.emit()

    def _refuse(self, error: AppError) -> None:
        self._let_print(True)
        self._tools.messages.warn(self._tools.words.error(error))
        self.refresh()

    def _let_print(self, allowed: bool) -> None:
        self.box.allow(allowed and self.list.first is not None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def _read(self) -> None:
        self._tools.background.run(lambda: self._owner.thanks.owed(), self._show)

    def _show(self, page: OwedPage) -> None:
        self.list.show_people(page.people)
        self._show_total(page)
        self._show_count()
        self._let_print(True)
        self.counted.emit(page.total)
        self._print_wanted()

    def _print_wanted(self) -> None:
        """Cards for those who were asked for, and for nobody else if they wait no longer."""
        wanted, self._to_print = self._to_print, frozenset()
        if self.list.choose(wanted):
            self.print_cards()

    def _show_total(self, page: OwedPage) -> None:
        words, more = self._tools.words, page.total - len(page.people)
        self._title.setText(
            words.trn(
                "Thanks still owed to %(number)s",
                "Thanks still owed to %(number)s",
                page.total,
                number=number(page.total, words),
            )
            if page.total
            else words.tr("Thanks")
        )
        self._intro.setVisible(bool(page.total))
        self._empty.setVisible(not page.total)
        self._more.setText(words.trn("and %(count)s more", "and %(count)s more", more))
        self._more.setVisible(more > 0)
        self.setFocusProxy(self.list.first or self.redeeming.code)

    def _show_count(self) -> None:
        self.box.show_count(len(self.list.chosen))

    def _show_paper(self) -> None:
        self.box.show_paper(self._printing.slip_paper_in_words)

    # Making

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self._title = label(tr("Thanks"), "title", wrap=True)
        self._title.setObjectName("thanks-title")
        self._intro = label(
            tr("They wrote, and you have decided. Tick some, or thank all of them."), "soft", wrap=True
        )
        self._more = label("", "soft")
        self._empty = EmptyPlace(theme)
        self._empty.say(
            tr("Nobody waits for thanks. How nice."),
            tr("Once you decide on an idea, everybody who wrote or gave it a voice stands here."),
        )
        inside = QWidget()
        inside.setProperty("role", "plain")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(MARGIN, 30, MARGIN, 28)
        self._column.setSpacing(12)
        for part in (self._title, self._intro, self.list, self._more, self._empty):
            self._column.addWidget(part)
        self._column.addStretch()
        self._mat = Mat()
        self._mat.column.addWidget(self.box)
        self._mat.column.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(scrolling(inside), 1)
        row.addWidget(self._mat)

    def _connect(self) -> None:
        self.list.chosen_changed.connect(self._show_count)
        self.box.print_button.clicked.connect(self.print_cards)
        self.box.save_button.clicked.connect(self.save_cards)
        self.box.paper_button.clicked.connect(self.look_at_cards)
        self.box.thanked.clicked.connect(self.thank)
        self._printing.slip_paper_changed.connect(self._show_paper)
        self.redeeming.acted.connect(self.acted)
        self._tools.theme.changed.connect(self._share_room)
        for key, act in (("P", self.print_cards), ("T", self.thank), ("R", self.redeeming.begin)):
            bind(self, key, act)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """The mat stands beside the list, or in a small window its verbs over it."""
        theme = self._tools.theme
        needs = theme.px(LIST_NEEDS) + 2 * MARGIN
        self._mat.stand_beside(theme, width=MAT_WIDTH, room=self.width(), needs=needs)
        self._mat.hold(self.box, else_in=self._column, at=2)
