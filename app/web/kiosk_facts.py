"""What a kiosk has to know of its shop, to do everything by itself while nobody answers."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import blake2b

from app.domain.hours import OpeningHours
from app.domain.kiosks import Kiosk, PinHash
from app.domain.logos import Logo
from app.domain.shop import Shop
from app.web.shapes import Json

# Kiosks hang on large screens, but a beat is no place for a photograph.
LARGEST_LOGO_BYTES = 64_000


def facts_json(kiosk: Kiosk, shop: Shop, phone_address: str | None, logo: str | None) -> Json:
    """`logo` is that of `logo_text`."""
    return {
        "kiosk": {"id": str(kiosk.id), "name": kiosk.name},
        "shop": {
            "name": shop.name,
            "owner": shop.owner,
            "voice": shop.voice,
            "colour": shop.colour,
            "language": shop.language,
            "languages": list(shop.languages),
            "timezone": shop.timezone,
            "promise_days": shop.promise_days,
            "open_weekdays": sorted(shop.open_weekdays),
            "closed_days": [day.isoformat() for day in sorted(shop.closed_days)],
            "hours": [_hours_json(day) for day in shop.hours],
            "moderation": str(shop.moderation),
        },
        "idle_seconds": shop.kiosk.idle_seconds,
        "motion": shop.kiosk.has_motion,
        "pin": _pin_json(shop.kiosk.pin),
        "phone_address": f"{phone_address}/" if phone_address else None,
        "claim_address": f"{phone_address}/c/" if phone_address else None,
        "logo": logo,
    }


def logo_text(logo: Logo | None) -> str | None:
    """The PNG file in base64: the one for phones where the other weighs too much."""
    if logo is None:
        return None
    return b64encode(logo.png if len(logo.png) <= LARGEST_LOGO_BYTES else logo.small).decode()


def facts_etag(facts: Json) -> str:
    """The same for the same facts."""
    return blake2b(json.dumps(facts, sort_keys=True).encode(), digest_size=12).hexdigest()


def _hours_json(hours: OpeningHours | None) -> list[str] | None:
    return None if hours is None else [f"{hours.opens:%H:%M}", f"{hours.closes:%H:%M}"]


def _pin_json(pin: PinHash | None) -> Json | None:
    if pin is None:
        return None
    return {"salt": pin.salt.hex(), "hash": pin.hash.hex(), "iterations": pin.iterations}
