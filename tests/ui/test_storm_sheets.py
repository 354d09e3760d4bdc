"""`teacup sheet storm-...` and `teacup qr --storm`: a storm's paper by typing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import PIL.Image
import pypdfium2
import pytest
import zxingcpp

from app.domain.ideas import Idea
from app.domain.storms import Storm
from app.paths import DataFolder
from app.services.owner.concluding import ConclusionDraft, OutcomeDraft
from app.storage.database import Database
from tests.making import SetClock
from tests.unit.services.test_storms import DAY, Shop
from ui.main import main

Teacup = Callable[..., tuple[int, str, str]]
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def teacup(folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> Teacup:
    def run(*arguments: str) -> tuple[int, str, str]:
        status = main(["--data", str(folder.root), *arguments])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


@pytest.fixture
def past(folder: DataFolder) -> Iterator[Shop]:
    """The same shop some days ago: a storm begun then is being chosen in now."""
    clock = SetClock(datetime.now(UTC) - 3.5 * DAY)
    database = Database.open(folder, clock=clock)
    yield Shop(database, clock)
    database.close()


def storm_of(past: Shop) -> tuple[Storm, Idea]:
    storm = past.gathering()
    guitar = past.write("An acoustic guitar", storm)
    return storm, past.write("Only until nine", storm, on=guitar)


def text_of(file: Path) -> str:
    return "\n".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(file))


def codes_of(file: Path) -> list[str]:
    page = pypdfium2.PdfDocument(file)[0].render(scale=200 / 72).to_pil()
    return [code.text for code in zxingcpp.read_barcodes(page)]


@pytest.mark.parametrize("kind", ["storm-poster", "storm-building"])
@pytest.mark.parametrize("size", ["A4", "A6"])
def test_the_sheets_of_a_running_storm_lead_to_it(
    teacup: Teacup, past: Shop, tmp_path: Path, kind: str, size: str
) -> None:
    storm, _ = storm_of(past)
    file = tmp_path / "sheet.pdf"

    status, out, errors = teacup(
        "sheet", kind, "--storm", storm.code.lower(), "--size", size, "-o", str(file)
    )

    assert status == 0
    assert out.startswith("What music on Friday nights?, http://")
    assert "start Teacup before this hangs" in errors
    assert [code.rpartition("/s/")[2] for code in codes_of(file)] == [storm.code]


def test_sheets_of_a_storm_come_in_designs_and_are_numbered(
    teacup: Teacup, past: Shop, tmp_path: Path
) -> None:
    storm, _ = storm_of(past)
    made = ("sheet", "storm-poster", "--storm", storm.code, "-o", str(tmp_path / "sheet.pdf"), "--json")

    plain, warm, again = (
        json.loads(teacup(*made, *more)[1])["number"] for more in ((), ("--design", "warm"), ())
    )

    assert (plain, warm, again) == (1, 2, 1)


def test_ballots_come_on_a_receipt_roll(teacup: Teacup, past: Shop, tmp_path: Path) -> None:
    storm, _ = storm_of(past)
    file = tmp_path / "ballots.pdf"

    made = ("sheet", "storm-ballots", "--storm", storm.code, "--count", "3", "--roll", "80", "-o", str(file))
    assert teacup(*made)[0] == 0

    pages = list(pypdfium2.PdfDocument(file))
    assert len(pages) == 3
    assert pages[0].get_width() == pytest.approx(80 * 72 / 25.4, abs=0.1)


def test_ballots_are_new_or_those_not_given_yet(teacup: Teacup, past: Shop, tmp_path: Path) -> None:
    storm, nine = storm_of(past)
    file = tmp_path / "ballots.pdf"
    sheet = ("sheet", "storm-ballots", "--storm", storm.code, "-o", str(file))
    assert teacup(*sheet)[2].startswith("There is no ballot")
    assert not file.exists()

    assert teacup(*sheet, "--count", "3")[0] == 0

    printed = json.loads(teacup("storm", "ballots", storm.code, "--json")[1])
    codes = {code.rpartition("/b/")[2] for code in codes_of(file)}
    assert codes == {ballot["code"] for ballot in printed}
    teacup("storm", "give", printed[0]["code"], nine.claim_code)
    assert teacup(*sheet)[0] == 0
    assert len(codes_of(file)) == 2


def test_the_end_of_a_storm_is_printed_once_it_has_come(teacup: Teacup, past: Shop, tmp_path: Path) -> None:
    storm, nine = storm_of(past)
    file = tmp_path / "end.pdf"
    kinds = ("storm-conclusion", "storm-proof")
    early = [teacup("sheet", kind, "--storm", storm.code, "-o", str(file)) for kind in kinds]
    assert [(status, out) for status, out, _ in early] == [(1, ""), (1, "")]
    assert "not concluded yet" in early[0][2]
    past.clock.forward(3 * DAY)
    said = ConclusionDraft(heard="Something quiet.", decided="A guitar.", rests_on=(nine.id,))
    past.storms.conclude(storm.id, said)
    done = OutcomeDraft(done_on=past.clock.now().date(), text="A guitarist plays.")
    past.storms.carry_out(storm.id, done)

    texts = []
    for kind in kinds:
        assert teacup("sheet", kind, "--storm", storm.code, "-o", str(file))[0] == 0
        texts.append(text_of(file))

    assert "Something quiet." in texts[0]
    assert "A guitarist plays." in texts[1]
    assert all("Ben" in text for text in texts)


@pytest.mark.parametrize("kind", ["poster", "png"])
def test_the_code_of_a_storm_leads_to_its_page(teacup: Teacup, past: Shop, tmp_path: Path, kind: str) -> None:
    storm, _ = storm_of(past)
    file = tmp_path / f"code.{kind}"

    told = json.loads(teacup("qr", "--storm", storm.code, "--kind", kind, "-o", str(file), "--json")[1])

    assert told["address"].endswith(f"/s/{storm.code}")
    assert (told["storm"], told["file"], told["answers"]) == (storm.code, str(file), False)
    read = codes_of(file) if kind == "poster" else [zxingcpp.read_barcodes(PIL.Image.open(file))[0].text]
    assert read == [told["address"]]


@pytest.mark.parametrize("command", ["qr", "sheet storm-poster"])
def test_nothing_is_printed_of_a_storm_that_nobody_can_read(
    teacup: Teacup, past: Shop, tmp_path: Path, command: str
) -> None:
    file = tmp_path / "code.pdf"
    draft = past.draft()

    refused = teacup(*command.split(), "--storm", draft.code, "-o", str(file))
    unknown = teacup(*command.split(), "--storm", "ABCDEF", "-o", str(file))

    assert refused == (1, "", "This storm is not announced yet, so its code would lead nowhere.\n")
    assert unknown == (1, "", "There is no such storm.\n")
    assert not file.exists()
