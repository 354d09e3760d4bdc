"""One document as it prints, over the window: its pages, how it is chosen to be, and what is done with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import AppError
from ui.desk.printing.easel import Easel, Glance
from ui.desk.printing.page_list import PageList
from ui.desk.printing.panel import PrintPanel
from ui.desk.printing.printable import Choice, Printable, SharePicture
from ui.desk.printing.stage import Stage, Zoom
from ui.desk.shop.cells import Flow
from ui.desk.tools import Tools
from ui.shared.buttons import CHOICE, Button
from ui.shared.focus_ring import FocusRing
from ui.shared.keys import WINDOW, bind
from ui.shared.labels import label

LARGEST = QSize(1240, 940)
ROOM_LEFT = QSize(48, 24)
# A narrower box does without the small pictures: the keys and the buttons turn its pages.
PAGES_NEED = 820
ENDLESS = 1_000_000


class PrintBox(QDialog):
    """`print_requested` carries the Printable, the Choice and the Glance at its document, `save_requested`
    and `view_requested` the first two, `share_requested` a SharePicture, the Choice and the title.
    `choice_changed` carries a Choice that is to be remembered."""

    print_requested = Signal(object, object, object)
    save_requested = Signal(object, object)
    view_requested = Signal(object, object)
    share_requested = Signal(object, object, str)
    choice_changed = Signal(object)

    def __init__(self, tools: Tools, window: QWidget, *, can_view: bool) -> None:
        super().__init__(window)
        self._tools = tools
        self._window = window
        self._printable: Printable | None = None
        self._glance: Glance | None = None
        self._page = 0
        self._takes_keyboard = False
        self.setObjectName("print-box")
        self.easel = Easel(tools.background)
        self.pages = PageList(tools, self.easel.small_picture)
        self.stage = Stage(tools.theme, lambda: self.easel.picture(self._page))
        self.panel = PrintPanel(tools, can_view=can_view)
        self._build()
        self._connect()
        FocusRing(self, tools.theme)
        tools.theme.changed.connect(self._fit)

    @property
    def page(self) -> int:
        """The page that is looked at, from 0."""
        return self._page

    @property
    def glance(self) -> Glance | None:
        """What is known of the document that is shown; none until it is laid out."""
        return self._glance

    def begin_for(self, printable: Printable, choice: Choice) -> None:
        self._printable = printable
        self.setWindowTitle(printable.title)
        self.panel.show_printable(printable, choice)
        self._page = 0
        self._show_nothing()
        self._lay_out(choice)
        self._fit()
        self._takes_keyboard = True
        self.open()
        self._fit()

    def refused(self, error: AppError) -> None:
        """The last step was; the box stays as it is."""
        self.panel.show_error(self._tools.words.error(error))

    def say(self, sentence: str) -> None:
        self.panel.say(sentence)

    def done(self, result: int) -> None:
        """However it is left, nothing of the sheet stays behind."""
        super().done(result)
        self._printable = None
        self._show_nothing()
        self.easel.clear()

    def turn_to(self, page: int) -> None:
        """To this page, from 0, or the one nearest to it."""
        if self._glance is not None:
            self._page = max(0, min(page, len(self._glance.sizes) - 1))
            self._show_page(self._glance)

    # What is shown

    def _lay_out(self, choice: Choice) -> None:
        printable = self._printable
        if printable is None:
            return
        self.panel.show_error("")
        self.panel.allow(False)
        self.easel.show(lambda: printable.document(choice))

    def _show_nothing(self) -> None:
        self._glance = None
        self.panel.allow(False)
        self.pages.show_pages(())
        self.pages.hide()
        self._show_turning(False)
        self.stage.show_nothing()

    def _show_document(self, glance: Glance) -> None:
        self._glance = glance
        self.panel.allow(True)
        self.panel.show_missing(glance.missing)
        self.pages.show_pages(glance.sizes)
        self._show_turning(len(glance.sizes) > 1)
        self._fit()
        self.turn_to(self._page)
        if self._takes_keyboard:
            self._takes_keyboard = False
            self.panel.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_turning(self, shown: bool) -> None:
        for part in self._turning:
            part.setVisible(shown)
        self._head.settle()

    def _show_refusal(self, error: AppError) -> None:
        self._show_nothing()
        self.refused(error)

    def _show_page(self, glance: Glance) -> None:
        tr, pages = self._tools.words.tr, len(glance.sizes)
        said = tr("Page %(page)s of %(pages)s", page=self._page + 1, pages=pages)
        self._place.setText(said)
        self._head.settle()
        self.back.setEnabled(self._page > 0)
        self.on.setEnabled(self._page < pages - 1)
        self.pages.choose(self._page)
        self.stage.show_page(glance.sizes[self._page])
        self.stage.setAccessibleName(f"{glance.title}, {said}" if pages > 1 else glance.title)
        self.stage.setAccessibleDescription("\n".join(filter(None, glance.texts)))
        self._want_picture()

    def _want_picture(self) -> None:
        self.easel.look_at(self._page, self.stage.pixels)

    def _choose(self, choice: Choice) -> None:
        self._lay_out(choice)
        if self._printable is not None and self._printable.usual is None:
            self.choice_changed.emit(choice)

    # What is done

    def print(self) -> None:
        if self._printable is not None and self._glance is not None and self.panel.allows:
            self.panel.show_error("")
            self.print_requested.emit(self._printable, self.panel.choice, self._glance)

    def save(self) -> None:
        if self._printable is not None and self._glance is not None and self.panel.allows:
            self.panel.show_error("")
            self.save_requested.emit(self._printable, self.panel.choice)

    def _view(self) -> None:
        if self._printable is not None:
            self.view_requested.emit(self._printable, self.panel.choice)

    def _share(self, picture: SharePicture) -> None:
        if self._printable is not None:
            self.share_requested.emit(picture, self.panel.choice, self._printable.title)

    # Making

    def _build(self) -> None:
        mat = QWidget()
        mat.setProperty("role", "mat")
        mat.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(mat)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        column.addWidget(self._build_head())
        column.addWidget(self.stage, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.pages)
        row.addWidget(mat, 1)
        row.addWidget(self.panel)

    def _build_head(self) -> QWidget:
        tr = self._tools.words.tr
        self._place = label("", "small")
        self._place.setObjectName("print-place")
        self.back = self._small(tr("Back"), "print-back")
        self.on = self._small(tr("Next page"), "print-on")
        self._turning = (self._place, self.back, self.on)
        self.zooms: dict[Zoom, Button] = {}
        group = QButtonGroup(self)
        names = {Zoom.FIT: tr("Whole"), Zoom.WIDTH: tr("Width"), Zoom.TRUE: tr("True size")}
        for zoom, name in names.items():
            button = self._small(name, f"print-zoom-{zoom.value}")
            button.setCheckable(True)
            button.setChecked(zoom is Zoom.FIT)
            button.clicked.connect(lambda _checked=False, zoom=zoom: self.stage.choose_zoom(zoom))
            group.addButton(button)
            self.zooms[zoom] = button
        self._head = Flow(self._tools.theme, [*self.zooms.values(), *self._turning])
        return self._head

    def _small(self, words: str, name: str) -> Button:
        made = Button(self._tools.theme, words, role=CHOICE)
        made.setObjectName(name)
        made.setAutoDefault(False)
        return made

    def _connect(self) -> None:
        panel, easel = self.panel, self.easel
        easel.laid_out.connect(self._show_document)
        easel.refused.connect(self._show_refusal)
        easel.painted.connect(self._show_painted)
        self.stage.width_changed.connect(self._want_picture)
        self.pages.page_chosen.connect(self.turn_to)
        self.pages.pages_seen.connect(lambda pages: easel.look_at_small(pages, self.pages.small_width))
        panel.choice_changed.connect(self._choose)
        panel.print.clicked.connect(self.print)
        panel.save.clicked.connect(self.save)
        panel.view.clicked.connect(self._view)
        panel.share_requested.connect(self._share)
        panel.leave.clicked.connect(self.reject)
        self.back.clicked.connect(lambda: self.turn_to(self._page - 1))
        self.on.clicked.connect(lambda: self.turn_to(self._page + 1))
        for keys in ("Ctrl+Return", "Ctrl+Enter", "Ctrl+P"):
            bind(self, keys, self.print, context=WINDOW)
        bind(self, "Ctrl+S", self.save, context=WINDOW)
        self._bind_turn("PgDown", lambda: self._page + 1)
        self._bind_turn("PgUp", lambda: self._page - 1)
        self._bind_turn("Home", lambda: 0)
        self._bind_turn("End", lambda: ENDLESS)

    def _bind_turn(self, keys: str, page: Callable[[], int]) -> None:
        """Held down, the pages run by."""
        bind(self, keys, lambda: self.turn_to(page()), context=WINDOW).setAutoRepeat(True)

    def _show_painted(self, page: int) -> None:
        if page == self._page:
            self.stage.repaint_page()
        self.pages.viewport().update()

    def _fit(self) -> None:
        """As large as the window lets it be."""
        size = LARGEST.boundedTo(self._window.size() - ROOM_LEFT)
        self.setFixedSize(size)
        pages = len(self._glance.sizes) if self._glance is not None else 0
        needs = self._tools.theme.px(PAGES_NEED)
        self.pages.setVisible(pages > 1 and size.width() >= needs)
