"""The certificate of the kiosks' listener: made by this shop for itself, and pinned when a kiosk pairs."""

from __future__ import annotations

import os
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from app.domain.errors import StorageProblem
from app.domain.translation import mark
from app.private import name_if_free

CERTIFICATE_FILE = "server-certificate.pem"
NAME = "Teacup"
# Wide dates: a kiosk whose clock is wrong still has to reach the shop. Trust comes from pinning.
NOT_BEFORE = datetime(2020, 1, 1, tzinfo=UTC)
NOT_AFTER = datetime(2099, 12, 31, tzinfo=UTC)

_DAMAGED = mark(
    "The certificate in %(file)s is damaged. Remove the file and start again; "
    "kiosks then have to be paired anew."
)
_UNREADABLE = mark("The certificate in %(file)s cannot be read: %(reason)s.")


def server_context(folder: Path) -> ssl.SSLContext:
    """The TLS side of the server, with the data folder's certificate. Raises StorageProblem."""
    with _telling(folder):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        context.load_cert_chain(_certificate(folder))
    return context


def certificate_fingerprint(folder: Path) -> bytes:
    """SHA-256 of the data folder's certificate (DER): what kiosks are paired with. Raises StorageProblem."""
    with _telling(folder):
        written = _certificate(folder).read_bytes()
        return x509.load_pem_x509_certificate(written).fingerprint(hashes.SHA256())


@contextmanager
def _telling(folder: Path) -> Iterator[None]:
    path = folder / CERTIFICATE_FILE
    try:
        yield
    except ValueError as error:
        raise StorageProblem(_DAMAGED, file=path) from error
    except ssl.SSLError as error:
        raise StorageProblem(_DAMAGED, file=path) from error
    except OSError as error:
        raise StorageProblem(_UNREADABLE, file=path, reason=error.strerror or "unknown") from error


def _certificate(folder: Path) -> Path:
    """The file, made on first use. Desk and server may come at once: the first one's certificate stays."""
    path = folder / CERTIFICATE_FILE
    if not path.exists():
        unfinished = folder / f".{CERTIFICATE_FILE}-{os.getpid()}-{threading.get_ident()}"
        try:
            _write_private(unfinished, _make())
            name_if_free(unfinished, path)
        finally:
            unfinished.unlink(missing_ok=True)
    return path


def _make() -> bytes:
    """A private key and its self-signed certificate, both as PEM."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOT_BEFORE)
        .not_valid_after(NOT_AFTER)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("teacup.local")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return private + certificate.public_bytes(serialization.Encoding.PEM)


def _write_private(path: Path, content: bytes) -> None:
    """Readable by its owner only."""
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
