"""What the settings need of this very computer. What few need is imported when it is first asked."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication

from app.opening import OwnersShop
from app.program import own_command, program_version
from ui.desk.settings.housekeeping import Housekeeping
from ui.desk.settings.starting import Starting
from ui.desk.tray import Tray


def real_housekeeping(shop: OwnersShop) -> Housekeeping:
    """Of the shop that is open."""

    def starts() -> bool:
        from ui.shared.autostart import Program, starts_by_itself

        return starts_by_itself(Program.DESK)

    def set_starting(wanted: bool) -> None:
        from ui.shared.autostart import Program, set_autostart

        set_autostart(Program.DESK, own_command("--data", str(shop.folder.root)), is_on=wanted)

    def diagnose() -> str:
        from app.diagnostics import diagnostics

        screens = ", ".join(f"{s.size().width()}×{s.size().height()}" for s in QGuiApplication.screens())
        more = {"Qt": qVersion(), "Platform": QGuiApplication.platformName(), "Screens": screens}
        return diagnostics(shop.folder, shop.keeper.check(), more)

    return Housekeeping(
        keeper=shop.keeper,
        folder=shop.folder.root,
        starting=Starting(starts, set_starting),
        has_tray=Tray.is_there,
        show_folder=_show_folder,
        diagnose=diagnose,
        copy=lambda text: QGuiApplication.clipboard().setText(text),
        version=program_version(),
    )


def _show_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
