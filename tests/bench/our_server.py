"""Teacup's server as the shop runs it, with limits wide enough for a load that no shop has.

Run as `python -m tests.bench.our_server FOLDER`; prints its ready line and serves until it is ended.
"""

from __future__ import annotations

import sys
from pathlib import Path

from app.door_opening import open_customers_door
from app.paths import DataFolder
from app.web.serving import run_server
from app.web.settings import Limits, Rate, ServerSettings
from tests.bench.slow_disk import use_slow_disk_if_asked

ENDLESS = Rate(burst=1e9, per_second=1e9)
# Every limit is still looked at; none is reached.
WIDE = Limits(
    reads=ENDLESS, votes=ENDLESS, ideas_taken=ENDLESS, ideas=ENDLESS, wrong_codes=ENDLESS, key_calls=ENDLESS
)


def main() -> int:
    use_slow_disk_if_asked()
    folder = DataFolder(Path(sys.argv[1]))
    with open_customers_door(folder) as door:
        return run_server(door, ServerSettings(folder=folder.root, host="127.0.0.1", port=0, limits=WIDE))


if __name__ == "__main__":
    sys.exit(main())
