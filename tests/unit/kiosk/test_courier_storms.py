"""The courier and the shop's real server: storms on the kiosk, what is pinned into them, and paper ballots."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from app.domain.errors import AppError, Conflict, InvalidInput
from app.domain.storms import Phase
from app.kiosk import ballot_call
from app.kiosk.ballot_call import BallotPaper
from app.kiosk.client import ServerClient
from app.kiosk.link import LinkState
from app.kiosk.notes import Tab
from app.kiosk.outbox import Draft
from app.kiosk.stock import Stock
from tests.making import SetClock
from tests.unit.kiosk.conftest import HandTicks
from tests.unit.kiosk.shop_side import ADDRESS, ShopSide
from tests.unit.web.house import START, HandClock, House
from tests.unit.web.storms import HouseWithStorm


@pytest.fixture
def clock() -> SetClock:
    return SetClock(START)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    house = House(tmp_path / "shop", HandClock())
    yield house
    house.close()


@pytest.fixture
def storm(house: House) -> HouseWithStorm:
    return HouseWithStorm(house)


@pytest.fixture
def shop(house: House, storm: HouseWithStorm, stock: Stock) -> Iterator[ShopSide]:  # noqa: ARG001
    side = ShopSide(house, stock)
    yield side
    side.close()


def test_a_kiosk_learns_of_storms_and_of_what_was_said(shop: ShopSide, storm: HouseWithStorm) -> None:
    storm.gather()
    guitar = storm.write("A guitar")
    nine = storm.write("Only until nine", "Ingrid", on=guitar)

    shop.round()

    (told,) = shop.stock.storms.all()
    assert (told.storm.question, told.phase(shop.house.clock.now())) == (
        storm.storm.question,
        Phase.GATHERING,
    )
    assert [(note.id, note.builds_on) for note in shop.stock.board.of_storm(storm.code)] == [
        (guitar.id, None),
        (nine.id, guitar.id),
    ]
    assert shop.stock.board.order(Tab.NEW) == []
    assert any(changed.storms for changed in shop.ear.changes)


def test_what_is_known_is_not_asked_again(shop: ShopSide, storm: HouseWithStorm) -> None:
    storm.gather()
    shop.round()
    shop.round()

    assert len(shop.line.calls("/storms")) == 2, "those that run, and those that are over, once"


def test_a_storm_that_goes_on_by_the_clock_brings_its_shortlist_and_counts(
    shop: ShopSide, storm: HouseWithStorm
) -> None:
    storm.gather()
    guitar = storm.write("A guitar")
    storm.vote(guitar, 3)
    shop.round()
    assert shop.shown(guitar.id) == 0

    storm.choose()
    shop.round()

    (told,) = shop.stock.storms.all()
    assert told.shortlist == (guitar.id,)
    assert told.counts(shop.house.clock.now()) == {guitar.id: 3}
    assert shop.shown(guitar.id) == 3


def test_what_was_pinned_in_time_reaches_its_storm_once_though_answers_are_lost(
    shop: ShopSide, storm: HouseWithStorm, clock: SetClock
) -> None:
    storm.gather()
    clock.moment = shop.house.clock.now()
    shop.round()
    shop.stock.outbox.accept(Draft(text="A choir", name="Jo", storm=storm.code))
    shop.line.lose_answers(path="/deliveries", times=2)

    for _ in range(4):
        shop.round()

    view = storm.owner.storms.view(storm.id)
    assert [idea.text for idea in view.ideas] == ["A choir"]
    assert shop.stock.outbox.waiting() == 0


def test_what_waited_for_the_network_counts_by_when_it_was_pinned(
    shop: ShopSide, storm: HouseWithStorm, clock: SetClock, ticks: HandTicks
) -> None:
    storm.gather()
    shop.house.clock.forward(minutes=2 * 24 * 60 - 10)
    clock.moment = shop.house.clock.now()
    shop.stock.outbox.accept(Draft(text="In time", storm=storm.code))
    ticks.forward(seconds=1200)
    shop.house.clock.forward(minutes=20)
    clock.moment = shop.house.clock.now()
    shop.stock.outbox.accept(Draft(text="Too late", storm=storm.code))

    shop.round()

    assert [idea.text for idea in storm.owner.storms.view(storm.id).ideas] == ["In time"]
    assert shop.stock.outbox.refused() == []
    assert shop.stock.outbox.waiting() == 0


def test_a_conclusion_reaches_the_kiosk_with_its_credits(shop: ShopSide, storm: HouseWithStorm) -> None:
    storm.gather()
    guitar = storm.write("A guitar", "Ben")
    storm.close()
    storm.conclude([guitar.id])

    shop.round()

    (told,) = shop.stock.storms.all()
    assert told.storm.concluded_at is not None
    assert told.ending is not None
    assert [credit.name for credit in told.credits] == ["Ben"]


def test_an_older_server_without_storms_is_served_as_before(shop: ShopSide, house: House) -> None:
    house.pin("More bread")

    def older(request: httpx.Request) -> httpx.Response | None:
        return httpx.Response(404) if request.url.path.endswith("/storms") else None

    shop.line.instead = older
    shop.courier._stock.storms.take([], "", "")
    shop.round()

    assert shop.stock.board.size() == 1


def test_a_ballot_is_looked_up_and_given_once(shop: ShopSide, storm: HouseWithStorm) -> None:
    storm.gather()
    guitar, records = storm.write("A guitar"), storm.write("Records")
    one, two = storm.ballots(2)
    storm.choose()

    assert ask(shop, lambda client: ballot_call.look_up(client, f" {one.lower()}")) == BallotPaper(
        one, storm.code
    )
    ask(shop, lambda client: ballot_call.give(client, one, guitar.id))
    ask(shop, lambda client: ballot_call.give(client, one, guitar.id))

    with pytest.raises(InvalidInput, match="given already"):
        ask(shop, lambda client: ballot_call.look_up(client, one))
    with pytest.raises(Conflict, match="given already"):
        ask(shop, lambda client: ballot_call.give(client, one, records.id))
    with pytest.raises(Conflict, match="not among those"):
        ask(shop, lambda client: ballot_call.give(client, two, uuid4()))
    assert storm.owner.storms.view(storm.id).ballots.given == 1


@pytest.mark.parametrize("typed", ["", "nonsense", "7KQM4TWXX"])
def test_what_is_no_ballots_code_is_said_without_asking(shop: ShopSide, typed: str) -> None:
    with pytest.raises(InvalidInput, match="no ballot's code"):
        ask(shop, lambda client: ballot_call.look_up(client, typed))

    assert shop.line.calls(f"/ballots/{typed}") == []


def test_a_ballot_after_closing_is_refused_in_a_sentence(shop: ShopSide, storm: HouseWithStorm) -> None:
    storm.gather()
    guitar = storm.write("A guitar")
    (one,) = storm.ballots(1)
    storm.close()

    with pytest.raises(Conflict, match="Choosing is over"):
        ask(shop, lambda client: ballot_call.give(client, one, guitar.id))


def test_without_a_line_a_ballot_is_to_be_kept(shop: ShopSide, storm: HouseWithStorm) -> None:
    (one,) = storm.ballots(1)

    def cut(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("cut", request=request)

    shop.line.instead = cut

    with pytest.raises(AppError, match="keep your ballot"):
        ask(shop, lambda client: ballot_call.look_up(client, one))
    with pytest.raises(AppError, match="keep your ballot"):
        ballot_call.client_of(None)
    assert LinkState.OFFLINE not in shop.ear.states


def ask(shop: ShopSide, call: Callable[[ServerClient], Awaitable[object]]) -> object:
    pairing = shop.stock.pairings.current()
    assert pairing is not None

    async def go() -> object:
        async with ServerClient(ADDRESS, key=pairing.key, transport=shop.line) as client:
            return await call(client)

    return asyncio.run(go())
