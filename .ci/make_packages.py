"""Makes packages of the bundle in `dist/teacup`: `deb` for Debian and its children, `tar` for other Linuxes.

Usage: make_packages.py deb|tar... [--quick]. `--quick` packs loosely, for tests. Run after `make bundle`.
"""

from __future__ import annotations

import argparse
import gzip
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
RECIPES = ROOT / ".ci" / "packages"
NAME = "app.teacup.Teacup"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kinds", nargs="+", choices=sorted(KINDS))
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--bundle", type=Path, default=ROOT / "dist" / "teacup")
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    arguments = parser.parse_args()
    if not (arguments.bundle / "teacup").is_file():
        print("There is no bundle yet. Please run `make bundle` first.", file=sys.stderr)
        return 1
    arguments.out.mkdir(parents=True, exist_ok=True)
    for kind in arguments.kinds:
        made = KINDS[kind](arguments.bundle, arguments.out, arguments.quick)
        print(f"{made} ({made.stat().st_size / 1_000_000:.1f} MB)")
    return 0


def make_deb(bundle: Path, out: Path, is_quick: bool) -> Path:
    """A package that dpkg installs below /usr."""
    facts = {**_facts(), "ARCHITECTURE": _told("dpkg", "--print-architecture")}
    made = out / f"teacup_{facts['VERSION']}_{facts['ARCHITECTURE']}.deb"
    tree = _fresh(out / "deb")
    usr = tree / "usr"
    shutil.copytree(bundle, usr / "lib" / "teacup", symlinks=True)
    _stage_share(usr / "share", facts)
    (usr / "bin").mkdir()
    (usr / "bin" / "teacup").symlink_to("../lib/teacup/teacup")
    units = usr / "lib" / "systemd" / "user"
    units.mkdir(parents=True)
    shutil.copy(RECIPES / "teacup-server.service", units)
    _stage_docs(usr / "share" / "doc" / "teacup")
    _stage_control(tree / "DEBIAN", {**facts, "KILOBYTES": str(_size(usr) // 1024), "GLIBC": _glibc()})
    packing = "none" if is_quick else "xz"
    options = ("--root-owner-group", f"-Z{packing}", "--build")
    subprocess.run(["dpkg-deb", *options, str(tree), str(made)], check=True, capture_output=True)
    shutil.rmtree(tree)
    return made


def make_tar(bundle: Path, out: Path, is_quick: bool) -> Path:
    """An archive that is started where it is unpacked, or puts itself among the user's programs."""
    facts = _facts()
    name = f"teacup-{facts['VERSION']}-linux-{platform.machine()}"
    made = out / f"{name}.tar{'' if is_quick else '.xz'}"
    tree = _fresh(out / name)
    shutil.copytree(bundle, tree, symlinks=True, dirs_exist_ok=True)
    _stage_share(tree / "share", facts)
    shutil.copy(RECIPES / "install", tree)
    (tree / "README.txt").write_text(_filled("README-tar.txt", facts), encoding="utf-8")
    with tarfile.open(made, "w" if is_quick else "w:xz") as archive:
        archive.add(tree, arcname=name, filter=_owned_by_nobody)
    shutil.rmtree(tree)
    return made


KINDS: Mapping[str, Callable[[Path, Path, bool], Path]] = {"deb": make_deb, "tar": make_tar}


def _stage_share(share: Path, facts: Mapping[str, str]) -> None:
    """What desktops look for: entry, metadata, pictures, the manual page."""
    applications, metadata, manual = share / "applications", share / "metainfo", share / "man" / "man1"
    for folder in (applications, metadata, manual):
        folder.mkdir(parents=True)
    shutil.copy(RECIPES / f"{NAME}.desktop", applications)
    filled = _filled(f"{NAME}.metainfo.xml", facts)
    (metadata / f"{NAME}.metainfo.xml").write_text(filled, encoding="utf-8")
    _pack(_manual(facts), manual / "teacup.1.gz")
    _stage_icons(share / "icons" / "hicolor")


def write_icons(folder: Path) -> None:
    """The program's picture in the forms that Windows and macOS take: `teacup.ico`, `teacup.icns`."""
    from PIL import Image  # noqa: PLC0415 - Linux's packages need it not

    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as drawn:
        pictures = [Image.open(path) for path in _draw_icons(Path(drawn))]
        largest = pictures[-1]
        sizes = [picture.size for picture in pictures]
        largest.save(folder / "teacup.ico", sizes=sizes, append_images=pictures[:-1])
        largest.save(folder / "teacup.icns", append_images=pictures[:-1])


def _draw_icons(folder: Path) -> list[Path]:
    """A PNG file of each size, the smallest first."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - other steps need no Qt

    from ui.shared.program_icon import SIDES, program_picture  # noqa: PLC0415

    application = QGuiApplication.instance() or QGuiApplication([])
    drawn = [folder / f"{side}.png" for side in SIDES]
    for side, path in zip(SIDES, drawn, strict=True):
        program_picture(side).save(str(path))
    del application
    return drawn


def _stage_icons(theme: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for path in _draw_icons(Path(folder)):
            apps = theme / f"{path.stem}x{path.stem}" / "apps"
            apps.mkdir(parents=True)
            shutil.copy(path, apps / f"{NAME}.png")
    (theme / "scalable" / "apps").mkdir(parents=True)
    shutil.copy(ROOT / "resources" / "program" / "teacup.svg", theme / "scalable" / "apps" / f"{NAME}.svg")


def _stage_docs(folder: Path) -> None:
    folder.mkdir(parents=True)
    _pack((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), folder / "changelog.gz")
    note = "The licences of all that comes along lie in /usr/lib/teacup/_internal, and are shown by"
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    (folder / "copyright").write_text(f"{licence}\n{note}\nSettings, About Teacup.\n", encoding="utf-8")


def _stage_control(folder: Path, facts: Mapping[str, str]) -> None:
    folder.mkdir()
    (folder / "control").write_text(_filled("control", facts), encoding="utf-8")
    shutil.copy(RECIPES / "postrm", folder)
    (folder / "postrm").chmod(0o755)


def _manual(facts: Mapping[str, str]) -> str:
    from app.command_line import command_parser  # noqa: PLC0415
    from man_page import man_page  # noqa: PLC0415 - lies beside this

    return man_page(command_parser(), facts["VERSION"], date.fromisoformat(facts["DATE"]))


def _facts() -> dict[str, str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {"VERSION": project["version"], "DATE": _made_on().isoformat()}


def _made_on() -> date:
    """The day of the sources, so that the same sources give the same package."""
    stamp = os.environ.get("SOURCE_DATE_EPOCH") or _told("git", "-C", str(ROOT), "log", "-1", "--format=%ct")
    return datetime.fromtimestamp(int(stamp), UTC).date() if stamp else datetime.now(UTC).date()


def _glibc() -> str:
    return platform.libc_ver()[1] or "2.36"


def _told(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def _filled(recipe: str, facts: Mapping[str, str]) -> str:
    text = (RECIPES / recipe).read_text(encoding="utf-8")
    for name, value in facts.items():
        text = text.replace(f"@{name}@", value)
    return text


def _pack(text: str, target: Path) -> None:
    target.write_bytes(gzip.compress(text.encode(), mtime=0))


def _size(folder: Path) -> int:
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file())


def _fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _owned_by_nobody(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    return member


if __name__ == "__main__":
    sys.exit(main())
