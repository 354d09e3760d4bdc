"""On whose work Teacup stands: the packages and fonts that come with it, with their licences."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata

# As each project names its licence; a test holds this list to what is installed.
LICENCES = {
    "PySide6-Essentials": "LGPL-3.0",
    "peewee": "MIT",
    "apsw": "any OSI approved",
    "starlette": "BSD-3-Clause",
    "uvicorn": "BSD-3-Clause",
    "httptools": "MIT",
    "uvloop": "MIT or Apache-2.0",
    "Jinja2": "BSD-3-Clause",
    "python-multipart": "Apache-2.0",
    "itsdangerous": "BSD-3-Clause",
    "cryptography": "Apache-2.0 or BSD-3-Clause",
    "httpx": "BSD-3-Clause",
    "psutil": "BSD-3-Clause",
    "qrcode": "BSD-3-Clause",
    "reportlab": "BSD-3-Clause",
    "pypdfium2": "Apache-2.0 or BSD-3-Clause",
    "regex": "Apache-2.0",
    "rapidfuzz": "MIT",
    "babel": "BSD-3-Clause",
    "tzdata": "Apache-2.0",
    "platformdirs": "MIT",
    "tomli-w": "MIT",
}
FONTS = (("Atkinson Hyperlegible", "OFL-1.1"), ("Noto", "OFL-1.1"))


@dataclass(frozen=True, slots=True)
class Work:
    """`version` is empty where it has none or is not told."""

    name: str
    version: str
    licence: str


def works() -> list[Work]:
    """Packages in the order of their weight, then fonts. What is not installed is left out."""
    found = [
        Work(name, version, licence) for name, licence in LICENCES.items() if (version := _version(name))
    ]
    return [*found, *(Work(name, "", licence) for name, licence in FONTS)]


def _version(name: str) -> str:
    try:
        return metadata(name)["Version"]
    except PackageNotFoundError:
        return ""
