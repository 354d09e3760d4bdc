"""The mat beside the inbox: every sheet of a notice, and a word before paper shows gaps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.decisions import Decision
from app.domain.ideas import Idea, Status
from app.domain.notices import PaperSize
from app.photo_door import make_photo
from app.services.owner.owner import Owner
from app.settings import Settings
from tests.pictures import as_file, picture
from tests.ui.desk.conftest import OpenDesk, Told
from tests.ui.desk.hands import find, let_work_end, press, wait_for_work, write
from ui.desk.builder import Desk

Put = Callable[..., Idea]
# No font that comes with Teacup has it.
OLD_PERSIAN = "𐎠"
LONG = "The bell should ring twice when the bread is ready, and once when it is gone. " * 6


def answered(put: Put, owner: Owner, text: str) -> Idea:
    idea = put(text)
    owner.answer(idea.id, Decision(status=Status.DONE, text="It hangs."))
    return idea


def said(widget: object) -> str:
    assert isinstance(widget, QLabel)
    return widget.text() if widget.isVisible() else ""


def test_a_notice_of_two_sheets_shows_each_of_them(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner
) -> None:
    idea = answered(put, owner, LONG)
    desk = open_shop_desk(Settings(theme="light", paper_size="A6"))
    desk.inbox.show_idea(idea.id)
    wait_for_work(desk, idea, qtbot)
    place, back, on = (find(desk, name) for name in ("sheet-number", "sheet-back", "sheet-on"))
    qtbot.waitUntil(lambda: said(place).startswith("Sheet 1 of"))
    first = desk.inbox.preview.sheet.picture
    assert first is not None
    assert not back.isEnabled()

    press(desk, "sheet-on")

    assert said(place).startswith("Sheet 2 of")
    second = desk.inbox.preview.sheet.picture
    assert second is not None
    assert second.toImage() != first.toImage()
    while on.isEnabled():
        press(desk, "sheet-on")
    desk.inbox.preview.choose_size(PaperSize.A4)
    assert said(place) == ""


def test_letters_that_no_font_has_are_named_before_anything_is_printed(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner, told: Told, printed: list[bytes]
) -> None:
    idea = answered(put, owner, f"A bell at the door {OLD_PERSIAN}")
    desk = open_shop_desk()
    desk.inbox.show_idea(idea.id)
    wait_for_work(desk, idea, qtbot)
    qtbot.waitUntil(lambda: OLD_PERSIAN in said(find(desk, "missing-letters")))

    press(desk, "print-notice")
    qtbot.waitUntil(lambda: len(told.asked) == 1)

    [(question, print_all_the_same)] = told.asked
    assert OLD_PERSIAN in question
    assert printed == []
    print_all_the_same()
    qtbot.waitUntil(lambda: len(printed) == 1)


@pytest.mark.parametrize("text", ["A bell at the door", "パン 🥐 хлеб"])
def test_letters_that_can_be_printed_need_no_word(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner, printed: list[bytes], text: str
) -> None:
    idea = answered(put, owner, text)
    desk = open_shop_desk()
    desk.inbox.show_idea(idea.id)
    wait_for_work(desk, idea, qtbot)

    press(desk, "print-notice")
    qtbot.waitUntil(lambda: len(printed) == 1)

    assert said(find(desk, "missing-letters")) == ""


def test_a_photo_lies_on_the_sheet_while_it_is_written_and_when_it_stands(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner, tmp_path: Path
) -> None:
    idea = put("A bell at the door")
    file = tmp_path / "bell.png"
    file.write_bytes(as_file(picture((640, 480))))
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)
    press(desk, "decision-done")
    write(desk.inbox.work.answering.editor, "It hangs.")

    desk.inbox._photos.choose(file)
    qtbot.waitUntil(lambda: shows_photo(desk))
    press(desk, "take-photo-off")
    qtbot.waitUntil(lambda: not shows_photo(desk))
    desk.inbox._photos.choose(file)
    qtbot.waitUntil(lambda: shows_photo(desk))
    press(desk, "answer")

    qtbot.waitUntil(lambda: owner.detail(idea.id).idea.is_answered)
    let_work_end(desk, qtbot)
    assert shows_photo(desk)
    assert said(find(desk, "no-photo")) == ""


def test_a_photo_that_nobody_would_see_is_told_of(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner
) -> None:
    idea = put("A bell at the door")
    taken = make_photo(as_file(picture((8, 6))))
    photo = owner.photos.put_in(idea.id, taken.content, width=taken.width, height=taken.height)
    owner.answer(idea.id, Decision(status=Status.DONE, text="It hangs.", photo_id=photo))
    desk = open_shop_desk()
    desk.inbox.show_idea(idea.id)
    wait_for_work(desk, idea, qtbot)

    qtbot.waitUntil(lambda: "too small to see" in said(find(desk, "no-photo")))
    assert not shows_photo(desk)


def shows_photo(desk: Desk) -> bool:
    return "A photo of it" in desk.inbox.preview.sheet.accessibleName()
