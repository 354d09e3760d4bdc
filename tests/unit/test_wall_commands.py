"""`teacup wall`: the ledger, the boards and the alarm by typing, told to people and to scripts."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from app.domain.decisions import Decision
from app.domain.ideas import Status
from app.domain.notices import PaperSize
from app.opening import open_owners_shop
from app.paths import DataFolder
from ui.main import main

Teacup = Callable[..., tuple[int, str, str]]


@pytest.fixture
def teacup(folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> Teacup:
    """Runs a command in this process: status, output, error output."""

    def run(*arguments: str) -> tuple[int, str, str]:
        status = main(["--data", str(folder.root), *arguments])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


@pytest.fixture
def printed(folder: DataFolder) -> None:
    """Two notices; the first says what is not so any more."""
    with open_owners_shop(folder) as shop:
        for text in ("A water bowl", "Seeded rolls"):
            idea = shop.owner.add_idea(text)
            shop.owner.answer(idea.id, Decision(status=Status.PLANNED, text="We will."))
            shop.owner.make_notice(idea.id, PaperSize.A5, address="")
        [first] = [idea for idea in shop.owner.several([idea.id]) if idea.text == "Seeded rolls"]
        shop.owner.answer(first.id, Decision(status=Status.DONE, text="Here they are."))


def told(teacup: Teacup, *arguments: str) -> Any:
    status, out, errors = teacup("wall", *arguments, "--json")
    assert (status, errors) == (0, "")
    return json.loads(out)


@pytest.mark.usefixtures("printed")
def test_the_ledger_is_listed_for_people_and_scripts(teacup: Teacup) -> None:
    _status, out, _errors = teacup("wall")

    assert "2  Notice, A5" in out
    assert "[says “We will”, is “Done”]" in out
    assert "A water bowl  [" in out
    assert [sheet["number"] for sheet in told(teacup, "list")] == [2, 1]
    assert [sheet["number"] for sheet in told(teacup, "list", "--search", "bowl")] == [1]
    [stale] = told(teacup, "list", "--show", "stale")
    assert stale["reasons"][0]["ailment"] == "answered-anew"


@pytest.mark.usefixtures("printed")
def test_what_is_stale_is_told_with_its_reason(teacup: Teacup) -> None:
    [sheet] = [each for each in told(teacup, "stale") if each["number"] == 2]

    assert (sheet["remedy"], sheet["title"]) == ("reprint", "Seeded rolls")
    assert {reason["ailment"] for reason in sheet["reasons"]} >= {"answered-anew"}


@pytest.mark.usefixtures("printed")
def test_boards_are_made_and_sheets_hang_on_them(teacup: Teacup) -> None:
    assert (
        teacup("wall", "boards", "add", "Board by the door", "--size", "120x90")[1] == "Board by the door\n"
    )
    teacup("wall", "boards", "add", "Window")
    assert teacup("wall", "hang", "1", "No. 2", "--on", "board")[1] == "On Board by the door now: 2.\n"

    [door, window] = told(teacup, "boards")
    assert (door["width_mm"], door["height_mm"], door["sheets"]) == (1200, 900, [1, 2])
    assert (window["width_mm"], window["sheets"]) == (None, [])
    assert "120 x 90 cm" in teacup("wall", "boards")[1]
    assert told(teacup, "find", "1")["places"][0] | {"since": ""} == {
        "place": "Board by the door",
        "x_mm": 20,
        "y_mm": 20,
        "since": "",
        "down_at": None,
        "down_by": "",
    }

    assert teacup("wall", "take-down", "1", "1", "--by", "Jo")[1] == "Taken down: 1.\n"
    assert told(teacup, "find", "1")["down_by"] == "Jo"
    assert teacup("wall", "put-back", "1")[1] == "Hang again: 1.\n"
    teacup("wall", "boards", "rename", "board", "Door")
    teacup("wall", "boards", "resize", "Door", "100x70,5")
    assert [told(teacup, "boards")[0][name] for name in ("name", "height_mm")] == ["Door", 705]
    teacup("wall", "boards", "remove", "Door")
    assert [place["name"] for place in told(teacup, "boards")] == ["Window"]


@pytest.mark.usefixtures("printed")
def test_a_plan_says_what_to_do(teacup: Teacup) -> None:
    teacup("wall", "boards", "add", "Door", "--size", "120x90")
    teacup("wall", "hang", "2", "--on", "Door")

    out = teacup("wall", "plan", "--on", "Door")[1]

    assert "Take down 2: no longer true." in out
    plan = told(teacup, "plan", "--on", "Door")
    assert [down["number"] for down in plan["take_down"]] == [2]
    teacup("wall", "take-down", "2")
    assert "Hang a new notice, “Seeded rolls”, A5" in teacup("wall", "plan", "--on", "Door")[1]


@pytest.mark.usefixtures("printed")
@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("find", "99"), "There is no sheet with the number 99. The newest one is 2."),
        (("hang", "1", "--on", "Nowhere"), "There is no place “Nowhere”."),
        (("take-down", "bowl"), "Please type the number"),
        (("boards", "add", "Door", "--size", "1x1"), "A board is between 10 centimetres and 10 metres"),
    ],
)
def test_what_cannot_be_is_one_sentence(teacup: Teacup, arguments: tuple[str, ...], sentence: str) -> None:
    status, out, errors = teacup("wall", *arguments)

    assert status == 1
    assert out == ""
    assert sentence in errors


def test_measures_that_are_none_are_wrong_usage(teacup: Teacup, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        teacup("wall", "boards", "add", "Door", "--size", "large")

    assert "like 120x90" in capsys.readouterr().err
