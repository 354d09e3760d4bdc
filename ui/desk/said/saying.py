"""What staff has typed: the words, who said them, how they came, and how they hang together with an idea."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from app.domain.ideas import Channel, Idea, Link

CHANNELS = (Channel.IN_PERSON, Channel.TELEPHONE, Channel.PAPER, Channel.EMAIL, Channel.SOCIAL)


class Way(Enum):
    """How what was said goes with what was said before."""

    VOICE = "voice"
    AND = Link.AND.value
    BUT = Link.BUT.value
    INSTEAD = Link.INSTEAD.value

    @property
    def link(self) -> Link | None:
        """How an idea of its own builds on the other; None for a voice, which is no idea."""
        return None if self is Way.VOICE else Link(self.value)


@dataclass(frozen=True, slots=True)
class Said:
    """`to` is the idea that it goes with, None when it stands by itself; `card` a paper card's number."""

    text: str
    name: str
    channel: Channel
    to: Idea | None = None
    way: Way = Way.VOICE
    card: str = ""

    @property
    def is_of_card(self) -> bool:
        """Whether it stands on a numbered card, whose claim code its author has already."""
        return self.channel is Channel.PAPER and bool(self.card.strip())

    @property
    def is_voice(self) -> bool:
        """Whether it is the same as that idea, which then counts one more. A card is an idea of its own."""
        return self.to is not None and self.way is Way.VOICE and not self.is_of_card
