"""Thanks: nobody who wrote stays unthanked. Tick some, or thank all who are shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import AppError, InvalidInput
from app.domain.notices import PaperSize
from app.domain.shop import Shop
from app.domain.thanks import Owed, OwedPage
from ui.desk.card_paper import CardPaper
from ui.desk.files import file_name, saved_sentence, write_file
from ui.desk.paperwork import SendToPrinter
from ui.desk.shop.field import Line
from ui.desk.thanks.owed_row import OwedRow, said_of
from ui.desk.thanks.redeem_box import RedeemBox
from ui.desk.tools import Tools
from ui.shared.buttons import PRIMARY, Button
from ui.shared.empty_place import EmptyPlace
from ui.shared.keys import bind
from ui.shared.labels import hair, label
from ui.shared.scrolling import scrolling

if TYPE_CHECKING:
    from app.services.owner.owner import Owner

MARGIN = 40
MAT_WIDTH = 400
MAT_PADDING = 32
LIST_NEEDS = 420
RING = 4


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
        send_to_printer: SendToPrinter,
        paper_size: PaperSize,
    ) -> None:
        super().__init__()
        self._tools = tools
        self._owner = owner
        self._shop = shop
        self._send_to_printer = send_to_printer
        self._paper = CardPaper(tools.words, owner.logos)
        self._paper_size = PaperSize.LETTER if paper_size is PaperSize.LETTER else PaperSize.A4
        self._rows: list[OwedRow] = []
        self._said: list[tuple[UUID, tuple[str, str]]] = []
        self._is_stale = False
        self._to_print: frozenset[UUID] = frozenset()
        self.redeeming = RedeemBox(tools=tools, owner=owner, shop=shop)
        self._build()
        self._connect()
        self._read()

    @property
    def chosen(self) -> list[Owed]:
        """Those who are ticked; when none is, all who are shown."""
        ticked = [row.owed for row in self._rows if row.isChecked()]
        return ticked or [row.owed for row in self._rows]

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
        chosen = self.chosen
        words = self._tools.words
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
        self._make_cards(lambda pdf: self._send_to_printer(pdf, lambda: None))

    def print_for(self, ids: Sequence[UUID]) -> None:
        """Tick these people and print their cards, as soon as it is read who waits."""
        self._to_print = frozenset(ids)
        self._read()

    def save_cards(self) -> None:
        words = self._tools.words
        name = file_name(words.tr("Thank-you cards"), "pdf")
        self._make_cards(
            lambda pdf: self._tools.messages.ask_where_to_save(
                name, words.tr("PDF (*.pdf)"), lambda path: self._save(path, pdf)
            )
        )

    def _make_cards(self, hand_over: Callable[[bytes], None]) -> None:
        chosen, worth = self.chosen, self.worth.text()
        if not chosen:
            return
        self._let_print(False)

        def work() -> bytes:
            cards = self._owner.thanks.make_cards([owed.id for owed in chosen], worth)
            return self._paper.thank_cards(self._owner.shop(), cards, chosen, self._paper_size)

        words = self._tools.words
        said = words.trn(
            "%(count)s card is made. Ctrl Z takes it back.",
            "%(count)s cards are made. Ctrl Z takes them back.",
            len(chosen),
        )

        def done(pdf: bytes) -> None:
            self._after(said)
            hand_over(pdf)

        self._tools.background.run(work, done, self._refuse, lambda: self._let_print(True))

    def _save(self, path: Path, pdf: bytes) -> None:
        words = self._tools.words
        self._tools.background.run(
            lambda: write_file(path, pdf),
            lambda _size: self._tools.messages.say(saved_sentence(path, words)),
        )

    def _after(self, said: str) -> None:
        self._show_error("")
        self._let_print(True)
        self._tools.messages.say(said)
        self.refresh()
        self.acted.emit()

    def _refuse(self, error: AppError) -> None:
        self._let_print(True)
        sentence = self._tools.words.error(error)
        if isinstance(error, InvalidInput) and error.field == "worth":
            self._show_error(sentence)
            self.worth.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._tools.messages.warn(sentence)
            self.refresh()

    def _show_error(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))

    def _let_print(self, allowed: bool) -> None:
        for button in (self.print_button, self.save_button, self.thanked):
            button.setEnabled(allowed and bool(self._rows))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def _read(self) -> None:
        self._tools.background.run(lambda: self._owner.thanks.owed(), self._show)

    def _show(self, page: OwedPage) -> None:
        self._fill(page.people)
        self._show_total(page)
        self._say_what_it_means()
        self._let_print(True)
        self.counted.emit(page.total)
        self._print_wanted()

    def _print_wanted(self) -> None:
        """Cards for those who were asked for, and for nobody else if they wait no longer."""
        wanted, self._to_print = self._to_print, frozenset()
        if not any(row.owed.id in wanted for row in self._rows):
            return
        for row in self._rows:
            row.setChecked(row.owed.id in wanted)
        self.print_cards()

    def _fill(self, people: Sequence[Owed]) -> None:
        """Where every row would say the same again, those that are there stay under the person's hand."""
        said = [(owed.id, said_of(owed, self._tools)) for owed in people]
        if said == self._said:
            return
        self._said = said
        ticked = {row.owed.id for row in self._rows if row.isChecked()}
        focused = next((place for place, row in enumerate(self._rows) if row.hasFocus()), None)
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [OwedRow(self._tools, owed) for owed in people]
        for row in self._rows:
            row.setChecked(row.owed.id in ticked)
            row.toggled.connect(self._say_what_it_means)
            self._list.addWidget(row)
            row.show()
        if focused is not None and self._rows:
            self._rows[min(focused, len(self._rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_total(self, page: OwedPage) -> None:
        words, more = self._tools.words, page.total - len(page.people)
        self._title.setText(
            words.trn("Thanks still owed to %(count)s", "Thanks still owed to %(count)s", page.total)
            if page.total
            else words.tr("Thanks")
        )
        self._intro.setVisible(bool(page.total))
        self._empty.setVisible(not page.total)
        self._more.setText(words.trn("and %(count)s more", "and %(count)s more", more))
        self._more.setVisible(more > 0)
        self.setFocusProxy(self._rows[0] if self._rows else self.redeeming.code)

    def _say_what_it_means(self) -> None:
        words, count = self._tools.words, len(self.chosen)
        self.print_button.set_words(
            words.trn("Print %(count)s card", "Print %(count)s cards", count)
            if count
            else words.tr("Print cards")
        )
        self.thanked.set_words(
            words.trn("%(count)s is thanked", "%(count)s are thanked", count)
            if count
            else words.tr("Thanked")
        )

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
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        inside = QWidget()
        inside.setProperty("role", "plain")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(MARGIN, 30, MARGIN, 28)
        self._column.setSpacing(12)
        for part in (self._title, self._intro):
            self._column.addWidget(part)
        self._column.addLayout(self._list)
        self._column.addWidget(self._more)
        self._column.addWidget(self._empty)
        self._column.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(scrolling(inside), 1)
        row.addWidget(self._build_mat())

    def _build_mat(self) -> QWidget:
        self._verbs = self._build_verbs()
        self._mat = QWidget()
        self._mat.setProperty("role", "mat")
        self._mat.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = QWidget()
        inside.setProperty("role", "plain")
        self._mat_column = QVBoxLayout(inside)
        self._mat_column.setContentsMargins(MAT_PADDING, 30, MAT_PADDING, 28)
        self._mat_column.addWidget(self._verbs)
        self._mat_column.addStretch()
        column = QVBoxLayout(self._mat)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolling(inside))
        return self._mat

    def _build_verbs(self) -> QWidget:
        theme, tr = self._tools.theme, self._tools.words.tr
        self.worth = Line()
        self.worth.setObjectName("thanks-worth")
        self.worth.setAccessibleName(tr("A card is good for"))
        self.worth.setPlaceholderText(tr("one coffee"))
        self.worth.setText(self._shop.thanks_worth)
        self._error = label("", "error", wrap=True)
        self._error.setObjectName("thanks-error")
        self._error.hide()
        self.print_button = Button(theme, tr("Print cards"), role=PRIMARY, icon="heart", key="P")
        self.print_button.setObjectName("thanks-print")
        self.save_button = Button(theme, tr("Save as PDF"), icon="save")
        self.save_button.setObjectName("thanks-save")
        self.thanked = Button(theme, tr("Thanked"), icon="check", key="T")
        self.thanked.setObjectName("thanks-mark")
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(RING, RING, RING, RING)
        column.setSpacing(8)
        column.addWidget(label(tr("A card is good for"), "heading", wrap=True))
        column.addWidget(self.worth)
        column.addWidget(self._error)
        for button in (self.print_button, self.save_button):
            column.addWidget(button)
        column.addWidget(
            label(tr("Each card has a code that the till takes once, for a year."), "small", wrap=True)
        )
        column.addSpacing(12)
        column.addWidget(hair())
        column.addSpacing(12)
        column.addWidget(label(tr("Thanked without a card?"), "heading", wrap=True))
        column.addWidget(self.thanked)
        column.addWidget(label(tr("Their claim pages say thank you from now on."), "small", wrap=True))
        column.addSpacing(12)
        column.addWidget(hair())
        column.addSpacing(12)
        column.addWidget(self.redeeming)
        return made

    def _connect(self) -> None:
        self.print_button.clicked.connect(self.print_cards)
        self.save_button.clicked.connect(self.save_cards)
        self.thanked.clicked.connect(self.thank)
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
        mat_width = round(MAT_WIDTH * (1 + (theme.text_percent - 100) / 250))
        has_room = self.width() >= mat_width + theme.px(LIST_NEEDS) + 2 * MARGIN
        self._mat.setFixedWidth(mat_width)
        self._mat.setVisible(has_room)
        home = self._mat_column if has_room else self._column
        if home.indexOf(self._verbs) < 0:
            home.insertWidget(0 if has_room else 2, self._verbs)
