"""The sheets that carry the code of a place: which there are, and what can be chosen for each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.domain.errors import InvalidInput
from app.domain.label_makers import LABEL_SHEETS
from app.domain.label_sheets import LabelSheet
from app.domain.notices import Design, PaperSize, SheetKind, SheetOrder
from app.domain.shop import Shop
from app.domain.text import clean, is_longer_than
from app.domain.translation import mark
from app.domain.wifi import WifiNetwork

HEADLINE_GRAPHEMES = 80


class CodeKind(StrEnum):
    POSTER = "poster"
    TENT = "tent"
    LABELS = "labels"
    BUSINESS_CARD = "business-card"
    WIFI = "wifi"


# The papers each is laid out for, the usual one first. Labels have the paper that they come on.
SIZES = {
    CodeKind.POSTER: tuple(PaperSize),
    CodeKind.TENT: (PaperSize.A4, PaperSize.A5, PaperSize.LETTER, PaperSize.HALF_LETTER),
    CodeKind.LABELS: (),
    CodeKind.BUSINESS_CARD: (PaperSize.A4, PaperSize.LETTER),
    CodeKind.WIFI: tuple(PaperSize),
}

# What each is in the ledger.
NUMBERED = {
    CodeKind.POSTER: SheetKind.QR_POSTER,
    CodeKind.TENT: SheetKind.QR_TENT,
    CodeKind.LABELS: SheetKind.QR_LABELS,
    CodeKind.BUSINESS_CARD: SheetKind.QR_CARD,
    CodeKind.WIFI: SheetKind.QR_WIFI,
}
# What each is called with its place, as the name of a file.
TITLES = {
    CodeKind.POSTER: mark("Poster %(place)s"),
    CodeKind.TENT: mark("Table tent %(place)s"),
    CodeKind.LABELS: mark("Labels %(place)s"),
    CodeKind.BUSINESS_CARD: mark("Business cards %(place)s"),
    CodeKind.WIFI: mark("Wi-Fi card %(place)s"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class CodeChoice:
    """What the owner chose. `headline` is her own wording, empty = the sheet's. `other_language` speaks on
    the second face of a tent. Labels are printed from number `first` of a sheet on, `count` of them; None =
    as many as are left on it. A Wi-Fi card needs its `network`."""

    kind: CodeKind = CodeKind.POSTER
    size: PaperSize = PaperSize.A4
    design: Design = Design.PLAIN
    headline: str = ""
    other_language: str = ""
    labels: LabelSheet = LABEL_SHEETS[0]
    first: int = 1
    count: int | None = None
    network: WifiNetwork | None = None

    @property
    def page(self) -> PaperSize:
        """The paper that goes into the printer."""
        return self.labels.page if self.kind is CodeKind.LABELS else self.size

    def order(self, placement_id: UUID) -> SheetOrder:
        """The sheet as the ledger numbers it."""
        kind = NUMBERED[self.kind]
        return SheetOrder(kind=kind, size=self.page, design=self.design, placement_id=placement_id)


def clean_headline(text: str) -> str:
    """What a sheet asks, empty = what it asks by itself. Raises InvalidInput when over 80 characters."""
    cleaned = clean(text)
    if is_longer_than(cleaned, HEADLINE_GRAPHEMES):
        raise InvalidInput(
            "headline", mark("Please say it in at most %(limit)s characters."), limit=HEADLINE_GRAPHEMES
        )
    return cleaned


def other_language(shop: Shop) -> str:
    """For the second face of a tent: the next that the shop speaks, else English, and Spanish beside it."""
    own = shop.language.split("-")[0]
    spoken = [language for language in shop.languages if language.split("-")[0] != own]
    return spoken[0] if spoken else ("es" if own == "en" else "en")
