"""The commands that make a storm's paper: its sheets, and its QR code. They need Qt to lay text out."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from app import qr
from app.domain.ballots import Ballot
from app.domain.errors import Conflict
from app.domain.storm_views import StormView
from app.domain.storms import Phase
from app.domain.translation import mark
from app.listing import as_json
from app.opening import OwnersShop
from app.reach import Reach
from ui.desk.storm_paper import StormPaper
from ui.paper.document import Document
from ui.paper.qr_picture import qr_png
from ui.paper_files import open_shop, output_file, reach_of, warn_of, words_of

Drawn = Callable[[OwnersShop, StormView, argparse.Namespace, str], Document]
_LEADS_NOWHERE = mark("This storm is not announced yet, so its code would lead nowhere.")
_NOT_CONCLUDED = mark("This storm is not concluded yet.")
_NOT_DONE = mark("This storm is not carried out yet.")
_NO_BALLOTS = mark("There is no ballot that was not given. Say with --count how many new ones to make.")


def storm_qr(arguments: argparse.Namespace) -> int:
    """The storm's poster, or its code alone. Raises NotFound, Conflict for a draft."""
    with open_shop(arguments) as shop, output_file(Path(arguments.output)) as file:
        view, reach = _announced(shop, arguments.storm), reach_of(shop)
        address = f"{reach.address}/s/{view.storm.code}"
        made = {
            "poster": lambda: poster(shop, view, arguments, reach.address).pdf(),
            "png": lambda: qr_png(address),
            "svg": lambda: qr.as_svg(address).encode(),
        }[arguments.kind]()
        file.write(made)
    return _tell(arguments, view, reach, address)


def storm_sheet(arguments: argparse.Namespace) -> int:
    """One of `SHEETS`. Raises NotFound, and Conflict when the storm has not come so far."""
    with open_shop(arguments) as shop, output_file(Path(arguments.output)) as file:
        view, reach = _announced(shop, arguments.storm), reach_of(shop)
        file.write(SHEETS[arguments.kind](shop, view, arguments, reach.address).pdf())
    return _tell(arguments, view, reach, f"{reach.address}/s/{view.storm.code}")


def poster(shop: OwnersShop, view: StormView, arguments: argparse.Namespace, address: str) -> Document:
    about = shop.owner.shop()
    return _paper(shop).poster(about, view.storm, view.ideas, address, arguments.size)


def building(shop: OwnersShop, view: StormView, arguments: argparse.Namespace, address: str) -> Document:
    about = shop.owner.shop()
    return _paper(shop).building_now(about, view.storm, view.ideas, address, arguments.size)


def ballots(shop: OwnersShop, view: StormView, arguments: argparse.Namespace, address: str) -> Document:
    """So many new ones; without a count those that nobody has given yet, once more."""
    printed, about = _ballots(shop, view, arguments.count), shop.owner.shop()
    return _paper(shop).ballots(about, view.storm, printed, view.chosen_among, address, arguments.size)


def conclusion(shop: OwnersShop, view: StormView, arguments: argparse.Namespace, address: str) -> Document:
    if view.conclusion is None:
        raise Conflict(_NOT_CONCLUDED)
    return _paper(shop).conclusion(
        shop.owner.shop(),
        view.storm,
        view.ideas,
        address,
        arguments.size,
        conclusion=view.conclusion,
        credited=view.credited,
        erased=view.erased_credits,
        tally=view.tally,
    )


def proof(shop: OwnersShop, view: StormView, arguments: argparse.Namespace, address: str) -> Document:
    if view.outcome is None:
        raise Conflict(_NOT_DONE)
    return _paper(shop).proof(
        shop.owner.shop(),
        view.storm,
        address,
        arguments.size,
        conclusion=view.conclusion,
        outcome=view.outcome,
        credited=view.credited,
        erased=view.erased_credits,
        look_back=view.look_back,
        photo=shop.owner.storms.photo(view.outcome.id),
    )


SHEETS: dict[str, Drawn] = {
    "storm-poster": poster,
    "storm-building": building,
    "storm-ballots": ballots,
    "storm-conclusion": conclusion,
    "storm-proof": proof,
}


def _announced(shop: OwnersShop, code: str) -> StormView:
    """Customers read nothing of a draft: what is printed of it would lead nowhere."""
    storms = shop.owner.storms
    view = storms.view(storms.by_code(code).id)
    if view.phase is Phase.DRAFT:
        raise Conflict(_LEADS_NOWHERE)
    return view


def _ballots(shop: OwnersShop, view: StormView, count: int | None) -> Sequence[Ballot]:
    if count is not None:
        return shop.owner.storms.print_ballots(view.storm.id, count)
    left = [ballot for ballot in shop.owner.storms.ballots(view.storm.id) if not ballot.is_given]
    if not left:
        raise Conflict(_NO_BALLOTS)
    return left


def _paper(shop: OwnersShop) -> StormPaper:
    return StormPaper(words_of(shop.owner.shop()), shop.owner.logos.worn)


def _tell(arguments: argparse.Namespace, view: StormView, reach: Reach, address: str) -> int:
    if arguments.json:
        told = {"file": arguments.output, "storm": view.storm.code, "address": address}
        print(as_json({**told, "answers": reach.answers}))
    else:
        print(f"{view.storm.question}, {address}: {arguments.output}")
    warn_of(reach)
    return 0
