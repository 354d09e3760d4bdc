"""`teacup sheet cards|thanks`: what is cut apart and handed over the counter."""

from __future__ import annotations

from collections.abc import Mapping

from ui.paper.cards import blank_card, draw_cards, thank_card
from ui.paper_commands.press import Made, Make, Press


def blank_cards(press: Press) -> Made:
    """Raises InvalidInput for a number of cards that cannot be."""
    made = press.owner.cards.make(press.arguments.count)
    about, words, logo = press.about, press.words, press.logo
    contents = [blank_card(about, card, press.address, words, logo=logo) for card in made]
    return Made(
        content=draw_cards(contents, press.arguments.size, words),
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
        content=draw_cards(contents, press.arguments.size, words),
        line=f"Thank-you cards, {len(made)}",
        told={"cards": [{"code": card.code, "good_until": card.good_until.isoformat()} for card in made]},
    )


SHEETS: Mapping[str, Make] = {"cards": blank_cards, "thanks": thank_cards}
