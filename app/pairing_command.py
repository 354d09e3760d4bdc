"""`teacup pair`: makes a code for one kiosk and says where the kiosk finds the server."""

from __future__ import annotations

import argparse

from app.domain.clock import Clock, SystemClock, rfc3339
from app.domain.pairing import VALID_FOR
from app.listing import as_json
from app.opening import open_owners_shop
from app.paths import DataFolder
from app.reach import kiosk_address
from app.settings import SettingsFile
from app.web.certificate import certificate_fingerprint


def pair(arguments: argparse.Namespace, clock: Clock | None = None) -> int:
    """Print a code, this once. Raises AppError."""
    folder = DataFolder.choose(arguments.data)
    clock = clock or SystemClock()
    with open_owners_shop(folder, clock) as shop:
        code = shop.owner.new_pairing(certificate_fingerprint(folder.root))
        until = clock.now() + VALID_FOR
    address = kiosk_address(SettingsFile(folder.settings).load(), folder)
    if arguments.json:
        print(as_json({"code": code.text, "until": rfc3339(until), "address": address}))
        return 0
    print(code.spaced)
    print(f"For one kiosk, until {until.astimezone():%H:%M}.")
    if address is None:
        print("No server listens for kiosks now: teacup serve --tls-port PORT starts one.")
    else:
        print(f"Address to type at the kiosk: {address}")
    return 0
