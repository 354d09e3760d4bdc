"""`teacup sheet you-said|week|year`: sheets that tell several things."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from app.domain.errors import Conflict
from app.domain.gathered import Told, proposed
from app.domain.translation import mark
from ui.desk.gathered_paper import GatheredPaper
from ui.paper_commands.press import Made, Make, Press


def you_said(press: Press) -> Made:
    """Raises NotFound, and Conflict when one of them is not answered or not public, or none is."""
    given = press.arguments
    content, document = _paper(press).made_you_said(_chosen(press), press.address, given.size, given.design)
    number, count = content.on.number, len(content.answers)
    return Made(
        content=document.pdf(),
        line=f"You said, we did, notice {number}, answers {count}",
        told={"number": number, "answers": _codes(press, content.answers)},
    )


def week(press: Press) -> Made:
    given = press.arguments
    content, document = _paper(press).made_week(given.week, press.address, given.size, given.design)
    number = content.on.number
    named = "" if number is None else f", notice {number}"
    return Made(
        content=document.pdf(),
        line=f"The week from {content.first}{named}",
        told={
            "number": number,
            "from": content.first.isoformat(),
            "to": content.last.isoformat(),
            "new": content.new_count,
            "answered": content.answered_count,
        },
    )


def year(press: Press) -> Made:
    """Pages that are only read have no number."""
    given, paper, owner = press.arguments, _paper(press), press.owner
    if given.pages:
        content = owner.gathering.year(given.year, address=press.address)
        document = paper.year_pages(given.year, press.address, given.size, given.design)
    else:
        content, document = paper.made_year_booklet(given.year, press.address, given.size, given.design)
    return Made(
        content=document.pdf(),
        line=f"The year {content.year}, answers {len(content.answers)}",
        told={
            "number": content.on.number,
            "year": content.year,
            "came": content.came,
            "answers": len(content.answers),
            "done": content.done,
            "storms": len(content.storms),
        },
    )


SHEETS: Mapping[str, Make] = {"you-said": you_said, "week": week, "year": year}


def _chosen(press: Press) -> list[UUID]:
    """Those whose codes were typed, all since a day, or what nobody was told yet on such a sheet."""
    given, owner = press.arguments, press.owner
    if given.codes and given.since:
        raise Conflict(mark("Please say either which answers, or since when, not both."))
    if given.codes:
        return [owner.by_code(code).id for code in given.codes]
    offers = owner.gathering.offers(given.since)
    return [offer.idea.id for offer in offers] if given.since else proposed(offers)


def _codes(press: Press, answers: Sequence[Told]) -> list[str]:
    ideas = press.owner.several([told.idea_id for told in answers])
    return [idea.claim_code for idea in ideas]


def _paper(press: Press) -> GatheredPaper:
    return GatheredPaper(press.words, press.owner.gathering)
