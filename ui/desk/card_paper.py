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
    from app.services.owner.logos import Logos


class CardPaper:
    """Every method gives a PDF."""

    def __init__(self, words: Words, logos: Logos) -> None:
        self._words = words
        self._logos = logos

    def thank_cards(
        self, shop: Shop, cards: Sequence[ThankCard], people: Sequence[Owed], size: PaperSize
    ) -> bytes:
        """A card for each of them, in the same order."""
        from ui.paper.cards import draw_cards, thank_card

        pairs = zip(cards, people, strict=True)
        logo = self._logos.worn()
        contents = [
            thank_card(shop, card, owed.idea, self._words, name=owed.name, logo=logo) for card, owed in pairs
        ]
        return draw_cards(contents, size, self._words)

    def blank_cards(self, shop: Shop, cards: Sequence[PaperCard], address: str, size: PaperSize) -> bytes:
        from ui.paper.cards import blank_card, draw_cards

        logo = self._logos.worn()
        contents = [blank_card(shop, card, address, self._words, logo=logo) for card in cards]
        return draw_cards(contents, size, self._words)

    def claim_slip(self, shop: Shop, idea: Idea, address: str) -> bytes:
        from ui.paper.cards import CARD, claim_slip, draw_cards

        slip = claim_slip(shop, idea, address, self._words, logo=self._logos.worn())
        return draw_cards([slip], CARD, self._words)
