"""Backups are made by themselves, go in time, and bring back what was."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from datetime import timedelta
from http.server import HTTPServer
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import NotFound, StorageProblem
from app.hourly import hourly
from app.opening import OwnersShop, open_owners_shop
from app.paths import DataFolder
from app.reach import ServingRecord
from app.services.customer.door import CustomerDoor
from app.services.owner.keeping import go_back
from tests.making import SetClock
from tests.unit.test_reach import Healthy


def test_today_gets_one_backup_and_old_ones_go(owners_shop: OwnersShop, clock: SetClock) -> None:
    keeper = owners_shop.keeper

    first = keeper.backup_when_due()
    again = keeper.backup_when_due()
    clock.forward(timedelta(weeks=9))
    much_later = keeper.backup_when_due()

    assert first is not None
    assert again is None
    assert [each.path for each in keeper.backups()] == [much_later.path if much_later else None]


def test_going_back_keeps_what_was_there(owners_shop: OwnersShop, clock: SetClock) -> None:
    kept = owners_shop.owner.add_idea("Kept.")
    made = owners_shop.keeper.backup()
    clock.forward(timedelta(minutes=1))
    later = owners_shop.owner.add_idea("Later.")

    restored = go_back(owners_shop.folder, made.path, clock)

    assert owners_shop.owner.by_code(kept.claim_code).text == "Kept."
    with pytest.raises(NotFound):
        owners_shop.owner.by_code(later.claim_code)
    assert restored.kept is not None
    go_back(owners_shop.folder, restored.kept, clock)
    assert owners_shop.owner.by_code(later.claim_code).text == "Later."


def test_what_was_erased_since_does_not_come_back(
    owners_shop: OwnersShop, door: CustomerDoor, wait: Callable[..., Any], clock: SetClock
) -> None:
    idea = owners_shop.owner.add_idea("Erase me.")
    made = owners_shop.keeper.backup()
    wait(door.erase(idea.claim_code))

    restored = go_back(owners_shop.folder, made.path, clock)

    assert restored.erased_again == 1
    with pytest.raises(NotFound):
        owners_shop.owner.by_code(idea.claim_code)


def test_a_backup_that_is_not_there_is_said_so(folder: DataFolder, clock: SetClock, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no backup"):
        go_back(folder, tmp_path / "nowhere.db", clock)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a user's folders private by itself")
def test_other_users_of_the_machine_cannot_look_into_a_new_data_folder(owners_shop: OwnersShop) -> None:
    assert owners_shop.folder.root.stat().st_mode & 0o077 == 0


def test_a_chore_that_fails_is_tried_again(caplog: pytest.LogCaptureFixture) -> None:
    tried, done = [0], threading.Event()

    def chore() -> None:
        tried[0] += 1
        if tried[0] == 1:
            raise StorageProblem("The disk is full.")
        done.set()

    with hourly(chore, every_seconds=0.001):
        assert done.wait(10)

    assert "The disk is full." in caplog.text


def test_a_bug_in_a_chore_is_logged_whole_and_does_not_end_the_chores(
    caplog: pytest.LogCaptureFixture,
) -> None:
    tried, done = [0], threading.Event()

    def chore() -> None:
        tried[0] += 1
        if tried[0] == 1:
            raise ZeroDivisionError("ours")
        done.set()

    with hourly(chore, every_seconds=0.001):
        assert done.wait(10)

    assert "Traceback" in caplog.text
    assert "ZeroDivisionError: ours" in caplog.text


def test_a_folder_named_like_a_backup_is_none_and_stops_none(
    owners_shop: OwnersShop, clock: SetClock
) -> None:
    stray = owners_shop.folder.backups / f"teacup-{clock.now() - timedelta(weeks=20):%Y%m%d-%H%M%S}.db"
    stray.mkdir(parents=True)

    made = owners_shop.keeper.backup_when_due()

    assert [each.path for each in owners_shop.keeper.backups()] == [made.path if made else None]
    assert stray.is_dir()


def test_a_backup_that_cannot_be_removed_is_told_after_the_others_are_gone(
    owners_shop: OwnersShop, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        owners_shop.keeper.backup()
        clock.forward(timedelta(hours=1))
    stays = owners_shop.keeper.backups()[1].path
    unlink = Path.unlink

    def refuse_one(path: Path, missing_ok: bool = False) -> None:
        if path == stays:
            raise PermissionError(13, "Permission denied")
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse_one)
    clock.forward(timedelta(weeks=9))

    with pytest.raises(StorageProblem, match="cannot be removed: Permission denied"):
        owners_shop.keeper.backup_when_due()

    newest, oldest = owners_shop.keeper.backups()
    assert (newest.made_at.date(), oldest.path) == (clock.now().date(), stays)


def test_damaged_data_is_left_alone_while_the_server_of_this_folder_answers(
    folder: DataFolder, clock: SetClock
) -> None:
    with open_owners_shop(folder, clock) as shop:
        made = shop.keeper.backup()
    folder.database.write_bytes(b"rubbish" * 1000)

    with HTTPServer(("127.0.0.1", 0), Healthy) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        ServingRecord(folder).write(server.server_port, f"http://127.0.0.1:{server.server_port}")
        try:
            with pytest.raises(StorageProblem, match="server of this shop is running"):
                go_back(folder, made.path, clock)
        finally:
            server.shutdown()
            thread.join()

    assert go_back(folder, made.path, clock).kept is not None
