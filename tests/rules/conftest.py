"""The bundle, built once in a run for all that look at it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.rules.bundle import BUILD_SECONDS

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bundle")
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
    return folder / "dist" / "teacup"
