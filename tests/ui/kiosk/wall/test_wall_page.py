"""The wall without its QML: what hangs, in which order, and what changes under whose finger."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from app.domain.ideas import Status
from app.kiosk.link import LinkState
from app.kiosk.notes import Look as Looked
from app.kiosk.notes import Tab
from tests.kiosk_making import hang, make_facts, make_note, make_slip, take_down, tell_facts
from tests.making import TUESDAY
from tests.ui.kiosk.wall.conftest import House
from ui.kiosk.wall.page import WallPage
from ui.kiosk.wall.place import Place

Build = Callable[[int], House]
LATER = TUESDAY.replace(year=TUESDAY.year + 1)


def places(wall: WallPage) -> list[Place]:
    """Those that are taken, in the order in which their notes hang."""
    taken = [place for place in wall.places if isinstance(place, Place) and place.hanging]
    return sorted(taken, key=lambda place: (place.paper.y(), place.paper.x()))


def place_of(wall: WallPage, idea_id: UUID) -> Place:
    return next(place for place in places(wall) if place.hanging and place.hanging.id == idea_id)


def ids(wall: WallPage) -> list[UUID]:
    return [place.hanging.id for place in places(wall) if place.hanging]


def test_the_newest_hang_first(house: Build) -> None:
    wall = house(40).wall

    assert ids(wall)[:4] == house_order(wall)[:4]


def house_order(wall: WallPage) -> list[UUID]:
    return wall._core.board.order(Tab.NEW)


def test_few_places_serve_thousands_of_notes(house: Build) -> None:
    made = house(3000)
    number = len(made.wall.places)

    for top in range(0, 12_000, 2000):
        made.wall.moveTo(top)
        made.settle()

    assert len(made.wall.places) == number < 50
    assert any(10_000 <= place.paper.y() <= 10_848 for place in places(made.wall))


def test_a_search_that_opens_and_closes_makes_no_new_places(house: Build, qtbot: QtBot) -> None:
    made = house(40)
    before = made.wall.places

    with qtbot.assertNotEmitted(made.wall.places_changed):
        made.wall.setView(104, 1920, 400, 1)
        made.settle()
        made.wall.setView(104, 1920, 848, 1)
        made.settle()

    assert made.wall.places == before
    assert ids(made.wall)[:4] == house_order(made.wall)[:4]


def test_notes_are_laid_out_ahead_of_the_finger(house: Build) -> None:
    made = house(2000)
    before = made.wall.contentHeight

    made.wall.moveTo(before - 900)
    made.settle()

    assert made.wall.contentHeight > before + 848


def test_every_note_in_view_has_its_picture(house: Build) -> None:
    made = house(500)

    made.wall.moveTo(2500)
    made.settle()

    in_view = [p for p in places(made.wall) if p.paper.bottom() > 2500 and p.paper.y() < 3348]
    assert len(in_view) >= 8
    assert all(place.picture is not None for place in in_view)


def test_notes_of_a_column_do_not_overlap(house: Build) -> None:
    wall = house(60).wall
    by_column: dict[float, list[Place]] = {}
    for place in places(wall):
        by_column.setdefault(place.paper.x(), []).append(place)

    assert len(by_column) == 4
    for column in by_column.values():
        for upper, lower in pairwise(column):
            assert upper.paper.y() + upper.height + 20 < lower.paper.y()


def test_a_vote_shows_at_once_and_reaches_the_board(house: Build) -> None:
    made = house(20)
    place = places(made.wall)[0]
    assert place.hanging
    idea_id, picture = place.hanging.id, place.picture
    note = made.core.board.note(idea_id)
    assert note

    made.wall.toggleMeToo(place.number)

    assert place.isGiven
    assert place.picture is not picture
    assert place.meToo == f"Me too, {note.votes + 1}"
    made.wait(lambda: not made.me_too.is_settling(idea_id))
    made.settle()
    assert made.core.board.note(idea_id) == replace(note, votes=note.votes + 1)
    assert made.core.voted(made.visit.visitor) == {idea_id}
    assert place.meToo == f"Me too, {note.votes + 1}"


def test_a_second_tap_takes_the_vote_back(house: Build) -> None:
    made = house(20)
    place = places(made.wall)[0]
    assert place.hanging
    said = place.meToo

    made.wall.toggleMeToo(place.number)
    made.wall.toggleMeToo(place.number)
    made.wait(lambda: not made.me_too.is_settling(place.hanging.id if place.hanging else UUID(int=0)))

    assert (place.isGiven, place.meToo) == (False, said)
    assert made.core.voted(made.visit.visitor) == frozenset()


def test_votes_end_with_the_visit(house: Build) -> None:
    made = house(20)
    idea_id = ids(made.wall)[0]
    made.wall.toggleMeToo(place_of(made.wall, idea_id).number)

    made.visit.end()
    made.settle()

    assert not place_of(made.wall, idea_id).isGiven


def test_a_tab_has_its_own_order(house: Build) -> None:
    made = house(60)

    made.wall.chooseTab("answered")
    made.settle()

    assert ids(made.wall)[:3] == made.core.board.order(Tab.ANSWERED)[:3]
    assert [tab.isChosen for tab in made.wall.tabs] == [False, False, True]  # type: ignore[attr-defined]


def test_the_order_stays_while_somebody_reads(house: Build) -> None:
    made = house(40)
    made.wall.moveTo(300)
    made.settle()
    before = ids(made.wall)

    hang(made.core, make_note("Brand new", at=LATER))
    made.wall._come_up()
    made.settle()

    assert ids(made.wall) == before


def test_what_is_new_comes_up_when_nobody_has_touched_the_top(house: Build) -> None:
    made = house(40)
    new = make_note("Brand new", at=LATER)

    hang(made.core, new)
    made.wall._come_up()
    made.wait(lambda: new.id in ids(made.wall))

    assert ids(made.wall)[0] == new.id


def test_an_answer_comes_onto_the_note_where_it_hangs(house: Build) -> None:
    made = house(40)
    note = next(n for n in made.core.board.notes(ids(made.wall)[:8]) if n.answer is None)
    before = place_of(made.wall, note.id)
    place, height = before.paper, before.height

    hang(made.core, replace(note, status=Status.DONE, answer=make_slip()))
    made.wait(lambda: place_of(made.wall, note.id).height > height)

    assert place_of(made.wall, note.id).paper.topLeft() == place.topLeft()
    assert "From next week" in place_of(made.wall, note.id).heard


def test_no_note_grows_above_what_is_read(house: Build) -> None:
    made = house(200)
    first = next(n for n in made.core.board.notes(ids(made.wall)[:4]) if n.answer is None)
    made.wall.moveTo(1500)
    made.settle()
    before = {place.hanging.id: place.paper for place in places(made.wall) if place.hanging}

    hang(made.core, replace(first, status=Status.DONE, answer=make_slip()))
    made.settle()

    seen = {place.hanging.id: place.paper for place in places(made.wall) if place.hanging}
    common = [i for i in seen.keys() & before.keys() if seen[i].bottom() > 1500]
    assert len(common) > 5
    assert all(seen[i] == before[i] for i in common)


def test_no_note_grows_under_a_finger(house: Build) -> None:
    made = house(40)
    note = next(n for n in made.core.board.notes(ids(made.wall)[:8]) if n.answer is None)
    height = place_of(made.wall, note.id).height
    made.wall.hold(True)

    hang(made.core, replace(note, status=Status.DONE, answer=make_slip()))
    made.wait(lambda: bool(made.wall._hanging._later))
    while_held = place_of(made.wall, note.id).height
    made.wall.hold(False)

    assert while_held == height
    assert place_of(made.wall, note.id).height > height


def test_a_note_that_was_taken_down_fades_and_opens_no_more(house: Build, qtbot: QtBot) -> None:
    made = house(40)
    note = made.core.board.notes(ids(made.wall)[:1])[0]
    place = place_of(made.wall, note.id)

    take_down(made.core, note)
    made.wait(lambda: place.isGone)

    with qtbot.assertNotEmitted(made.wall.note_requested):
        made.wall.open(place.number)


def test_a_note_that_comes_back_can_be_opened_again(house: Build, qtbot: QtBot) -> None:
    made = house(40)
    note = made.core.board.notes(ids(made.wall)[:1])[0]
    place = place_of(made.wall, note.id)
    take_down(made.core, note)
    made.wait(lambda: place.isGone)

    hang(made.core, replace(note, votes=note.votes + 1))
    made.wait(lambda: not place.isGone)

    with qtbot.waitSignal(made.wall.note_requested):
        made.wall.open(place.number)


def test_a_tap_asks_for_the_note(house: Build, qtbot: QtBot) -> None:
    made = house(10)
    place = places(made.wall)[2]
    assert place.hanging

    with qtbot.waitSignal(made.wall.note_requested) as asked:
        made.wall.open(place.number)

    assert asked.args == [place.hanging.id]


def test_a_search_shows_only_what_fits_and_how_many(house: Build) -> None:
    made = house(60)
    made.wall.search.open()

    made.wall.search.type("half the price")
    made.wait(lambda: made.wall.search.foundWords == "1 note")
    made.settle()

    assert [made.core.board.note(i).text[:4] for i in ids(made.wall)] == ["Sell"]  # type: ignore[union-attr]


def test_a_search_without_hits_says_so_kindly(house: Build) -> None:
    made = house(10)
    made.wall.search.open()

    made.wall.search.type("xylophone")
    made.wait(lambda: made.wall.search.foundWords == "0 notes")

    assert made.wall.emptyTitle == "No note on the board has these words."
    made.wall.search.close()
    made.wait(lambda: made.wall.emptyTitle == "")
    assert not made.wall.search.isOpen


def test_an_empty_wall_invites(house: Build) -> None:
    made = house(0)

    assert made.wall.emptyTitle == "This wall waits for its first idea."
    assert made.wall.emptyText
    made.wall.chooseTab("answered")
    made.settle()
    assert made.wall.emptyTitle == "Nothing is answered yet."


def test_the_end_of_a_visit_leaves_nothing_behind(house: Build) -> None:
    made = house(60)
    made.wall.chooseTab("popular")
    made.wall.search.open()
    made.wall.search.type("canary")
    made.wall.moveTo(200)

    made.visit.end()
    made.settle()

    assert (made.wall.order, made.wall.search.isOpen, made.wall.search.foundWords) == (Tab.NEW, False, "")
    assert ids(made.wall)[0] == made.core.board.order(Tab.NEW)[0]


def test_a_visitor_keeps_the_place_when_letters_grow(house: Build) -> None:
    made = house(300)
    made.wall.moveTo(1500)
    first = made.wall._hanging.first_seen()

    with_asked: list[float] = []
    made.wall.scrollRequested.connect(with_asked.append)
    made.visit.toggle_large()
    made.settle()

    assert first is not None
    paper = place_of(made.wall, first).paper
    assert with_asked[-1] <= paper.y() <= with_asked[-1] + 848


def test_keys_walk_over_the_wall_and_open_what_they_reach(house: Build, qtbot: QtBot) -> None:
    made = house(60)
    order = ids(made.wall)

    made.wall.enterWall()
    made.wall.step("right")

    assert place_of(made.wall, order[1]).isCurrent
    with qtbot.waitSignal(made.wall.note_requested) as asked:
        made.wall.press()
    assert asked.args == [order[1]]


def test_keys_reach_the_corner_too(house: Build) -> None:
    made = house(60)
    first = ids(made.wall)[0]
    made.wall.enterWall()

    assert made.wall.goToCorner(True)
    made.wall.press()

    assert made.me_too.is_given(first)
    assert not made.wall.goToCorner(True)


def test_on_a_mirrored_wall_left_leads_to_the_next_column(house: Build) -> None:
    made = house(60)
    made.visit.choose_language("ar")
    order = ids(made.wall)
    rightmost = max(places(made.wall)[:4], key=lambda place: place.paper.x())

    made.wall.enterWall()
    made.wall.step("left")

    assert rightmost.hanging
    current = next(place for place in places(made.wall) if place.isCurrent)
    assert current.paper.x() < rightmost.paper.x()
    assert current.hanging
    assert current.hanging.id in order


def test_walking_down_scrolls_the_wall(house: Build) -> None:
    made = house(200)
    tops: list[float] = []
    made.wall.scrollRequested.connect(tops.append)
    made.wall.scrollRequested.connect(made.wall.moveTo)

    made.wall.enterWall()
    for _ in range(8):
        made.wall.step("down")
        made.settle()

    assert tops[-1] > 848
    assert any(place.isCurrent for place in places(made.wall))


def test_what_was_looked_at_is_told(house: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    made = house(8)
    told: list[Looked] = []
    monkeypatch.setattr(made.core, "looked", told.extend)
    seconds = [0.0]
    monkeypatch.setattr(made.wall._looks, "_monotonic", lambda: seconds[0])

    made.wall.setShown(True)
    seconds[0] = 2.5
    made.wall.setShown(False)
    made.wait(lambda: bool(told))

    assert {(look.idea_id, look.milliseconds, look.views) for look in told} == {
        (idea_id, 2500, 1) for idea_id in ids(made.wall)
    }


def test_the_bar_offers_the_shops_languages_by_their_own_names(house: Build) -> None:
    made = house(3)
    tell_facts(made.core, make_facts(languages=("en", "pl", "ar", "ja", "de", "fr")))
    made.wall.bar.follow()

    names = [choice.name for choice in made.wall.bar.shownLanguages]  # type: ignore[attr-defined]

    assert names == ["English", "Polski", "العربية", "日本語"]
    assert made.wall.bar.moreWord == "2 more"
    made.wall.bar.chooseLanguage("fr")
    assert [c.tag for c in made.wall.bar.shownLanguages] == ["en", "pl", "ar", "fr"]  # type: ignore[attr-defined]


def test_the_bar_is_quiet_about_a_server_that_is_there(house: Build) -> None:
    made = house(3)

    made.core.link = LinkState.ONLINE
    assert made.wall.bar.offlineWord == ""
    made.core.link = LinkState.OFFLINE
    assert made.wall.bar.offlineWord.startswith("Without a connection.")
    made.core.link = LinkState.OTHER_VERSION
    assert made.wall.bar.offlineWord.startswith("This kiosk waits for an update.")


def test_the_name_of_the_shop_follows_its_owner(house: Build) -> None:
    made = house(3)

    tell_facts(made.core, make_facts(name="Café Anton"))
    made.wait(lambda: made.wall.shopName == "Café Anton")


def test_the_frame_of_a_finger_goes_before_any_work(house: Build) -> None:
    made = house(200)
    hanging = made.wall._hanging

    def painted() -> int:
        return sum(place.picture is not None for place in hanging.places)

    hanging.move_to(1500)
    before = painted()
    hanging._do_a_slice()
    assert painted() == before

    made.wall.draw_on()
    hanging._do_a_slice()
    assert painted() > before
