"""What the owner notes about an idea for herself. No customer ever reads it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.text import clean, clean_words
from app.domain.translation import mark

OWN_NOTE_GRAPHEMES = 1000


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnNote:
    id: UUID
    idea_id: UUID
    text: str
    created_at: datetime


def clean_own_note(text: str) -> str:
    """Raises InvalidInput on `text` when blank or over 1,000 characters."""
    return clean_words(clean(text), "text", OWN_NOTE_GRAPHEMES, mark("Please write the note first."))
