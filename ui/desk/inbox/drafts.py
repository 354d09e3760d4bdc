"""What the owner has begun to say about an idea; kept for each of them until it is said."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.domain.decisions import PARTS, belongs
from app.domain.ideas import Idea, Status, Visibility


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    status: Status = Status.NEW
    text: str = ""
    reason: str = ""
    change_mind: str = ""
    look_again_on: date | None = None
    until: date | None = None
    done_on: date | None = None
    photo_id: UUID | None = None
    private: bool = False


EMPTY = Draft()


def _forget_change(_idea_id: UUID, _draft: Draft) -> None:
    """Nobody wants to hear of it."""


class Drafts:
    """Drafts by idea. An empty one is forgotten, a given one comes back when its answer is taken back: those
    are kept by the action that gave the answer, or took it back.

    `on_change` is called with every draft that is begun, changed or gone (then it is EMPTY).
    """

    def __init__(self, on_change: Callable[[UUID, Draft], None] = _forget_change) -> None:
        self._on_change = on_change
        self._drafts: dict[UUID, Draft] = {}
        self._given: dict[int | None, tuple[UUID, Draft]] = {}
        self._taken_back: dict[int | None, tuple[UUID, Draft]] = {}

    def of(self, idea: Idea) -> Draft:
        """What was begun. A private idea is answered in private, whatever was meant before it became so."""
        draft = self._drafts.get(idea.id, EMPTY)
        return replace(draft, private=True) if _is_private(idea) else draft

    def keep(self, idea: Idea, draft: Draft) -> None:
        if _is_private(idea):
            # Put up again, it is answered as was meant before.
            draft = replace(draft, private=self._drafts.get(idea.id, EMPTY).private)
        self._set(idea.id, draft)

    def bring_back(self, drafts: Mapping[UUID, Draft]) -> None:
        """What was begun another day; what was begun since stays."""
        for idea_id, draft in drafts.items():
            self._drafts.setdefault(idea_id, draft)

    def forget(self, idea_id: UUID) -> None:
        self._set(idea_id, EMPTY)

    def give(self, idea_id: UUID, action: int | None) -> None:
        """It was said by `action`: nothing is begun now."""
        draft = self._drafts.get(idea_id)
        if draft is not None:
            self._set(idea_id, EMPTY)
            self._given[action] = (idea_id, draft)
            self._taken_back.clear()

    def take_back(self, answer: int | None, by: int | None) -> None:
        """What was said by the action `answer` is a draft again, unless something else was begun meanwhile.
        An answer that no draft was written for brings none back."""
        given = self._given.pop(answer, None)
        if given is not None:
            self._taken_back[by] = given
            idea_id, draft = given
            if idea_id not in self._drafts:
                self._set(idea_id, draft)

    def give_again(self, undo: int | None, by: int | None) -> None:
        """What was taken back by the action `undo` holds again; a draft that says something else stays."""
        taken_back = self._taken_back.pop(undo, None)
        if taken_back is not None:
            self._given[by] = taken_back
            idea_id, draft = taken_back
            if self._drafts.get(idea_id) == draft:
                self.forget(idea_id)

    @property
    def unsaid(self) -> int:
        """How many answers were begun and not given."""
        return sum(1 for draft in self._drafts.values() if draft.text.strip())

    def _set(self, idea_id: UUID, draft: Draft) -> None:
        if draft == self._drafts.get(idea_id, EMPTY):
            return
        if draft == EMPTY:
            self._drafts.pop(idea_id, None)
        else:
            self._drafts[idea_id] = draft
        self._on_change(idea_id, draft)


def meant(draft: Draft) -> Draft:
    """Without what was written for another decision, which stays in its box and is not said."""
    others = [name for name in PARTS if not belongs(name, draft.status, private=draft.private)]
    return replace(draft, **{name: getattr(EMPTY, name) for name in others})


def draft_text(draft: Draft) -> str:
    """As it is stored, empty when nothing is begun."""
    if draft == EMPTY:
        return ""
    told = {
        "status": draft.status.value,
        "text": draft.text,
        "reason": draft.reason,
        "change_mind": draft.change_mind,
        **{name: str(getattr(draft, name) or "") for name in ("look_again_on", "until", "done_on")},
        "photo_id": draft.photo_id.hex if draft.photo_id else "",
        "private": draft.private,
    }
    return json.dumps(told, ensure_ascii=False)


def read_draft(text: str) -> Draft:
    """What of it is understood; what is not is as if it had not been begun."""
    try:
        told = json.loads(text)
        return Draft(
            status=Status(told["status"]),
            text=str(told["text"]),
            reason=str(told["reason"]),
            change_mind=str(told["change_mind"]),
            look_again_on=_day(told, "look_again_on"),
            until=_day(told, "until"),
            done_on=_day(told, "done_on"),
            photo_id=UUID(hex=told["photo_id"]) if told["photo_id"] else None,
            private=bool(told["private"]),
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return EMPTY


def _day(told: Mapping[str, str], name: str) -> date | None:
    return date.fromisoformat(told[name]) if told[name] else None


def _is_private(idea: Idea) -> bool:
    return idea.visibility is Visibility.PRIVATE
