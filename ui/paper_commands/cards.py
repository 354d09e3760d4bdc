"""`teacup sheet cards|thanks|slip`: what is cut apart and handed over the counter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ui.paper.card_content import CardContent, blank_card, claim_slip, thank_card
from ui.paper.cards import cards_document
from ui.paper_commands.press import Made, Make, Press


def blank_cards(press: Press) -> Made:
    """Raises InvalidInput for a number of cards that cannot be."""
    made = press.owner.cards.make(press.arguments.count)
    about, words, logo = press.about, press.words, press.logo
    return Made(
        content=_draw(press, [blank_card(about, card, press.address, words, logo=logo) for card in made]),
        line=f"Cards {made[0].number} to {made[-1].number}",
        told={"cards": [{"number": card.number, "claim_code": card.claim_code} for card in made]},
    )


def thank_cards(press: Press) -> Made:
    """Raises NotFound, and InvalidInput when nobody ever said what a card is good for."""
    owner = press.owner
    ideas = [owner.by_code(code) for code in press.arguments.codes]
    made = owner.thanks.make_cards(
        [idea.id for idea in ideas], press.arguments.worth or press.about.thanks_worth
    )
    by_id, about, words, logo = {idea.id: idea for idea in ideas}, press.about, press.words, press.logo
    contents = [
        thank_card(about, card, by_id[card.idea_id], words, logo=logo) for card in made if card.idea_id
    ]
    return Made(
        content=_draw(press, contents),
        line=f"Thank-you cards, {len(made)}",
        told={"cards": [{"code": card.code, "good_until": card.good_until.isoformat()} for card in made]},
    )


def claim_slips(press: Press) -> Made:
    """Raises NotFound."""
    ideas = [press.owner.by_code(code) for code in press.arguments.codes]
    about, words, logo = press.about, press.words, press.logo
    return Made(
        content=_draw(press, [claim_slip(about, idea, press.address, words, logo=logo) for idea in ideas]),
        line=f"Claim slips, {len(ideas)}",
        told={"slips": [{"claim_code": idea.claim_code} for idea in ideas]},
    )


def _draw(press: Press, contents: Sequence[CardContent]) -> bytes:
    asked = press.arguments
    return cards_document(contents, asked.roll or asked.size, asked.design, press.words).pdf()


SHEETS: Mapping[str, Make] = {"cards": blank_cards, "thanks": thank_cards, "slip": claim_slips}
