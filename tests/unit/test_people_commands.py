"""`teacup erase`: says first what would go, then erases for good."""

from __future__ import annotations

import json

import pytest

from app.command_line import parse
from app.commands import run
from app.domain.decisions import decide
from app.domain.errors import Conflict, NotFound
from app.domain.ideas import Status
from app.domain.thanks import AlreadyRedeemed
from app.opening import open_owners_shop
from app.paths import DataFolder


@pytest.fixture
def code(folder: DataFolder) -> str:
    with open_owners_shop(folder) as shop:
        return shop.owner.add_idea("A bowl", name="Mara").claim_code


def teacup(folder: DataFolder, *words: str) -> int:
    return run(parse([*words, "--data", str(folder.root)]))


def ideas_in(folder: DataFolder) -> int:
    with open_owners_shop(folder) as shop:
        return shop.owner.counts().all


def test_without_yes_it_only_says_what_would_go(
    folder: DataFolder, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(Conflict, match="--yes"):
        teacup(folder, "erase", code.lower())

    said = capsys.readouterr().out
    assert "Gone for good: 1 idea in all its versions." in said
    assert "This cannot be undone." in said
    assert ideas_in(folder) == 1


def test_with_yes_it_is_gone_and_told_in_numbers(
    folder: DataFolder, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert teacup(folder, "erase", code, "--yes", "--json") == 0

    told = json.loads(capsys.readouterr().out)
    assert (told["ideas"], told["is_wiped"], told["notices"]) == (1, True, [])
    assert ideas_in(folder) == 0
    assert b"Mara" not in folder.database.read_bytes()


def test_a_code_that_leads_nowhere_erases_nothing(folder: DataFolder, code: str) -> None:
    with pytest.raises(NotFound):
        teacup(folder, "erase", code, "000000000", "--yes")

    assert ideas_in(folder) == 1


def test_thanks_are_listed_and_a_card_redeemed_once(
    folder: DataFolder, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_owners_shop(folder) as shop:
        idea = shop.owner.by_code(code)
        shop.owner.answer(idea.id, decide(Status.DONE, "It stands there.", today=idea.created_at.date()))

    assert teacup(folder, "thanks", "--json") == 0
    [told] = json.loads(capsys.readouterr().out)
    assert (told["claim_code"], told["became"], told["way"]) == (code, "done", "in-person")
    with open_owners_shop(folder) as shop:
        [card] = shop.owner.thanks.make_cards([idea.id], "one coffee")
    assert teacup(folder, "redeem", card.code) == 0
    assert capsys.readouterr().out == "Good for: one coffee\n"
    with pytest.raises(AlreadyRedeemed):
        teacup(folder, "redeem", card.code)
