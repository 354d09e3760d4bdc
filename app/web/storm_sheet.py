"""What a storm's page shows in each phase, made ready so that templates only place it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from app.domain.chains import Chain, chains, linked, to_build_on
from app.domain.ideas import Idea
from app.domain.ids import parse_id
from app.domain.shop import Moderation
from app.domain.storm_views import StormView
from app.domain.storms import Phase
from app.storm_words import chosen_words, erased_credit, first_invitation, gathered_words, invitation
from app.web.drawings import Drawings
from app.web.idea_pages import Sent
from app.web.notes import Note, paper_of
from app.web.shown_chains import ChainPage, page_of_chains, whole_chain
from app.web.site import Site
from app.web.storm_words import StormTeller
from app.words import Words

LARGEST_PLACE = 10_000


@dataclass(frozen=True, slots=True)
class Option:
    """A contribution that can or could be chosen. `told` says how often it was; empty while it is its note's
    button that tells."""

    note: Note
    told: str
    leads: bool


class StormSheet:
    """`shown` are the ideas whose notes stand on it, once the values were asked for."""

    def __init__(self, site: Site, drawings: Drawings, view: StormView, words: Words) -> None:
        self._site = site
        self._drawings = drawings
        self._view = view
        self._words = words
        self._teller = StormTeller(site.shop(), words, site.clock.now())
        self._found: list[Chain] = chains(view.public)
        self.shown: list[UUID] = []

    def values(self, asked: Mapping[str, str], at: str) -> dict[str, Any]:
        """`asked` is what the address says: how far to read on, or one chain to be read whole."""
        view, words = self._view, self._words
        reads_on = "from" in asked or "chain" in asked
        page = f"{at}/s/{view.storm.code}"
        values = {
            "storm": view.storm,
            "phase": str(view.phase),
            "page": page,
            "here": page,
            "head": self._teller.head(view),
            "told": self._teller.refusal(view) if asked.get("told") == "vote" else "",
            "gathered": gathered_words(len(view.public), linked(self._found), words),
            "sealed": self._teller.sealed(view),
            "counted": self._teller.counted(view),
            "ending_said": self._teller.ending(view),
            "credits": [self._drawings.note(idea, words) for idea in view.credited],
            "erased": [erased_credit(words)] * view.erased_credits,
            "reads_on": reads_on,
            "options": [] if reads_on else self._options(),
            **self._invitation(),
        }
        return {**values, "chains": self._chains(asked, reads_on=reads_on), **self._form()}

    def _options(self) -> list[Option]:
        """The shortlist while it can be chosen from; then what was chosen at all, the most first."""
        view = self._view
        if view.phase is Phase.CHOOSING:
            return [
                Option(self._note(idea), self._by_ballot(idea), leads=False) for idea in view.chosen_among
            ]
        if view.phase is not Phase.CLOSED or view.tally is None:
            return []
        by_id = {idea.id: idea for idea in view.public}
        return [
            Option(
                self._drawings.note(by_id[count.idea_id], self._words),
                chosen_words(count.total, self._words),
                leads=count.idea_id in view.tally.leaders,
            )
            for count in view.tally.counts
            if count.total and count.idea_id in by_id
        ]

    def _by_ballot(self, idea: Idea) -> str:
        tally = self._view.tally
        count = tally.of(idea.id).ballots if tally else 0
        return self._words.trn("and %(count)s ballot", "and %(count)s ballots", count) if count else ""

    def _invitation(self) -> dict[str, Any]:
        """Whom the next customer is invited to build on, with what was said."""
        if self._view.phase is not Phase.GATHERING:
            return {"invited": None, "invitation": ""}
        idea = to_build_on(self._found)
        if idea is None:
            return {"invited": None, "invitation": first_invitation(self._words)}
        invited = self._drawings.note(idea, self._words)
        return {"invited": invited, "invitation": invitation(idea.name, self._words)}

    def _chains(self, asked: Mapping[str, str], *, reads_on: bool) -> ChainPage:
        """While there is something to choose, the chains are one tap away: nothing stands there twice."""
        view = self._view
        chain = parse_id(asked.get("chain", ""))
        if chain is not None:
            return whole_chain(self._found, chain, self._note)
        if view.phase is Phase.CHOOSING and not reads_on:
            return ChainPage(())
        return page_of_chains(self._found, _place(asked.get("from", "")), self._note)

    def _form(self) -> dict[str, Any]:
        """A form for this storm, as /new has it; it stands there while ideas are gathered."""
        token = self._site.tokens.for_form(self._site.clock.now())
        return {
            "sent": Sent(storm=self._view.storm.code),
            "notice": "",
            "wrong": {},
            "token": token,
            "paper_number": paper_of(token[:32]),
            "placement": "",
            "parent": None,
            "waits": self._site.shop().moderation is Moderation.ALL_WAIT,
            "focused": False,
        }

    def _note(self, idea: Idea) -> Note:
        self.shown.append(idea.id)
        return self._drawings.note(idea, self._words)


def _place(typed: str) -> int:
    """How many chains to pass over; what is no such number passes over none."""
    place = int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= 6 else 0
    return min(place, LARGEST_PLACE)
