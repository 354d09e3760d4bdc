"""Write the file of today's shape, unless there is one."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from app.storage.database import Database
from app.storage.migrating import newest_schema
from tests.faults.verbs import VERBS, small_shop
from tests.shop import SetClock

path = Path(__file__).parent / f"schema_{newest_schema():04}.db"
if path.exists():
    sys.exit(f"{path} is there and stays as it is")
with tempfile.TemporaryDirectory() as root:
    folder = small_shop(Path(root))
    database = Database.open(folder, clock=SetClock())
    for verb in (
        "submit",
        "vote",
        "reply",
        "edit",
        "notice",
        "hide many",
        "undo",
        "report",
        "count looks",
        "tag",
        "note",
    ):
        database.write(VERBS[verb])
    database.close()
    path.write_bytes(folder.database.read_bytes())
