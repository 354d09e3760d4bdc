"""Folders that cannot hold a database: read-only, on a network drive, on a full disk; and erased words."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.ideas import Channel, Contact, Idea, Reply, Visibility
from app.domain.ids import new_id
from app.domain.journal import Actor
from app.domain.voices import Voice
from app.paths import DataFolder
from app.storage.check import check
from app.storage.database import Database
from app.storage.stores import Stores
from tests.faults.nursery import Nursery
from tests.faults.verbs import IDEA, small_shop
from tests.shop import MORNING, SetClock, answer, journalled, make_idea, make_response


@pytest.fixture
def open_place() -> Iterator[Path]:
    """A folder that other users reach too; pytest's own are private."""
    made = Path(tempfile.mkdtemp(prefix="teacup-place-"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made)


def content(folder: DataFolder) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("with_database", [True, False])
def test_a_read_only_folder_says_so_and_stays_as_it_was(
    nursery: Nursery, open_place: Path, with_database: bool
) -> None:
    folder = DataFolder(open_place / "shop")
    if with_database:
        small_shop(folder.root)
        folder.database.chmod(0o444)
    else:
        folder.root.mkdir()
    folder.root.chmod(0o555)
    before = content(folder)

    code = nursery.run("open_as_nobody", str(folder.root), str(open_place / "said"))

    assert code == 3
    said = (open_place / "said").read_text()
    assert said.startswith("StorageProblem: The data folder")
    assert content(folder) == before


def test_a_network_drive_says_so_and_stays_as_it_was(nursery: Nursery, tmp_path: Path) -> None:
    folder = small_shop(tmp_path / "shop")
    before = content(folder)

    code = nursery.run("open_with_small_files", str(folder.root), str(tmp_path / "said"))

    assert code == 3
    assert "network drive" in (tmp_path / "said").read_text()
    assert {name: held for name, held in content(folder).items() if name in before} == before


@pytest.mark.parametrize("limit", [400_000, 600_000])
def test_when_files_can_grow_no_more_nothing_acknowledged_is_missing(
    nursery: Nursery, tmp_path: Path, clock: SetClock, limit: int
) -> None:
    folder = small_shop(tmp_path / "shop")
    notes = tmp_path / "acknowledged"

    code = nursery.run("write_until_files_are_too_large", str(folder.root), str(limit), str(notes))

    assert code == 0
    acknowledged = set(notes.read_text().split())
    database = Database.open(folder, clock=clock)
    stored = {bytes(row[0]).hex() for row in database.rows("SELECT id FROM ideas")}
    assert acknowledged
    assert acknowledged <= stored
    assert check(database).is_sound
    assert [entry.verb for entry in database.read(lambda stores: stores.journal.since(0))][-1] == "room"
    database.close()


CANARY = "Zxqvwkanary"


def write_canary_everywhere(stores: Stores, idea: Idea) -> None:
    """Every verb that may hold a customer's words, name or contact."""
    at = MORNING + timedelta(minutes=5)
    contact = Contact(address=f"{CANARY}@example.org", consent_at=MORNING, wording="Yes.")
    stores.ideas.add(idea, contact=contact)
    stores.journal.append(actor=Actor.CUSTOMER, verb="submit", subject=idea.id, board=True)
    changes = stores.ideas.revise(idea.id, f"{CANARY} anew 咖啡店好", CANARY, revision_id=new_id(at), at=at)
    journalled(stores, "edit", idea, changes, Actor.CUSTOMER)
    journalled(stores, "answer", idea, answer(stores, idea, make_response(idea, f"Dear {CANARY}, yes.")))
    stores.replies.add(Reply(id=new_id(at), idea_id=idea.id, text=f"I am {CANARY}", created_at=at))
    stores.votes.set(idea.id, CANARY, True, at)
    voice = Voice(id=new_id(at), idea_id=idea.id, channel=Channel.IN_PERSON, name=CANARY, created_at=at)
    journalled(stores, "add-voice", idea, stores.voices.add(voice))
    journalled(stores, "keep-apart", idea, stores.apart.keep(new_id(at), idea.id, IDEA.id))
    journalled(stores, "hide", idea, stores.ideas.change(idea.id, visibility=Visibility.HIDDEN))


def test_erasing_leaves_no_byte_of_a_persons_words_anywhere(tmp_path: Path, clock: SetClock) -> None:
    folder = small_shop(tmp_path / "shop")
    database = Database.open(folder, clock=clock)
    idea = make_idea(f"{CANARY} asks: 咖啡太苦了", name=CANARY)
    others = [make_idea(f"Filler {number} with words", at=MORNING) for number in range(200)]
    database.write(lambda stores: write_canary_everywhere(stores, idea))
    database.write(lambda stores: [stores.ideas.add(other) for other in others])
    database.rest()
    assert CANARY.encode() in folder.database.read_bytes()

    database.write(lambda stores: stores.ideas.erase(idea.id))
    database.scrub()

    needles = [
        CANARY.encode(),
        CANARY.lower().encode(),
        CANARY[1:].lower().encode(),
        "太苦".encode(),
        "店好".encode(),
    ]
    held = content(folder)
    assert {name for name, bytes_ in held.items() for needle in needles if needle in bytes_} == set()
    assert check(database).is_sound
    database.close()
    held = content(folder)
    assert {name for name, bytes_ in held.items() for needle in needles if needle in bytes_} == set()


def test_an_idea_without_any_searchable_word_can_be_erased(tmp_path: Path, clock: SetClock) -> None:
    folder = small_shop(tmp_path / "shop")
    database = Database.open(folder, clock=clock)
    idea = Idea(
        id=new_id(MORNING),
        claim_code="123456789",
        text="!!! ???",
        channel=Channel.PHONE,
        visibility=Visibility.PUBLIC,
        created_at=MORNING,
        public_at=MORNING,
    )
    database.write(lambda stores: stores.ideas.add(idea))

    database.write(lambda stores: stores.ideas.erase(idea.id))

    assert check(database).is_sound
    database.close()
