"""Signed words that a page hands out and takes back: proof that a form came from us, and when."""

from __future__ import annotations

import hashlib
import os
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from itsdangerous import BadSignature, Signer

from app.domain.ids import new_id, parse_id

SECRET_FILE = "web-secret"
SECRET_BYTES = 32
FORM_LIFE = timedelta(hours=4)
HUMAN_SECONDS = 2
VOTE_LIFE = timedelta(hours=24)
THANKS_LIFE = timedelta(minutes=30)
MAX_TOKEN_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class FormToken:
    """What a form's token says: the id its text will have, and how old the form is."""

    id: UUID
    age: timedelta

    @property
    def is_expired(self) -> bool:
        return self.age > FORM_LIFE

    @property
    def is_too_fast(self) -> bool:
        """Sent sooner than a person can read the question."""
        return self.age.total_seconds() < HUMAN_SECONDS


class Tokens:
    """Makes and reads tokens. `secret` outlives the process, so that open forms survive a restart."""

    def __init__(self, secret: bytes) -> None:
        self._form = _signer(secret, b"form")
        self._vote = _signer(secret, b"vote")
        self._thanks = _signer(secret, b"thanks")

    def for_form(self, now: datetime) -> str:
        """A token with a fresh id in it: the same form sent twice makes one idea."""
        return self._form.sign(f"{new_id(now).hex}{_milliseconds(now):x}").decode()

    def read_form(self, token: str, now: datetime) -> FormToken | None:
        """None when we never made it."""
        content = _unsigned(self._form, token)
        idea_id = parse_id(content[:32])
        if idea_id is None:
            return None
        return FormToken(idea_id, timedelta(milliseconds=_milliseconds(now) - int(content[32:], 16)))

    def for_votes(self, visitor: str, now: datetime) -> str:
        """One token for all votes of a page; the same for a visitor all through an hour."""
        return self._vote.sign(f"{visitor}{int(now.timestamp()) // 3600:x}").decode()

    def read_votes(self, token: str, now: datetime) -> str | None:
        """The visitor it was made for; None when we never made it or it is too old."""
        content = _unsigned(self._vote, token)
        if not content:
            return None
        hours = int(now.timestamp()) // 3600 - int(content[VISITOR_CHARACTERS:], 16)
        return content[:VISITOR_CHARACTERS] if hours * 3600 <= VOTE_LIFE.total_seconds() else None

    def for_thanks(self, code: str, now: datetime) -> str:
        """Proof that we gave this claim code to whoever shows it, just now."""
        made = f"{_milliseconds(now):x}"
        return f"{made}.{self._thanks.get_signature(f'{made}-{code}').decode()}"

    def is_thanks(self, proof: str, code: str, now: datetime) -> bool:
        """Whether `proof` was made for `code`, and not long ago."""
        made, _, signature = proof.partition(".")
        if not _unsigned(self._thanks, f"{made}-{code}.{signature}"):
            return False
        return timedelta(milliseconds=_milliseconds(now) - int(made, 16)) <= THANKS_LIFE


VISITOR_CHARACTERS = 32
_HEX = frozenset("0123456789abcdef")


def new_visitor() -> str:
    """A random name for a browser: 128 bits that say nothing about whoever uses it."""
    return secrets.token_hex(VISITOR_CHARACTERS // 2)


def is_visitor(text: str) -> bool:
    return len(text) == VISITOR_CHARACTERS and _HEX.issuperset(text)


def load_secret(folder: Path) -> bytes:
    """The signing secret of this data folder, made on first use and readable by its owner only."""
    path = folder / SECRET_FILE
    if path.exists():
        secret = path.read_bytes()
        if len(secret) == SECRET_BYTES:
            return secret
        path.unlink()  # a torn first write: nothing was signed with it that matters more than starting
    secret = secrets.token_bytes(SECRET_BYTES)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(secret)
    return secret


def _signer(secret: bytes, purpose: bytes) -> Signer:
    """A key of its own for each purpose, derived once: the signer would do it for every token."""
    key = hashlib.blake2b(purpose, key=secret[:64], digest_size=32).digest()
    return Signer(key, key_derivation="none", digest_method=hashlib.sha256)


def _unsigned(signer: Signer, token: str) -> str:
    if len(token) > MAX_TOKEN_CHARACTERS:
        return ""
    try:
        return signer.unsign(token.encode("ascii", "replace")).decode()
    except BadSignature:
        return ""


def _milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)
