"""Puts chosen ideas together and takes them apart; finds what may say the same; counts one more voice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.domain.ideas import Idea
from app.domain.inbox import InboxView
from app.domain.shop import Shop
from app.domain.voices import Voice
from ui.desk import wording
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.services.owner.done import Done
    from app.services.owner.merging import Comparison
    from app.services.owner.owner import Owner
    from ui.desk.merging.box import MergeBox
    from ui.desk.merging.voice_box import VoiceBox

NAMED_LETTERS = 60
LOOKED_AT = 12


class Merger(QObject):
    """`acted`: a verb changed something. `similar_found` carries an id and how many may say the same.

    `chosen` gives what a verb would be done to, `shop` the shop as it is now.
    """

    acted = Signal()
    similar_found = Signal(object, int)

    def __init__(
        self,
        *,
        tools: Tools,
        owner: Owner,
        window: QWidget,
        chosen: Callable[[], list[Idea]],
        shop: Callable[[], Shop],
    ) -> None:
        super().__init__(window)
        self._tools = tools
        self._owner = owner
        self._window = window
        self._chosen = chosen
        self._shop = shop
        self._box: MergeBox | None = None
        self._voice_box: VoiceBox | None = None
        self._about: Idea | None = None
        self._question = 0

    # Putting together

    def begin(self) -> None:
        """Side by side: the chosen ones, or the one that lies open with another that is chosen now."""
        ideas = self._chosen()
        if any(idea.merged_into is not None for idea in ideas):
            self._tools.messages.say(
                self._tools.words.tr("This idea is put together with another already. Take it apart first.")
            )
        elif ideas:
            self._about = ideas[0]
            self._open_box().begin(self._shop(), looking=len(ideas) == 1)
            if len(ideas) == 1:
                self._offer("")
            else:
                self._compare(ideas)

    def look_for_similar(self, idea: Idea) -> None:
        """Quietly, after an idea was opened."""
        if idea.merged_into is None:
            self._tools.background.run(
                lambda: len(self._owner.merging.similar(idea.id)),
                lambda count: self.similar_found.emit(idea.id, count),
                lambda _error: None,
            )

    def take_apart(self, idea_id: UUID) -> None:
        self._tools.background.run(
            lambda: self._owner.merging.unmerge([idea_id]),
            lambda done: self._tell(done, self._tools.words.tr("Taken apart. It stands alone again.")),
            self._warn,
        )

    def _offer(self, words: str) -> None:
        self._question += 1
        question, about = self._question, self._about
        if about is not None:
            self._tools.background.run(
                lambda: self._find(about, words),
                lambda found: self._show_found(question, found),
                self._refuse,
            )

    def _find(self, about: Idea, words: str) -> list[Idea]:
        """On the worker thread."""
        if not words:
            return self._owner.merging.similar(about.id)
        found = self._owner.inbox(InboxView.ALL, words=words, limit=LOOKED_AT).ideas
        return [idea for idea in found if idea.id != about.id and idea.merged_into is None]

    def _show_found(self, question: int, found: Sequence[Idea]) -> None:
        box = self._box
        if box is None or question != self._question:
            return
        looked_for = bool(box.candidates.search.text().strip())
        first = found[0] if found and not looked_for else None
        box.candidates.show_ideas(found, first)
        if first is not None and self._about is not None:
            self._compare([self._about, first])

    def _choose(self, other: Idea) -> None:
        if self._box is not None and self._about is not None:
            self._box.candidates.mark(other)
            self._compare([self._about, other])

    def _compare(self, ideas: Sequence[Idea]) -> None:
        ids = [idea.id for idea in ideas]
        self._tools.background.run(
            lambda: self._owner.merging.compare(ids), self._show_compared, self._refuse
        )

    def _show_compared(self, compared: Comparison) -> None:
        if self._box is not None:
            self._box.show_ideas(compared.ideas, compared.together)

    def _confirm(self, ideas: Sequence[Idea]) -> None:
        box, (kept, *others) = self._box, ideas
        if box is None:
            return
        seen = {idea.id: idea.edited_at for idea in ideas}
        self._tools.background.run(
            lambda: self._owner.merging.merge([idea.id for idea in others], kept.id, seen=seen),
            lambda done: self._tell_merged(done, kept),
            self._refuse,
            box.may_be_entered,
        )

    def _tell_merged(self, done: Done, kept: Idea) -> None:
        words = self._tools.words
        line = wording.beginning(kept, NAMED_LETTERS)
        self._tell(done, words.tr("Put together with “%(line)s”. Each person is counted once.", line=line))

    def _part(self, ideas: Sequence[Idea]) -> None:
        one, other = ideas
        self._tools.background.run(
            lambda: self._owner.merging.keep_apart(one.id, other.id),
            lambda done: self._tell(done, self._tools.words.tr("Not the same. You are not asked again.")),
            self._refuse,
        )

    # One more voice

    def begin_voice(self) -> None:
        ideas = self._chosen()
        if len(ideas) == 1:
            self._about = ideas[0]
            line = wording.beginning(ideas[0], NAMED_LETTERS)
            self._open_voice_box().begin(self._tools.words.tr("“%(line)s”", line=line))

    def take_voice_away(self, voice: Voice) -> None:
        self._tools.background.run(
            lambda: self._owner.voices.take_away(voice.id),
            lambda done: self._tell(done, self._tools.words.tr("This voice counts no more.")),
            self._warn,
        )

    def _count(self, name: str) -> None:
        box, about = self._voice_box, self._about
        if box is None or about is None:
            return
        channel = box.channels.channel
        self._tools.background.run(
            lambda: self._owner.voices.add(about.id, channel, name),
            self._tell_counted,
            lambda error: box.refuse(self._tools.words.error(error)),
            box.may_be_entered,
        )

    def _tell_counted(self, idea: Idea) -> None:
        if self._voice_box is not None:
            self._voice_box.taken()
        words = self._tools.words
        self._tools.messages.say(
            words.trn("Counted. %(count)s says me too.", "Counted. %(count)s say me too.", idea.votes)
        )
        self.acted.emit()

    # What both need

    def _tell(self, done: Done, said: str) -> None:
        if self._box is not None and self._box.isVisible():
            self._box.accept()
        if done.action is not None:
            self._tools.messages.say(said)
            self.acted.emit()

    def _warn(self, error: AppError) -> None:
        self._tools.messages.warn(self._tools.words.error(error))

    def _refuse(self, error: AppError) -> None:
        if self._box is not None:
            self._box.refuse(self._tools.words.error(error))

    def _open_box(self) -> MergeBox:
        if self._box is None:
            from ui.desk.merging.box import MergeBox

            self._box = MergeBox(self._tools, self._window)
            self._box.candidates.asked.connect(self._offer)
            self._box.candidates.chosen.connect(self._choose)
            self._box.confirmed.connect(self._confirm)
            self._box.parted.connect(self._part)
        return self._box

    def _open_voice_box(self) -> VoiceBox:
        if self._voice_box is None:
            from ui.desk.merging.voice_box import VoiceBox

            self._voice_box = VoiceBox(self._tools, self._window)
            self._voice_box.entered.connect(self._count)
        return self._voice_box
