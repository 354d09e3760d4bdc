"""The bundle, built once in a run for all that look at it."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.rules.bundle import BUILD_SECONDS

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One for all processes of a run: whoever comes second waits for it."""
    folder = _shared(tmp_path_factory) / "bundle"
    made = folder / "dist" / "teacup"
    with (folder.parent / "bundle.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.is_dir():
            _build(folder)
    return made


def _shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the whole run: each of its processes has one of its own in it."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def _build(folder: Path) -> None:
    places = ["--workpath", str(folder / "build"), "--distpath", str(folder / "dist")]
    built = subprocess.run(
        [sys.executable, "-m", "PyInstaller", "--noconfirm", *places, "build_installer.spec"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=BUILD_SECONDS,
        check=False,
    )
    assert built.returncode == 0, built.stderr[-3000:]
