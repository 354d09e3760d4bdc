"""What pressing a key means. Fields listen to its signals and tell it what stands before their cursor."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from app.words import RIGHT_TO_LEFT
from ui.kiosk.keyboard import grid
from ui.kiosk.keyboard.captions import Captions, Moment, visible_text
from ui.kiosk.keyboard.grid import Key, Keys, Kind, Page
from ui.kiosk.keyboard.keys import KeyList
from ui.kiosk.keyboard.layouts import Keyboards
from ui.kiosk.keyboard.shift import Shift
from ui.kiosk.keyboard.text import before_cursor, begins_sentence, erased_by, utf16_length
from ui.kiosk.typed import Property, QmlUncreatable
from ui.kiosk.visit import Visit
from ui.shared.fonts import missing_letters

QML_IMPORT_NAME = "Teacup"
QML_IMPORT_MAJOR_VERSION = 1

HOLD_MS = 380
REPEAT_MS = 70
NOTHING = -1
# A machine that draws this one has a font of pictures; they come with the system, not with us.
ONE_PICTURE = "😀"
PAGES = {
    Kind.LETTERS: Page.LETTERS,
    Kind.NUMBERS: Page.NUMBERS,
    Kind.SIGNS: Page.SIGNS,
    Kind.ACCENTS: Page.ACCENTS,
    Kind.EMOJI: Page.EMOJI,
    Kind.LANGUAGES: Page.LANGUAGES,
}


@QmlElement
@QmlUncreatable("The program makes the keyboard.")
class KeyboardModel(QObject):
    """One keyboard for all fields of a page; the field with the focus obeys its four signals.

    The field calls `begin` when the focus comes and `follow` whenever its text or cursor moved, by these keys
    or by real ones. The letters are those of `language`, else of the visit's; little pictures are offered
    where this machine can draw them.
    """

    typed = Signal(str)
    erased = Signal()
    entered = Signal()
    cleared = Signal()
    changed = Signal()
    bubble_changed = Signal()

    def __init__(
        self,
        *,
        visit: Visit,
        keyboards: Keyboards,
        has_emoji: bool | None = None,
        language: str = "",
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._visit = visit
        self._keyboards = keyboards
        self._offered = keyboards.layouts
        self._has_emoji = not missing_letters(ONE_PICTURE) if has_emoji is None else has_emoji
        self._own_language = language
        self._shift = Shift(monotonic)
        self._phone_address = ""
        self._list = KeyList(lambda: self._captions)
        self._hold_timer = self._timer(HOLD_MS, self.hold, is_single=True)
        self._repeat_timer = self._timer(REPEAT_MS, self._erase, is_single=False)
        visit.changed.connect(self._follow_visit)
        visit.ended.connect(self._start_again)
        self._start_again()

    def _timer(self, milliseconds: int, work: Callable[[], None], *, is_single: bool) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.setSingleShot(is_single)
        timer.timeout.connect(work)
        return timer

    def follow_shop(self, *, languages: Sequence[str], phone_address: str) -> None:
        """The shop's own languages come first in the list; phones are sent to `phone_address`, if any."""
        own = [layout for tag in languages for layout in self._keyboards.layouts if layout.language == tag]
        others = [layout for layout in self._keyboards.layouts if layout not in own]
        self._offered = (*own, *others)
        self._phone_address = phone_address
        self._show(self._page)

    @Slot()
    def _follow_visit(self) -> None:
        if self._visit.language == self._language:
            self._tell()
        else:
            self._choose_layout()
            self._show_letters()

    @Slot()
    def _start_again(self) -> None:
        """Another person: nothing of the one before stays."""
        self._text = self._before = self._kept = ""
        self._bubble: tuple[str, ...] = ()
        self._bubble_key = self._chosen = NOTHING
        self._group = next(iter(self._keyboards.emoji))
        self._choose_layout()
        self._show_letters()

    def _choose_layout(self) -> None:
        self._language = self._visit.language
        self._take_layout(self._own_language or self._language)

    def _take_layout(self, language: str) -> None:
        self._layout = self._keyboards.of(language)
        self._shift.reset(is_wanted=self._wants_capital)

    # What the fields say.

    @Slot()
    def begin(self) -> None:
        """Another field has the focus: what was cleared belongs to the one before."""
        self._kept = ""
        self._tell()

    @Slot(str, int)
    def follow(self, text: str, cursor: int) -> None:
        """`cursor` counts UTF-16 units, as Qt does."""
        before = before_cursor(text, cursor)
        if (text, before) == (self._text, self._before):
            return
        self._visit.touch()
        self._text, self._before = text, before
        if text:
            self._kept = ""
        self._shift.follow(is_wanted=self._wants_capital)
        self._tell()

    @Property(int, notify=changed)
    def stepBack(self) -> int:
        """How many UTF-16 units `erased` takes from before the cursor."""
        return utf16_length(erased_by(self._before))

    # What fingers do.

    @Slot(int)
    def press(self, index: int) -> None:
        """A finger came down on a key. One that another finger still holds has its turn first."""
        self._visit.touch()
        keys = self._list.keys
        self._finish_held()
        self._close_bubble()
        if self._list.keys is not keys:
            return  # that one led to another page, and this finger is on a key that is gone
        self._held = index
        self._hold_timer.start()
        if self._list.keys[index].kind is Kind.BACKSPACE:
            self._erase()

    @Slot(int)
    def release(self, index: int) -> None:
        """The finger left: the key, or the bubble above it, which stays for a tap if none was chosen."""
        if index != self._held:
            return
        if self._bubble and self._chosen == NOTHING:
            self._let_go()
        elif self._bubble:
            self.choose(self._chosen)
        else:
            self._finish_held()

    @Slot(int)
    def tap(self, index: int) -> None:
        self.press(index)
        self.release(index)

    @Slot()
    def hold(self) -> None:
        """The finger stays: erasing goes on, a letter offers its relatives."""
        if self._held == NOTHING:
            return
        key = self._list.keys[self._held]
        if key.kind is Kind.BACKSPACE:
            self._repeat_timer.start()
        else:
            self._bubble = self._layout.offered_by(self._text_of(key)) if key.kind is Kind.TYPE else ()
            self._bubble_key, self._chosen = self._held, NOTHING
            self.bubble_changed.emit()

    @Slot(int)
    def slide(self, choice: int) -> None:
        """The finger is over one of the bubble, counted from 0, or over none of them."""
        found = choice if 0 <= choice < len(self._bubble) else NOTHING
        if found != self._chosen:
            self._chosen = found
            self.bubble_changed.emit()

    @Slot(int)
    def choose(self, choice: int) -> None:
        """Type one of the bubble, counted from 0; it may have closed under the finger."""
        if not 0 <= choice < len(self._bubble):
            return
        text = self._bubble[choice]
        self._let_go()
        self._close_bubble()
        self._visit.touch()
        self._type(text)

    @Slot()
    def dismiss(self) -> None:
        """A touch beside the bubble: none of them."""
        self._close_bubble()

    def _let_go(self) -> None:
        self._hold_timer.stop()
        self._repeat_timer.stop()
        self._held = NOTHING

    def _finish_held(self) -> None:
        """Do what the held key is for. Erasing began when it was pressed."""
        held = self._held
        self._let_go()
        if held != NOTHING and not self._bubble:
            self._do(self._list.keys[held])

    def _close_bubble(self) -> None:
        if self._bubble:
            self._bubble = ()
            self.bubble_changed.emit()

    def _do(self, key: Key) -> None:
        match key.kind:
            case Kind.TYPE:
                self._type(self._text_of(key))
            case Kind.SPACE:
                self._type(" ")
            case Kind.ENTER:
                self.entered.emit()
            case Kind.CLEAR:
                self._clear_or_bring_back()
            case Kind.SHIFT:
                self._shift.tap()
                self._tell()
            case Kind.GROUP:
                self._group = key.text
                self._show(Page.EMOJI)
            case Kind.LANGUAGE:
                self._take_layout(key.text)
                self._show_letters()
            case Kind.LETTERS if self._layout.is_by_phone:
                self._take_layout("en")
                self._show_letters()
            case kind if kind in PAGES:
                self._show(PAGES[kind])

    def _type(self, text: str) -> None:
        self._kept = ""
        self._shift.use()
        self.typed.emit(text)
        if self._page is Page.ACCENTS:
            self._show_letters()
        self._tell()

    @Slot()
    def _erase(self) -> None:
        self._visit.touch()
        self._kept = ""
        self.erased.emit()

    def _clear_or_bring_back(self) -> None:
        """What was cleared stays at hand for one tap, until the next key."""
        if self._kept:
            self.typed.emit(self._kept)
            self._kept = ""
        elif self._text:
            cleared = self._text
            self.cleared.emit()
            self._kept = cleared
        self._tell()

    @property
    def _wants_capital(self) -> bool:
        return self._layout.has_case and begins_sentence(self._before)

    # What the keys show.

    def _show_letters(self) -> None:
        self._show(Page.PHONE if self._layout.is_by_phone else Page.LETTERS)

    def _show(self, page: Page) -> None:
        self._page = page
        self._let_go()
        self._close_bubble()
        self._caption()
        self._list.show_page(self._keys_of(page))
        self.changed.emit()

    def _keys_of(self, page: Page) -> Keys:
        keyboards, layout, has_emoji = self._keyboards, self._layout, self._has_emoji
        match page:
            case Page.NUMBERS | Page.SIGNS:
                return grid.sign_keys(keyboards, page, has_emoji=has_emoji)
            case Page.ACCENTS:
                return grid.accent_keys(layout, has_emoji=has_emoji)
            case Page.EMOJI:
                return grid.emoji_keys(keyboards.emoji, self._group)
            case Page.LANGUAGES:
                return grid.language_keys(self._offered)
            case Page.PHONE:
                return grid.phone_keys()
            case _:
                return grid.letter_keys(layout, has_emoji=has_emoji)

    def _tell(self) -> None:
        """Most keys change nothing on the others: forty are asked anew only when some may look different."""
        if self._moment() != self._shown:
            self._caption()
            self._list.refresh()
        self.changed.emit()

    def _caption(self) -> None:
        self._shown = self._moment()
        self._captions = Captions(self._keyboards, self._shown)

    def _moment(self) -> Moment:
        return Moment(
            layout=self._layout,
            words=self._visit.words,
            group=self._group,
            is_shifted=self._shift.is_on,
            is_locked=self._shift.is_locked,
            can_clear=bool(self._text),
            can_bring_back=bool(self._kept),
        )

    def _text_of(self, key: Key) -> str:
        return key.shifted if self._shift.is_on else key.text

    @Property(KeyList, notify=changed)
    def keys(self) -> KeyList:
        return self._list

    @Property(int, notify=changed)
    def rowCount(self) -> int:
        return grid.ROWS

    @Property(float, notify=changed)
    def columnCount(self) -> float:
        return grid.COLUMNS

    @Property(str, notify=changed)
    def page(self) -> str:
        return str(self._page)

    @Property(str, notify=changed)
    def language(self) -> str:
        """Of the keys, which need not be that of the visit."""
        return self._layout.language

    @Property(bool, notify=changed)
    def isRightToLeft(self) -> bool:
        return self._layout.language in RIGHT_TO_LEFT

    @Property(bool, notify=changed)
    def isByPhone(self) -> bool:
        """Whether a phone is offered where letters would be."""
        return self._page is Page.PHONE

    @Property(str, notify=changed)
    def phoneAddress(self) -> str:
        return self._phone_address

    @Property(str, notify=changed)
    def phoneSentence(self) -> str:
        words, name = self._visit.words, self._layout.name
        if not self._phone_address:
            return words.tr("There are no keys for %(language)s here. Latin letters work.", language=name)
        return words.tr("To write in %(language)s, scan this with your phone.", language=name)

    @Property("QStringList", notify=bubble_changed)
    def bubble(self) -> list[str]:
        """What the held key offers; empty when no bubble is open."""
        return [visible_text(text) for text in self._bubble]

    @Property(int, notify=bubble_changed)
    def bubbleKey(self) -> int:
        """The index of the key that the bubble belongs to."""
        return self._bubble_key

    @Property(int, notify=bubble_changed)
    def chosen(self) -> int:
        """Which of the bubble the finger is over, or -1."""
        return self._chosen
