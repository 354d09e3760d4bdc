"""The desk's one way to paper: look at a sheet first, print it, save it, open it elsewhere, share it.

Paper, the box and the printer are imported when they are first wanted.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.domain.notices import Design, PaperSize, Roll, slip_paper
from ui.desk.files import file_name, saved_sentence, write_file
from ui.desk.paperwork import SendToPrinter
from ui.desk.preferences import Preferences
from ui.desk.printing.printable import Choice, Printable, SharePicture
from ui.desk.printing.viewing import Viewer
from ui.desk.tools import Tools
from ui.desk.window import MainWindow
from ui.desk.wording import letters_in_words
from ui.shared.background import Background
from ui.shared.papers import paper_in_words

if TYPE_CHECKING:
    from ui.desk.printing.box import PrintBox
    from ui.desk.printing.easel import Glance
    from ui.desk.printing.press import Press
    from ui.desk.printing.proposal import Chosen


class Printing(QObject):
    """`choice_changed` carries a Choice that was made in the box and is remembered; `slip_paper_changed` says
    that one was for what is handed over the counter, `printed` that the printer took every page of a
    Printable. `send_to_printer` takes the place of the system's dialog and printer, in tests."""

    busy_changed = Signal()
    choice_changed = Signal(object)
    slip_paper_changed = Signal()
    printed = Signal()

    def __init__(
        self,
        *,
        tools: Tools,
        window: MainWindow,
        preferences: Preferences,
        make_thread: Callable[[], Background],
        viewer: Viewer | None,
        send_to_printer: SendToPrinter | None = None,
    ) -> None:
        super().__init__(window)
        self._tools = tools
        self._window = window
        self._preferences = preferences
        self._make_thread = make_thread
        self._viewer = viewer
        self._send_instead = send_to_printer
        self._press: Press | None = None
        self._box: PrintBox | None = None
        self._shown: Printable | None = None
        self._is_looking = False

    @property
    def is_busy(self) -> bool:
        """Whether something is on its way to a printer."""
        return self._press is not None and self._press.is_busy

    @property
    def box(self) -> PrintBox | None:
        """The box, once something was looked at."""
        return self._box

    def close(self) -> None:
        """The window goes: what prints ends with its page, and what was only to be looked at goes, too."""
        if self._press is not None:
            self._press.close()
        if self._viewer is not None:
            self._viewer.sweep()

    def sweep(self) -> None:
        """Files that another program was to look at."""
        if self._viewer is not None:
            self._tools.background.run(self._viewer.sweep)

    @property
    def last_choice(self) -> Choice:
        """Her last size and design."""
        settings = self._preferences.settings
        return Choice(size=PaperSize(settings.paper_size), design=Design(settings.paper_design))

    @property
    def last_slip_choice(self) -> Choice:
        """Her last paper and design of what is handed over the counter."""
        settings = self._preferences.settings
        paper, design = slip_paper(settings.slip_paper), Design(settings.slip_design)
        return (
            Choice(roll=paper, design=design)
            if isinstance(paper, Roll)
            else Choice(size=paper, design=design)
        )

    @property
    def slip_paper_in_words(self) -> str:
        """What cards and slips come on now."""
        last = self.last_slip_choice
        return paper_in_words(last.paper, last.design, self._tools.words)

    def remember(self, choice: Choice) -> None:
        """The next sheet begins with its size and design."""
        self._preferences.choose_paper(choice.size.value, choice.design.value)

    def first_choice(self, printable: Printable) -> Choice:
        """What a sheet begins with."""
        return printable.first_choice(self.last_slip_choice if printable.is_slip else self.last_choice)

    def begin(self, printable: Printable) -> None:
        """Look at it first, in the box over the window."""
        if self._box is None:
            self._box = self._make_box()
        self._shown = printable
        self._box.begin_for(printable, self.first_choice(printable))

    def print_now(self, printable: Printable, choice: Choice | None = None) -> None:
        """Straight to the system's dialog. Letters that would be missing are asked about first."""
        wanted = choice or self.first_choice(printable)

        def ask(glance: Glance) -> None:
            self._ask_about_gaps(
                glance, self._tools.words.tr("Print with gaps"), lambda: self.print(printable, wanted, glance)
            )

        self._look(printable, wanted, ask)

    def save_now(self, printable: Printable, choice: Choice | None = None) -> None:
        """Straight to the question where. Letters that would be missing are asked about first."""
        wanted = choice or self.first_choice(printable)

        def ask(glance: Glance) -> None:
            self._ask_about_gaps(
                glance, self._tools.words.tr("Save with gaps"), lambda: self.save(printable, wanted)
            )

        self._look(printable, wanted, ask)

    def print(self, printable: Printable, choice: Choice, glance: Glance) -> None:
        """Ask for a printer, then make it and send it. `glance` is what was looked at."""
        if self._send_instead is not None:
            self._leave_box(printable)
            self._make(printable, choice, partial(self._send_made, self._send_instead, printable, choice))
            return
        from ui.desk.printing.proposal import Proposal, ask_which_printer

        proposal = Proposal(
            title=printable.title,
            sizes=glance.sizes,
            has_all_pages=printable.count is None,
            is_booklet=glance.is_booklet,
        )
        ask_which_printer(
            self._tools, self._front, proposal, partial(self._make_for, printable, choice), _nothing
        )

    def save(self, printable: Printable, choice: Choice) -> None:
        """Ask where, then make it and write it. The file that was there stays until the new one is whole."""
        words = self._tools.words

        def made(path: Path, document_pdf: bytes) -> None:
            self._tools.background.run(
                lambda: write_file(path, document_pdf),
                lambda _size: saved(path),
                lambda error: refused(error),
                lambda: printable.on_given_up(choice),
            )

        def saved(path: Path) -> None:
            self._leave_box(printable)
            self._tools.messages.say(saved_sentence(path, words))
            printable.on_saved(choice)

        def refused(error: AppError) -> None:
            self._tell(error)
            printable.on_given_up(choice)

        self._tools.messages.ask_where_to_save(
            file_name(printable.title, "pdf"),
            words.tr("PDF (*.pdf)"),
            lambda path: self._make(printable, choice, partial(made, path)),
        )

    def view(self, printable: Printable, choice: Choice) -> None:
        """In the program of this computer that shows such files. It is looked at, not made: no number."""
        viewer = self._viewer
        if viewer is not None:
            self._tools.background.run(
                lambda: viewer.keep(printable.title, printable.document(choice)),
                partial(self._show_in, viewer),
                self._tell,
            )

    def share(self, picture: SharePicture, choice: Choice, title: str) -> None:
        """Ask where, then draw the picture and write it."""
        words = self._tools.words

        def write(path: Path) -> None:
            self._tools.background.run(
                lambda: write_file(path, picture.draw(choice)),
                lambda _size: self._say(saved_sentence(path, words)),
                self._tell,
            )

        name = file_name(f"{title} {picture.name}", "png")
        self._tools.messages.ask_where_to_save(name, words.tr("Picture (*.png)"), write)

    def send(
        self, pdf: bytes, on_sent: Callable[[], None], on_given_up: Callable[[], None] = lambda: None
    ) -> None:
        """What is made already: ask for a printer and print it."""
        if self._send_instead is not None:
            self._send_instead(pdf, on_sent, on_given_up)
            return
        from ui.desk.printing.proposal import Proposal, ask_which_printer
        from ui.paper.printing import document_title, page_sizes

        proposal = Proposal(title=document_title(pdf), sizes=page_sizes(pdf))
        ask_which_printer(
            self._tools,
            self._front,
            proposal,
            lambda chosen: self._print_made(proposal.title, pdf, chosen, on_sent, on_given_up),
            on_given_up,
        )

    # Making

    def _look(self, printable: Printable, choice: Choice, then: Callable[[Glance], None]) -> None:
        """Asked for once more before the first question stands, it is one wish."""
        if self._is_looking:
            return
        self._is_looking = True

        def work() -> Glance:
            from ui.desk.printing.easel import glance_at

            return glance_at(printable.document(choice))

        def looked(glance: Glance) -> None:
            self._is_looking = False
            then(glance)

        def refused(error: AppError) -> None:
            self._is_looking = False
            self._tell(error)

        self._tools.background.run(work, looked, refused, self._stop_looking)

    def _stop_looking(self) -> None:
        self._is_looking = False

    def _make(self, printable: Printable, choice: Choice, hand_over: Callable[[bytes], None]) -> None:
        """Now it is wanted on paper. What has its number and cannot be drawn after all is given up."""
        is_made = False

        def work() -> bytes:
            nonlocal is_made
            document = printable.made(choice)
            is_made = True
            return document.pdf()

        def give_up() -> None:
            if is_made:
                printable.on_given_up(choice)

        def refused(error: AppError) -> None:
            self._tell(error)
            give_up()

        self._tools.background.run(work, hand_over, refused, give_up)

    def _make_for(self, printable: Printable, choice: Choice, chosen: Chosen) -> None:
        self._leave_box(printable)
        self._make(printable, choice, partial(self._print_chosen, printable, choice, chosen))

    def _print_chosen(self, printable: Printable, choice: Choice, chosen: Chosen, pdf: bytes) -> None:
        from ui.paper.printing import document_title

        self._print_made(
            document_title(pdf) or printable.title,
            pdf,
            chosen,
            lambda: self._tell_printed(printable, choice),
            lambda: printable.on_given_up(choice),
        )

    def _send_made(self, send: SendToPrinter, printable: Printable, choice: Choice, pdf: bytes) -> None:
        send(pdf, lambda: self._tell_printed(printable, choice), lambda: printable.on_given_up(choice))

    def _tell_printed(self, printable: Printable, choice: Choice) -> None:
        printable.on_printed(choice)
        self.printed.emit()

    def _print_made(
        self,
        title: str,
        pdf: bytes,
        chosen: Chosen,
        on_sent: Callable[[], None],
        on_given_up: Callable[[], None],
    ) -> None:
        from ui.desk.printing.press import Job

        # With its number, as the printer's queue shows it.
        chosen.printer.setDocName(title)
        self._need_press().print(
            Job(title=title, pdf=pdf, chosen=chosen, on_sent=on_sent, on_given_up=on_given_up)
        )

    def _need_press(self) -> Press:
        if self._press is None:
            from ui.desk.printing.press import Press
            from ui.desk.printing.strip import PrintingStrip

            press, strip = Press(self._tools, self._make_thread), PrintingStrip(self._tools)
            self._window.add_foot(strip)
            press.begun.connect(strip.begin)
            press.page_begun.connect(strip.show_page)
            press.rests.connect(strip.hide)
            press.begun.connect(self.busy_changed)
            press.rests.connect(self.busy_changed)
            strip.stop_requested.connect(press.stop)
            self._press = press
        return self._press

    def _make_box(self) -> PrintBox:
        from ui.desk.printing.box import PrintBox

        box = PrintBox(self._tools, self._window, can_view=self._viewer is not None)
        box.print_requested.connect(self.print)
        box.save_requested.connect(self.save)
        box.view_requested.connect(self.view)
        box.share_requested.connect(self.share)
        box.choice_changed.connect(self._remember)
        return box

    def _remember(self, choice: Choice) -> None:
        if self._shown is not None and self._shown.is_slip:
            self._preferences.choose_slip_paper(choice.paper.value, choice.design.value)
            self.slip_paper_changed.emit()
            return
        self.remember(choice)
        self.choice_changed.emit(choice)

    def _ask_about_gaps(self, glance: Glance, go_on: str, then: Callable[[], None]) -> None:
        if not glance.missing:
            then()
            return
        question = self._tools.words.tr(
            "No font on this computer has %(letters)s. A gap will be printed there. Go on?",
            letters=letters_in_words(glance.missing),
        )
        self._tools.messages.ask(question, go_on, then)

    def _show_in(self, viewer: Viewer, path: Path) -> None:
        if not viewer.open(path):
            self._tools.messages.warn(
                self._tools.words.tr(
                    "No program on this computer shows PDF files. Save it as PDF, and look at it elsewhere."
                )
            )

    @property
    def _front(self) -> QWidget:
        """What lies in front: other boxes come over it."""
        return self._box if self._box is not None and self._box.isVisible() else self._window

    def _leave_box(self, printable: Printable) -> None:
        """Another sheet that is looked at meanwhile stays."""
        if self._box is not None and self._shown is printable:
            self._box.accept()

    def _say(self, sentence: str) -> None:
        if self._box is not None and self._box.isVisible():
            self._box.say(sentence)
        else:
            self._tools.messages.say(sentence)

    def _tell(self, error: AppError) -> None:
        if self._box is not None and self._box.isVisible():
            self._box.refused(error)
        else:
            self._tools.messages.warn(self._tools.words.error(error))


def _nothing() -> None:
    pass
