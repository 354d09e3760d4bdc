"""Every verb that writes, on a small shop that is the same each time; and the whole state of a database."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import apsw

from app.domain.ideas import Channel, Contact, Reply, Status, Visibility
from app.domain.journal import Actor
from app.domain.notices import PaperSize
from app.domain.own_notes import OwnNote
from app.domain.placements import Placement
from app.domain.tags import Tag
from app.domain.voices import Voice
from app.paths import DataFolder
from app.storage.database import Database
from app.storage.stores import Stores
from tests.faults.kiosk_verbs import KIOSK_VERBS, count_looks
from tests.faults.kiosk_verbs import fill as fill_kiosks
from tests.shop import MORNING, SetClock, answer, journalled, make_idea, make_response, make_sheet

IDEA = make_idea("More oat milk, please", name="Zoë")
OTHER = make_idea("Music on Fridays", at=MORNING + timedelta(minutes=1), builds_on=IDEA.id)
FRESH = make_idea("Canary words of a fresh idea", at=MORNING + timedelta(hours=1))
ANSWER = make_response(IDEA, at=MORNING + timedelta(hours=2))
ANSWER_OF_OTHER = make_response(OTHER, "Every Friday.", at=MORNING + timedelta(hours=2))
PLACEMENT = Placement(id=UUID(int=7), token="TABLE5", label="Table 5", created_at=MORNING)
CONTACT = Contact(address="ana@example.org", consent_at=MORNING, wording="Yes, write to me.")
LATER = MORNING + timedelta(hours=3)
SHEET = make_sheet(IDEA, ANSWER, size=PaperSize.A4, at=LATER)


def _submit(stores: Stores) -> None:
    stores.ideas.add(FRESH, contact=CONTACT)
    stores.journal.append(actor=Actor.CUSTOMER, verb="submit", subject=FRESH.id, board=True)


def _answer(stores: Stores) -> None:
    journalled(stores, "answer", OTHER, answer(stores, OTHER, ANSWER_OF_OTHER))


def _many_hidden(stores: Stores) -> None:
    action = None
    for idea in (IDEA, OTHER):
        changes = stores.ideas.change(idea.id, visibility=Visibility.HIDDEN)
        sequence = stores.journal.append(
            actor=Actor.OWNER, verb="hide", subject=idea.id, changes=changes, board=True, action=action
        )
        action = action or sequence


def _undo(stores: Stores) -> None:
    for entry in reversed(stores.journal.last_undoable()):
        changes = stores.journal.apply([change.inverse() for change in reversed(entry.changes)])
        stores.journal.append(
            actor=Actor.OWNER,
            verb="undo",
            subject=entry.subject,
            changes=changes,
            board=True,
            undoes=entry.action,
        )


def _notice(stores: Stores) -> None:
    stores.notices.add(SHEET)


def _tag(stores: Stores) -> None:
    stores.tags.add(Tag(id=UUID(int=10), name="bread", created_at=LATER))
    journalled(stores, "tag", IDEA, stores.tags.put_on(IDEA.id, UUID(int=10), LATER))


def _note(stores: Stores) -> None:
    note = OwnNote(id=UUID(int=11), idea_id=IDEA.id, text="Ask the dairy", created_at=LATER)
    journalled(stores, "note", IDEA, stores.own_notes.add(note, LATER))


VERBS: dict[str, Callable[[Stores], object]] = {
    "submit": _submit,
    "vote": lambda stores: stores.votes.set(OTHER.id, "somebody", True, LATER),
    "unvote": lambda stores: stores.votes.set(IDEA.id, "visitor", False, LATER),
    "reply": lambda stores: stores.replies.add(
        Reply(id=UUID(int=8), idea_id=IDEA.id, text="Thank you", created_at=LATER)
    ),
    "edit": lambda stores: journalled(
        stores, "edit", OTHER, stores.ideas.revise(OTHER.id, "Guitar", "", revision_id=UUID(int=5), at=LATER)
    ),
    "answer": _answer,
    "hide many": _many_hidden,
    "undo": _undo,
    "erase": lambda stores: stores.ideas.erase(IDEA.id),
    "scan": lambda stores: stores.placements.count_scan("TABLE5"),
    "place": lambda stores: stores.placements.change(PLACEMENT.id, label="Window"),
    "notice": _notice,
    "key": lambda stores: stores.keys.add("Kiosk", "hash", LATER),
    "revoke": lambda stores: stores.keys.revoke("Old kiosk"),
    "merge": lambda stores: journalled(
        stores, "merge", OTHER, stores.ideas.change(OTHER.id, merged_into=IDEA.id)
    ),
    "voice": lambda stores: journalled(
        stores,
        "add-voice",
        OTHER,
        stores.voices.add(
            Voice(id=UUID(int=11), idea_id=OTHER.id, channel=Channel.IN_PERSON, name="Ben", created_at=LATER)
        ),
    ),
    "keep apart": lambda stores: journalled(
        stores, "keep-apart", IDEA, stores.apart.keep(UUID(int=12), IDEA.id, OTHER.id)
    ),
    "recount": lambda stores: stores.votes.recount(),
    "count looks": count_looks(IDEA.id),
    "tag": _tag,
    "note": _note,
    **KIOSK_VERBS,
}


def small_shop(root: Path) -> DataFolder:
    """A closed database with some of everything, in `root`."""
    folder = DataFolder(root)
    database = Database.open(folder, clock=SetClock())

    def fill(stores: Stores) -> None:
        stores.ideas.add(IDEA, contact=CONTACT)
        stores.ideas.add(OTHER)
        stores.votes.set(IDEA.id, "visitor", True, MORNING)
        stores.placements.add(PLACEMENT)
        stores.keys.add("Old kiosk", "old hash", MORNING)
        fill_kiosks(stores, IDEA.id)
        journalled(stores, "answer", IDEA, answer(stores, IDEA, ANSWER))
        journalled(stores, "status", OTHER, stores.ideas.change(OTHER.id, status=Status.CONSIDERING))

    database.write(fill)
    database.close()
    return folder


def copy_of(shop: DataFolder, root: Path) -> DataFolder:
    if root.exists():
        shutil.rmtree(root)
    shutil.copytree(shop.root, root)
    return DataFolder(root)


def state_of(database: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, read by a plain connection; fails unless the file is sound."""
    connection = apsw.Connection(str(database))
    try:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        for index in ("idea_search", "desk_search"):
            connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
        tables = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%_search%' ORDER BY name"
        ).fetchall()
        return {
            str(name): sorted(connection.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr)
            for (name,) in tables
        }
    finally:
        connection.close()
