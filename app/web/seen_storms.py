"""Storms as all pages see them, read once for each edition of the board."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from uuid import UUID

from app.domain.errors import NotFound
from app.domain.ideas import Idea
from app.domain.storm_views import StormView
from app.domain.storms import Storm, parse_storm_code
from app.services.customer.storm_door import StormDoor
from app.services.customer.storming import why_no_vote
from app.web.kept import OfVersion

MOST_STORMS_KEPT = 64


class SeenStorms:
    """`edition` is another one whenever anything of a storm can be, by the owner's hand or by the clock."""

    def __init__(self, door: StormDoor, edition: Callable[[], Hashable]) -> None:
        self._door = door
        self._edition = edition
        self._bands = OfVersion[tuple[Storm, ...]](1)
        self._lists = OfVersion[tuple[StormView, ...]](2)
        self._by_id = OfVersion[StormView | None](MOST_STORMS_KEPT)
        self._by_code = OfVersion[StormView](MOST_STORMS_KEPT)

    def bands(self) -> tuple[Storm, ...]:
        """Those that run, for the wall, which is asked for most: without all that was said in them."""
        return self._bands.get(self._edition(), "", lambda: tuple(self._door.running_storms()))

    def running(self) -> tuple[StormView, ...]:
        """As the door tells them; what is left of their time is told by the clock, not here."""
        return self._lists.get(self._edition(), "running", lambda: self._known(self._door.running()))

    def over(self) -> tuple[StormView, ...]:
        return self._lists.get(self._edition(), "over", lambda: self._known(self._door.over()))

    def view(self, code: str) -> StormView:
        """Raises NotFound alike for wrong codes and for drafts."""
        known = parse_storm_code(code)
        if known is None:
            return self._door.view(code)
        view = self._by_code.get(self._edition(), known, lambda: self._door.view(known))
        self._known([view])
        return view

    def of(self, idea: Idea) -> StormView | None:
        """The storm that an idea belongs to."""
        if idea.storm_id is None:
            return None
        view = self._by_id.get(self._edition(), idea.storm_id, lambda: self._door.of_idea(idea))
        self._known([view] if view else [])
        return view

    def _known(self, views: Sequence[StormView]) -> tuple[StormView, ...]:
        """Keeps what was read by one name under its others: to read a large storm takes a while."""
        for view in views:
            self._by_id.get(self._edition(), view.storm.id, lambda view=view: view)  # type: ignore[misc]
            self._by_code.get(self._edition(), view.storm.code, lambda view=view: view)  # type: ignore[misc]
        return tuple(views)

    def code_of(self, idea: Idea) -> str | None:
        view = self.of(idea)
        return view.storm.code if view else None

    def named(self, code: str) -> Storm | None:
        """The storm that a form was opened for; None when there is no such one."""
        try:
            return self.view(code).storm if code else None
        except NotFound:
            return None


def takes_me_too(view: StormView, idea_id: UUID) -> bool:
    """Whether "me too" can be said to this contribution now."""
    return not why_no_vote(view.storm, view.phase, can_be_chosen=idea_id in view.shortlist)
