"""Before the desk closes: answers that were begun are kept, and what else was begun is asked about."""

from __future__ import annotations

from ui.desk.pages import Pages
from ui.desk.printing.printing import Printing
from ui.desk.staff_entry import StaffEntry
from ui.desk.tools import Tools
from ui.desk.window import MainWindow


class ClosingQuestion:
    """Asks at most once a closing; the other answer leaves everything as it is."""

    def __init__(
        self,
        *,
        tools: Tools,
        window: MainWindow,
        pages: Pages,
        staff_entry: StaffEntry,
        printing: Printing,
    ) -> None:
        self._tools = tools
        self._window = window
        self._pages = pages
        self._staff_entry = staff_entry
        self._printing = printing
        self._leaves_unsaid = False
        window.ask_before_closing(self._may_close)

    def _may_close(self) -> bool:
        self._pages.keep_drafts()
        question = "" if self._leaves_unsaid else self._what_would_be_lost()
        if question:
            self._tools.messages.ask(question, self._tools.words.tr("Close"), self._close_all_the_same)
        return not question

    def _what_would_be_lost(self) -> str:
        words, shop = self._tools.words, self._pages.shop
        if shop is not None and shop.is_edited:
            return words.tr("What you changed on Your shop is not saved. Close all the same?")
        if self._staff_entry.is_begun:
            return words.tr("What someone said is typed and not written down. Close all the same?")
        if self._pages.storms is not None and self._pages.storms.is_begun:
            return words.tr("What you wrote for a storm is not kept. Close all the same?")
        if self._printing.is_busy:
            return words.tr("A sheet is still on its way to the printer. Close all the same?")
        return ""

    def _close_all_the_same(self) -> None:
        self._leaves_unsaid = True
        self._window.close()
