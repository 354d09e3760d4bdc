"""Small things the kiosk keeps by name in its file, as JSON. What cannot be read counts as missing."""

from __future__ import annotations

import json
from typing import Any

import apsw

from app.kiosk.asking import row

WALL_PROGRESS = "board"
"""How far the wall is told: true of this file's own wall only."""


def kept(connection: apsw.Connection, name: str) -> Any:
    """What is kept under `name`, None when nothing is; whoever asks checks what it is."""
    found = row(connection, "SELECT value FROM kept WHERE name = ?", name)
    try:
        return json.loads(found[0]) if found else None
    except (ValueError, RecursionError):
        return None


def keep(connection: apsw.Connection, name: str, value: object) -> None:
    """Inside a transaction of the caller's."""
    text = json.dumps(value, ensure_ascii=False)
    connection.execute("INSERT OR REPLACE INTO kept (name, value) VALUES (?, ?)", (name, text))
