"""What desk and commands ask of paper for the code of a place: a document for each kind; imported late."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.domain.code_sheets import CodeChoice, CodeKind, other_language
from app.domain.errors import InvalidInput
from app.domain.notices import PaperSize
from app.domain.placements import Placement
from app.domain.shop import Shop
from app.domain.translation import mark
from app.words import Words

if TYPE_CHECKING:
    from ui.paper.document import Document
    from ui.paper.place_content import PlaceContent


class CodePaper:
    """Every method gives a document, whose sheets are laid out by the thread that asks it for them. `link` is
    what the code opens; without one InvalidInput is raised on field `address`."""

    def __init__(self, words: Words, logo: Callable[[], bytes], words_in: Callable[[str], Words]) -> None:
        """`logo` gives the PNG file of the shop's now, empty when it wears none; `words_in` the words of
        another language."""
        self._words = words
        self._logo = logo
        self._words_in = words_in

    def document(
        self,
        shop: Shop,
        placement: Placement,
        link: str,
        choice: CodeChoice,
        *,
        number: int | None = None,
        shows_cuts: bool = False,
    ) -> Document:
        """`number` is that of the ledger, None while it is only looked at; `shows_cuts` outlines labels then.
        Raises InvalidInput for what cannot be as chosen."""
        from ui.paper.place_content import place_content

        logo, headline = self._logo(), choice.headline
        content = place_content(shop, placement, link, logo, headline=headline, number=number)
        return self._of(content, shop, choice, shows_cuts=shows_cuts)

    def poster(self, shop: Shop, placement: Placement, link: str, size: PaperSize) -> Document:
        return self.document(shop, placement, link, CodeChoice(size=size))

    def _of(self, content: PlaceContent, shop: Shop, choice: CodeChoice, *, shows_cuts: bool) -> Document:
        match choice.kind:
            case CodeKind.POSTER:
                from ui.paper.poster import poster

                return poster(content, choice.size, self._words, choice.design)
            case CodeKind.TENT:
                from ui.paper.tent import tent

                other = self._words_in(choice.other_language or other_language(shop))
                return tent(content, choice.size, self._words, other, choice.design)
            case CodeKind.LABELS:
                return self._labels(content, choice, shows_cuts=shows_cuts)
            case CodeKind.BUSINESS_CARD:
                from ui.paper.business_card import business_cards

                return business_cards(content, choice.size, self._words, choice.design)
            case CodeKind.WIFI:
                return self._wifi(content, choice)

    def _labels(self, content: PlaceContent, choice: CodeChoice, *, shows_cuts: bool) -> Document:
        from ui.paper.labels import LabelRun, labels

        left = choice.labels.left_on_sheet(choice.first)
        count = left if choice.count is None else choice.count
        run = LabelRun(sheet=choice.labels, first=choice.first, count=count, shows_cuts=shows_cuts)
        return labels(content, run, self._words, choice.design)

    def _wifi(self, content: PlaceContent, choice: CodeChoice) -> Document:
        from ui.paper.wifi_card import wifi_cards

        if choice.network is None:
            raise InvalidInput("network", mark("Please type the name of the Wi-Fi, as phones show it."))
        return wifi_cards(content, choice.network, choice.size, self._words, choice.design)
