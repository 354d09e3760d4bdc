"""What lies outside the desk and is replaced in tests: network, printer, other programs, boxes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess
from PySide6.QtGui import QGuiApplication

from app.domain.errors import AppError
from app.domain.translation import mark
from app.paths import DataFolder
from app.program import own_command
from ui.desk.paperwork import SendToPrinter
from ui.desk.printing.viewing import Viewer
from ui.shared.messages import Messages

if TYPE_CHECKING:
    from app.addresses import MachineAddress
    from app.first_run import FirstRunFile


@dataclass(frozen=True, kw_only=True, slots=True)
class Surroundings:
    """`probe` tells whether an address answers. `fingerprint` is the SHA-256 of the server's certificate, and
    `open_kiosk` starts a kiosk on this computer with the server's address and a pairing code (none: it is
    paired already); both raise AppError and are called off the GUI thread.

    `send_to_printer` takes the place of the system's dialog and printer, `viewer` keeps what another program
    looks at; without one nothing is looked at elsewhere.

    `first_run` is where the first run is kept, none = in memory; `try_sample` opens the sample shop in a
    program of its own (raises AppError), `leave_sample` is there in that shop only and is called
    when it is to go."""

    addresses: Callable[[], list[MachineAddress]]
    probe: Callable[[str], bool]
    fingerprint: Callable[[], bytes]
    open_kiosk: Callable[[str, str], None]
    screens: Callable[[], int]
    send_to_printer: SendToPrinter | None = None
    viewer: Viewer | None = None
    messages: Messages | None = None
    first_run: FirstRunFile | None = None
    try_sample: Callable[[], None] | None = None
    leave_sample: Callable[[], None] | None = None


def kiosk_arguments(folder: DataFolder, address: str, code: str) -> list[str]:
    """What the command line of a kiosk on this computer says; without a code it is paired already."""
    pairing = ["--server", address, "--pair", code] if code else []
    return ["--data", str(folder.kiosk), "kiosk", *pairing]


def real_surroundings(folder: DataFolder, leave_sample: Callable[[], None] | None = None) -> Surroundings:
    """This machine. What few need is imported when it is first asked."""
    from app.first_run import FirstRunFile

    def addresses() -> list[MachineAddress]:
        from app.addresses import machine_addresses

        return machine_addresses()

    def probe(address: str) -> bool:
        from app.reach import answers

        return answers(address)

    def fingerprint() -> bytes:
        from app.web.certificate import certificate_fingerprint

        return certificate_fingerprint(folder.root)

    def open_kiosk(address: str, code: str) -> None:
        program, *arguments = own_command(*kiosk_arguments(folder, address, code))
        # On its own: customers go on pinning when the desk is closed.
        has_started, _process = QProcess.startDetached(program, arguments)
        if not has_started:
            raise AppError(mark("The kiosk cannot be started on this computer."))

    def try_sample() -> None:
        program, *arguments = own_command("--data", str(folder.root), "sample")
        has_started, _process = QProcess.startDetached(program, arguments)
        if not has_started:
            raise AppError(mark("The sample shop cannot be opened on this computer."))

    return Surroundings(
        addresses=addresses,
        probe=probe,
        fingerprint=fingerprint,
        open_kiosk=open_kiosk,
        screens=lambda: len(QGuiApplication.screens()),
        viewer=Viewer(folder.viewing),
        first_run=FirstRunFile(folder.first_run),
        try_sample=None if leave_sample else try_sample,
        leave_sample=leave_sample,
    )
