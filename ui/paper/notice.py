"""The notice: what a customer said, large, and what the shop says to it, on one sheet if that can be read.

One layout serves the PDF and the live preview, in three designs. Long texts are set smaller within limits,
then go on on another sheet, and each sheet but the last says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.domain.errors import InvalidInput
from app.domain.notices import Design, NoticeContent, PaperSize
from app.domain.translation import mark
from app.words import Words as Catalogue
from ui.paper.document import Document
from ui.paper.foot import Foot, notice_facts, notice_number
from ui.paper.imposing import holds, several_up
from ui.paper.notice_hands import hand_of
from ui.paper.notice_measures import notice_measures
from ui.paper.notice_parts import Form
from ui.paper.notice_search import best_attempt
from ui.paper.notice_steps import steps_of
from ui.paper.sheets import Picture, Sheet, Thing, Turned

# A longer title names the first and the last.
MOST_NAMED = 6


def notice_document(
    contents: Sequence[NoticeContent],
    size: PaperSize,
    design: Design,
    words: Catalogue,
    *,
    onto: PaperSize | None = None,
    copies: int = 1,
) -> Document:
    """Several notices, at least one, one after the other, each so often; on paper of the size `onto` as many
    as it holds, with marks to cut them.

    Raises as `check_paper`.
    """
    paper = onto or size
    check_paper(size, paper)
    return Document(
        title=", ".join((_numbers(contents, words), contents[0].shop_name)),
        author=contents[0].shop_name,
        language=contents[0].language,
        texts=tuple(text for content in contents for text in content.texts),
        lay_out=lambda: several_up(_each(contents, size, design, words, copies), paper),
    )


def check_paper(size: PaperSize, paper: PaperSize) -> None:
    """Raises InvalidInput on field `onto` when `paper` is smaller than a notice of this size."""
    if not holds(paper, size):
        raise InvalidInput("onto", mark("%(size)s does not fit on %(paper)s."), size=size, paper=paper)


def _each(
    contents: Sequence[NoticeContent], size: PaperSize, design: Design, words: Catalogue, copies: int
) -> list[Sheet]:
    """The first sheet of a notice is found under its number."""
    found: list[Sheet] = []
    for content in contents:
        first, *others = notice_sheets(content, size, words, design)
        found += [replace(first, names=(notice_number(content, words),)), *others]
        found += [first, *others] * (copies - 1)
    return found


def _numbers(contents: Sequence[NoticeContent], words: Catalogue) -> str:
    numbers = [notice_number(content, words) for content in contents]
    return ", ".join(numbers) if len(numbers) <= MOST_NAMED else f"{numbers[0]} … {numbers[-1]}"


def draw_notice(
    content: NoticeContent, size: PaperSize, words: Catalogue, design: Design = Design.PLAIN
) -> bytes:
    """The notice as a PDF; the same content gives the same bytes."""
    return notice_document([content], size, design, words).pdf()


def notice_sheets(
    content: NoticeContent, size: PaperSize, words: Catalogue, design: Design = Design.PLAIN
) -> tuple[Sheet, ...]:
    """The notice laid out: one sheet, or as few as hold it. They belong to the thread that made them.

    Raises InvalidInput when no QR code is large enough for the address.
    """
    form = Form(
        measures=notice_measures(size, design),
        foot=lambda page, measures: Foot(notice_facts(content, words), measures, page, words),
    )
    return best_attempt(hand_of(design, content, form, words), steps_of(size, design)).draw()


def shows_photo(content: NoticeContent, sheets: Sequence[Sheet]) -> bool:
    """Whether the photo found room on one of the notice's sheets."""
    things = [thing for sheet in sheets for thing in _all_of(sheet.things)]
    return any(isinstance(thing, Picture) and thing.file is content.photo for thing in things)


def _all_of(things: Sequence[Thing]) -> Iterator[Thing]:
    for thing in things:
        yield thing
        if isinstance(thing, Turned):
            yield from _all_of(thing.things)
