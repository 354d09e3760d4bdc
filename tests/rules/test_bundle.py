"""The bundle as a shop gets it. Building takes a minute, so ordinary runs skip it and the CI does not."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from tests.rules.bundle import of_the_bundle

# GPL-only or commercial modules, and a browser engine that somebody's plugin might bring along.
FORBIDDEN = re.compile(
    r"Qt6?(VirtualKeyboard|Charts|Graphs|DataVisualization|HttpServer|WaylandCompositor|NetworkAuth|Quick3D|WebEngine)",
    re.IGNORECASE,
)
QT_LIBRARIES = {
    *("Core", "DBus", "Gui", "Network", "OpenGL", "PrintSupport", "Svg", "Widgets", "XcbQpa"),
    *("WaylandClient", "WlShellIntegration"),
    # The kiosk's pages.
    *("Qml", "QmlMeta", "QmlModels", "QmlWorkerScript", "Quick"),
}
# 185 were measured; what this leaves is for what the system brings along on other machines.
LARGEST_MEGABYTES = 190

pytestmark = of_the_bundle


def test_the_bundle_finds_itself_whole(bundle: Path, tmp_path: Path) -> None:
    bare = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "LANG": "C.UTF-8"}

    ended = subprocess.run(
        [bundle / "teacup", "--selftest"],
        cwd=tmp_path,
        env=bare,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )

    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert ended.stdout.count("ok  ") == 8


def test_the_bundle_brings_only_the_qt_that_it_uses(bundle: Path) -> None:
    files = [path.name for path in bundle.rglob("*")]

    libraries = {found[1] for name in files if (found := re.match(r"libQt6(\w+)\.so", name))}
    assert libraries <= QT_LIBRARIES
    assert [name for name in files if FORBIDDEN.search(name)] == []


def test_the_bundle_is_no_larger_than_it_has_to_be(bundle: Path) -> None:
    size = sum(path.stat().st_size for path in bundle.rglob("*") if path.is_file() and not path.is_symlink())

    assert size / 1_000_000 < LARGEST_MEGABYTES
