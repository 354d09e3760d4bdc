"""`python -m tests.journeys.serve_house FOLDER PORT [TLS_PORT]`: the real server process over a test shop."""

from __future__ import annotations

import sys
from pathlib import Path

from app.domain.errors import AppError
from app.web.control import Control
from app.web.serving import ServerSettings, run_server
from tests.unit.web.house import HandClock, House


def main(folder: str, port: str, tls_port: str = "") -> int:
    house = House(Path(folder), HandClock())
    settings = ServerSettings(
        folder=Path(folder), host="127.0.0.1", port=int(port), tls_port=int(tls_port) if tls_port else None
    )
    control = Control.from_environment()
    try:
        return run_server(house.door, settings, control)
    except AppError as error:
        control.problem(str(error))
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
