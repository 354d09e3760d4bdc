"""The shop's Wi-Fi for customers, and the text of the QR code that lets a phone join it."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.errors import InvalidInput
from app.domain.translation import mark

# What the standards allow (IEEE 802.11): a name by its bytes, a passphrase of printable ASCII, or the key
# itself in hexadecimal.
NAME_BYTES = 32
SHORTEST_PASSWORD, LONGEST_PASSWORD, KEY_DIGITS = 8, 63, 64
_SPECIAL = '\\;,:"'
_HEX = frozenset("0123456789abcdefABCDEF")


@dataclass(frozen=True, kw_only=True, slots=True)
class WifiNetwork:
    """`name` is what phones show; without a password it is open. A hidden one does not tell its name. The
    password is never part of what is shown of it, nor kept anywhere."""

    name: str
    password: str = field(default="", repr=False)
    is_hidden: bool = False

    @property
    def is_open(self) -> bool:
        return not self.password

    @property
    def join_code(self) -> str:
        """What phones read from the QR code and join."""
        kind = "T:nopass;" if self.is_open else "T:WPA;"
        password = "" if self.is_open else f"P:{_value(self.password)};"
        hidden = "H:true;" if self.is_hidden else ""
        return f"WIFI:{kind}S:{_value(self.name)};{password}{hidden};"


def wifi_network(name: str, password: str, *, is_open: bool = False, is_hidden: bool = False) -> WifiNetwork:
    """The network as it was typed: spaces belong to it. Raises InvalidInput on `network` or `password`."""
    if not name.strip():
        raise InvalidInput("network", mark("Please type the name of the Wi-Fi, as phones show it."))
    if len(name.encode()) > NAME_BYTES:
        raise InvalidInput("network", mark("The name of a Wi-Fi is at most 32 letters long."))
    if not name.isprintable():
        raise InvalidInput("network", mark("The name of the Wi-Fi has a letter that cannot be printed."))
    if is_open:
        return WifiNetwork(name=name, is_hidden=is_hidden)
    _check_password(password)
    return WifiNetwork(name=name, password=password, is_hidden=is_hidden)


def _check_password(password: str) -> None:
    if not password:
        raise InvalidInput(
            "password", mark("Please type the password of the Wi-Fi, or say that it has none.")
        )
    is_key = len(password) == KEY_DIGITS and _HEX.issuperset(password)
    is_phrase = SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD
    if not is_key and not is_phrase:
        raise InvalidInput("password", mark("A Wi-Fi password is 8 to 63 letters long."))
    if not (password.isascii() and password.isprintable()):
        raise InvalidInput("password", mark("A Wi-Fi password has plain letters, digits and signs only."))


def _value(text: str) -> str:
    """With a backslash before what would end it. No quotation marks: some phones read them as letters."""
    return "".join(f"\\{letter}" if letter in _SPECIAL else letter for letter in text)
