"""What the owner reads: the inbox, one idea with all around it, and what has changed since last looked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.claim_codes import parse_claim_code
from app.domain.conversation import WroteBack
from app.domain.errors import NotFound
from app.domain.ideas import Idea, Reply, Response
from app.domain.inbox import InboxView
from app.domain.journal import JournalEntry
from app.domain.notices import Notice
from app.domain.own_notes import OwnNote
from app.domain.paging import Page
from app.domain.placements import Placement
from app.domain.promise import answer_due
from app.domain.tags import Tag
from app.domain.text import clean_line, first_graphemes
from app.domain.translation import mark
from app.domain.voices import Voice
from app.services.owner.merging import survivor
from app.services.owner.triage import existing
from app.storage.stores import Stores

LONGEST_QUERY = 100
ENTRIES_AT_ONCE = 500


@dataclass(frozen=True, kw_only=True, slots=True)
class IdeaDetail:
    """An idea and everything the owner may know around it.

    `history` is without votes and tells of its notices too. `survivor` is what it was put together with,
    `sources` what was put into it; `voices` are those of all. `wrote_back` waits for a word here, from its
    author and from those of its sources.
    """

    idea: Idea
    answers: tuple[Response, ...]
    replies: tuple[Reply, ...]
    builds_on: Idea | None
    built_on: tuple[Idea, ...]
    history: tuple[JournalEntry, ...]
    notices: tuple[Notice, ...]
    placement: Placement | None
    due: date
    survivor: Idea | None = None
    sources: tuple[Idea, ...] = ()
    voices: tuple[Voice, ...] = ()
    wrote_back: tuple[WroteBack, ...] = ()
    tags: tuple[Tag, ...] = ()
    notes: tuple[OwnNote, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangesSince:
    """What happened up to journal row `sequence`: which ideas, and whether customers see it. What happens to
    an idea happens to what it was put together with too.

    `more` says that there is more to fetch at once, `everything` that nothing may be as it was: somebody went
    back to a backup.
    """

    sequence: int
    ideas: frozenset[UUID]
    board: bool
    more: bool
    everything: bool = False


def detail(stores: Stores, idea_id: UUID) -> IdeaDetail:
    """Raises NotFound when the idea is gone."""
    idea = existing(stores, idea_id)
    members = stores.groups.members(idea_id)
    notices = tuple(stores.notices.of(idea_id))
    return IdeaDetail(
        idea=idea,
        answers=tuple(stores.responses.of(idea_id)),
        replies=tuple(stores.replies.of(idea_id)),
        builds_on=stores.ideas.get(idea.builds_on) if idea.builds_on else None,
        built_on=tuple(stores.ideas.built_on(idea_id, public_only=False)),
        history=tuple(stores.journal.told([idea_id, *(notice.id for notice in notices)])),
        notices=notices,
        placement=stores.placements.by_token(idea.placement) if idea.placement else None,
        due=answer_due(stores.shops.get(), idea.created_at),
        survivor=survivor(stores, idea_id) if idea.merged_into else None,
        sources=tuple(stores.ideas.several([id for id in members if id != idea_id])),
        voices=tuple(voice for id in members for voice in stores.voices.of(id)),
        wrote_back=tuple(each for each in stores.replies.waiting_of(members) if each.under == idea_id),
        tags=tuple(
            tag for id_ in stores.tags.of([idea_id]).get(idea_id, ()) if (tag := stores.tags.get(id_))
        ),
        notes=tuple(stores.own_notes.of(idea_id)),
    )


def inbox(stores: Stores, view: InboxView, after: str | None, limit: int, words: str) -> Page:
    query = first_graphemes(clean_line(words), LONGEST_QUERY)
    return stores.inbox.page(view, after=after, limit=limit, words=query)


def by_code(stores: Stores, code: str) -> Idea:
    """The idea of a claim code, however typed. Raises NotFound."""
    parsed = parse_claim_code(code)
    idea = stores.ideas.by_code(parsed) if parsed else None
    if idea is None:
        raise NotFound(mark("No idea has the code “%(code)s”."), code=clean_line(code)[:20])
    return idea


def changes_since(stores: Stores, sequence: int) -> ChangesSince:
    entries = stores.journal.since(sequence, limit=ENTRIES_AT_ONCE)
    subjects = {entry.subject for entry in entries}
    return ChangesSince(
        sequence=entries[-1].sequence if entries else sequence,
        ideas=frozenset(subjects | stores.groups.survivors_of(subjects)),
        board=any(entry.board for entry in entries),
        more=len(entries) == ENTRIES_AT_ONCE,
        everything=any(entry.verb == "restore" for entry in entries),
    )
