"""Sheets that were printed before there was a wall: they become answers that hang in no known place."""

from __future__ import annotations

import shutil
from pathlib import Path

import apsw

from app.domain.ideas import Status
from app.domain.notices import Notice, SheetKind
from app.paths import DataFolder
from app.storage.database import Database
from app.storage.migrating import MIGRATIONS
from tests.shop import MORNING, SetClock, answer, make_idea, make_response

_NOTICE = "INSERT INTO notices (shop_id, id, number, idea_id, response_id, size, made_at, take_down_on)"


def before_the_wall(tmp_path: Path) -> Path:
    """The migrations up to the one that this is about."""
    older = tmp_path / "migrations"
    older.mkdir()
    for file in sorted(MIGRATIONS.glob("0*.py"))[:9]:
        shutil.copy(file, older / file.name)
    return older


def test_old_notices_are_answers_that_hang_in_no_known_place(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "shop")
    old = Database.open(folder, clock=SetClock(), migrations=before_the_wall(tmp_path))
    idea, other = make_idea(), make_idea("A bench")
    first, second = make_response(idea), make_response(idea, status=Status.DONE)
    lone = make_response(other)

    def fill(stores):  # type: ignore[no-untyped-def]
        for each in (idea, other):
            stores.ideas.add(each)
        for each, response in ((idea, first), (idea, second), (other, lone)):
            answer(stores, each, response)

    old.write(fill)
    shop = old.read(lambda stores: stores.shops.get().id)
    old.close()
    connection = apsw.Connection(str(folder.database))
    rows = (
        (1, idea, first, "2026-12-20"),
        (2, idea, second, "2026-12-21"),
        (3, other, lone, ""),
    )
    for number, about, response, day in rows:
        values = (
            shop.bytes,
            bytes([number] * 16),
            number,
            about.id.bytes,
            response.id.bytes,
            "A5",
            1000,
            day,
        )
        connection.execute(f"{_NOTICE} VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)
    connection.close()

    new = Database.open(folder, clock=SetClock(MORNING))

    notices: list[Notice] = new.read(lambda stores: stores.notices.all())
    assert [(each.number, each.kind, each.hangs) for each in notices] == [
        (3, SheetKind.ANSWER, False),
        (2, SheetKind.ANSWER, True),
        (1, SheetKind.ANSWER, False),
    ]
    assert notices[2].replaced_by == notices[1].id
    assert [each.shown.carries[0].said for each in notices] == [Status.PLANNED, Status.DONE, Status.PLANNED]
    assert (notices[0].take_down_on, str(notices[1].take_down_on)) == (None, "2026-12-21")
    assert notices[1].shown.shop_name == notices[1].shown.address == ""
    assert new.read(lambda stores: stores.walls.hangings([each.id for each in notices])) == []
    new.close()
