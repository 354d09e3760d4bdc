"""The Wi-Fi card: one code to join the shop's Wi-Fi, one for the form, for phones without mobile data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app import qr
from app.domain.code_sheets import CodeKind
from app.domain.notices import Design, PaperSize
from app.domain.wifi import WifiNetwork
from app.theme import LIGHT
from app.words import Words as Catalogue
from ui.paper.design import BLOCK_MARGIN, NOTE_TURN, Dress, dress
from ui.paper.document import Document
from ui.paper.imposing import several_up
from ui.paper.page import WHITE, Align, Header, Page, PageMeasures, page_measures
from ui.paper.paragraph import Span, Style
from ui.paper.place_content import PlaceContent, asked, opens, titled
from ui.paper.retelling import told_again
from ui.paper.setting import Block
from ui.paper.sheets import Fill, Role, Sheet, Thing, Turned, rectangle, sheet_size

# Four cards on the larger papers, one on the others: the measures of a card, and how many across and down.
CARD = {
    PaperSize.A4: (PaperSize.A6, 2),
    PaperSize.LETTER: (PaperSize.A6, 2),
    PaperSize.A5: (PaperSize.A5, 1),
    PaperSize.HALF_LETTER: (PaperSize.HALF_LETTER, 1),
    PaperSize.A6: (PaperSize.A6, 1),
}
# By the width of the card: its sides and each code. By its height: each code at most, and the upper part.
SIDE, CODE, CODE_OF_HEIGHT, UPPER = 0.105, 0.325, 0.232, 0.36
SMALLEST = 0.5


@dataclass(frozen=True, slots=True)
class _Step:
    """One of the two: its number, what to do, and what to do without a camera."""

    number: str
    title: str
    lines: tuple[tuple[str, str], ...]
    opened: str
    alternative: str


def wifi_cards(
    content: PlaceContent,
    network: WifiNetwork,
    size: PaperSize,
    words: Catalogue,
    design: Design = Design.PLAIN,
) -> Document:
    """Four on A4 and Letter. Raises InvalidInput on field `address` when there is none, or when no code is
    large enough for it."""
    content.check_address()
    return Document(
        title=titled(CodeKind.WIFI, content, words),
        language=content.language,
        texts=(*content.texts, network.name),
        author=content.shop_name,
        lay_out=lambda: _sheets(content, network, size, words, design),
    )


def _sheets(
    content: PlaceContent, network: WifiNetwork, size: PaperSize, words: Catalogue, design: Design
) -> list[Sheet]:
    like, across = CARD[size]
    width, height = sheet_size(size)
    box = (width / across, height / across)
    steps, worn = _steps(content, network, words), dress(design, content.colour)
    face = _Card(content, steps, _card_measures(like, box), box, worn, words).things()
    cards = [Sheet(*box, told_again(face, is_copy=number > 0)) for number in range(across * across)]
    return several_up(cards, size)


def _card_measures(like: PaperSize, box: tuple[float, float]) -> PageMeasures:
    side = box[0] * SIDE
    measures = page_measures(like)
    return replace(
        measures,
        leading=side,
        trailing=side,
        top=side * 0.95,
        bottom=side * 0.95,
        code=min(box[0] * CODE, box[1] * CODE_OF_HEIGHT),
        small=max(measures.label * 0.92, 7.5),
    )


def _steps(content: PlaceContent, network: WifiNetwork, words: Catalogue) -> tuple[_Step, _Step]:
    join = [(words.tr("Network"), network.name)]
    join.append(
        (words.tr("Password"), network.password) if network.password else (words.tr("No password"), "")
    )
    typed = content.typed_address
    return (
        _Step(
            "1",
            words.tr("Join our Wi-Fi"),
            tuple(join),
            network.join_code,
            words.tr("QR code to join the Wi-Fi %(network)s", network=network.name),
        ),
        _Step(
            "2",
            words.tr("Write your idea"),
            ((words.tr("Or type"), typed),) if typed else (),
            content.address,
            opens(content, words),
        ),
    )


class _Card:
    """From the foot up: the two steps, each with its code; shop and question take what is left above."""

    def __init__(
        self,
        content: PlaceContent,
        steps: Sequence[_Step],
        measures: PageMeasures,
        box: tuple[float, float],
        worn: Dress,
        words: Catalogue,
    ) -> None:
        self._content = content
        self._steps = steps
        self._measures = measures
        self._box = box
        self._worn = worn
        self._words = words
        self._page = Page(measures, words, box)
        self._steps_top = box[1] * UPPER
        self._header = self._set_header()

    def things(self) -> tuple[Thing, ...]:
        upper = (*self._header.things, *self._headline())
        room = (self._page.bottom - self._steps_top) / len(self._steps)
        steps = [
            thing
            for number, step in enumerate(self._steps)
            for thing in self._step(step, self._steps_top + number * room, room)
        ]
        return (*self._on_its_ground(upper), *steps)

    def _set_header(self) -> Header:
        content, worn = self._content, self._worn
        if worn.design is Design.BOLD:
            return self._page.header(
                content.shop_name, worn.on_note, content.logo, ink=worn.on_note, plate=WHITE
            )
        return self._page.header(content.shop_name, worn.accent, content.logo)

    def _on_its_ground(self, upper: Sequence[Thing]) -> Sequence[Thing]:
        if self._worn.is_plain:
            return upper
        width = self._box[0]
        edge = min(BLOCK_MARGIN, width * 0.05)
        bottom = self._steps_top - self._page.quiet(qr.matrix(self._steps[0].opened)) * 0.5
        ground = Fill(rectangle(edge, edge, width - 2 * edge, bottom - edge), self._worn.note)
        if self._worn.design is Design.BOLD:
            return [ground, *upper]
        turn = -NOTE_TURN if self._words.is_right_to_left else NOTE_TURN
        return [Turned((ground, *upper), turn, width / 2, bottom / 2)]

    def _headline(self) -> Sequence[Thing]:
        top = self._header.bottom + self._measures.gap(8)
        room = self._steps_top - self._measures.gap(20) - top
        style = Style(self._box[0] * 0.1, self._worn.on_note, bold=True, leading=1.02, tracking=-2.0)
        block = self._page.fitting(asked(self._content, self._words), style, self._page.measure, room)
        return self._page.block(block, 0.0, top, Align.START, Role.TITLE)

    def _step(self, step: _Step, top: float, room: float) -> Sequence[Thing]:
        """The code in the middle of its part, its number and words beside it on a level with its edges."""
        measures, page = self._measures, self._page
        matrix = qr.matrix(step.opened)
        code_top = top + room - measures.code - self._box[0] * 0.012
        quiet = max(page.quiet(qr.matrix(each.opened)) for each in self._steps)
        inset = measures.code + max(measures.gap(9), quiet)
        wide = page.measure - inset
        size = measures.label * 1.55
        title = f"{step.number}  {step.title}"
        head = Style(size, LIGHT.ink, bold=True, leading=1.15, tracking=-1.0)
        spans = [Span(0, len(step.number), True, self._worn.accent)]
        heading = page.fitting(title, head, wide, measures.code * 0.5, spans, smallest=SMALLEST)
        rest = measures.code - heading.height - measures.gap(3)
        facts = self._facts(step, wide, rest)
        low = code_top + measures.code
        placed: list[Thing] = []
        for block in reversed(facts):
            low -= block.lines[-1].baseline if not placed else block.height
            placed[:0] = page.block(block, inset, low, Align.START)
        code = page.code(matrix, 0.0, code_top, step.alternative)
        above = code_top - heading.lines[0].cap_top
        return [*page.block(heading, inset, above, Align.START, Role.HEADING), *placed, code]

    def _facts(self, step: _Step, wide: float, rest: float) -> list[Block]:
        """What is typed by those without a camera: it is bold, what it is stands before it."""
        made = []
        for called, value in step.lines:
            text = f"{called}\n{value}" if value else called
            spans = [Span(len(called) + 1, len(text), True, LIGHT.ink)] if value else []
            style = Style(self._measures.small, LIGHT.ink_soft, leading=1.28)
            room = rest / len(step.lines)
            made.append(self._page.fitting(text, style, wide, room, spans, smallest=SMALLEST))
        return made
