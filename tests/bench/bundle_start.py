"""How long the bundle's desk takes to its window, beside the same from the source tree.

`python -m tests.bench.bundle_start [dist/teacup/teacup]`, after `make bundle`; needs Xvfb and its tools. On a
screen that nobody sees, from the start of the process to the window on it, an introduced shop in its folder;
medians of seven, in turns.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from app.paths import DataFolder, resource
from app.sample import make_sample_shop
from app.settings import Settings, SettingsFile
from tests.bench.plan import side_by_side
from tests.faults.screen import Screen, opened_screen, wait_until

ROUNDS = 7
LOOK_SECONDS = 0.01
PATIENCE_SECONDS = 60
TITLE = "Teacup"


def main(arguments: Sequence[str]) -> int:
    bundle = Path(arguments[0] if arguments else "dist/teacup/teacup")
    if not bundle.is_file():
        print("There is no bundle yet. Please run `make bundle` first.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as place:
        folder = DataFolder(Path(place, "shop"))
        make_sample_shop(folder, datetime.now(UTC), resource("sample", "linden-street-bakery.toml"))
        SettingsFile(folder.settings).save(Settings(port=0))
        data = ("--data", str(folder.root))
        with opened_screen(Path(place)) as screen:
            pair = side_by_side(
                ROUNDS,
                lambda: seconds_to_window(screen, [str(bundle), *data]),
                lambda: seconds_to_window(screen, [sys.executable, "-m", "ui", *data]),
            )
    bundled, source = (statistics.median(times) * 1000 for times in (pair.ours, pair.limit))
    print(f"bundle {bundled:.0f} ms, source {source:.0f} ms, {pair.ratio:.2f} times")
    return 0


def seconds_to_window(screen: Screen, command: Sequence[str]) -> float:
    began = time.monotonic()
    with subprocess.Popen(command, env=screen.environment, stderr=subprocess.DEVNULL) as program:
        try:
            wait_until(lambda: _shows(screen), PATIENCE_SECONDS, LOOK_SECONDS)
            return time.monotonic() - began
        finally:
            program.terminate()
            program.wait(PATIENCE_SECONDS)
            wait_until(lambda: not _shows(screen), PATIENCE_SECONDS)


def _shows(screen: Screen) -> bool:
    return any(f'"{TITLE}"' in window.title for window in screen.windows())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
