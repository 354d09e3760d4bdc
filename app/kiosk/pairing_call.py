"""How a kiosk gets to know its server: the certificate is compared with the code before anything secret is
sent, and from then on it is the only one that is trusted."""

from __future__ import annotations

import hashlib

from app.domain.errors import AppError, InvalidInput
from app.domain.pairing import PairingCode, parse_pairing_code
from app.domain.text import LABEL_GRAPHEMES, clean_line, first_graphemes
from app.domain.translation import mark
from app.kiosk.address import Address, parse_address
from app.kiosk.client import NotAdmitted, Rejected, ServerClient, Unreachable
from app.kiosk.json_parts import Garbled
from app.kiosk.pairings import Pairing
from app.kiosk.pinning import fetch_certificate
from app.kiosk.wire import paired_of

_NO_CODE = mark("This is no pairing code. Please compare it letter by letter.")
_NOBODY = mark("Nobody answers at this address. Is the shop's computer on, and in the same network?")
_ANOTHER = mark("Another computer answers at this address than the one this code is from. Please check both.")
_OLD_CODE = mark("This code is wrong, used or half an hour old. Please have a new one made at the desk.")
_OTHER_VERSION = mark("The shop's computer runs another version of Teacup. Please update both.")
_TOO_OFTEN = mark("Too many codes were tried. Please wait a minute, then try again.")
_PLAIN_NAME = "Kiosk"


async def pair(address: str, code: str, name: str) -> Pairing:
    """Pair with the server at `address`. Raises InvalidInput on `address` or `code`, AppError otherwise."""
    server, parsed = parse_address(address), parse_pairing_code(code)
    if parsed is None:
        raise InvalidInput("code", _NO_CODE)
    certificate = _compared_certificate(server, parsed) if server.is_secret else b""
    called = first_graphemes(clean_line(name), LABEL_GRAPHEMES) or _PLAIN_NAME
    async with ServerClient(server.url, certificate=certificate) as client:
        try:
            paired = paired_of(await client.post("/pair", {"code": parsed.secret, "name": called}))
        except Unreachable as error:
            raise AppError(_TOO_OFTEN if error.retry_after else _NOBODY) from error
        except (Rejected, NotAdmitted) as error:
            raise _refusal(error) from error
        except Garbled as error:
            raise AppError(_OTHER_VERSION) from error
    return Pairing(address=server.url, key=paired.key, kiosk_id=paired.kiosk_id, certificate=certificate)


def _compared_certificate(server: Address, code: PairingCode) -> bytes:
    try:
        certificate = fetch_certificate(server)
    except OSError as error:
        raise AppError(_NOBODY) from error
    if not code.is_of(hashlib.sha256(certificate).digest()):
        raise AppError(_ANOTHER)
    return certificate


def _refusal(error: Rejected | NotAdmitted) -> AppError:
    if isinstance(error, Rejected) and error.status == 403:
        return InvalidInput("code", _OLD_CODE)
    return AppError(_OTHER_VERSION)
