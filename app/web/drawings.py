"""Pages of notes, drawn once for everybody. Each visitor's own votes are then only put in."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from typing import Any
from uuid import UUID

from starlette.responses import Response
from starlette.types import Scope

from app.domain.ideas import Idea
from app.domain.shop import Shop
from app.web.caching import has_already
from app.web.kept import OfVersion
from app.web.notes import Note, in_storm, note
from app.web.security import RawHeaders
from app.web.site import Site, header, visitor_for
from app.words import Words

CACHED_BOARDS = 64
SIGHTS_KEPT = 1000
# Stands in the cached page where each visitor's own token goes. Letters that no template or text makes.
TOKEN_PLACE = b"\x02token\x03"
REVALIDATE = b"private, no-cache"
HTML = b"text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Sight:
    """What one visitor adds to a drawing: votes given, the page's token, and the name of all that."""

    given: frozenset[UUID]
    token: str
    tag: str


@dataclass(frozen=True, slots=True)
class DrawnBoard:
    """A page of the board as everybody sees it. Good for an hour, and until anything on it changes.

    As each vote changes the board's version, what a visitor adds holds as long as the drawing does.
    `at` is the part of the site it belongs to, as in its addresses.
    """

    html: bytes
    ids: tuple[UUID, ...]
    tag: str
    at: str
    sights: dict[str, Sight] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back, as bytes."""

    status: int
    headers: RawHeaders
    html: bytes

    def as_response(self) -> Response:
        response = Response(self.html, self.status)
        response.raw_headers = self.headers
        return response


class Drawings:
    """Draws notes with a template, and keeps what was drawn while it holds."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._drawn = OfVersion[DrawnBoard](CACHED_BOARDS)
        self._looked_at: tuple[int, Shop] | None = None
        self._seen: tuple[Shop, int, date] | None = None
        self._moments = 0

    def kept(self, key: Hashable, draw: Callable[[], DrawnBoard]) -> DrawnBoard:
        """What was drawn as `key` before, if it still holds, else a new drawing."""
        return self._drawn.get(self._site.edition.get(), (self._moment(), key), draw)

    def draw(
        self, template: str, ideas: Sequence[Idea], words: Words, *, at: str = "", **values: Any
    ) -> DrawnBoard:
        notes = [self.note(idea, words) for idea in ideas]
        return self.place(template, [idea.id for idea in ideas], words, at=at, notes=notes, **values)

    def place(
        self, template: str, ids: Iterable[UUID], words: Words, *, at: str = "", **values: Any
    ) -> DrawnBoard:
        """As `draw`, with the notes of the ideas `ids` among the `values`."""
        html = self._site.render(template, words, at=at, vote_token=TOKEN_PLACE.decode(), **values).encode()
        tag = blake2b(html, digest_size=9).hexdigest()
        return DrawnBoard(html, tuple(ids), tag, at)

    def note(self, idea: Idea, words: Words) -> Note:
        site = self._site
        shop = site.shop()
        today: date = shop.local_date(site.clock.now())
        storm = in_storm(idea, site.storms.of(idea))
        return note(idea, shop, words, today, site.public_parent(idea), storm)

    def for_visitor(self, scope: Scope, board: DrawnBoard) -> Answer:
        """The drawing with this visitor's votes and token in it; 304 when the browser has just that."""
        visitor, cookie = visitor_for(scope)
        sight = board.sights.get(visitor) or self._sight(board, visitor, is_new=cookie is not None)
        tag = sight.tag.encode()
        headers = [(b"etag", tag), (b"cache-control", REVALIDATE), (b"vary", b"Accept-Language, Cookie")]
        if cookie:
            headers.append((b"set-cookie", cookie.encode()))
        elif has_already(header(scope, b"if-none-match"), sight.tag):
            return Answer(304, headers, b"")
        html = board.html.replace(TOKEN_PLACE, sight.token.encode())
        for idea_id in sight.given:
            html = html.replace(*_pressed(board.at, str(idea_id)))
        headers += [(b"content-type", HTML), (b"content-length", b"%d" % len(html))]
        return Answer(200, headers, html)

    def _moment(self) -> int:
        """Counts up when a drawing is out of date though the board is not: another shop, hour or day."""
        shop, now = self._site.shop(), self._site.clock.now()
        minute = int(now.timestamp()) // 60
        if (minute, shop) != self._looked_at:
            self._looked_at = (minute, shop)
            seen = (shop, minute // 60, shop.local_date(now))
            if seen != self._seen:
                self._seen, self._moments = seen, self._moments + 1
        return self._moments

    def _sight(self, board: DrawnBoard, visitor: str, *, is_new: bool) -> Sight:
        given: frozenset[UUID] = frozenset()
        if board.ids and not is_new:
            given = self._site.door.votes_of(visitor, board.ids)
        token = self._site.tokens.for_votes(visitor, self._site.clock.now())
        sight = Sight(given, token, f'W/"{board.tag}-{_mark_of(given, token)}"')
        if not is_new:
            if len(board.sights) >= SIGHTS_KEPT:
                board.sights.clear()
            board.sights[visitor] = sight
        return sight


def _pressed(at: str, idea_id: str) -> tuple[bytes, bytes]:
    """The corner of a note before and after its vote is given, as the template writes it."""
    place = 'value="{}" aria-pressed="{}" formaction="{}/ideas/{}/vote"'
    return place.format(1, "false", at, idea_id).encode(), place.format(0, "true", at, idea_id).encode()


def _mark_of(given: frozenset[UUID], token: str) -> str:
    mine = blake2b(token.encode(), digest_size=6)
    for idea_id in sorted(given):
        mine.update(idea_id.bytes)
    return mine.hexdigest()
