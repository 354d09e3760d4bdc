"""What staff has typed: the words, who said them, how they came, and how they hang together with an idea."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from app.domain.ideas import Channel, Idea, Link

CHANNELS = (Channel.IN_PERSON, Channel.TELEPHONE, Channel.PAPER, Channel.EMAIL, Channel.SOCIAL)


class Way(Enum):
    """How what was said goes with what was said before."""

    AND = Link.AND
    BUT = Link.BUT
    INSTEAD = Link.INSTEAD


@dataclass(frozen=True, slots=True)
class Said:
    """`to` is the idea that it goes with, None when it stands by itself."""

    text: str
    name: str
    channel: Channel
    to: Idea | None = None
    way: Way = Way.AND
