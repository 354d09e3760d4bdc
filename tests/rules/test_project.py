"""Rules about the project's own files."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_package_is_pinned_with_hashes_and_no_address() -> None:
    constraints = (ROOT / "constraints.txt").read_text()

    pins = re.findall(r"^([a-z0-9-]+)==\S+", constraints, flags=re.MULTILINE)
    assert len(pins) > 40
    assert constraints.count("--hash=sha256:") >= len(pins)
    assert "://" not in constraints


def test_every_dependency_is_among_the_pins() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    constraints = (ROOT / "constraints.txt").read_text()

    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    names = [re.split(r"[\s=~<>;]", line, maxsplit=1)[0].lower() for line in wanted]
    assert [name for name in names if f"\n{name}==" not in f"\n{constraints}"] == []
