"""`teacup notice`: the notices of answered ideas, one after the other in one file."""

from __future__ import annotations

from ui.paper.notice import notice_document
from ui.paper_commands.press import Made, Press


def notices(press: Press) -> Made:
    """Raises NotFound, and Conflict when one of them is not answered or not public."""
    owner, address, size = press.owner, press.address, press.arguments.size
    ideas = [owner.by_code(code) for code in press.arguments.codes]
    for idea in ideas:
        # None gets its number before each of them can have one.
        owner.preview_notice(idea.id, None, address=address)
    made = [owner.make_notice(idea.id, size, address=address) for idea in ideas]
    numbers = [sheet.number for sheet, _ in made]
    pairs = zip(numbers, ideas, strict=True)
    contents = [content for _, content in made]
    return Made(
        content=notice_document(contents, size, press.arguments.design, press.words).pdf(),
        line=f"Notice {', '.join(map(str, numbers))}",
        told={"notices": [{"number": number, "claim_code": idea.claim_code} for number, idea in pairs]},
    )
