"""`teacup storm`: a storm's whole life by typing, told to people and to scripts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.command_line import parse
from app.opening import open_owners_shop
from app.paths import DataFolder
from app.storage.database import Database
from tests.making import SetClock
from tests.pictures import as_file, picture
from tests.unit.services.test_storms import DAY, Shop
from ui.main import main

Teacup = Callable[..., tuple[int, str, str]]
QUESTION = "What music on Friday nights?"
CLOSED_AGO = timedelta(hours=1)


@pytest.fixture
def teacup(folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> Teacup:
    """Runs a command of `teacup storm` in this process: status, output, error output."""

    def run(*arguments: str) -> tuple[int, str, str]:
        status = main(["--data", str(folder.root), *arguments])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


@pytest.fixture
def past(folder: DataFolder) -> Iterator[Shop]:
    """The same shop some days ago, on a clock that is moved by hand."""
    clock = SetClock(datetime.now(UTC) - 4 * DAY - CLOSED_AGO)
    database = Database.open(folder, clock=clock)
    yield Shop(database, clock)
    database.close()


def new(teacup: Teacup, *more: str) -> str:
    status, out, errors = teacup("storm", "new", QUESTION, *more)
    assert (status, errors) == (0, "")
    return out.strip()


def shown(teacup: Teacup, code: str) -> Any:
    return json.loads(teacup("storm", "show", code, "--json")[1])


def in_berlin(folder: DataFolder) -> None:
    with open_owners_shop(folder) as shop:
        shop.owner.save_shop(replace(shop.owner.shop(), timezone="Europe/Berlin"))


def test_a_new_storm_is_a_draft_with_proposed_dates(teacup: Teacup) -> None:
    told = json.loads(teacup("storm", "new", QUESTION, "--about", "From spring on.", "--json")[1])

    assert (told["question"], told["about"], told["phase"]) == (QUESTION, "From spring on.", "draft")
    assert told["times"]["gathers_at"] < told["times"]["chooses_at"] < told["times"]["closes_at"]
    [listed] = json.loads(teacup("storm", "list", "--json")[1])
    assert listed == told | {"public": 0, "waiting": 0}
    assert shown(teacup, told["code"].lower()) == told | {
        "ideas": [],
        "shortlist": [],
        "tally": None,
        "ballots": {"printed": 0, "given": 0},
        "conclusion": None,
        "credits": [],
        "outcome": None,
        "look_back": None,
        "proposed": [],
    }


def test_moments_are_on_the_shops_own_clock(teacup: Teacup, folder: DataFolder) -> None:
    in_berlin(folder)
    year = datetime.now(UTC).year + 1
    day = f"{year}-01-1"

    code = new(
        teacup,
        "--start",
        f"{day}1 09:30",
        "--gathering-until",
        f"{day}3 12:00",
        "--choosing-until",
        f"{day}4",
    )

    times = shown(teacup, code)["times"]
    assert times["gathers_at"] == f"{day}1T08:30:00.000Z"
    assert times["chooses_at"] == f"{day}3T11:00:00.000Z"
    assert times["closes_at"] > f"{day}4T12"


def test_a_draft_is_changed_dropped_and_taken_back(teacup: Teacup) -> None:
    code = new(teacup, "--gathering-days", "3")
    before = shown(teacup, code)

    assert teacup("storm", "change", code, "--about", "For spring.", "--ways", "both") == (
        0,
        "Changed.\n",
        "",
    )
    assert shown(teacup, code) == before | {"about": "For spring.", "ways": "both"}
    teacup("storm", "change", code, "--choosing-days", "0", "--ways", "votes")
    times = shown(teacup, code)["times"]
    assert times["chooses_at"] == times["closes_at"]
    assert teacup("storm", "drop", code)[0] == 0
    assert teacup("storm", "list")[1] == ""
    for _ in range(3):
        assert teacup("undo")[0] == 0
    assert shown(teacup, code) == before


def test_announcing_says_what_comes_next_and_can_be_undone_before(teacup: Teacup) -> None:
    soon = new(teacup, "--start", str((datetime.now(UTC) + 3 * DAY).date()))

    status, out, errors = teacup("storm", "announce", soon)

    assert (status, errors) == (0, "")
    assert out.startswith("Announced. Gathering starts by itself ")
    assert shown(teacup, soon)["phase"] == "announced"
    assert teacup("undo")[1] == "Undone: announce-storm.\n"
    assert shown(teacup, soon)["phase"] == "draft"


def test_more_time_is_given_once_and_for_good(teacup: Teacup) -> None:
    code = new(teacup)
    teacup("storm", "announce", code)
    before = shown(teacup, code)["times"]

    status, out, _ = teacup("storm", "extend", code, "--days", "1")

    after = shown(teacup, code)
    assert (status, after["first_times"]) == (0, before)
    assert out.startswith("Extended once, until ")
    assert after["times"]["chooses_at"] > before["chooses_at"]
    assert after["times"]["closes_at"] > before["closes_at"]
    assert teacup("storm", "extend", code, "--days", "1")[0] == 1
    assert teacup("undo")[:2] == (1, "")
    assert shown(teacup, code)["times"] == after["times"]


def test_a_storm_with_its_chain_is_told_to_its_owner(teacup: Teacup, past: Shop) -> None:
    storm = past.gathering()
    guitar = past.write("An acoustic guitar", storm)
    past.write("Only until nine", storm, on=guitar)
    waiting = past.send("Call me", storm).idea
    past.clock.moment = datetime.now(UTC)

    told = teacup("storm", "show", storm.code)[1]

    assert f"{storm.code}: {QUESTION}\nClosed\n" in told
    assert "2 ideas, 1 chain:\n" in told
    assert "Ben: An acoustic guitar\n  but " in told
    assert f"Waiting for approval:\n{waiting.claim_code[:3]} " in told
    assert "Nobody chose." in told
    assert f"{storm.code}  closed " in teacup("storm", "list")[1]


def test_picks_ballots_and_the_till(teacup: Teacup, past: Shop) -> None:
    past.clock.moment = datetime.now(UTC) - 3.5 * DAY
    storm = past.gathering()
    guitar, records = past.write("A guitar", storm), past.write("Records", storm)
    assert teacup("storm", "pick", storm.code, records.claim_code)[0] == 1

    made = json.loads(teacup("storm", "ballots", storm.code, "--count", "2", "--json")[1])
    assert [ballot["number"] for ballot in made] == [1, 2]
    code = made[0]["code"]
    assert teacup("storm", "give", code, guitar.claim_code) == (0, "Ballot 1 is given.\n", "")
    assert teacup("storm", "give", code, records.claim_code) == (
        1, "", "This ballot was given already. Each one counts once.\n",
    )  # fmt: skip

    assert "given, till" in teacup("storm", "ballots", storm.code)[1]
    assert shown(teacup, storm.code)["ballots"] == {"printed": 2, "given": 1}
    assert teacup("undo")[0] == 0
    assert shown(teacup, storm.code)["ballots"] == {"printed": 2, "given": 0}


def test_what_is_picked_is_on_the_shortlist_until_it_is_off(teacup: Teacup, past: Shop) -> None:
    past.clock.moment = datetime.now(UTC) - DAY - timedelta(hours=1)
    storm = past.gathering()
    guitar, records = past.write("A guitar", storm), past.write("Records", storm)

    assert teacup("storm", "pick", storm.code, guitar.claim_code, records.claim_code)[1].endswith(": 2.\n")
    assert teacup("storm", "pick", storm.code, records.claim_code, "--off")[1].endswith(": 1.\n")

    assert shown(teacup, storm.code)["shortlist"] == [str(guitar.id)]
    assert "On the shortlist:" in teacup("storm", "show", storm.code)[1]
    assert teacup("undo")[0] == 0
    assert len(shown(teacup, storm.code)["shortlist"]) == 2


def test_a_storm_is_ended_and_each_step_taken_back(teacup: Teacup, past: Shop, tmp_path: Path) -> None:
    storm = past.gathering()
    guitar = past.write("A guitar", storm)
    nine = past.write("Only until nine", storm, on=guitar)
    past.vote(nine, "visitor")
    assert shown(teacup, storm.code)["proposed"] == [str(guitar.id), str(nine.id)]
    assert "The conclusion could rest on:\n" in teacup("storm", "show", storm.code)[1]
    photo = tmp_path / "stage.png"
    photo.write_bytes(as_file(picture()))
    codes = [guitar.claim_code, nine.claim_code.lower()]

    said = ("--heard", "Music.", "--decided", "A guitar.", "--because", "It is quiet.", "--rests-on", *codes)
    assert teacup("storm", "conclude", storm.code, *said) == (0, "Concluded.\n", "")
    done = ("--text", "It plays.", "--label", "Guests", "--before", "1 240,5", "--photo", str(photo))
    assert teacup("storm", "carry-out", storm.code, *done) == (0, "Carried out.\n", "")
    back = teacup("storm", "look-back", storm.code, "--text", "Full house.", "--after", "1500")
    assert back == (0, "Looked back.\n", "")

    told = shown(teacup, storm.code)
    assert told["phase"] == "looked-back"
    assert [credit["idea"] for credit in told["credits"]] == [str(guitar.id), str(nine.id)]
    assert (told["outcome"]["before"], told["outcome"]["has_photo"]) == ("1240.5", True)
    assert told["look_back"]["after"] == "1500"
    lines = teacup("storm", "show", storm.code)[1]
    assert "Rests on " in lines
    assert "Guests: 1240.5 before" in lines
    for phase in ("carried-out", "concluded", "closed"):
        assert teacup("undo")[0] == 0
        assert shown(teacup, storm.code)["phase"] == phase


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("new", "one question"),
        ("new Why? --gathering-days 0", "between 1 and 30"),
        ("new Why? --choosing-days 99", "between 0 and 30"),
        ("new Why? --start 2001-01-01", "Gathering has to end after"),
        ("new Why? --start 9999-12-31", "between the years"),
        ("new Why? --gathering-until 0001-01-01", "between the years"),
        ("new Why? --top 1", "between 2 and 12"),
        ("new Why? --ways ballots --choosing-days 0", "Ballots need time"),
        ("show ABCDEF", "There is no such storm."),
        ("announce nonsense", "There is no such storm."),
        ("extend CODE", "by how many days, or until when"),
        ("extend CODE --days 1 --choosing-until 2030-01-01", "either how many days"),
        ("extend CODE --days 0", "between 1 and 30"),
        ("extend CODE --days 2", "still goes on"),
        ("pick CODE ABCDEFGHJ", "No idea has the code"),
        ("ballots CODE --count 3", "chosen by “me too” alone" ),
        ("give ABCDEFGHJ ABCDEFGHJ", "No idea has the code"),
        ("conclude CODE --heard a --decided b --rests-on-none c", "has to wait"),
        ("carry-out CODE --text a", "has to wait"),
        ("carry-out CODE --text a --photo nowhere.png", "nowhere.png cannot be read"),
        ("look-back CODE --text a", "has to wait"),
    ],
)  # fmt: skip
def test_the_world_says_no_in_one_sentence(teacup: Teacup, words: str, sentence: str) -> None:
    code = new(teacup)
    if words.startswith("ballots"):
        teacup("storm", "announce", code)
    arguments = [code if word == "CODE" else word for word in words.split()]

    status, out, errors = teacup("storm", *(arguments if words != "new" else ["new", " "]))

    assert (status, out) == (1, "")
    assert sentence in errors
    assert len(errors.splitlines()) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        ["storm"],
        ["storm", "dance"],
        ["storm", "new"],
        ["storm", "new", "Why?", "--start", "soon"],
        ["storm", "new", "Why?", "--start", "2030-01-01T09:00+01:00"],
        ["storm", "new", "Why?", "--ways", "dice"],
        ["storm", "pick", "ABCDEF"],
        ["storm", "conclude", "ABCDEF", "--heard", "a"],
        [
            "storm",
            "conclude",
            "A",
            "--heard",
            "a",
            "--decided",
            "b",
            "--rests-on",
            "X",
            "--rests-on-none",
            "c",
        ],
        ["storm", "carry-out", "ABCDEF", "--text", "a", "--before", "many"],
    ],
)
def test_wrong_usage_ends_with_two(wrong: list[str]) -> None:
    with pytest.raises(SystemExit) as end:
        parse(wrong)

    assert end.value.code == 2
