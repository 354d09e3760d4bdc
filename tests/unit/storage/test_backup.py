"""Backups and going back to one: whole, checked, and without what was erased since."""

from __future__ import annotations

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from uuid import UUID

import apsw
import pytest

from app.domain.errors import DamagedData, NewerData, NotFound, StorageProblem
from app.domain.ideas import Idea
from app.domain.ids import new_id
from app.domain.inbox import InboxView
from app.domain.journal import Actor
from app.domain.placements import Placement
from app.domain.thanks import ThankCard
from app.paths import DataFolder
from app.storage.backup import backup, list_backups, newest_good, restore
from app.storage.backup_files import beside
from app.storage.check import check
from app.storage.database import Database
from app.storage.pruning import let_go_of_old
from app.storage.session import Row
from app.storage.stores import Stores
from tests.shop import MORNING, SetClock, make_idea


def add(database: Database, text: str = "More muffins") -> Idea:
    idea = make_idea(text)
    database.write(lambda stores: stores.ideas.add(idea))
    return idea


def type_in(stores: Stores, card: UUID, idea: UUID) -> None:
    stores.paper_cards.change(card, typed_at=MORNING, idea_id=idea)


def make_card(code: str) -> ThankCard:
    return ThankCard(
        id=new_id(MORNING), code=code, worth="one coffee", made_at=MORNING, good_until=MORNING.date()
    )


def redeem(stores: Stores, card: UUID) -> None:
    stores.thanks.redeem(card, MORNING)


def card_of(stores: Stores, code: str) -> ThankCard | None:
    return stores.thanks.card(code)


def ids_in(path: Path) -> set[UUID]:
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        found: list[Row] = connection.execute("SELECT id FROM ideas").fetchall()
        return {UUID(bytes=row[0]) for row in found}
    finally:
        connection.close()


def texts(database: Database) -> set[str]:
    return {idea.text for idea in database.read(lambda stores: stores.inbox.page(InboxView.ALL)).ideas}


def test_a_backup_is_one_file_with_a_dated_name(
    database: Database, folder: DataFolder, clock: SetClock
) -> None:
    made = backup(database, folder, clock.now())

    assert [path.name for path in folder.backups.iterdir()] == ["teacup-20261120-090000.db"]
    assert list_backups(folder.backups) == [made]
    assert made.made_at == clock.now()


def test_two_backups_of_one_second_are_two_files(
    database: Database, folder: DataFolder, clock: SetClock
) -> None:
    backup(database, folder, clock.now())
    backup(database, folder, clock.now())

    assert len(list_backups(folder.backups)) == 2


def test_a_backup_taken_while_others_write_is_sound(
    database: Database, folder: DataFolder, clock: SetClock
) -> None:
    with ThreadPoolExecutor(2) as threads:
        writing = threads.submit(lambda: [add(database, f"Idea {number}") for number in range(60)])
        made = [backup(database, folder, clock.now()) for _ in range(3)]
        writing.result()

    assert newest_good(folder.backups) in made


def test_a_file_that_is_not_whole_is_never_listed(
    database: Database, folder: DataFolder, clock: SetClock
) -> None:
    backup(database, folder, clock.now())
    (folder.backups / "teacup-20261121-090000.part").write_bytes(b"half")
    (folder.backups / "teacup-notes.db").write_bytes(b"")

    assert [made.path.name for made in list_backups(folder.backups)] == ["teacup-20261120-090000.db"]


def test_restoring_goes_back_and_keeps_what_was_there(
    database: Database, folder: DataFolder, clock: SetClock
) -> None:
    add(database, "Old idea")
    made = backup(database, folder, clock.now())
    add(database, "New idea")
    clock.pass_time(days=1)

    restored = restore(folder, made.path, clock=clock)

    assert texts(database) == {"Old idea"}
    assert restored.kept is not None
    restore(folder, restored.kept, clock=clock)
    assert texts(database) == {"Old idea", "New idea"}
    assert check(database).is_sound


def test_what_was_erased_stays_erased_byte_for_byte(
    database: Database, folder: DataFolder, clock: SetClock
) -> None:
    canary = add(database, "Canaryword sings")
    add(database, "Stays")
    made = backup(database, folder, clock.now())
    database.write(lambda stores: stores.ideas.erase(canary.id))
    database.scrub()

    restored = restore(folder, made.path, clock=clock)

    assert restored.erased_again == 1
    assert texts(database) == {"Stays"}
    assert database.read(lambda stores: stores.erasures.ids()) == [canary.id]
    for path in folder.root.glob("teacup.db*"):
        assert b"anaryword" not in path.read_bytes()


def test_what_was_erased_stays_erased_when_the_database_was_lost(
    database: Database, folder: DataFolder, clock: SetClock
) -> None:
    canary = add(database, "Canaryword sings")
    made = backup(database, folder, clock.now())
    database.write(lambda stores: stores.ideas.erase(canary.id))
    database.scrub()
    database.close()
    folder.database.unlink()

    restored = restore(folder, made.path, clock=clock)

    assert restored.erased_again == 1
    again = Database.open(folder, clock=clock)
    assert texts(again) == set()
    again.close()


def test_a_damaged_database_is_kept_among_the_backups_but_is_none(
    database: Database, folder: DataFolder, clock: SetClock
) -> None:
    add(database, "Old idea")
    made = backup(database, folder, clock.now())
    database.close()
    folder.database.write_bytes(b"rubbish" * 1000)
    beside(folder.database, "-wal").write_bytes(b"more rubbish")

    restored = restore(folder, made.path, clock=clock)

    assert restored.kept is not None
    assert restored.kept.parent == folder.backups
    assert restored.kept.read_bytes() == b"rubbish" * 1000
    assert beside(restored.kept, "-wal").read_bytes() == b"more rubbish"
    assert list_backups(folder.backups) == [made]
    again = Database.open(folder, clock=clock)
    assert texts(again) == {"Old idea"}
    again.close()


@pytest.mark.parametrize("place", ["root", "backups"])
def test_what_was_kept_damaged_is_gone_after_eight_weeks(
    database: Database, folder: DataFolder, clock: SetClock, place: str
) -> None:
    made = backup(database, folder, clock.now())
    database.close()
    folder.database.write_bytes(b"an erased word " * 1000)
    beside(folder.database, "-wal").write_bytes(b"another one")
    kept = restore(folder, made.path, clock=clock).kept
    assert kept is not None
    for path in (kept, beside(kept, "-wal")):
        path.rename((folder.root if place == "root" else folder.backups) / path.name)

    let_go_of_old(folder, clock.pass_time(weeks=7))
    assert len(list(folder.root.rglob("teacup-kept-*"))) == 2
    let_go_of_old(folder, clock.pass_time(weeks=2))

    assert list(folder.root.rglob("teacup-kept-*")) == []


def test_what_a_killed_program_left_half_done_is_gone_after_a_day(
    folder: DataFolder, clock: SetClock
) -> None:
    part, restoring = folder.backups / "teacup-20261120-090000.part", folder.root / ".restoring-abc"
    for path in (part, restoring / "teacup.db"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"words")
    for path in (part, restoring):
        os.utime(path, (clock.now().timestamp(), clock.now().timestamp()))

    let_go_of_old(folder, clock.pass_time(hours=23))
    assert part.exists()
    assert restoring.exists()
    let_go_of_old(folder, clock.pass_time(hours=2))

    assert not part.exists()
    assert not restoring.exists()


def test_a_revoked_key_does_not_come_back(database: Database, folder: DataFolder, clock: SetClock) -> None:
    database.write(lambda stores: stores.keys.add("Kiosk", "hash", MORNING))
    made = backup(database, folder, clock.now())
    database.write(lambda stores: stores.keys.revoke("Kiosk"))

    restore(folder, made.path, clock=clock)

    assert database.read(lambda stores: stores.keys.by_hash("hash")) is None


def test_what_was_printed_since_keeps_its_number_and_code(
    database: Database, folder: DataFolder, clock: SetClock
) -> None:
    known = database.write(lambda stores: stores.paper_cards.add(new_id(MORNING), "AAAA", MORNING))
    made = backup(database, folder, clock.now())
    since = database.write(lambda stores: stores.paper_cards.add(new_id(MORNING), "BBBB", MORNING))
    erased = database.write(lambda stores: stores.paper_cards.add(new_id(MORNING), "CCCC", MORNING))
    ideas = [add(database, "On a card"), add(database, "Erased")]
    for card, idea in zip((since, erased), ideas, strict=True):
        database.write(partial(type_in, card=card.id, idea=idea.id))
    database.write(lambda stores: stores.ideas.erase(ideas[1].id))
    place = Placement(id=new_id(MORNING), token="ABC234", label="Counter", created_at=MORNING)
    database.write(lambda stores: stores.placements.add(place))

    restore(folder, made.path, clock=clock)

    assert database.read(lambda stores: stores.paper_cards.by_code("BBBB")) == since
    gone = database.read(lambda stores: stores.paper_cards.numbered(erased.number))
    assert gone == replace(erased, typed_at=MORNING)
    assert database.read(lambda stores: stores.paper_cards.numbered(known.number)) == known
    fresh = database.write(lambda stores: stores.paper_cards.add(new_id(MORNING), "DDDD", MORNING))
    assert fresh.number == erased.number + 1
    assert database.read(lambda stores: stores.placements.by_token(place.token)) == place


def test_a_card_that_was_redeemed_is_not_redeemed_again(
    database: Database, folder: DataFolder, clock: SetClock
) -> None:
    cards = [make_card(code) for code in ("AAAA", "BBBB")]
    database.write(lambda stores: stores.thanks.add_card(cards[0]))
    made = backup(database, folder, clock.now())
    idea = add(database)
    database.write(lambda stores: stores.thanks.add_card(replace(cards[1], idea_id=idea.id)))
    for card in cards:
        database.write(partial(redeem, card=card.id))

    restore(folder, made.path, clock=clock)

    for card in cards:
        kept = database.read(partial(card_of, code=card.code))
        assert kept == replace(card, redeemed_at=MORNING)


def test_after_a_restore_the_board_has_a_version_never_seen(
    database: Database, folder: DataFolder, clock: SetClock
) -> None:
    made = backup(database, folder, clock.now())
    idea = add(database)
    for _ in range(5):
        database.write(
            lambda stores: stores.journal.append(
                actor=Actor.CUSTOMER, verb="vote", subject=idea.id, board=True
            )
        )
    before = database.read(lambda stores: stores.board.version())

    restore(folder, made.path, clock=clock)

    assert database.read(lambda stores: stores.board.version()) > before


@pytest.mark.parametrize("content", [b"", b"rubbish" * 1000, b"SQLite format 3\0" + b"\0" * 4080])
def test_a_file_that_is_no_backup_changes_nothing(
    database: Database, folder: DataFolder, clock: SetClock, tmp_path: Path, content: bytes
) -> None:
    add(database, "Stays")
    file = tmp_path / "chosen.db"
    file.write_bytes(content)

    with pytest.raises(DamagedData, match="is damaged or no backup"):
        restore(folder, file, clock=clock)

    assert texts(database) == {"Stays"}
    assert not list(folder.root.glob(".restoring*"))


def test_a_folder_is_called_one(database: Database, folder: DataFolder, clock: SetClock) -> None:
    backup(database, folder, clock.now())

    with pytest.raises(NotFound, match="backups is a folder"):
        restore(folder, folder.backups, clock=clock)


def test_a_backup_by_a_newer_teacup_is_called_newer(
    database: Database, folder: DataFolder, clock: SetClock
) -> None:
    made = backup(database, folder, clock.now())
    newer = apsw.Connection(str(made.path))
    newer.execute("ALTER TABLE placements RENAME TO places")
    newer.pragma("user_version", 999)
    newer.close()

    with pytest.raises(NewerData):
        restore(folder, made.path, clock=clock)


def test_of_a_damaged_database_no_backup_is_made_and_the_damage_is_told(
    database: Database, folder: DataFolder, clock: SetClock
) -> None:
    code = add(database).claim_code.encode()
    database.close()
    content = folder.database.read_bytes()
    assert content.count(code) > 1
    folder.database.write_bytes(content.replace(code, code[::-1], 1))  # its index says otherwise now
    damaged = Database.open(folder, clock=clock)

    with pytest.raises(DamagedData, match="The database is damaged"):
        backup(damaged, folder, clock.now())

    assert list(folder.backups.iterdir()) == []
    damaged.close()


def test_a_damaged_database_is_not_replaced_under_a_running_server(
    database: Database, folder: DataFolder, clock: SetClock
) -> None:
    made = backup(database, folder, clock.now())
    database.close()
    folder.database.write_bytes(b"rubbish" * 1000)

    with pytest.raises(StorageProblem, match="server of this shop is running"):
        restore(folder, made.path, clock=clock, is_served=lambda: True)

    assert folder.database.read_bytes() == b"rubbish" * 1000
    restore(folder, made.path, clock=clock, is_served=lambda: False)


def test_no_idea_acknowledged_during_a_restore_is_gone_from_both(
    database: Database, folder: DataFolder, clock: SetClock
) -> None:
    add(database, "Before")
    made = backup(database, folder, clock.now())
    acknowledged: list[Idea] = []
    begun, ended = threading.Event(), threading.Event()

    def write_on() -> None:
        while not ended.is_set():
            acknowledged.append(add(database, "During"))
            begun.set()

    with ThreadPoolExecutor(2) as threads:
        writing = [threads.submit(write_on) for _ in range(2)]
        begun.wait(10)
        restored = restore(folder, made.path, clock=clock)
        ended.set()
        for each in writing:
            each.result()

    assert restored.kept is not None
    here, kept = ids_in(folder.database), ids_in(restored.kept)
    assert {idea.id for idea in acknowledged} <= here | kept
    assert kept - here
    assert check(database).is_sound


def test_a_check_finds_what_does_not_agree(database: Database) -> None:
    idea = add(database)
    assert check(database).is_sound

    database.rows("UPDATE ideas SET votes = 5, response_id = x'00112233445566778899aabbccddeeff'")
    database.rows("INSERT INTO idea_search (rowid, words) VALUES (77, 'nobody')")

    report = check(database)
    assert (report.ideas, report.votes) == (1, 0)
    assert len(report.findings) == 3
    with pytest.raises(NotFound):
        database.write(lambda stores: stores.placements.change(idea.id, label="x"))


def test_another_shops_backup_is_taken_in_under_the_shop_that_programs_ask_for(
    database: Database, folder: DataFolder, clock: SetClock, tmp_path: Path
) -> None:
    """Desk and server keep the id of the shop they opened; under another one all would seem empty."""
    elsewhere = Database.open(DataFolder(tmp_path / "elsewhere"), clock=clock)
    moved = add(elsewhere, "Longer ribbons")
    made = backup(elsewhere, DataFolder(tmp_path / "elsewhere"), clock.now())
    theirs = elsewhere.read(lambda stores: stores.shops.get().id)
    elsewhere.close()
    ours = database.read(lambda stores: stores.shops.get().id)
    add(database, "More muffins")

    restore(folder, made.path, clock=clock)

    assert theirs != ours
    assert database.read(lambda stores: stores.shops.get().id) == ours
    assert database.read(lambda stores: [idea.text for idea in stores.ideas.several([moved.id])]) == [
        "Longer ribbons"
    ]
    assert check(database).is_sound
    assert theirs.bytes not in folder.database.read_bytes()
