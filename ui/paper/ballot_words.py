"""What every ballot says, on whatever paper: its rule, where its code leads, and where to read the choice."""

from __future__ import annotations

from app.domain.ballots import Ballot
from app.storm_when import StormWhen
from app.words import Words as Catalogue
from ui.paper.storm_head import OfStorm, unbroken


def ballot_link(of: OfStorm, ballot: Ballot) -> str:
    return f"{of.address.rstrip('/')}/b/{ballot.code}"


def rule(of: OfStorm, words: Catalogue) -> str:
    closes_at = of.storm.times.closes_at
    until = StormWhen(words=words, timezone=of.shop.timezone).until(closes_at)
    return words.tr(
        "Counts once, %(until)s. Scan it, or give it at the kiosk or the till.",
        until=unbroken(until, of.shop, closes_at, words),
    )


def where_to_read(words: Catalogue) -> str:
    """Where there is no room for what can be chosen, or it is not fixed yet."""
    return words.tr("What can be chosen hangs on the board.")


def what_the_code_is(link: str, words: Catalogue) -> str:
    return words.tr("QR code of %(address)s", address=link)
