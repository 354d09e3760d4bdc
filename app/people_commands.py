"""The commands about people: erasing what somebody left, and thanks."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from app.domain.claim_codes import spaced
from app.domain.clock import rfc3339
from app.domain.erasing import Erased, Trace
from app.domain.errors import Conflict
from app.domain.translation import mark
from app.erasing_words import for_good_words, goes_words, report_lines, stays_words
from app.listing import as_json
from app.opening import OwnersShop, open_owners_shop
from app.paths import DataFolder, resource
from app.words import Words, load_words

_NOT_YET = mark("Nothing was erased. Say --yes as well to erase this for good.")


def erase(arguments: argparse.Namespace) -> int:
    """Raises NotFound for a code that leads nowhere, Conflict without --yes; then nothing is erased."""
    words = load_words("en", resource("translations"))
    with open_owners_shop(DataFolder.choose(arguments.data)) as shop:
        ids = [shop.owner.by_code(code).id for code in arguments.codes]
        if not arguments.yes:
            _tell_what_would_go(shop, shop.owner.erasing.trace(ids), words)
            raise Conflict(_NOT_YET)
        report = shop.owner.erasing.erase(ids)
        if arguments.json:
            print(as_json(_json(report)))
        else:
            print("\n".join(report_lines(report, shop.owner.shop(), words)))
    return 0


def thanks(arguments: argparse.Namespace) -> int:
    with open_owners_shop(DataFolder.choose(arguments.data)) as shop:
        page = shop.owner.thanks.owed(limit=10_000)
    if arguments.json:
        told = [
            {"claim_code": owed.idea.claim_code, "name": owed.name, "became": owed.became, "way": owed.way}
            for owed in page.people
        ]
        print(as_json(told))
    else:
        for owed in page.people:
            print(f"{spaced(owed.idea.claim_code)}  {owed.became:<9} {owed.name or 'A guest'}")
    return 0


def redeem(arguments: argparse.Namespace) -> int:
    """Raises NotFound and Conflict with why the card is worth nothing."""
    with open_owners_shop(DataFolder.choose(arguments.data)) as shop:
        card = shop.owner.thanks.redeem(arguments.code)
    print(as_json({"code": card.code, "worth": card.worth}) if arguments.json else f"Good for: {card.worth}")
    return 0


def _tell_what_would_go(shop: OwnersShop, traces: Sequence[Trace], words: Words) -> None:
    print(goes_words(traces, words))
    print(stays_words(traces, words))
    print(for_good_words(shop.owner.erasing.backups_end, words))


def _json(report: Erased) -> dict[str, object]:
    return {
        "ideas": report.ideas,
        "voices": report.voices,
        "versions": report.versions,
        "addresses": report.addresses,
        "replies": report.replies,
        "answers": report.answers,
        "votes": report.votes,
        "notices": list(report.notices),
        "credits": report.credits,
        "ballots": report.ballots,
        "is_wiped": report.is_wiped,
        "erased_at": rfc3339(report.at),
        "backups_end": rfc3339(report.backups_end),
    }
