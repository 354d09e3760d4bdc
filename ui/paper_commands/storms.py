"""`teacup sheet storm-...`: a storm's sheets."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from app.domain.ballots import Ballot
from app.domain.errors import Conflict
from app.domain.storm_sheets import StormSheet
from app.domain.storm_views import StormView
from app.domain.storms import Phase
from app.domain.translation import mark
from ui.desk.storm_paper import StormOnPaper, StormPaper
from ui.paper.document import Document
from ui.paper_commands.press import Made, Make, Press

Drawn = Callable[[Press, StormOnPaper], Document]
_LEADS_NOWHERE = mark("This storm is not announced yet, so its code would lead nowhere.")
_NO_BALLOTS = mark("There is no ballot that was not given. Say with --count how many new ones to make.")


def announced(press: Press) -> StormView:
    """Customers read nothing of a draft, whose paper would lead nowhere. Raises NotFound, Conflict."""
    storms = press.owner.storms
    view = storms.view(storms.by_code(press.arguments.storm).id)
    if view.phase is Phase.DRAFT:
        raise Conflict(_LEADS_NOWHERE)
    return view


def made_of(press: Press, view: StormView, content: bytes) -> Made:
    """`content`, told with the storm it belongs to and where that is read."""
    address = f"{press.address}/s/{view.storm.code}"
    return Made(
        content=content,
        line=f"{view.storm.question}, {address}",
        told={"storm": view.storm.code, "address": address, "answers": press.reach.answers},
    )


def poster(press: Press, on: StormOnPaper) -> Document:
    return _paper(press).poster(on)


def building(press: Press, on: StormOnPaper) -> Document:
    return _paper(press).building_now(on)


def conclusion(press: Press, on: StormOnPaper) -> Document:
    return _paper(press).conclusion(on)


def proof(press: Press, on: StormOnPaper) -> Document:
    outcome = on.view.outcome
    return _paper(press).proof(on, press.owner.storms.photo(outcome.id) if outcome else None)


def _sheet(sheet: StormSheet, draw: Drawn, press: Press) -> Made:
    """It gets its number once it can be drawn. Raises NotFound, and Conflict when the storm has not come so
    far."""
    view, asked = announced(press), press.arguments
    on = StormOnPaper(
        shop=press.about, view=view, address=press.address, size=asked.size, design=asked.design
    )
    draw(press, on).lay_out()
    numbered = press.owner.storm_sheets.make
    notice = numbered(view.storm.id, sheet, on.size, on.design, address=press.address)
    made = made_of(press, view, draw(press, replace(on, number=notice.number)).pdf())
    return replace(made, told={**made.told, "number": notice.number})


def _ballot_sheet(press: Press) -> Made:
    """So many new ones; without a count those that nobody has given yet, once more."""
    view, asked = announced(press), press.arguments
    printed = _ballots(press, view)
    on = StormOnPaper(shop=press.about, view=view, address=press.address, size=asked.size)
    return made_of(press, view, _paper(press).ballots(on, printed, asked.roll).pdf())


SHEETS: Mapping[str, Make] = {
    "storm-poster": partial(_sheet, StormSheet.QUESTION, poster),
    "storm-building": partial(_sheet, StormSheet.COUNTDOWN, building),
    "storm-ballots": _ballot_sheet,
    "storm-conclusion": partial(_sheet, StormSheet.CONCLUSION, conclusion),
    "storm-proof": partial(_sheet, StormSheet.PROOF, proof),
}


def _ballots(press: Press, view: StormView) -> Sequence[Ballot]:
    storms, count = press.owner.storms, press.arguments.count
    if count is not None:
        return storms.print_ballots(view.storm.id, count)
    left = [ballot for ballot in storms.ballots(view.storm.id) if not ballot.is_given]
    if not left:
        raise Conflict(_NO_BALLOTS)
    return left


def _paper(press: Press) -> StormPaper:
    return StormPaper(press.words, press.owner.logos.worn)
