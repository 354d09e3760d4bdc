"""Notices as something to print: of one answered idea or of many, each with its number once it is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from app.domain.errors import AppError
from app.domain.notices import NoticeContent, PaperSize, PictureShape
from app.domain.text import on_one_line
from ui.desk.printing.fresh import FreshSheets
from ui.desk.printing.printable import Choice, Printable, SharePicture
from ui.desk.tools import Tools
from ui.shared.papers import shape_in_words

if TYPE_CHECKING:
    from app.services.owner.owner import Owner
    from ui.paper.document import Document

# A sheet takes some milliseconds, and nobody hangs more at once.
MOST_AT_ONCE = 200
TITLE_LETTERS = 48


class NoticePaper:
    """`address` is where the codes of the sheets lead. A sheet that was numbered and then not printed after
    all hangs nowhere: it counts as taken down."""

    def __init__(self, *, owner: Owner, tools: Tools) -> None:
        self._owner = owner
        self._tools = tools
        self._words = tools.words

    def of_one(
        self, idea_id: UUID, text: str, *, address: str, remark: str, on_ended: Callable[[], None]
    ) -> Printable:
        """`text` is the idea's, for the name of the file. `on_ended` comes once it may have a number."""
        title = self._words.tr("Notice “%(idea)s”", idea=on_one_line(text, TITLE_LETTERS))
        made = self._printable([idea_id], title, address, on_ended)
        pictures = [self._picture(idea_id, address, shape) for shape in PictureShape]
        return replace(made, remark=remark, pictures=tuple(pictures))

    def of_many(
        self, ids: Sequence[UUID], *, address: str, remark: str, on_ended: Callable[[], None]
    ) -> Printable:
        """All in one job, in this order; small ones may lie several on a sheet, to be cut."""
        title = self._words.trn("%(count)s notice", "%(count)s notices", len(ids))
        made = self._printable(ids, title, address, on_ended)
        return replace(made, remark=remark, onto=(PaperSize.A4, PaperSize.LETTER))

    def _printable(
        self, ids: Sequence[UUID], title: str, address: str, on_ended: Callable[[], None]
    ) -> Printable:
        fresh = FreshSheets(tools=self._tools, owner=self._owner)

        def look(choice: Choice) -> Document:
            shown = [self._owner.preview_notice(id, None, address=address) for id in ids]
            return self._document(shown, choice)

        def make(choice: Choice) -> Document:
            fresh.begin()
            try:
                numbered = [self._number(id, choice, address, fresh) for id in ids]
            except AppError:
                # None of them is printed, so those before it hang nowhere.
                fresh.forget()
                raise
            return self._document(numbered, choice)

        return Printable(
            title=title,
            document=look,
            make=make,
            on_printed=lambda _choice: on_ended(),
            on_saved=lambda _choice: on_ended(),
            on_given_up=lambda _choice: fresh.give_up(on_ended),
        )

    def _picture(self, idea_id: UUID, address: str, shape: PictureShape) -> SharePicture:
        def draw(choice: Choice) -> bytes:
            from ui.paper.share import share_picture

            content = self._owner.preview_notice(idea_id, None, address=address)
            return share_picture(content, shape, choice.design, self._words)

        return SharePicture(name=shape_in_words(shape, self._words), draw=draw)

    def _number(self, idea_id: UUID, choice: Choice, address: str, fresh: FreshSheets) -> NoticeContent:
        """On the worker thread."""
        size, design = choice.size, choice.design
        notice, content = self._owner.make_notice(idea_id, size, address=address, design=design)
        fresh.note(notice)
        return content

    def _document(self, contents: Sequence[NoticeContent], choice: Choice) -> Document:
        """Each on a sheet of its own where the paper to cut them from holds none."""
        from ui.paper.imposing import holds
        from ui.paper.notice import notice_document

        onto = choice.onto if choice.onto and holds(choice.onto, choice.size) else None
        return notice_document(contents, choice.size, choice.design, self._words, onto=onto)
