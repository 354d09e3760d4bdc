"""Putting ideas together that say the same: which one stays, and what cannot be put into what."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.errors import Conflict
from app.domain.ideas import Idea, Visibility
from app.domain.translation import mark

_ITSELF = mark("An idea cannot be put together with itself. Please choose another one.")
_ELSEWHERE = mark("One of these is put together with another idea already. Take it apart first.")
_PRIVATE = mark(
    "The idea that stays is private, so the others would never read the answer. Put it up first, or let the "
    "other one stay."
)
_HIDDEN = mark("The idea that stays is hidden. Put it up first, or let the other one stay.")
_STORM = mark(
    "Only what belongs to the same storm can be put together: else its counts would be told too soon."
)
_WAITS = mark(
    "The idea that stays still waits, and the other one would leave the board with it. Put it up first, or "
    "let the other one stay."
)


def likely_survivor(ideas: Sequence[Idea]) -> Idea:
    """The one to keep unless somebody says otherwise: on the board, answered, wanted by most, the oldest."""
    return max(
        ideas,
        key=lambda idea: (
            idea.visibility is Visibility.PUBLIC,
            idea.visibility is Visibility.WAITING,
            idea.is_answered,
            idea.votes,
            -idea.created_at.timestamp(),
        ),
    )


def why_not(survivor: Idea, sources: Sequence[Idea]) -> str | None:
    """Why `sources` cannot be put into `survivor`, which is merged into nothing; None when they can.

    Whoever wrote a source reads the survivor's answer, so that must be one that everybody may read, and what
    hangs on the board must not leave it by being put together.
    """
    if any(source.id == survivor.id for source in sources):
        return _ITSELF
    if any(source.merged_into is not None for source in sources):
        return _ELSEWHERE
    if any(source.storm_id != survivor.storm_id for source in sources):
        return _STORM
    if survivor.visibility is Visibility.PRIVATE:
        return _PRIVATE
    if survivor.visibility is Visibility.HIDDEN:
        return _HIDDEN
    if survivor.visibility is Visibility.WAITING and any(source.is_public for source in sources):
        return _WAITS
    return None


def refuse_unless_possible(survivor: Idea, sources: Sequence[Idea]) -> None:
    """Raises Conflict with what `why_not` says."""
    if reason := why_not(survivor, sources):
        raise Conflict(reason)
