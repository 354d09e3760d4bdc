"""The stale-paper alarm: every verb there is either makes paper stale, and is tried here, or is listed as
harmless with its reason. Undo makes the paper well again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from app.domain.decisions import Decision, decide
from app.domain.errors import AppError
from app.domain.ideas import Idea, Status
from app.domain.journal import Actor
from app.domain.notices import PaperSize, SheetKind
from app.domain.sheets import Ailment, Remedy
from app.paths import DataFolder
from app.services.customer import following
from app.services.customer.following import forget
from app.storage.database import Database
from tests.making import TUESDAY, SetClock
from tests.rules.test_verbs import verbs
from tests.unit.services.test_storms import DAY
from tests.unit.services.walls import BASE, WallShop

DONE = Decision(status=Status.DONE, text="It is done.")

HARMLESS = {
    "add": "a new idea stands on no sheet yet",
    "add-placement": "a new place; taken back it is out of use, which is tried below",
    "add-snippet": "the owner's own sentences",
    "add-voice": "a count that goes on; the sheet tells that of its day",
    "add-wall-place": "where paper hangs, not what it says",
    "announce-storm": "what is printed before is a draft; taken back, that is tried below",
    "approve": "it makes more public, not less",
    "begin-measure": "a number for the owner",
    "change-snippet": "the owner's own sentences",
    "change-storm": "only a draft is changed, and drafts are not printed",
    "choose-logo": "another dress, no other words",
    "dismiss": "what a kiosk could not deliver",
    "draft-storm": "nothing is printed of a draft",
    "drop-measure": "a number for the owner",
    "drop-storm": "only a draft is thrown away",
    "erase-voice": "a count, as add-voice",
    "follow-plan": "hangs and takes down",
    "forget-addresses": "addresses are never on paper",
    "give-ballot": "counts are told by the conclusion, which is written later",
    "hang": "where paper hangs, not what it says",
    "import-storm": "another storm",
    "keep-apart": "two ideas that are not the same",
    "keep-tag": "tags are not on paper",
    "look-back-at-storm": "it comes after the proof and takes nothing back",
    "make-cards": "blank cards",
    "make-key": "another program's key",
    "make-pairing": "a kiosk's code",
    "make-notice": "a newer sheet in place of an older one is tried below",
    "merge-tags": "tags are not on paper",
    "move-sheet": "where paper hangs, not what it says",
    "move-snippet": "the owner's own sentences",
    "move-view": "the owner's own views",
    "note": "the owner's own notes",
    "note-after": "a number for the owner",
    "pair": "a kiosk",
    "pass-over": "nothing is done",
    "print-ballots": "ballots are no notices",
    "print-placement": "what the last sheet of a place carries; each sheet knows that itself",
    "put-back": "a sheet hangs again, and is judged again",
    "redeem": "a card",
    "remove-logo": "another dress, no other words",
    "remove-view": "the owner's own views",
    "remove-wall-place": "where paper hangs, not what it says",
    "rename-kiosk": "a kiosk",
    "rename-tag": "tags are not on paper",
    "rename-view": "the owner's own views",
    "rename-wall-place": "where paper hangs, not what it says",
    "reply": "replies are never on paper",
    "reprint": "makes paper well; what it replaces is tried below",
    "resize-wall-place": "where paper hangs, not what it says",
    "restore": "everything is judged again",
    "retire-tag": "tags are not on paper",
    "revoke-kiosk": "a kiosk",
    "reword-note": "the owner's own notes",
    "save-view": "the owner's own views",
    "settle-replies": "replies are never on paper",
    "shortlist": "what can be chosen; the sheets show what was written",
    "show-tag": "tags are not on paper",
    "submit": "a new idea stands on no sheet yet",
    "tag": "tags are not on paper",
    "take-down": "the sheet hangs no longer",
    "take-in": "a new idea stands on no sheet yet",
    "take-note-away": "the owner's own notes",
    "take-snippet-away": "the owner's own sentences",
    "take-voice-away": "a count, as add-voice",
    "thank": "between two people",
    "thank-with-cards": "between two people",
    "unlist": "as shortlist",
    "untag": "tags are not on paper",
}


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[WallShop]:
    clock = SetClock(TUESDAY)
    database = Database.open(DataFolder(tmp_path / "shop"), clock=clock)
    yield WallShop(database, clock)
    database.close()


def of_an_answer(act: Callable[[WallShop, Idea], object]) -> Callable[[WallShop], Callable[[], object]]:
    """Print an answer; what is then done to its idea is tried."""

    def scene(shop: WallShop) -> Callable[[], object]:
        idea = shop.answered()
        shop.print(idea)
        return lambda: act(shop, idea)

    return scene


def _merge(shop: WallShop, idea: Idea) -> object:
    return shop.owner.merging.merge([idea.id], shop.answered("A bowl").id)


def _leave_out(shop: WallShop, idea: Idea) -> object:
    return shop.owner.leaving_out.leave_out(idea.id, words=False, name=True)


def _show_own_words(shop: WallShop) -> Callable[[], object]:
    idea = shop.answered()
    shop.owner.leaving_out.leave_out(idea.id, words=False, name=True)
    shop.print(idea)
    return lambda: shop.owner.leaving_out.show_own_words(idea.id)


def _erase(shop: WallShop, idea: Idea) -> object:
    return shop.database.write(lambda stores: forget(stores, idea, Actor.OWNER))


def _rename(shop: WallShop) -> Callable[[], object]:
    shop.print(shop.answered())
    return lambda: shop.owner.save_shop(replace(shop.owner.shop(), name="The New Bakery"))


def _extend(shop: WallShop) -> Callable[[], object]:
    storm = shop.gathering()
    shop.print_storm(storm, SheetKind.STORM_POSTER)
    later = replace(storm.times, closes_at=storm.times.closes_at + DAY)
    return lambda: shop.storms.extend(storm.id, later)


def _carry_out(shop: WallShop) -> Callable[[], object]:
    storm, _guitar = shop.concluded()
    shop.print_storm(storm, SheetKind.STORM_CONCLUSION)
    return lambda: shop.carry_out(storm)


@dataclass(frozen=True)
class Scene:
    """`begin` prints and gives what is then done; that is undone unless it is `for_good`."""

    begin: Callable[[WallShop], Callable[[], object]]
    ailment: Ailment
    for_good: bool = False


STALE_MAKING = {
    "answer": Scene(of_an_answer(lambda shop, idea: shop.owner.answer(idea.id, DONE)), Ailment.ANSWERED_ANEW),
    "hide": Scene(of_an_answer(lambda shop, idea: shop.owner.hide([idea.id])), Ailment.OFF_BOARD),
    "keep-private": Scene(
        of_an_answer(lambda shop, idea: shop.owner.keep_private([idea.id])), Ailment.OFF_BOARD
    ),
    "merge": Scene(of_an_answer(_merge), Ailment.MERGED),
    "leave-out": Scene(of_an_answer(_leave_out), Ailment.REWORDED),
    "show-own-words": Scene(_show_own_words, Ailment.REWORDED),
    "erase": Scene(of_an_answer(_erase), Ailment.ERASED, for_good=True),
    "save-shop": Scene(_rename, Ailment.SHOP_RENAMED),
    "extend-storm": Scene(_extend, Ailment.STORM_EXTENDED, for_good=True),
    "carry-out-storm": Scene(_carry_out, Ailment.CARRIED_OUT),
}
# Time alone makes its sheets stale before, or they are stale by another verb; tried on their own below.
TRIED_APART = {"conclude-storm", "unmerge", "edit"}


def test_every_verb_is_judged_for_the_paper_that_hangs() -> None:
    judged = STALE_MAKING.keys() | HARMLESS.keys() | TRIED_APART

    assert verbs() - judged == set(), "does it make paper stale? try it, or say why it is harmless"
    assert not STALE_MAKING.keys() & HARMLESS.keys()


@pytest.mark.parametrize("verb", sorted(STALE_MAKING))
def test_what_a_verb_made_untrue_is_told_and_well_again_when_that_is_taken_back(
    shop: WallShop, verb: str
) -> None:
    scene = STALE_MAKING[verb]
    act = scene.begin(shop)
    assert shop.ailments() == {}

    act()

    assert shop.ailments() == {1: [scene.ailment]}
    if not scene.for_good:
        shop.owner.undo()
        assert shop.ailments() == {}
        shop.owner.redo()
        assert shop.ailments() == {1: [scene.ailment]}


def test_an_answer_that_is_taken_back_leaves_a_sheet_without_one(shop: WallShop) -> None:
    idea = shop.send("A bowl").idea
    shop.owner.approve([idea.id])
    shop.owner.answer(idea.id, DONE)
    shop.print(idea)

    shop.owner.undo()

    [entry] = shop.stale()
    assert entry.reasons[0].ailment is Ailment.UNANSWERED
    assert entry.remedy is Remedy.TAKE_DOWN


def test_a_status_that_changed_is_said_in_both_words(shop: WallShop) -> None:
    idea = shop.answered()
    shop.print(idea)
    shop.owner.answer(idea.id, DONE)

    [entry] = shop.stale()

    [reason] = entry.reasons
    assert (reason.said, reason.now) == (Status.PLANNED, Status.DONE)
    assert (entry.remedy, entry.anew) == (Remedy.REPRINT, (idea.id,))


def test_what_was_put_together_names_the_sheet_that_tells_it_now(shop: WallShop) -> None:
    idea, survivor = shop.answered(), shop.answered("A bowl")
    shop.print(idea)
    shop.owner.merging.merge([idea.id], survivor.id)
    [alone] = shop.stale()
    assert (alone.reasons[0].other, alone.remedy, alone.anew) == (None, Remedy.REPRINT, (survivor.id,))

    shop.print(survivor)

    [entry] = shop.stale()
    assert (entry.reasons[0].other, entry.remedy) == (2, Remedy.TAKE_DOWN)


def test_taking_apart_makes_the_sheet_of_what_was_put_together_true_again(shop: WallShop) -> None:
    idea, survivor = shop.answered(), shop.answered("A bowl")
    shop.print(idea)
    shop.print(survivor)
    shop.owner.merging.merge([idea.id], survivor.id)
    assert shop.ailments() == {1: [Ailment.MERGED]}

    shop.owner.merging.unmerge([idea.id])

    assert shop.ailments() == {}


def test_a_sheet_of_several_answers_tells_of_each_that_is_wrong(shop: WallShop) -> None:
    ideas = [shop.answered(text) for text in ("A bowl", "A bench", "Seeded rolls")]
    sheet = shop.print(*ideas, kind=SheetKind.YOU_SAID, size=PaperSize.A4)
    shop.owner.hide([ideas[0].id])
    shop.owner.answer(ideas[1].id, DONE)

    [entry] = shop.stale()

    assert {(reason.ailment, reason.idea_id) for reason in entry.reasons} == {
        (Ailment.OFF_BOARD, ideas[0].id),
        (Ailment.ANSWERED_ANEW, ideas[1].id),
    }
    assert entry.anew == (ideas[1].id, ideas[2].id)
    assert entry.notice.number == sheet.number


def test_the_week_is_of_its_days_but_shows_nothing_that_was_hidden(shop: WallShop) -> None:
    answered, waiting = shop.answered(), shop.send("Not answered yet").idea
    shop.owner.approve([waiting.id])
    shop.print(answered, waiting, kind=SheetKind.WEEK)
    shop.owner.answer(answered.id, DONE)
    shop.owner.answer(waiting.id, DONE)
    assert shop.ailments() == {}

    shop.owner.hide([waiting.id])

    [entry] = shop.stale()
    assert (entry.reasons[0].ailment, entry.remedy) == (Ailment.OFF_BOARD, Remedy.TAKE_DOWN)


def test_words_that_their_author_changed_are_off_the_board_and_then_others(shop: WallShop) -> None:
    idea = shop.send("A bowl for dogs").idea
    shop.owner.approve([idea.id])
    shop.print(idea, kind=SheetKind.WEEK)

    shop.database.write(
        lambda stores: following.edit(stores, idea.claim_code, "A bowl for cats", "Ben", shop.clock.now())
    )

    assert shop.ailments() == {1: [Ailment.OFF_BOARD]}
    shop.owner.approve([idea.id])
    assert shop.ailments() == {1: [Ailment.REWORDED]}


def test_a_code_that_leads_elsewhere_makes_each_kind_of_sheet_stale(shop: WallShop) -> None:
    placement = shop.owner.add_placement("Counter")
    shop.print(shop.answered())
    shop.print_placement(placement)
    shop.print_storm(shop.announced(), SheetKind.STORM_POSTER)

    moved = shop.ailments("http://192.168.1.9:8765")

    assert moved == {number: [Ailment.MOVED] for number in (1, 2, 3)}
    assert shop.stale("http://192.168.1.9:8765")[0].reasons[0].before == BASE
    assert shop.ailments(f"{BASE}/") == shop.ailments("") == {}


def test_another_colour_makes_no_sheet_untrue(shop: WallShop) -> None:
    shop.print(shop.answered())

    shop.owner.save_shop(replace(shop.owner.shop(), colour="#123456"))

    assert shop.ailments() == {}


def test_a_trial_that_ended_and_a_day_that_is_past_are_told(shop: WallShop) -> None:
    today = TUESDAY.date()
    trial = decide(Status.TRIAL, "We try.", today=today, until=today + 3 * DAY)
    shop.print(shop.answered("A bowl", trial))
    shop.print(shop.answered("A bench"))
    shop.print(shop.answered("Rolls", trial), shop.answered("Cake"), kind=SheetKind.YOU_SAID)
    shop.clock.forward(3 * DAY)
    assert shop.ailments() == {}

    shop.clock.forward(DAY)

    assert shop.ailments() == {1: [Ailment.TRIAL_OVER, Ailment.OVERDUE], 3: [Ailment.TRIAL_OVER]}
    shop.clock.forward(30 * DAY)
    assert shop.ailments()[2] == [Ailment.OVERDUE]
    assert [entry.remedy for entry in shop.stale()] == [Remedy.TAKE_DOWN, Remedy.TAKE_DOWN, Remedy.REPRINT]
    assert len(shop.stale()[2].anew) == 1


def test_a_retired_code_comes_down_and_a_renamed_place_is_printed_again(shop: WallShop) -> None:
    counter = shop.owner.add_placement("Counter")
    shop.print_placement(counter)
    shop.owner.undo()
    [entry] = shop.stale()
    assert (entry.reasons[0].ailment, entry.remedy) == (Ailment.PLACEMENT_RETIRED, Remedy.TAKE_DOWN)
    shop.owner.redo()

    shop.database.write(lambda stores: stores.placements.change(counter.id, label="Bar"))

    [entry] = shop.stale()
    assert (entry.reasons[0].ailment, entry.remedy) == (Ailment.PLACEMENT_RENAMED, Remedy.REPRINT)


def test_what_a_storm_asks_for_comes_down_when_it_is_over(shop: WallShop) -> None:
    storm = shop.gathering()
    shop.print_storm(storm, SheetKind.STORM_POSTER)
    shop.print_storm(storm, SheetKind.STORM_BUILDING)
    assert shop.ailments() == {}
    shop.clock.moment = storm.times.chooses_at
    assert shop.ailments() == {2: [Ailment.STORM_OVER]}

    shop.clock.moment = storm.times.closes_at

    assert shop.ailments() == {1: [Ailment.STORM_OVER], 2: [Ailment.STORM_OVER, Ailment.OVERDUE]}
    assert {entry.remedy for entry in shop.stale()} == {Remedy.TAKE_DOWN}


def test_a_storm_whose_announcement_is_taken_back_has_no_sheets(shop: WallShop) -> None:
    shop.print_storm(shop.announced(), SheetKind.STORM_POSTER)

    shop.owner.undo()

    assert shop.ailments() == {1: [Ailment.STORM_DROPPED]}


def test_a_conclusion_that_is_taken_back_or_said_anew_is_told(shop: WallShop) -> None:
    storm, _guitar = shop.concluded()
    shop.print_storm(storm, SheetKind.STORM_CONCLUSION)
    said = shop.storms.view(storm.id).conclusion
    assert said is not None

    shop.owner.undo()
    assert shop.ailments() == {1: [Ailment.UNCONCLUDED]}
    shop.owner.redo()
    assert shop.ailments() == {}


def test_a_proof_whose_outcome_is_taken_back_and_told_anew_is_wrong(shop: WallShop) -> None:
    storm, _guitar = shop.concluded()
    shop.carry_out(storm)
    shop.print_storm(storm, SheetKind.STORM_PROOF)
    shop.owner.undo()
    assert shop.ailments() == {1: [Ailment.UNCONCLUDED]}

    shop.carry_out(storm, "It plays well.")

    [entry] = shop.stale()
    assert (entry.reasons[0].ailment, entry.remedy) == (Ailment.CONCLUDED_ANEW, Remedy.REPRINT)


@pytest.mark.parametrize("how", ["hidden", "erased"])
def test_a_sheet_that_quotes_what_is_gone_is_printed_again_without_it(shop: WallShop, how: str) -> None:
    storm, guitar = shop.concluded()
    shop.print_storm(storm, SheetKind.STORM_CONCLUSION)

    if how == "hidden":
        shop.owner.hide([guitar.id])
    else:
        _erase(shop, guitar)

    [entry] = shop.stale()
    assert (entry.reasons[0].ailment, entry.remedy) == (Ailment.CONTRIBUTION_GONE, Remedy.REPRINT)


def test_a_proof_does_not_quote_whom_the_board_does_not_show(shop: WallShop) -> None:
    storm, guitar = shop.concluded()
    shop.carry_out(storm)
    shop.owner.hide([guitar.id])

    proof = shop.print_storm(storm, SheetKind.STORM_PROOF)

    assert proof.shown.carries == ()
    assert shop.ailments() == {}


def test_an_announcement_stays_true_when_more_is_written_than_it_quotes(shop: WallShop) -> None:
    storm = shop.gathering()
    quoted = [shop.write(text, storm) for text in ("A guitar", "A piano", "A choir")]
    poster = shop.print_storm(storm, SheetKind.STORM_POSTER)

    later = shop.write("A drum", storm)

    assert shop.print_storm(storm, SheetKind.STORM_POSTER).number == poster.number
    shop.owner.hide([later.id])
    assert shop.ailments() == {}
    shop.owner.hide([quoted[0].id])
    assert shop.ailments() == {1: [Ailment.CONTRIBUTION_GONE]}


def test_what_cannot_be_printed_is_refused_with_a_sentence(shop: WallShop) -> None:
    unanswered = shop.send("A bowl").idea
    shop.owner.approve([unanswered.id])
    storm = shop.announced()
    hidden = shop.answered("A bench")
    shop.owner.hide([hidden.id])

    refused: list[Callable[[], object]] = [
        lambda: shop.print(unanswered),
        lambda: shop.print(hidden),
        lambda: shop.print(kind=SheetKind.YOU_SAID),
        lambda: shop.print_storm(storm, SheetKind.STORM_CONCLUSION),
        lambda: shop.print_storm(storm, SheetKind.STORM_PROOF),
    ]
    for wanted in refused:
        with pytest.raises(AppError):
            wanted()
    assert shop.owner.wall.ledger().counts.all == 0
