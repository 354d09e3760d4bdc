"""The address that goes onto paper: where customers reach this shop, and whether anybody answers there."""

from __future__ import annotations

import ipaddress
import json
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

import psutil

from app.addresses import machine_addresses
from app.domain.shop import Shop
from app.domain.web_addresses import written_host
from app.paths import DataFolder
from app.private import replace_privately
from app.settings import Settings

PROBE_SECONDS = 3.0
LOOPBACK = "127.0.0.1"
_OUR_BODY_BYTES = 2_000


@dataclass(frozen=True, slots=True)
class Reach:
    """`address` has no slash at its end. `answers`: our own server replied there just now. `is_local`: no
    other machine can follow it."""

    address: str
    answers: bool
    is_local: bool


@dataclass(frozen=True, slots=True)
class Ports:
    """Where a server listens: for customers, and over TLS for kiosks if they are served."""

    port: int
    tls_port: int | None


def find_reach(
    shop: Shop, settings: Settings, folder: DataFolder, *, probe: Callable[[str], bool] | None = None
) -> Reach:
    """Where customers reach the shop now. Waits some seconds for an answer at most."""
    known = [found.address for found in machine_addresses()]
    address = choose_address(shop.public_address, settings, known, ServingRecord(folder).port())
    return Reach(address, (probe or answers)(address), is_local(address))


def choose_address(public: str, settings: Settings, known: Sequence[str], port: int | None) -> str:
    """The address chosen in the settings if this machine has it or it is a whole one (`https://...`), else
    the shop's public one, else the best of `known`, else this machine's own loopback."""
    chosen = settings.address
    if chosen.startswith(("http://", "https://")):
        return chosen.rstrip("/")
    if public and not chosen:
        return public.rstrip("/")
    host = chosen if chosen in known else next(iter(known), LOOPBACK)
    return base_address(host, settings.port if port is None else port)


def base_address(host: str, port: int) -> str:
    named = written_host(host)
    return f"http://{named}" if port == 80 else f"http://{named}:{port}"


def is_local(address: str) -> bool:
    """Whether `address` leads every machine to itself only."""
    host = urlsplit(address).hostname or ""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def answers(address: str) -> bool:
    """Whether the customers' pages answer at `address`, asked over HTTP as a phone would.

    Blocks for some seconds at most; never raises for what the network does.
    """
    with suppress(OSError, HTTPException, ValueError):
        parts = urlsplit(address)
        make = HTTPSConnection if parts.scheme == "https" else HTTPConnection
        connection = make(parts.hostname or "", parts.port, timeout=PROBE_SECONDS)
        try:
            connection.request("GET", f"{parts.path.rstrip('/')}/healthz")
            response = connection.getresponse()
            response.read(_OUR_BODY_BYTES)
            return response.status == 200
        finally:
            connection.close()
    return False


def is_served(folder: DataFolder) -> bool:
    """Whether the server of this data folder answers now. Waits some seconds for it at most."""
    address = ServingRecord(folder).address()
    return address is not None and answers(address)


def ports_in_service(folder: DataFolder) -> Ports | None:
    """The ports of a server that serves this very folder now, whoever started it. Waits some seconds for its
    answer at most."""
    record = ServingRecord(folder)
    port = record.port()
    if port is None or not (record.is_of_a_living_process() and is_served(folder)):
        return None
    return Ports(port, record.tls_port())


def kiosk_address(settings: Settings, folder: DataFolder) -> str | None:
    """What to type at a kiosk so that it reaches this shop's server; None while none listens for kiosks."""
    record = ServingRecord(folder)
    port = record.tls_port()
    if port is None or not record.is_of_a_living_process():
        return None
    known = [found.address for found in machine_addresses()]
    host = settings.address if settings.address in known else next(iter(known), LOOPBACK)
    return f"https://{host}:{port}"


class ServingRecord:
    """A small file in the data folder that says where the shop's server listens now."""

    def __init__(self, folder: DataFolder) -> None:
        self._path = folder.serving

    def write(self, port: int, address: str, tls_port: int | None = None) -> None:
        """`address` is how this machine reaches the server. Raises OSError."""
        written = {"port": port, "tls_port": tls_port, "address": address, "process": os.getpid()}
        replace_privately(self._path, json.dumps(written))

    def remove(self) -> None:
        """Only our own: a server that took over meanwhile keeps its record."""
        with suppress(OSError):
            if self._read().get("process") == os.getpid():
                self._path.unlink()

    def port(self) -> int | None:
        """The port written last; whether somebody listens there is for a probe to tell."""
        return _port(self._read().get("port"))

    def tls_port(self) -> int | None:
        """Where kiosks are served over TLS, if they are; as true as `port`."""
        return _port(self._read().get("tls_port"))

    def address(self) -> str | None:
        """How this machine reaches the server that wrote the record last; as true as `port`."""
        address = self._read().get("address")
        return address if isinstance(address, str) else None

    def is_of_a_living_process(self) -> bool:
        """Whether who wrote it has not ended; after a power cut the port may be another's."""
        process = self._read().get("process")
        return isinstance(process, int) and process > 0 and psutil.pid_exists(process)

    def _read(self) -> dict[str, object]:
        with suppress(OSError, ValueError):
            written = json.loads(self._path.read_text(encoding="utf-8"))
            return written if isinstance(written, dict) else {}
        return {}


def _port(written: object) -> int | None:
    return written if isinstance(written, int) and 0 < written < 65536 else None
