"""The mat at the right of the inbox: the notice as it prints, while it is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.dates import short_day
from app.domain.notices import Design, NoticeContent, PaperSize
from app.domain.translation import mark
from ui.desk.paperwork import NoticeSheets, Paperwork
from ui.desk.printing.printable import Choice
from ui.desk.sheet_view import SheetView
from ui.desk.shop.cells import Flow
from ui.desk.tools import Tools
from ui.desk.wording import letters_in_words
from ui.shared.buttons import CHOICE, ON_WALL, UNDERLINED, Button
from ui.shared.labels import hair, label, tell_about
from ui.shared.papers import design_in_words, size_in_words

WIDTH = 372
PADDING = 32
HEAD_HEIGHT = 64
# Typing is answered by a new picture when the fingers rest this long.
DRAW_DELAY_MS = 90
NOTHING_YET = mark("The notice lies here while you write it.")


class PreviewPane(QWidget):
    """`choice_changed` carries the Choice of size and design."""

    choice_changed = Signal(object)

    def __init__(self, tools: Tools, paperwork: Paperwork, choice: Choice) -> None:
        super().__init__()
        self._tools = tools
        self._paperwork = paperwork
        self.choice = choice
        self._content: NoticeContent | None = None
        self._sheets = NoticeSheets(paints=(), shows_photo=False)
        self._number = 0
        self._build()
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(DRAW_DELAY_MS)
        self._delay.timeout.connect(self._draw)
        tools.theme.changed.connect(self._fit)
        self._fit()

    @property
    def content(self) -> NoticeContent | None:
        return self._content

    def show_content(self, content: NoticeContent | None, *, at_once: bool = False) -> None:
        if content is None or self._content is None or content.idea_text != self._content.idea_text:
            self._number = 0
        self._content = content
        self._nothing.setText(self._tools.words.tr(NOTHING_YET))
        self._body.setVisible(content is not None)
        self._nothing.setVisible(content is None)
        if content is None:
            self.sheet.clear()
            self._letters.hide()
            self._no_photo.hide()
            return
        self._down_on.setText(short_day(content.take_down_on, self._tools.words.language))
        self._delay.setInterval(0 if at_once else DRAW_DELAY_MS)
        self._delay.start()

    def show_private(self, name: str) -> None:
        """There is no sheet: the answer goes to the author alone, whose name may be empty."""
        tr = self._tools.words.tr
        self.show_content(None)
        self._nothing.setText(
            tr("Only %(author)s reads this, with the claim code. Nothing hangs on the wall.", author=name)
            if name
            else tr("Only its author reads this, with the claim code. Nothing hangs on the wall.")
        )

    def explain_code(self, sentence: str) -> None:
        """Why the sheet carries no code; nothing when it carries one."""
        self._no_code.setText(sentence)
        self._no_code.setVisible(bool(sentence))

    def offer(self, *, save: str, print_again: bool) -> None:
        """What can be done with this sheet now; `save` is the words of that button, empty = not offered."""
        self.save.set_words(save)
        self.save.setVisible(bool(save))
        self.print_again.setVisible(print_again)
        self.look_closer.setVisible(print_again)

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self.setProperty("role", "mat")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(PADDING, 0, PADDING, 0)
        head.addWidget(label(tr("On the wall"), "heading"))
        head.addStretch()
        head.addWidget(label(tr("as it prints"), "small"))
        self.sheet = SheetView(theme)
        self._down_on = label()
        self._no_code = label("", "small", wrap=True)
        self._no_code.setObjectName("no-code")
        self._no_code.hide()
        self._no_photo = label(
            tr("The photo would be too small to see on this sheet, so it is left out."), "small", wrap=True
        )
        self._no_photo.setObjectName("no-photo")
        self._no_photo.hide()
        self._letters = label("", "care", wrap=True)
        self._letters.setObjectName("missing-letters")
        self._letters.hide()
        self.print_again = Button(theme, tr("Print"), role=ON_WALL, icon="print")
        self.print_again.setObjectName("print-notice")
        self.save = Button(theme, tr("Save as PDF"), role=ON_WALL, icon="save")
        self.save.setObjectName("save-notice")
        self.look_closer = Button(theme, tr("Look closer"), role=UNDERLINED)
        self.look_closer.setObjectName("look-closer")
        self.look_closer.hide()
        self.lately = Button(theme, tr("Printed lately"), role=UNDERLINED)
        self.lately.setObjectName("show-lately")
        tell_about(self.lately, tr("Ctrl Shift P"))
        self._nothing = label(tr(NOTHING_YET), "soft", wrap=True)
        self._nothing.setContentsMargins(PADDING, 0, PADDING, 0)
        self._body = QWidget()
        self._body.hide()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(PADDING - 2, 0, PADDING - 2, 24)
        body.setSpacing(0)
        body.addWidget(self.sheet)
        body.addSpacing(8)
        body.addWidget(self._build_turning())
        body.addWidget(self.look_closer, 0, Qt.AlignmentFlag.AlignLeading)
        body.addWidget(self._letters)
        body.addWidget(self._no_photo)
        body.addWidget(self._no_code)
        body.addSpacing(10)
        body.addLayout(self._build_table())
        body.addSpacing(20)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch()
        buttons.addWidget(self.save)
        buttons.addWidget(self.print_again)
        body.addLayout(buttons)
        body.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body.setProperty("role", "plain")
        scroll.setWidget(self._body)
        scroll.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._nothing)
        column.addWidget(scroll, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(PADDING, 8, PADDING, 16)
        foot.addStretch()
        foot.addWidget(self.lately)
        column.addLayout(foot)

    def _build_turning(self) -> QWidget:
        """Only for a notice that takes several sheets."""
        theme, tr = self._tools.theme, self._tools.words.tr
        self._turning = QWidget()
        self._place = label("", "small")
        self._place.setObjectName("sheet-number")
        self.back = Button(theme, tr("Back"), role=CHOICE)
        self.back.setObjectName("sheet-back")
        self.on = Button(theme, tr("Next sheet"), role=CHOICE)
        self.on.setObjectName("sheet-on")
        self.back.clicked.connect(lambda: self._turn(-1))
        self.on.clicked.connect(lambda: self._turn(1))
        row = QHBoxLayout(self._turning)
        row.setContentsMargins(0, 0, 0, 6)
        row.setSpacing(6)
        row.addWidget(self._place, 1)
        row.addWidget(self.back)
        row.addWidget(self.on)
        self._turning.hide()
        return self._turning

    def _build_table(self) -> QGridLayout:
        theme, tr = self._tools.theme, self._tools.words.tr
        table = QGridLayout()
        table.setContentsMargins(0, 0, 0, 0)
        table.setVerticalSpacing(0)
        table.setHorizontalSpacing(12)
        table.setColumnMinimumWidth(0, 84)
        table.setColumnStretch(1, 1)
        words = self._tools.words
        self._sizes = {
            size: self._word(f"size-{size.value}", size_in_words(size, words)) for size in PaperSize
        }
        self._designs = {
            design: self._word(f"design-{design.value}", design_in_words(design, words)) for design in Design
        }
        for size, button in self._sizes.items():
            button.clicked.connect(lambda _checked=False, size=size: self.choose_size(size))
        for design, button in self._designs.items():
            button.clicked.connect(lambda _checked=False, design=design: self.choose_design(design))
        self._down_on.setMinimumHeight(theme.px(32))
        rows = (
            (tr("Sheet"), self._one_of(list(self._sizes.values()))),
            (tr("Design"), self._one_of(list(self._designs.values()))),
            (tr("Down on"), self._down_on),
        )
        for number, (title, body) in enumerate(rows):
            table.addWidget(label(title, "small"), 2 * number, 0)
            table.addWidget(body, 2 * number, 1)
            table.addWidget(hair(), 2 * number + 1, 0, 1, 2)
        self._show_choice()
        return table

    def _word(self, name: str, words: str) -> Button:
        made = Button(self._tools.theme, words, role=CHOICE)
        made.setObjectName(name)
        made.setCheckable(True)
        return made

    def _one_of(self, buttons: Sequence[Button]) -> Flow:
        """Where they have no room beside each other they take another row."""
        group = QButtonGroup(self)
        for button in buttons:
            group.addButton(button)
        return Flow(self._tools.theme, buttons, gap=2)

    def choose_size(self, size: PaperSize) -> None:
        self._choose(replace(self.choice, size=size))

    def choose_design(self, design: Design) -> None:
        self._choose(replace(self.choice, design=design))

    def take_choice(self, choice: Choice) -> None:
        """It was chosen elsewhere."""
        self.choice = replace(self.choice, size=choice.size, design=choice.design)
        self._show_choice()
        self._draw()

    def _choose(self, choice: Choice) -> None:
        self.take_choice(choice)
        self.choice_changed.emit(self.choice)

    def _show_choice(self) -> None:
        self._sizes[self.choice.size].setChecked(True)
        self._designs[self.choice.design].setChecked(True)

    def _draw(self) -> None:
        content = self._content
        if content is None:
            return
        self._sheets = self._paperwork.notice_sheets(content, self.choice.size, self.choice.design)
        self._number = min(self._number, len(self._sheets.paints) - 1)
        self._show_sheet()
        self._no_photo.setVisible(bool(content.photo) and not self._sheets.shows_photo)
        self._warn_of(self._paperwork.missing_letters(content))

    def _turn(self, by: int) -> None:
        self._number = max(0, min(self._number + by, len(self._sheets.paints) - 1))
        self._show_sheet()

    def _show_sheet(self) -> None:
        content, count, tr = self._content, len(self._sheets.paints), self._tools.words.tr
        if content is None or not count:
            return
        place = tr("Sheet %(number)s of %(count)s", number=self._number + 1, count=count) if count > 1 else ""
        self._place.setText(place)
        self._turning.setVisible(count > 1)
        self.back.setEnabled(self._number > 0)
        self.on.setEnabled(self._number < count - 1)
        photo = tr("A photo of it") if self._sheets.shows_photo and self._number == count - 1 else ""
        described = "\n".join(filter(None, (place, content.idea_text, content.answer, photo)))
        self.sheet.show_sheet(self.choice.size, self._sheets.paints[self._number], described)

    def _warn_of(self, letters: Sequence[str]) -> None:
        tr = self._tools.words.tr
        said = tr("No font here has %(letters)s: a gap will be printed.", letters=letters_in_words(letters))
        self._letters.setText(said if letters else "")
        self._letters.setVisible(bool(letters))

    def _fit(self) -> None:
        theme = self._tools.theme
        self.setFixedWidth(round(WIDTH * (1 + (theme.text_percent - 100) / 250)))
        self._head.setFixedHeight(max(HEAD_HEIGHT, theme.px(44)))
