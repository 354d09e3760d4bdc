"""On whose work Teacup stands: the packages, fonts and libraries that come with it, with their licences."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from app.paths import resource

# As each project names its licence; a test holds this list to what is installed.
LICENCES = {
    "PySide6-Essentials": "LGPL-3.0",
    "shiboken6": "LGPL-3.0",
    "peewee": "MIT",
    "apsw": "any OSI approved",
    "starlette": "BSD-3-Clause",
    "uvicorn": "BSD-3-Clause",
    "httptools": "MIT",
    "uvloop": "MIT or Apache-2.0",
    "Jinja2": "BSD-3-Clause",
    "MarkupSafe": "BSD-3-Clause",
    "python-multipart": "Apache-2.0",
    "itsdangerous": "BSD-3-Clause",
    "cryptography": "Apache-2.0 or BSD-3-Clause",
    "cffi": "MIT-0",
    "pycparser": "BSD-3-Clause",
    "httpx": "BSD-3-Clause",
    "httpcore": "BSD-3-Clause",
    "h11": "MIT",
    "anyio": "MIT",
    "idna": "BSD-3-Clause",
    "certifi": "MPL-2.0",
    "click": "BSD-3-Clause",
    "typing_extensions": "PSF-2.0",
    "psutil": "BSD-3-Clause",
    "qrcode": "BSD-3-Clause",
    "reportlab": "BSD-3-Clause",
    "pillow": "MIT-CMU",
    "charset-normalizer": "MIT",
    "pypdfium2": "Apache-2.0 or BSD-3-Clause",
    "regex": "Apache-2.0 and CNRI-Python",
    "rapidfuzz": "MIT",
    "babel": "BSD-3-Clause",
    "tzdata": "Apache-2.0",
    "platformdirs": "MIT",
    "tomli-w": "MIT",
}
# Of a package that brings no licence text of its own, ours.
_OUR_TEXTS = dict.fromkeys(("PySide6-Essentials", "shiboken6"), ("LGPL-3.0.txt", "GPL-3.0.txt"))
_FONTS = (("Atkinson Hyperlegible", "OFL-AtkinsonHyperlegible.txt"), ("Noto", "OFL-Noto.txt"))
_LICENCE_NAMES = ("LICEN", "COPYING", "NOTICE", "AUTHORS")
_RULE = "\n\n" + "-" * 72 + "\n\n"


@dataclass(frozen=True, slots=True)
class Work:
    """`version` is empty where it has none or is not told. `texts` are the files of its licence."""

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...]

    def licence_text(self) -> str:
        """All of it, as its authors wrote it."""
        return _RULE.join(path.read_text(encoding="utf-8", errors="replace").strip() for path in self.texts)


def works() -> list[Work]:
    """Packages in the order of their weight, Python, fonts, then libraries that a bundle took along from the
    system. What is not installed is left out."""
    packages = [
        _package(name, found, licence) for name, licence in LICENCES.items() if (found := _found(name))
    ]
    python = Work("Python", platform.python_version(), "PSF-2.0", (resource("licences", "Python.txt"),))
    fonts = [Work(name, "", "OFL-1.1", (resource("fonts", text),)) for name, text in _FONTS]
    return [*packages, python, *fonts, *_system_libraries()]


def own_licence() -> Path:
    """The licence of Teacup itself."""
    return resource("..", "LICENSE")


def _found(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _package(name: str, found: Distribution, licence: str) -> Work:
    ours = [resource("licences", text) for text in _OUR_TEXTS.get(name, ())]
    return Work(name, found.version, licence, (*_texts_of(found), *ours))


def _texts_of(found: Distribution) -> Sequence[Path]:
    files = sorted(str(file) for file in found.files or () if ".dist-info" in str(file))
    paths = [Path(str(found.locate_file(file))) for file in files if _is_licence(file)]
    return [path for path in paths if path.is_file()]


def _is_licence(file: str) -> bool:
    inside = file.partition(".dist-info")[2].upper()
    return inside.startswith(("/LICENSES/", "\\LICENSES\\")) or any(name in inside for name in _LICENCE_NAMES)


def _system_libraries() -> list[Work]:
    folder = resource("licences", "system")
    return [Work(path.stem, "", "as its text says", (path,)) for path in sorted(folder.glob("*.txt"))]
