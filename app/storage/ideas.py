"""Ideas with their words and contact: adding, reading, changing, rewording, erasing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from app.domain.claim_codes import new_claim_code
from app.domain.errors import NotFound
from app.domain.ideas import Channel, Contact, Idea
from app.domain.journal import Change
from app.domain.search_words import stored_words
from app.domain.translation import mark
from app.storage.columns import change_columns
from app.storage.desk_words import DeskWords
from app.storage.erasures import ErasureStore
from app.storage.groups import MEMBERS, GroupStore, composed
from app.storage.idea_rows import idea_of, select_ideas
from app.storage.models import (
    ContactRow,
    DraftRow,
    IdeaRow,
    IdeaTagRow,
    KeptApartRow,
    LookRow,
    MeasureRow,
    OwnNoteRow,
    PhotoRow,
    ReplyRow,
    ResponseRow,
    RevisionRow,
    ThanksRow,
    VoiceRow,
    VoteRow,
)
from app.storage.session import Session
from app.storage.values import (
    DomainValue,
    to_blob,
    to_id,
    to_milliseconds,
    to_moment,
    to_optional_milliseconds,
    to_stored,
)

_ADD = """
INSERT INTO ideas (shop_id, id, claim_code, channel, visibility, status, votes, builds_on, link, merged_into,
    placement, language, held_for, revision_id, created_at, public_at, storm_id)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, ?7, ?8, ?9, ?10, ?11, ?12, ?2, ?13, ?14, ?15)
"""
# Asking first is safe, since a writer has the lock, and costs a third of ON CONFLICT with RETURNING.
_IS_KNOWN = """
SELECT 1 FROM ideas WHERE shop_id = ?1 AND id = ?2
UNION ALL SELECT 1 FROM erasures WHERE shop_id = ?1 AND idea_id = ?2
"""
_ADD_REVISION = (
    "INSERT INTO revisions (shop_id, id, idea_id, text, name, created_at) VALUES (?, ?, ?, ?, ?, ?)"
)
_ADD_WORDS = "INSERT INTO idea_words (number, shop_id, words) VALUES (?, ?, ?)"
_ADD_CONTACT = "INSERT INTO contacts (shop_id, idea_id, address, consent_at, wording) VALUES (?, ?, ?, ?, ?)"
_CHANGE_WORDS = """
UPDATE idea_words SET words = ? WHERE number = (SELECT number FROM ideas WHERE shop_id = ? AND id = ?)
"""
_REMOVE_WORDS = """
DELETE FROM idea_words WHERE number = (SELECT number FROM ideas WHERE shop_id = ? AND id = ?)
"""
_REMOVE_REFUSED = "UPDATE set_asides SET text = '' WHERE shop_id = ?1 AND (id = ?2 OR idea_id = ?2)"
_REVISION = "SELECT revision_id FROM ideas WHERE shop_id = ? AND id = ?"
_OWN_REVISION = "SELECT own_revision_id FROM ideas WHERE shop_id = ? AND id = ?"
_FORGET_ON_PAPER = (
    "UPDATE paper_cards SET idea_id = NULL WHERE shop_id = ? AND idea_id = ?",
    "UPDATE thank_cards SET idea_id = NULL WHERE shop_id = ? AND idea_id = ?",
    "UPDATE credits SET idea_id = NULL WHERE shop_id = ? AND idea_id = ?",
    "UPDATE ballots SET idea_id = NULL WHERE shop_id = ? AND idea_id = ?",
)
_HAS_CODE = "SELECT id FROM ideas WHERE shop_id = ? AND claim_code = ?"
_IS_TAKEN = """
SELECT 1 FROM ideas WHERE shop_id = ?1 AND claim_code = ?2
UNION ALL SELECT 1 FROM paper_cards WHERE shop_id = ?1 AND claim_code = ?2
"""
_ARRIVALS = "SELECT channel, created_at FROM ideas WHERE shop_id = ? ORDER BY number DESC LIMIT ?"
_BY_ID = select_ideas("WHERE i.shop_id = ? AND i.id = ?")
_BY_CODE = select_ideas("WHERE i.shop_id = ? AND i.claim_code = ?")
_MEMBERS = composed("({members} SELECT id FROM members)", members=composed(MEMBERS, shop="?1", id="?2"))
_BUILDS_ON = f"WHERE i.shop_id = ?1 AND i.builds_on IN {_MEMBERS} AND i.id NOT IN {_MEMBERS}"
_BUILT_ON = select_ideas(f"{_BUILDS_ON} ORDER BY i.created_at, i.id")
_BUILT_ON_PUBLIC = select_ideas(
    f"{_BUILDS_ON} AND i.visibility = 'public' AND i.merged_into IS NULL ORDER BY i.created_at, i.id"
)
_MERGED_INTO = "SELECT id FROM ideas WHERE shop_id = ? AND merged_into = ? ORDER BY id"
# Everything that hangs on an idea and goes with it when it is erased.
_GO_WITH_AN_IDEA = (
    VoteRow,
    VoiceRow,
    ReplyRow,
    ContactRow,
    ResponseRow,
    RevisionRow,
    LookRow,
    DraftRow,
    PhotoRow,
    IdeaTagRow,
    OwnNoteRow,
    MeasureRow,
    ThanksRow,
)
_GONE = mark("This idea is not here any more.")


class IdeaStore:
    """Reading an idea joins the revision and the public response that hold now."""

    def __init__(
        self, session: Session, erasures: ErasureStore, desk_words: DeskWords, groups: GroupStore
    ) -> None:
        self._session = session
        self._erasures = erasures
        self._desk_words = desk_words
        self._groups = groups

    def add(self, idea: Idea, *, contact: Contact | None = None) -> bool:
        """Store a new idea with its first revision; False when its id was used before, even by an erased one.

        `idea.placement` is the placement's token. Votes, answers and edits of `idea` are not taken over.
        """
        shop, id = self._session.shop, idea.id.bytes
        if self._session.row(_IS_KNOWN, shop, id):
            return False
        number = self._session.insert_numbered(
            _ADD,
            shop,
            id,
            idea.claim_code,
            idea.channel,
            idea.visibility,
            idea.status,
            to_blob(idea.builds_on),
            idea.link,
            to_blob(idea.merged_into),
            idea.placement,
            idea.language,
            idea.held_for,
            to_milliseconds(idea.created_at),
            to_optional_milliseconds(idea.public_at),
            to_blob(idea.storm_id),
        )
        self._session.run(_ADD_REVISION, shop, id, id, idea.text, idea.name, to_milliseconds(idea.created_at))
        words = stored_words(idea.text, idea.name)
        self._session.run(_ADD_WORDS, number, shop, words)
        self._session.index_later(number, words)
        if contact:
            consent_at = to_milliseconds(contact.consent_at)
            self._session.run(_ADD_CONTACT, shop, id, contact.address, consent_at, contact.wording)
        return True

    def free_claim_code(self, make: Callable[[], str] = new_claim_code) -> str:
        """A claim code that no idea of this shop has, nor a paper card: of a million two could be alike."""
        while self._session.row(_IS_TAKEN, self._session.shop, code := make()):
            pass
        return code

    def holder_of(self, claim_code: str) -> UUID | None:
        """The idea that has this claim code."""
        row = self._session.row(_HAS_CODE, self._session.shop, claim_code)
        return None if row is None else UUID(bytes=row[0])

    def newest_arrivals(self, count: int) -> list[tuple[Channel, datetime]]:
        """How and when the last ideas came, whatever became of them."""
        rows = self._session.rows(_ARRIVALS, self._session.shop, count)
        return [(Channel(channel), to_moment(at)) for channel, at in rows]

    def newest_at(self) -> datetime | None:
        """When the last idea came; None when none ever did."""
        newest = self.newest_arrivals(1)
        return newest[0][1] if newest else None

    def get(self, id: UUID) -> Idea | None:
        row = self._session.row(_BY_ID, self._session.shop, id.bytes)
        return None if row is None else idea_of(row)

    def by_code(self, code: str) -> Idea | None:
        """By its claim code in stored form, as `parse_claim_code` gives it."""
        row = self._session.row(_BY_CODE, self._session.shop, code)
        return None if row is None else idea_of(row)

    def first_words(self, id: UUID) -> tuple[str, str] | None:
        """Text and name as they first came; the first revision has the idea's own id."""
        sql = "SELECT text, name FROM revisions WHERE shop_id = ? AND id = ?"
        row = self._session.row(sql, self._session.shop, id.bytes)
        return None if row is None else (row[0], row[1])

    def several(self, ids: Sequence[UUID]) -> list[Idea]:
        """Those of `ids` that there are, in the order asked."""
        return [idea for idea in map(self.get, ids) if idea is not None]

    def built_on(self, id: UUID, *, public_only: bool) -> list[Idea]:
        """Ideas that build on this one or on what was merged into it, oldest first."""
        statement = _BUILT_ON_PUBLIC if public_only else _BUILT_ON
        return [idea_of(row) for row in self._session.rows(statement, self._session.shop, id.bytes)]

    def contact(self, id: UUID) -> Contact | None:
        row = self._session.row(
            "SELECT address, consent_at, wording FROM contacts WHERE shop_id = ? AND idea_id = ?",
            self._session.shop,
            id.bytes,
        )
        return None if row is None else Contact(address=row[0], consent_at=to_moment(row[1]), wording=row[2])

    def change(self, id: UUID, **columns: DomainValue) -> list[Change]:
        """Set any of visibility, status, response_id, public_at, answered_at, merged_into, held_for,
        look_again_on, shortlisted.

        Tells what differed; nothing when all was so already. Raises NotFound when the idea is gone.
        """
        try:
            values = {column: to_stored(value) for column, value in columns.items()}
            changes = change_columns(self._session, "ideas", id, values)
        except KeyError as gone:
            raise NotFound(_GONE) from gone
        self._groups.follow(changes)
        return changes

    def follow(self, changes: Sequence[Change]) -> None:
        """Let index and counts follow columns that were put back. Raises Conflict as `GroupStore.follow`."""
        for reworded in {change.row for change in changes if change.column == "revision_id"}:
            self.index(reworded)
        self._groups.follow(changes)

    def revise(self, id: UUID, text: str, name: str, *, revision_id: UUID, at: datetime) -> list[Change]:
        """Give the idea new words; the old ones stay in their revision. Raises NotFound when it is gone."""
        if self.get(id) is None:
            raise NotFound(_GONE)
        self._session.run(
            _ADD_REVISION, self._session.shop, revision_id.bytes, id.bytes, text, name, to_milliseconds(at)
        )
        changes = self.change(id, revision_id=revision_id, edited_at=at, own_revision_id=None)
        self.index(id)
        return changes

    def leave_out(self, id: UUID, text: str, name: str, *, revision_id: UUID, at: datetime) -> list[Change]:
        """Let other words hang on the wall; the author's own stay hers. Raises NotFound when it is gone."""
        idea = self.get(id)
        if idea is None:
            raise NotFound(_GONE)
        own = None if idea.left_out_of else self._revision_of(id)
        self._session.run(
            _ADD_REVISION, self._session.shop, revision_id.bytes, id.bytes, text, name, to_milliseconds(at)
        )
        kept = {} if own is None else {"own_revision_id": own}
        changes = self.change(id, revision_id=revision_id, **kept)
        self.index(id)
        return changes

    def show_own_words(self, id: UUID) -> list[Change]:
        """What the author wrote hangs on the wall again. Raises NotFound when it is gone."""
        own = self._session.row(_OWN_REVISION, self._session.shop, id.bytes)
        if own is None or own[0] is None:
            return []
        changes = self.change(id, revision_id=UUID(bytes=own[0]), own_revision_id=None)
        self.index(id)
        return changes

    def _revision_of(self, id: UUID) -> UUID:
        row = self._session.row(_REVISION, self._session.shop, id.bytes)
        assert row is not None
        return UUID(bytes=row[0])

    def index(self, id: UUID) -> None:
        """Let search find the words that hold now."""
        if idea := self.get(id):
            words = stored_words(idea.text, idea.name)
            self._session.index_now()
            self._session.run(_CHANGE_WORDS, words, self._session.shop, id.bytes)

    def erase(self, id: UUID) -> tuple[UUID, ...]:
        """Remove all that the idea's author left, and what the owner noted of it, for good; remember the id.

        Ideas that built on it stand alone again. So do those that were merged into it, and are given back; if
        it was merged itself they go on to where it led. Printed notices keep their numbers.
        Call `Database.scrub` after the commit: until then old bytes are still in the WAL.
        """
        session, shop = self._session, self._session.shop
        rows = session.rows(_MERGED_INTO, shop, id.bytes)
        above = session.row("SELECT merged_into FROM ideas WHERE shop_id = ? AND id = ?", shop, id.bytes)
        survivor = to_id(above[0]) if above else None
        session.index_now()
        session.run(_REMOVE_WORDS, shop, id.bytes)
        self._desk_words.remove(id)
        for model in _GO_WITH_AN_IDEA:
            session.delete(model, model.shop_id == session.shop_id, model.idea_id == id)
        for pair in (KeptApartRow.one, KeptApartRow.other):
            session.delete(KeptApartRow, KeptApartRow.shop_id == session.shop_id, pair == id)
        session.run(
            "UPDATE ideas SET builds_on = NULL, link = NULL WHERE shop_id = ? AND builds_on = ?",
            shop,
            id.bytes,
        )
        session.run(
            "UPDATE ideas SET merged_into = ? WHERE shop_id = ? AND merged_into = ?",
            to_blob(survivor),
            shop,
            id.bytes,
        )
        session.run(_REMOVE_REFUSED, shop, id.bytes)
        for forget in _FORGET_ON_PAPER:
            session.run(forget, shop, id.bytes)
        session.delete(IdeaRow, IdeaRow.shop_id == session.shop_id, IdeaRow.id == id)
        self._erasures.remember(id)
        if survivor is not None:
            self._groups.recount([survivor])
        return () if survivor is not None else tuple(UUID(bytes=row[0]) for row in rows)
