"""`teacup storm export` and `import`: a whole storm in a file, and back."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.command_line import parse
from app.commands import run
from app.domain.errors import InvalidInput, NotFound, StorageProblem
from app.domain.storms import Storm
from app.exchange.storm_files import open_storm, save_storm
from app.opening import open_owners_shop
from app.paths import DataFolder
from tests.making import TUESDAY, SetClock
from tests.pictures import as_file, picture
from tests.unit.exchange.conftest import Lived, open_shop


@pytest.fixture
def storm(folder: DataFolder, clock: SetClock) -> Storm:
    with open_shop(folder.root, clock) as shop:
        return Lived(shop).close()


@pytest.fixture
def other(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "other")


def teacup(folder: DataFolder, *words: object) -> int:
    return run(parse([*map(str, words), "--data", str(folder.root)]))


def test_a_storm_moves_from_folder_to_folder(
    folder: DataFolder, other: DataFolder, storm: Storm, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "music.json"

    teacup(folder, "storm", "export", storm.code.lower(), "-o", file)
    teacup(other, "storm", "import", file)
    teacup(other, "storm", "import", file)

    said = capsys.readouterr().out.splitlines()
    assert said == [
        str(file),
        f"{storm.code}  What music on Friday nights?",
        "Contributions taken in: 4. Here already: 0.",
        f"{storm.code}  What music on Friday nights?",
        "Contributions taken in: 0. Here already: 4.",
    ]
    with open_owners_shop(other) as shop:
        assert len(shop.owner.storms.view(storm.id).public) == 3


def test_programs_are_told_in_json(
    folder: DataFolder, other: DataFolder, storm: Storm, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "music.json"

    teacup(folder, "storm", "export", storm.code, "--private", "-o", file, "--json")
    handed_out = json.loads(capsys.readouterr().out)
    teacup(other, "storm", "import", file, "--json")
    taken_in = json.loads(capsys.readouterr().out)

    assert handed_out == {
        "file": str(file), "code": storm.code, "contributions": 6, "private": True, "sealed": False,
    }  # fmt: skip
    assert taken_in == {
        "id": str(storm.id), "code": storm.code, "new": 6, "known": 0, "erased_here": 0,
    }  # fmt: skip


def test_who_hands_out_is_told_what_is_in_it_and_what_is_not(
    folder: DataFolder, clock: SetClock, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # The command looks at the real clock.
    clock.moment = datetime.now(UTC)
    with open_shop(folder.root, clock) as shop:
        gathering = Lived(shop).storm

    teacup(folder, "storm", "export", gathering.code, "--private", "-o", tmp_path / "music.json")

    said = capsys.readouterr().out
    assert "Without me-toos: nobody may see them before choosing." in said
    assert "Please keep it to yourself." in said


def test_what_goes_wrong_is_one_sentence(folder: DataFolder, storm: Storm, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no such storm"):
        teacup(folder, "storm", "export", "ABCDEF", "-o", tmp_path / "a.json")
    with pytest.raises(StorageProblem, match="cannot be written"):
        teacup(folder, "storm", "export", storm.code, "-o", tmp_path / "none" / "a.json")
    with pytest.raises(InvalidInput, match="cannot be read"):
        teacup(folder, "storm", "import", tmp_path / "none.json")
    with pytest.raises(InvalidInput, match="cannot be read"):
        teacup(folder, "storm", "import", tmp_path)


def test_a_file_with_a_mistake_leaves_no_trace(
    folder: DataFolder, other: DataFolder, storm: Storm, tmp_path: Path
) -> None:
    file = tmp_path / "music.json"
    teacup(folder, "storm", "export", storm.code, "-o", file)
    told = json.loads(file.read_text())
    told["contributions"][3]["created_at"] = "yesterday"
    file.write_text(json.dumps(told))

    with pytest.raises(InvalidInput, match=r"contributions\[3\].created_at"):
        teacup(other, "storm", "import", file)

    with open_owners_shop(other) as shop:
        assert shop.owner.storms.all() == []
        assert shop.owner.counts().all == 0


def test_a_photo_comes_along_as_a_picture_of_our_own_making(
    folder: DataFolder, clock: SetClock, tmp_path: Path
) -> None:
    file = tmp_path / "music.json"
    with open_shop(folder.root, clock) as shop:
        save_storm(file, shop.owner.storm_exchange.hand_out(Lived(shop).end().id), shop="Bakery", now=TUESDAY)
    with pytest.raises(InvalidInput, match=r"outcome\.photo”: This is no picture"):
        open_storm(file)
    told = json.loads(file.read_text())
    told["outcome"]["photo"] = base64.b64encode(as_file(picture(), "PNG")).decode()
    file.write_text(json.dumps(told))

    photo = open_storm(file).photo

    assert photo is not None
    assert photo.content.startswith(b"\xff\xd8")
    assert photo.width > 0
