"""Contributions that wait to be read, line by line, with the verbs and keys of the page of the day."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.ideas import Idea
from ui.desk import wording
from ui.desk.inbox.list_delegate import held_word
from ui.desk.today.items import KEYS, Group, Item, Kind, Verb
from ui.desk.today.lines import LineColumn
from ui.desk.today.verbs import DayVerbs
from ui.desk.tools import Tools
from ui.shared.keys import bind

if TYPE_CHECKING:
    from app.services.owner.owner import Owner


class WaitingBox(QWidget):
    """`acted` says that a verb was done, `refused` that what is shown is not what is there; `idea_requested`
    carries the id of an idea to read whole."""

    acted = Signal()
    refused = Signal()
    idea_requested = Signal(object)

    def __init__(self, tools: Tools, owner: Owner) -> None:
        super().__init__()
        self._tools = tools
        self.setObjectName("storm-waiting")
        self._verbs = DayVerbs(tools=tools, owner=owner)
        self.lines = LineColumn(tools)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        column.addWidget(self.lines)
        self._connect()

    def show_ideas(self, ideas: Sequence[Idea]) -> None:
        words = self._tools.words
        had_focus = self.isAncestorOf(self.window().focusWidget() or self.window())
        title = words.trn("%(count)s waits for you", "%(count)s wait for you", len(ideas))
        group = Group(kind=Kind.WAITING, title=title, items=[self._item(idea) for idea in ideas])
        self.lines.show_groups([group] if ideas else [], "")
        self.setVisible(bool(ideas))
        if had_focus and ideas:
            self.take_focus()

    def take_focus(self) -> None:
        if self.lines.current is not None:
            self.lines.current.setFocus(Qt.FocusReason.OtherFocusReason)

    def _item(self, idea: Idea) -> Item:
        words = self._tools.words
        first, second = (Verb.PUT_UP, Verb.ANSWER) if idea.held_for is None else (Verb.ANSWER, Verb.PUT_UP)
        way = words.tr(wording.CHANNEL_WORDS[idea.channel])
        return Item(
            kind=Kind.WAITING,
            idea=idea,
            text=idea.text,
            author=wording.author(idea, words),
            beside=way,
            way=way,
            verbs=(first, second, Verb.KEEP_PRIVATE, Verb.HIDE),
            care="" if idea.held_for is None else held_word(idea.held_for, words),
        )

    def _connect(self) -> None:
        self._verbs.acted.connect(self.acted)
        self._verbs.refused.connect(self.refused)
        self.lines.verb_requested.connect(self._do)
        keys = {verb: KEYS[verb] for verb in (Verb.PUT_UP, Verb.ANSWER, Verb.KEEP_PRIVATE, Verb.HIDE)}
        for verb, key in keys.items():
            bind(self, key, partial(self._strike, verb))
        bind(self, "Ctrl+A", self.lines.choose_all_to_put_up)
        bind(self, "Escape", self.lines.choose_none)
        for key in ("Return", "Enter"):
            bind(self, key, self._do_main)
        for key, step in (("Up", -1), ("Down", 1)):
            bind(self, key, partial(self._walk, step)).setAutoRepeat(True)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)

    def _strike(self, verb: Verb) -> None:
        chosen, line = self.lines.chosen, self.lines.current
        if chosen and verb is not Verb.ANSWER:
            self.lines.choose_none()
            self._do(chosen, verb)
        elif line is not None:
            self._do([line.item], verb)

    def _do(self, items: list[Item], verb: Verb) -> None:
        if verb is Verb.ANSWER:
            self.idea_requested.emit(items[0].idea.id)
        else:
            self._verbs.do(verb, items)

    def _do_main(self) -> None:
        if self.lines.current is not None:
            self.lines.current.main.click()

    def _walk(self, step: int) -> None:
        lines = self.lines.lines
        if self.lines.current in lines:
            place = lines.index(self.lines.current) + step
            lines[max(0, min(place, len(lines) - 1))].setFocus(Qt.FocusReason.TabFocusReason)

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        line = next((each for each in self.lines.lines if new is not None and _holds(each, new)), None)
        if line is not None:
            self.lines.make_current(line)


def _holds(around: QWidget, widget: QWidget) -> bool:
    return around is widget or around.isAncestorOf(widget)
