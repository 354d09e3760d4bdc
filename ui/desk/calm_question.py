"""What is asked before several ideas go up at once: some may hold what should not hang."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from app.domain.ideas import Idea, Visibility
from app.domain.private_parts import find_private, is_full_name
from ui.desk.tools import Tools

PutUp = Callable[[Sequence[Idea]], None]


def holds_private(idea: Idea) -> bool:
    """Whether what would hang seems to hold a number, an address or a full name."""
    return is_full_name(idea.name) or bool(find_private(idea.text))


class CalmQuestion(QObject):
    """Asks once before several ideas go up, and only where there is something to ask."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools

    def before(self, ideas: Sequence[Idea], go_on: PutUp) -> None:
        """`go_on` with all of them, or with those that hold nothing private. Whoever looks at one sees it."""
        coming = [idea for idea in ideas if idea.visibility is not Visibility.PUBLIC]
        if len(ideas) < 2 or not coming:
            go_on(ideas)
            return
        self._tools.background.run(
            lambda: [idea for idea in coming if holds_private(idea)],
            lambda held: self._ask(ideas, held, go_on) if held else go_on(ideas),
        )

    def _ask(self, ideas: Sequence[Idea], held: Sequence[Idea], go_on: PutUp) -> None:
        words = self._tools.words
        rest = [idea for idea in ideas if idea not in held]
        question = words.trn(
            "%(count)s of the %(all)s chosen ideas seems to hold a number, an address or a full name.",
            "%(count)s of the %(all)s chosen ideas seem to hold a number, an address or a full name.",
            len(held),
            all=len(ideas),
        )
        choices = [(words.tr("Put up all the same"), lambda: go_on(ideas))]
        if rest:
            choices.append((words.tr("Leave those out"), lambda: go_on(rest)))
        self._tools.messages.choose(question, choices)
