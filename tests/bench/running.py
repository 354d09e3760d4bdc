"""Starts a program of the bench and waits until it says where it answers."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from tests.bench.slow_disk import VARIABLE

END_SECONDS = 10


@contextmanager
def serving(module: str, *arguments: str, sync_seconds: float = 0.0) -> Iterator[int]:
    """The port of `python -m tests.bench.MODULE`, whose first line ends with it. Ended on leaving."""
    environment = {**os.environ, VARIABLE: str(sync_seconds)}
    process = subprocess.Popen(
        command(module, *arguments), stdout=subprocess.PIPE, text=True, env=environment
    )
    try:
        yield _port(process)
    finally:
        process.terminate()
        process.communicate(timeout=END_SECONDS)


def command(module: str, *arguments: str) -> Sequence[str]:
    return [sys.executable, "-m", f"tests.bench.{module}", *arguments]


def _port(process: subprocess.Popen[str]) -> int:
    line = process.stdout.readline() if process.stdout else ""
    found = re.search(r"(\d+)\W*$", line)
    if found is None:
        raise RuntimeError(f"The server did not start: {line!r}")
    return int(found[1])
