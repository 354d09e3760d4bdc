"""Snippets: kept by the shop, in the owner's order, each change undoable."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.domain.errors import InvalidInput, NotFound
from app.domain.snippets import Place, SnippetKind, fill_in, unknown_places
from app.services.owner.done import Done
from app.services.owner.owner import Owner
from app.services.owner.snippets import Shelf

SHELF = Shelf(SnippetKind.ANSWER, ("Thank you, {name}!", "We will see."))
VALUES = {Place.NAME: "Amina", Place.SHOP: "Linden Street Bakery", Place.DATE: "20 November"}


def texts(owner: Owner) -> list[str]:
    return [each.text for each in owner.snippets.of(SHELF)]


def test_a_shop_begins_with_some(owner: Owner) -> None:
    assert texts(owner) == ["Thank you, {name}!", "We will see."]
    assert owner.snippets.of(Shelf(SnippetKind.REASON, ("No room.",)))[0].text == "No room."


def test_each_verb_is_undone_and_done_again(owner: Owner) -> None:
    first, second = owner.snippets.of(SHELF)
    steps: tuple[tuple[Callable[[], Done], list[str]], ...] = (
        (lambda: owner.snippets.add(SHELF, "Gladly."), [first.text, second.text, "Gladly."]),
        (lambda: owner.snippets.change(SHELF, first.id, "Thanks!"), ["Thanks!", second.text]),
        (lambda: owner.snippets.take_away(SHELF, first.id), [second.text]),
        (lambda: owner.snippets.move(SHELF, first.id, 1), [second.text, first.text]),
    )
    for verb, expected in steps:
        verb()
        assert texts(owner) == expected
        owner.undo()
        assert texts(owner) == [first.text, second.text]
        owner.redo()
        assert texts(owner) == expected
        owner.undo()


def test_what_is_added_comes_last_also_after_others_were_taken_away(owner: Owner) -> None:
    first, second = owner.snippets.of(SHELF)
    for text in ("Gladly.", "Come by."):
        owner.snippets.add(SHELF, text)
    for each in (first, second):
        owner.snippets.take_away(SHELF, each.id)

    owner.snippets.add(SHELF, "At last.")

    assert texts(owner) == ["Gladly.", "Come by.", "At last."]


def test_all_taken_away_stay_away(owner: Owner) -> None:
    for each in owner.snippets.of(SHELF):
        owner.snippets.take_away(SHELF, each.id)

    assert texts(owner) == []


def test_nothing_moves_beyond_the_ends(owner: Owner) -> None:
    first, second = owner.snippets.of(SHELF)

    owner.snippets.move(SHELF, second.id, 5)

    assert texts(owner) == [first.text, second.text]


def test_what_cannot_be_kept_is_refused(owner: Owner) -> None:
    first, _ = owner.snippets.of(SHELF)
    with pytest.raises(InvalidInput):
        owner.snippets.add(SHELF, "  ")
    with pytest.raises(InvalidInput):
        owner.snippets.change(SHELF, first.id, "x" * 601)
    owner.snippets.take_away(SHELF, first.id)
    with pytest.raises(NotFound):
        owner.snippets.change(SHELF, first.id, "Too late")


def test_no_words_go_into_the_journal(owner: Owner) -> None:
    owner.snippets.add(SHELF, "Canary words")

    [entry] = owner._seam.read(lambda stores: stores.journal.last_undoable())
    assert "Canary" not in repr(entry)


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("Thank you, {name}!", "Thank you, Amina!"),
        ("{Name}: { shop } on {date}", "Amina: Linden Street Bakery on 20 November"),
        ("{nobody} knows {}", "{nobody} knows {}"),
    ],
)
def test_places_are_filled(text: str, filled: str) -> None:
    assert fill_in(text, VALUES) == filled


def test_without_a_name_its_comma_goes_too() -> None:
    assert fill_in("Thank you, {name}! It works.", {**VALUES, Place.NAME: ""}) == "Thank you! It works."


def test_places_that_nothing_fills_are_pointed_out() -> None:
    assert unknown_places("{name} {naem} {date} {naem} {x y}") == ["{naem}", "{x y}"]
