"""`teacup sheet you-said|week|year`: sheets of several things by typing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from app.paths import DataFolder
from ui.main import main

Teacup = Callable[..., tuple[int, str, str]]
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def teacup(folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> Teacup:
    def run(*arguments: str) -> tuple[int, str, str]:
        try:
            status = main(["--data", str(folder.root), *arguments])
        except SystemExit as ended:
            status = int(str(ended.code))
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


@pytest.fixture
def codes(teacup: Teacup) -> list[str]:
    """Three ideas: one done, one declined, one not answered."""
    made = [teacup("add", text, "--name", "Jo")[1].strip() for text in ("A bench.", "A fountain.", "A bell.")]
    teacup("answer", made[0], "--status", "done", "--text", "It stands there.")
    teacup("answer", made[1], "--status", "declined", "--text", "Not here.", "--reason", "The cellar.")
    return made


def text_of(file: Path) -> str:
    opened = pypdfium2.PdfDocument(file)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in opened)
    finally:
        opened.close()


def test_the_answers_that_are_named_come_on_one_sheet(
    teacup: Teacup, codes: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "said.pdf"

    status, out, errors = teacup("sheet", "you-said", codes[1].lower(), codes[0], "-o", str(file))

    assert status == 0
    assert out == f"You said, we did, notice 1, answers 2: {file}\n"
    assert "start Teacup before this hangs" in errors
    text = text_of(file)
    assert text.index("A fountain.") < text.index("The cellar.") < text.index("A bench.")


def test_without_codes_the_newest_come_that_were_on_none_yet(
    teacup: Teacup, codes: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "said.pdf"

    told = json.loads(teacup("sheet", "you-said", "--json", "--design", "bold", "-o", str(file))[1])
    since = json.loads(
        teacup("sheet", "you-said", "--json", "--since", "2020-01-01", "--size", "A5", "-o", str(file))[1]
    )

    assert told == {"file": str(file), "number": 1, "answers": [codes[1], codes[0]]}
    assert (since["number"], since["answers"]) == (2, told["answers"])


def test_what_cannot_be_printed_is_said_in_a_sentence(
    teacup: Teacup, codes: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "said.pdf"
    sheet = ("sheet", "you-said", "-o", str(file))

    assert teacup(*sheet, codes[2]) == (1, "", "There is no public answer to print yet.\n")
    assert teacup(*sheet, codes[0], "--since", "2026-01-01")[0] == 1
    assert teacup(*sheet, "--since", "2999-01-01")[0] == 1
    assert not file.exists()
    assert [
        teacup("sheet", kind, *more, "-o", str(file))[0]
        for kind, more in (
            ("week", ("--week", "9999-12-31")),
            ("week", ("--week", "soon")),
            ("year", ("20000",)),
            ("year", ("--size", "A6")),
        )
    ] == [2, 2, 2, 2]


def test_the_week_and_the_year_are_written(teacup: Teacup, codes: list[str], tmp_path: Path) -> None:
    week, year, pages = (tmp_path / f"{name}.pdf" for name in ("week", "year", "pages"))

    told = json.loads(teacup("sheet", "week", "--json", "-o", str(week))[1])
    old = json.loads(teacup("sheet", "week", "--week", "2020-W10", "--json", "-o", str(week) + "old")[1])
    bound = json.loads(teacup("sheet", "year", "--json", "--design", "warm", "-o", str(year))[1])
    read = teacup("sheet", "year", str(bound["year"]), "--pages", "--size", "Half-Letter", "-o", str(pages))

    assert (told["number"], told["new"], told["answered"]) == (1, 3, 2)
    assert (old["number"], old["from"], old["to"], old["new"]) == (None, "2020-03-02", "2020-03-08", 0)
    assert (bound["number"], bound["came"], bound["answers"], bound["done"]) == (2, 3, 2, 1)
    assert read[1] == f"The year {bound['year']}, answers 2: {pages}\n"
    assert "A bell." in text_of(week)
    assert all("The cellar." in text_of(file) for file in (year, pages))
    opened = pypdfium2.PdfDocument(year)
    assert opened[0].get_width() > opened[0].get_height()
    opened.close()
    assert len(codes) == 3
