"""`teacup sheet storm-...`: a storm's sheets."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from app.domain.ballots import Ballot
from app.domain.errors import Conflict
from app.domain.storm_sheets import StormSheet
from app.domain.storm_views import StormView
from app.domain.storms import Phase
from app.domain.translation import mark
from ui.desk.storm_paper import StormPaper
from ui.paper.document import Document
from ui.paper_commands.press import Made, Make, Press

Drawn = Callable[[Press, StormView], Document]
_LEADS_NOWHERE = mark("This storm is not announced yet, so its code would lead nowhere.")
_NOT_CONCLUDED = mark("This storm is not concluded yet.")
_NOT_DONE = mark("This storm is not carried out yet.")
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


def poster(press: Press, view: StormView) -> Document:
    number = _number(press, view, StormSheet.QUESTION)
    paper, size = _paper(press), press.arguments.size
    return paper.poster(press.about, view.storm, view.ideas, press.address, size, number=number)


def building(press: Press, view: StormView) -> Document:
    number = _number(press, view, StormSheet.COUNTDOWN)
    paper, size = _paper(press), press.arguments.size
    return paper.building_now(press.about, view.storm, view.ideas, press.address, size, number=number)


def ballots(press: Press, view: StormView) -> Document:
    """So many new ones; without a count those that nobody has given yet, once more."""
    printed, size = _ballots(press, view), press.arguments.size
    return _paper(press).ballots(press.about, view.storm, printed, view.chosen_among, press.address, size)


def conclusion(press: Press, view: StormView) -> Document:
    if view.conclusion is None:
        raise Conflict(_NOT_CONCLUDED)
    return _paper(press).conclusion(
        press.about,
        view.storm,
        view.ideas,
        press.address,
        press.arguments.size,
        conclusion=view.conclusion,
        credited=view.credited,
        erased=view.erased_credits,
        tally=view.tally,
        number=_number(press, view, StormSheet.CONCLUSION),
    )


def proof(press: Press, view: StormView) -> Document:
    if view.outcome is None:
        raise Conflict(_NOT_DONE)
    return _paper(press).proof(
        press.about,
        view.storm,
        press.address,
        press.arguments.size,
        conclusion=view.conclusion,
        outcome=view.outcome,
        credited=view.credited,
        erased=view.erased_credits,
        look_back=view.look_back,
        photo=press.owner.storms.photo(view.outcome.id),
        number=_number(press, view, StormSheet.PROOF),
    )


def _sheet(draw: Drawn, press: Press) -> Made:
    """Raises NotFound, and Conflict when the storm has not come so far."""
    view = announced(press)
    return made_of(press, view, draw(press, view).pdf())


SHEETS: Mapping[str, Make] = {
    f"storm-{name}": partial(_sheet, draw)
    for name, draw in (
        ("poster", poster),
        ("building", building),
        ("ballots", ballots),
        ("conclusion", conclusion),
        ("proof", proof),
    )
}


def _ballots(press: Press, view: StormView) -> Sequence[Ballot]:
    storms, count = press.owner.storms, press.arguments.count
    if count is not None:
        return storms.print_ballots(view.storm.id, count)
    left = [ballot for ballot in storms.ballots(view.storm.id) if not ballot.is_given]
    if not left:
        raise Conflict(_NO_BALLOTS)
    return left


def _number(press: Press, view: StormView, sheet: StormSheet) -> int:
    """In the ledger; the same sheet printed again keeps it."""
    size, address = press.arguments.size, press.address
    return press.owner.storm_sheets.make(view.storm.id, sheet, size, address=address).number


def _paper(press: Press) -> StormPaper:
    return StormPaper(press.words, press.owner.logos.worn)
