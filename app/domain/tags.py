"""Tags: the owner's words for what ideas are about. Own ones are hers, public ones customers read too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.text import LABEL_GRAPHEMES, clean_line, clean_words
from app.domain.translation import mark


@dataclass(frozen=True, kw_only=True, slots=True)
class Tag:
    """`ideas` counts those that carry it. A tag that was merged into another is that other one everywhere."""

    id: UUID
    name: str
    public: bool = False
    ideas: int = 0
    created_at: datetime
    merged_into: UUID | None = None
    retired_at: datetime | None = None

    @property
    def is_in_use(self) -> bool:
        return self.retired_at is None and self.merged_into is None


def clean_tag_name(text: str) -> str:
    """A tag in its one form, without the # that some write before it. Raises InvalidInput on `name`."""
    return clean_words(
        clean_line(text).lstrip("#").strip(), "name", LABEL_GRAPHEMES, mark("Please give the tag a name.")
    )


def same_name(one: str, other: str) -> bool:
    """Whether two tags would be the same word to a reader."""
    return one.casefold() == other.casefold()
