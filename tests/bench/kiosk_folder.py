"""A kiosk's folder with a wall of many notes in it, as the kiosk left it when it was closed last."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from app.domain.clock import SystemClock
from app.kiosk.core import KioskCore
from app.kiosk.json_parts import Json
from tests.kiosk_making import fill_board

# As the server tells them: what a kiosk keeps of its shop.
FACTS: Json = {
    "kiosk": {"name": "By the door"},
    "shop": {
        "name": "Linden Street Bakery",
        "owner": "Marta",
        "colour": "#8F3A1B",
        "language": "en",
        "languages": [],
        "timezone": "Europe/Berlin",
        "promise_days": 5,
        "open_weekdays": [0, 1, 2, 3, 4, 5],
        "closed_days": [],
        "hours": [None] * 7,
        "moderation": "all-wait",
    },
    "idle_seconds": 300,
    "phone_address": "http://192.168.178.31:8765/",
    "claim_address": "http://192.168.178.31:8765/c/",
}
SCREEN = {"name": "kiosk", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}  # fmt: skip


@contextmanager
def kiosk_folder(notes: int) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as root:
        folder = Path(root, "kiosk")
        core = KioskCore.open(folder, clock=SystemClock())
        fill_board(core, notes, SystemClock().now())
        core._stock.known.take(FACTS, "bench")
        core.stop()
        Path(root, "screen.json").write_text(json.dumps({"screens": [SCREEN]}))
        yield folder


def on_a_screen(folder: Path) -> Mapping[str, str]:
    """The environment in which Qt paints 1920 x 1080 dots in memory, without a graphics card."""
    return {
        "QT_QPA_PLATFORM": f"offscreen:configfile={folder.parent / 'screen.json'}",
        "QT_QUICK_BACKEND": "software",
    }
