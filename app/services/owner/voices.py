"""One more voice: what somebody told at the counter and that was an idea already."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from uuid import UUID

from app.domain import text as texts
from app.domain.clock import Clock
from app.domain.errors import NotFound
from app.domain.ideas import Channel, Idea
from app.domain.ids import new_id
from app.domain.translation import mark
from app.domain.voices import Voice
from app.services.owner.done import Done, Edit, write_down
from app.services.owner.merging import survivor
from app.services.owner.triage import existing
from app.services.seams import Seam
from app.storage.stores import Stores


class Voices:
    """Every method is one transaction; undone, the voice counts no more."""

    def __init__(self, *, seam: Seam, clock: Clock) -> None:
        self._seam = seam
        self._clock = clock

    def add(self, idea_id: UUID, channel: Channel = Channel.IN_PERSON, name: str = "") -> Idea:
        """The idea as it stands with one more "me too". Raises NotFound, InvalidInput for the name."""
        verb = partial(add, idea_id=idea_id, channel=channel, name=name, now=self._clock.now())
        return self._seam.write(verb)

    def take_away(self, voice_id: UUID) -> Done:
        """Raises NotFound."""
        return self._seam.write(partial(take_away, voice_id=voice_id))


def add(stores: Stores, idea_id: UUID, channel: Channel, name: str, now: datetime) -> Idea:
    """For an idea that was put together with another the voice counts there."""
    idea = survivor(stores, idea_id)
    voice = Voice(
        id=new_id(now), idea_id=idea.id, channel=channel, name=texts.clean_name(name), created_at=now
    )
    write_down(stores, "add-voice", [Edit(idea.id, stores.voices.add(voice), board=idea.is_public)])
    return existing(stores, idea.id)


def take_away(stores: Stores, voice_id: UUID) -> Done:
    voice = stores.voices.get(voice_id)
    if voice is None:
        raise NotFound(mark("This voice is not here any more."))
    idea = survivor(stores, voice.idea_id)
    changes = stores.voices.take_away(voice_id)
    return write_down(stores, "take-voice-away", [Edit(idea.id, changes, board=idea.is_public)])
