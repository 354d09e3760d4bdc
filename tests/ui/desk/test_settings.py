"""The settings: found by words, set by keyboard alone; backups gone back to; what was done, read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import AppError
from app.domain.ideas import Channel, Idea
from app.domain.inbox import InboxView
from app.opening import open_owners_shop
from app.paths import DataFolder
from app.services.owner.owner import Owner
from app.settings import Settings
from app.theme import DARK
from tests.housekeeping import Computer
from tests.pseudo import escaped, pseudo_words
from tests.shop import SetClock
from tests.ui.desk.conftest import OpenDesk, Told
from tests.ui.desk.hands import CONTROL, find, let_work_end, listed, open_view, press, strike, write
from ui.desk.builder import Desk
from ui.desk.settings.about_sheet import AboutSheet
from ui.desk.settings.finding import Findable, found
from ui.desk.settings.housekeeping import Housekeeping
from ui.desk.settings.page import SettingsPage
from ui.desk.settings.sheet import SettingsSheet

Put = Callable[..., Idea]
SECTIONS = ("computer", "backups", "data", "activity", "about")


def open_settings(desk: Desk, qtbot: QtBot, section: str = "") -> SettingsPage:
    desk.window.show_page("settings")
    page = desk.window.findChild(SettingsPage)
    assert page is not None
    if section:
        press(desk, f"settings-{section}")
    let_work_end(desk, qtbot)
    return page


def search(desk: Desk) -> QLineEdit:
    found = find(desk, "settings-search")
    assert isinstance(found, QLineEdit)
    return found


def names_in(part: QWidget) -> set[str]:
    """What is read out of it to those who do not see."""
    return {widget.accessibleName() for widget in part.findChildren(QWidget)}


# Finding


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("dark", ["Light and contrast"]),
        ("lig", ["Light and contrast"]),
        ("ZOOM", ["Text size"]),
        ("light text", []),
        ("  ", []),
        ("sound", []),
    ],
)
def test_things_are_found_by_their_own_words_and_by_others(wanted: str, expected: list[str]) -> None:
    things = [
        Findable(section="computer", words="Light and contrast", others="dark theme"),
        Findable(section="computer", words="Text size", others="large zoom"),
    ]

    assert [thing.words for thing in found(wanted, things)] == expected


def test_search_leads_to_the_field_by_keyboard_alone(qtbot: QtBot, open_shop_desk: OpenDesk) -> None:
    desk = open_shop_desk()
    page = open_settings(desk, qtbot)

    write(search(desk), "zoom")
    strike(search(desk), Qt.Key.Key_Return)

    assert page.section == "computer"
    assert search(desk).text() == ""
    qtbot.waitUntil(lambda: find(desk, "text-percent").hasFocus())


def test_what_nobody_knows_is_said(qtbot: QtBot, open_shop_desk: OpenDesk) -> None:
    desk = open_shop_desk()
    open_settings(desk, qtbot)

    write(search(desk), "xylophone")

    assert any(label.text() == "Nothing here goes by these words." for label in shown_labels(desk))
    strike(search(desk), Qt.Key.Key_Escape)
    assert find(desk, "settings-backups").isVisible()


def shown_labels(desk: Desk) -> list[QLabel]:
    return [label for label in desk.window.findChildren(QLabel) if label.isVisible()]


def test_a_click_beside_the_fields_leaves_the_keyboard_where_it_is(
    qtbot: QtBot, open_shop_desk: OpenDesk
) -> None:
    desk = open_shop_desk()
    open_settings(desk, qtbot, "computer")
    entry = find(desk, "settings-computer")
    entry.setFocus()
    heading = next(each for each in shown_labels(desk) if each.text() == "This computer")

    QTest.mouseClick(heading, Qt.MouseButton.LeftButton)

    assert entry.hasFocus()


def test_arrow_keys_go_from_section_to_section(qtbot: QtBot, open_shop_desk: OpenDesk) -> None:
    desk = open_shop_desk()
    page = open_settings(desk, qtbot, "computer")

    strike(find(desk, "settings-computer"), Qt.Key.Key_Down)

    assert page.section == "backups"


def test_everything_that_search_knows_is_there(
    qtbot: QtBot, open_shop_desk: OpenDesk, housekeeping: Housekeeping
) -> None:
    housekeeping.keeper.backup()
    desk = open_shop_desk()
    page = open_settings(desk, qtbot)
    things = [thing for section in page._sections.values() for thing in section.findables if thing.widget]

    for thing in things:
        page.show_section(thing.section)
        let_work_end(desk, qtbot)
        assert find(desk, thing.widget) is not None, thing.words
    assert len(things) > 14


# This computer


def test_look_tray_paper_and_ports_are_kept_for_this_computer(
    qtbot: QtBot, open_shop_desk: OpenDesk, kept: list[Settings], computer: Computer
) -> None:
    computer.has_tray = True
    desk = open_shop_desk()
    open_settings(desk, qtbot, "computer")

    strike(find(desk, "theme-dark"), Qt.Key.Key_Space)
    strike(find(desk, "keep-in-tray"), Qt.Key.Key_Space)
    strike(find(desk, "usual-A6"), Qt.Key.Key_Space)
    port = find(desk, "port")
    assert isinstance(port, QSpinBox)
    port.setValue(9000)
    let_work_end(desk, qtbot)

    assert kept[-1].theme == "dark"
    assert (kept[-1].tray, kept[-1].paper_size, kept[-1].port) == (True, "A6", 9000)
    desk.theme.choose("light", 100)


def test_theme_and_text_size_are_worn_at_once_and_follow_the_keys(
    qtbot: QtBot, open_shop_desk: OpenDesk, kept: list[Settings]
) -> None:
    desk = open_shop_desk()
    open_settings(desk, qtbot, "computer")
    percent = find(desk, "text-percent")
    assert isinstance(percent, QSpinBox)

    press(desk, "theme-dark")
    assert desk.theme.palette is DARK
    percent.setValue(150)
    assert desk.theme.text_percent == 150
    strike(find(desk, "theme-dark"), Qt.Key.Key_0, CONTROL)

    assert percent.value() == 100
    qtbot.waitUntil(lambda: bool(kept) and (kept[-1].theme, kept[-1].text_percent) == ("dark", 100))
    desk.theme.choose("light", 100)


def test_starting_with_the_computer_is_set_and_a_refusal_is_said(
    qtbot: QtBot, open_shop_desk: OpenDesk, computer: Computer
) -> None:
    desk = open_shop_desk()
    open_settings(desk, qtbot, "computer")
    cell = find(desk, "autostart")
    assert isinstance(cell, QAbstractButton)

    strike(cell, Qt.Key.Key_Space)
    assert computer.starts_desk
    computer.problem = AppError("This system keeps no list.")
    strike(cell, Qt.Key.Key_Space)

    assert cell.isChecked()
    assert any(label.text() == "This system keeps no list." for label in shown_labels(desk))


def test_without_a_tray_nothing_can_be_kept_there(qtbot: QtBot, open_shop_desk: OpenDesk) -> None:
    desk = open_shop_desk(Settings(theme="light", tray=True))
    open_settings(desk, qtbot, "computer")

    assert not find(desk, "keep-in-tray").isEnabled()
    desk.window.close()
    assert desk.window.isHidden()


# Backups


def test_a_backup_is_made_and_listed(
    qtbot: QtBot, open_shop_desk: OpenDesk, told: Told, housekeeping: Housekeeping
) -> None:
    desk = open_shop_desk()
    open_settings(desk, qtbot, "backups")

    strike(find(desk, "backup-now"), Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: told.said == ["The backup is made and tested."])
    assert len(housekeeping.keeper.backups()) == 1
    qtbot.waitUntil(lambda: find(desk, "restore-0").isVisible())


def test_going_back_is_shown_first_then_done_and_can_be_come_back_from(
    qtbot: QtBot,
    open_shop_desk: OpenDesk,
    put: Put,
    told: Told,
    housekeeping: Housekeeping,
    clock: SetClock,
) -> None:
    put("A bench outside")
    housekeeping.keeper.backup()
    clock.pass_time(minutes=5)
    put("A bell at the door")
    desk = open_shop_desk()
    open_view(desk, InboxView.ALL, 2, qtbot)
    open_settings(desk, qtbot, "backups")

    strike(find(desk, "restore-0"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: find(desk, "restore-confirm").isVisible())
    assert {"1", "2"} <= {label.text() for label in shown_labels(desk)}
    strike(find(desk, "restore-confirm"), Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: any("as it was" in said for said in told.said))
    qtbot.waitUntil(lambda: listed(desk) == ["A bench outside"])
    assert len(housekeeping.keeper.backups()) == 2


def test_a_copy_moves_the_shop_to_another_computer(
    qtbot: QtBot,
    open_shop_desk: OpenDesk,
    owner: Owner,
    put: Put,
    told: Told,
    housekeeping: Housekeeping,
    tmp_path: Path,
) -> None:
    with open_owners_shop(DataFolder(tmp_path / "old computer")) as old:
        old.owner.save_shop(replace(old.owner.shop(), name="Rosa's flowers", owner="Rosa"))
        old.owner.add_idea("Longer ribbons", channel=Channel.IN_PERSON)
        old.keeper.save_copy(tmp_path / "stick.db")
    put("A bench outside")
    told.file = tmp_path / "stick.db"
    desk = open_shop_desk()
    open_settings(desk, qtbot, "backups")

    strike(find(desk, "restore-file"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: find(desk, "restore-confirm").isVisible())
    assert {"Rosa's flowers", "Linden Street Bakery"} <= {label.text() for label in shown_labels(desk)}
    strike(find(desk, "restore-confirm"), Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: any("as it was" in said for said in told.said))
    qtbot.waitUntil(lambda: owner.shop().name == "Rosa's flowers")
    qtbot.waitUntil(lambda: "Rosa's flowers" in names_in(desk.window.navigation))
    open_view(desk, InboxView.ALL, 1, qtbot)
    assert listed(desk) == ["Longer ribbons"]
    assert len(housekeeping.keeper.backups()) == 1


def test_a_copy_is_saved_where_one_wants_it(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, told: Told, housekeeping: Housekeeping, tmp_path: Path
) -> None:
    put("A bench outside")
    desk = open_shop_desk()
    open_settings(desk, qtbot, "backups")

    strike(find(desk, "save-backup"), Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: bool(told.said))
    [saved] = told.saved
    assert saved.name.startswith("Linden Street Bakery 20")
    assert told.said == [f"Saved as {saved.name} in {saved.parent}"]
    assert housekeeping.keeper.look_into(saved).ideas == 1
    told.folder = tmp_path / "nowhere"
    strike(find(desk, "save-backup"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(told.warned))
    assert "choose another place" in told.warned[0]


def test_going_back_can_be_left(
    qtbot: QtBot, open_shop_desk: OpenDesk, housekeeping: Housekeeping, put: Put
) -> None:
    housekeeping.keeper.backup()
    put("A bell at the door")
    desk = open_shop_desk()
    open_settings(desk, qtbot, "backups")
    strike(find(desk, "restore-0"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: find(desk, "restore-leave").isVisible())

    strike(find(desk, "restore-leave"), Qt.Key.Key_Space)

    assert not find(desk, "restore-confirm").isVisible()
    assert len(housekeeping.keeper.backups()) == 1


def test_a_backup_that_was_damaged_meanwhile_is_refused_with_a_sentence(
    qtbot: QtBot, open_shop_desk: OpenDesk, told: Told, housekeeping: Housekeeping
) -> None:
    made = housekeeping.keeper.backup()
    desk = open_shop_desk()
    open_settings(desk, qtbot, "backups")
    made.path.chmod(0o600)
    made.path.write_bytes(b"no database at all")

    strike(find(desk, "restore-0"), Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: bool(told.warned))
    assert "damaged" in told.warned[0]
    assert not find(desk, "restore-confirm").isVisible()


# Data, activity, about


def test_the_data_is_looked_through_and_its_folder_shown(
    qtbot: QtBot, open_shop_desk: OpenDesk, computer: Computer, put: Put
) -> None:
    put("A bell at the door")
    desk = open_shop_desk()
    open_settings(desk, qtbot, "data")

    strike(find(desk, "show-folder"), Qt.Key.Key_Space)
    strike(find(desk, "check-data"), Qt.Key.Key_Space)

    report = find(desk, "check-report")
    assert isinstance(report, QLabel)
    qtbot.waitUntil(lambda: report.text().startswith("All is well: 1 idea"))
    assert [path.name for path in computer.shown] == ["shop"]


def test_what_was_done_is_read_newest_first_and_leads_to_its_idea(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner
) -> None:
    idea = put("A bell at the door")
    owner.hide([idea.id])
    desk = open_shop_desk()

    open_settings(desk, qtbot, "activity")

    qtbot.waitUntil(lambda: any(label.text() == "You hid it." for label in shown_labels(desk)))
    told = [label.text() for label in shown_labels(desk)]
    assert told.index("You hid it.") < told.index("A customer sent it in.")


def test_a_step_back_and_forth_tells_what_it_took_back(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner
) -> None:
    idea = put("A bell at the door")
    owner.hide([idea.id])
    owner.undo()
    owner.redo()
    owner.undo()
    desk = open_shop_desk()

    open_settings(desk, qtbot, "activity")

    qtbot.waitUntil(lambda: any(label.text() == "You hid it." for label in shown_labels(desk)))
    told = [label.text() for label in shown_labels(desk)]
    steps = [
        text for text in told if text in {"You hid it.", "You hid it again.", "You took the hiding back."}
    ]
    assert steps == [
        "You took the hiding back.",
        "You hid it again.",
        "You took the hiding back.",
        "You hid it.",
    ]


def test_a_long_past_is_read_piece_by_piece(qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner) -> None:
    for number in range(70):
        owner.add_placement(f"Table {number}")
    desk = open_shop_desk()
    open_settings(desk, qtbot, "activity")
    sentence = "You made a new place for a code."

    def count() -> int:
        return sum(label.text() == sentence for label in desk.window.findChildren(QLabel))

    qtbot.waitUntil(lambda: count() == 60)
    strike(find(desk, "activity-more"), Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: count() == 70)
    assert not find(desk, "activity-more").isVisible()


def test_what_helps_is_copied_without_anybodys_words(
    qtbot: QtBot, open_shop_desk: OpenDesk, computer: Computer, put: Put, told: Told
) -> None:
    put("canary-of-words", name="canary-of-name")
    desk = open_shop_desk()
    open_settings(desk, qtbot, "about")

    strike(find(desk, "copy-diagnostics"), Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: bool(told.said))
    (text,) = computer.copied
    assert "Ideas: 1" in text
    assert "SQLite" in text
    for private in ("canary", "Linden", "Marta", str(desk.reach.base)):
        assert private not in text


def test_others_work_is_named_and_its_licence_can_be_read(qtbot: QtBot, open_shop_desk: OpenDesk) -> None:
    desk = open_shop_desk()
    open_settings(desk, qtbot, "about")

    strike(find(desk, "licence-0"), Qt.Key.Key_Space)

    sheet = desk.window.findChild(AboutSheet)
    assert sheet is not None
    qtbot.waitUntil(lambda: sheet.box is not None and sheet.box.isVisible())
    assert sheet.box is not None
    assert sheet.box.windowTitle().startswith("PySide6-Essentials 6.")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in sheet.box.text.toPlainText()
    strike(sheet.box, Qt.Key.Key_Escape)
    assert not sheet.box.isVisible()


def test_a_narrow_page_shows_the_list_or_a_section(qtbot: QtBot, open_shop_desk: OpenDesk) -> None:
    desk = open_shop_desk(Settings(theme="light", text_percent=200))
    desk.window.resize(1000, 700)
    page = open_settings(desk, qtbot)
    page.show_section("about")
    qtbot.waitUntil(lambda: find(desk, "settings-back").isVisible())
    assert not find(desk, "settings-about").isVisible()

    strike(find(desk, "settings-back"), Qt.Key.Key_Space)
    assert find(desk, "settings-about").isVisible()
    strike(find(desk, "settings-about"), Qt.Key.Key_Space)

    assert find(desk, "copy-diagnostics").isVisible()


# Keys and looks


def test_f1_lays_the_keys_over_any_page_and_takes_them_away(qtbot: QtBot, open_shop_desk: OpenDesk) -> None:
    desk = open_shop_desk()
    open_settings(desk, qtbot)

    strike(desk.window, Qt.Key.Key_F1)
    assert find(desk, "keys-sheet").isVisible()
    strike(find(desk, "keys-text"), Qt.Key.Key_Escape)
    assert not find(desk, "keys-sheet").isVisible()
    strike(desk.window, Qt.Key.Key_F1)
    strike(find(desk, "keys-help"), Qt.Key.Key_Space)

    assert desk.window.page == "help"


@pytest.mark.parametrize(("width", "percent"), [(2560, 100), (1000, 100), (1000, 200)])
def test_nothing_is_cut_off_at_any_width(
    qtbot: QtBot, open_shop_desk: OpenDesk, housekeeping: Housekeeping, width: int, percent: int
) -> None:
    housekeeping.keeper.backup()
    desk = open_shop_desk(Settings(theme="light", text_percent=percent))
    desk.window.resize(width, 700)
    page = open_settings(desk, qtbot)

    for section in SECTIONS:
        page.show_section(section)
        let_work_end(desk, qtbot)
        shown = page._stack.currentWidget()
        assert shown is not None
        for button in (each for each in shown.findChildren(QAbstractButton) if each.isVisible()):
            left = button.mapTo(shown, button.rect().topLeft()).x()
            assert left >= 0, button.objectName()
            assert left + button.width() <= shown.width(), button.objectName()


def test_every_word_is_translated(qtbot: QtBot, open_shop_desk: OpenDesk, housekeeping: Housekeeping) -> None:
    housekeeping.keeper.backup()
    desk = open_shop_desk(words=pseudo_words())
    page = open_settings(desk, qtbot)
    for section in ("computer", "backups", "data", "activity"):
        page.show_section(section)
        let_work_end(desk, qtbot)

    sheets = page.findChildren(SettingsSheet)
    shown = [label.text() for sheet in sheets for label in sheet.findChildren(QLabel)]
    shown += [button.accessibleName() for sheet in sheets for button in sheet.findChildren(QAbstractButton)]
    data = ("Linden Street Bakery", "Marta", "A4", "A5", "A6", "Teacup")
    assert [rest for text in shown if (rest := escaped(text, data=data)) and "/" not in rest] == []
