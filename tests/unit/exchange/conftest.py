"""Two shops, and a storm that has gone through its whole life in the first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.conclusions import ProofPhoto
from app.domain.ideas import Idea
from app.domain.storms import Storm
from app.paths import DataFolder
from app.services.customer import following
from app.services.owner.concluding import ConclusionDraft, OutcomeDraft
from app.storage.database import Database
from tests.making import TUESDAY, SetClock
from tests.unit.services.test_storms import DAY, Shop

PHOTO = ProofPhoto(content=b"a picture", width=40, height=30)


@pytest.fixture
def clock() -> SetClock:
    return SetClock(TUESDAY)


@pytest.fixture
def shop(tmp_path: Path, clock: SetClock) -> Iterator[Shop]:
    with open_shop(tmp_path / "shop", clock) as opened:
        yield opened


@pytest.fixture
def other(tmp_path: Path, clock: SetClock) -> Iterator[Shop]:
    with open_shop(tmp_path / "other", clock) as opened:
        yield opened


@contextmanager
def open_shop(path: Path, clock: SetClock) -> Iterator[Shop]:
    database = Database.open(DataFolder(path), clock=clock)
    yield Shop(database, clock)
    database.close()


class Lived:
    """A storm with what was written to it: a chain of two and a merged one, one that is hidden, one erased."""

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        self.storm: Storm = shop.gathering()
        self.guitar, self.same = self._write("A guitar"), self._write("An acoustic guitar")
        self.nine = self._write("Only until nine", on=self.guitar)
        self.hidden = shop.send("Rubbish", self.storm).idea
        self.waiting = shop.send("Call me on 0170 1234567", self.storm).idea
        self.gone = self._write("Forget me")
        shop.owner.hide([self.hidden.id])
        shop.owner.merging.merge([self.same.id], self.guitar.id)
        shop.owner.leaving_out.leave_out(self.nine.id, name=True)
        for visitor, idea in (("visitor-1", self.guitar), ("visitor-2", self.same), ("visitor-2", self.nine)):
            shop.vote(idea, visitor)

    def close(self) -> Storm:
        """Chosen, by two ballots too, and over."""
        shop, storm = self.shop, self.storm
        shop.clock.forward(storm.times.chooses_at - shop.clock.now())
        codes = [ballot.code for ballot in shop.storms.print_ballots(storm.id, 3)]
        shop.give(codes[0], self.guitar.id)
        shop.give(codes[1], self.nine.id)
        shop.owner.voices.add(self.nine.id, name="Yuki")
        shop.clock.forward(DAY)
        return shop.storms.view(storm.id).storm

    def end(self, *, erased: bool = True) -> Storm:
        """Concluded, carried out with a photo, looked back on; one credited contribution was erased then."""
        shop, storm = self.shop, self.close()
        said = ConclusionDraft(
            heard="Music.",
            decided="A guitar.",
            thanks="Ben.",
            rests_on=(self.guitar.id, self.gone.id, self.nine.id),
        )
        shop.storms.conclude(storm.id, said)
        shop.storms.carry_out(
            storm.id,
            OutcomeDraft(
                done_on=date(2026, 11, 20),
                text="It plays.",
                label="Guests",
                before=Decimal("40.5"),
                photo=PHOTO,
            ),
        )
        shop.clock.forward(timedelta(days=30))
        shop.storms.look_back(storm.id, "The house was full.", Decimal(61))
        if erased:
            shop.database.write(lambda stores: following.erase(stores, self.gone.claim_code))
        return shop.storms.view(storm.id).storm

    def _write(self, text: str, on: Idea | None = None) -> Idea:
        return self.shop.write(text, self.storm, on)


@pytest.fixture
def lived(shop: Shop) -> Lived:
    return Lived(shop)
