"""Your shop: who the owner is, when she is open, what she promises. At the first start it says welcome."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import AppError, InvalidInput
from app.domain.shop import Shop
from ui.desk import wording
from ui.desk.mat import Mat
from ui.desk.shop.field import CalmWheel
from ui.desk.shop.form import FIELD_GAP, ShopForm
from ui.desk.shop.logo_keeper import LogoKeeper
from ui.desk.shop.merging import merged
from ui.desk.tools import Tools
from ui.desk.undoing import Undoing
from ui.shared.buttons import ON_WALL, PRIMARY, UNDERLINED, Button
from ui.shared.keys import bind
from ui.shared.labels import hair, label
from ui.shared.scrolling import scrolling

if TYPE_CHECKING:
    from app.services.owner.owner import Owner

MARGIN = 40
FORM_WIDTH = 760
SCROLL_BAR = 8
MAT_WIDTH = 372
FORM_NEEDS = 460
SHOP_VERBS = ("save-shop", "choose-logo", "remove-logo")


class ShopPage(QWidget):
    """`acted` says that the shop was saved, `introduced` that it has its first name; `setup_requested`: the
    steps of the first run again. `erase_requested` asks for the box that erases a person."""

    acted = Signal()
    introduced = Signal()
    setup_requested = Signal()
    erase_requested = Signal()

    def __init__(
        self,
        *,
        tools: Tools,
        owner: Owner,
        shop: Shop,
        undoing: Undoing,
        languages: Sequence[str],
        system_timezone: str,
        logo: LogoKeeper,
    ) -> None:
        super().__init__()
        self._tools = tools
        self._owner = owner
        self._undoing = undoing
        self._system_timezone = system_timezone
        self._stored = shop
        self._shown = self._proposed(shop)
        self._is_saving = False
        self._wants_everything = False
        wheel = CalmWheel(self)
        self.form = ShopForm(tools, wheel, self._shown, languages, logo)
        self._build()
        self._connect()
        self.setFocusProxy(self.form.name)
        self._show_welcome()
        self._show_state()
        self._show_offer()

    @property
    def is_edited(self) -> bool:
        """Whether something is typed that is not saved."""
        return self.form.shop != self._shown

    def take_shop(self, shop: Shop) -> None:
        """The shop as it is stored now; what the person changed and did not save stays."""
        self._put(self._shown, shop)

    def save(self) -> None:
        if self._is_saving:
            return
        base, draft, owner = self._stored, self.form.shop, self._owner
        self._is_saving = True
        self._show_state()

        def work() -> Shop:
            owner.save_shop(merged(base, draft, owner.shop()))
            return owner.shop()

        self._tools.background.run(work, lambda saved: self._take_saved(draft, saved), self._refuse)

    def _take_saved(self, draft: Shop, saved: Shop) -> None:
        was_unnamed = self._stored.is_unnamed
        self._is_saving = False
        self.form.show_error("", "")
        self._put(draft, saved)
        if not self.is_edited:
            self.form.settle_letters()
        self.acted.emit()
        if was_unnamed and not saved.is_unnamed:
            self.introduced.emit()
        else:
            self._tools.messages.say(self._tools.words.tr("Saved. Customers see it from now on."))

    def _refuse(self, error: AppError) -> None:
        self._is_saving = False
        self._show_state()
        sentence = self._tools.words.error(error)
        field = self.form.show_error(error.field, sentence) if isinstance(error, InvalidInput) else None
        if field is None:
            self._tools.messages.warn(sentence)
            return
        if not field.isVisibleTo(self):
            self._show_all()
        field.take_focus()
        self.scroll_area.ensureWidgetVisible(field)

    def _put(self, base: Shop, stored: Shop) -> None:
        """Show what is stored, with all that the form says otherwise than `base`."""
        draft = self.form.shop
        self._stored, self._shown = stored, self._proposed(stored)
        self.form.show_shop(merged(base, draft, self._shown))
        self._show_welcome()
        self._show_state()

    def _proposed(self, shop: Shop) -> Shop:
        """A shop that nobody has named yet is asked its name, on the clock of this computer."""
        if not shop.is_unnamed:
            return shop
        return replace(shop, name="", timezone=self._system_timezone or shop.timezone)

    # Showing

    def _show_welcome(self) -> None:
        tr, welcome = self._tools.words.tr, self._stored.is_unnamed
        self.title.setText(tr("Welcome.") if welcome else tr("Your shop"))
        self._welcome.setVisible(welcome)
        self.save_button.set_words(tr("Save and make the first code") if welcome else tr("Save"))
        self._show_everything(not welcome or self._wants_everything)

    def _show_all(self) -> None:
        self._wants_everything = True
        self._show_everything(True)

    def _show_everything(self, shown: bool) -> None:
        self.form.show_more(shown)
        self.everything.setVisible(not shown)

    def _show_state(self) -> None:
        edited, welcome = self.is_edited, self._stored.is_unnamed
        self.save_button.setEnabled((edited or welcome) and not self._is_saving)
        self.state.setText(self._tools.words.tr("Not saved yet") if edited else "")

    def _show_offer(self) -> None:
        """Undo stands here while the last step was a change of the shop."""
        words = self._undoing.undo_words
        tr = self._tools.words.tr
        self.undo.setVisible(words in [tr(wording.UNDO_WORDS[verb]) for verb in SHOP_VERBS])
        self.undo.setAccessibleName(words)

    # Making

    def _build(self) -> None:
        tr = self._tools.words.tr
        self.title = label("", "title", wrap=True)
        self._welcome = label(
            tr("Tell your customers who you are; everything can be changed later."), "large", wrap=True
        )
        self.everything = Button(
            self._tools.theme,
            tr("Closed days, time zone and the rest"),
            role=UNDERLINED,
        )
        self.everything.setObjectName("shop-everything")
        self.set_up = Button(self._tools.theme, tr("Set up again, step by step"), role=UNDERLINED)
        self.set_up.setObjectName("shop-set-up")
        self._content = QWidget()
        self._content.setProperty("role", "plain")
        column = QVBoxLayout(self._content)
        column.setContentsMargins(MARGIN, 30, MARGIN, 28)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self._welcome)
        column.addSpacing(FIELD_GAP)
        column.addWidget(self.form)
        column.addSpacing(FIELD_GAP)
        column.addWidget(self.everything, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.set_up, 0, Qt.AlignmentFlag.AlignLeading)
        column.addSpacing(FIELD_GAP)
        column.addStretch()
        self.scroll_area = scrolling(self._content)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.scroll_area, 1)
        left.addWidget(hair())
        left.addWidget(self._build_foot())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        self._mat = self._build_mat()
        row.addWidget(self._mat)

    def _build_foot(self) -> QWidget:
        theme, tr = self._tools.theme, self._tools.words.tr
        self.state = label("", "small", wrap=True)
        self.state.setObjectName("shop-state")
        self.undo = Button(theme, tr("Undo"), role=ON_WALL, icon="undo")
        self.undo.setObjectName("shop-undo")
        self.save_button = Button(theme, tr("Save"), role=PRIMARY, key=tr("Ctrl S"))
        self.save_button.setObjectName("shop-save")
        self._foot = QWidget()
        self._foot_row = row = QHBoxLayout(self._foot)
        row.setSpacing(12)
        row.addWidget(self.state, 1)
        row.addWidget(self.undo)
        row.addWidget(self.save_button)
        return self._foot

    def _build_mat(self) -> Mat:
        tr = self._tools.words.tr
        head = QHBoxLayout()
        head.addWidget(label(tr("As customers see it"), "heading", wrap=True), 1)
        head.addWidget(label(tr("by day and by night"), "small"))
        mat = Mat(top=22)
        mat.column.setSpacing(20)
        mat.column.addLayout(head)
        mat.column.addStretch()
        return mat

    def _connect(self) -> None:
        self.form.changed.connect(self._show_state)
        self.save_button.clicked.connect(self.save)
        self.undo.clicked.connect(self._undoing.undo)
        self.everything.clicked.connect(self._show_all)
        self.set_up.clicked.connect(self.setup_requested)
        self.form.erase_person.clicked.connect(self.erase_requested)
        self._undoing.offer_changed.connect(self._show_offer)
        self._tools.theme.changed.connect(self._share_room)
        bind(self, "Ctrl+S", self.save)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """The mat stands beside the form, or in a small window its sample under the colour."""
        theme = self._tools.theme
        needs = theme.px(FORM_NEEDS) + 2 * MARGIN
        has_room = self._mat.stand_beside(theme, width=MAT_WIDTH, room=self.width(), needs=needs)
        self.form.set_sample_inside(not has_room)
        if has_room and self._mat.column.indexOf(self.form.sample) < 0:
            self._mat.column.insertWidget(1, self.form.sample)
            self.form.sample.show()
        widest = theme.px(FORM_WIDTH) + 2 * MARGIN
        for part in (self._content, self._foot):
            part.setMaximumWidth(widest)
        room = self.width() - (self._mat.minimumWidth() if has_room else 0)
        self._foot_row.setContentsMargins(MARGIN, 12, MARGIN + (SCROLL_BAR if room < widest else 0), 16)
