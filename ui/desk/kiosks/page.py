"""Kiosks: which are in use and how they are, how a new one comes to the shop, and how all of them behave."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.pairing import VALID_FOR, PairingCode
from app.domain.shop import Shop
from ui.desk.kiosks.kiosk_list import KioskList
from ui.desk.kiosks.opening import LocalKiosk
from ui.desk.kiosks.pairing_card import PairingCard
from ui.desk.kiosks.rules_box import RulesBox
from ui.desk.kiosks.rules_keeper import RulesKeeper
from ui.desk.kiosks.set_aside_list import SetAsideList
from ui.desk.kiosks.verbs import KioskVerbs
from ui.desk.kiosks.watch import KioskWatch
from ui.desk.kiosks.ways import KioskWays
from ui.desk.mat import Mat
from ui.desk.reach import Reach
from ui.desk.tools import Tools
from ui.shared.buttons import PRIMARY, Button
from ui.shared.empty_place import EmptyPlace
from ui.shared.labels import hair, label
from ui.shared.scrolling import scrolling

if TYPE_CHECKING:
    from app.services.owner.owner import Owner

MARGIN = 40
MAT_WIDTH = 420
LIST_NEEDS = 420
LEAST_EMPTY_HEIGHT = 220


class KiosksPage(QWidget):
    """`acted` says that an own verb was done."""

    acted = Signal()

    def __init__(
        self,
        *,
        tools: Tools,
        owner: Owner,
        shop: Shop,
        reach: Reach,
        watch: KioskWatch,
        ways: KioskWays,
        languages: Sequence[str],
    ) -> None:
        super().__init__()
        self._tools = tools
        self._owner = owner
        self._shop = shop
        self._reach = reach
        self._watch = watch
        self._ways = ways
        self._known_when_asked: frozenset[UUID] = frozenset()
        self.local = LocalKiosk(tools=tools, owner=owner, ways=ways)
        self.list = KioskList(tools, lambda: self._shop.timezone)
        self.set_asides = SetAsideList(tools)
        self.rules = RulesBox(tools, shop, languages)
        self.pairing = PairingCard(tools)
        self._verbs = KioskVerbs(
            tools=tools, owner=owner, watch=watch, kiosk_list=self.list, set_asides=self.set_asides
        )
        self._rules_keeper = RulesKeeper(tools=tools, owner=owner, rules=self.rules, verbs=self._verbs)
        self._build()
        self._connect()
        self._show_kiosks()
        self._show_ways()

    def take_shop(self, shop: Shop) -> None:
        self._shop = shop
        self._rules_keeper.take_shop(shop)

    def refresh(self) -> None:
        """Something was done to the shop's data, here or elsewhere."""
        self._watch.look()

    def open_here(self) -> None:
        """A kiosk on this computer. Where it would cover the only screen, that is said first."""
        tr = self._tools.words.tr
        if self._reach.kiosk_port is None:
            self._tools.messages.warn(self._why_not)
        elif self._ways.screens() > 1:
            self._start_here()
        else:
            self._tools.messages.ask(
                tr(
                    "This computer has one screen, and the kiosk will cover it. To leave the kiosk, hold its "
                    "upper left corner. Open it?"
                ),
                tr("Open the kiosk"),
                self._start_here,
            )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch.be_looked_at(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._watch.be_looked_at(False)
        self._rules_keeper.finish()

    def _start_here(self) -> None:
        if self._reach.kiosk_port is not None:
            self.local.open(self._reach.kiosk_port)

    # Kiosks

    def _show_kiosks(self) -> None:
        watch = self._watch
        self.list.show_kiosks(watch.kiosks)
        self.set_asides.show_set_asides(
            watch.set_asides,
            kiosk_names={kiosk.id: kiosk.name for kiosk in watch.kiosks},
            timezone=self._shop.timezone,
        )
        has_kiosks = bool(watch.kiosks)
        self.list.setVisible(has_kiosks)
        self.open_button.setVisible(has_kiosks)
        self.setFocusProxy(self.open_button if has_kiosks else self._empty.step)
        self._empty.setVisible(watch.has_read and not has_kiosks)
        self.local.take_kiosks(watch.kiosks)
        self._look_for_paired()

    def _look_for_paired(self) -> None:
        if not self.pairing.shows_code:
            return
        for kiosk in self._watch.kiosks:
            if kiosk.id not in self._known_when_asked and kiosk.last_seen_at is not None:
                self.pairing.say_paired(kiosk.name)
                return

    # Pairing

    def _make_code(self) -> None:
        """Kiosks that are paired from now on were paired with it."""
        self._known_when_asked = frozenset(kiosk.id for kiosk in self._watch.kiosks)
        self._tools.background.run(lambda: self._owner.new_pairing(self._ways.fingerprint()), self._show_code)

    def _show_code(self, code: PairingCode) -> None:
        self.pairing.show_code(code, VALID_FOR)
        self.pairing.fresh.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _why_not(self) -> str:
        """What keeps a kiosk from coming; empty when nothing does."""
        tr = self._tools.words.tr
        if self._reach.kiosk_port is None:
            return tr("Kiosks cannot reach this computer while the customers’ pages are not running.")
        if not self._reach.for_kiosks:
            return tr("This computer is in no network, so another computer cannot reach it.")
        return ""

    def _show_ways(self) -> None:
        reach, tr = self._reach, self._tools.words.tr
        port = reach.kiosk_port
        has_moved = port is not None and port != self._ways.usual_port
        self._moved.setVisible(has_moved)
        self._moved.setText(
            tr(
                "Another program uses door %(usual)s of this computer, so kiosks come in by door %(port)s "
                "for now. Those paired earlier wait and lose nothing. Close the other program and open "
                "Teacup again.",
                usual=self._ways.usual_port,
                port=port,
            )
        )
        self.pairing.offer(reach.for_kiosks, self._why_not)
        self.pairing.offer_tablet("" if reach.is_local_only or not reach.base else f"{reach.base}/kiosk")
        self._show_opening()

    def _show_opening(self) -> None:
        tr, can_open = self._tools.words.tr, self._reach.kiosk_port is not None
        opening = self.local.is_opening
        words = tr("The kiosk is being opened …") if opening else tr("Open a kiosk on this computer")
        self.open_button.set_words(words)
        self.open_button.setEnabled(can_open and not opening)
        self._empty.say(
            tr("No kiosk yet."),
            tr(
                "A kiosk is a screen in your shop where customers read the board, say “me too” and pin "
                "ideas: a second screen of this computer, another computer by the door, or a tablet."
            ),
            step=words,
        )
        self._empty.step.setEnabled(can_open and not opening)

    # Making

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self._moved = label("", "care", wrap=True)
        self._moved.setObjectName("kiosks-moved")
        self.open_button = Button(theme, "", role=PRIMARY)
        self.open_button.setObjectName("kiosk-open")
        self._empty = EmptyPlace(theme)
        self._empty.step.setObjectName("kiosk-open-first")
        self._empty.setMinimumHeight(LEAST_EMPTY_HEIGHT)
        head = QHBoxLayout()
        head.addWidget(label(tr("At every kiosk"), "large-bold", wrap=True), 1)
        head.addWidget(label(tr("changes at once"), "small"))
        self._content = QWidget()
        self._content.setProperty("role", "plain")
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(MARGIN, 30, MARGIN, 28)
        self._column.setSpacing(16)
        self._column.addWidget(label(tr("Kiosks"), "title", wrap=True))
        self._column.addWidget(self._moved)
        self._column.addWidget(self._empty)
        self._column.addWidget(self.list)
        self._column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addWidget(self.set_asides)
        self._place_inside = self._column.count()
        self._column.addWidget(hair())
        self._column.addLayout(head)
        self._column.addWidget(self.rules)
        self._column.addStretch()
        self.scroll_area = scrolling(self._content)
        self._mat = Mat()
        self._mat.column.addWidget(self.pairing)
        self._mat.column.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.scroll_area, 1)
        row.addWidget(self._mat)

    def _connect(self) -> None:
        self._watch.read.connect(self._show_kiosks)
        self._reach.changed.connect(self._show_ways)
        self.local.changed.connect(self._show_opening)
        self._verbs.acted.connect(self.acted)
        self.pairing.code_requested.connect(self._make_code)
        self.open_button.clicked.connect(self.open_here)
        self._empty.step.clicked.connect(self.open_here)
        self._tools.theme.changed.connect(self._share_room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """The mat stands beside the list, or in a small window its card under the kiosks."""
        theme = self._tools.theme
        needs = theme.px(LIST_NEEDS) + 2 * MARGIN
        self._mat.stand_beside(theme, width=MAT_WIDTH, room=self.width(), needs=needs)
        self._mat.hold(self.pairing, else_in=self._column, at=self._place_inside)
