"""A running storm's question among the pages of the resting kiosk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from app.domain.ideas import Status
from app.kiosk.notes import Note
from app.kiosk.storms import ToldStorm
from app.kiosk.told_storms import storms_in
from tests.kiosk_making import make_facts, make_note, make_slip, storm_json
from tests.making import SetClock
from tests.ui.kiosk.stage import Stage
from tests.ui.kiosk.storm.conftest import STORM
from ui.kiosk.attract import AttractPage
from ui.kiosk.visit import Visit


@pytest.fixture
def storms() -> list[ToldStorm]:
    return list(storms_in([storm_json(STORM)]))


@pytest.fixture
def attract(visit: Visit, clock: SetClock, storms: list[ToldStorm]) -> AttractPage:
    did: list[Note] = [make_note("A bench", status=Status.DONE, answer=make_slip("It stands by the door."))]
    page = AttractPage(visit=visit, clock=clock, facts=make_facts, did=lambda: did, storms=lambda: storms)
    page.refresh()
    return page


def test_the_question_comes_first_and_what_was_done_after_it(attract: AttractPage) -> None:
    assert (attract.isStorm, attract.asking.question) == (True, "What music on Friday nights?")
    assert attract.asking.left == "3 days left in opening hours"
    assert (attract.storm_code, attract.place) == (STORM.code, "1 of 2")

    attract.turn()

    assert (attract.isStorm, attract.quote) == (False, "A\u00a0bench”")
    assert (attract.storm_code, attract.place) == ("", "2 of 2")


def test_a_question_that_is_closed_is_not_asked(attract: AttractPage, clock: SetClock) -> None:
    clock.forward(timedelta(days=3))

    attract.refresh()

    assert not attract.isStorm
    assert attract.quote == "A\u00a0bench”"


def test_a_question_alone_is_page_enough(visit: Visit, clock: SetClock, storms: list[ToldStorm]) -> None:
    page = AttractPage(visit=visit, clock=clock, facts=make_facts, did=tuple, storms=lambda: storms)
    page.refresh()
    page.turn()

    assert (page.isEmpty, page.isStorm, page.place) == (False, True, "")


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1280, 800)])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_question_is_seen_whole(
    attract: AttractPage,
    visit: Visit,
    stage: Callable[..., Stage],
    size: tuple[int, int],
    language: str,
) -> None:
    visit.choose_language(language)
    page = stage("Attract.qml", size=size, attract=attract)

    for name in ("askedQuestion", "askedCall", "touchHere"):
        item = page.item(name)
        place = item.mapRectToScene(item.boundingRect())
        assert place.left() >= 0, name
        assert place.right() <= size[0], name
        assert place.bottom() <= size[1], name
