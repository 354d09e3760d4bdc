"""From page to page on the whole kiosk: what is begun is found again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.kiosk.core import KioskCore
from app.kiosk.notes import Tab
from tests.kiosk_making import fill_board, hang, make_facts, make_note, tell_facts
from tests.making import TUESDAY, SetClock
from ui.kiosk.builder import OpenKiosk
from ui.kiosk.kiosk import Page

WORDS = "keep some seeded rolls back"


def page_of(kiosk: OpenKiosk) -> Page:
    return kiosk.front.kiosk.now


def test_looking_up_a_note_while_writing_loses_no_word(
    open_kiosk: Callable[[KioskCore], OpenKiosk], tmp_path: Path, clock: SetClock, qtbot: QtBot
) -> None:
    core = KioskCore.open(tmp_path / "kiosk", clock=clock)
    tell_facts(core, make_facts())
    hang(core, make_note("Please keep some seeded rolls back", at=TUESDAY))
    kiosk = open_kiosk(core)
    kiosk._wall.bar.pin()
    assert kiosk._write is not None
    assert kiosk._note is not None
    kiosk._write.set_text(WORDS)
    qtbot.waitUntil(lambda: kiosk._write is not None and kiosk._write.hasAlike)

    kiosk._write.open_note(0)
    assert page_of(kiosk) is Page.NOTE
    kiosk._note.close()

    assert page_of(kiosk) is Page.WRITE
    assert kiosk._write.text == WORDS


def test_the_first_picture_has_notes_and_the_rest_follows_without_a_jump(
    open_kiosk: Callable[[KioskCore], OpenKiosk], tmp_path: Path, clock: SetClock, qtbot: QtBot
) -> None:
    core = KioskCore.open(tmp_path / "kiosk", clock=clock)
    tell_facts(core, make_facts())
    fill_board(core, 300)

    kiosk = open_kiosk(core)
    wall = kiosk._wall
    first = wall._hanging.ids()[:8]
    qtbot.waitUntil(lambda: wall.is_settled)

    assert wall._hanging.ids()[:8] == first
    assert list(wall._hanging._ids) == core.board.order(Tab.NEW)
    wall.search.open()
    assert wall.search.hasKeys
