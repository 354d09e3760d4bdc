"""The conclusion of a storm on paper: what was heard and decided, whom it rests on, and the plain numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.domain.conclusions import Conclusion
from app.domain.ideas import Idea, Visibility
from app.domain.ids import new_id
from app.domain.notices import PaperSize
from app.domain.tallies import Tally, tally
from tests.ui.paper.samples import make_words
from tests.ui.paper.storm_samples import (
    BASE,
    CODE,
    MADE,
    QUESTION,
    built,
    codes_read,
    guitar,
    make_conclusion,
    make_shop,
    of_storm,
    text_of,
)
from ui.paper.document import Document
from ui.paper.storm_conclusion import storm_conclusion


def concluded(
    ideas: Sequence[Idea],
    *,
    conclusion: Conclusion | None = None,
    credited: Sequence[Idea] | None = None,
    counted: Tally | None = None,
    erased: int = 0,
    size: PaperSize = PaperSize.A4,
    language: str = "en",
    **changes: Any,
) -> Document:
    return storm_conclusion(
        of_storm(shop=make_shop(language=language), **changes),
        ideas,
        size,
        make_words(language),
        conclusion=conclusion or make_conclusion(ideas),
        credited=ideas if credited is None else credited,
        tally=counted,
        erased=erased,
    )


def counts(ideas: Sequence[Idea], votes: Sequence[int], choosers: int) -> Tally:
    ids = [idea.id for idea in ideas]
    return tally(ids, dict(zip(ids, votes, strict=False)), {}, choosers)


def test_it_tells_what_was_asked_heard_and_decided_and_names_the_chain(tmp_path: Path) -> None:
    ideas = guitar()

    text = text_of(concluded(ideas, counted=counts(ideas, [14, 9, 9, 3], 31)), tmp_path)

    parts = [
        "We asked",
        QUESTION,
        "We heard Most of you want music that leaves room to talk.",
        "An acoustic guitar, not too loud, so that one can still talk. Ben Chosen by 14 of 31",
        "and My neighbour plays. He would come for supper and a hat. Priya Chosen by 9 of 31",
        "but Only until nine: children sleep upstairs. Ingrid",
        "instead Every first Friday, then it stays special. A guest",
        "We decided Every first Friday a guitarist plays, from seven to nine.",
        "Why It is one evening a month, and it ends early.",
        "Thank you, Ben, Priya, Ingrid and a guest.",
        "Marta",
        "How it came to this: scan and read",
        "Notice 141 hangs until 20 December",
    ]
    places = [text.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)


def test_the_owners_own_thanks_take_the_place_of_ours(tmp_path: Path) -> None:
    ideas = guitar()

    text = text_of(
        concluded(ideas, conclusion=make_conclusion(ideas, thanks="Ben, and his guitar.")), tmp_path
    )

    assert "We thank Ben, and his guitar." in text
    assert "Thank you" not in text


def test_an_erased_contribution_stays_as_a_guest_whose_words_were_taken_back(tmp_path: Path) -> None:
    ideas = guitar()

    text = text_of(concluded(ideas[1:], conclusion=make_conclusion(ideas)), tmp_path)

    assert "A guest, who took the words back" in text
    assert "An acoustic guitar" not in text


def test_contributions_that_the_conclusion_no_longer_names_are_counted_as_guests(tmp_path: Path) -> None:
    ideas = guitar()[:1]

    text = text_of(concluded(ideas, erased=2), tmp_path)

    assert text.count("A guest, who took the words back") == 2
    assert "Thank you, Ben and 2 guests." in text


@pytest.mark.parametrize("place", [place for place in Visibility if place is not Visibility.PUBLIC])
def test_what_is_not_public_never_hangs_on_the_wall(place: Visibility, tmp_path: Path) -> None:
    canary = replace(built("Canary words", name="Canaryname"), visibility=place)

    text = text_of(concluded([canary], counted=counts([canary], [3], 9)), tmp_path)

    assert "Canary" not in text


def test_a_merged_contribution_is_credited_with_its_own_words(tmp_path: Path) -> None:
    merged = replace(built("A guitar!", name="Ben"), merged_into=new_id(MADE))

    assert "A guitar! Ben" in text_of(concluded([merged]), tmp_path)


def test_a_contribution_joins_only_what_is_named_too(tmp_path: Path) -> None:
    ideas = guitar()

    text = text_of(concluded(ideas, conclusion=make_conclusion(ideas[1:2]), credited=ideas[1:2]), tmp_path)

    assert "and My neighbour" not in text
    assert "My neighbour plays." in text


def test_a_tie_is_said_plainly(tmp_path: Path) -> None:
    ideas = [built("A guitar.", minute=1), built("Records!", minute=2), built("Nothing.", minute=3)]

    text = text_of(concluded(ideas, counted=counts(ideas, [9, 9, 2], 15)), tmp_path)

    assert "A tie: “A guitar.” and “Records!” were each chosen by 9 of 15." in text


def test_a_tie_of_many_is_counted(tmp_path: Path) -> None:
    ideas = [built(f"Idea {number}.", minute=number) for number in range(6)]

    text = text_of(concluded(ideas, counted=counts(ideas, [4] * 6, 15)), tmp_path)

    assert "A tie: 6 ideas were each chosen by 4 of 15." in text


@pytest.mark.parametrize(("people", "said"), [(1, "Only 1 person chose"), (3, "Only 3 people chose")])
def test_a_thin_turnout_is_said_plainly(people: int, said: str, tmp_path: Path) -> None:
    ideas = guitar()

    text = text_of(concluded(ideas, counted=counts(ideas, [people], people)), tmp_path)

    assert f"{said}, so the numbers say little." in text


def test_nobody_chose_is_said_plainly(tmp_path: Path) -> None:
    ideas = guitar()

    assert "Nobody chose." in text_of(concluded(ideas, counted=counts(ideas, [], 0)), tmp_path)


def test_what_was_chosen_most_is_named_where_it_was_not_decided(tmp_path: Path) -> None:
    ideas = [*guitar(), built("Records!", minute=9)]

    conclusion = make_conclusion(ideas[:2])
    document = concluded(
        ideas, conclusion=conclusion, credited=ideas[:2], counted=counts(ideas, [1, 1, 1, 1, 8], 12)
    )

    assert "Chosen most: “Records!”, by 8 of 12." in text_of(document, tmp_path)


def test_an_empty_storm_ends_with_a_notice_too(tmp_path: Path) -> None:
    conclusion = make_conclusion(rests_on_none="Nobody wrote.", decided="It stays quiet.")

    text = text_of(concluded([], conclusion=conclusion), tmp_path)

    assert "Nobody wrote anything this time. That is an answer too." in text
    assert "Why it rests on no single idea Nobody wrote." in text
    assert "Thank you" not in text


def test_a_conclusion_that_rests_on_nobody_thanks_everybody(tmp_path: Path) -> None:
    text = text_of(concluded(guitar(), conclusion=make_conclusion(), credited=[]), tmp_path)

    assert "Thank you, everybody who wrote." in text
    assert "an answer too" not in text


@pytest.mark.parametrize("size", PaperSize)
def test_its_code_leads_to_the_storm(size: PaperSize) -> None:
    assert codes_read(concluded(guitar(), size=size)) == [f"{BASE}/s/{CODE}"]


def test_what_does_not_fit_continues_on_another_sheet_that_is_announced(tmp_path: Path) -> None:
    words = "We talked it over for a long time, and then once more. " * 7
    ideas = guitar()
    conclusion = make_conclusion(ideas, heard=words, decided=words, because=words, thanks=words)

    document = concluded(ideas, conclusion=conclusion, size=PaperSize.A6)

    text = text_of(document, tmp_path)
    assert text.count("We talked it over") == 28
    assert text.count("Continues on sheet") == len(document.lay_out()) - 1 > 0


def test_a_usual_conclusion_stands_on_one_sheet() -> None:
    ideas = guitar()
    words = "Most of you want music that leaves room to talk, and an end that lets the children sleep. "

    conclusion = make_conclusion(ideas, heard=words, decided=words * 2, because=words, thanks=words)

    for size in (PaperSize.A4, PaperSize.LETTER, PaperSize.A5):
        assert len(concluded(ideas, conclusion=conclusion, size=size).lay_out()) == 1


def test_the_same_conclusion_gives_the_same_bytes() -> None:
    ideas = guitar()
    conclusion = make_conclusion(ideas)

    assert concluded(ideas, conclusion=conclusion).pdf() == concluded(ideas, conclusion=conclusion).pdf()
