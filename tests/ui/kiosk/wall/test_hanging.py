"""Notes that come before the wall has a size."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast
from uuid import UUID

from pytestqt.qtbot import QtBot

from ui.kiosk.wall.hanging import HangingNotes


def test_a_wall_without_a_size_waits_for_it(qtbot: QtBot) -> None:
    hanging = HangingNotes(
        look=cast("Any", SimpleNamespace()),
        read_notes=lambda _ids, _on_done: None,
        make_face=cast("Any", None),
        heard=lambda _face: "",
    )
    hanging.show([], [])

    assert hanging.go_on([UUID(int=1)])

    qtbot.waitUntil(lambda: hanging.is_settled)
    assert hanging.height == 0
