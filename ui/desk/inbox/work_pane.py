"""The middle of the inbox: the verbs, the idea as a note, the decision, the answer, what is around it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.dates import day_in_words
from app.domain.errors import AppError, InvalidInput
from app.domain.ideas import Idea, Status, Visibility
from ui.desk import wording
from ui.desk.inbox.answer_box import AnswerBox
from ui.desk.inbox.around import Around
from ui.desk.inbox.decision_box import DecisionBox
from ui.desk.inbox.drafts import Draft
from ui.desk.inbox.list_delegate import held_word
from ui.desk.inbox.note_view import NoteView
from ui.desk.inbox.own_notes import OwnNotes
from ui.desk.inbox.reply_line import ReplyLine
from ui.desk.inbox.wall_safe import PrivateLine
from ui.desk.merging.together import Together
from ui.desk.merging.wording import support_line
from ui.desk.tools import Tools
from ui.shared.buttons import UNDERLINED, VERB, WORD, Button
from ui.shared.empty_place import EmptyPlace
from ui.shared.labels import label
from ui.shared.large_text import direction_for
from ui.shared.scrolling import scrolling

if TYPE_CHECKING:
    from app.domain.shop import Shop
    from app.services.owner.reading import IdeaDetail

HEAD_HEIGHT = 64
PADDING = 28
SHOWN_OF_MANY = 12


class WorkPane(QWidget):
    """`draft_changed` comes when the person writes or decides; `many_considered` asks to say of all chosen
    ideas that they are thought about."""

    draft_changed = Signal()
    many_considered = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._shown: UUID | None = None
        self._build()
        tools.theme.changed.connect(self._fit)
        self._fit()

    @property
    def draft(self) -> Draft:
        """What is decided and written now."""
        return replace(self.decision.decided, text=self.answering.text, private=self.answering.is_private)

    def show_nothing(self, *, any_rows: bool) -> None:
        tr = self._tools.words.tr
        if any_rows:
            self._empty.say(tr("Choose an idea at the left."), tr("With the arrow keys, or with the mouse."))
        else:
            self._empty.say("", tr("Here you decide, and answer in two sentences."))
        self._stack.setCurrentWidget(self._empty)
        self._allow_verbs([])

    def show_loading(self) -> None:
        self._empty.say(self._tools.words.tr("One moment."), "")
        self._stack.setCurrentWidget(self._empty)

    def show_many(self, ideas: list[Idea]) -> None:
        """Several rows are chosen: each verb then means all of them."""
        words = self._tools.words
        lines = [f"{wording.author(idea, words)}: {_first_line(idea)}" for idea in ideas[:SHOWN_OF_MANY]]
        if len(ideas) > SHOWN_OF_MANY:
            lines.append(words.trn("and %(count)s more", "and %(count)s more", len(ideas) - SHOWN_OF_MANY))
        self._empty.say(
            words.trn("%(count)s idea is chosen.", "%(count)s ideas are chosen.", len(ideas)),
            "\n".join(lines),
            step=words.tr("Thinking about it (key 1)"),
        )
        self._stack.setCurrentWidget(self._empty)
        self._allow_verbs(ideas)

    def show_detail(self, detail: IdeaDetail, shop: Shop, draft: Draft) -> None:
        idea, words = detail.idea, self._tools.words
        came_on = shop.local_date(idea.created_at)
        self.note.show_idea(
            idea,
            day=day_in_words(came_on, words.language),
            place=detail.placement.label if detail.placement else "",
        )
        self._standing.setText(self._standing_of(detail))
        self._show_tags(detail)
        self.own_notes.show_notes(detail.notes, shop.timezone)
        self.private_line.show_idea(idea)
        self.reply_line.show_detail(detail)
        self.fill(draft, idea)
        self.around.show_detail(detail, shop.timezone)
        self._show_together(detail, shop)
        self._allow_verbs([idea])
        self._open_at_top(idea)

    def _open_at_top(self, idea: Idea) -> None:
        """Another idea begins with the customer's words, wherever the last one was left."""
        is_away = self._stack.currentWidget() is not self.scroll_area
        self._stack.setCurrentWidget(self.scroll_area)
        if is_away or idea.id != self._shown:
            self.scroll_area.verticalScrollBar().setValue(0)
        self._shown = idea.id

    def fill(self, draft: Draft, idea: Idea) -> None:
        self.decision.fill(draft, self._tools.clock.now().date())
        self.answering.fill(draft.text, draft.private, idea.own_name)

    def _tell_decision(self) -> None:
        self.answering.take_decision(self.decision.status, self.decision.reason.text())

    def begin_private(self) -> None:
        """Go on in the editor, for the author's eyes alone."""
        self.answering.private.setChecked(True)
        self.begin_answer()

    def begin_answer(self) -> None:
        self.answering.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.scroll_area.ensureWidgetVisible(self.answering)

    def show_error(self, error: AppError) -> bool:
        """At the field it means; False when it means none of ours."""
        if not isinstance(error, InvalidInput):
            return False
        sentence = self._tools.words.error(error)
        if error.field == "text":
            self.answering.show_error(sentence)
            self.answering.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.decision.show_error(error.field, sentence)
            field = self.decision.field(error.field) or self.decision.button(Status.CONSIDERING)
            field.setFocus()
        return True

    def show_refusal(self, sentence: str) -> None:
        """The answer as a whole was refused: under what is written, which stays."""
        self.answering.show_error(sentence)
        self.scroll_area.ensureWidgetVisible(self.answering)

    def _standing_of(self, detail: IdeaDetail) -> str:
        """One quiet line under the note: where it stands."""
        words, idea = self._tools.words, detail.idea
        parts = [words.tr(wording.VISIBILITY_WORDS[idea.visibility])]
        if idea.is_answered:
            parts.append(wording.stamp_word(idea, words, self._tools.clock.now().date()))
        else:
            parts.append(words.tr("promised by %(day)s", day=day_in_words(detail.due, words.language)))
        if idea.look_again_on is not None:
            day = day_in_words(idea.look_again_on, words.language)
            parts.append(words.tr("to look at again on %(day)s", day=day))
        if idea.held_for is not None:
            parts.append(held_word(idea.held_for, words))
        if idea.has_contact:
            parts.append(words.tr("left an address"))
        return " · ".join(parts)

    def show_similar(self, count: int) -> None:
        """How many others may say the same; nothing at all when none does."""
        words = self._tools.words
        self.similar.set_words(words.tr("Similar: %(count)s", count=count))
        self.similar.setVisible(count > 0)

    def _show_together(self, detail: IdeaDetail, shop: Shop) -> None:
        """What was put into another is answered there."""
        is_merged = detail.survivor is not None
        self._support.setText(support_line(detail, self._tools.words))
        self.show_similar(0)
        self.together.show_detail(detail, shop)
        for part in (self.decision, self.answering, self.voice):
            part.setVisible(not is_merged)

    def _show_tags(self, detail: IdeaDetail) -> None:
        """Quiet words; those that customers read too say so."""
        words = self._tools.words
        names = [
            words.tr("%(tag)s (customers see it)", tag=tag.name) if tag.public else tag.name
            for tag in detail.tags
        ]
        self._tags.setText(words.tr("Tags: %(tags)s", tags=wording.tags_in_words(names)))
        self._tags.setVisible(bool(names))

    def _allow_verbs(self, ideas: list[Idea]) -> None:
        can_go_up = any(idea.visibility is not Visibility.PUBLIC for idea in ideas)
        self.put_up.setEnabled(can_go_up)
        # What hangs on the board already needs no such verb, and its room is needed by the others.
        self.put_up.setVisible(can_go_up or not ideas)
        self.keep_private.setEnabled(any(idea.visibility is not Visibility.PRIVATE for idea in ideas))
        self.hide_ideas.setEnabled(any(idea.visibility is not Visibility.HIDDEN for idea in ideas))
        self.merge.setEnabled(bool(ideas) and all(idea.merged_into is None for idea in ideas))
        self.tag.setEnabled(bool(ideas))
        self.note_down.setEnabled(len(ideas) == 1)
        # Of many there is no own note; of one the sheet lies on the mat, with its own buttons.
        self.note_down.setVisible(len(ideas) < 2)
        self.print_many.setVisible(len(ideas) > 1)
        self.print_many.setEnabled(any(idea.response is not None and idea.is_public for idea in ideas))
        self._fit_verbs()

    def _build(self) -> None:
        tools, theme, tr = self._tools, self._tools.theme, self._tools.words.tr
        self._head = QWidget()
        # Its words give way to the room there is, and do not ask for more.
        self._head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(PADDING - 4, 0, PADDING - 4, 0)
        head.setSpacing(theme.px(8))
        self.put_up = Button(theme, tr("Put up"), role=VERB, icon="pin", key="A")
        self.keep_private = Button(theme, tr("Private"), role=VERB, icon="lock", key="P")
        self.hide_ideas = Button(theme, tr("Hide"), role=VERB, icon="hide", key="H")
        self.merge = Button(theme, tr("Merge"), role=VERB, icon="merge", key="M")
        self.tag = Button(theme, tr("Tag"), role=VERB, icon="tag", key="T")
        self.note_down = Button(theme, tr("Note"), role=VERB, icon="note", key="N")
        self.print_many = Button(theme, tr("Print notices"), role=VERB, icon="print", key="R")
        self.undo = Button(theme, tr("Undo"), role=VERB, icon="undo")
        self.redo = Button(theme, "", role=VERB, icon="redo")
        self.redo.setAccessibleName(tr("Redo"))
        self.show_sheet = Button(theme, tr("Sheet"), role=VERB, icon="wall", key="S")
        self.show_sheet.setCheckable(True)
        deciding = {
            "put-up": self.put_up,
            "keep-private": self.keep_private,
            "hide": self.hide_ideas,
            "merge": self.merge,
            "tag": self.tag,
            "note-down": self.note_down,
            "print-many": self.print_many,
        }
        named = deciding | {"show-sheet": self.show_sheet, "undo": self.undo, "redo": self.redo}
        self._verbs = buttons = tuple(named.values())
        for name, button in named.items():
            button.setObjectName(name)
        for button in buttons[:-2]:
            head.addWidget(button)
        head.addStretch()
        for button in buttons[-2:]:
            head.addWidget(button)
        self.note = NoteView(theme, tools.words)
        self._support = label("", "small", wrap=True)
        self._support.setObjectName("support")
        self.voice = Button(theme, tr("One more voice"), role=WORD, key="V")
        self.voice.setObjectName("one-more-voice")
        self.similar = Button(theme, "", role=UNDERLINED)
        self.similar.setObjectName("similar")
        self.similar.hide()
        support = self._support_row = QHBoxLayout()
        support.setSpacing(12)
        support.addWidget(self._support, 1)
        for button in (self.voice, self.similar):
            support.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        self.together = Together(tools)
        self._standing = label("", "small", wrap=True)
        self._tags = label("", "small", wrap=True)
        self._tags.setObjectName("idea-tags")
        self._tags.hide()
        self.own_notes = OwnNotes(tools)
        self.private_line = PrivateLine(tools)
        self.reply_line = ReplyLine(tools)
        self.decision = DecisionBox(tools)
        self.answering = AnswerBox(tools)
        self.around = Around(tools)
        self.erase = Button(theme, tr("Erase its author …"), role=UNDERLINED)
        self.erase.setObjectName("erase-author")
        content = QWidget()
        content.setProperty("role", "plain")
        column = QVBoxLayout(content)
        column.setContentsMargins(PADDING - 2, 0, PADDING - 2, 32)
        column.setSpacing(0)
        column.addWidget(self.note)
        column.addSpacing(4)
        column.addLayout(support)
        column.addWidget(self._standing)
        column.addWidget(self._tags)
        column.addWidget(self.own_notes)
        column.addWidget(self.private_line)
        column.addWidget(self.reply_line)
        column.addSpacing(24)
        column.addWidget(self.decision)
        column.addSpacing(20)
        column.addWidget(self.answering)
        column.addSpacing(24)
        column.addWidget(self.together)
        column.addSpacing(10)
        column.addWidget(self.around)
        column.addSpacing(24)
        column.addWidget(self.erase, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch()
        self.scroll_area = scrolling(content)
        self._empty = EmptyPlace(theme)
        self._empty.step.setObjectName("consider-many")
        self._empty.step.clicked.connect(self.many_considered)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.scroll_area)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        whole.addWidget(self._stack, 1)
        self.reply_line.private_requested.connect(self.begin_private)
        self.reply_line.answer_requested.connect(self.begin_answer)
        self.decision.changed.connect(self._tell_decision)
        self.decision.filled.connect(self._tell_decision)
        self.decision.changed.connect(self.draft_changed)
        self.answering.changed.connect(self.draft_changed)
        self.answering.private.toggled.connect(self.decision.refusal.take_privacy)
        self.answering.private.toggled.connect(lambda private: self.decision.proof.allow_photo(not private))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_verbs()

    def _fit_verbs(self) -> None:
        """Where the words have no room, icons and keys stand alone: first of what is known best or needed
        least, of what is done most only when nothing else helps."""
        shown = [verb for verb in self._verbs if not verb.isHidden()]
        room = self.width() - 2 * PADDING - self._tools.theme.px(8) * len(shown)
        keep_words = set(shown)
        for verb in (self.redo, self.undo, self.note_down, self.tag, self.merge):
            if self._width_of_verbs(shown, keep_words) > room:
                keep_words.discard(verb)
        if self._width_of_verbs(shown, keep_words) > room:
            keep_words.clear()
        for verb in shown:
            verb.set_compact(verb not in keep_words)

    def _width_of_verbs(self, shown: list[Button], with_words: set[Button]) -> int:
        return sum(verb.full_width if verb in with_words else verb.compact_width for verb in shown)

    def _fit(self) -> None:
        self._support_row.setDirection(direction_for(self._tools.theme))
        self._head.setFixedHeight(max(HEAD_HEIGHT, self._tools.theme.px(44)))


def _first_line(idea: Idea) -> str:
    line = idea.text.partition("\n")[0]
    return line if len(line) < 60 else f"{line[:60]}…"
