"""What a person may edit in `settings.toml`, declared here with its default. What belongs to the board
(name, colour, promise) lies in the database instead."""

from __future__ import annotations

import os
import tomllib
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, datetime
from pathlib import Path

import tomli_w

from app.domain.errors import StorageProblem
from app.domain.notices import Design, PaperSize, Roll
from app.domain.translation import mark

DEFAULT_PORT, DEFAULT_TLS_PORT = 8765, 8766
THEMES = ("system", "light", "dark", "contrast")


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """`address` is this machine's address as phones reach it, empty = the best one found. `port` is fixed,
    for it is printed, and `tls_port`, for kiosks keep it; `text_percent` is 100 to 200. `local_kiosk` is the
    id of the kiosk that was opened on this computer. `guest_wifi` is the name of the Wi-Fi that stood on the
    last card. `tray`: the desk stays there when its window closes. `slip_paper` and `slip_design` are for
    what is handed over the counter, which often comes from another printer. `save_folder` is where a file was
    saved last, empty = the person's documents."""

    port: int = DEFAULT_PORT
    tls_port: int = DEFAULT_TLS_PORT
    address: str = ""
    theme: str = "system"
    text_percent: int = 100
    paper_size: str = PaperSize.A5.value
    paper_design: str = Design.PLAIN.value
    slip_paper: str = PaperSize.A4.value
    slip_design: str = Design.PLAIN.value
    local_kiosk: str = ""
    guest_wifi: str = ""
    tray: bool = False
    save_folder: str = ""


class SettingsFile:
    """The file and what it says. A damaged file is kept aside and the defaults serve; `kept_aside` is where
    it lies, once there was one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.kept_aside: Path | None = None

    def load(self) -> Settings:
        """What the file says; a value that cannot be is left at its default.

        A file that is no TOML at all is kept aside first (`kept_aside`), so nothing is lost. Raises
        StorageProblem when the file is there but cannot be read.
        """
        try:
            written = tomllib.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return Settings()
        except (tomllib.TOMLDecodeError, UnicodeDecodeError):
            self._keep_aside()
            return Settings()
        except OSError as error:
            raise StorageProblem(
                mark("%(file)s cannot be read: %(reason)s."), file=self._path, reason=error.strerror
            ) from error
        return _accept(Settings(), written)

    def save(self, settings: Settings) -> None:
        """Replace the file in one step, so that a crash leaves the old or the new one.

        Raises StorageProblem.
        """
        draft = self._path.with_suffix(".toml.new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with draft.open("wb") as file:
                tomli_w.dump(asdict(settings), file)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(self._path)
        except OSError as error:
            raise StorageProblem(
                mark("%(file)s cannot be written: %(reason)s."), file=self._path, reason=error.strerror or "?"
            ) from error

    def _keep_aside(self) -> None:
        """Under a name that no other has; where the folder does not let us, it stays where it is."""
        number, moment = 1, datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
        aside = self._path.with_name(f"{self._path.name}.broken-{moment}")
        while aside.exists():
            number += 1
            aside = self._path.with_name(f"{self._path.name}.broken-{moment}-{number}")
        try:
            self._path.replace(aside)
        except OSError:
            return
        self.kept_aside = aside


def _accept(settings: Settings, written: dict[str, object]) -> Settings:
    for field in fields(Settings):
        value = written.get(field.name)
        if type(value) is type(getattr(settings, field.name)) and _is_possible(field.name, value):
            settings = replace(settings, **{field.name: value})  # type: ignore[arg-type]
    return settings


def _is_possible(name: str, value: object) -> bool:
    possible: dict[str, object] = {
        "port": range(1, 65536),
        "tls_port": range(1, 65536),
        "theme": THEMES,
        "text_percent": range(100, 201),
        "paper_size": tuple(PaperSize),
        "paper_design": tuple(Design),
        "slip_paper": (*PaperSize, *Roll),
        "slip_design": tuple(Design),
    }
    allowed = possible.get(name)
    return allowed is None or value in allowed  # type: ignore[operator]
