"""What the desk asks of paper for cards and slips, off the GUI thread; paper is imported when wanted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.domain.ideas import Idea
from app.domain.notices import Design, SlipPaper
from app.domain.shop import Shop
from app.words import Words

if TYPE_CHECKING:
    from app.domain.paper_cards import PaperCard
    from app.domain.thanks import Owed, ThankCard
    from app.services.owner.logos import Logos
    from ui.paper.document import Document


class CardPaper:
    """Every method gives a document."""

    def __init__(self, words: Words, logos: Logos) -> None:
        self._words = words
        self._logos = logos

    def thank_cards(
        self, shop: Shop, cards: Sequence[ThankCard], people: Sequence[Owed], paper: SlipPaper, design: Design
    ) -> Document:
        """A card for each of them, in the same order."""
        from ui.paper.card_content import thank_card
        from ui.paper.cards import cards_document

        logo = self._logos.worn()
        contents = [
            thank_card(shop, card, owed.idea, self._words, name=owed.name, logo=logo)
            for card, owed in zip(cards, people, strict=True)
        ]
        return cards_document(contents, paper, design, self._words)

    def blank_cards(
        self, shop: Shop, cards: Sequence[PaperCard], address: str, paper: SlipPaper, design: Design
    ) -> Document:
        from ui.paper.card_content import blank_card
        from ui.paper.cards import cards_document

        logo = self._logos.worn()
        contents = [blank_card(shop, card, address, self._words, logo=logo) for card in cards]
        return cards_document(contents, paper, design, self._words)

    def claim_slip(self, shop: Shop, idea: Idea, address: str, paper: SlipPaper, design: Design) -> Document:
        from ui.paper.card_content import claim_slip
        from ui.paper.cards import cards_document

        slip = claim_slip(shop, idea, address, self._words, logo=self._logos.worn())
        return cards_document([slip], paper, design, self._words)
