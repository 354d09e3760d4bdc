"""Pairing with a real server over real TLS: whom the kiosk believes, and what it tells nobody else."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import Queue
from uuid import uuid4

import pytest

from app.domain.clock import SystemClock
from app.domain.errors import AppError, InvalidInput
from app.domain.inbox import InboxView
from app.domain.pairing import PairingCode, new_pairing_code
from app.kiosk.address import parse_address
from app.kiosk.core import KioskCore
from app.kiosk.link import Changed, LinkState
from app.kiosk.outbox import Draft
from app.kiosk.pairings import Pairing
from app.kiosk.pinning import fetch_certificate, trusting
from app.opening import open_owners_shop
from app.paths import DataFolder
from app.web.certificate import certificate_fingerprint, server_context
from tests.serving import running_server, tls_port_of

PATIENCE = 20


@dataclass(frozen=True)
class Shop:
    folder: DataFolder
    port: int
    tls_port: int

    @property
    def address(self) -> str:
        return f"https://127.0.0.1:{self.tls_port}"

    def code(self) -> PairingCode:
        """As the owner has one made at the desk."""
        with open_owners_shop(self.folder, SystemClock()) as shop:
            return shop.owner.new_pairing(certificate_fingerprint(self.folder.root))


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    folder = DataFolder(tmp_path_factory.mktemp("shop"))
    with running_server(folder.root, "--tls-port", "0") as (process, port):
        yield Shop(folder, port, tls_port_of(process))


@pytest.fixture
def core(tmp_path: Path) -> Iterator[KioskCore]:
    opened = KioskCore.open(tmp_path / "kiosk", clock=SystemClock())
    yield opened
    opened.stop()


@dataclass
class Stranger:
    """Somebody with a certificate of his own, who writes down what he is told after the handshake."""

    folder: Path
    heard: list[bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.folder.mkdir()
        self._context = server_context(self.folder)
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    @property
    def address(self) -> str:
        return f"https://127.0.0.1:{self._listening.getsockname()[1]}"

    def close(self) -> None:
        with suppress(OSError):  # closed already
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._thread.join(PATIENCE)

    def _listen(self) -> None:
        while True:
            try:
                line, _ = self._listening.accept()
            except OSError:
                return
            line.settimeout(PATIENCE)
            try:
                with self._context.wrap_socket(line, server_side=True) as wrapped:
                    self.heard.append(wrapped.recv(65536))
            except OSError:
                self.heard.append(b"")


@pytest.fixture
def stranger(tmp_path: Path) -> Iterator[Stranger]:
    made = Stranger(tmp_path / "stranger")
    yield made
    made.close()


def wait_for(core: KioskCore, changes: Queue[Changed], state: LinkState) -> None:
    while core.link is not state:
        changes.get(timeout=PATIENCE)


def test_a_kiosk_is_paired_delivers_and_stops_within_a_second(core: KioskCore, shop: Shop) -> None:
    changes: Queue[Changed] = Queue()
    core.start(changes.put)

    core.pair(shop.address, shop.code().spaced, "By the door")
    wait_for(core, changes, LinkState.ONLINE)
    pinned = core.pin(Draft(text="A bench outside"))
    while core.waiting:
        changes.get(timeout=PATIENCE)

    with open_owners_shop(shop.folder, SystemClock()) as owners:
        found = owners.owner.inbox(InboxView.ALL, after=None, limit=5).ideas
        assert [(idea.id, idea.claim_code) for idea in found] == [(pinned.id, pinned.claim_code)]
    assert core.facts is not None
    assert core.facts.kiosk_name.startswith("By the door")  # a second one of that name gets a number
    core.stop()
    assert not [thread for thread in threading.enumerate() if thread.name == "kiosk-courier"]


def test_another_computer_with_the_right_address_hears_nothing(
    core: KioskCore, shop: Shop, stranger: Stranger
) -> None:
    with pytest.raises(AppError, match="Another computer"):
        core.pair(stranger.address, shop.code().spaced, "By the door")

    stranger.close()
    assert b"".join(stranger.heard) == b""
    assert core.link is LinkState.UNPAIRED


def test_after_pairing_no_other_certificate_is_believed(
    core: KioskCore, shop: Shop, stranger: Stranger
) -> None:
    real = fetch_certificate(parse_address(shop.address))
    pairing = Pairing(address=stranger.address, key="the-key", kiosk_id=uuid4(), certificate=real)
    core._stock.pairings.set(pairing)
    changes: Queue[Changed] = Queue()

    core.start(changes.put)
    wait_for(core, changes, LinkState.OFFLINE)
    core.stop()

    stranger.close()
    assert b"".join(stranger.heard) == b""


def test_a_shop_that_made_a_new_certificate_is_a_stranger(
    core: KioskCore, shop: Shop, tmp_path: Path
) -> None:
    """Its old code names the old certificate."""
    code = shop.code()
    other = DataFolder(tmp_path / "other")
    with (
        running_server(other.root, "--tls-port", "0") as (process, _),
        pytest.raises(AppError, match="Another computer"),
    ):
        core.pair(f"https://127.0.0.1:{tls_port_of(process)}", code.spaced, "By the door")


def test_a_code_that_was_guessed_or_used_is_refused_at_its_box(core: KioskCore, shop: Shop) -> None:
    guessed = new_pairing_code(certificate_fingerprint(shop.folder.root))
    with pytest.raises(InvalidInput, match="half an hour") as refused:
        core.pair(shop.address, guessed.spaced, "By the door")
    assert refused.value.field == "code"

    code = shop.code()
    core.pair(shop.address, code.text.lower(), "By the door")
    with pytest.raises(InvalidInput, match="half an hour"):
        core.pair(shop.address, code.text, "By the door")
    assert core.link is LinkState.CONNECTING


def test_what_is_no_code_asks_nobody(core: KioskCore, stranger: Stranger) -> None:
    with pytest.raises(InvalidInput) as refused:
        core.pair(stranger.address, "ABCDE FGHJK", "By the door")

    assert refused.value.field == "code"
    stranger.close()
    assert stranger.heard == []


def test_on_the_same_machine_a_kiosk_is_paired_in_the_clear(core: KioskCore, shop: Shop) -> None:
    core.pair(f"http://127.0.0.1:{shop.port}", shop.code().text, "")

    pairing = core._stock.pairings.current()
    assert pairing is not None
    assert pairing.certificate == b""


def test_nobody_at_the_address_is_told_as_that(core: KioskCore, shop: Shop) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    code = shop.code().text

    with pytest.raises(AppError, match="Nobody answers"):
        core.pair(f"https://127.0.0.1:{port}", code, "By the door")
    with pytest.raises(AppError, match="Nobody answers"):
        core.pair(f"https://127.0.0.1:{shop.port}", code, "By the door")  # speaks no TLS


def test_who_accepts_and_says_nothing_is_not_waited_for() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = parse_address(f"https://127.0.0.1:{silent.getsockname()[1]}")

        with pytest.raises(OSError, match="timed out"):
            fetch_certificate(address, seconds=0.2)


def test_a_certificate_of_any_date_is_believed_once_it_is_pinned(shop: Shop) -> None:
    certificate = fetch_certificate(parse_address(shop.address))

    assert trusting(certificate).verify_flags & 0x200000
    assert trusting(certificate).verify_mode is ssl.CERT_REQUIRED
