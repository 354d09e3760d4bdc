from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from app.domain.errors import StorageProblem
from app.domain.ideas import Channel, Status, Visibility
from app.domain.ids import new_id
from app.domain.kiosks import Look, SetAsideKind
from app.domain.shop import Moderation
from app.kiosk.back_off import LONGEST_SECONDS
from app.kiosk.courier import BEAT_SECONDS
from app.kiosk.file import FILE, KioskFile
from app.kiosk.known_facts import KnownFacts
from app.kiosk.link import LinkState
from app.kiosk.mirror import Told
from app.kiosk.notes import Tab
from app.kiosk.outbox import Draft
from app.kiosk.stock import Stock
from app.pictures import make_logo
from tests.kiosk_making import make_note
from tests.making import SetClock
from tests.pictures import as_file, picture
from tests.unit.kiosk.conftest import HandTicks
from tests.unit.kiosk.shop_side import ShopSide
from tests.unit.web.house import START, HandClock, House

PAST_LOOKS = 31


@pytest.fixture
def clock() -> SetClock:
    return SetClock(START)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    house = House(tmp_path / "shop", HandClock())
    yield house
    house.close()


@pytest.fixture
def shop(house: House, stock: Stock) -> Iterator[ShopSide]:
    side = ShopSide(house, stock)
    yield side
    side.close()


def test_a_new_kiosk_hangs_what_hangs_in_the_shop(shop: ShopSide) -> None:
    root = shop.house.pin("Sell yesterday's bread", "Sam", votes=3)
    child = shop.house.pin("Not only at closing time", builds_on=root.id)
    shop.house.answer(root, "Done since Monday")
    shop.house.pin("Still waiting", visibility=Visibility.WAITING)

    assert shop.round() == BEAT_SECONDS

    assert shop.ear.states == [LinkState.ONLINE]
    note = shop.stock.board.note(root.id)
    assert note is not None
    assert (note.text, note.name, note.votes, note.status) == (
        "Sell yesterday's bread",
        "Sam",
        3,
        Status.DONE,
    )
    assert note.answer is not None
    assert (note.answer.text, note.answer.signed) == ("Done since Monday", "Marta")
    assert [one.id for one in shop.stock.board.chain(root.id)] == [child.id]
    assert shop.stock.board.size() == 2


def test_a_kiosk_knows_its_shop_after_the_first_hello(shop: ShopSide) -> None:
    shop.round()

    facts = shop.stock.known.facts
    assert facts is not None
    assert (facts.kiosk_name, facts.shop.name, facts.shop.voice) == (
        "By the door",
        "Linden Street Bakery",
        "Marta",
    )


def test_facts_are_told_again_only_when_they_changed(shop: ShopSide) -> None:
    shop.round()
    shop.round()
    assert [changed.facts for changed in shop.ear.changes].count(True) == 1

    shop.house.set_shop(owner="Marta and Jo")
    shop.round()

    assert shop.stock.known.or_plain().shop.owner == "Marta and Jo"


def test_the_logo_of_the_shop_is_known_while_nobody_answers_too(shop: ShopSide, file: KioskFile) -> None:
    logo = make_logo(as_file(picture()))
    shop.house.wear_logo(logo)
    shop.round()

    later = KnownFacts(file).facts
    assert later is not None
    assert later.logo == logo.png
    shop.house.take_logo_off()
    shop.round()

    assert shop.stock.known.or_plain().logo == b""


def test_what_changes_in_the_shop_changes_on_the_wall(shop: ShopSide) -> None:
    stays, goes = shop.house.pin("Stays"), shop.house.pin("Goes")
    shop.round()
    shop.ear.changes.clear()

    shop.house.answer(stays, "We will", Status.PLANNED)
    shop.house.show(goes.id, Visibility.HIDDEN)
    new = shop.house.pin("New")
    shop.round()

    assert {note.text: note.status for note in shop.stock.board.notes([stays.id, goes.id, new.id])} == {
        "Stays": Status.PLANNED,
        "New": Status.NEW,
    }
    assert set(shop.ear.boards) == {stays.id, goes.id, new.id}


def test_a_board_of_many_pages_comes_in_whole(shop: ShopSide) -> None:
    ideas = [shop.house.pin(f"Idea {number}") for number in range(230)]

    shop.round()

    assert shop.stock.board.size() == 230
    assert set(shop.stock.board.order(Tab.NEW)) == {idea.id for idea in ideas}
    assert len(shop.line.calls("/changes")) == 3


def test_nothing_is_asked_for_while_nothing_changes(shop: ShopSide) -> None:
    shop.house.pin("One")
    shop.round()
    shop.line.asked.clear()

    shop.round()

    assert [request.url.path for request in shop.line.asked] == ["/api/v1/kiosk"]


def test_an_idea_given_while_the_network_was_gone_is_dated_back(shop: ShopSide, ticks: HandTicks) -> None:
    id, code = shop.stock.outbox.accept(Draft(text="A bench outside", name="Jo", language="en"))
    ticks.forward(seconds=7200)
    shop.house.clock.forward(hours=2)

    shop.round()

    [idea] = shop.house.ideas()
    assert (idea.id, idea.claim_code, idea.text, idea.name) == (id, code, "A bench outside", "Jo")
    assert (idea.channel, idea.created_at) == (Channel.KIOSK, START)
    assert shop.stock.outbox.waiting() == 0


def test_what_customers_give_arrives_in_their_order(shop: ShopSide) -> None:
    given = [
        shop.stock.outbox.accept(Draft(text=f"Idea {number} " + "word " * 60))[0] for number in range(250)
    ]

    while shop.stock.outbox.waiting():
        shop.round()

    stored = shop.house.database.read(lambda stores: stores.ideas.several(given))
    assert len(stored) == 250
    assert all(len(request.content) < 30_100 for request in shop.line.calls("/deliveries"))
    ordered = shop.house.database.rows("SELECT id FROM ideas ORDER BY number")
    assert [bytes(row[0]) for row in ordered] == [id.bytes for id in given]


def test_answers_that_get_lost_double_nothing(shop: ShopSide, ticks: HandTicks) -> None:
    wall = shop.house.pin("On the wall", votes=2)
    shop.round()
    given = {shop.stock.outbox.accept(Draft(text=f"Idea {number}"))[0] for number in range(5)}
    shop.stock.outbox.vote(wall.id, "visitor-1", given=True)
    shop.stock.outbox.looked([Look(wall.id, 4000, 3)])
    ticks.forward(seconds=PAST_LOOKS)
    shop.line.lose_answers(path="/deliveries", times=3)

    for _ in range(5):
        shop.round()

    assert {idea.id for idea in shop.house.ideas()} == {wall.id} | given
    assert len(shop.house.ideas()) == 6
    assert shop.shown(wall.id) == 3
    note = shop.stock.board.note(wall.id)
    assert note is not None
    assert note.views == 3
    [stored] = shop.house.database.read(lambda stores: stores.ideas.several([wall.id]))
    assert stored.views == 3


def test_delivered_words_leave_the_disk(shop: ShopSide, kiosk_folder: Path) -> None:
    shop.house.pin("On the wall")
    shop.stock.outbox.accept(Draft(text="Kanarienvogel-7731 for all", name="Kanarienvogel-7731"))
    assert any(b"Kanarienvogel-7731" in path.read_bytes() for path in kiosk_folder.iterdir())

    shop.round()

    assert not any(b"Kanarienvogel-7731" in path.read_bytes() for path in kiosk_folder.iterdir())


def test_an_own_vote_is_never_counted_twice_nor_lost_in_between(shop: ShopSide) -> None:
    wall = shop.house.pin("On the wall", votes=2)
    shop.round()

    shop.stock.outbox.vote(wall.id, "visitor-1", given=True)
    assert shop.shown(wall.id) == 3
    shop.round()
    assert shop.shown(wall.id) == 3
    shop.stock.outbox.vote(wall.id, "visitor-1", given=False)
    assert shop.shown(wall.id) == 2
    shop.round()
    assert shop.shown(wall.id) == 2


def test_a_vote_that_is_refused_is_taken_from_the_note_again(shop: ShopSide) -> None:
    wall = shop.house.pin("On the wall", votes=2)
    shop.round()
    shop.stock.outbox.vote(wall.id, "no such v\u00edsitor", given=True)
    assert shop.shown(wall.id) == 3

    shop.round()

    assert shop.shown(wall.id) == 2
    assert shop.stock.outbox.waiting() == 0


def test_what_is_refused_for_good_blocks_nothing_and_is_told_at_the_desk(shop: ShopSide) -> None:
    outbox = shop.stock.outbox
    first, code = outbox.accept(Draft(text="First"))
    shop.round()
    bad = new_id(START)
    shop.stock.file.write(
        lambda connection: outbox._add(
            connection,
            bad,
            SetAsideKind.IDEA,
            {"claim_code": code, "text": "Same code", "name": "", "language": ""},
        )
    )
    last, _ = outbox.accept(Draft(text="Last"))

    shop.round()
    assert {idea.id for idea in shop.house.ideas()} == {first, last}
    assert [refused.text for refused in outbox.refused()] == ["Same code"]
    assert outbox.waiting() == 0

    shop.round()
    [told] = shop.house.database.read(lambda stores: stores.set_asides.waiting())
    assert (told.id, told.text) == (bad, "Same code")
    assert told.sentence
    assert outbox.refused() == []


def test_one_thing_that_spoils_a_batch_is_found_and_the_rest_delivered(shop: ShopSide) -> None:
    texts = [f"Idea {number}" for number in range(9)]
    for text in texts:
        shop.stock.outbox.accept(Draft(text=text))

    def refuse(request: httpx.Request) -> httpx.Response | None:
        spoilt = request.url.path.endswith("/deliveries") and b"Idea 6" in request.content
        return httpx.Response(413, json={"error": "Too large."}) if spoilt else None

    shop.line.instead = refuse
    shop.round()

    assert {idea.text for idea in shop.house.ideas()} == set(texts) - {"Idea 6"}
    assert [(refused.text, refused.sentence) for refused in shop.stock.outbox.refused()] == [
        ("Idea 6", "Too large.")
    ]


def test_looks_are_sent_together_and_counted_for_all_kiosks(shop: ShopSide, ticks: HandTicks) -> None:
    wall = shop.house.pin("On the wall")
    shop.round()
    for _ in range(3):
        shop.stock.outbox.looked([Look(wall.id, 2000, 1)])
        shop.round()
    assert shop.line.calls("/deliveries") == []

    ticks.forward(seconds=PAST_LOOKS)
    shop.round()

    assert len(shop.line.calls("/deliveries")) == 1
    note = shop.stock.board.note(wall.id)
    assert note is not None
    assert note.views == 3


def test_the_desk_hears_how_much_waits_and_what_is_wrong(shop: ShopSide) -> None:
    shop.ear.own_problems = (StorageProblem("The disk of %(name)s is full.", name="this kiosk"),)

    def refuse(request: httpx.Request) -> httpx.Response | None:
        return httpx.Response(503) if request.url.path.endswith("/deliveries") else None

    shop.line.instead = refuse
    shop.stock.outbox.accept(Draft(text="One"))
    shop.round()

    [kiosk] = shop.house.database.read(lambda stores: stores.kiosks.all())
    assert (kiosk.outbox, kiosk.problems) == (1, ("The disk of this kiosk is full.",))


def test_a_public_kiosk_idea_comes_back_to_the_wall(shop: ShopSide) -> None:
    shop.house.set_shop(moderation=Moderation.PUBLIC_AT_ONCE)
    shop.round()
    id, _ = shop.stock.outbox.accept(Draft(text="A bench outside"))

    shop.round()
    shop.round()

    assert shop.stock.board.order(Tab.NEW) == [id]


def unwell(_request: httpx.Request) -> httpx.Response:
    return httpx.Response(500)


def test_a_server_that_is_not_well_is_asked_more_and_more_rarely(shop: ShopSide, ticks: HandTicks) -> None:
    shop.line.instead = unwell
    waits = []
    for _ in range(9):
        waits.append(shop.round())
        ticks.forward(seconds=waits[-1] + 0.1)

    assert all(BEAT_SECONDS * 2**n / 2 <= wait <= BEAT_SECONDS * 2**n for n, wait in enumerate(waits[:4]))
    assert all(LONGEST_SECONDS / 2 <= wait <= LONGEST_SECONDS for wait in waits[5:])
    assert set(shop.ear.states) == {LinkState.OFFLINE}

    shop.line.instead = lambda request: None  # noqa: ARG005
    assert shop.round() == BEAT_SECONDS


def test_whoever_pins_in_between_makes_no_wait_longer(shop: ShopSide, ticks: HandTicks) -> None:
    shop.line.instead = unwell
    wait = shop.round()

    for _ in range(20):
        ticks.forward(seconds=wait / 50)
        shop.stock.outbox.accept(Draft(text="Pinned meanwhile"))
        wait_left = shop.round()

    assert wait_left == pytest.approx(wait * 30 / 50, abs=0.1)


def test_a_server_that_comes_back_is_met_at_once(shop: ShopSide, ticks: HandTicks) -> None:
    def nobody(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("gone", request=request)

    shop.line.instead = nobody
    for _ in range(30):
        wait = shop.round()
        ticks.forward(seconds=wait)
        assert BEAT_SECONDS <= wait < 3

    shop.line.instead = lambda request: httpx.Response(502)  # noqa: ARG005
    assert BEAT_SECONDS <= shop.round() < 3
    assert set(shop.ear.states) == {LinkState.OFFLINE}


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (httpx.Response(401), LinkState.REVOKED),
        (httpx.Response(409, json={"error": "Another version."}), LinkState.OTHER_VERSION),
        (httpx.Response(404), LinkState.OTHER_VERSION),
        (httpx.Response(200, json={"protocol": 2}), LinkState.OTHER_VERSION),
        (httpx.Response(500, text="<html>"), LinkState.OFFLINE),
        (httpx.Response(302, headers={"location": "http://elsewhere/"}), LinkState.OFFLINE),
        (httpx.Response(200, text="<html>"), LinkState.OFFLINE),
        (httpx.Response(200, json=[1]), LinkState.OFFLINE),
        (httpx.Response(200, json={"protocol": 1}), LinkState.OFFLINE),
        (httpx.Response(200, content=b"\xff" * 5_000_000), LinkState.OFFLINE),
    ],
)
def test_strange_answers_are_a_state_of_the_link(
    shop: ShopSide, answer: httpx.Response, state: LinkState
) -> None:
    shop.stock.outbox.accept(Draft(text="One"))
    shop.line.instead = lambda request: answer  # noqa: ARG005

    assert shop.round() > 0

    assert shop.ear.states == [state]
    assert shop.stock.outbox.waiting() == 1


def test_a_busy_server_is_given_the_time_it_asks_for(shop: ShopSide, ticks: HandTicks) -> None:
    shop.line.instead = lambda request: httpx.Response(429, headers={"retry-after": "17"})  # noqa: ARG005

    assert shop.round() == 17

    ticks.forward(seconds=7)
    shop.stock.outbox.accept(Draft(text="Pinned meanwhile"))
    assert shop.round() == 10
    assert len(shop.line.calls("/kiosk")) == 1


def test_a_server_that_does_nothing_is_not_asked_in_a_circle(shop: ShopSide) -> None:
    shop.stock.outbox.accept(Draft(text="One"))

    def idle(request: httpx.Request) -> httpx.Response | None:
        return httpx.Response(200, json={"results": []}) if request.url.path.endswith("/deliveries") else None

    shop.line.instead = idle

    assert shop.round() > 0
    assert len(shop.line.calls("/deliveries")) == 1


def test_pages_that_lead_nowhere_are_not_followed_for_ever(shop: ShopSide) -> None:
    def circle(request: httpx.Request) -> httpx.Response | None:
        told = {"version": 99, "ideas": [], "gone": [], "next": None, "next_after": "again", "restart": True}
        return httpx.Response(200, json=told) if request.url.path.endswith("/changes") else None

    shop.line.instead = circle

    shop.round()

    assert shop.ear.states[-1] is LinkState.OFFLINE
    assert len(shop.line.calls("/changes")) == 2


def test_a_kiosk_that_is_paired_anew_takes_down_what_the_other_shop_said(shop: ShopSide) -> None:
    known = shop.house.pin("Known")
    shop.round()
    assert shop.stock.board.order(Tab.NEW) == [known.id]
    old = shop.stock.mirror.progress()
    elsewhere = make_note("Of another shop")
    shop.stock.mirror.take(Told(notes=[elsewhere]), old, replace(old, since=old.since + 1000))

    shop.pair()
    shop.round()

    assert shop.stock.board.order(Tab.NEW) == [known.id]


def test_after_damage_the_wall_is_told_anew_and_nothing_given_is_lost(
    shop: ShopSide, kiosk_folder: Path
) -> None:
    wall = [shop.house.pin(f"On the wall {number}") for number in range(120)]
    shop.round()
    id, _ = shop.stock.outbox.accept(Draft(text="Given before"))
    shop.stock.file.rest()
    with (kiosk_folder / FILE).open("r+b") as file:
        file.write(b"\xff" * 4096)
    shop.stock.board.changed()

    for _ in range(3):
        shop.round()

    assert set(shop.stock.board.order(Tab.NEW)) == {idea.id for idea in wall}
    assert shop.house.newest().id == id
    assert shop.ear.states[-1] is LinkState.ONLINE


def test_an_unpaired_kiosk_asks_nobody(shop: ShopSide) -> None:
    shop.stock.pairings._current = None
    shop.line.asked.clear()

    assert shop.round() > 60

    assert shop.line.asked == []
    assert shop.ear.states == [LinkState.UNPAIRED]


def test_the_shops_clock_replaces_a_wrong_one(shop: ShopSide, clock: SetClock) -> None:
    clock.forward(timedelta(days=-4000))
    assert shop.stock.clock.now() < START

    shop.round()

    assert shop.stock.clock.now() == START
