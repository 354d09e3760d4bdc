"""The packages as a shop installs, updates and removes them; its data stay, whatever is done."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tarfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from tests.rules.bundle import of_the_bundle
from ui.shared.autostart import Program

ROOT = Path(__file__).parents[2]
RECIPES = ROOT / ".ci" / "packages"
OLD_SHOP = ROOT / "tests" / "old_data" / "schema_0001.db"
# A root of its own, whose other packages nobody installed and whose scripts run on this system.
ELSEWHERE = ("--force-depends", "--force-script-chrootless", "--force-not-root")


@dataclass(frozen=True)
class Computer:
    """One with nothing on it but what is installed."""

    root: Path

    @property
    def home(self) -> Path:
        return self.root / "home"

    @property
    def data(self) -> Path:
        return self.home / ".local" / "share" / "teacup"

    def run(self, *command: str | Path) -> subprocess.CompletedProcess[str]:
        bare = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": str(self.home), "LANG": "C.UTF-8"}
        return subprocess.run(
            command, cwd=self.root, env=bare, capture_output=True, text=True, timeout=120, check=False
        )

    def dpkg(self, *arguments: str | Path) -> str:
        ended = self.run("dpkg", f"--root={self.root}", *ELSEWHERE, *arguments)
        assert ended.returncode == 0, ended.stderr
        return ended.stdout


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    for folder in ("home", "var/lib/dpkg/info", "var/lib/dpkg/updates"):
        (tmp_path / folder).mkdir(parents=True)
    for file in ("status", "available"):
        (tmp_path / "var/lib/dpkg" / file).touch()
    return Computer(tmp_path)


@pytest.fixture(scope="session")
def packages(bundle: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packages")
    options = ["--quick", "--bundle", str(bundle), "--out", str(folder)]
    made = subprocess.run(
        [sys.executable, ".ci/make_packages.py", "deb", "tar", *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    return folder


class TestBuilt:
    pytestmark = of_the_bundle

    def test_the_package_installs_updates_and_leaves_the_data(
        self, packages: Path, computer: Computer
    ) -> None:
        [package] = packages.glob("*.deb")
        teacup = computer.root / "usr" / "bin" / "teacup"
        computer.dpkg("--install", package)
        code = computer.run(teacup, "add", "A bench outside").stdout.strip()

        computer.dpkg("--install", package)

        assert "A bench outside" in computer.run(teacup, "idea", code).stdout
        told = computer.dpkg("--remove", "teacup")
        assert "~/.local/share/teacup" in told
        assert "stay where they were" in told
        assert not teacup.exists()
        assert not (computer.root / "usr" / "lib" / "teacup").exists()
        assert (computer.data / "teacup.db").is_file()

    def test_the_installed_program_finds_itself_whole_and_takes_an_old_shop_along(
        self, packages: Path, computer: Computer
    ) -> None:
        [package] = packages.glob("*.deb")
        computer.dpkg("--install", package)
        teacup = computer.root / "usr" / "bin" / "teacup"
        computer.data.mkdir(parents=True, mode=0o700)
        shutil.copy(OLD_SHOP, computer.data / "teacup.db")

        whole = computer.run(teacup, "--selftest")
        ideas = computer.run(teacup, "ideas", "--json")

        assert whole.returncode == 0, whole.stdout + whole.stderr
        assert ideas.returncode == 0, ideas.stderr
        assert json.loads(ideas.stdout)
        assert list((computer.data / "backups").iterdir()), "what an update changes is kept before"

    def test_desktops_find_its_entry_pictures_and_manual(self, packages: Path, computer: Computer) -> None:
        [package] = packages.glob("*.deb")
        computer.dpkg("--install", package)
        share = computer.root / "usr" / "share"

        assert (share / "applications" / "app.teacup.Teacup.desktop").is_file()
        assert len(list((share / "icons").rglob("app.teacup.Teacup.*"))) == 8
        assert (share / "doc" / "teacup" / "copyright").is_file()
        assert (share / "metainfo" / "app.teacup.Teacup.metainfo.xml").is_file()
        manual = computer.run(
            "man", "--warnings", "-E", "UTF-8", "-l", share / "man" / "man1" / "teacup.1.gz"
        )
        assert manual.stderr == ""
        assert "suggestion board for small shops" in manual.stdout

    def test_the_archive_puts_itself_among_ones_programs_and_goes_again(
        self, packages: Path, computer: Computer
    ) -> None:
        [packed] = packages.glob("*.tar")
        with tarfile.open(packed) as archive:
            archive.extractall(computer.root, filter="tar")
        [folder] = computer.root.glob("teacup-*")

        put = computer.run(folder / "install")
        teacup = computer.home / ".local" / "bin" / "teacup"
        code = computer.run(teacup, "add", "A bench outside").stdout.strip()
        again = computer.run(folder / "install")

        assert put.returncode == again.returncode == 0, put.stderr + again.stderr
        entry = computer.home / ".local/share/applications/app.teacup.Teacup.desktop"
        assert f'Exec="{computer.home}/.local/lib/teacup/teacup" kiosk' in entry.read_text()
        assert "A bench outside" in computer.run(teacup, "idea", code).stdout
        gone = computer.run(computer.home / ".local/lib/teacup/install", "--remove")
        assert "stay in" in gone.stdout
        assert not teacup.is_symlink()
        assert not entry.exists()
        assert (computer.data / "teacup.db").is_file()


def test_the_desktop_entry_is_valid() -> None:
    wants("desktop-file-validate")
    told = subprocess.run(
        ["desktop-file-validate", RECIPES / "app.teacup.Teacup.desktop"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.returncode, told.stdout) == (0, "")


def test_the_metadata_are_valid(tmp_path: Path) -> None:
    wants("appstreamcli")
    name = "app.teacup.Teacup.metainfo.xml"
    filled = (RECIPES / name).read_text().replace("@VERSION@", "0.1.0").replace("@DATE@", "2026-11-30")
    (tmp_path / name).write_text(filled)
    told = subprocess.run(
        ["appstreamcli", "validate", "--no-net", tmp_path / name], capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stdout


def test_the_unit_starts_what_the_package_installs() -> None:
    unit = (RECIPES / "teacup-server.service").read_text()

    assert "ExecStart=/usr/bin/teacup serve\n" in unit


def test_windows_and_macs_get_their_pictures(tmp_path: Path) -> None:
    code = "import sys, make_packages; from pathlib import Path; make_packages.write_icons(Path(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", code, tmp_path], cwd=ROOT / ".ci", check=True, timeout=60)

    with Image.open(tmp_path / "teacup.ico") as icon:
        assert {(16, 16), (32, 32), (256, 256)} <= icon.info["sizes"]
    with Image.open(tmp_path / "teacup.icns") as icon:
        assert max(icon.info["sizes"])[0] >= 256


def test_the_windows_installer_names_the_values_that_the_desk_writes() -> None:
    recipe = (RECIPES / "teacup.iss").read_text()

    for program in Program:
        assert f'ValueName: "{program.value}"' in recipe
        assert f"RegDeleteValue(HKEY_CURRENT_USER, RunKey, '{program.value}');" in recipe
    assert "profile=private" in recipe
    assert recipe.count('{#Rule}""') == 2


def wants(program: str) -> None:
    if shutil.which(program) is None and not os.environ.get("CI"):
        pytest.skip(f"{program} is not installed; `.ci/system-packages test` installs it as root")
