"""A paper ballot at the kiosk: typed, chosen and given once; without a line it is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.errors import AppError, Conflict, InvalidInput
from app.domain.storms import Ways
from app.kiosk.ballot_call import BallotPaper
from app.kiosk.core import KioskCore
from app.paths import resource
from tests.kiosk_making import hang, storm_json, tell_facts, tell_storms
from tests.making import SetClock
from tests.ui.kiosk.fakes import SameThread
from tests.ui.kiosk.stage import Stage
from tests.ui.kiosk.storm.conftest import STORM, given_to
from ui.kiosk.keyboard.layouts import load_keyboards
from ui.kiosk.keyboard.model import KeyboardModel
from ui.kiosk.look import Look
from ui.kiosk.storm.ballot import BallotChoice, BallotPage
from ui.kiosk.visit import Visit

CODE = "7KQM4TWXH"


class CoreWithServer(KioskCore):
    """The server knows one ballot, or refuses with `trouble`."""

    trouble: AppError | None = None
    given: tuple[str, UUID] | None = None

    def ballot(self, code: str) -> BallotPaper:
        if self.trouble is not None:
            raise self.trouble
        if code != CODE:
            raise InvalidInput("code", "No ballot has this code. Please compare it once more.")
        return BallotPaper(code, STORM.code)

    def give_ballot(self, code: str, idea_id: UUID) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.given = (code, idea_id)


@pytest.fixture
def core(tmp_path: Path, clock: SetClock) -> Iterator[CoreWithServer]:
    made = CoreWithServer.open(tmp_path / "kiosk", clock=clock)
    assert isinstance(made, CoreWithServer)
    tell_facts(made)
    notes = given_to(STORM, 11)
    hang(made, *notes)
    shortlist = [str(notes[place].id) for place in (1, 4, 8)]
    tell_storms(made, storm_json(STORM, sealed=False, ways=str(Ways.BALLOTS), shortlist=shortlist))
    clock.forward(timedelta(days=2))
    yield made
    made.stop()


@pytest.fixture
def page(core: CoreWithServer, visit: Visit, look: Look, clock: SetClock) -> BallotPage:
    return BallotPage(core=core, visit=visit, look=look, clock=clock, line=SameThread)


@pytest.fixture
def shown(page: BallotPage, visit: Visit, stage: Callable[..., Stage]) -> Callable[..., Stage]:
    def show(size: tuple[int, int] = (1920, 1080)) -> Stage:
        keyboard = KeyboardModel(visit=visit, keyboards=load_keyboards(resource("keyboards")), language="en")
        return stage("Ballot.qml", size=size, ballot=page, keyboard=keyboard)

    return show


def choices(page: BallotPage) -> list[BallotChoice]:
    return [choice for choice in page.choices if isinstance(choice, BallotChoice)]


def type_code(page: BallotPage, code: str = CODE) -> None:
    page.set_code(code)
    page.go_on()


def test_a_ballot_is_typed_chosen_and_given(page: BallotPage, core: CoreWithServer, qtbot: QtBot) -> None:
    assert (page.step, page.canGoOn) == ("code", False)
    type_code(page)
    assert (page.step, page.canGoOn) == ("choose", False)
    assert [choice.name for choice in choices(page)] == ["Priya", "Chloe", "Sam"]

    page.choose(1)
    page.go_on()

    assert page.step == "given"
    assert core.given == (CODE, choices(page)[1].note.id)
    with qtbot.waitSignal(page.left):
        page.go_on()
    assert (page.step, page.code) == ("code", "")


def test_a_wrong_code_is_said_in_a_sentence_and_stays_to_be_mended(page: BallotPage) -> None:
    type_code(page, "7KQM4TWXX")

    assert (page.hasProblem, page.step, page.code) == (True, "code", "7KQM4TWXX")
    assert page.sentence == "No ballot has this code. Please compare it once more."
    page.set_code(CODE)
    assert not page.hasProblem


def test_without_a_line_the_ballot_is_kept(page: BallotPage, core: CoreWithServer) -> None:
    core.trouble = AppError("There is no line to the shop just now.")
    type_code(page)
    assert page.sentence == "There is no line to the shop just now."

    core.trouble = None
    page.go_on()

    assert page.step == "choose"


def test_what_the_server_refuses_in_the_end_is_said(page: BallotPage, core: CoreWithServer) -> None:
    type_code(page)
    core.trouble = Conflict("This ballot was given already. Each one counts once.")
    page.choose(0)

    page.go_on()

    assert (page.step, page.sentence) == ("choose", "This ballot was given already. Each one counts once.")
    assert core.given is None


@pytest.mark.parametrize(("step", "begins"), [(-1, "Choosing has not begun yet."), (1, "Choosing is over")])
def test_out_of_its_time_a_ballot_is_not_taken(
    page: BallotPage, clock: SetClock, step: int, begins: str
) -> None:
    clock.forward(timedelta(days=step))

    type_code(page)

    assert page.sentence.startswith(begins)


def test_the_end_of_a_visit_forgets_the_ballot(page: BallotPage, visit: Visit) -> None:
    type_code(page)
    page.choose(1)

    visit.end()

    assert (page.step, page.code, page.choices) == ("code", "", [])


def test_it_is_done_by_touch(page: BallotPage, core: CoreWithServer, shown: Callable[..., Stage]) -> None:
    seen = shown()
    seen.item("ballotCodeField").forceActiveFocus(Qt.FocusReason.OtherFocusReason)
    for letter in "7KQM4TWXH":
        seen.key(Qt.Key(ord(letter)))
    assert page.code.upper() == CODE
    page.set_code(CODE)

    seen.tap("ballotGoOn")
    seen.tap("ballotChoice-2")
    seen.tap("ballotGoOn")

    assert core.given == (CODE, choices(page)[2].note.id)
    assert "Thank you.\nYour ballot counts." in seen.texts()
    assert not seen.shows("leaveBallot")


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1280, 800)])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_all_that_is_touched_is_on_the_screen_and_large_enough(
    page: BallotPage, visit: Visit, shown: Callable[..., Stage], size: tuple[int, int], language: str
) -> None:
    visit.choose_language(language)
    type_code(page)
    seen = shown(size)

    for name in ("ballotChoice-0", "ballotGoOn", "leaveBallot"):
        item = seen.item(name)
        place = item.mapRectToScene(item.boundingRect())
        assert min(place.width(), place.height()) >= 64, name
        assert place.left() >= 0, name
        assert place.right() <= size[0], name
        assert place.bottom() <= size[1], name
