"""Whom a storm's end rests on: their notes in the order of the chain, their names, and what was counted."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from app.domain.conclusions import Conclusion
from app.domain.ideas import Idea
from app.domain.tallies import Tally
from app.domain.text import clean_line
from app.lists import listed
from app.storm_words import erased_credit, thin_words
from app.theme import LIGHT
from app.words import Words
from ui.paper.paragraph import isolated
from ui.paper.quoting import quoted
from ui.paper.storm_notes import Note, note_of
from ui.paper.storm_people import may_be_shown

QUOTED_LETTERS = 60
MOST_NAMED_LEADERS = 3


class Credits:
    """`conclusion` names contributions; of those that are not among `credited`, and of `erased` more, the
    words were taken back."""

    def __init__(
        self, conclusion: Conclusion | None, credited: Sequence[Idea], erased: int, words: Words
    ) -> None:
        self._ids = conclusion.rests_on if conclusion else ()
        self._erased = erased
        self._ideas = {idea.id: idea for idea in credited if may_be_shown(idea)}
        self._words = words

    @property
    def texts(self) -> list[str]:
        return [text for idea in self._ideas.values() for text in (idea.text, idea.name)]

    def notes(self, tally: Tally | None) -> list[Note]:
        named = [self._note(idea_id, tally) for idea_id in self._ids]
        return [*named, *([self._taken_back()] * self._erased)]

    def _note(self, idea_id: UUID, tally: Tally | None) -> Note:
        words, idea = self._words, self._ideas.get(idea_id)
        if idea is None:
            return self._taken_back()
        # A word that joins it to nothing on the sheet would only puzzle.
        link = idea.link if idea.builds_on in self._ids else None
        return note_of(idea, link, words, _chosen(idea_id, tally, words))

    def _taken_back(self) -> Note:
        return Note(erased_credit(self._words), LIGHT.wall)

    def thanks(self) -> str:
        """Everybody by name once, guests by their number; empty when it rests on nobody."""
        words = self._words
        found = [self._ideas.get(idea_id) for idea_id in self._ids]
        named = [isolated(clean_line(idea.name)) for idea in found if idea and clean_line(idea.name)]
        guests = len(found) - len(named) + self._erased
        people = list(dict.fromkeys(named))
        if guests:
            people.append(words.trn("a guest", "%(count)s guests", guests))
        # For translators: names, and guests without one: Ben, Priya and 2 guests.
        return words.tr("Thank you, %(people)s.", people=listed(people, words.language)) if people else ""


def _chosen(idea_id: UUID, tally: Tally | None, words: Words) -> str:
    if tally is None or not (total := tally.of(idea_id).total):
        return ""
    # For translators: %(count)s of the %(people)s people who chose at all.
    return words.tr("Chosen by %(count)s of %(people)s", count=total, people=tally.choosers)


def count_in_words(tally: Tally | None, ideas: Sequence[Idea], credited: Sequence[UUID], words: Words) -> str:
    """What was chosen how often, plainly.

    Empty when nothing was to be chosen, or when the note of the winner, which is `credited`, says it.
    """
    if tally is None:
        return ""
    if not tally.choosers or not tally.leaders:
        return words.tr("Nobody chose.")
    says_itself = not tally.is_tie and tally.leaders[0] in credited
    sentences = [] if says_itself else [_leaders(tally, ideas, words)]
    if tally.is_thin:
        sentences.append(thin_words(tally, words))
    return " ".join(sentences)


def _leaders(tally: Tally, ideas: Sequence[Idea], words: Words) -> str:
    texts = {idea.id: idea.text for idea in ideas if may_be_shown(idea)}
    quotes = [
        isolated(quoted(texts[idea_id], QUOTED_LETTERS, words))
        for idea_id in tally.leaders
        if idea_id in texts
    ]
    count, people = tally.counts[0].total, tally.choosers
    if not tally.is_tie:
        if not quotes:
            return words.tr("What was chosen most: by %(count)s of %(people)s.", count=count, people=people)
        return words.tr(
            "Chosen most: %(idea)s, by %(count)s of %(people)s.", idea=quotes[0], count=count, people=people
        )
    if not 1 < len(quotes) == len(tally.leaders) <= MOST_NAMED_LEADERS:
        return words.tr(
            "A tie: %(leaders)s ideas were each chosen by %(count)s of %(people)s.",
            leaders=len(tally.leaders),
            count=count,
            people=people,
        )
    return words.tr(
        "A tie: %(ideas)s were each chosen by %(count)s of %(people)s.",
        ideas=listed(quotes, words.language),
        count=count,
        people=people,
    )
