"""A storm as a file of the person's: written to where she chooses, and taken in again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.storms import Storm
from app.domain.whole_storms import TakenIn
from app.exchange.storm_files import open_storm, save_storm
from app.words import Words
from ui.desk.files import file_name, saved_sentence
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.services.owner.owner import Owner

SUFFIX = "json"


class StormFiles(QObject):
    """`acted` says that the shop has changed, `taken_in` carries the id of the storm that came."""

    acted = Signal()
    taken_in = Signal(object)

    def __init__(self, *, tools: Tools, owner: Owner) -> None:
        super().__init__()
        self._tools = tools
        self._owner = owner

    def save(self, storm: Storm) -> None:
        """Ask for whose eyes it is, then where it goes."""
        tr = self._tools.words.tr
        self._tools.messages.choose(
            tr(
                "Who will read this file? With codes and hidden ideas it moves the storm to another computer "
                "of your shop. Mail addresses are never in it."
            ),
            [
                (
                    tr("Only my shop: with codes and hidden ideas"),
                    lambda: self._ask_where(storm, private=True),
                ),
                (tr("Everybody: only what hangs there"), lambda: self._ask_where(storm, private=False)),
            ],
        )

    def take_in(self) -> None:
        """Ask for a file, then take in what is not here yet. What is wrong with it is told by its place."""
        title = self._tools.words.tr("Take a storm in from a file")
        self._tools.messages.ask_for_file(title, self._kind, self._take)

    def _ask_where(self, storm: Storm, *, private: bool) -> None:
        name = file_name(storm.question, SUFFIX)
        self._tools.messages.ask_where_to_save(
            name, self._kind, lambda path: self._write(path, storm, private)
        )

    def _write(self, path: Path, storm: Storm, private: bool) -> None:
        owner, now = self._owner, self._tools.clock.now()

        def work() -> bool:
            whole = owner.storm_exchange.hand_out(storm.id, private=private)
            save_storm(path, whole, shop=owner.shop().name, now=now)
            return whole.is_sealed and bool(whole.contributions)

        self._tools.background.run(work, lambda is_sealed: self._tell_saved(path, is_sealed))

    def _tell_saved(self, path: Path, is_sealed: bool) -> None:
        words = self._tools.words
        saved = saved_sentence(path, words)
        sealed = words.tr("Without me-toos: nobody may see them before choosing.")
        self._tools.messages.say(f"{saved}. {sealed}" if is_sealed else saved)

    def _take(self, path: Path) -> None:
        owner = self._owner

        def work() -> TakenIn:
            return owner.storm_exchange.take_in(open_storm(path))

        self._tools.background.run(work, self._tell_taken)

    def _tell_taken(self, came: TakenIn) -> None:
        self._tools.messages.say(" ".join(_sentences(came, self._tools.words)))
        self.acted.emit()
        self.taken_in.emit(came.storm.id)

    @property
    def _kind(self) -> str:
        return self._tools.words.tr("Storms (*.%(suffix)s)", suffix=SUFFIX)


def _sentences(came: TakenIn, words: Words) -> Iterator[str]:
    if not came.has_changed:
        yield words.tr("All of it was here already.")
    else:
        yield words.trn(
            "The storm is here, with %(count)s contribution.",
            "The storm is here, with %(count)s contributions.",
            came.fresh,
        )
    if came.erased:
        yield words.trn(
            "%(count)s stays away: it was erased here.",
            "%(count)s stay away: they were erased here.",
            came.erased,
        )
    if came.has_new_code:
        yield words.tr(
            "Another storm has its code, so it got a new one: sheets that were printed lead elsewhere."
        )
    if came.has_changed:
        yield words.tr("Ctrl Z takes that back.")
