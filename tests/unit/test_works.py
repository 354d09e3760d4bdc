"""What Teacup stands on is named, and each licence can be read."""

from __future__ import annotations

from importlib.metadata import requires

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from app.works import LICENCES, Work, own_licence, works


def test_every_package_that_is_shipped_is_named_with_its_licence() -> None:
    assert {canonicalize_name(name) for name in LICENCES} == shipped("teacup")


@pytest.mark.parametrize("work", works(), ids=lambda work: work.name)
def test_each_licence_can_be_read(work: Work) -> None:
    assert len(work.licence_text()) > 150


def test_qt_comes_with_the_licence_it_is_used_under() -> None:
    qt = next(work for work in works() if work.name == "PySide6-Essentials")

    assert "GNU LESSER GENERAL PUBLIC LICENSE" in qt.licence_text()
    assert "TERMS AND CONDITIONS" in qt.licence_text()


def test_teacup_itself_has_one() -> None:
    assert "MIT License" in own_licence().read_text()


def shipped(package: str) -> set[str]:
    """All that is installed along with `package`, by their canonical names."""
    found: set[str] = set()
    for line in requires(package) or []:
        wanted = Requirement(line)
        name = canonicalize_name(wanted.name)
        if (wanted.marker is None or wanted.marker.evaluate({"extra": ""})) and name not in found:
            found |= {name} | shipped(name)
    return found
