"""`teacup notice`: the notices of answered ideas in one file, or one of them as a picture to share."""

from __future__ import annotations

from app.domain.errors import InvalidInput
from app.domain.translation import mark
from ui.paper.notice import check_paper, notice_document
from ui.paper.share import share_alternative, share_picture
from ui.paper_commands.press import Made, Press


def notices(press: Press) -> Made:
    """Raises NotFound, Conflict when one of them is not answered or not public, and InvalidInput when the
    paper is too small."""
    if press.arguments.share:
        return _picture(press)
    owner, address, arguments = press.owner, press.address, press.arguments
    check_paper(arguments.size, arguments.onto or arguments.size)
    ideas = [owner.by_code(code) for code in arguments.codes]
    for idea in ideas:
        # None gets its number before each of them can have one.
        owner.preview_notice(idea.id, None, address=address)
    made = [
        owner.make_notice(idea.id, arguments.size, address=address, design=arguments.design) for idea in ideas
    ]
    numbers = [sheet.number for sheet, _ in made]
    pairs = zip(numbers, ideas, strict=True)
    document = notice_document(
        [content for _, content in made],
        arguments.size,
        arguments.design,
        press.words,
        onto=arguments.onto,
        copies=arguments.copies,
    )
    return Made(
        content=document.pdf(),
        line=f"Notice {', '.join(map(str, numbers))}",
        told={"notices": [{"number": number, "claim_code": idea.claim_code} for number, idea in pairs]},
    )


def _picture(press: Press) -> Made:
    """It hangs nowhere, so it has no number."""
    arguments = press.arguments
    if len(arguments.codes) > 1:
        raise InvalidInput("codes", mark("A picture shows one notice: please give one code."))
    idea = press.owner.by_code(arguments.codes[0])
    content = press.owner.preview_notice(idea.id, None, address=press.address)
    told = share_alternative(content, press.words)
    return Made(
        content=share_picture(content, arguments.share, arguments.design, press.words),
        line=told,
        told={"claim_code": idea.claim_code, "alternative": told},
    )
