"""What can be printed: the sheet of any page, said once for preview, printer, file and picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QWidget

from app.domain.notices import Design, PaperSize, Roll, SlipPaper

if TYPE_CHECKING:
    from ui.paper.document import Document
T = TypeVar("T")


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """What the owner chose for one sheet. `onto` is the paper that holds several of it, None = one to a
    sheet; `count` is how many of something (ballots, blank cards) are made. On a `roll` of a receipt printer
    there is neither size nor design."""

    size: PaperSize = PaperSize.A5
    design: Design = Design.PLAIN
    onto: PaperSize | None = None
    count: int = 1
    roll: Roll | None = None

    @property
    def paper(self) -> SlipPaper:
        return self.roll or self.size


@dataclass(frozen=True, kw_only=True, slots=True)
class Count:
    """The question how many are made: `title` asks it."""

    title: str
    usual: int
    most: int


@dataclass(frozen=True, kw_only=True, slots=True)
class SharePicture:
    """`name` is its shape in the words of the page ("Square"); `draw` gives a PNG file, off the
    GUI thread."""

    name: str
    draw: Callable[[Choice], bytes]


def _nothing(_choice: Choice) -> None:
    pass


@dataclass(frozen=True, kw_only=True, slots=True)
class Printable:
    """`title` heads the box and names the file; the print job has the title of the document that was made.

    `document` gives what is looked at; `make`, where it is another, what is really printed or saved: a sheet
    gets its number there, and only there, once it is wanted on paper. Both are called off the GUI thread, are
    given the Choice, and may raise AppError, which is told in the box.

    `sizes` and `designs` on offer: with fewer than two there is nothing to choose. `onto` are the papers that
    can hold several with cut marks. `usual` is what is chosen first, and then what is changed is not
    remembered for other sheets; without it her last size and design are. `is_slip`: it is handed over the
    counter, often from another printer, also on one of the `rolls`, and has a last paper of its own.
    `remark` is a sentence under the sheet: why it carries no code.

    `questions` makes what else is asked, above size and design, whenever the box opens; what it is given is
    to be called when something else was answered.

    `on_printed` comes on the GUI thread when the printer took every page, `on_saved` when the file is
    written, `on_given_up` when `make` was done and nothing came of it after all.
    """

    title: str
    document: Callable[[Choice], Document]
    make: Callable[[Choice], Document] | None = None
    sizes: tuple[PaperSize, ...] = tuple(PaperSize)
    designs: tuple[Design, ...] = tuple(Design)
    onto: tuple[PaperSize, ...] = ()
    usual: Choice | None = None
    count: Count | None = None
    questions: Callable[[Callable[[], None]], QWidget] | None = None
    is_slip: bool = False
    rolls: tuple[Roll, ...] = ()
    remark: str = ""
    pictures: tuple[SharePicture, ...] = ()
    on_printed: Callable[[Choice], None] = _nothing
    on_saved: Callable[[Choice], None] = _nothing
    on_given_up: Callable[[Choice], None] = _nothing

    def made(self, choice: Choice) -> Document:
        """What is printed or saved; off the GUI thread."""
        return (self.make or self.document)(choice)

    def first_choice(self, last: Choice) -> Choice:
        """What is chosen when the box opens, by her last size and design."""
        if self.usual is not None:
            return self.usual
        return Choice(
            size=_of(last.size, self.sizes),
            design=_of(last.design, self.designs),
            count=self.count.usual if self.count else 1,
            roll=last.roll if last.roll in self.rolls else None,
        )


def _of(wanted: T, offered: tuple[T, ...]) -> T:
    return wanted if wanted in offered or not offered else offered[0]
