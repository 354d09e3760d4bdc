"""What sheets of several things say: only what hangs on the board, whatever is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from app.domain.conclusions import ProofPhoto
from app.domain.decisions import decide
from app.domain.errors import Conflict
from app.domain.gathered import Week, Year, YouSaid, proposed, week_of
from app.domain.ideas import Idea, Status
from app.domain.notices import Design, PaperSize, SheetKind
from app.opening import OwnersShop
from app.paths import DataFolder
from app.services.customer.door import CustomerDoor
from app.services.owner.concluding import ConclusionDraft, OutcomeDraft
from app.services.owner.owner import Owner
from app.storage.database import Database
from tests.making import TUESDAY, SetClock, make_draft
from tests.unit.services.test_storms import Shop

Wait = Callable[..., Any]
BASE = "http://192.168.178.31:8765"
DAY = timedelta(days=1)


@pytest.fixture
def database(owners_shop: OwnersShop, folder: DataFolder, clock: SetClock) -> Iterator[Database]:
    assert owners_shop.folder == folder
    opened = Database.open(folder, clock=clock)
    yield opened
    opened.close()


def answered(
    owner: Owner, clock: SetClock, text: str, status: Status = Status.DONE, *, name: str = "", **said: Any
) -> Idea:
    idea = owner.add_idea(text, name=name)
    clock.forward(timedelta(minutes=1))
    decision = decide(status, f"About {text}.", today=clock.now().date(), **said)
    owner.answer(idea.id, decision)
    clock.forward(timedelta(minutes=1))
    return owner.detail(idea.id).idea


def you_said(owner: Owner, *ideas: Idea) -> YouSaid:
    return owner.gathering.you_said([idea.id for idea in ideas], address=BASE)


def week(owner: Owner, day: date | None = None) -> Week:
    return owner.gathering.week(day, address=BASE)


def year(owner: Owner, number: int | None = None) -> Year:
    return owner.gathering.year(number, address=BASE)


def test_a_sheet_tells_what_was_asked_for_in_that_order(owner: Owner, clock: SetClock) -> None:
    bench = answered(owner, clock, "A bench", name="Jo")
    lamp = answered(owner, clock, "A lamp", Status.DECLINED, reason="It blinds the driver.")

    told = you_said(owner, lamp, bench)

    assert [(each.text, each.status, each.reason) for each in told.answers] == [
        ("A lamp", Status.DECLINED, "It blinds the driver."),
        ("A bench", Status.DONE, ""),
    ]
    assert told.answers[1].name == "Jo"
    assert told.on.link("/what-we-did") == f"{BASE}/what-we-did"


def test_a_sheet_hangs_until_the_first_trial_on_it_ends(owner: Owner, clock: SetClock) -> None:
    bench = answered(owner, clock, "A bench")
    soon = TUESDAY.date() + timedelta(days=9)
    trial = answered(owner, clock, "Open earlier", Status.TRIAL, until=soon)

    assert you_said(owner, bench).take_down_on == TUESDAY.date() + timedelta(days=30)
    assert you_said(owner, bench, trial).take_down_on == soon


def test_what_was_merged_counts_for_its_survivor_once(owner: Owner, clock: SetClock) -> None:
    bench = answered(owner, clock, "A bench")
    other = owner.add_idea("Somewhere to sit")
    owner.merging.merge([other.id], into=bench.id)

    assert [told.idea_id for told in you_said(owner, other, bench).answers] == [bench.id]


def test_only_public_answers_of_public_ideas_come_on_paper(owner: Owner, clock: SetClock) -> None:
    bench = answered(owner, clock, "A bench")
    fresh, hidden = owner.add_idea("A bell"), answered(owner, clock, "Rude words")
    private = answered(owner, clock, "My secret", private=True)
    owner.hide([hidden.id])

    for idea in (fresh, hidden, private):
        with pytest.raises(Conflict):
            you_said(owner, bench, idea)
    with pytest.raises(Conflict):
        you_said(owner)
    assert [offer.idea.id for offer in owner.gathering.offers()] == [bench.id]
    assert [told.text for told in year(owner).answers] == ["A bench"]
    assert [told.text for told in week(owner).answered] == ["A bench"]


def test_what_was_left_out_for_the_wall_is_left_out_on_paper(
    owner: Owner, door: CustomerDoor, wait: Wait, clock: SetClock
) -> None:
    sent = wait(door.submit(make_draft("A water bowl. Call 0171 5550123.", name="Amina Rahimi"))).idea
    owner.approve([sent.id])
    owner.leaving_out.leave_out(sent.id, words=True)
    owner.leaving_out.leave_out(sent.id, name=True)
    owner.answer(sent.id, decide(Status.DONE, "It stands there.", today=clock.now().date()))

    written = str((you_said(owner, sent), week(owner), year(owner)))

    assert "A water bowl. Call" in written
    assert "5550123" not in written
    assert "Rahimi" not in written


def test_what_was_erased_is_gone_from_everything(owner: Owner, clock: SetClock) -> None:
    gone = answered(owner, clock, "A canary in the window", name="Canaria")
    answered(owner, clock, "A bench")
    owner.erasing.erase([gone.id])

    assert "anar" not in str((week(owner), year(owner), owner.gathering.offers()))
    with pytest.raises(Conflict):
        you_said(owner, gone)


def test_the_week_tells_its_own_days_alone(owner: Owner, clock: SetClock) -> None:
    bench = answered(owner, clock, "A bench")
    clock.forward(7 * DAY)
    owner.add_idea("A bell")

    before, now = week(owner, TUESDAY.date()), week(owner)

    assert (before.first, before.last) == (date(2026, 11, 16), date(2026, 11, 22))
    assert [told.idea_id for told in before.answered] == [bench.id]
    assert ([told.text for told in now.new], now.new_count, now.answered_count) == (["A bell"], 1, 0)
    assert before.wanted == ()


def test_the_week_has_the_running_storm_and_what_most_people_want(
    owner: Owner, door: CustomerDoor, wait: Wait, clock: SetClock, database: Database
) -> None:
    soup, _bell = owner.add_idea("Soup"), owner.add_idea("A bell")
    wait(door.vote(soup.id, "somebody"))
    storm = Shop(database, clock).gathering()

    told = week(owner)

    assert [(each.text, each.others) for each in told.wanted] == [("Soup", 1)]
    assert [each.storm.question for each in told.storms] == [storm.question]


def test_a_quiet_week_says_nothing(owner: Owner) -> None:
    assert week(owner).is_empty
    assert year(owner).is_empty


def test_the_year_goes_by_the_months_in_which_was_answered(owner: Owner, clock: SetClock) -> None:
    answered(owner, clock, "A bench")
    clock.forward(20 * DAY)
    answered(owner, clock, "A lamp", Status.PLANNED)
    answered(owner, clock, "A fountain", Status.DECLINED, reason="The cellar.")
    clock.forward(40 * DAY)
    answered(owner, clock, "Next year's")

    told = year(owner, 2026)

    assert [(month.month, [each.text for each in ideas]) for month, ideas in told.months] == [
        (11, ["A bench"]),
        (12, ["A lamp"]),
    ]
    assert [each.text for each in told.declined] == ["A fountain"]
    assert (told.came, len(told.answers), told.done) == (3, 3, 1)
    assert [each.text for each in year(owner).answers] == ["Next year's"]
    assert owner.gathering.years() == [2027, 2026]


def test_the_year_thanks_everybody_who_gave_a_name_once(owner: Owner, clock: SetClock) -> None:
    for text, name in (("A bench", "Jo"), ("A lamp", "Amina"), ("A bell", "JO"), ("Soup", "")):
        owner.add_idea(text, name=name)
        clock.forward(timedelta(minutes=1))
    hidden = owner.add_idea("Rude words", name="Anonymous coward")
    owner.hide([hidden.id])

    assert year(owner).names == ("Amina", "Jo")


def test_the_year_tells_its_storms_with_whom_they_rest_on(
    owner: Owner, clock: SetClock, database: Database
) -> None:
    shop = Shop(database, clock)
    storm = shop.gathering()
    guitar = shop.write("An acoustic guitar", storm)
    clock.forward(4 * DAY)
    owner.storms.conclude(
        storm.id, ConclusionDraft(heard="Quiet.", decided="A guitar.", rests_on=(guitar.id,))
    )
    done = OutcomeDraft(
        done_on=clock.now().date(), text="He plays.", photo=ProofPhoto(content=b"jpeg", width=4, height=3)
    )
    owner.storms.carry_out(storm.id, done)

    [told] = year(owner).storms

    assert (told.decided, told.names, told.guests, told.outcome) == ("A guitar.", ("Ben",), 0, "He plays.")
    assert told.photo == b"jpeg"
    owner.erasing.erase([guitar.id])
    [told] = year(owner).storms
    assert (told.names, told.guests) == ((), 1)


def test_an_answer_that_was_on_a_sheet_is_not_proposed_again(owner: Owner, clock: SetClock) -> None:
    ideas = [answered(owner, clock, f"Idea {number}") for number in range(7)]
    first = proposed(owner.gathering.offers())
    assert first == [idea.id for idea in ideas[:1:-1]]

    made = owner.gathering.make_you_said(first, PaperSize.A4, Design.WARM, address=BASE)

    assert made.on.number == 1
    assert proposed(owner.gathering.offers()) == [ideas[1].id, ideas[0].id]
    owner.gathering.make_you_said([ideas[1].id, ideas[0].id], PaperSize.A4, Design.WARM, address=BASE)
    assert proposed(owner.gathering.offers()) == first


def test_a_sheet_that_was_made_is_found_by_its_code_and_told_when_untrue(
    owner: Owner, clock: SetClock
) -> None:
    bench, lamp = answered(owner, clock, "A bench"), answered(owner, clock, "A lamp")
    made = owner.gathering.make_you_said([bench.id, lamp.id], PaperSize.A4, Design.PLAIN, address=BASE)
    again = owner.gathering.make_you_said([bench.id, lamp.id], PaperSize.A4, Design.PLAIN, address=BASE)
    assert again == made

    found = owner.wall.find(made.on.link("/what-we-did"), address=BASE)

    assert (found.notice.kind, found.notice.number) == (SheetKind.YOU_SAID, made.on.number)
    assert found.notice.take_down_on == made.take_down_on
    assert owner.wall.stale(address=BASE) == []
    owner.hide([lamp.id])
    assert [entry.notice.number for entry in owner.wall.stale(address=BASE)] == [made.on.number]


def test_a_week_carries_what_its_sheet_shows(owner: Owner, clock: SetClock) -> None:
    bench, lamp = answered(owner, clock, "A bench"), answered(owner, clock, "A lamp")
    told = week(owner)

    made = owner.gathering.make_week(told, [bench.id], PaperSize.A4, Design.PLAIN, address=BASE)

    found = owner.wall.find(made.on.link("/"), address=BASE)
    assert [each.idea_id for each in found.notice.shown.carries] == [bench.id]
    assert found.notice.take_down_on == made.take_down_on
    owner.hide([lamp.id])
    assert owner.wall.stale(address=BASE) == []
    empty = owner.gathering.make_week(told, [], PaperSize.A4, Design.PLAIN, address=BASE)
    assert empty.on.number is None


def test_two_quiet_weeks_that_show_the_same_have_a_number_each(owner: Owner, clock: SetClock) -> None:
    bench = answered(owner, clock, "A bench")

    def printed() -> int | None:
        made = owner.gathering.make_week(week(owner), [bench.id], PaperSize.A4, Design.PLAIN, address=BASE)
        return made.on.number

    first, again = printed(), printed()
    clock.forward(7 * DAY)

    assert (first, again, printed()) == (1, 1, 2)


def test_a_booklet_stays_of_its_year_whatever_is_said_later(owner: Owner, clock: SetClock) -> None:
    bench = answered(owner, clock, "A bench")
    trial = answered(owner, clock, "Open earlier", Status.TRIAL, until=clock.now().date() + DAY)
    made = owner.gathering.make_year(year(owner), PaperSize.A4, Design.PLAIN, address=BASE)
    clock.forward(60 * DAY)
    owner.answer(bench.id, decide(Status.PLANNED, "A second one comes.", today=clock.now().date()))
    owner.save_shop(replace(owner.shop(), name="Another name"))

    old = owner.wall.find(str(made.on.number), address=BASE)
    assert owner.gathering.year_of(old.notice) == TUESDAY.year
    assert set(old.anew) == {bench.id, trial.id}


def test_a_booklet_has_a_number_once_it_tells_something(owner: Owner, clock: SetClock) -> None:
    nothing = year(owner)
    assert owner.gathering.make_year(nothing, PaperSize.A4, Design.PLAIN, address=BASE) == nothing
    answered(owner, clock, "A bench")

    made = owner.gathering.make_year(year(owner), PaperSize.A4, Design.PLAIN, address=BASE)

    assert owner.wall.find(str(made.on.number), address=BASE).notice.kind is SheetKind.YEAR


def test_a_week_begins_on_monday() -> None:
    assert week_of(date(2026, 11, 22)) == date(2026, 11, 16)
    assert week_of(date(2026, 11, 16)) == date(2026, 11, 16)


def test_without_an_address_nothing_leads_anywhere(owner: Owner, clock: SetClock) -> None:
    told = replace(you_said(owner, answered(owner, clock, "A bench")).on, address="")

    assert told.link("/what-we-did") == ""
