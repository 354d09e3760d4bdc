"""The page of storms: asked, gathered, chosen, concluded, carried out and looked back at; by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.ideas import Link, Visibility
from app.domain.notices import Design, SheetKind
from app.domain.storm_sheets import StormSheet
from app.domain.storms import Phase, Storm, Ways
from app.services.owner.owner import Owner
from app.settings import Settings
from app.storage.database import Database
from tests.pseudo import escaped, pseudo_words
from tests.shop import SetClock
from tests.ui.desk.conftest import OpenDesk, Told
from tests.ui.desk.hands import CONTROL, find, let_work_end, strike, write
from tests.ui.desk.storm_making import CHOOSES, CLOSES, GATHERS, MONDAY, QUESTION, StormShop
from ui.desk.builder import Desk
from ui.desk.pages import STORMS
from ui.desk.storms.contribution import Contribution
from ui.desk.storms.page import StormsPage
from ui.paper.printing import page_sizes
from ui.shared.buttons import PRIMARY, Button


@pytest.fixture
def clock() -> SetClock:
    return SetClock(MONDAY)


@pytest.fixture
def shop(database: Database, owner: Owner, clock: SetClock) -> StormShop:
    owner.save_shop(replace(owner.shop(), timezone="Europe/Berlin"))
    return StormShop(database, owner, clock)


@pytest.fixture
def desk_of(qtbot: QtBot, open_shop_desk: OpenDesk) -> Callable[..., Desk]:
    def open_it(settings: Settings | None = None, **more: object) -> Desk:
        desk = open_shop_desk(settings, page=STORMS, **more)
        let_work_end(desk, qtbot)
        let_work_end(desk, qtbot)
        return desk

    return open_it


DeskOf = Callable[..., Desk]


def page_of(desk: Desk) -> StormsPage:
    assert desk.storms is not None
    return desk.storms


def text_of(desk: Desk, name: str) -> str:
    found = find(desk, name)
    assert isinstance(found, QLabel | Button | QLineEdit)
    return found.words if isinstance(found, Button) else found.text()


def shown(desk: Desk) -> list[str]:
    labels = desk.window.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible() and label.text()]


def primaries(desk: Desk) -> list[str]:
    """What is to be done next, as the page says it."""
    found = page_of(desk).findChildren(Button)
    return [button.words for button in found if button.isVisible() and button.property("role") == PRIMARY]


def hands(desk: Desk) -> QWidget:
    """Where the person's hands are: in the box that lies open, or on the page."""
    focused = desk.window.focusWidget()
    assert focused is not None
    return focused


def key(widget: QWidget, struck: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(widget, struck, modifiers or Qt.KeyboardModifier.NoModifier)


def box_of(desk: Desk, name: str, qtbot: QtBot) -> QWidget:
    """The box, once it has the keyboard."""
    qtbot.waitUntil(lambda: find(desk, name).isVisible() and find(desk, name).isActiveWindow())
    return find(desk, name)


def go_back(desk: Desk, qtbot: QtBot) -> None:
    """The box is closed; its window has the keyboard again, as the system gives it."""
    let_work_end(desk, qtbot)
    let_work_end(desk, qtbot)
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)


def notes(desk: Desk) -> list[Contribution]:
    return page_of(desk).sheet.chains.columns.notes


@pytest.mark.usefixtures("shop")
def test_without_a_storm_it_says_what_one_is_and_offers_one_step(desk_of: DeskOf) -> None:
    desk = desk_of()

    assert primaries(desk) == ["Ask a question"]
    assert any("everybody builds on what the others say" in text for text in shown(desk))
    assert find(desk, "storm-ask").hasFocus()


@pytest.mark.usefixtures("shop")
def test_a_question_is_asked_and_announced_by_keyboard_alone(
    qtbot: QtBot, desk_of: DeskOf, owner: Owner, told: Told
) -> None:
    desk = desk_of()
    key(find(desk, "storm-ask"), Qt.Key.Key_Space)
    box = box_of(desk, "storm-ask-box", qtbot)

    QTest.keyClicks(find(desk, "storm-question"), QUESTION)
    assert text_of(desk, "storm-meaning").startswith("Gathering until")
    assert "Choosing until" in text_of(desk, "storm-meaning")
    key(box, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: page_of(desk).view is not None)

    view = owner.storms.view(owner.storms.all()[0].storm.id)
    assert (view.storm.question, view.phase) == (QUESTION, Phase.GATHERING)
    assert not box.isVisible()
    qtbot.waitUntil(lambda: find(desk, "page-storms").accessibleName() == "Storms 1")
    assert told.said == ["It is announced. Ctrl Z takes that back until gathering begins."]


@pytest.mark.usefixtures("shop")
def test_an_empty_question_is_refused_at_its_box_and_nothing_is_lost(
    qtbot: QtBot, desk_of: DeskOf, owner: Owner
) -> None:
    desk = desk_of()
    key(find(desk, "storm-ask"), Qt.Key.Key_Space)
    box = box_of(desk, "storm-ask-box", qtbot)
    about = find(desk, "storm-about")
    QTest.keyClicks(about, "We have a corner free.")

    key(box, Qt.Key.Key_Return, CONTROL)
    let_work_end(desk, qtbot)

    assert text_of(desk, "error-storm-question") == "A storm is one question. Please write it down."
    assert find(desk, "storm-question").hasFocus()
    assert isinstance(about, QPlainTextEdit)
    assert about.toPlainText() == "We have a corner free."
    assert owner.storms.all() == []
    key(box, Qt.Key.Key_Escape)
    page_of(desk).ask()
    assert about.toPlainText() == "We have a corner free."
    assert page_of(desk).is_begun


@pytest.mark.usefixtures("shop")
def test_what_was_begun_is_asked_about_when_the_desk_closes(
    qtbot: QtBot, desk_of: DeskOf, told: Told
) -> None:
    desk = desk_of()
    page_of(desk).ask()
    QTest.keyClicks(find(desk, "storm-question"), "What music")
    key(box_of(desk, "storm-ask-box", qtbot), Qt.Key.Key_Escape)

    assert not desk.window.close()
    assert told.asked[0][0].startswith("What you wrote for a storm is not kept.")


def test_a_draft_is_changed_announced_and_taken_back(
    qtbot: QtBot, desk_of: DeskOf, shop: StormShop, owner: Owner
) -> None:
    storm = shop.draft()
    desk = desk_of()
    assert primaries(desk) == ["Announce it"]

    strike(hands(desk), Qt.Key.Key_E)
    box = box_of(desk, "storm-ask-box", qtbot)
    question = find(desk, "storm-question")
    assert isinstance(question, QLineEdit)
    assert question.text() == QUESTION
    question.setText("What music on Fridays?")
    press_draft = find(desk, "storm-keep-draft")
    key(press_draft, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not box.isVisible())
    assert owner.storms.view(storm.id).storm.question == "What music on Fridays?"

    go_back(desk, qtbot)
    strike(find(desk, "storm-do-announce"), Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: owner.storms.view(storm.id).phase is Phase.ANNOUNCED)
    let_work_end(desk, qtbot)
    strike(desk.window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: primaries(desk) == ["Announce it"])


def test_what_waits_is_put_up_by_one_key_and_all_of_it_by_two(
    qtbot: QtBot, desk_of: DeskOf, shop: StormShop, owner: Owner
) -> None:
    storm = shop.gathering()
    sent = [shop.send(storm, text) for text in ("Jazz", "Soul", "Records")]
    desk = desk_of()
    assert primaries(desk) == ["Put up"]

    strike(hands(desk), Qt.Key.Key_A)
    qtbot.waitUntil(lambda: len(notes(desk)) == 1)
    key(hands(desk), Qt.Key.Key_A, CONTROL)
    key(hands(desk), Qt.Key.Key_A)
    qtbot.waitUntil(lambda: len(notes(desk)) == 3)

    assert [idea.visibility for idea in owner.several([idea.id for idea in sent])] == [Visibility.PUBLIC] * 3
    assert not find(desk, "storm-waiting").isVisible()


def test_chains_hang_with_their_words_and_are_walked_by_arrows(
    qtbot: QtBot, desk_of: DeskOf, shop: StormShop
) -> None:
    storm = shop.gathering()
    first = shop.write(storm, "An acoustic guitar", "Ben")
    shop.write(storm, "Only until nine", "Ingrid", first, Link.BUT)
    shop.write(storm, "Records")
    desk = desk_of()

    assert text_of(desk, "storm-count") == "3 ideas, 1 chain"
    assert [note.idea.text for note in notes(desk)] == ["An acoustic guitar", "Only until nine", "Records"]
    assert notes(desk)[1].accessibleDescription() == "but. Ingrid"
    assert notes(desk)[0].hasFocus()
    key(notes(desk)[0], Qt.Key.Key_Down)
    assert notes(desk)[1].hasFocus()
    key(notes(desk)[1], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.window.page == "inbox")
    qtbot.waitUntil(lambda: desk.inbox.work.note.accessibleName() == "Only until nine")


def test_a_note_goes_on_the_shortlist_by_key_and_off_by_click(
    qtbot: QtBot, desk_of: DeskOf, shop: StormShop, owner: Owner
) -> None:
    storm = shop.gathering()
    idea = shop.write(storm, "Records")
    desk = desk_of()

    key(notes(desk)[0], Qt.Key.Key_S)
    qtbot.waitUntil(lambda: notes(desk)[0].is_picked)
    assert owner.storms.view(storm.id).shortlist == (idea.id,)
    note = notes(desk)[0]
    QTest.mouseClick(note, Qt.MouseButton.LeftButton, pos=note.picking_place().center().toPoint())
    qtbot.waitUntil(lambda: not notes(desk)[0].is_picked)
    strike(desk.window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: notes(desk)[0].is_picked)


def test_counts_stay_hidden_before_choosing_and_are_told_after(
    qtbot: QtBot, desk_of: DeskOf, shop: StormShop
) -> None:
    storm = shop.gathering(ways=Ways.VOTES)
    records, jazz = shop.write(storm, "Records"), shop.write(storm, "Jazz")
    shop.vote(jazz, "one", "two")
    desk = desk_of()
    assert "Counts stay hidden" in shown(desk)
    assert not find(desk, "storm-tally").isVisible()

    shop.go_to(CHOOSES)
    shop.vote(records, "one", "two")
    page_of(desk).refresh()
    qtbot.waitUntil(lambda: find(desk, "storm-tally").isVisible())

    assert "Counts stay hidden" not in shown(desk)
    told = text_of(desk, "storm-turnout")
    assert "A tie: 2 ideas share the first place." in told
    assert "the numbers say little" in told


def test_the_page_goes_on_by_itself_at_the_end_of_a_phase(
    qtbot: QtBot, desk_of: DeskOf, shop: StormShop, clock: SetClock
) -> None:
    storm = shop.gathering()
    shop.write(storm, "Records")
    clock.pass_time(seconds=(CHOOSES - clock.now()).total_seconds() - 0.05)
    desk = desk_of()
    assert page_of(desk).view is not None
    clock.pass_time(seconds=1)

    qtbot.waitUntil(lambda: "Choosing" in find(desk, "storm-timeline").accessibleName())


def test_a_second_desk_sees_what_the_first_one_did(
    qtbot: QtBot, desk_of: DeskOf, shop: StormShop, owner: Owner
) -> None:
    storm = shop.draft()
    desk = desk_of()

    owner.storms.announce(storm.id)
    desk.bridge.ask()

    qtbot.waitUntil(lambda: page_of(desk).view is not None and "Announced" in _timeline(desk))
    qtbot.waitUntil(lambda: find(desk, "page-storms").accessibleName() == "Storms 1")


def _timeline(desk: Desk) -> str:
    return find(desk, "storm-timeline").accessibleName()


def test_more_time_is_given_once_after_a_plain_warning(
    qtbot: QtBot, desk_of: DeskOf, shop: StormShop, owner: Owner
) -> None:
    storm = shop.gathering()
    desk = desk_of()

    strike(hands(desk), Qt.Key.Key_X)
    box_of(desk, "storm-extend-box", qtbot)
    warning = "Nothing takes it back, and a storm is never made shorter"
    assert any(warning in text for text in shown(desk))
    key(find(desk, "storm-days"), Qt.Key.Key_Up)
    key(find(desk, "storm-days"), Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: owner.storms.view(storm.id).storm.extended_at is not None)

    times = owner.storms.view(storm.id).storm.times
    assert times.chooses_at > CHOOSES
    assert times.closes_at > times.chooses_at
    let_work_end(desk, qtbot)
    qtbot.waitUntil(lambda: find(desk, "storm-do-extend").isHidden())
    assert "Extended once" in text_of(desk, "storm-next")


def test_thirty_ballots_are_typed_in_a_row_without_the_mouse(
    qtbot: QtBot, desk_of: DeskOf, shop: StormShop, owner: Owner
) -> None:
    storm = shop.gathering()
    records, _jazz = shop.write(storm, "Records"), shop.write(storm, "Jazz")
    ballots = owner.storms.print_ballots(storm.id, 30)
    shop.go_to(CHOOSES)
    desk = desk_of()
    assert primaries(desk) == ["Type in ballots"]

    strike(hands(desk), Qt.Key.Key_T)
    box_of(desk, "storm-till-box", qtbot)
    code, choice = find(desk, "storm-code"), find(desk, "storm-choice")
    for number, ballot in enumerate(ballots, 1):
        assert code.hasFocus()
        QTest.keyClicks(code, ballot.code)
        key(code, Qt.Key.Key_Return)
        assert choice.hasFocus()
        QTest.keyClicks(choice, "1")
        key(choice, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda number=number: f"{number} ballot" in text_of(desk, "storm-till-told"))  # type: ignore[misc]

    tally = owner.storms.view(storm.id).tally
    assert tally is not None
    assert tally.of(records.id).ballots == 30


def test_a_wrong_ballot_is_told_at_its_field_and_typed_anew(
    qtbot: QtBot, desk_of: DeskOf, shop: StormShop, owner: Owner
) -> None:
    storm = shop.gathering()
    records = shop.write(storm, "Records")
    ballot = owner.storms.print_ballots(storm.id, 1)[0]
    shop.go_to(CHOOSES)
    owner.storms.give_ballot(ballot.code, records.id)
    desk = desk_of()
    strike(hands(desk), Qt.Key.Key_T)
    box_of(desk, "storm-till-box", qtbot)
    code, choice = find(desk, "storm-code"), find(desk, "storm-choice")

    QTest.keyClicks(code, ballot.code)
    key(code, Qt.Key.Key_Return)
    QTest.keyClicks(choice, "7")
    key(choice, Qt.Key.Key_Return)
    assert text_of(desk, "error-storm-choice").startswith("Please type a number from 1 to 1")
    assert isinstance(choice, QLineEdit)
    choice.setText("1")
    key(choice, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "once" in text_of(desk, "error-storm-code"))

    assert code.hasFocus()
    assert isinstance(code, QLineEdit)
    assert code.selectedText() == ballot.code


def closed(shop: StormShop) -> tuple[Storm, list[str]]:
    storm = shop.gathering(ways=Ways.VOTES)
    guitar = shop.write(storm, "An acoustic guitar", "Ben")
    nine = shop.write(storm, "Only until nine", "Ingrid", guitar, Link.BUT)
    shop.write(storm, "Records", "Chloe")
    shop.go_to(CHOOSES)
    shop.vote(nine, "one", "two")
    shop.go_to(CLOSES)
    return storm, [guitar.id.hex, nine.id.hex]


def test_the_conclusion_rests_on_the_proposed_chain_with_its_names(
    qtbot: QtBot, desk_of: DeskOf, shop: StormShop, owner: Owner
) -> None:
    storm, chain = closed(shop)
    desk = desk_of()
    assert primaries(desk) == ["Write the conclusion"]

    strike(hands(desk), Qt.Key.Key_C)
    box_of(desk, "storm-conclude-box", qtbot)
    thanks = find(desk, "storm-thanks")
    assert isinstance(thanks, QPlainTextEdit)
    assert thanks.toPlainText() == "Thank you, Ben and Ingrid."
    key(find(desk, f"credit-{chain[0]}"), Qt.Key.Key_Space)
    assert thanks.toPlainText() == "Thank you, Ingrid."
    key(find(desk, "storm-heard"), Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: text_of(desk, "error-storm-heard") == "Please say what you heard.")
    write(find(desk, "storm-heard"), "You want music.")
    write(find(desk, "storm-decided"), "A guitar until nine.")
    key(find(desk, "storm-decided"), Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: owner.storms.view(storm.id).phase is Phase.CONCLUDED)

    said = owner.storms.view(storm.id).conclusion
    assert said is not None
    assert [id.hex for id in said.rests_on] == [chain[1]]
    qtbot.waitUntil(lambda: primaries(desk) == ["Say that it is carried out"])
    qtbot.waitUntil(lambda: "A guitar until nine." in shown(desk))


def test_a_conclusion_that_rests_on_none_says_why(
    qtbot: QtBot, desk_of: DeskOf, shop: StormShop, owner: Owner
) -> None:
    storm, _chain = closed(shop)
    desk = desk_of()
    strike(hands(desk), Qt.Key.Key_C)
    box_of(desk, "storm-conclude-box", qtbot)
    key(find(desk, "storm-rests-on-none"), Qt.Key.Key_Space)
    write(find(desk, "storm-heard"), "Music.")
    write(find(desk, "storm-decided"), "It stays quiet.")
    write(find(desk, "storm-rests_on_none"), "The landlord said no.")
    key(find(desk, "storm-decided"), Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: owner.storms.view(storm.id).phase is Phase.CONCLUDED)

    said = owner.storms.view(storm.id).conclusion
    assert said is not None
    assert (said.rests_on, said.rests_on_none) == ((), "The landlord said no.")


def test_it_is_carried_out_with_a_photo_and_looked_back_at_with_a_number(
    qtbot: QtBot, desk_of: DeskOf, shop: StormShop, owner: Owner, told: Told
) -> None:
    storm, _chain = closed(shop)
    shop.conclude(storm, [idea.id for idea in owner.storms.view(storm.id).public[:1]])
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    picture.save(str(told.picture))
    desk = desk_of()

    strike(hands(desk), Qt.Key.Key_D)
    box_of(desk, "storm-carry-out-box", qtbot)
    write(find(desk, "storm-text"), "It plays.")
    key(find(desk, "storm-photo"), Qt.Key.Key_Space)
    let_work_end(desk, qtbot)
    write(find(desk, "storm-label"), "Guests")
    write(find(desk, "storm-before"), "forty")
    key(find(desk, "storm-before"), Qt.Key.Key_Return, CONTROL)
    assert text_of(desk, "error-storm-before").startswith("This has to be a number")
    before = find(desk, "storm-before")
    assert isinstance(before, QLineEdit)
    before.setText("40")
    key(before, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: owner.storms.view(storm.id).phase is Phase.CARRIED_OUT)
    outcome = owner.storms.view(storm.id).outcome
    assert outcome is not None
    assert (outcome.has_photo, outcome.before) == (True, Decimal(40))

    go_back(desk, qtbot)
    strike(hands(desk), Qt.Key.Key_L)
    box_of(desk, "storm-look-back-box", qtbot)
    write(find(desk, "storm-look_back"), "The house was full.")
    write(find(desk, "storm-after"), "61")
    key(find(desk, "storm-after"), Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: owner.storms.view(storm.id).phase is Phase.LOOKED_BACK)
    qtbot.waitUntil(lambda: "40 before, 61 after" in shown(desk))


def test_several_storms_are_listed_with_the_running_ones_first(
    qtbot: QtBot, desk_of: DeskOf, shop: StormShop, owner: Owner
) -> None:
    running = shop.announced()
    draft = shop.draft("Which cake in December?")
    desk = desk_of()

    assert page_of(desk).view is not None
    assert text_of(desk, "storm-asked") == QUESTION
    strike(find(desk, f"storm-{running.id.hex}"), Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: text_of(desk, "storm-asked") == "Which cake in December?")
    desk.window.resize(1000, 700)
    qtbot.waitUntil(lambda: find(desk, "storm-choice").isVisible())
    assert owner.storms.view(draft.id).phase is Phase.DRAFT


def test_hundreds_of_contributions_and_deep_chains_are_hung_in_pieces(
    desk_of: DeskOf, shop: StormShop
) -> None:
    storm = shop.gathering()
    last = shop.write(storm, "One")
    for number in range(30):
        last = shop.write(storm, f"And {number}", on=last)
    for number in range(70):
        shop.write(storm, f"Alone {number}")
    desk = desk_of()

    assert text_of(desk, "storm-count") == "101 ideas, 1 chain"
    assert len(notes(desk)) < 101
    find(desk, "chains-more").setFocus()
    key(find(desk, "chains-more"), Qt.Key.Key_Space)
    assert len(notes(desk)) == 101
    key(find(desk, "chains-alone"), Qt.Key.Key_Space)
    assert len(notes(desk)) == 70


@pytest.mark.parametrize("phase", list(Phase))
def test_every_phase_speaks_the_owners_language(
    desk_of: DeskOf, shop: StormShop, owner: Owner, phase: Phase
) -> None:
    owner.save_shop(replace(owner.shop(), name="7", owner="8"))
    _bring_to(shop, phase)
    desk = desk_of(Settings(theme="light"), words=pseudo_words())

    said = [text for text in shown(desk) if escaped(text, data=("http", *DATA))]
    assert said == []


DATA = ("1", "2", "3", "Europe", "192.168.1.20")


def _bring_to(shop: StormShop, phase: Phase) -> None:
    if phase is Phase.DRAFT:
        shop.draft("1")
        return
    storm = shop.announced("1")
    if phase is Phase.ANNOUNCED:
        return
    shop.go_to(GATHERS)
    idea = shop.write(storm, "2", "3")
    if phase in (Phase.GATHERING, Phase.CHOOSING):
        shop.go_to(GATHERS + timedelta(hours=1) if phase is Phase.GATHERING else CHOOSES)
        return
    shop.go_to(CLOSES)
    if phase is Phase.CLOSED:
        return
    shop.conclude_in_numbers(storm, [idea.id])
    if phase is Phase.CONCLUDED:
        return
    shop.carry_out_in_numbers(storm)
    if phase is Phase.LOOKED_BACK:
        shop.owner.storms.look_back(storm.id, "9")


@pytest.mark.usefixtures("shop")
def test_the_keys_of_the_pages_lead_to_storms_after_the_board(desk_of: DeskOf) -> None:
    desk = desk_of()
    for number, page in enumerate(("today", "inbox", "wall", "board", "storms", "thanks"), 1):
        strike(desk.window, getattr(Qt.Key, f"Key_{number}"), CONTROL)
        assert desk.window.page == page


def test_a_sheet_is_looked_at_printed_and_remembered(
    qtbot: QtBot, desk_of: DeskOf, shop: StormShop, owner: Owner, printed: list[bytes]
) -> None:
    shop.announced()
    desk = desk_of()
    assert primaries(desk) == ["Print the question"]

    strike(find(desk, "storm-sheet-question"), Qt.Key.Key_Space)
    box_of(desk, "print-box", qtbot)
    let_work_end(desk, qtbot)
    key(find(desk, "print-design-warm"), Qt.Key.Key_Space)
    let_work_end(desk, qtbot)
    qtbot.waitUntil(find(desk, "print-print").isEnabled)
    key(find(desk, "print-print"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(printed) == 1)

    assert printed[0].startswith(b"%PDF")
    let_work_end(desk, qtbot)
    [entry] = owner.wall.ledger().entries
    assert (entry.notice.kind, entry.notice.design) == (SheetKind.STORM_POSTER, Design.WARM)
    qtbot.waitUntil(lambda: "printed Mon 9 Nov" in find(desk, "storm-sheet-question").accessibleName())


def test_ballots_are_made_when_they_are_printed_and_taken_back_with_it(
    qtbot: QtBot, desk_of: DeskOf, shop: StormShop, owner: Owner, printed: list[bytes]
) -> None:
    storm = shop.gathering(ways=Ways.BALLOTS)
    shop.write(storm, "Records")
    owner.storm_sheets.note(storm.id, StormSheet.QUESTION)
    desk = desk_of()
    assert primaries(desk) == ["Print 40 ballots"]

    strike(hands(desk), Qt.Key.Key_B)
    box = box_of(desk, "print-box", qtbot)
    let_work_end(desk, qtbot)
    key(find(desk, "print-size-80"), Qt.Key.Key_Space)
    let_work_end(desk, qtbot)
    qtbot.waitUntil(find(desk, "print-print").isEnabled)
    assert owner.storms.view(storm.id).ballots.printed == 0
    key(box, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: len(printed) == 1)

    assert owner.storms.view(storm.id).ballots.printed == 40
    assert len(page_sizes(printed[0])) == 40
    go_back(desk, qtbot)
    assert "40 printed, 0 given" in find(desk, "storm-sheet-ballots").accessibleName()
    strike(desk.window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: "not printed yet" in find(desk, "storm-sheet-ballots").accessibleName())


def test_today_leads_to_the_conclusion_and_begins_it(
    qtbot: QtBot, open_shop_desk: OpenDesk, shop: StormShop, owner: Owner
) -> None:
    storm, _chain = closed(shop)
    desk = open_shop_desk(page="today")
    qtbot.waitUntil(lambda: "A storm is closed, and waits for your words" in shown(desk))
    assert any("One thing" in text for text in shown(desk))

    key(find(desk, "do-storm-0"), Qt.Key.Key_Space)
    box_of(desk, "storm-conclude-box", qtbot)

    assert desk.window.page == STORMS
    assert owner.storms.view(storm.id).phase is Phase.CLOSED


def test_today_tells_what_runs_and_what_ends_today(
    qtbot: QtBot, open_shop_desk: OpenDesk, shop: StormShop, clock: SetClock
) -> None:
    shop.gathering()
    desk = open_shop_desk(page="today")
    qtbot.waitUntil(lambda: "A storm goes on" in shown(desk))

    shop.go_to(CHOOSES - timedelta(hours=1))
    desk.day.look()
    qtbot.waitUntil(lambda: "Gathering ends today" in shown(desk))
    clock.pass_time(days=2)
    desk.day.look()
    qtbot.waitUntil(lambda: "A storm is closed, and waits for your words" in shown(desk))


def test_in_a_small_window_the_next_step_stands_above_what_was_written(
    qtbot: QtBot, desk_of: DeskOf, shop: StormShop
) -> None:
    storm = shop.gathering()
    shop.write(storm, "Records")
    desk = desk_of()
    desk.window.resize(1000, 600)
    let_work_end(desk, qtbot)

    def top(name: str) -> int:
        widget = find(desk, name)
        return widget.mapTo(desk.window, widget.rect().topLeft()).y()

    qtbot.waitUntil(lambda: top("storm-do-extend") < top("storm-count") < top("storm-sheet-question"))
    desk.window.resize(1440, 900)
    qtbot.waitUntil(lambda: top("storm-sheet-question") < top("storm-do-extend"))


def test_in_a_small_window_what_waits_comes_before_all_else(
    qtbot: QtBot, desk_of: DeskOf, shop: StormShop
) -> None:
    storm = shop.gathering()
    shop.send(storm, "Records")
    desk = desk_of()
    desk.window.resize(1000, 600)
    let_work_end(desk, qtbot)

    def top(name: str) -> int:
        widget = find(desk, name)
        return widget.mapTo(desk.window, widget.rect().topLeft()).y()

    qtbot.waitUntil(lambda: top("storm-waiting") < top("storm-do-extend") < top("storm-sheet-question"))
