"""The page of the kiosks: which are in use, how a new one comes, what they could not deliver, their rules."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.command_line import parse
from app.domain.errors import AppError
from app.domain.ids import new_id
from app.domain.inbox import InboxView
from app.domain.kiosks import Kiosk, SetAside, SetAsideKind, pin_matches
from app.domain.pairing import VALID_FOR, parse_pairing_code
from app.domain.shop import Moderation
from app.paths import DataFolder
from app.services.customer import pairing
from app.services.owner.owner import Owner
from app.settings import Settings
from app.storage.database import Database
from tests.pseudo import pseudo_words
from tests.shop import SetClock
from tests.ui.desk.conftest import ADDRESS, FINGERPRINT, PORT, TLS_PORT, KioskProgram, OpenDesk, Told
from tests.ui.desk.hands import CONTROL, find, let_work_end, press, strike, write
from tests.ui.desk.test_looks import within
from tests.ui.desk.test_nothing_escapes import what_escapes
from ui.desk.builder import Desk
from ui.desk.kiosks.page import KiosksPage
from ui.desk.pages import KIOSKS
from ui.desk.surroundings import kiosk_arguments
from ui.shared.buttons import Button

Pair = Callable[..., Kiosk]


@pytest.fixture
def pair(database: Database, owner: Owner, clock: SetClock) -> Pair:
    """Pairs a kiosk as the server does it; `seen` tells how long ago it was heard of, None = never yet."""

    def pair_one(
        name: str = "Kiosk by the door",
        *,
        seen: timedelta | None = timedelta(),
        outbox: int = 0,
        problems: tuple[str, ...] = (),
    ) -> Kiosk:
        code = owner.new_pairing(FINGERPRINT)
        now = clock.now()
        paired = database.write(lambda stores: pairing.pair(stores, code.secret, name, now)).kiosk
        if seen is not None:
            hear(database, paired, clock, seen=seen, outbox=outbox, problems=problems)
        return paired

    return pair_one


def hear(
    database: Database,
    kiosk: Kiosk,
    clock: SetClock,
    *,
    seen: timedelta = timedelta(),
    outbox: int = 0,
    problems: tuple[str, ...] = (),
) -> None:
    """The kiosk tells of itself, as it does every other second."""
    at = clock.now() - seen
    database.write(
        lambda stores: stores.kiosks.saw(kiosk.id, at, outbox=outbox, version="0.1.0", problems=problems)
    )


def set_aside(
    database: Database, kiosk: Kiosk, clock: SetClock, text: str, kind: SetAsideKind = SetAsideKind.IDEA
) -> SetAside:
    refused = SetAside(
        id=new_id(clock.now()),
        kiosk_id=kiosk.id,
        kind=kind,
        sentence="This claim code is taken already.",
        text=text,
        at=clock.now() - timedelta(hours=2),
    )
    database.write(lambda stores: stores.set_asides.add(refused))
    return refused


def open_kiosks(desk: Desk, qtbot: QtBot) -> KiosksPage:
    desk.window.show_page(KIOSKS)
    assert desk.kiosks_page is not None
    look_again(desk, qtbot)
    return desk.kiosks_page


def look_again(desk: Desk, qtbot: QtBot) -> None:
    """As the page does by itself every other second."""
    let_work_end(desk, qtbot)
    desk.kiosks.look()
    let_work_end(desk, qtbot)


def shown(desk: Desk, name: str) -> str:
    """What the label or button of that name says, empty while it is not to be seen."""
    found = find(desk, name)
    assert isinstance(found, QLabel | Button)
    text = found.words if isinstance(found, Button) else found.text()
    return text if found.isVisible() else ""


def code_shown(desk: Desk) -> str:
    return " ".join(shown(desk, f"pairing-code-{place}") for place in range(5))


# The list


def test_a_shop_without_a_kiosk_is_told_what_one_is_and_offered_the_first(
    qtbot: QtBot, open_shop_desk: OpenDesk, kiosk_program: KioskProgram
) -> None:
    desk = open_shop_desk()
    open_kiosks(desk, qtbot)

    assert shown(desk, "kiosk-open-first") == "Open a kiosk on this computer"
    assert shown(desk, "kiosk-open") == ""
    strike(find(desk, "kiosk-open-first"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(kiosk_program.opened) == 1)


@pytest.mark.parametrize(
    ("seen", "state", "line"),
    [
        (timedelta(seconds=19), "connected", "Last seen now. Nothing waits there. Version 0.1.0."),
        (timedelta(minutes=2), "not there now", "Last seen 2 minutes ago."),
        (timedelta(minutes=61), "not there now", "Last seen 1 hour ago."),
        (timedelta(days=3), "not there now", "Last seen 17 Nov, "),
        (None, "paired, not seen yet", "Nothing waits there."),
    ],
)
def test_a_kiosk_stands_there_with_what_it_tells(
    qtbot: QtBot, open_shop_desk: OpenDesk, pair: Pair, seen: timedelta | None, state: str, line: str
) -> None:
    pair(seen=seen)
    desk = open_shop_desk()
    page = open_kiosks(desk, qtbot)

    [row] = page.list.rows
    assert row.name.text() == "Kiosk by the door"
    assert row.state.words == state
    assert row.told.text().startswith(line)
    assert state in row.accessibleName()


def test_what_kiosks_tell_grows_old_and_new_by_itself(
    qtbot: QtBot,
    open_shop_desk: OpenDesk,
    pair: Pair,
    database: Database,
    clock: SetClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ui.desk.kiosks.watch.LOOKED_AT_MS", 20)
    kiosk = pair(outbox=1, problems=("A damaged file was kept aside.",))
    desk = open_shop_desk()
    page = open_kiosks(desk, qtbot)
    [row] = page.list.rows
    assert "1 idea or vote waits there." in row.told.text()
    assert shown(desk, f"kiosk-problems-{kiosk.id.hex}") == "A damaged file was kept aside."

    clock.pass_time(minutes=5)
    qtbot.waitUntil(lambda: row.state.words == "not there now")
    hear(database, kiosk, clock, outbox=3)
    qtbot.waitUntil(lambda: row.state.words == "connected")

    assert page.list.rows == [row]
    assert "3 ideas and votes wait there." in row.told.text()
    assert shown(desk, f"kiosk-problems-{kiosk.id.hex}") == ""


def test_a_kiosk_is_renamed_in_place_by_keyboard(
    qtbot: QtBot, open_shop_desk: OpenDesk, pair: Pair, owner: Owner
) -> None:
    kiosk = pair()
    desk = open_shop_desk()
    open_kiosks(desk, qtbot)
    number = kiosk.id.hex

    strike(find(desk, f"kiosk-rename-{number}"), Qt.Key.Key_Space)
    field = find(desk, f"kiosk-name-{number}")
    assert field.hasFocus()
    write(field, "Till <b>two</b>")
    look_again(desk, qtbot)
    strike(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: owner.kiosks()[0].name == "Till <b>two</b>")
    qtbot.waitUntil(lambda: not field.isVisible())

    assert find(desk, f"kiosk-rename-{number}").hasFocus()
    strike(find(desk, f"kiosk-rename-{number}"), Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: owner.kiosks()[0].name == "Kiosk by the door")


def test_a_name_that_cannot_be_is_refused_at_its_field_and_escape_leaves_it(
    qtbot: QtBot, open_shop_desk: OpenDesk, pair: Pair, owner: Owner
) -> None:
    number = pair().id.hex
    desk = open_shop_desk()
    open_kiosks(desk, qtbot)
    press(desk, f"kiosk-rename-{number}")
    field = find(desk, f"kiosk-name-{number}")
    assert isinstance(field, QLineEdit)
    field.clear()

    press(desk, f"kiosk-keep-name-{number}")
    qtbot.waitUntil(lambda: shown(desk, f"error-kiosk-{number}") == "Please give the kiosk a name.")
    assert field.hasFocus()
    strike(field, Qt.Key.Key_Escape)

    assert not field.isVisible()
    assert owner.kiosks()[0].name == "Kiosk by the door"


def test_a_kiosk_is_shut_out_and_let_in_again(
    qtbot: QtBot, open_shop_desk: OpenDesk, pair: Pair, owner: Owner, told: Told
) -> None:
    kiosk = pair()
    desk = open_shop_desk()
    page = open_kiosks(desk, qtbot)

    press(desk, f"kiosk-revoke-{kiosk.id.hex}")
    qtbot.waitUntil(lambda: page.list.rows == [])
    assert owner.kiosks() == []
    assert told.said == ["Kiosk by the door is shut out. Ctrl Z takes that back."]
    desk.undoing.undo()

    qtbot.waitUntil(lambda: [row.kiosk.id for row in page.list.rows] == [kiosk.id])
    assert told.said[-1] == "Taken back: the kiosk is let in again"


# A kiosk on this computer


def test_one_click_pairs_and_opens_a_kiosk_on_this_computer(
    qtbot: QtBot,
    open_shop_desk: OpenDesk,
    kiosk_program: KioskProgram,
    pair: Pair,
    told: Told,
    database: Database,
    clock: SetClock,
    kept: list[Settings],
) -> None:
    elsewhere = pair("Window", seen=timedelta(days=1))
    desk = open_shop_desk()
    open_kiosks(desk, qtbot)

    press(desk, "kiosk-open")
    qtbot.waitUntil(lambda: len(kiosk_program.opened) == 1)
    assert shown(desk, "kiosk-open") == "The kiosk is being opened …"
    [(address, text)] = kiosk_program.opened
    code = parse_pairing_code(text)
    assert code is not None
    assert code.is_of(FINGERPRINT)
    assert address == f"https://127.0.0.1:{TLS_PORT}"
    secret, now = code.secret, clock.now()
    paired = database.write(lambda stores: pairing.pair(stores, secret, "Kiosk", now)).kiosk
    hear(database, elsewhere, clock)
    look_again(desk, qtbot)
    assert told.said == []
    hear(database, paired, clock)
    look_again(desk, qtbot)

    assert told.said == ["Kiosk is connected."]
    qtbot.waitUntil(lambda: [each.local_kiosk for each in kept] == [str(paired.id)])
    assert shown(desk, "kiosk-open") == "Open a kiosk on this computer"
    press(desk, "kiosk-open")
    assert told.said[-1] == "It is open already."
    assert len(kiosk_program.opened) == 1


def test_a_kiosk_that_was_opened_here_before_is_not_paired_once_more(
    qtbot: QtBot, open_shop_desk: OpenDesk, kiosk_program: KioskProgram, pair: Pair
) -> None:
    kiosk = pair(seen=timedelta(days=1))
    desk = open_shop_desk(Settings(theme="light", local_kiosk=str(kiosk.id)))
    open_kiosks(desk, qtbot)

    press(desk, "kiosk-open")
    qtbot.waitUntil(lambda: len(kiosk_program.opened) == 1)

    assert kiosk_program.opened == [(f"https://127.0.0.1:{TLS_PORT}", "")]


def test_a_kiosk_that_was_shut_out_is_paired_anew(
    qtbot: QtBot, open_shop_desk: OpenDesk, kiosk_program: KioskProgram, pair: Pair, owner: Owner
) -> None:
    kiosk = pair()
    owner.revoke_kiosk(kiosk.id)
    desk = open_shop_desk(Settings(theme="light", local_kiosk=str(kiosk.id)))
    open_kiosks(desk, qtbot)

    press(desk, "kiosk-open-first")
    qtbot.waitUntil(lambda: len(kiosk_program.opened) == 1)

    assert parse_pairing_code(kiosk_program.opened[0][1]) is not None


@pytest.mark.parametrize("code", ["", "000G40R40M30E209WVX7TWNZ6"])
def test_the_kiosk_of_this_computer_is_started_in_a_folder_of_its_own(tmp_path: Path, code: str) -> None:
    folder = DataFolder(tmp_path)
    address = f"https://127.0.0.1:{TLS_PORT}"

    asked = parse(kiosk_arguments(folder, address, code))

    assert (asked.command, asked.pair) == ("kiosk", code)
    assert asked.server == (address if code else "")
    assert DataFolder.choose(asked.data).root == tmp_path / "kiosk"


def test_where_it_would_cover_the_only_screen_that_is_asked_first(
    qtbot: QtBot, open_shop_desk: OpenDesk, kiosk_program: KioskProgram, told: Told
) -> None:
    kiosk_program.screens = 1
    desk = open_shop_desk()
    open_kiosks(desk, qtbot)

    press(desk, "kiosk-open-first")
    [(question, open_it)] = told.asked
    assert "one screen" in question
    assert kiosk_program.opened == []
    open_it()

    qtbot.waitUntil(lambda: len(kiosk_program.opened) == 1)


def test_a_kiosk_that_cannot_be_started_is_told_and_can_be_tried_again(
    qtbot: QtBot, open_shop_desk: OpenDesk, kiosk_program: KioskProgram, told: Told
) -> None:
    kiosk_program.problem = AppError("The kiosk cannot be started on this computer.")
    desk = open_shop_desk()
    open_kiosks(desk, qtbot)

    press(desk, "kiosk-open-first")

    qtbot.waitUntil(lambda: told.warned == ["The kiosk cannot be started on this computer."])
    assert find(desk, "kiosk-open-first").isEnabled()


def test_a_kiosk_that_does_not_come_is_told(
    qtbot: QtBot,
    open_shop_desk: OpenDesk,
    kiosk_program: KioskProgram,
    told: Told,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ui.desk.kiosks.opening.PATIENCE_MS", 1)
    desk = open_shop_desk()
    open_kiosks(desk, qtbot)

    press(desk, "kiosk-open-first")

    qtbot.waitUntil(lambda: len(told.warned) == 1)
    assert "has not come yet" in told.warned[0]
    assert len(kiosk_program.opened) == 1


# Another computer


def test_another_computer_gets_an_address_and_a_code_and_is_told_when_it_has_come(
    qtbot: QtBot, open_shop_desk: OpenDesk, pair: Pair, database: Database, clock: SetClock
) -> None:
    pair("Window")
    desk = open_shop_desk()
    open_kiosks(desk, qtbot)
    assert code_shown(desk).strip() == ""

    press(desk, "pairing-begin")
    qtbot.waitUntil(lambda: code_shown(desk).strip() != "")
    assert shown(desk, "pairing-address") == f"https://{ADDRESS}:{TLS_PORT}"
    assert shown(desk, "pairing-time") == "Good once, for 30 more minutes."
    look_again(desk, qtbot)
    assert shown(desk, "pairing-done") == ""
    code = parse_pairing_code(code_shown(desk))
    assert code is not None
    assert code.is_of(FINGERPRINT)
    secret, now = code.secret, clock.now()
    paired = database.write(lambda stores: pairing.pair(stores, secret, "Kiosk", now)).kiosk
    hear(database, paired, clock)
    look_again(desk, qtbot)

    assert shown(desk, "pairing-done") == "Kiosk is connected."
    assert code_shown(desk).strip() == ""
    assert shown(desk, "pairing-begin") == "Show a pairing code"


def test_a_code_grows_too_old_and_a_new_one_is_made(
    qtbot: QtBot,
    open_shop_desk: OpenDesk,
    clock: SetClock,
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ui.desk.kiosks.pairing_card.LOOK_AT_CLOCK_MS", 1)
    desk = open_shop_desk()
    open_kiosks(desk, qtbot)
    press(desk, "pairing-begin")
    qtbot.waitUntil(lambda: code_shown(desk).strip() != "")
    first = code_shown(desk)

    clock.pass_time(seconds=VALID_FOR.total_seconds() - 60)
    qtbot.waitUntil(lambda: shown(desk, "pairing-time") == "Good once, for 1 more minute.")
    clock.pass_time(minutes=1)
    qtbot.waitUntil(lambda: shown(desk, "pairing-time") == "This code is too old now.")
    assert code_shown(desk).strip() == ""
    press(desk, "pairing-fresh")
    qtbot.waitUntil(lambda: code_shown(desk).strip() not in ("", first))

    code, now = parse_pairing_code(code_shown(desk)), clock.now()
    assert code is not None
    assert database.write(lambda stores: pairing.pair(stores, code.secret, "Kiosk", now))


def test_a_code_that_is_put_away_leaves_no_letter_behind(qtbot: QtBot, open_shop_desk: OpenDesk) -> None:
    desk = open_shop_desk()
    open_kiosks(desk, qtbot)
    press(desk, "pairing-begin")
    qtbot.waitUntil(lambda: code_shown(desk).strip() != "")

    press(desk, "pairing-stop")

    groups = [find(desk, f"pairing-code-{place}") for place in range(5)]
    assert [group.text() for group in groups if isinstance(group, QLabel)] == [""] * 5
    assert find(desk, "pairing-code").accessibleName() == ""
    assert find(desk, "pairing-begin").hasFocus()


def test_while_the_server_is_not_running_no_code_is_offered(qtbot: QtBot, open_shop_desk: OpenDesk) -> None:
    desk = open_shop_desk()
    open_kiosks(desk, qtbot)

    desk.reach.server_stopped()

    assert "not running" in shown(desk, "pairing-why-not")
    assert shown(desk, "pairing-begin") == ""
    assert not find(desk, "kiosk-open-first").isEnabled()
    desk.reach.server_runs(PORT, TLS_PORT)
    qtbot.waitUntil(lambda: shown(desk, "pairing-begin") == "Show a pairing code")
    assert shown(desk, "pairing-tablet").endswith(f"http://{ADDRESS}:{PORT}/kiosk in its browser.")


def test_another_port_than_paired_kiosks_know_is_told_calmly(qtbot: QtBot, open_shop_desk: OpenDesk) -> None:
    desk = open_shop_desk()
    open_kiosks(desk, qtbot)
    assert shown(desk, "kiosks-moved") == ""

    desk.reach.server_runs(PORT, 40_001)

    qtbot.waitUntil(lambda: "by door 40001 for now" in shown(desk, "kiosks-moved"))
    press(desk, "pairing-begin")
    qtbot.waitUntil(lambda: shown(desk, "pairing-address") == f"https://{ADDRESS}:40001")


# What could not be delivered


def test_what_a_kiosk_could_not_deliver_is_put_in_the_inbox_and_set_aside_again_by_undo(
    qtbot: QtBot, open_shop_desk: OpenDesk, pair: Pair, database: Database, clock: SetClock, owner: Owner
) -> None:
    refused = set_aside(database, pair(), clock, "<b>Wooden</b> trains, please")
    desk = open_shop_desk()
    page = open_kiosks(desk, qtbot)
    assert shown(desk, "set-asides-title") == "1 thing could not be taken"
    qtbot.waitUntil(lambda: find(desk, "page-kiosks").accessibleName() == "Kiosks 1")

    press(desk, f"set-aside-take-{refused.id.hex}")
    qtbot.waitUntil(lambda: page.set_asides.notes == [])
    [idea] = owner.inbox(InboxView.WAITING).ideas
    assert idea.text == "<b>Wooden</b> trains, please"
    assert not page.set_asides.isVisible()
    desk.undoing.undo()

    qtbot.waitUntil(lambda: [note.refused.id for note in page.set_asides.notes] == [refused.id])
    assert owner.inbox(InboxView.WAITING).ideas == ()


def test_what_a_kiosk_could_not_deliver_is_dismissed_by_keyboard(
    qtbot: QtBot, open_shop_desk: OpenDesk, pair: Pair, database: Database, clock: SetClock, owner: Owner
) -> None:
    refused = set_aside(database, pair(), clock, "", SetAsideKind.VOTE)
    desk = open_shop_desk()
    page = open_kiosks(desk, qtbot)
    assert not find(desk, f"set-aside-take-{refused.id.hex}").isVisible()

    strike(find(desk, f"set-aside-dismiss-{refused.id.hex}"), Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: page.set_asides.notes == [])
    assert owner.set_asides() == []
    assert owner.inbox(InboxView.ALL).ideas == ()


def test_what_was_dealt_with_elsewhere_is_told_and_goes(
    qtbot: QtBot,
    open_shop_desk: OpenDesk,
    pair: Pair,
    database: Database,
    clock: SetClock,
    owner: Owner,
    told: Told,
) -> None:
    refused = set_aside(database, pair(), clock, "A bench")
    desk = open_shop_desk()
    page = open_kiosks(desk, qtbot)
    owner.dismiss_set_aside(refused.id)

    page.set_asides.notes[0].take_in_requested.emit()

    qtbot.waitUntil(lambda: told.warned == ["This was dealt with already."])
    qtbot.waitUntil(lambda: page.set_asides.notes == [])


# Rules


def test_rules_are_saved_at_once_as_one_step_and_taken_back_by_one(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.desk.kiosks.rules_keeper.SAVE_AFTER_MS", 50)
    owner.set_kiosk_pin("2468")
    desk = open_shop_desk()
    page = open_kiosks(desk, qtbot)

    page.rules.idle.stepUp()
    page.rules.idle.stepUp()
    press(desk, "kiosk-stands")
    qtbot.waitUntil(lambda: not owner.shop().kiosk.has_motion)
    let_work_end(desk, qtbot)

    assert owner.shop().kiosk.idle_seconds == 75
    assert owner.shop().kiosk.pin is not None
    desk.undoing.undo()
    qtbot.waitUntil(lambda: page.rules.has_motion)
    assert (page.rules.idle_seconds, owner.shop().kiosk.idle_seconds) == (45, 45)


def test_rules_said_just_before_the_page_is_left_are_saved(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner
) -> None:
    desk = open_shop_desk()
    page = open_kiosks(desk, qtbot)

    page.rules.idle.setValue(600)
    desk.window.show_page("inbox")

    qtbot.waitUntil(lambda: owner.shop().kiosk.idle_seconds == 600)


def test_the_pin_is_set_changed_and_removed_and_never_shown_again(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner
) -> None:
    desk = open_shop_desk()
    open_kiosks(desk, qtbot)
    field = find(desk, "pin-field")
    assert isinstance(field, QLineEdit)
    assert "No PIN yet" in shown(desk, "pin-state")

    press(desk, "pin-begin")
    write(field, "13")
    strike(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(desk, "error-pin") == "A PIN is 4 to 8 digits.")
    write(field, "57")
    strike(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(desk, "pin-state").startswith("A PIN is set."))
    kept = owner.shop().kiosk.pin
    assert kept is not None
    assert pin_matches("1357", kept)
    assert (field.text(), field.isVisible()) == ("", False)
    assert shown(desk, "pin-begin") == "Change the PIN"
    press(desk, "pin-remove")

    qtbot.waitUntil(lambda: "No PIN yet" in shown(desk, "pin-state"))
    assert owner.shop().kiosk.pin is None


def test_a_pin_that_is_given_up_by_escape_is_forgotten(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner
) -> None:
    desk = open_shop_desk()
    open_kiosks(desk, qtbot)
    press(desk, "pin-begin")
    field = find(desk, "pin-field")
    assert isinstance(field, QLineEdit)
    write(field, "1357")

    strike(field, Qt.Key.Key_Escape)
    let_work_end(desk, qtbot)

    assert field.text() == ""
    assert find(desk, "pin-begin").hasFocus()
    assert owner.shop().kiosk.pin is None


def test_rules_leave_what_your_shop_says_alone(qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner) -> None:
    """A form that is open on the other page keeps what is typed there, and both are saved."""
    desk = open_shop_desk()
    desk.window.show_page("shop")
    assert desk.shop_page is not None
    press(desk, "moderation-public-at-once")
    page = open_kiosks(desk, qtbot)
    page.rules.idle.setValue(120)
    desk.window.show_page("shop")
    qtbot.waitUntil(lambda: owner.shop().kiosk.idle_seconds == 120)

    desk.shop_page.save()

    qtbot.waitUntil(lambda: owner.shop().moderation is Moderation.PUBLIC_AT_ONCE)
    assert owner.shop().kiosk.idle_seconds == 120


# The page as a whole


def show_everything(desk: Desk, kiosk: Kiosk, qtbot: QtBot) -> None:
    press(desk, "pairing-begin")
    qtbot.waitUntil(lambda: code_shown(desk).strip() != "")
    press(desk, "pin-begin")
    press(desk, f"kiosk-rename-{kiosk.id.hex}")


def test_every_text_of_the_page_goes_through_the_catalogue(
    qtbot: QtBot, open_shop_desk: OpenDesk, pair: Pair, database: Database, clock: SetClock
) -> None:
    kiosk = pair("7", seen=timedelta(days=3), outbox=2, problems=("100",))
    pair("8")
    set_aside(database, kiosk, clock, "200")
    desk = open_shop_desk(words=pseudo_words())
    open_kiosks(desk, qtbot)
    show_everything(desk, kiosk, qtbot)
    desk.reach.server_runs(PORT, 40_001)

    data = (*code_shown(desk).split(), *code_shown(desk), "0.1.0", *calendar.month_abbr[1:], "/kiosk")
    assert what_escapes(desk.window, *data) == set()


@pytest.mark.parametrize(("width", "percent"), [(1440, 100), (1440, 200), (1024, 100), (1024, 200)])
def test_nothing_of_the_page_is_cut_off_at_any_text_size(
    qtbot: QtBot,
    open_shop_desk: OpenDesk,
    pair: Pair,
    database: Database,
    clock: SetClock,
    width: int,
    percent: int,
) -> None:
    kiosk = pair("Upstairs, where the tall shelves stand", outbox=12, problems=("A file was kept aside.",))
    pair("Window")
    refused = set_aside(database, kiosk, clock, "Donaudampfschifffahrt " * 6)
    desk = open_shop_desk(Settings(theme="light", text_percent=percent))
    desk.window.resize(width, 800)
    page = open_kiosks(desk, qtbot)
    show_everything(desk, kiosk, qtbot)

    def cut_off() -> list[QWidget]:
        parts = [*page.findChildren(QAbstractButton), *page.findChildren(QLineEdit), page.pairing]
        around = page.scroll_area.viewport()
        inside = [part for part in parts if part.isVisible() and page.scroll_area.isAncestorOf(part)]
        return [part for part in parts if part.isVisible() and not within(part, page)] + [
            part for part in inside if not within(part, around)
        ]

    qtbot.waitUntil(lambda: cut_off() == [])
    assert find(desk, f"set-aside-take-{refused.id.hex}").isVisible()
