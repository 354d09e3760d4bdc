"""What the owner chose at the desk, kept in the settings file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from ui.shared.background import Background

if TYPE_CHECKING:
    from app.settings import Settings


class Preferences:
    """The settings as they are now; each change is written in the background."""

    def __init__(
        self, settings: Settings, *, save: Callable[[Settings], None], background: Background
    ) -> None:
        self._settings = settings
        self._save = save
        self._background = background

    @property
    def settings(self) -> Settings:
        return self._settings

    def choose_address(self, address: str) -> None:
        self._keep(replace(self._settings, address=address))

    def choose_paper_size(self, size: str) -> None:
        self._keep(replace(self._settings, paper_size=size))

    def choose_paper(self, size: str, design: str) -> None:
        """What a sheet was chosen to be: the next one begins so."""
        self._keep(replace(self._settings, paper_size=size, paper_design=design))

    def choose_slip_paper(self, paper: str, design: str) -> None:
        """As `choose_paper`, for cards, slips and ballots."""
        self._keep(replace(self._settings, slip_paper=paper, slip_design=design))

    def remember_folder(self, folder: str) -> None:
        """Where a file was saved."""
        self._keep(replace(self._settings, save_folder=folder))

    def remember_wifi(self, name: str) -> None:
        """What customers may join. Its password is kept nowhere."""
        self._keep(replace(self._settings, guest_wifi=name))

    def remember_kiosk(self, kiosk_id: str) -> None:
        """The kiosk that was opened on this computer."""
        self._keep(replace(self._settings, local_kiosk=kiosk_id))

    def choose_look(self, theme: str, text_percent: int) -> None:
        self._keep(replace(self._settings, theme=theme, text_percent=text_percent))

    def choose_tray(self, kept: bool) -> None:
        self._keep(replace(self._settings, tray=kept))

    def choose_ports(self, port: int, tls_port: int) -> None:
        """For the next start of the server."""
        self._keep(replace(self._settings, port=port, tls_port=tls_port))

    def _keep(self, settings: Settings) -> None:
        if settings != self._settings:
            self._settings = settings
            self._background.run(lambda: self._save(settings))
