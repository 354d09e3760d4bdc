"""What the kiosk shows while nobody stands before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from app.domain.hours import NO_HOURS, OpeningHours
from app.domain.ideas import Status
from app.domain.shop import Shop
from app.kiosk.facts import ShopFacts
from app.kiosk.notes import Note, Slip
from app.paths import resource
from app.words import load_words
from tests.making import TUESDAY, SetClock
from tests.ui.kiosk.stage import Stage
from ui.kiosk.attract import NIGHT_PLACES, SHIFTS, SLIDES_BEFORE_SWAP, AttractPage
from ui.kiosk.opening import opening_sentence
from ui.kiosk.visit import Visit

LONG = "On Saturdays the queue goes out of the door and nobody knows who was first. " * 6
SHOP = Shop(
    id=UUID(int=0),
    name="Linden Street Bakery",
    owner="Marta",
    timezone="Europe/Berlin",
    open_weekdays=frozenset({0, 1, 2, 3, 4, 5}),
    hours=(OpeningHours(time(8), time(18, 30)),) * 7,
)
ENGLISH = load_words("en", resource("translations"))


def make_note(text: str = "A bench for us.", *, name: str = "Sam", votes: int = 52) -> Note:
    slip = Slip(text="It stands by the door.", signed="Marta", status=Status.DONE, created_at=TUESDAY)
    return Note(
        id=uuid4(), text=text, name=name, votes=votes, status=Status.DONE, created_at=TUESDAY,
        public_at=TUESDAY, answer=slip,
    )  # fmt: skip


@dataclass
class Around:
    clock: SetClock
    facts: ShopFacts | None = None
    did: list[Note] = field(default_factory=list)


@pytest.fixture
def around(clock: SetClock) -> Around:
    return Around(clock, ShopFacts(kiosk_name="Door", shop=SHOP), [make_note(), make_note("Longer hours.")])


@pytest.fixture
def attract(visit: Visit, around: Around) -> AttractPage:
    page = AttractPage(
        visit=visit, clock=around.clock, facts=lambda: around.facts, did=lambda: list(around.did)
    )
    page.refresh()
    return page


def test_it_tells_what_was_said_and_what_was_done(attract: AttractPage) -> None:
    assert (attract.quoteMark, attract.quote) == ("“", "A bench for\u00a0us.”")
    assert attract.author == "Sam and 52 others"
    assert (attract.answer, attract.signed, attract.stamp) == ("It stands by the\u00a0door.", "Marta", "Done")
    assert (attract.place, attract.hours) == ("1 of 2", "Open today until half past six")


def test_the_pages_turn_and_begin_again(attract: AttractPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(attract.turned):
        attract.turn()
    assert attract.place == "2 of 2"

    attract.turn()
    assert attract.place == "1 of 2"


def test_nothing_stands_at_one_place_for_long(attract: AttractPage) -> None:
    places, sides, nights = set(), set(), set()

    for _turn in range(2 * SLIDES_BEFORE_SWAP):
        places.add((attract.shiftX, attract.shiftY))
        sides.add(attract.isSwapped)
        nights.add((attract.nightX, attract.nightY))
        attract.turn()

    assert (len(places), sides, len(nights)) == (len(SHIFTS), {True, False}, len(NIGHT_PLACES))


def test_an_idea_that_leaves_the_board_leaves_the_page(attract: AttractPage, around: Around) -> None:
    attract.turn()
    around.did = [make_note("Only this.")]

    attract.refresh()

    assert attract.quote == "Only\u00a0this.”"
    assert attract.place == ""


def test_before_anything_was_done_it_invites(attract: AttractPage, around: Around) -> None:
    around.did = []
    attract.refresh()

    assert attract.isEmpty
    assert attract.promise == "Marta answers within 5 open days."


def test_long_words_are_set_smaller(attract: AttractPage, around: Around) -> None:
    around.did = [make_note("Short."), make_note(LONG)]
    attract.refresh()
    short = attract.quoteSize
    attract.turn()

    assert short == 92
    assert attract.quoteSize < 50


def test_a_quote_keeps_its_writers_direction_and_marks(attract: AttractPage, around: Around) -> None:
    around.did = [make_note("هل يمكن كتابة قائمة الأسعار بحروف أكبر؟")]
    attract.refresh()

    assert attract.isQuoteMirrored
    assert attract.quoteMark == "«"


@pytest.mark.parametrize(
    ("local", "said"),
    [
        (datetime(2026, 11, 17, 9), "Open today until half past six"),
        (datetime(2026, 11, 17, 6), "Opens today at eight"),
        (datetime(2026, 11, 17, 20), "Opens tomorrow at eight"),
        (datetime(2026, 11, 21, 20), "Opens on Monday at eight"),
        (datetime(2026, 11, 22, 12), "Opens tomorrow at eight"),
    ],
)
def test_hours_are_said_as_people_say_them(local: datetime, said: str) -> None:
    facts = ShopFacts(kiosk_name="Door", shop=SHOP)

    assert opening_sentence(facts, (local - timedelta(hours=1)).replace(tzinfo=UTC), ENGLISH) == said


def test_holidays_are_passed_over() -> None:
    closed = frozenset({date(2026, 11, 18), date(2026, 11, 19)})
    facts = ShopFacts(kiosk_name="Door", shop=replace(SHOP, closed_days=closed))

    assert (
        opening_sentence(facts, datetime(2026, 11, 17, 20, tzinfo=UTC), ENGLISH) == "Opens on Friday at eight"
    )


def test_a_shop_without_hours_says_only_which_day() -> None:
    facts = ShopFacts(kiosk_name="Door", shop=replace(SHOP, hours=NO_HOURS))

    assert opening_sentence(facts, datetime(2026, 11, 17, 9, tzinfo=UTC), ENGLISH) == ""
    assert opening_sentence(facts, datetime(2026, 11, 22, 9, tzinfo=UTC), ENGLISH) == "Open again tomorrow"


def test_a_shop_that_never_opens_says_nothing() -> None:
    facts = ShopFacts(kiosk_name="Door", shop=replace(SHOP, open_weekdays=frozenset()))

    assert opening_sentence(facts, TUESDAY, ENGLISH) == ""


def test_a_touch_leads_to_the_wall(
    attract: AttractPage, stage: Callable[..., Stage], qtbot: QtBot, visit: Visit
) -> None:
    page = stage("Attract.qml", attract=attract)

    with qtbot.waitSignals([attract.touched, visit.touched]):
        page.tap("quote")
    assert "Touch to read the wall" in page.texts()


def test_a_key_leads_to_the_wall(attract: AttractPage, stage: Callable[..., Stage], qtbot: QtBot) -> None:
    page = stage("Attract.qml", attract=attract)
    assert isinstance(page.page, QQuickItem)
    page.page.forceActiveFocus()

    with qtbot.waitSignal(attract.touched):
        page.key(Qt.Key.Key_Space)


def test_out_of_opening_hours_almost_nothing_shines(
    attract: AttractPage, around: Around, stage: Callable[..., Stage], qtbot: QtBot
) -> None:
    around.clock.forward(timedelta(hours=12))
    attract.refresh()
    page = stage("Attract.qml", attract=attract)

    picture = page.picture()
    lights = [picture.pixelColor(x, y).lightness() for x in range(0, 1920, 4) for y in range(0, 1080, 4)]
    assert sum(light > 60 for light in lights) / len(lights) < 0.01
    assert "Opens tomorrow at eight" in page.texts()
    with qtbot.waitSignal(attract.touched):
        page.tap("nightName")


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1280, 800)])
def test_the_longest_words_stay_on_their_side(
    attract: AttractPage, around: Around, stage: Callable[..., Stage], size: tuple[int, int]
) -> None:
    around.did = [make_note((LONG * 2)[:500])]
    attract.refresh()
    page = stage("Attract.qml", attract=attract, size=size)

    quote, foot = page.item("quote"), page.item("touchHere")
    bottom = quote.mapToScene(quote.boundingRect().topLeft()).y() + quote.property("contentHeight")
    assert bottom < foot.mapToScene(foot.boundingRect().topLeft()).y()
    assert not quote.property("truncated")
