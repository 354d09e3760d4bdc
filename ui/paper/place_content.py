"""What every sheet with the code of a place says: whose it is, where the code leads, what is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.dates import month_in_words
from app.domain.code_sheets import TITLES, CodeKind
from app.domain.errors import InvalidInput
from app.domain.placements import Placement
from app.domain.shop import Shop
from app.domain.translation import mark
from app.words import Words as Catalogue

# One line for those who read another language; each shop's own is left out.
INVITATIONS = {
    "pl": "Masz pomysł?",
    "es": "¿Tienes una idea?",
    "ar": "هل لديك فكرة؟",
    "ja": "アイデアをどうぞ",
    "fr": "Une idée ?",
    "de": "Eine Idee?",
    "pt": "Tem uma ideia?",
    "it": "Hai un'idea?",
    "tr": "Bir fikrin var mı?",
    "hi": "कोई सुझाव है?",
    "zh": "有好主意吗？",
    "en": "Got an idea?",
}
GUESTS = ("pl", "es", "ar", "ja")


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaceContent:
    """What the sheets of one place show. `headline` is the owner's own, empty = each sheet's. `guests` are
    the languages of the poster's line for others, `logo` is a PNG file, empty = the teacup."""

    shop_name: str
    colour: str
    owner: str
    promise_days: int
    address: str
    placement_label: str
    number: int | None
    since: date
    language: str
    headline: str = ""
    guests: tuple[str, ...] = GUESTS
    logo: bytes = b""

    @property
    def typed_address(self) -> str:
        """What somebody without a camera types: the host, which leads to the board."""
        scheme, found, rest = self.address.partition("://")
        return rest.split("/")[0] if found and scheme.lower() in {"http", "https"} else ""

    @property
    def texts(self) -> tuple[str, ...]:
        """What people wrote on it."""
        return (self.shop_name, self.headline, self.placement_label, self.owner)

    def check_address(self) -> None:
        """Nothing printed points nowhere. Raises InvalidInput on field `address` when there is none."""
        if not self.address:
            raise InvalidInput("address", mark("Please choose the address that phones shall open first."))


def place_content(
    shop: Shop,
    placement: Placement,
    address: str,
    logo: bytes = b"",
    *,
    headline: str = "",
    number: int | None = None,
) -> PlaceContent:
    """The sheets of `placement`; their code opens `address`. `logo` is the PNG file of the shop's, `number`
    that of the ledger, None while the sheet is only looked at."""
    return PlaceContent(
        shop_name=shop.name,
        colour=shop.colour,
        owner=shop.owner,
        promise_days=shop.promise_days,
        address=address,
        placement_label=placement.label,
        number=number,
        since=shop.local_date(placement.created_at),
        language=shop.language,
        headline=headline,
        logo=logo,
    )


def asked(content: PlaceContent, words: Catalogue) -> str:
    """What a sheet asks, unless the owner wrote it."""
    return content.headline or words.tr("Got an\nidea for us?")


def titled(kind: CodeKind, content: PlaceContent, words: Catalogue) -> str:
    """Of the document."""
    place = content.placement_label or asked(content, words).replace("\n", " ")
    return words.tr(TITLES[kind], place=place)


def promised(content: PlaceContent, words: Catalogue) -> str:
    if content.owner:
        return words.trn(
            "%(owner)s answers within %(count)s open day, here on the wall.",
            "%(owner)s answers within %(count)s open days, here on the wall.",
            content.promise_days,
            owner=content.owner,
        )
    return words.trn(
        "We answer within %(count)s open day, here on the wall.",
        "We answer within %(count)s open days, here on the wall.",
        content.promise_days,
    )


def hangs_since(content: PlaceContent, words: Catalogue) -> str:
    return words.tr("since %(month)s", month=month_in_words(content.since, words.language))


def opens(content: PlaceContent, words: Catalogue) -> str:
    """The code, for those who cannot see it."""
    return words.tr("QR code of %(address)s", address=content.address)
