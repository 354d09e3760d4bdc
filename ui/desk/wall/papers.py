"""Sheets of the ledger as documents: each drawn anew as it is now, under the number it has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from app.domain.code_sheets import NUMBERED, CodeChoice
from app.domain.errors import Conflict, NotFound
from app.domain.notices import Notice, SheetKind
from app.domain.placements import placement_link
from app.domain.translation import mark
from app.paths import resource
from app.words import Words, load_words
from ui.desk.code_paper import CodePaper
from ui.desk.gathered_paper import GatheredPaper
from ui.desk.storm_paper import StormOnPaper, StormPaper
from ui.paper.document import Document
from ui.paper.notice import notice_document

if TYPE_CHECKING:
    from app.services.owner.owner import Owner


class WallPaper:
    """`logo` gives the PNG file of the shop's now. Off the GUI thread; raises NotFound, Conflict."""

    def __init__(self, owner: Owner, words: Words, logo: Callable[[], bytes]) -> None:
        self._owner = owner
        self._words = words
        self._logo = logo
        self._storms = StormPaper(words, logo)
        self._codes = CodePaper(words, logo, lambda language: load_words(language, resource("translations")))
        self._several = GatheredPaper(words, owner.gathering)

    def document(self, notices: Sequence[Notice], address: str) -> Document:
        """All of them, at least one, one after the other."""
        documents = [self._one(notice, address) for notice in notices]
        if len(documents) == 1:
            return documents[0]
        first = documents[0]
        return Document(
            title=", ".join(dict.fromkeys(document.title for document in documents)),
            language=first.language,
            texts=tuple(text for document in documents for text in document.texts),
            lay_out=lambda: [sheet for document in documents for sheet in document.lay_out()],
            author=first.author,
        )

    def _one(self, notice: Notice, address: str) -> Document:
        match notice.kind:
            case SheetKind.ANSWER:
                return self._answer(notice, address)
            case (
                SheetKind.STORM_POSTER
                | SheetKind.STORM_BUILDING
                | SheetKind.STORM_CONCLUSION
                | SheetKind.STORM_PROOF
            ):
                return self._storm(notice, address)
            case SheetKind.YOU_SAID | SheetKind.WEEK | SheetKind.YEAR:
                return self._several.again(notice, address)
            case SheetKind.QR_POSTER | SheetKind.QR_TENT | SheetKind.QR_CARD:
                return self._code(notice, address)
        raise Conflict(mark("Please print this sheet again on the page where it was made."))

    def _code(self, notice: Notice, address: str) -> Document:
        shown = notice.shown.placement
        placements = (each for each in self._owner.placements() if shown and each.id == shown.placement_id)
        placement = next(placements, None)
        if placement is None:
            raise NotFound(mark("This placement is not here any more."))
        kind = next(code for code, numbered in NUMBERED.items() if numbered is notice.kind)
        choice = CodeChoice(kind=kind, size=notice.size, design=notice.design)
        link = placement_link(address, placement) if address else ""
        return self._codes.document(self._owner.shop(), placement, link, choice, number=notice.number)

    def _answer(self, notice: Notice, address: str) -> Document:
        contents = self._owner.wall.contents([notice.id], address=address)
        return notice_document(contents, notice.size, notice.design, self._words)

    def _storm(self, notice: Notice, address: str) -> Document:
        shown = notice.shown.storm
        if shown is None:
            raise NotFound(mark("This storm is not here any more."))
        on = StormOnPaper(
            shop=self._owner.shop(),
            view=self._owner.storms.view(shown.storm_id),
            address=address,
            size=notice.size,
            design=notice.design,
            number=notice.number,
        )
        match notice.kind:
            case SheetKind.STORM_POSTER:
                return self._storms.poster(on)
            case SheetKind.STORM_BUILDING:
                return self._storms.building_now(on)
            case SheetKind.STORM_CONCLUSION if on.view.conclusion is not None:
                return self._storms.conclusion(on)
        if on.view.outcome is None:
            raise Conflict(mark("There is nothing to tell of this storm yet."))
        return self._storms.proof(on, self._owner.storms.photo(on.view.outcome.id))
