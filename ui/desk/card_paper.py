"""What the desk asks of paper for cards and slips, off the GUI thread; paper is imported when wanted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.domain.ideas import Idea
from app.domain.notices import PaperSize
from app.domain.shop import Shop
from app.words import Words

if TYPE_CHECKING:
    from app.domain.paper_cards import PaperCard
    from app.domain.thanks import Owed, ThankCard


class CardPaper:
    """Every method gives a PDF."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def thank_cards(
        self, shop: Shop, cards: Sequence[ThankCard], people: Sequence[Owed], size: PaperSize
    ) -> bytes:
        """A card for each of them, in the same order."""
        from ui.paper.cards import draw_cards, thank_card

        pairs = zip(cards, people, strict=True)
        contents = [thank_card(shop, card, owed.idea, self._words, name=owed.name) for card, owed in pairs]
        return draw_cards(contents, size, self._words)

    def blank_cards(self, shop: Shop, cards: Sequence[PaperCard], address: str, size: PaperSize) -> bytes:
        from ui.paper.cards import blank_card, draw_cards

        contents = [blank_card(shop, card, address, self._words) for card in cards]
        return draw_cards(contents, size, self._words)

    def claim_slip(self, shop: Shop, idea: Idea, address: str) -> bytes:
        from ui.paper.cards import CARD, claim_slip, draw_cards

        return draw_cards([claim_slip(shop, idea, address, self._words)], CARD, self._words)
