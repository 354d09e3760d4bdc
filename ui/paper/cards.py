"""Thank-you cards, blank cards and claim slips as a document: several on a sheet to be cut, or each on its
own length of a receipt printer's roll."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.notices import Design, PaperSize, Roll, SlipPaper
from app.words import Words as Catalogue
from ui.paper.card_content import CardContent
from ui.paper.card_faces import card_face
from ui.paper.card_receipts import card_receipt
from ui.paper.document import Document
from ui.paper.imposing import several_up
from ui.paper.sheets import Sheet, sheet_size


def cards_document(
    contents: Sequence[CardContent], paper: SlipPaper, design: Design, words: Catalogue
) -> Document:
    """At least one card. On a roll there is one design, in black only.

    Its sheets raise InvalidInput when no QR code is large enough for an address.
    """
    return Document(
        title=f"{contents[0].headline} {contents[0].shop_name}",
        language=contents[0].language,
        author=contents[0].shop_name,
        texts=tuple(text for content in contents for text in content.texts),
        lay_out=lambda: _sheets(contents, paper, design, words),
    )


def _sheets(
    contents: Sequence[CardContent], paper: SlipPaper, design: Design, words: Catalogue
) -> Sequence[Sheet]:
    if isinstance(paper, Roll):
        return [card_receipt(content, paper, words) for content in contents]
    box = card_box(paper)
    return several_up([card_face(content, design, box, words) for content in contents], paper)


def card_box(size: PaperSize) -> tuple[float, float]:
    """How wide and high a card is that comes from this paper, in points: a postcard, or a quarter of a
    letter."""
    width, height = sheet_size(PaperSize.A6)
    if size in (PaperSize.LETTER, PaperSize.HALF_LETTER):
        width, height = (side / 2 for side in sheet_size(PaperSize.LETTER))
    return width, height
