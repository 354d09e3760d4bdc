"""All that stands on a note, in the visit's language: every word made ready, so that painting only paints."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from app.domain.ideas import Status
from app.domain.shop import Shop
from app.kiosk.notes import Note, Slip
from app.note_words import age_in_words, change_mind_line, stamp_word
from app.words import Words


@dataclass(frozen=True, kw_only=True, slots=True)
class NoteFace:
    """`slip` is empty where the shop has not said anything."""

    id: UUID
    text: str
    language: str
    name: str
    age: str
    votes: int
    is_given: bool
    status: Status
    stamp: str
    slip: str
    signed: str
    me_too: str
    read_on: str

    @property
    def has_stamp(self) -> bool:
        return self.status is not Status.NEW

    def heard(self, words: Words) -> str:
        """The note as a screen reader tells it."""
        parts = [
            self.text,
            self.name,
            self.age,
            words.trn("%(count)s says me too", "%(count)s say me too", self.votes),
        ]
        if self.has_stamp:
            parts.append(self.stamp)
        if self.slip:
            parts += [self.slip, self.signed]
        return ". ".join(parts)


def face_of(note: Note, *, shop: Shop, words: Words, days: int, is_given: bool) -> NoteFace:
    """`days`: how many of the shop's days ago the idea came."""
    answer = note.answer
    until = answer.until if answer else None
    today = shop.local_date(note.created_at) + timedelta(days=days)
    return NoteFace(
        id=note.id,
        text=note.text,
        language=note.language,
        name=note.name or words.tr("A guest"),
        age=age_in_words(days, words),
        votes=note.votes,
        is_given=is_given,
        status=note.status,
        stamp=stamp_word(note.status, until, words, today) if note.is_answered else "",
        slip=said(answer, words) if answer else "",
        signed=(answer.signed or shop.voice) if answer else "",
        me_too=words.tr("Me too"),
        read_on=words.tr("Read on"),
    )


def said(answer: Slip, words: Words) -> str:
    """All that the shop says; a refusal's reason stands under its text, and what would change our mind."""
    parts = (answer.text, answer.reason, change_mind_line(answer.change_mind, words))
    return "\n".join(filter(None, parts))
