from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest

from app.domain.ballots import BallotDoor
from app.domain.chains import chains, way_to
from app.domain.errors import Conflict, InvalidInput, NotFound
from app.domain.ideas import BoardOrder, Channel, Idea, Link, Status
from app.domain.ids import new_id
from app.domain.inbox import InboxView
from app.domain.storms import Phase, Storm, Timetable, Ways, phase_of
from app.paths import DataFolder
from app.services.customer import balloting, browsing, following, storming, submitting, voting
from app.services.customer.delivering import CastVote, as_verb
from app.services.customer.submitting import IdeaDraft, Receipt
from app.services.owner.concluding import ConclusionDraft, OutcomeDraft
from app.services.owner.owner import Owner
from app.services.owner.storming import StormDraft
from app.storage.database import Database
from tests.making import TUESDAY, SetClock

DAY = timedelta(days=1)


class Shop:
    """A shop with one storm, and customers who write to it."""

    def __init__(self, database: Database, clock: SetClock) -> None:
        self.database = database
        self.clock = clock
        self.owner = Owner(seam=database, clock=clock)
        self.storms = self.owner.storms

    def draft(self, ways: Ways = Ways.BOTH, top: int | None = None) -> Storm:
        now = self.clock.now()
        times = Timetable(gathers_at=now + DAY, chooses_at=now + 3 * DAY, closes_at=now + 4 * DAY)
        return self.storms.draft(
            StormDraft(question="What music on Friday nights?", times=times, ways=ways, top=top)
        )

    def announced(self, ways: Ways = Ways.BOTH, top: int | None = None) -> Storm:
        storm = self.draft(ways, top)
        self.storms.announce(storm.id)
        return self.storms.view(storm.id).storm

    def gathering(self, ways: Ways = Ways.BOTH, top: int | None = None) -> Storm:
        storm = self.announced(ways, top)
        self.clock.forward(DAY)
        return storm

    def send(
        self, text: str, storm: Storm | None = None, on: Idea | None = None, waited: timedelta = timedelta()
    ) -> Receipt:
        self.clock.forward(timedelta(seconds=1))
        draft = IdeaDraft(
            id=new_id(self.clock.now()),
            text=text,
            name="Ben",
            channel=Channel.KIOSK,
            storm=storm.code if storm else "",
            builds_on=on.id if on else None,
            link=Link.BUT if on else None,
            waited=waited,
        )
        clean = submitting.clean_draft(draft)
        return self.database.write(lambda stores: submitting.submit(stores, clean, self.clock.now()))

    def write(self, text: str, storm: Storm, on: Idea | None = None) -> Idea:
        """Sent and let up."""
        idea = self.send(text, storm, on).idea
        self.owner.approve([idea.id])
        return idea

    def vote(self, idea: Idea, visitor: str) -> int:
        return self.database.write(
            lambda stores: voting.set_vote(stores, idea.id, visitor, True, self.clock.now())
        ).votes

    def give(self, code: str, idea_id: UUID, door: BallotDoor = BallotDoor.PHONE) -> None:
        self.database.write(
            lambda stores: balloting.give_ballot(stores, code, idea_id, door, self.clock.now())
        )

    def phase(self, storm: Storm) -> Phase:
        return phase_of(self.storms.view(storm.id).storm, self.clock.now())


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    clock = SetClock(TUESDAY)
    database = Database.open(DataFolder(tmp_path / "shop"), clock=clock)
    yield Shop(database, clock)
    database.close()


def test_a_storm_goes_through_its_whole_life(shop: Shop) -> None:
    storm = shop.gathering()
    guitar = shop.write("An acoustic guitar", storm)
    until_nine = shop.write("Only until nine", storm, on=guitar)
    shop.write("Records", storm)
    shop.clock.forward(2 * DAY)
    assert shop.vote(until_nine, "visitor") == 1
    ballot = shop.storms.print_ballots(storm.id, 2)[0]
    shop.give(ballot.code, until_nine.id)
    shop.clock.forward(DAY)

    seen = shop.storms.view(storm.id)
    assert seen.phase is Phase.CLOSED
    assert seen.tally is not None
    assert seen.tally.leaders == (until_nine.id,)
    assert seen.tally.of(until_nine.id).total == 2
    assert seen.tally.choosers == 2
    assert seen.tally.is_thin
    proposed = shop.storms.proposal(storm.id)
    assert [idea.id for idea in proposed.chain] == [guitar.id, until_nine.id]

    said = ConclusionDraft(
        heard="You want music.", decided="A guitar, until nine.", rests_on=(guitar.id, until_nine.id)
    )
    shop.storms.conclude(storm.id, said)
    assert shop.phase(storm) is Phase.CONCLUDED
    shop.storms.carry_out(
        storm.id,
        OutcomeDraft(done_on=date(2026, 11, 20), text="It plays.", label="Guests", before=Decimal(40)),
    )
    assert shop.phase(storm) is Phase.CARRIED_OUT
    shop.storms.look_back(storm.id, "The house was full.", Decimal(61))
    ended = shop.storms.view(storm.id)
    assert ended.phase is Phase.LOOKED_BACK
    assert [idea.id for idea in ended.credited] == [guitar.id, until_nine.id]
    assert ended.look_back is not None
    assert ended.look_back.after == Decimal(61)


def test_nobody_sees_votes_before_choosing(shop: Shop) -> None:
    storm = shop.gathering()
    idea = shop.write("Records", storm)

    assert shop.vote(idea, "one") == 0
    assert shop.vote(idea, "two") == 0
    readings = [
        shop.owner.detail(idea.id).idea,
        shop.owner.several([idea.id])[0],
        shop.owner.inbox(InboxView.ALL).ideas[0],
        shop.owner.inbox(InboxView.ALL, words="records").ideas[0],
        shop.storms.view(storm.id).ideas[0],
        shop.database.read(lambda stores: browsing.public_idea(stores, idea.id)),
        shop.database.read(lambda stores: stores.search.public("records")).ideas[0],
        shop.database.read(lambda stores: stores.board.everything(limit=10)).ideas[0],
    ]
    assert {each.votes for each in readings} == {0}
    assert shop.storms.view(storm.id).tally is None
    other = shop.write("Old records", storm)
    assert shop.owner.merging.compare([idea.id, other.id]).together == 0

    shop.clock.forward(2 * DAY)
    assert shop.owner.detail(idea.id).idea.votes == 2


def test_what_belongs_to_a_storm_hangs_there_alone(shop: Shop) -> None:
    storm = shop.gathering()
    idea = shop.write("Records", storm)
    shop.vote(idea, "one")
    shop.clock.forward(3 * DAY)

    for order in BoardOrder:
        assert shop.owner.board(order).ideas == ()
    assert shop.owner.counts().to_answer == 0
    assert shop.owner.inbox(InboxView.TO_ANSWER).ideas == ()
    assert [each.id for each in shop.storms.view(storm.id).ideas] == [idea.id]


def test_what_builds_on_a_storms_idea_belongs_to_the_storm(shop: Shop) -> None:
    storm = shop.gathering()
    first = shop.write("Records", storm)

    built = shop.send("Each table chooses a side", on=first)

    assert built.idea.storm_id == storm.id
    assert not built.late


def test_what_is_told_at_the_counter_on_a_storms_idea_belongs_to_the_storm(shop: Shop) -> None:
    storm = shop.gathering()
    first = shop.write("Records", storm)

    told = shop.owner.add_idea("Each table chooses a side", builds_on=first.id)
    shop.clock.forward(2 * DAY)
    late = shop.owner.add_idea("And no jazz", builds_on=first.id)

    assert (told.storm_id, late.storm_id) == (storm.id, None)


def test_a_late_idea_is_an_idea_like_any_other(shop: Shop) -> None:
    storm = shop.gathering()
    first = shop.write("Records", storm)
    shop.clock.forward(2 * DAY)

    late = shop.send("Jazz", storm, on=first)

    assert late.late
    assert late.idea.storm_id is None
    assert late.idea.builds_on == first.id


def test_what_a_kiosk_pinned_in_time_counts_until_the_storm_is_closed(shop: Shop) -> None:
    storm = shop.gathering()
    shop.clock.forward(2 * DAY + timedelta(hours=1))
    assert shop.send("Jazz", storm, waited=timedelta(hours=2)).idea.storm_id == storm.id

    shop.clock.forward(DAY)
    assert shop.send("Soul", storm, waited=timedelta(days=2)).late


def test_an_unknown_storm_and_a_draft_are_refused_alike(shop: Shop) -> None:
    draft = shop.draft()
    with pytest.raises(InvalidInput, match="no such storm"):
        shop.send("Jazz", replace(draft, code="ABCDEF"))
    with pytest.raises(InvalidInput, match="no such storm"):
        shop.send("Jazz", draft)
    with pytest.raises(NotFound):
        shop.database.read(lambda stores: storming.view(stores, draft.code, shop.clock.now()))


def test_only_what_is_on_the_shortlist_can_be_chosen(shop: Shop) -> None:
    storm = shop.gathering()
    ideas = [shop.write(text, storm) for text in ("Records", "Jazz", "Soul")]
    shop.storms.pick(storm.id, [ideas[0].id, ideas[2].id])
    shop.clock.forward(2 * DAY)

    assert shop.storms.view(storm.id).shortlist == (ideas[0].id, ideas[2].id)
    shop.vote(ideas[0], "one")
    with pytest.raises(Conflict, match="not among those"):
        shop.vote(ideas[1], "one")
    ballot = shop.storms.print_ballots(storm.id, 1)[0]
    with pytest.raises(Conflict, match="not among those"):
        shop.give(ballot.code, ideas[1].id)


def test_the_most_wanted_are_the_shortlist_as_they_stood_when_choosing_began(shop: Shop) -> None:
    storm = shop.gathering(top=2)
    ideas = [shop.write(text, storm) for text in ("Records", "Jazz", "Soul")]
    for visitor in ("one", "two"):
        shop.vote(ideas[1], visitor)
    shop.vote(ideas[2], "one")
    shop.clock.forward(2 * DAY)

    assert shop.storms.view(storm.id).shortlist == (ideas[1].id, ideas[2].id)


def test_me_too_is_refused_once_the_storm_is_closed(shop: Shop) -> None:
    storm = shop.gathering()
    idea = shop.write("Records", storm)
    shop.clock.forward(3 * DAY)
    with pytest.raises(Conflict, match="closed"):
        shop.vote(idea, "one")


def test_by_ballots_alone_nobody_says_me_too_while_choosing(shop: Shop) -> None:
    storm = shop.gathering(Ways.BALLOTS)
    idea = shop.write("Records", storm)
    shop.clock.forward(2 * DAY)
    with pytest.raises(Conflict, match="paper ballot"):
        shop.vote(idea, "one")


def test_a_ballot_counts_once_whatever_the_door(shop: Shop) -> None:
    storm = shop.gathering()
    records, jazz = shop.write("Records", storm), shop.write("Jazz", storm)
    code = shop.storms.print_ballots(storm.id, 1)[0].code
    with pytest.raises(Conflict, match="not begun"):
        shop.give(code, records.id)
    shop.clock.forward(2 * DAY)

    shop.give(code.lower(), records.id)
    shop.give(code, records.id)
    with pytest.raises(Conflict, match="once"):
        shop.give(code, jazz.id)
    with pytest.raises(Conflict, match="once"):
        shop.storms.give_ballot(code, records.id)
    tally = shop.storms.view(storm.id).tally
    assert tally is not None
    assert (tally.of(records.id).ballots, tally.choosers) == (1, 1)
    shop.clock.forward(DAY)
    other = shop.database.read(lambda stores: stores.ballots.of(storm.id))
    assert [ballot.is_given for ballot in other] == [True]


def test_an_extension_is_for_ever_and_only_once(shop: Shop) -> None:
    storm = shop.gathering()
    later = replace(storm.times, closes_at=storm.times.closes_at + DAY)

    shop.storms.extend(storm.id, later)

    held = shop.storms.view(storm.id).storm
    assert held.times == later
    assert held.first_times == storm.times
    with pytest.raises(Conflict, match="before"):
        shop.storms.extend(storm.id, replace(later, closes_at=later.closes_at + DAY))
    with pytest.raises(Conflict, match="stays announced"):
        shop.owner.undo()
    assert shop.storms.view(storm.id).storm.times == later


@pytest.mark.parametrize("step", ["draft", "announce", "pick", "ballots", "till", "conclude", "carry-out"])
def test_each_step_is_taken_back_and_done_again(shop: Shop, step: str) -> None:
    storm, before, after = _until(shop, step)

    shop.owner.undo()
    assert _picture(shop, storm) == before
    shop.owner.redo()
    assert _picture(shop, storm) == after


def _until(shop: Shop, step: str) -> tuple[Storm, object, object]:
    """Go as far as `step`; how the storm looked before and after it."""
    storm = shop.draft()
    if step == "draft":
        return storm, None, _picture(shop, storm)
    seen = _picture(shop, storm)
    shop.storms.announce(storm.id)
    if step == "announce":
        return storm, seen, _picture(shop, storm)
    shop.clock.forward(DAY)
    idea = shop.write("Records", storm)
    for name in ("pick", "ballots", "till", "conclude", "carry-out"):
        if name == "till":
            shop.clock.forward(2 * DAY)
        if name == "conclude":
            shop.clock.forward(DAY)
        seen = _picture(shop, storm)
        _do(shop, name, storm, idea)
        if name == step:
            break
    return storm, seen, _picture(shop, storm)


def _do(shop: Shop, name: str, storm: Storm, idea: Idea) -> None:
    if name == "pick":
        shop.storms.pick(storm.id, [idea.id])
    elif name == "ballots":
        shop.storms.print_ballots(storm.id, 3)
    elif name == "till":
        ballots = shop.database.read(lambda stores: stores.ballots.of(storm.id))
        shop.storms.give_ballot(ballots[0].code, idea.id)
    elif name == "conclude":
        said = ConclusionDraft(heard="Music.", decided="Records.", rests_on=(idea.id,))
        shop.storms.conclude(storm.id, said)
    else:
        shop.storms.carry_out(storm.id, OutcomeDraft(done_on=date(2026, 11, 20), text="It plays."))


def _picture(shop: Shop, storm: Storm) -> object:
    try:
        return shop.storms.view(storm.id)
    except NotFound:
        return None


def test_the_conclusion_rests_on_something_or_says_why_not(shop: Shop) -> None:
    storm = shop.gathering()
    waiting = shop.send("Records", storm).idea
    shop.clock.forward(3 * DAY)
    said = ConclusionDraft(heard="Nothing.", decided="It stays quiet.")
    with pytest.raises(InvalidInput, match="say why"):
        shop.storms.conclude(storm.id, said)
    with pytest.raises(InvalidInput, match="does not hang"):
        shop.storms.conclude(storm.id, replace(said, rests_on=(waiting.id,)))

    shop.storms.conclude(storm.id, replace(said, rests_on_none="Nobody wrote."))

    assert shop.phase(storm) is Phase.CONCLUDED


def test_an_erased_contribution_stays_a_credit_without_words(shop: Shop) -> None:
    storm = shop.gathering()
    idea = shop.write("Records", storm)
    code = shop.storms.print_ballots(storm.id, 1)[0].code
    shop.clock.forward(2 * DAY)
    shop.give(code, idea.id)
    shop.clock.forward(DAY)
    said = ConclusionDraft(heard="Music.", decided="Records.", rests_on=(idea.id,))
    shop.storms.conclude(storm.id, said)

    shop.database.write(lambda stores: following.erase(stores, idea.claim_code))

    seen = shop.storms.view(storm.id)
    assert seen.credited == ()
    assert seen.erased_credits == 1
    assert seen.tally is not None
    assert seen.tally.choosers == 1


def test_only_ideas_of_one_storm_are_put_together(shop: Shop) -> None:
    storm = shop.gathering()
    inside = shop.write("Records", storm)
    outside = shop.send("Records please").idea
    shop.owner.approve([outside.id])
    with pytest.raises(Conflict, match="same storm"):
        shop.owner.merging.merge([inside.id], outside.id)
    with pytest.raises(Conflict, match="same storm"):
        shop.owner.merging.merge([outside.id], inside.id)


def test_a_step_out_of_turn_is_refused_with_a_sentence(shop: Shop) -> None:
    storm = shop.announced()
    with pytest.raises(Conflict, match="wait"):
        shop.storms.conclude(storm.id, ConclusionDraft(heard="a", decided="b", rests_on_none="c"))
    with pytest.raises(Conflict, match="gone on"):
        shop.storms.drop(storm.id)
    with pytest.raises(Conflict, match="wait"):
        shop.storms.look_back(storm.id, "Well.")


def test_what_builds_on_a_merged_idea_builds_on_what_stays(shop: Shop) -> None:
    storm = shop.gathering()
    guitar, same = shop.write("A guitar", storm), shop.write("An acoustic guitar", storm)
    nine = shop.write("Only until nine", storm, on=same)
    hat = shop.write("For a hat", storm, on=nine)

    shop.owner.merging.merge([same.id], guitar.id)

    seen = shop.storms.view(storm.id)
    assert [len(chain) for chain in chains(seen.public)] == [3]
    assert [idea.id for idea in way_to(seen.public, hat.id)] == [guitar.id, nine.id, hat.id]


def test_a_chain_that_was_put_together_with_its_own_end_is_still_told_once(shop: Shop) -> None:
    storm = shop.gathering()
    guitar = shop.write("A guitar", storm)
    nine = shop.write("Only until nine", storm, on=guitar)
    end = shop.write("A guitar until nine", storm, on=nine)

    shop.owner.merging.merge([guitar.id], end.id)

    [chain] = chains(shop.storms.view(storm.id).public)
    assert {building.idea.id for building in chain.buildings} == {nine.id, end.id}

    shop.owner.merging.merge([nine.id], end.id)
    [alone] = shop.storms.view(storm.id).public
    assert (alone.id, alone.builds_on) == (end.id, None)


def test_what_was_picked_or_credited_and_merged_since_counts_where_it_went(shop: Shop) -> None:
    storm = shop.gathering()
    guitar, same = shop.write("A guitar", storm), shop.write("An acoustic guitar", storm)
    shop.write("Records", storm)
    shop.storms.pick(storm.id, [same.id])
    shop.owner.merging.merge([same.id], guitar.id)
    shop.clock.forward(3 * DAY)

    assert shop.storms.view(storm.id).shortlist == (guitar.id,)

    shop.owner.merging.unmerge([same.id])
    said = ConclusionDraft(heard="Music.", decided="A guitar.", rests_on=(guitar.id, same.id))
    shop.storms.conclude(storm.id, said)
    shop.owner.merging.merge([same.id], guitar.id)
    assert [idea.id for idea in shop.storms.view(storm.id).credited] == [guitar.id]


def test_when_nothing_that_was_picked_hangs_any_more_all_can_be_chosen(shop: Shop) -> None:
    storm = shop.gathering()
    guitar, records = shop.write("A guitar", storm), shop.write("Records", storm)
    shop.storms.pick(storm.id, [guitar.id])
    shop.owner.hide([guitar.id])
    shop.clock.forward(2 * DAY)

    assert shop.storms.view(storm.id).shortlist == (records.id,)


def test_choosing_can_be_extended_while_it_goes_on(shop: Shop) -> None:
    storm = shop.gathering()
    shop.clock.forward(2 * DAY)

    shop.storms.extend(storm.id, replace(storm.times, closes_at=storm.times.closes_at + DAY))

    shop.clock.forward(DAY)
    assert shop.phase(storm) is Phase.CHOOSING


def test_who_wrote_in_a_storm_is_thanked_for_its_conclusion_and_once_more_when_it_is_done(shop: Shop) -> None:
    storm = shop.gathering()
    credited, other = shop.write("Records", storm), shop.write("Jazz", storm)
    shop.send("Never read", storm)
    shop.clock.forward(3 * DAY)
    assert shop.owner.thanks.count() == 0

    said = ConclusionDraft(heard="Music.", decided="Records.", rests_on=(credited.id,))
    shop.storms.conclude(storm.id, said)
    assert {each.idea.id for each in shop.owner.thanks.owed().people} == {credited.id, other.id}
    shop.owner.thanks.mark([credited.id, other.id])
    assert shop.owner.thanks.count() == 0

    shop.clock.forward(DAY)
    shop.storms.carry_out(storm.id, OutcomeDraft(done_on=date(2026, 11, 20), text="It plays."))
    assert {each.became for each in shop.owner.thanks.owed().people} == {Status.DONE}
    assert shop.owner.thanks.count() == 2


def test_a_me_too_of_a_kiosk_without_a_network_counts_by_when_it_was_said(shop: Shop) -> None:
    storm = shop.gathering(top=2)
    ideas = [shop.write(text, storm) for text in ("Records", "Jazz", "Soul")]
    shop.vote(ideas[0], "one")
    shop.vote(ideas[1], "one")
    shop.clock.forward(2 * DAY)
    shortlist = shop.storms.view(storm.id).shortlist

    _bring(shop, ideas[0], "two", timedelta(hours=4))
    assert shop.storms.view(storm.id).shortlist == shortlist
    shop.clock.forward(DAY)
    _bring(shop, ideas[1], "three", timedelta(hours=2))
    with pytest.raises(Conflict, match="closed"):
        _bring(shop, ideas[1], "four", timedelta())

    tally = shop.storms.view(storm.id).tally
    assert tally is not None
    assert (tally.of(ideas[0].id).votes, tally.of(ideas[1].id).votes) == (2, 2)
    shop.storms.conclude(storm.id, ConclusionDraft(heard="a", decided="b", rests_on_none="c"))
    with pytest.raises(Conflict, match="closed"):
        _bring(shop, ideas[1], "five", timedelta(hours=4))


def _bring(shop: Shop, idea: Idea, visitor: str, waited: timedelta) -> None:
    vote = CastVote(idea_id=idea.id, visitor=visitor, given=True, waited=waited)
    shop.database.write(as_verb(vote, shop.clock.now()))
