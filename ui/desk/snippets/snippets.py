"""The owner's sentences at the desk: chosen by a small list, changed in a box of their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.domain.snippets import SnippetKind
from ui.desk.tools import Tools
from ui.desk.undoing import Undoing

if TYPE_CHECKING:
    from app.domain.snippets import Snippet
    from app.services.owner.done import Done
    from app.services.owner.owner import Owner
    from app.services.owner.snippets import Shelf
    from ui.desk.snippets.chooser import SnippetChooser
    from ui.desk.snippets.editor import SnippetEditor


class SnippetDesk(QObject):
    """`acted` says that the list was changed. The two boxes are made when they are first wanted."""

    acted = Signal()

    def __init__(self, *, tools: Tools, owner: Owner, undoing: Undoing, over: QWidget) -> None:
        super().__init__(over)
        self._tools = tools
        self._owner = owner
        self._undoing = undoing
        self._over = over
        self._kind = SnippetKind.ANSWER
        self._on_chosen: Callable[[str], None] = _nowhere
        self._chooser: SnippetChooser | None = None
        self._editors: dict[SnippetKind, SnippetEditor] = {}
        undoing.done.connect(self._read_again)

    def choose(self, kind: SnippetKind, anchor: QWidget, on_chosen: Callable[[str], None]) -> None:
        """Let one of them be chosen beside `anchor`."""
        self._kind, self._on_chosen = kind, on_chosen
        shelf, owner = self._shelf(kind), self._owner
        self._tools.background.run(
            lambda: owner.snippets.of(shelf), lambda snippets: self._offer(anchor, snippets)
        )

    def edit(self, kind: SnippetKind) -> None:
        editor = self._editors.get(kind)
        if editor is None:
            editor = self._editors[kind] = self._make_editor(kind)
        self._show(kind)
        editor.open()
        editor.list.setFocus()

    def _offer(self, anchor: QWidget, snippets: list[Snippet]) -> None:
        if self._chooser is None:
            from ui.desk.snippets.chooser import SnippetChooser

            self._chooser = SnippetChooser(self._tools, self._over)
            self._chooser.chosen.connect(lambda snippet: self._on_chosen(snippet.text))
            self._chooser.editing_requested.connect(lambda: self.edit(self._kind))
        self._chooser.open_at(anchor, snippets)

    def _make_editor(self, kind: SnippetKind) -> SnippetEditor:
        from ui.desk.snippets.editor import SnippetEditor

        shelf, snippets = self._shelf(kind), self._owner.snippets
        editor = SnippetEditor(self._tools, kind, self._over.window())
        editor.kept.connect(lambda id, text: self._keep(kind, id, text))
        editor.moved.connect(lambda id, by: self._do(kind, lambda: snippets.move(shelf, id, by)))
        editor.taken_away.connect(lambda id: self._do(kind, lambda: snippets.take_away(shelf, id)))
        editor.undo_requested.connect(self._undoing.undo)
        editor.redo_requested.connect(self._undoing.redo)
        return editor

    def _keep(self, kind: SnippetKind, id: UUID | None, text: str) -> None:
        shelf, snippets = self._shelf(kind), self._owner.snippets
        if id is None:
            self._do(kind, lambda: snippets.add(shelf, text), keeps=True)
        else:
            self._do(kind, lambda: snippets.change(shelf, id, text), keeps=True)

    def _do(self, kind: SnippetKind, verb: Callable[[], Done], *, keeps: bool = False) -> None:
        editor = self._editors[kind]

        def done(_done: Done) -> None:
            if keeps:
                editor.written()
            self._show(kind)
            self.acted.emit()

        def refused(error: AppError) -> None:
            editor.refuse(error)

        self._tools.background.run(verb, done, refused)

    def _read_again(self) -> None:
        for kind, editor in self._editors.items():
            if editor.isVisible():
                self._show(kind)

    def _show(self, kind: SnippetKind) -> None:
        shelf, owner = self._shelf(kind), self._owner
        self._tools.background.run(lambda: owner.snippets.of(shelf), self._editors[kind].show_snippets)

    def _shelf(self, kind: SnippetKind) -> Shelf:
        from ui.desk.snippets.shelves import shelf_of

        return shelf_of(kind, self._tools.words)


def _nowhere(_text: str) -> None:
    """Nobody asked yet."""
