"""The note in front: what it tells, what can be done with it, as a plain view-model and on the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
import zxingcpp
from PySide6.QtCore import QRectF, Qt
from pytestqt.qtbot import QtBot

from app.domain.ideas import Channel, Link, Status
from app.kiosk.notes import Note
from tests.kiosk_making import hang, make_facts, make_note, make_slip, take_down, tell_facts
from tests.making import TUESDAY
from tests.ui.kiosk.stage import Stage
from tests.ui.kiosk.wall.conftest import House
from tests.ui.paper.samples import as_grey
from ui.kiosk.note.items import ChainNote

Build = Callable[[int], House]
Show = Callable[..., Stage]
LONG = "My grandmother walks here every morning, whatever the weather, and tells everybody on the way. " * 5


@pytest.fixture
def forward(house: Build, stage: Show) -> Callable[..., tuple[House, Stage]]:
    """A house with these notes on its wall, and the first of them in front."""

    def bring(*notes: Note, size: tuple[int, int] = (1920, 1080)) -> tuple[House, Stage]:
        made = house(0)
        hang(made.core, *notes)
        open_note(made, notes[0])
        page = stage("Note.qml", size=size, note=made.note)
        made.wait(lambda: page.item("noteScroll").property("opacity") == 1)
        return made, page

    return bring


def open_note(made: House, note: Note) -> None:
    made.note.open(note.id)
    made.wait(lambda: made.note.note is not None and made.note.note.id == note.id)


def links(made: House) -> list[str]:
    return [one.link for one in made.note.chain if isinstance(one, ChainNote)]


def test_it_tells_who_said_it_when_and_how(house: Build) -> None:
    made = house(0)
    note = make_note(name="Sam", at=TUESDAY - timedelta(days=35), channel=Channel.PHONE)
    hang(made.core, note)

    open_note(made, note)

    assert (made.note.name, made.note.cameHow) == ("Sam", "5 weeks ago, on a phone")


@pytest.mark.parametrize(
    ("days", "channel", "told"),
    [
        (0, Channel.KIOSK, "today, here in the shop"),
        (1, Channel.IN_PERSON, "yesterday, at the counter"),
        (2, Channel.PAPER, "2 days ago, on a paper card"),
        (13, Channel.EMAIL, "13 days ago, by e-mail"),
        (400, Channel.IMPORT, "13 months ago"),
    ],
)
def test_ages_are_told_as_people_say_them(house: Build, days: int, channel: Channel, told: str) -> None:
    made = house(0)
    note = make_note(at=TUESDAY - timedelta(days=days), channel=channel)
    hang(made.core, note)

    open_note(made, note)

    assert made.note.cameHow == told


def test_a_decision_is_dated_and_a_trial_says_until_when(house: Build) -> None:
    made = house(0)
    done = make_note(status=Status.DONE, answer=make_slip())
    trial = make_note(status=Status.TRIAL, answer=make_slip(status=Status.TRIAL))
    hang(made.core, done, trial)

    open_note(made, done)
    stamp_of_done = made.note.stamp
    open_note(made, trial)

    assert stamp_of_done.startswith("Done, ")
    assert made.note.stamp.startswith("On trial to ")


def test_the_shop_signs_for_itself_once(house: Build) -> None:
    made = house(0)
    note = make_note(status=Status.DONE, answer=replace(make_slip(), signed=""))
    hang(made.core, note)
    tell_facts(made.core, make_facts(owner=""))

    open_note(made, note)

    assert (made.note.signed, made.note.forShop) == ("Linden Street Bakery", "")


def test_the_chain_is_told_oldest_first(house: Build) -> None:
    made = house(0)
    root = make_note("Half price in the evening")
    built = [
        make_note(f"Built {link}", builds_on=root.id, link=link, at=TUESDAY + timedelta(hours=hour))
        for hour, link in enumerate(Link, start=1)
    ]
    hang(made.core, root, *reversed(built))

    open_note(made, root)

    assert links(made) == ["and", "but", "instead"]
    assert made.note.chainTitle == "3 built on this"


def test_one_goes_along_the_chain_and_back_to_its_root(house: Build) -> None:
    made = house(0)
    root = make_note("Half price in the evening")
    built = make_note("With little flags", builds_on=root.id, link=Link.BUT)
    hang(made.core, root, built)
    open_note(made, root)

    made.note.openBuilt(0)
    made.wait(lambda: made.note.text == "With little flags")

    assert (made.note.parentLink, made.note.parentWords) == ("but", "Half price in the evening")
    made.note.openParent()
    made.wait(lambda: made.note.text == "Half price in the evening")
    assert made.note.parentWords == ""


def test_a_vote_is_one_with_that_on_the_wall(house: Build) -> None:
    made = house(5)
    note = made.core.board.notes(made.wall._hanging.ids()[:1])[0]
    open_note(made, note)

    made.note.toggleMeToo()

    assert (made.note.isGiven, made.note.votes) == (True, note.votes + 1)
    on_wall = made.wall._hanging.note(note.id)
    assert on_wall
    assert on_wall.votes == note.votes + 1
    made.wait(lambda: not made.me_too.is_settling(note.id))
    assert made.core.voted(made.visit.visitor) == {note.id}


def test_to_build_is_to_choose_how(house: Build, qtbot: QtBot) -> None:
    made = house(0)
    note = make_note()
    hang(made.core, note)
    open_note(made, note)
    made.note.startBuilding()

    with qtbot.waitSignal(made.note.build_requested) as asked:
        made.note.build("instead")

    assert asked.args == [note.id, Link.INSTEAD]
    assert not made.note.isChoosing


def test_a_note_that_is_taken_down_leads_back_to_the_wall(house: Build, qtbot: QtBot) -> None:
    made = house(0)
    note = make_note()
    hang(made.core, note)
    open_note(made, note)

    with qtbot.waitSignal(made.note.closed):
        take_down(made.core, note)

    assert not made.note.isReady


def test_a_note_looked_up_while_writing_leads_back_to_the_words(house: Build, qtbot: QtBot) -> None:
    made = house(0)
    root = make_note("Half price in the evening")
    built = make_note("With little flags", builds_on=root.id, link=Link.BUT)
    hang(made.core, root, built)
    to_the_wall: list[None] = []
    made.note.closed.connect(lambda: to_the_wall.append(None))
    made.note.look_up(built.id)
    made.wait(lambda: made.note.isReady)

    made.note.openParent()
    made.wait(lambda: made.note.text == "Half price in the evening")
    assert made.note.backWord == "Back to your idea"
    with qtbot.waitSignal(made.note.returned):
        made.note.close()
    with qtbot.waitSignal(made.note.returned):
        take_down(made.core, root)

    assert to_the_wall == []


def test_a_note_opened_on_the_wall_leads_back_to_it(house: Build, qtbot: QtBot) -> None:
    made = house(0)
    note = make_note()
    hang(made.core, note)
    made.note.look_up(note.id)
    open_note(made, note)

    with qtbot.waitSignal(made.note.closed):
        made.note.close()

    assert made.note.backWord == "Back to the wall"


def test_an_answer_comes_onto_the_note_in_front(house: Build) -> None:
    made = house(0)
    note = make_note()
    hang(made.core, note)
    open_note(made, note)

    hang(made.core, replace(note, status=Status.DONE, answer=make_slip("Done with joy.")))

    made.wait(lambda: made.note.slip == "Done with joy.")


def test_it_forgets_everything_with_the_visit(house: Build) -> None:
    made = house(0)
    note = make_note("canary")
    hang(made.core, note)
    open_note(made, note)
    made.note.startBuilding()

    made.visit.end()

    assert (made.note.text, made.note.isChoosing, made.note.phoneAddress) == ("", False, "")
    assert made.note.papers == []


def test_it_comes_from_where_it_hung(house: Build) -> None:
    made = house(20)
    hanging = made.wall.hanging_now()[1]

    made.note.open(hanging.id)

    assert made.note.origin == hanging.paper
    assert len(made.note.papers) == len(made.wall.hanging_now())


def test_a_note_that_hung_nowhere_just_appears(house: Build) -> None:
    made = house(300)

    made.note.open(made.core.board.order("new")[-1])  # type: ignore[arg-type]

    assert made.note.origin == QRectF()


def test_escape_leads_back_step_by_step(forward: Callable[..., tuple[House, Stage]], qtbot: QtBot) -> None:
    made, page = forward(make_note())
    page.tap("build")

    page.key(Qt.Key.Key_Escape)

    assert not made.note.isChoosing
    with qtbot.waitSignal(made.note.closed):
        page.key(Qt.Key.Key_Escape)


def test_everything_is_reached_by_tab(forward: Callable[..., tuple[House, Stage]]) -> None:
    root = make_note()
    _made, page = forward(root, make_note("And a bell", builds_on=root.id, link=Link.AND))
    reached = set()

    for _ in range(8):
        page.key(Qt.Key.Key_Tab)
        focused = page.view.activeFocusItem()
        reached.add(focused.objectName())

    assert {"noteMeToo", "back", "build"} <= reached


@pytest.mark.parametrize("link", list(Link))
def test_the_three_ways_to_build_are_tapped(
    forward: Callable[..., tuple[House, Stage]], qtbot: QtBot, link: Link
) -> None:
    made, page = forward(make_note())
    page.tap("build")

    with qtbot.waitSignal(made.note.build_requested) as asked:
        page.tap(f"choose-{link}")

    assert asked.args[1] is link


def test_a_given_vote_has_a_tick_and_a_frame(forward: Callable[..., tuple[House, Stage]]) -> None:
    made, page = forward(make_note(votes=52))
    before = page.picture()

    page.tap("noteMeToo")

    assert made.note.isGiven
    assert page.item("votes").property("text") == "53"
    assert page.picture() != before


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1280, 800)])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_longest_note_stays_between_the_edges(
    forward: Callable[..., tuple[House, Stage]], size: tuple[int, int], language: str
) -> None:
    root = make_note(
        LONG, name="N" * 60, status=Status.PLANNED, answer=make_slip(LONG, status=Status.PLANNED)
    )
    made, page = forward(root, make_note(LONG, builds_on=root.id, link=Link.AND), size=size)

    made.visit.choose_language(language)
    page.settle()

    for name in ("noteText", "noteMeToo", "slipText", "back", "build", "phoneCode"):
        item = page.item(name)
        place = item.mapRectToScene(item.boundingRect())
        assert place.left() >= 0, name
        assert place.right() <= size[0], name
    assert page.item("noteScroll").property("contentHeight") > page.item("noteScroll").height()


def test_keys_scroll_a_long_note(forward: Callable[..., tuple[House, Stage]]) -> None:
    _made, page = forward(make_note(LONG, status=Status.DONE, answer=make_slip(LONG)))

    page.key(Qt.Key.Key_Down)

    assert page.item("noteScroll").property("contentY") > 100


def test_the_code_leads_to_the_idea_on_a_phone(forward: Callable[..., tuple[House, Stage]]) -> None:
    note = make_note()
    _made, page = forward(note)

    found = zxingcpp.read_barcodes(as_grey(page.picture()))

    assert [code.text for code in found] == [f"http://192.168.1.20:8321/i/{note.id}"]


def test_without_motion_it_is_there_at_once(house: Build, stage: Show) -> None:
    made = house(0)
    made.visit.follow_shop(language="en", has_motion=False)
    note = make_note()
    hang(made.core, note)
    page = stage("Note.qml", note=made.note)

    open_note(made, note)

    assert page.item("noteScroll").property("opacity") == 1
