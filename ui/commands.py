"""The commands that make paper: notice and qr. They need Qt to lay text out, but no screen."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from PySide6.QtGui import QGuiApplication

from app import qr
from app.domain.errors import StorageProblem
from app.domain.placements import placement_link
from app.domain.shop import Shop
from app.domain.translation import mark
from app.listing import as_json
from app.opening import OwnersShop, open_owners_shop
from app.paths import DataFolder, resource
from app.reach import Reach, find_reach
from app.settings import SettingsFile
from app.words import Words, load_words
from ui.paper.cards import blank_card, draw_cards, thank_card
from ui.paper.notice import draw_notices
from ui.paper.poster import draw_poster, poster_content
from ui.paper.qr_picture import qr_png
from ui.shared.fonts import register_fonts
from ui.shared.platform import go_offscreen, has_screen


def run(arguments: argparse.Namespace) -> int:
    """Run the command named in `arguments`; gives the exit status. Raises AppError with what went wrong."""
    if not has_screen():
        go_offscreen()
    # Held until the end: text cannot be laid out without it.
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    register_fonts()
    status = {"notice": notice, "qr": place, "sheet": sheet}[arguments.command](arguments)
    del application
    return status


def notice(arguments: argparse.Namespace) -> int:
    with _shop(arguments) as shop, output_file(Path(arguments.output)) as file:
        owner, reach = shop.owner, reach_of(shop)
        ideas = [owner.by_code(code) for code in arguments.codes]
        for idea in ideas:
            # None gets its number before each of them can have one.
            owner.preview_notice(idea.id, None, address=reach.address)
        made = [owner.make_notice(idea.id, arguments.size, address=reach.address) for idea in ideas]
        contents = [content for _, content in made]
        file.write(draw_notices(contents, arguments.size, words_of(owner.shop())))
    numbers = [sheet.number for sheet, _ in made]
    if arguments.json:
        pairs = zip(numbers, ideas, strict=True)
        notices = [{"number": number, "claim_code": idea.claim_code} for number, idea in pairs]
        print(as_json({"file": arguments.output, "notices": notices}))
    else:
        print(f"Notice {', '.join(map(str, numbers))}: {arguments.output}")
    warn_of(reach)
    return 0


def place(arguments: argparse.Namespace) -> int:
    with _shop(arguments) as shop, output_file(Path(arguments.output)) as file:
        reach = reach_of(shop)
        placement = shop.owner.placement_for(arguments.label)
        address = placement_link(reach.address, placement)
        content = poster_content(shop.owner.shop(), placement, address, shop.owner.logos.worn())
        words = words_of(shop.owner.shop())
        made = {
            "poster": lambda: draw_poster(content, arguments.size, words),
            "png": lambda: qr_png(address),
            "svg": lambda: qr.as_svg(address).encode(),
        }[arguments.kind]()
        file.write(made)
        shop.owner.note_printed_address(placement.id, address)
    if arguments.json:
        told = {"file": arguments.output, "label": placement.label, "address": address}
        print(as_json({**told, "answers": reach.answers}))
    else:
        print(f"{placement.label}, {address}: {arguments.output}")
    warn_of(reach)
    return 0


def sheet(arguments: argparse.Namespace) -> int:
    return {"cards": blank_cards, "thanks": thank_cards}[arguments.kind](arguments)


def blank_cards(arguments: argparse.Namespace) -> int:
    with _shop(arguments) as shop, output_file(Path(arguments.output)) as file:
        owner, reach = shop.owner, reach_of(shop)
        made, about = owner.cards.make(arguments.count), owner.shop()
        words = words_of(about)
        logo = owner.logos.worn()
        contents = [blank_card(about, card, reach.address, words, logo=logo) for card in made]
        file.write(draw_cards(contents, arguments.size, words))
    if arguments.json:
        cards = [{"number": card.number, "claim_code": card.claim_code} for card in made]
        print(as_json({"file": arguments.output, "cards": cards}))
    else:
        print(f"Cards {made[0].number} to {made[-1].number}: {arguments.output}")
    warn_of(reach)
    return 0


def thank_cards(arguments: argparse.Namespace) -> int:
    with _shop(arguments) as shop, output_file(Path(arguments.output)) as file:
        owner = shop.owner
        ideas = [owner.by_code(code) for code in arguments.codes]
        worth = arguments.worth or owner.shop().thanks_worth
        made = owner.thanks.make_cards([idea.id for idea in ideas], worth)
        about = owner.shop()
        words = words_of(about)
        by_id = {idea.id: idea for idea in ideas}
        logo = owner.logos.worn()
        contents = [
            thank_card(about, card, by_id[card.idea_id], words, logo=logo) for card in made if card.idea_id
        ]
        file.write(draw_cards(contents, arguments.size, words))
    if arguments.json:
        cards = [{"code": card.code, "good_until": card.good_until.isoformat()} for card in made]
        print(as_json({"file": arguments.output, "cards": cards}))
    else:
        print(f"Thank-you cards, {len(made)}: {arguments.output}")
    return 0


def _shop(arguments: argparse.Namespace) -> AbstractContextManager[OwnersShop]:
    return open_owners_shop(DataFolder.choose(arguments.data))


def reach_of(shop: OwnersShop) -> Reach:
    return find_reach(shop.owner.shop(), SettingsFile(shop.folder.settings).load(), shop.folder)


def words_of(shop: Shop) -> Words:
    return load_words(shop.language, resource("translations"))


def warn_of(reach: Reach) -> None:
    """Say it when the code leads nowhere yet: never a dead code without a word."""
    if not reach.answers:
        print(f"Nobody answers at {reach.address} now: start Teacup before this hangs.", file=sys.stderr)
    if reach.is_local:
        print(f"Only this computer reaches {reach.address}: phones will not.", file=sys.stderr)


@contextmanager
def output_file(path: Path) -> Iterator[BinaryIO]:
    """The file at `path`, opened before anything is done for it and written after all went well.

    Else it stays as it was. Raises StorageProblem with the reason when it cannot be written.
    """
    was_there = path.exists()
    try:
        with path.open("ab") as file:
            whole = BytesIO()
            yield whole
            if path.is_file():
                file.truncate(0)
            file.write(whole.getvalue())
    except BaseException as error:
        if not was_there and path.is_file():
            path.unlink()
        if isinstance(error, OSError):
            raise StorageProblem(
                mark("%(file)s cannot be written: %(reason)s."), file=path, reason=error.strerror or "unknown"
            ) from error
        raise


def save(path: Path, content: bytes) -> None:
    """As `output_file`, for what is ready."""
    with output_file(path) as file:
        file.write(content)
