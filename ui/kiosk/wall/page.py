"""The wall as a page: which notes hang in which order, what is searched for, and what this person gave."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtQml import QmlElement

from app.domain.clock import Clock
from app.domain.errors import AppError
from app.kiosk.link import Changed
from app.kiosk.notes import Look as Looked
from app.kiosk.notes import Note, Tab
from ui.kiosk.bar import Bar
from ui.kiosk.look import Look
from ui.kiosk.me_too import MeToo, with_vote
from ui.kiosk.shop_side import days_since, logo_of, shop_of
from ui.kiosk.typed import Property, QmlUncreatable
from ui.kiosk.visit import Visit
from ui.kiosk.wall.hanging import NOTES_AT_ONCE, HangingNotes
from ui.kiosk.wall.look_counter import LookCounter
from ui.kiosk.wall.measures import measure_wall
from ui.kiosk.wall.note_face import NoteFace, face_of
from ui.kiosk.wall.note_picture import NotePicture
from ui.kiosk.wall.place import Hanging
from ui.kiosk.wall.search import WallSearch
from ui.kiosk.wall.tabs import WallTabs
from ui.kiosk.wall.walk import Walk
from ui.kiosk.wall.wording import empty_text, empty_title
from ui.shared.background import Background

if TYPE_CHECKING:
    from app.kiosk.board import CachedBoard
    from app.kiosk.core import KioskCore
    from ui.kiosk.keyboard.model import KeyboardModel
    from ui.kiosk.storm.room import StormRoom

QML_IMPORT_NAME = "Teacup"
QML_IMPORT_MAJOR_VERSION = 1

# So long untouched at the top, nobody reads: what is new may come up.
UNTOUCHED_MS = 5000
# QML has to know it; nothing here makes one.
PICTURE = NotePicture


@QmlElement
@QmlUncreatable("The program makes the wall.")
class WallPage(QObject):
    """`note_requested` carries the id of a note to bring forward; `write_requested`: somebody has an idea.

    The order is read once and stays: on a change of tab, at the end of a visit, or when the wall is untouched
    at its top, it is read anew. Notes themselves change in place. A wall that `is_first` is read before
    anything is shown: nobody waits yet, and an empty one is never seen.
    """

    note_requested = Signal(object)
    write_requested = Signal()
    changed = Signal()
    places_changed = Signal()
    height_changed = Signal()
    scrollRequested = Signal(float)

    def __init__(
        self,
        *,
        core: KioskCore,
        visit: Visit,
        look: Look,
        me_too: MeToo,
        background: Background,
        clock: Clock,
        make_keyboard: Callable[[], KeyboardModel],
        is_first: bool = False,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._core = core
        self._visit = visit
        self._look = look
        self._me_too = me_too
        self._background = background
        self._clock = clock
        self._tab = Tab.NEW
        self._found = -1
        self._question = self._answered = 0
        self._is_stale = False
        self._has_only_top = False
        self._storms: StormRoom | None = None
        self._view_top = 0.0
        self._logo = (b"", QImage())
        self._size = (0.0, 0.0, 1.0)
        self._tabs = WallTabs(visit)
        self._bar = Bar(core=core, visit=visit, look=look)
        self._search = WallSearch(visit, make_keyboard)
        self._build_hanging()
        self._looks = LookCounter(self._hanging, tell=self._tell_looks, monotonic=monotonic)
        self._untouched_timer = self._build_untouched_timer()
        self._connect()
        if not is_first or not self._read_first_order():
            self._read_order()

    def _build_hanging(self) -> None:
        self._hanging = HangingNotes(
            look=self._look,
            read_notes=self._read_notes,
            make_face=self._face_of,
            heard=lambda face: face.heard(self._visit.words),
        )
        self._hanging.places_changed.connect(self.places_changed)
        self._hanging.height_changed.connect(self.height_changed)
        self._hanging.scroll_requested.connect(self.scrollRequested)
        self._walk = Walk(self._hanging, look=self._look, visit=self._visit)

    def _build_untouched_timer(self) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(UNTOUCHED_MS)
        timer.setSingleShot(True)
        timer.timeout.connect(self._come_up)
        return timer

    def _connect(self) -> None:
        self._look.changed.connect(self._follow_look)
        self._visit.touched.connect(self._untouched_timer.start)
        self._visit.ended.connect(self._forget)
        self._me_too.toggled.connect(self._show_vote)
        self._me_too.settled.connect(lambda idea_id: self._update_notes(frozenset([idea_id])))
        self._bar.write_requested.connect(self.write_requested)
        self._search.wanted.connect(self._read_order)

    # For the program

    @property
    def order(self) -> Tab:
        return self._tab

    @property
    def is_settled(self) -> bool:
        """Whether everything asked for hangs, with letters, as far as it is seen."""
        return self._answered == self._question and self._hanging.is_settled

    @Slot(object)
    def follow(self, changed: Changed) -> None:
        """The board, the shop or the link changed; called on the GUI thread."""
        if changed.facts or changed.link:
            self._bar.follow()
            self.changed.emit()
        if changed.board is None or changed.board:
            self._is_stale = True
            self._update_notes(changed.board)
            if not self._untouched_timer.isActive():
                self._untouched_timer.start()

    def hanging_now(self) -> Sequence[Hanging]:
        """The notes in view, for the page that the wall steps back behind. Their rects are the page's."""
        return [] if self.isStorm else self._hanging.seen(self._view_top)

    def show_storm(self, code: str) -> None:
        """As if its tab had been touched; the wall where it is not there any more."""
        if self._storms is not None:
            self.chooseTab(self._storms.key_of(code))

    def take_storms(self, room: StormRoom) -> None:
        """What runs beside the wall's orders; it comes after the first picture."""
        self._storms = room
        room.turned.connect(self._follow_storm)
        room.changed.connect(self.changed)
        self.changed.emit()

    # What QML shows

    @Property(QObject, notify=changed)
    def storms(self) -> StormRoom | None:
        """A StormRoom, which QML does not know before there is one."""
        return self._storms

    @Property(bool, notify=changed)
    def hasStorms(self) -> bool:
        return self._storms is not None

    @Property(int, notify=changed)
    def stormTabs(self) -> int:
        return len(self._storms.tabs.codes) if self._storms else 0

    @Property(bool, notify=changed)
    def hasStormTabs(self) -> bool:
        return self.stormTabs > 0

    @Property(bool, notify=changed)
    def isStorm(self) -> bool:
        """Whether a storm is shown in the place of the notes."""
        return self._storms is not None and self._storms.isShown

    @Property(Bar, notify=changed)
    def bar(self) -> Bar:
        return self._bar

    @Property("QVariantList", notify=changed)
    def tabs(self) -> Sequence[QObject]:
        return self._tabs.all

    @Property("QVariantList", notify=places_changed)
    def places(self) -> Sequence[QObject]:
        return self._hanging.places

    @Property(float, notify=height_changed)
    def contentHeight(self) -> float:
        return self._hanging.height

    @Property(str, notify=changed)
    def shopName(self) -> str:
        return shop_of(self._core).name

    @Property(QImage, notify=changed)
    def shopLogo(self) -> QImage:
        """Null for a shop that wears none."""
        png = logo_of(self._core)
        if png != self._logo[0]:
            self._logo = (png, QImage.fromData(png))
        return self._logo[1]

    @Property(WallSearch, notify=changed)
    def search(self) -> WallSearch:
        return self._search

    @Property(str, notify=changed)
    def emptyTitle(self) -> str:
        """What stands on a wall without notes."""
        return empty_title(self._found, self._tab, self._search.words, self._visit.words)

    @Property(str, notify=changed)
    def emptyText(self) -> str:
        return empty_text(self._found, self._tab, self._search.words, self._visit.words)

    @Slot(float, float, float, float)
    def setView(self, top: float, width: float, height: float, ratio: float) -> None:
        """Where the part for notes begins, its size in px, and how many dots of the screen make one."""
        self._view_top = top
        if width > 0 and height > 0:
            self._size = (width, height, ratio)
            self._measure()

    @Slot(bool)
    def setShown(self, is_shown: bool) -> None:
        if is_shown:
            self._looks.start()
        else:
            self._looks.stop()

    @Slot(float)
    def moveTo(self, top: float) -> None:
        self._hanging.move_to(top)

    @Slot(bool)
    def hold(self, is_held: bool) -> None:
        self._hanging.hold(is_held)
        if is_held:
            self._walk.leave()

    @Slot(str)
    def chooseTab(self, key: str) -> None:
        """Also the tab that is shown: to bring up what is new."""
        self._walk.leave()
        self._visit.touch()
        if self._storms is not None and self._storms.choose(key):
            self._tabs.choose(key)
            return
        # A storm that went away while its tab was touched leads to the wall.
        self._tab = Tab(key) if key in {str(tab) for tab in Tab} else Tab.NEW
        self._tabs.choose(self._tab)
        self._read_order()

    @Slot()
    def _follow_storm(self) -> None:
        room = self._storms
        if room is None or not room.isShown:
            self._bar.offer(takes_ideas=True)
        else:
            self._bar.offer(takes_ideas=room.page.takesIdeas, path=f"s/{room.code}")
        self.changed.emit()

    @Slot(int)
    def open(self, number: int) -> None:
        """Bring forward what hangs on this place."""
        idea_id = self._id_on(number)
        if idea_id is not None:
            self._visit.touch()
            self.note_requested.emit(idea_id)

    @Slot(int)
    def toggleMeToo(self, number: int) -> None:
        idea_id = self._id_on(number)
        if idea_id is not None:
            self._visit.touch()
            self._me_too.toggle(idea_id)

    # Keys walk from note to note

    @Slot(str)
    def step(self, way: str) -> None:
        """`left`, `right`, `up` or `down`, as it is seen on the page."""
        self._walk.step(way)

    @Slot()
    def enterWall(self) -> None:
        """The focus came to the wall."""
        self._walk.enter()

    @Slot()
    def leaveWall(self) -> None:
        self._walk.leave()

    @Slot(bool, result=bool)
    def goToCorner(self, is_corner: bool) -> bool:
        """From a note to its "Me too" and back; answers whether the focus moved."""
        return self._walk.go_to_corner(is_corner)

    @Slot()
    def press(self) -> None:
        """Enter on what has the focus."""
        place = self._walk.place
        if place is not None:
            (self.toggleMeToo if self._walk.is_on_corner else self.open)(place.number)

    def _id_on(self, number: int) -> UUID | None:
        hanging = self._hanging.places[number].hanging
        return None if hanging is None or self._hanging.note(hanging.id) is None else hanging.id

    # What hangs, and in which order

    def _face_of(self, note: Note) -> NoteFace:
        shop = shop_of(self._core)
        return face_of(
            note,
            shop=shop,
            words=self._visit.words,
            days=days_since(note.created_at, self._clock.now(), shop),
            is_given=self._me_too.is_given(note.id),
        )

    @Slot()
    def _read_order(self) -> None:
        self._is_stale = False
        self._question += 1
        question, tab, words = self._question, self._tab, self._search.words
        board = self._core.board
        self._background.run(
            lambda: _order_and_first(board, Tab.NEW if words else tab, words),
            lambda found: self._show_order(question, *found),
        )

    def _read_first_order(self) -> bool:
        """Answers whether it could be read; else the background tries, and tells why not."""
        board = self._core.board
        try:
            ids = board.top(self._tab, NOTES_AT_ONCE)
            first = board.notes(ids)
        except AppError:
            return False
        self._show_order(self._question, ids, first)
        self._has_only_top = True
        return True

    def fill_view(self) -> None:
        """Paint all that is in view now, for the first picture."""
        self._hanging.fill_view()

    @Slot()
    def draw_on(self) -> None:
        """The window painted a frame."""
        self._hanging.draw_on()

    def begin(self) -> None:
        """The first picture is seen: all that it did without comes now."""
        self._bar.begin()
        self._read_order()

    def _show_order(self, question: int, ids: Sequence[UUID], first: Sequence[Note]) -> None:
        if question == self._question:
            self._answered = question
            self._walk.leave()
            self._found = len(ids)
            self._search.tell_found(len(ids))
            has_only_top, self._has_only_top = self._has_only_top, False
            if not has_only_top or not self._hanging.go_on(ids):
                self._hanging.show(ids, first)
            self.changed.emit()

    def _read_notes(self, ids: Sequence[UUID], on_done: Callable[[Sequence[Note]], None]) -> None:
        board = self._core.board
        self._background.run(lambda: board.notes(ids), on_done)

    def _update_notes(self, ids: frozenset[UUID] | None) -> None:
        """Read anew what hangs of `ids`; None: everything."""
        known = self._hanging.ids()
        hanging = known if ids is None else [idea_id for idea_id in known if idea_id in ids]
        # A vote under way is ahead of the board.
        asked = [idea_id for idea_id in hanging if not self._me_too.is_settling(idea_id)]
        for start in range(0, len(asked), NOTES_AT_ONCE):
            self._update_some(asked[start : start + NOTES_AT_ONCE])

    def _update_some(self, asked: Sequence[UUID]) -> None:
        self._read_notes(asked, lambda notes: self._take_update(asked, notes))

    def _take_update(self, asked: Sequence[UUID], notes: Sequence[Note]) -> None:
        still = [idea_id for idea_id in asked if not self._me_too.is_settling(idea_id)]
        self._hanging.update(still, {note.id: note for note in notes})

    @Slot()
    def _come_up(self) -> None:
        """Nobody has touched anything for a while."""
        if self._is_stale and self._hanging.top <= 0 and not self._search.isOpen:
            self._read_order()

    @Slot(object, bool)
    def _show_vote(self, idea_id: UUID, is_given: bool) -> None:
        note = self._hanging.note(idea_id)
        if note is not None:
            self._hanging.put(with_vote(note, is_given))

    @Slot()
    def _follow_look(self) -> None:
        if not self._measure():
            self._hanging.dress()
        self.changed.emit()

    def _measure(self) -> bool:
        """Answers whether anything has another size now."""
        width, height, ratio = self._size
        if width <= 0:
            return False
        look = self._look
        measures = measure_wall(
            round(width),
            unit=look.unit,
            text_unit=look.textUnit,
            is_portrait=look.isPortrait,
            is_large=look.isLarge,
        )
        return self._hanging.set_view(measures, height, ratio)

    @Slot()
    def _forget(self) -> None:
        """The person is gone: back to the first tab, nothing searched, at the top, in a new order."""
        self._looks.tell()
        self._untouched_timer.stop()
        self._search.forget()
        self._walk.leave()
        self._tab = Tab.NEW
        self._tabs.choose(Tab.NEW)
        self._hanging.dress()
        self._read_order()

    def _tell_looks(self, looks: Sequence[Looked]) -> None:
        self._background.run(lambda: self._core.looked(looks))


def _order_and_first(board: CachedBoard, tab: Tab, words: str) -> tuple[list[UUID], list[Note]]:
    ids = board.order(tab, words)
    return ids, board.notes(ids[:NOTES_AT_ONCE])
