"""A settings file of garbage: the desk opens with the usual settings and says where the file lies now."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from app.paths import DataFolder
from ui import desk_program


def test_the_person_is_told_and_the_desk_opens(
    qapp: QApplication, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk_program, "has_screen", lambda: True)
    monkeypatch.setattr(desk_program, "_serve_command", lambda *_: ())
    folder.root.mkdir(parents=True)
    folder.settings.write_bytes(b"\x00 no settings at all")
    told: list[str] = []

    def look() -> None:
        boxes = [
            each for each in qapp.topLevelWidgets() if isinstance(each, QMessageBox) and each.isVisible()
        ]
        told.extend(box.text() for box in boxes)
        if told:
            for box in boxes:
                box.close()
            qapp.closeAllWindows()
            qapp.quit()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(50)
    assert desk_program.run_desk(folder) == 0
    timer.stop()
    # A quit that comes while the desk is closing would end every later loop of this process at once;
    # only a loop of the application's own takes it back.
    QTimer.singleShot(0, qapp.quit)
    qapp.exec()

    [aside] = [path for path in folder.root.iterdir() if ".broken-" in path.name]
    assert aside.read_bytes() == b"\x00 no settings at all"
    assert any(str(aside) in sentence for sentence in told)
    assert Path(folder.database).exists()
