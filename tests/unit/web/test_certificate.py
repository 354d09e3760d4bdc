"""The certificate that kiosks are paired with: one per shop, whoever asks first."""

from __future__ import annotations

import hashlib
import ssl
import stat
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.domain.errors import StorageProblem
from app.web.certificate import CERTIFICATE_FILE, certificate_fingerprint, server_context


def test_its_fingerprint_is_that_of_what_the_server_shows(tmp_path: Path) -> None:
    fingerprint = certificate_fingerprint(tmp_path)
    server_context(tmp_path)

    written = (tmp_path / CERTIFICATE_FILE).read_text()
    shown = ssl.PEM_cert_to_DER_cert(written[written.index("-----BEGIN CERTIFICATE") :])
    assert fingerprint == hashlib.sha256(shown).digest()


def test_all_who_ask_at_once_get_the_same(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as threads:
        fingerprints = set(threads.map(lambda _: certificate_fingerprint(tmp_path), range(16)))

    assert fingerprints == {certificate_fingerprint(tmp_path)}
    assert [path.name for path in tmp_path.iterdir()] == [CERTIFICATE_FILE]


@pytest.mark.skipif(sys.platform == "win32", reason="rights of files are another matter there")
def test_only_its_owner_can_read_the_key(tmp_path: Path) -> None:
    certificate_fingerprint(tmp_path)

    assert stat.S_IMODE((tmp_path / CERTIFICATE_FILE).stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"no certificate", b"-----BEGIN CERTIFICATE-----\nAAAA\n"])
def test_a_damaged_one_is_told_and_left(tmp_path: Path, content: bytes) -> None:
    (tmp_path / CERTIFICATE_FILE).write_bytes(content)

    for ask in (certificate_fingerprint, server_context):
        with pytest.raises(StorageProblem, match="damaged"):
            ask(tmp_path)
    assert (tmp_path / CERTIFICATE_FILE).read_bytes() == content


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageProblem, match="cannot be read"):
        certificate_fingerprint(tmp_path / "nowhere")
