"""Files that are saved or only looked at: the old one stays until the new one is whole, and nothing is left."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.errors import StorageProblem
from app.domain.notices import PaperSize
from tests.ui.desk.conftest import OpenDesk
from tests.ui.desk.printing.sheets import make_document
from ui.desk.files import write_file
from ui.desk.printing.printable import Choice
from ui.desk.printing.viewing import Viewer


def test_a_full_disk_leaves_the_old_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "notice.pdf"
    path.write_bytes(b"old")

    def no_room(file: Path, _content: bytes) -> int:
        file.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", no_room)
    with pytest.raises(StorageProblem, match="No space left on device"):
        write_file(path, b"new")

    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["notice.pdf"]


def test_a_link_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "real.pdf").write_bytes(b"old")
    (tmp_path / "link.pdf").symlink_to(tmp_path / "real.pdf")

    write_file(tmp_path / "link.pdf", b"new")

    assert (tmp_path / "real.pdf").read_bytes() == b"new"
    assert (tmp_path / "link.pdf").is_symlink()


def test_what_was_looked_at_elsewhere_is_swept_away(tmp_path: Path) -> None:
    viewer = Viewer(tmp_path / "to-look-at", lambda _path: True)
    kept = viewer.keep("Notice 1", make_document(Choice(size=PaperSize.A6)))
    assert kept.is_file()

    viewer.sweep()
    viewer.sweep()

    assert list(tmp_path.iterdir()) == []


def test_nothing_to_look_at_outlives_the_desk(qtbot: QtBot, open_shop_desk: OpenDesk, tmp_path: Path) -> None:
    """A Wi-Fi card carries a password that is said to be kept nowhere."""
    folder = tmp_path / "to-look-at"
    folder.mkdir()
    desk = open_shop_desk()
    qtbot.waitUntil(lambda: not folder.exists())
    Viewer(folder).keep("Wi-Fi card", make_document(Choice(size=PaperSize.A6)))

    desk.close()

    assert not folder.exists()
