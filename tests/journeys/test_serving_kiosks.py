"""A kiosk's life over TLS with a real server process: paired, delivering, shut out from the desk."""

from __future__ import annotations

import hashlib
import json
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.domain.claim_codes import new_claim_code
from app.domain.clock import SystemClock
from app.domain.ids import new_id
from app.domain.inbox import InboxView
from app.opening import OwnersShop, open_owners_shop
from app.paths import DataFolder
from app.reach import ServingRecord, kiosk_address
from app.settings import Settings
from app.web.certificate import certificate_fingerprint
from tests.serving import running_server
from tests.unit.web.running import until

BATCH = 60


@dataclass
class Paired:
    client: httpx.Client
    desk: OwnersShop
    key: str

    def post(self, path: str, body: object) -> httpx.Response:
        headers = {"authorization": f"Bearer {self.key}"}
        return self.client.post(f"/api/v1/{path}", json=body, headers=headers)

    def beat(self) -> httpx.Response:
        return self.post("kiosk", {"protocol": 1, "version": "0.1.0", "outbox": 0})


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[Paired]:
    """Paired as a kiosk pairs: it looks at the certificate before it says anything."""
    folder = DataFolder(tmp_path / "shop")
    with running_server(folder.root, "--tls-port", "0"), open_owners_shop(folder) as desk:
        port = ServingRecord(folder).tls_port()
        assert port is not None
        code = desk.owner.new_pairing(certificate_fingerprint(folder.root))
        shown = ssl.get_server_certificate(("127.0.0.1", port))
        assert code.is_of(hashlib.sha256(ssl.PEM_cert_to_DER_cert(shown)).digest())
        with httpx.Client(base_url=f"https://127.0.0.1:{port}", verify=pinning(shown)) as client:
            answer = client.post("/api/v1/pair", json={"code": code.secret, "name": "Counter"})
            assert answer.status_code == 201, answer.text
            yield Paired(client, desk, answer.json()["key"])


def pinning(certificate: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.load_verify_locations(cadata=certificate)
    return context


def an_idea(text: str) -> dict[str, Any]:
    return {
        "kind": "idea",
        "id": str(new_id(SystemClock().now())),
        "claim_code": new_claim_code(),
        "waited_seconds": 5,
        "text": text,
    }


def test_what_a_kiosk_delivers_lies_in_the_inbox_in_its_order(kiosk: Paired) -> None:
    sent = [an_idea(f"Idea {number}") for number in range(BATCH)]

    results = kiosk.post("deliveries", {"items": sent}).json()["results"]
    again = kiosk.post("deliveries", {"items": sent}).json()["results"]

    assert [one["status"] for one in results] == [201] * BATCH
    assert [one["status"] for one in again] == [200] * BATCH
    arrived = kiosk.desk.owner.inbox(InboxView.ALL).ideas
    assert [idea.text for idea in reversed(arrived)] == [one["text"] for one in sent]


def test_a_kiosk_that_the_desk_revokes_is_out_at_once_and_back_by_undo(kiosk: Paired) -> None:
    assert kiosk.beat().status_code == 200
    owner = kiosk.desk.owner
    [listed] = owner.kiosks()
    assert listed.last_seen_at is not None

    owner.revoke_kiosk(listed.id)
    until(lambda: kiosk.beat().status_code == 401, seconds=1)
    owner.undo()

    until(lambda: kiosk.beat().status_code == 200, seconds=1)


def test_a_change_at_the_desk_is_in_the_next_heartbeat(kiosk: Paired) -> None:
    before = kiosk.beat().json()
    kiosk.desk.owner.set_kiosk_pin("4711")
    kiosk.desk.owner.add_idea("A bench outside")

    after = kiosk.beat().json()

    assert (before["facts"]["pin"], after["facts"]["pin"]["iterations"] > 0) == (None, True)
    assert after["board_version"] > before["board_version"]


def test_phones_are_led_to_the_plain_port_and_kiosks_to_the_other(kiosk: Paired) -> None:
    record = ServingRecord(kiosk.desk.folder)

    phone = kiosk.beat().json()["facts"]["phone_address"]
    address = kiosk_address(Settings(), kiosk.desk.folder)

    assert phone is None or phone.endswith(f":{record.port()}/")
    assert address is not None
    assert address.endswith(f":{record.tls_port()}")


def test_a_kiosk_of_another_shop_trusts_nobody_here(kiosk: Paired, tmp_path: Path) -> None:
    other = certificate_fingerprint(tmp_path)
    port = ServingRecord(kiosk.desk.folder).tls_port()
    shown = ssl.get_server_certificate(("127.0.0.1", port or 0))

    code = kiosk.desk.owner.new_pairing(other)

    assert not code.is_of(hashlib.sha256(ssl.PEM_cert_to_DER_cert(shown)).digest())
    theirs = (tmp_path / "server-certificate.pem").read_text()
    strange = pinning(theirs[theirs.index("-----BEGIN CERTIFICATE") :])
    with pytest.raises(httpx.ConnectError, match="CERTIFICATE_VERIFY_FAILED"):
        httpx.get(f"https://127.0.0.1:{port}/healthz", verify=strange)


def test_the_whole_answer_is_json_that_names_no_secret(kiosk: Paired) -> None:
    text = json.dumps(kiosk.beat().json())

    assert kiosk.key not in text
