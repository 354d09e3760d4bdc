"""A whole storm: 300 customers over two open days, on phones and at two kiosks, through real HTTP; nothing that
was said is lost or doubled, and who is thanked in the end is who said it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

import pypdfium2
import pytest

from app.domain.ballots import Ballot
from app.domain.chains import ChainOrder, chains, in_order, way_to
from app.domain.conclusions import ProofPhoto
from app.domain.errors import AppError
from app.domain.ideas import Idea
from app.domain.notices import PaperSize
from app.domain.storm_views import StormView
from app.domain.storms import Phase, Storm, Ways
from app.paths import resource
from app.services.owner.concluding import ConclusionDraft, OutcomeDraft
from app.services.owner.storming import StormDraft
from app.words import load_words
from tests.journeys.storm_town import Phone, Town, storming_town
from tests.pictures import as_file, picture
from ui.desk.storm_paper import StormOnPaper, StormPaper

CUSTOMERS = 300
WRITERS = 200
OFFLINE_FROM = 170
BERLIN = ZoneInfo("Europe/Berlin")
ON_STAGE = ProofPhoto(content=as_file(picture().convert("RGB"), "JPEG"), width=64, height=64)


def berlin(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=BERLIN).astimezone(UTC)


class Story:
    """Who does what, by dice that always fall alike."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.dice = Random(5)
        self.phones = [Phone(town) for _ in range(CUSTOMERS)]
        self.storm = self._announced()
        self.there: Sequence[Idea] = ()

    def view(self) -> StormView:
        return self.town.owner.storms.view(self.storm.id)

    def public(self) -> Sequence[Idea]:
        return self.view().public

    def write(self, number: int) -> None:
        """Every third at a kiosk; most build on what somebody said."""
        text, name = f"Idea {number:03} of music", f"Guest{number:03}"
        there = self.there
        on = self.dice.choice(there).id if there and self.dice.random() < 0.7 else None
        self.town.ledger.said[text] += 1
        if number % 3 == 0:
            self.town.kiosks[number % 2].pin(text, name, storm=self.storm.code, on=on)
            return
        phone, taps = self.phones[number], 1 + (number % 7 == 0)
        if on is None:
            phone.say(text, name, f"/s/{self.storm.code}", taps=taps, storm=self.storm.code)
        else:
            phone.say(text, name, f"/new?builds_on={on}", taps=taps, builds_on=str(on), link="but")

    def me_too(self, number: int, idea: UUID, *, given: bool = True) -> int:
        answer = self.phones[number].me_too(idea, given=given)
        assert answer.status_code == 200, answer.text
        self.town.ledger.me_too(idea, f"phone {number}", given=given)
        return int(answer.json()["votes"])

    def me_too_at_a_kiosk(self, number: int, idea: UUID) -> None:
        self.town.kiosks[0].me_too(idea, f"visit-{number}")
        self.town.ledger.me_too(idea, f"visit-{number}")

    def _announced(self) -> Storm:
        storms = self.town.owner.storms
        times = storms.propose(berlin(13, 8))
        draft = StormDraft(question="What music on Friday nights?", times=times, ways=Ways.BOTH)
        storm = storms.draft(draft)
        storms.announce(storm.id)
        assert (times.chooses_at, times.closes_at) == (berlin(14, 18, 30), berlin(16, 18, 30))
        return storms.view(storm.id).storm


@pytest.fixture
def town(tmp_path: Path, qapp: object) -> Iterator[Town]:  # noqa: ARG001 - paper needs one
    with storming_town(tmp_path, berlin(12, 10)) as town:
        yield town


def test_three_hundred_customers_storm_for_two_open_days(town: Town) -> None:
    story = Story(town)

    gather(story)
    shortlist = tidy_up_and_pick(story)
    choose(story, shortlist)
    close(story, shortlist)
    end(story)

    everything = [idea.own_text for idea in town.ideas()]
    assert sorted(everything) == sorted(town.ledger.said.elements())


def gather(story: Story) -> None:
    """Friday and Saturday; on Saturday afternoon the kiosk by the door loses its line."""
    town, offline = story.town, story.town.kiosks[1]
    town.until(story.storm.times.gathers_at)
    for number in range(WRITERS):
        if number == 100:
            town.until(berlin(14, 8))
        if number == OFFLINE_FROM:
            offline.line.is_cut = True
        if number % 40 == 39:
            town.kiosks[number % 80 // 40].line.answers_to_lose = 1
        story.write(number)
        town.later(seconds=60)
        if number % 10 == 9:
            pass_by(story, number)
    assert story.view().phase is Phase.GATHERING
    assert town.kiosks[0].round() == 0
    assert offline.round() > 0


def pass_by(story: Story, number: int) -> None:
    """The kiosks bring what they have, the owner puts it up, and readers say "me too", unseen by all."""
    for kiosk in story.town.kiosks:
        kiosk.round()
        kiosk.round()
    story.town.approve_all()
    there = story.there = story.public()
    for reader in range(number - 9, number + 1):
        idea = story.dice.choice(there).id
        assert story.me_too(reader, idea) == 0
        if reader % 5 == 0:
            assert story.me_too(reader, idea, given=False) == 0
    assert {idea.votes for idea in story.public()} == {0}
    assert story.view().tally is None


def tidy_up_and_pick(story: Story) -> list[UUID]:
    """What says the same is put together, somebody takes an idea back, and six are picked."""
    town, storms = story.town, story.town.owner.storms
    longest = in_order(chains(story.public()), ChainOrder.LONGEST)[0]
    end = max(longest.buildings, key=lambda building: building.depth)
    way = way_to(story.public(), end.idea.id)
    rest = [idea for idea in story.public() if idea not in way]
    away, kept, taken_back, hidden = story.dice.sample(rest, 4)
    town.owner.merging.merge([away.id], kept.id)
    town.ledger.put_together(away.id, kept.id)
    take_back(story, taken_back)
    town.owner.hide([hidden.id])
    others = [idea for idea in rest if idea not in (away, kept, taken_back, hidden)]
    picked = [end.idea.id, kept.id, *(idea.id for idea in story.dice.sample(others, 4))]
    storms.pick(story.storm.id, picked)
    return picked


def take_back(story: Story, idea: Idea) -> None:
    """By its claim code, on the phone."""
    phone = story.phones[0]
    gone = phone.http.post(
        f"/c/{idea.claim_code}/erase", data={"token": phone.token(f"/c/{idea.claim_code}/erase")}
    )
    assert gone.status_code in (200, 303), gone.text
    del story.town.ledger.said[idea.text]


def choose(story: Story, shortlist: list[UUID]) -> None:
    """Monday: the kiosk's line is back, and what it kept comes in; then everybody chooses in his own way."""
    town, late = story.town, story.town.kiosks[1]
    town.until(berlin(14, 18, 40))
    late.pin("Too late for the storm", "Guest998", storm=story.storm.code)
    town.ledger.said["Too late for the storm"] += 1
    town.until(berlin(16, 9))
    late.line.is_cut = False
    late.line.answers_to_lose = 1
    while late.round():
        pass
    town.approve_all()
    arrived = {idea.text: idea.storm_id for idea in town.ideas()}
    assert arrived["Too late for the storm"] is None
    assert all(arrived[text] == story.storm.id for text in arrived if text.startswith("Idea "))
    assert set(story.view().shortlist) == set(shortlist)

    for number in range(100, CUSTOMERS):
        story.me_too(number, story.dice.choice(shortlist))
    for number in range(40):
        story.me_too_at_a_kiosk(number, story.dice.choice(shortlist))
    while town.kiosks[0].round():
        pass
    refused = story.phones[0].me_too(next(idea.id for idea in story.public() if idea.id not in shortlist))
    assert refused.status_code == 409
    use_ballots(story, shortlist)


def use_ballots(story: Story, shortlist: list[UUID]) -> None:
    """Thirty of forty are given, at every door; each of them tries a second time, at another one."""
    printed = story.town.owner.storms.print_ballots(story.storm.id, 40)
    doors = [give_by_phone, give_at_a_kiosk, give_at_the_till]
    for number, ballot in enumerate(printed[:30]):
        idea = story.dice.choice(shortlist)
        doors[number % 3](story, ballot, idea)
        story.town.ledger.ballots[idea] += 1
        with pytest.raises(AppError, match="given already"):
            doors[(number + 1) % 3](story, ballot, story.dice.choice(shortlist))


def give_by_phone(story: Story, ballot: Ballot, idea: UUID) -> None:
    story.phones[ballot.number].give_ballot(ballot.code, idea)


def give_at_a_kiosk(story: Story, ballot: Ballot, idea: UUID) -> None:
    story.town.kiosks[ballot.number % 2].give_ballot(ballot.code, idea)


def give_at_the_till(story: Story, ballot: Ballot, idea: UUID) -> None:
    story.town.owner.storms.give_ballot(ballot.code, idea)


def close(story: Story, shortlist: list[UUID]) -> None:
    """Once it is closed nothing counts any more, and all that counted before is counted."""
    town, ledger = story.town, story.town.ledger
    unused = town.owner.storms.ballots(story.storm.id)[-1]
    town.until(berlin(16, 18, 30))

    assert story.phones[0].me_too(shortlist[0]).status_code == 409
    for give in (give_by_phone, give_at_a_kiosk, give_at_the_till):
        with pytest.raises(AppError, match="Choosing is over"):
            give(story, unused, shortlist[0])

    view = story.view()
    assert view.phase is Phase.CLOSED
    assert view.tally is not None
    counted = {count.idea_id: (count.votes, count.ballots) for count in view.tally.counts}
    assert counted == {idea: (ledger.voices(idea), ledger.ballots[idea]) for idea in shortlist}
    assert view.tally.choosers == ledger.choosers(shortlist)
    assert (view.ballots.printed, view.ballots.given) == (40, 30)
    assert len(view.public) == WRITERS - 3


def end(story: Story) -> None:
    """Concluded on the chain that the desk proposes, carried out, and proved on paper."""
    town, storms = story.town, story.town.owner.storms
    proposed = storms.proposal(story.storm.id)
    rests_on = tuple(idea.id for idea in proposed.chain)
    assert rests_on
    storms.conclude(
        story.storm.id, ConclusionDraft(heard="Something quiet.", decided="A guitar.", rests_on=rests_on)
    )
    town.until(berlin(27, 20))
    outcome = OutcomeDraft(done_on=date(2026, 11, 27), text="A guitarist plays.", photo=ON_STAGE)
    storms.carry_out(story.storm.id, outcome)
    view = story.view()
    assert view.phase is Phase.CARRIED_OUT
    assert [idea.id for idea in view.credited] == list(rests_on)
    for idea in view.credited:
        told = story.phones[1].http.get(f"/c/{idea.claim_code}")
        assert "The conclusion rests on this idea." in told.text
    named = re.findall(r"Guest\d+", proof_sheet(town, view))
    assert sorted(named) == sorted(idea.name for idea in view.credited)


def proof_sheet(town: Town, view: StormView) -> str:
    """The text on the sheet that proves what was done."""
    assert view.outcome is not None
    words = load_words("en", resource("translations"))
    on = StormOnPaper(shop=town.owner.shop(), view=view, address=town.address, size=PaperSize.A4)
    photo = town.owner.storms.photo(view.outcome.id)
    sheet = StormPaper(words, town.owner.logos.worn).proof(on, photo)
    [page] = pypdfium2.PdfDocument(sheet.pdf())
    text: str = page.get_textpage().get_text_bounded()
    assert "A guitarist plays." in text
    return text
