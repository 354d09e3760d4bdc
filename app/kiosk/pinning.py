"""Trust in one certificate and no other: the kiosk's link has no use for the world's authorities."""

from __future__ import annotations

import socket
import ssl

from app.kiosk.address import Address

CONNECT_SECONDS = 5.0
# X509_V_FLAG_NO_CHECK_TIME: a kiosk's clock may be wrong, and pinning does not hang on dates.
_NO_CHECK_TIME = 0x200000


def fetch_certificate(address: Address, *, seconds: float = CONNECT_SECONDS) -> bytes:
    """The certificate (DER) of whoever answers there, not yet to be trusted. Raises OSError."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    with (
        socket.create_connection((address.host, address.port), timeout=seconds) as plain,
        context.wrap_socket(plain, server_hostname=address.host) as wrapped,
    ):
        certificate = wrapped.getpeercert(binary_form=True)
    if not certificate:
        raise ssl.SSLError("no certificate")
    return certificate


def trusting(certificate: bytes) -> ssl.SSLContext:
    """A context that talks to the owner of `certificate` (DER) only, and to nobody when that is empty.

    Raises ssl.SSLError when it is none.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.check_hostname = False
    context.verify_mode = ssl.CERT_REQUIRED
    context.verify_flags |= _NO_CHECK_TIME
    if certificate:
        context.load_verify_locations(cadata=certificate)
    return context
