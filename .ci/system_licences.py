"""Finds the licence texts of the system's libraries that a bundle takes along, as Debian keeps them."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from shutil import which

_DOCS = Path("/usr/share/doc")


def licences_of(files: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The package and its licence text, for each file that a package of the system brought.

    Nothing on systems without dpkg: their libraries come with the packages from the registry.
    """
    if which("dpkg-query") is None:
        return
    system = sorted({str(Path(file).resolve()) for file in files if _is_systems(file)})
    if not system:
        return
    told = subprocess.run(
        ["dpkg-query", "--search", *system], capture_output=True, text=True, check=False
    ).stdout
    for package in sorted({line.split(":")[0] for line in told.splitlines()}):
        text = _DOCS / package / "copyright"
        if text.is_file():
            yield package, str(text.resolve())


def _is_systems(file: str) -> bool:
    return file.startswith(("/lib/", "/usr/lib/")) and "site-packages" not in file
