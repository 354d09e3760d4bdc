"""What lies outside the desk and is replaced in tests: network, printer, boxes over the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.desk.paperwork import SendToPrinter
from ui.shared.messages import Messages

if TYPE_CHECKING:
    from app.addresses import MachineAddress


@dataclass(frozen=True, kw_only=True, slots=True)
class Surroundings:
    """`probe` tells whether an address answers."""

    addresses: Callable[[], list[MachineAddress]]
    probe: Callable[[str], bool]
    send_to_printer: SendToPrinter | None = None
    messages: Messages | None = None


def real_surroundings() -> Surroundings:
    """This machine. What asks over the network is imported when it is first asked."""

    def addresses() -> list[MachineAddress]:
        from app.addresses import machine_addresses

        return machine_addresses()

    def probe(address: str) -> bool:
        from app.reach import answers

        return answers(address)

    return Surroundings(addresses=addresses, probe=probe)
