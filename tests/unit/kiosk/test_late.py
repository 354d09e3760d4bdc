from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
LATE = ("asyncio", "httpx", "ssl", "rapidfuzz", "app.settings", "app.kiosk.courier", "app.storage", "PySide6")


def test_the_first_picture_waits_for_nothing_that_the_network_needs() -> None:
    asked = f"import sys, app.kiosk.core; print([name for name in {LATE!r} if name in sys.modules])"

    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )

    assert done.stdout.strip() == "[]"
