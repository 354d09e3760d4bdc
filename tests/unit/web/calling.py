"""A program that calls the API: a kiosk, or whatever else was given a key."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import httpx

from app.domain.pairing import new_pairing_code
from app.services.api_keys import hash_key
from tests.unit.web.conftest import Phone
from tests.unit.web.house import House

HERE = ("127.0.0.1", 40000)
FINGERPRINT = bytes(range(32))
JSON = {"content-type": "application/json"}
MINUTE = timedelta(minutes=1)


class Kiosk:
    """A program with a key on this machine."""

    def __init__(self, phone: Phone, key: str) -> None:
        self.phone = phone
        self.house = phone.house
        self.headers = {"authorization": f"Bearer {key}"}

    def ask(self, method: str, path: str, body: object = None, **headers: str) -> httpx.Response:
        more: dict[str, Any] = {"headers": {**self.headers, **headers}}
        if body is not None:
            more["headers"] = {**JSON, **more["headers"]}
            more["content"] = json.dumps(body)
        return self.phone.http.ask(method, f"/api/v1{path}", **more)

    def beat(self, **told: object) -> httpx.Response:
        return self.ask("POST", "/kiosk", {"protocol": 1, "version": "0.1.0", "outbox": 0, **told})

    def deliver(self, *items: object) -> httpx.Response:
        return self.ask("POST", "/deliveries", {"items": list(items)})

    def statuses(self, *items: object) -> list[int]:
        """What became of each delivered item."""
        answer = self.deliver(*items)
        assert answer.status_code == 200, answer.text
        return [result["status"] for result in answer.json()["results"]]


def make_secret(house: House, minutes: float = 30) -> str:
    """The part of a pairing code that crosses the network; the owner has just made the code."""
    code = new_pairing_code(FINGERPRINT)
    until = house.clock.moment + minutes * MINUTE
    house.database.write(lambda stores: stores.pairings.add(hash_key(code.secret), until))
    return code.secret


def send(phone: Phone, path: str, body: object) -> httpx.Response:
    """Without a key. As ASCII, since httpx itself refuses half of what JSON can spell."""
    return phone.http.post(path, content=json.dumps(body), headers=JSON)


def pair(phone: Phone, secret: str, name: str = "Counter") -> httpx.Response:
    return send(phone, "/api/v1/pair", {"code": secret, "name": name})


def paired_kiosk(phone: Phone, name: str = "Counter") -> Kiosk:
    answer = pair(phone, make_secret(phone.house), name)
    assert answer.status_code == 201, answer.text
    return Kiosk(phone, answer.json()["key"])
