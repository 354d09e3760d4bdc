"""What came of an owner's verb, for the face to say and to offer back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from app.domain.journal import Actor, Change
from app.storage.stores import Stores


@dataclass(frozen=True, slots=True)
class Done:
    """`verb` was done to `ideas`; `action` names it in the journal, None when nothing had to change. `undoes`
    names the action that was taken back by it."""

    verb: str
    ideas: tuple[UUID, ...]
    action: int | None
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """The columns one idea's verb changed, and whether customers see it."""

    idea_id: UUID
    changes: list[Change]
    board: bool


def write_down(stores: Stores, verb: str, edits: Sequence[Edit]) -> Done:
    """Put all that really changed into the journal as one action."""
    action: int | None = None
    done = [edit for edit in edits if edit.changes]
    for edit in done:
        sequence = stores.journal.append(
            actor=Actor.OWNER,
            verb=verb,
            subject=edit.idea_id,
            changes=edit.changes,
            board=edit.board,
            action=action,
        )
        action = action if action is not None else sequence
    return Done(verb, tuple(edit.idea_id for edit in done), action)
