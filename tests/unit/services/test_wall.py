"""The ledger and the walls on a real database: numbers, places, copies, reprints, plans, and finding a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from app.domain.errors import AppError, Conflict, InvalidInput, NotFound
from app.domain.journal import Actor
from app.domain.ledger import Show
from app.domain.notices import Notice, PaperSize, SheetKind
from app.domain.sheets import Ailment, Remedy
from app.domain.wall_plan import Plan, Why
from app.domain.walls import Measures, Place, Position
from app.paths import DataFolder
from app.services.customer.following import forget
from app.services.owner.keeping import Keeper, go_back
from app.services.owner.wall import Wall
from app.storage.database import Database
from tests.making import TUESDAY, SetClock
from tests.unit.services.test_stale_paper import DONE
from tests.unit.services.test_storms import DAY
from tests.unit.services.walls import BASE, WallShop

BOARD = Measures(1200, 900)
CANARY = "zqxvcanary"


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[WallShop]:
    clock = SetClock(TUESDAY)
    database = Database.open(DataFolder(tmp_path / "shop"), clock=clock)
    yield WallShop(database, clock)
    database.close()


@pytest.fixture
def wall(shop: WallShop) -> Wall:
    return shop.owner.wall


def hung(shop: WallShop, text: str = "A bowl") -> tuple[Notice, Place]:
    """A sheet on the board by the door."""
    sheet = shop.print(shop.answered(text))
    place = board(shop)
    shop.owner.wall.hang([sheet.id], place.id)
    return sheet, place


def board(shop: WallShop) -> Place:
    known = shop.owner.wall.places()
    return known[0].place if known else shop.owner.wall.add_place("Board by the door", BOARD)


def numbers(shop: WallShop, show: Show = Show.ALL, words: str = "") -> list[int]:
    return [entry.notice.number for entry in shop.owner.wall.ledger(show=show, words=words).entries]


def on_board(shop: WallShop) -> list[int]:
    return [entry.notice.number for entry in shop.owner.wall.places()[0].entries]


# Numbers


def test_the_same_content_on_the_same_paper_keeps_its_number(shop: WallShop) -> None:
    idea = shop.answered()
    first = shop.print(idea)

    assert shop.print(idea) == first
    assert shop.print(idea, size=PaperSize.A4).number == 2
    assert shop.print(idea, kind=SheetKind.YOU_SAID).number == 3
    assert numbers(shop, Show.HANGING) == [3, 2, 1]


def test_every_kind_is_numbered_in_one_row(shop: WallShop) -> None:
    storm, _guitar = shop.concluded()
    shop.carry_out(storm)
    counter = shop.owner.add_placement("Counter")

    made = [
        shop.print(shop.answered(), kind=SheetKind.WEEK),
        shop.print_storm(storm, SheetKind.STORM_CONCLUSION),
        shop.print_storm(storm, SheetKind.STORM_PROOF),
        shop.print_placement(counter),
    ]

    assert [sheet.number for sheet in made] == [1, 2, 3, 4]
    assert [bool(sheet.take_down_on) for sheet in made] == [True, True, True, False]
    assert [entry.title for entry in shop.owner.wall.ledger().entries][:2] == ["Counter", storm.question]


def test_a_newer_sheet_replaces_an_older_one_that_hangs_in_no_noted_place(shop: WallShop) -> None:
    idea = shop.answered()
    shop.print(idea)
    shop.owner.answer(idea.id, DONE)

    shop.print(idea)

    assert numbers(shop, Show.HANGING) == [2]
    [old] = shop.owner.wall.ledger(show=Show.TAKEN_DOWN).entries
    assert (old.notice.number, old.replaced_by) == (1, 2)


def test_a_sheet_that_was_not_printed_after_all_leaves_the_wall_as_it_was(shop: WallShop, wall: Wall) -> None:
    """Else an untrue sheet would drop out of the alarm, for one that nobody ever held."""
    idea = shop.answered()
    shop.print(idea)
    shop.owner.answer(idea.id, DONE)
    assert shop.ailments() == {1: [Ailment.ANSWERED_ANEW]}
    made = shop.print(idea)
    assert (numbers(shop, Show.HANGING), shop.ailments()) == ([2], {})

    wall.give_up([made.id])

    assert numbers(shop, Show.HANGING) == [1]
    assert shop.ailments() == {1: [Ailment.ANSWERED_ANEW]}
    assert shop.print(idea).number == 3


# Places


def test_places_are_made_renamed_resized_and_removed_and_each_step_is_taken_back(
    shop: WallShop, wall: Wall
) -> None:
    door = wall.add_place(" Board by the door ", BOARD)
    wall.add_place("Window")
    assert [view.place.name for view in wall.places()] == ["Board by the door", "Window"]

    wall.rename_place(door.id, "Door")
    wall.resize_place(door.id, Measures(600, 400))
    assert wall.places()[0].place.measures == Measures(600, 400)
    wall.remove_place(door.id)
    assert [view.place.name for view in wall.places()] == ["Window"]

    for _step in range(3):
        shop.owner.undo()
    assert wall.places()[0].place == door
    shop.owner.redo()
    assert wall.places()[0].place.name == "Door"


def test_places_with_strange_names_or_measures_are_refused(wall: Wall) -> None:
    wall.add_place("Window")

    with pytest.raises(InvalidInput):
        wall.add_place("  ")
    with pytest.raises(InvalidInput) as refused:
        wall.add_place("Door", Measures(1200, 5))
    assert refused.value.field == "height"
    with pytest.raises(Conflict):
        wall.add_place("window")
    with pytest.raises(NotFound):
        wall.rename_place(uuid4(), "Door")
    assert wall.place_named("win").name == "Window"
    with pytest.raises(NotFound):
        wall.place_named("door")


def test_a_place_that_is_removed_lets_its_sheets_hang_in_none(shop: WallShop, wall: Wall) -> None:
    sheet, place = hung(shop)

    wall.remove_place(place.id)

    [entry] = wall.ledger(show=Show.HANGING).entries
    assert (entry.notice.id, entry.hanging_now) == (sheet.id, ())
    shop.owner.undo()
    assert on_board(shop) == [1]


# Hanging, moving, taking down


def test_a_sheet_hangs_in_several_places_since_and_until(shop: WallShop, wall: Wall) -> None:
    sheet, _door = hung(shop)
    window = wall.add_place("Window")
    shop.clock.forward(DAY)
    wall.hang([sheet.id], window.id)
    entry = wall.entry(sheet.id)
    assert [copy.at is None for copy in entry.hanging_now] == [True, False]

    wall.take_copies_down([entry.hanging_now[0].id], by="Jo")
    [down] = [copy for copy in wall.entry(sheet.id).hangings if copy.down_at]
    assert (down.down_by, down.place_id, down.since) == (
        "Jo",
        window.id,
        TUESDAY + DAY + timedelta(seconds=1),
    )
    assert wall.entry(sheet.id).notice.hangs
    wall.take_copies_down([entry.hanging_now[1].id])

    assert not wall.entry(sheet.id).notice.hangs
    shop.owner.undo()
    assert on_board(shop) == [1]


def test_sheets_without_a_spot_get_free_ones_and_moving_keeps_them_on_the_board(
    shop: WallShop, wall: Wall
) -> None:
    hung(shop)
    _second, place = hung(shop, "A bench")
    first, second = wall.places()[0].hangings
    assert (first.at, second.at) == (Position(20, 20), Position(188, 20))

    wall.move(second.id, Position(5000, 300))

    assert wall.places()[0].hangings[1].at == Position(1200 - 148, 300)
    window = wall.add_place("Window")
    wall.move(second.id, None, place_id=window.id)
    assert [len(view.hangings) for view in wall.places()] == [1, 1]
    shop.owner.undo()
    assert wall.places()[0].hangings[1].at == Position(1200 - 148, 300)
    assert wall.places()[0].place == place


def test_a_sheet_that_is_named_twice_hangs_once(shop: WallShop, wall: Wall) -> None:
    sheet = shop.print(shop.answered())

    wall.hang([sheet.id, sheet.id], board(shop).id, [Position(20, 20), Position(400, 20)])

    [hanging] = wall.places()[0].hangings
    assert hanging.notice_id == sheet.id


def test_a_board_that_gets_smaller_keeps_its_sheets_on_it(shop: WallShop, wall: Wall) -> None:
    _sheet, place = hung(shop)
    [copy] = wall.places()[0].hangings
    wall.move(copy.id, Position(900, 600))

    wall.resize_place(place.id, Measures(400, 300))

    assert wall.places()[0].hangings[0].at == Position(252, 90)
    wall.resize_place(place.id, None)
    assert wall.places()[0].hangings[0].at is None
    shop.owner.undo()
    shop.owner.undo()
    assert wall.places()[0].hangings[0].at == Position(900, 600)


def test_taking_down_and_putting_back_are_one_step_each(shop: WallShop, wall: Wall) -> None:
    (one, place), (other, _place) = hung(shop), hung(shop, "A bench")

    wall.take_down([one.id, other.id], by=" Jo ")
    assert (on_board(shop), numbers(shop, Show.TAKEN_DOWN)) == ([], [2, 1])
    assert wall.entry(one.id).notice.down_by == "Jo"

    shop.owner.undo()
    assert on_board(shop) == [1, 2]
    shop.owner.redo()
    wall.put_back([one.id])
    assert on_board(shop) == [1]
    assert wall.entry(one.id).hanging_now[0].place_id == place.id
    shop.owner.undo()
    assert on_board(shop) == []


def test_what_is_gone_is_refused_and_nothing_is_half_done(shop: WallShop, wall: Wall) -> None:
    sheet, place = hung(shop)

    for wanted in (
        lambda: wall.take_down([sheet.id, uuid4()]),
        lambda: wall.hang([sheet.id], uuid4()),
        lambda: wall.move(uuid4(), None),
        lambda: wall.put_back([uuid4()]),
        lambda: wall.reprint([uuid4()], address=BASE),
        lambda: wall.take_down([sheet.id], by="J" * 61),
        lambda: wall.entry(uuid4()),
    ):
        with pytest.raises(AppError):
            wanted()
    assert on_board(shop) == [1]
    assert wall.take_down([sheet.id]).action is not None
    assert wall.take_down([sheet.id]).action is None
    assert place.is_board


# Printing again


def test_a_reprint_numbers_what_can_be_said_and_marks_the_old_ones(shop: WallShop, wall: Wall) -> None:
    (anew, _place), (hidden, _same) = hung(shop), hung(shop, "A bench")
    shop.owner.answer(anew.shown.carries[0].idea_id, DONE)
    shop.owner.hide([hidden.shown.carries[0].idea_id])

    told = wall.reprint([anew.id, hidden.id], address=BASE)

    assert [sheet.number for sheet in told.made] == [3]
    assert told.replaced == ((anew.id,),)
    assert [entry.notice.id for entry in told.only_down] == [hidden.id]
    assert shop.ailments() == {1: [Ailment.ANSWERED_ANEW, Ailment.REPLACED], 2: [Ailment.OFF_BOARD]}
    assert wall.entry(anew.id).remedy is Remedy.TAKE_DOWN
    [content] = wall.contents([told.made[0].id], address=BASE)
    assert (content.number, content.answer) == (3, "It is done.")
    assert content.address.endswith("?n=3")


def test_one_undo_takes_a_reprint_back_and_its_numbers_stay_used(shop: WallShop, wall: Wall) -> None:
    ideas = [shop.answered(text) for text in ("A bowl", "A bench")]
    sheets = [shop.print(idea) for idea in ideas]
    for idea in ideas:
        shop.owner.answer(idea.id, DONE)
    wall.reprint([sheet.id for sheet in sheets], address=BASE)
    assert (numbers(shop, Show.HANGING), shop.ailments()) == ([4, 3], {})

    shop.owner.undo()

    assert shop.ailments() == {1: [Ailment.ANSWERED_ANEW], 2: [Ailment.ANSWERED_ANEW]}
    shop.owner.redo()
    assert shop.ailments() == {}
    assert shop.print(shop.answered("Rolls")).number == 5


def test_the_new_sheet_hangs_where_the_old_one_hung_once_that_is_down(shop: WallShop, wall: Wall) -> None:
    old, place = hung(shop)
    [copy] = wall.places()[0].hangings
    wall.move(copy.id, Position(500, 400))
    shop.owner.answer(old.shown.carries[0].idea_id, DONE)
    [new] = wall.reprint([old.id], address=BASE).made

    # A real clock is finer than what is stored.
    shop.clock.forward(timedelta(microseconds=123_456))
    wall.take_down([old.id])

    [hanging] = wall.places()[0].hangings
    assert (hanging.notice_id, hanging.at, hanging.place_id) == (new.id, Position(500, 400), place.id)
    assert shop.ailments() == {}
    shop.owner.undo()
    assert on_board(shop) == [1]


def test_two_sheets_of_what_was_put_together_become_one(shop: WallShop, wall: Wall) -> None:
    one, other, survivor = (shop.answered(text) for text in ("A bowl", "A bowl outside", "Bowls"))
    sheets = [shop.print(one), shop.print(other)]
    shop.owner.merging.merge([one.id, other.id], survivor.id)

    told = wall.reprint([sheet.id for sheet in sheets], address=BASE)

    assert [sheet.number for sheet in told.made] == [3]
    assert told.replaced == (tuple(sheet.id for sheet in sheets),)
    assert told.made[0].shown.carries[0].idea_id == survivor.id


def test_sheets_of_storms_and_places_are_printed_again_as_what_is_so_now(shop: WallShop, wall: Wall) -> None:
    storm, guitar = shop.concluded()
    counter = shop.owner.add_placement("Counter")
    sheets = [shop.print_storm(storm, SheetKind.STORM_CONCLUSION), shop.print_placement(counter)]
    shop.owner.hide([guitar.id])

    told = wall.reprint([sheet.id for sheet in sheets], address="https://ideas.example")

    assert [(sheet.kind, sheet.shown.address) for sheet in told.made] == [
        (SheetKind.STORM_CONCLUSION, "https://ideas.example"),
        (SheetKind.QR_POSTER, "https://ideas.example"),
    ]
    assert told.made[0].shown.carries == ()
    assert shop.ailments("https://ideas.example") == {}


# Finding


@pytest.mark.parametrize("typed", ["2", "Notice 2", "No. 2", "no 2", "#2", " 2 ", "Nr. 2"])
def test_a_sheet_is_found_by_its_number(shop: WallShop, wall: Wall, typed: str) -> None:
    shop.print(shop.answered())
    sheet = shop.print(shop.answered("A bench"))

    assert wall.find(typed).notice == sheet


def test_a_scanned_code_finds_this_very_sheet_or_the_one_that_hangs(shop: WallShop, wall: Wall) -> None:
    idea = shop.answered()
    small, large = shop.print(idea), shop.print(idea, size=PaperSize.A4)
    storm = shop.announced()
    poster = shop.print_storm(storm, SheetKind.STORM_POSTER)
    counter = shop.owner.add_placement("Counter")
    code = shop.print_placement(counter)

    assert wall.find(f"{BASE}/i/{idea.id.hex}?n={small.number}").notice == small
    assert wall.find(f"{BASE}/i/{idea.id.hex}").notice == large
    assert wall.find(f"https://elsewhere.example/shop/i/{idea.id.hex}?n=999").notice == large
    wall.take_down([large.id])
    assert wall.find(f"{BASE}/i/{idea.id.hex}").notice == small
    assert wall.find(f"{BASE}/s/{storm.code}").notice == poster
    assert wall.find(f"{BASE}/p/{counter.token}").notice == code


def test_what_is_no_sheet_of_ours_is_said_in_a_sentence(shop: WallShop, wall: Wall) -> None:
    with pytest.raises(NotFound, match="No sheet was printed yet"):
        wall.find("144")
    shop.print(shop.answered())

    with pytest.raises(NotFound, match=r"number 144\. The newest one is 1"):
        wall.find("144")
    for text in ("", "bowl", "144 and more", "\x00", "http://[::1"):
        with pytest.raises(NotFound, match="type the number"):
            wall.find(text if "/" not in text else text + "/")
    for text in (f"{BASE}/i/{uuid4().hex}", f"{BASE}/p/ABCDEF", f"{BASE}/s/NONE", "/"):
        with pytest.raises(NotFound, match="No sheet of this shop"):
            wall.find(text)


# The ledger


def test_the_ledger_shows_hanging_sheets_first_page_by_page(shop: WallShop, wall: Wall) -> None:
    sheets = [shop.print(shop.answered(f"Idea {number}")) for number in range(7)]
    wall.take_down([sheets[number].id for number in (1, 4)])
    shop.owner.hide([sheets[0].shown.carries[0].idea_id])

    told, page = [], wall.ledger(limit=3)
    while True:
        told += [entry.notice.number for entry in page.entries]
        if page.next is None:
            break
        page = wall.ledger(limit=3, after=page.next)

    assert told == [7, 6, 4, 3, 1, 5, 2]
    assert (page.counts.all, page.counts.hanging, page.counts.stale, page.counts.taken_down) == (7, 5, 1, 2)
    assert numbers(shop, Show.STALE) == [1]
    assert numbers(shop, Show.TAKEN_DOWN) == [5, 2]
    assert [entry.notice.number for entry in wall.ledger(limit=3, after="nonsense").entries] == [7, 6, 4]


def test_the_ledger_is_searched_by_number_words_question_and_place(shop: WallShop) -> None:
    shop.print(shop.answered("A water bowl outside"))
    shop.print(shop.answered("Seeded rolls"))
    shop.print_storm(shop.announced(), SheetKind.STORM_POSTER)
    shop.print_placement(shop.owner.add_placement("Counter"))

    assert numbers(shop, words="bowl") == [1]
    assert numbers(shop, words="2") == [2]
    assert numbers(shop, words="music") == [3]
    assert numbers(shop, words="count") == [4]
    assert numbers(shop, words="nothing") == []


def test_the_votes_of_a_storm_are_sealed_in_the_ledger_too(shop: WallShop, wall: Wall) -> None:
    storm = shop.gathering()
    guitar = shop.write("A guitar", storm)
    shop.vote(guitar, "one")

    shop.print_storm(storm, SheetKind.STORM_BUILDING)

    assert wall.ledger().entries[0].votes == 0


# Planning


def test_a_plan_takes_down_what_is_wrong_and_hangs_what_is_new(shop: WallShop, wall: Wall) -> None:
    stale, place = hung(shop)
    shop.owner.hide([stale.shown.carries[0].idea_id])
    printed = shop.print(shop.answered("Printed, and hangs nowhere"))
    news = shop.answered("Answered, and not printed")

    told = wall.plan(place.id, size=PaperSize.A5)

    assert [(each.sheet.number, each.why) for each in told.take_down] == [(1, Why.STALE)]
    assert {each.candidate.notice_id for each in told.hang} == {printed.id, None}
    assert {each.candidate.idea_id for each in told.hang} >= {news.id}

    done = wall.follow(told, place.id, address=BASE)

    assert [sheet.number for sheet in done.made] == [3]
    assert on_board(shop) == [2, 3]
    assert wall.plan(place.id) == Plan()
    shop.owner.undo()
    assert on_board(shop) == [1]
    assert wall.plan(place.id).take_down == told.take_down


def test_a_plan_hangs_the_new_answer_in_the_place_of_the_one_that_is_not_true_any_more(
    shop: WallShop, wall: Wall
) -> None:
    old, place = hung(shop)
    shop.owner.answer(old.shown.carries[0].idea_id, DONE)

    told = wall.plan(place.id, size=PaperSize.A4)

    [step] = told.hang
    assert [each.sheet.number for each in told.take_down] == [1]
    assert (step.candidate.idea_id, step.candidate.size) == (old.shown.carries[0].idea_id, PaperSize.A5)
    wall.follow(told, place.id, address=BASE)
    assert (on_board(shop), shop.ailments()) == ([2], {})
    with pytest.raises(Conflict):
        wall.follow(told, place.id, address=BASE)
    assert on_board(shop) == [2]


def test_an_answer_that_had_its_time_is_not_hung_again(shop: WallShop, wall: Wall) -> None:
    sheet, place = hung(shop)

    wall.take_down([sheet.id])

    assert wall.plan(place.id) == Plan()


def test_only_a_board_with_measures_is_planned(wall: Wall) -> None:
    window = wall.add_place("Window")

    with pytest.raises(Conflict, match="how wide"):
        wall.plan(window.id)


# Persons, backups


def test_an_erased_author_leaves_a_number_and_no_word(shop: WallShop, wall: Wall, tmp_path: Path) -> None:
    sheet, _place = hung(shop, f"{CANARY} outside")
    idea = shop.owner.detail(sheet.shown.carries[0].idea_id).idea
    wall.move(wall.places()[0].hangings[0].id, Position(40, 40))

    shop.database.write(lambda stores: forget(stores, idea, Actor.OWNER))
    shop.database.scrub()

    entry = wall.entry(sheet.id)
    assert (entry.title, [reason.ailment for reason in entry.reasons]) == ("", [Ailment.ERASED])
    assert entry.remedy is Remedy.TAKE_DOWN
    files = [path for path in (tmp_path / "shop").rglob("*") if path.is_file()]
    assert [path for path in files if CANARY.encode() in path.read_bytes().lower()] == []


def test_a_restored_backup_knows_what_was_printed_and_hung_since(folder: DataFolder, clock: SetClock) -> None:
    database = Database.open(folder, clock=clock)
    shop = WallShop(database, clock)
    sheet, place = hung(shop)
    backup = Keeper(database=database, folder=folder, clock=clock).backup()
    window = shop.owner.wall.add_place("Window")
    newer = shop.print(shop.answered("A bench"))
    shop.owner.wall.hang([sheet.id, newer.id], window.id)
    shop.owner.wall.take_down([sheet.id], by="Jo")
    database.close()

    go_back(folder, backup.path, clock)

    again = Database.open(folder, clock=clock)
    restored = WallShop(again, clock)
    views = restored.owner.wall.places()
    assert [(view.place.id, len(view.hangings)) for view in views] == [(place.id, 0), (window.id, 1)]
    assert restored.ailments() == {2: [Ailment.ERASED]}
    assert restored.owner.wall.entry(sheet.id).notice.down_by == "Jo"
    again.close()


def test_another_shops_sheets_keep_their_numbers_and_its_boards_can_be_hung_on(
    folder: DataFolder, clock: SetClock, tmp_path: Path
) -> None:
    elsewhere = DataFolder(tmp_path / "elsewhere")
    theirs = Database.open(elsewhere, clock=clock)
    moved, _ = hung(WallShop(theirs, clock), "A bowl of theirs")
    backup = Keeper(database=theirs, folder=elsewhere, clock=clock).backup()
    theirs.close()
    ours = Database.open(folder, clock=clock)
    _, place = hung(WallShop(ours, clock))
    ours.close()

    go_back(folder, backup.path, clock)

    again = Database.open(folder, clock=clock)
    wall = WallShop(again, clock).owner.wall
    assert wall.find("1").notice.id == moved.id
    wall.hang([moved.id], place.id)
    wall.resize_place(place.id, Measures(600, 500))
    assert [len(view.hangings) for view in wall.places()] == [1, 1]
    again.close()
