"""Every shape that was ever released opens, with all that was in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.domain.ideas import BoardOrder, Idea, Status, Visibility
from app.domain.inbox import InboxView
from app.paths import DataFolder
from app.storage.backup import list_backups
from app.storage.check import check
from app.storage.database import Database
from app.storage.migrating import newest_schema
from app.storage.stores import Stores
from tests.shop import SetClock, make_idea

# A release adds its shape; those between two releases are nobody's but ours.
RELEASED = (1, 2)
FILES = sorted(Path(__file__).parent.glob("schema_*.db"))


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> DataFolder:
    copied = DataFolder(tmp_path)
    shutil.copyfile(request.param, copied.database)
    return copied


def test_there_is_a_file_of_every_released_shape() -> None:
    assert [path.stem for path in FILES] == [f"schema_{number:04}" for number in RELEASED]


def test_an_old_shop_opens_with_all_that_was_in_it(folder: DataFolder) -> None:
    database = Database.open(folder, clock=SetClock())

    def look(stores: Stores) -> dict[str, Idea]:
        return {idea.text: idea for idea in stores.inbox.page(InboxView.ALL).ideas}

    ideas = database.read(look)
    assert set(ideas) == {"More oat milk, please", "Guitar", "Canary words of a fresh idea"}
    oats = ideas["More oat milk, please"]
    assert (oats.name, oats.status, oats.votes, oats.replies) == ("Zoë", Status.PLANNED, 1, 1)
    assert oats.response is not None
    assert all(idea.visibility is Visibility.PUBLIC for idea in ideas.values())
    assert len(database.read(lambda stores: stores.notices.all())) == 1
    assert check(database).is_sound
    database.close()


def test_an_old_shop_gets_the_very_shape_of_a_new_one(folder: DataFolder, tmp_path: Path) -> None:
    old = Database.open(folder, clock=SetClock())
    new = Database.open(DataFolder(tmp_path / "new"), clock=SetClock())

    shape = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"
    assert old.rows(shape) == new.rows(shape)
    old.close()
    new.close()


def test_the_kiosks_of_an_old_shop_are_there(tmp_path: Path) -> None:
    copied = DataFolder(tmp_path)
    shutil.copyfile(Path(__file__).parent / "schema_0002.db", copied.database)
    database = Database.open(copied, clock=SetClock())

    [kiosk] = database.read(lambda stores: stores.kiosks.all())
    assert (kiosk.name, kiosk.outbox, kiosk.problems) == ("Counter", 3, ("The disk is full.",))
    assert len(database.read(lambda stores: stores.set_asides.waiting())) == 2
    [idea] = [each for each in database.read(lambda s: s.inbox.page(InboxView.ALL)).ideas if each.views]
    assert (idea.text, idea.views, idea.built_on) == ("More oat milk, please", 3, 1)
    database.close()


def test_an_old_shop_goes_on(folder: DataFolder) -> None:
    database = Database.open(folder, clock=SetClock())

    idea = make_idea("Something new")
    assert database.write(lambda stores: stores.ideas.add(idea)) is True
    assert idea in database.read(lambda stores: stores.board.page(BoardOrder.NEW)).ideas
    assert database.read(lambda stores: stores.search.public("guitar")).ideas != ()
    database.close()


def test_an_older_shape_is_backed_up_before_it_is_changed(
    folder: DataFolder, request: pytest.FixtureRequest
) -> None:
    Database.open(folder, clock=SetClock()).close()

    is_newest = request.node.callspec.id == f"schema_{newest_schema():04}"
    assert len(list_backups(folder.backups)) == (0 if is_newest else 1)
