"""What a thank-you card, a blank card and a claim slip say; how they look is said by faces and receipts."""

from __future__ import annotations

from dataclasses import dataclass

from app.dates import short_day
from app.domain.ideas import Idea
from app.domain.paper_cards import PaperCard
from app.domain.shop import Shop
from app.domain.text import clean_line
from app.domain.thanks import ThankCard
from app.words import Words as Catalogue


@dataclass(frozen=True, kw_only=True, slots=True)
class CardContent:
    """`said` stands under the headline, in the shop's voice. With a `name_line` the upper part is for
    writing, and that is what stands under its last line, else it shows the `quote` of `author`, if there is
    one. On the strip `code` is shown in threes; `address` becomes a QR code, empty for none. `logo` is a PNG
    file, empty = the teacup; `seed`, hexadecimal, chooses the paper of the note."""

    shop_name: str
    colour: str
    language: str
    headline: str
    said: str = ""
    quote: str = ""
    author: str = ""
    name_line: str = ""
    corner: str = ""
    lead: str
    code: str
    note: str
    address: str = ""
    logo: bytes = b""
    seed: str = "00"

    @property
    def is_for_writing(self) -> bool:
        return bool(self.name_line)

    @property
    def texts(self) -> tuple[str, ...]:
        """What people wrote on it."""
        return (self.shop_name, self.headline, self.said, self.quote, self.author, self.lead)


def thank_card(
    shop: Shop,
    card: ThankCard,
    idea: Idea | None,
    words: Catalogue,
    *,
    name: str | None = None,
    logo: bytes = b"",
) -> CardContent:
    """For whoever gave us the idea, or under `name` a voice to it; to be redeemed at the till."""
    if name is None:
        name = idea.name if idea else ""
    good_until = f"{short_day(card.good_until, words.language)} {card.good_until.year}"
    return CardContent(
        shop_name=shop.name,
        colour=shop.colour,
        language=shop.language,
        headline=words.tr("Thank you, %(name)s.", name=name) if name else words.tr("Thank you."),
        said=shop.owner,
        quote=clean_line(idea.text) if idea else "",
        lead=words.tr("Good for: %(what)s", what=card.worth),
        code=card.code,
        note=words.tr("Once, at the till, until %(day)s.", day=good_until),
        logo=logo,
        seed=(idea or card).id.hex,
    )


def blank_card(
    shop: Shop, card: PaperCard, address: str, words: Catalogue, *, logo: bytes = b""
) -> CardContent:
    """To be written on; the strip is torn off and kept by who wrote it."""
    return CardContent(
        shop_name=shop.name,
        colour=shop.colour,
        language=shop.language,
        headline=words.tr("What could be better here?"),
        name_line=words.tr("Your first name, if you like"),
        corner=words.tr("Card %(number)s", number=card.number),
        lead=words.tr("Keep this strip. Here you read the answer:"),
        code=card.claim_code,
        note=words.tr("Card %(number)s", number=card.number),
        address=claim_address(address, card.claim_code),
        logo=logo,
        seed=card.id.hex,
    )


def claim_slip(shop: Shop, idea: Idea, address: str, words: Catalogue, *, logo: bytes = b"") -> CardContent:
    """For whoever told us an idea at the counter."""
    return CardContent(
        shop_name=shop.name,
        colour=shop.colour,
        language=shop.language,
        headline=words.tr("Your idea is with us."),
        said=_promise(shop, words) if idea.response is None else "",
        quote=clean_line(idea.text),
        author=idea.name,
        lead=words.tr("Keep this strip. Here you read the answer:"),
        code=idea.claim_code,
        note="",
        address=claim_address(address, idea.claim_code),
        logo=logo,
        seed=idea.id.hex,
    )


def what_the_code_opens(content: CardContent, words: Catalogue) -> str:
    """For those who cannot see it."""
    return words.tr("Opens the answer to this idea: %(address)s", address=content.address)


def claim_address(base: str, claim_code: str) -> str:
    """Where the code on the strip leads; empty when there is no address."""
    return f"{base.rstrip('/')}/c/{claim_code}" if base else ""


def _promise(shop: Shop, words: Catalogue) -> str:
    if not shop.owner:
        return words.trn(
            "We answer within %(count)s open day.",
            "We answer within %(count)s open days.",
            shop.promise_days,
        )
    return words.trn(
        "%(owner)s answers within %(count)s open day.",
        "%(owner)s answers within %(count)s open days.",
        shop.promise_days,
        owner=shop.owner,
    )
