"""“We are thinking about it”, said from any page of the desk in the same words and for as many days."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from app.note_words import thinking_words
from app.words import Words

if TYPE_CHECKING:
    from app.services.owner.considering import Considered
    from app.services.owner.owner import Owner


def thinking_about(
    owner: Owner, words: Words, seen: Mapping[UUID, datetime | None], *, private_too: bool = False
) -> Callable[[], Considered]:
    """What the worker thread does: tell the authors of the ideas that were `seen` as last changed then."""
    text = thinking_words(words)
    return lambda: owner.considering.consider(list(seen), text, seen=seen, private_too=private_too)


def thought_about(words: Words) -> str:
    return words.tr("Answered: you are thinking about it. It comes back in two weeks.")


def left_as_they_are(count: int, words: Words) -> str:
    return words.trn(
        "%(count)s was left as it is: private, hidden, put together or thought about already.",
        "%(count)s were left as they are: private, hidden, put together or thought about already.",
        count,
    )
