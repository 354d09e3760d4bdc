"""The page after pinning: thanks, what happens next, and the code with which its author follows the idea."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from app.dates import day_in_words
from app.domain.claim_codes import spaced
from app.domain.shop import Moderation
from app.kiosk.link import LinkState
from app.kiosk.outbox import Pinned
from ui.kiosk.typed import Property, QmlUncreatable
from ui.kiosk.visit import Visit
from ui.kiosk.write.core import WritingCore

QML_IMPORT_NAME = "Teacup"
QML_IMPORT_MAJOR_VERSION = 1

SECONDS_TO_READ = 40
# Who asked for large letters reads more slowly.
SECONDS_TO_READ_LARGE = 60
SECOND_MS = 1000


@QmlElement
@QmlUncreatable("The program makes the page.")
class ThanksPage(QObject):
    """`open` shows what was pinned; `done` comes by the button or when the time to read is over."""

    changed = Signal()
    done = Signal()

    def __init__(self, *, core: WritingCore, visit: Visit) -> None:
        super().__init__()
        self._core = core
        self._visit = visit
        self._pinned: Pinned | None = None
        self._text = ""
        self._is_on_its_way = True
        self._left = SECONDS_TO_READ
        self._second = QTimer(self)
        self._second.setInterval(SECOND_MS)
        self._second.timeout.connect(self.tick)
        visit.changed.connect(self.changed)
        visit.touched.connect(self._read_on)
        visit.ended.connect(self._forget)

    def open(self, pinned: Pinned, text: str) -> None:
        """`text` is what was pinned, as it was written."""
        self._pinned, self._text = pinned, text
        self._is_on_its_way = self._core.link is LinkState.ONLINE
        self._read_on()
        self._second.start()
        self.changed.emit()

    def rest(self) -> None:
        """The kiosk closes: nothing is to come of it any more."""
        self._second.stop()

    @Slot()
    def finish(self) -> None:
        """Enough seen: nothing of it stays on the screen."""
        if self._pinned is not None:
            self._forget()
            self.done.emit()

    @Slot()
    def tick(self) -> None:
        """A second has passed."""
        self._left -= 1
        if self._left <= 0:
            self.finish()
        else:
            self.changed.emit()

    @Slot()
    def _read_on(self) -> None:
        """Somebody is reading: from the beginning."""
        self._left = SECONDS_TO_READ_LARGE if self._visit.isLarge else SECONDS_TO_READ
        if self._pinned is not None:
            self.changed.emit()

    @Slot()
    def _forget(self) -> None:
        self._second.stop()
        self._pinned, self._text = None, ""
        self.changed.emit()

    @property
    def _owner(self) -> str:
        facts = self._core.facts
        return facts.shop.owner if facts else ""

    # What the page shows.

    @Property(str, notify=changed)
    def title(self) -> str:
        words = self._visit.words
        if not self._is_on_its_way:
            return words.tr("Thank you.\nIt is safe here.")
        if not self._owner:
            return words.tr("Thank you.\nWe have it.")
        return words.tr("Thank you.\n%(owner)s has it.", owner=self._owner)

    @Property(str, notify=changed)
    def next(self) -> str:
        """What happens now; `day` ends the sentence when there is one."""
        if not self._is_on_its_way:
            return f"{self._kept} {self._about_storm}".rstrip()
        if self._is_for_storm:
            return self._about_storm
        return f"{self._about_storm} {self._answered}".lstrip()

    @property
    def _is_for_storm(self) -> bool:
        return self._pinned is not None and bool(self._pinned.storm) and not self._pinned.is_late

    @property
    def _kept(self) -> str:
        return self._visit.words.tr(
            "There is no line to the shop just now. This kiosk keeps your words, and sends them by itself"
            " as soon as there is one."
        )

    @property
    def _about_storm(self) -> str:
        """Empty for what was given to none."""
        words, pinned = self._visit.words, self._pinned
        if pinned is None or not pinned.storm:
            return ""
        if pinned.is_late:
            return words.tr(
                "The storm had gone on when this came. It is an idea of its own now, and nothing is lost."
            )
        if not self._is_on_its_way:
            return words.tr("It was pinned in time, and belongs to the storm.")
        return words.tr(
            "It belongs to the storm, and hangs there when it has been read. What was decided stands here at"
            " the end, and behind your code."
        )

    @property
    def _answered(self) -> str:
        words, facts = self._visit.words, self._core.facts
        if facts is None:
            return words.tr("It goes up on the wall when it has been read.")
        days = facts.shop.promise_days
        if facts.shop.moderation is Moderation.PUBLIC_AT_ONCE:
            return words.trn(
                "It goes up on the wall, and is answered within %(count)s open day:",
                "It goes up on the wall, and is answered within %(count)s open days:",
                days,
            )
        return words.trn(
            "It goes up on the wall when it has been read, and is answered within %(count)s open day:",
            "It goes up on the wall when it has been read, and is answered within %(count)s open days:",
            days,
        )

    @Property(str, notify=changed)
    def day(self) -> str:
        """By when the answer comes."""
        if self._pinned is None or not self._is_on_its_way or self._core.facts is None or self._is_for_storm:
            return ""
        words = self._visit.words
        return words.tr("by %(day)s", day=day_in_words(self._pinned.due, words.language))

    @Property(str, notify=changed)
    def ownWords(self) -> str:
        return self._text

    @Property(str, notify=changed)
    def codeLabel(self) -> str:
        return self._visit.words.tr("Your claim code")

    @Property(str, notify=changed)
    def code(self) -> str:
        return spaced(self._pinned.claim_code) if self._pinned else ""

    @Property(str, notify=changed)
    def claimAddress(self) -> str:
        """Where a phone follows the idea; empty when phones cannot reach the shop."""
        facts = self._core.facts
        if self._pinned is None or facts is None or not facts.claim_address:
            return ""
        return facts.claim_address + self._pinned.claim_code

    @Property(str, notify=changed)
    def keep(self) -> str:
        """How to take the code along."""
        words = self._visit.words
        if not self.claimAddress:
            return words.tr("Write it down, or take a photo of this card.")
        return words.tr("Scan it, or take a photo of this card.")

    @Property(str, notify=changed)
    def use(self) -> str:
        """What the code is good for."""
        words = self._visit.words
        if not self._is_on_its_way:
            return words.tr("It is good from the moment your words have arrived.")
        return words.tr(
            "With it you can read the answer, reply, change your words for an hour, or take them back."
        )

    @Property(str, notify=changed)
    def countdown(self) -> str:
        return self._visit.words.trn(
            "This page clears itself in %(count)s second",
            "This page clears itself in %(count)s seconds",
            self._left,
        )

    @Property(str, notify=changed)
    def doneLabel(self) -> str:
        return self._visit.words.tr("Finished")
