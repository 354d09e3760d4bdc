"""The commands that make paper: notice and qr. They need Qt to lay text out, but no screen."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from app import qr
from app.domain.placements import placement_link
from app.listing import as_json
from ui.paper.cards import blank_card, draw_cards, thank_card
from ui.paper.notice import notice_document
from ui.paper.poster import draw_poster, poster_content
from ui.paper.qr_picture import qr_png
from ui.paper_files import open_shop, output_file, reach_of, warn_of, words_of
from ui.shared.fonts import register_fonts
from ui.shared.platform import go_offscreen, has_screen
from ui.storm_sheets import SHEETS, storm_qr, storm_sheet


def run(arguments: argparse.Namespace) -> int:
    """Run the command named in `arguments`; gives the exit status. Raises AppError with what went wrong."""
    if not has_screen():
        go_offscreen()
    # Held until the end: text cannot be laid out without it.
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    try:
        register_fonts()
        return {"notice": notice, "qr": place, "sheet": sheet}[arguments.command](arguments)
    finally:
        del application


def notice(arguments: argparse.Namespace) -> int:
    with open_shop(arguments) as shop, output_file(Path(arguments.output)) as file:
        owner, reach = shop.owner, reach_of(shop)
        ideas = [owner.by_code(code) for code in arguments.codes]
        for idea in ideas:
            # None gets its number before each of them can have one.
            owner.preview_notice(idea.id, None, address=reach.address)
        made = [owner.make_notice(idea.id, arguments.size, address=reach.address) for idea in ideas]
        contents = [content for _, content in made]
        document = notice_document(contents, arguments.size, arguments.design, words_of(owner.shop()))
        file.write(document.pdf())
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
    if arguments.storm is not None:
        return storm_qr(arguments)
    with open_shop(arguments) as shop, output_file(Path(arguments.output)) as file:
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
    kinds = {"cards": blank_cards, "thanks": thank_cards} | dict.fromkeys(SHEETS, storm_sheet)
    return kinds[arguments.kind](arguments)


def blank_cards(arguments: argparse.Namespace) -> int:
    with open_shop(arguments) as shop, output_file(Path(arguments.output)) as file:
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
    with open_shop(arguments) as shop, output_file(Path(arguments.output)) as file:
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
