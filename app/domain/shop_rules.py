"""What may be said of a shop. A wrong value is refused at its field, before it reaches paper or a page."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import SplitResult
from zoneinfo import ZoneInfo

from app.domain.errors import InvalidInput
from app.domain.hours import WeekHours
from app.domain.kiosks import LONGEST_IDLE_SECONDS, SHORTEST_IDLE_SECONDS, KioskRules
from app.domain.shop import EVERY_WEEKDAY, Shop
from app.domain.text import clean_line, clean_name
from app.domain.translation import mark
from app.domain.web_addresses import is_bare, split_address, written_host

SHORTEST_PROMISE_DAYS = 1
LONGEST_PROMISE_DAYS = 30
MOST_LANGUAGES = 40
MOST_STAFF = 100
SHORTEST_CONTACT_DAYS = 7
LONGEST_CONTACT_DAYS = 730
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{1,8}){0,4}", re.IGNORECASE)
_COLOUR = re.compile(r"#?([0-9A-Fa-f]{6})")
# A letter of any script is let through: browsers turn such hosts into their ASCII form themselves.
_HOST = re.compile(r"\[[0-9a-f:.]+\]|[\w-]+(\.[\w-]+)*")
_COMMA = re.compile("[,،、，\n]")
_LOOPBACK = re.compile(r"localhost|127\.[0-9.]+|\[::1\]")


def clean_shop(shop: Shop) -> Shop:
    """`shop` in its one stored form. Raises InvalidInput on the first field that cannot be taken."""
    name = clean_name(shop.name)
    if not name:
        raise InvalidInput("name", mark("Please give the shop a name."))
    return replace(
        shop,
        name=name,
        owner=clean_name(shop.owner, "owner"),
        colour=clean_colour(shop.colour),
        open_weekdays=_clean_weekdays(shop.open_weekdays),
        promise_days=_clean_promise(shop.promise_days),
        timezone=clean_timezone(shop.timezone),
        public_address=clean_public_address(shop.public_address),
        hours=_clean_hours(shop.hours),
        languages=_clean_languages(shop.languages),
        kiosk=_clean_kiosk(shop.kiosk),
        staff_names=_clean_staff(shop.staff_names),
        contact_days=_clean_contact_days(shop.contact_days),
        thanks_worth=clean_name(shop.thanks_worth, "thanks_worth"),
    )


def clean_colour(text: str) -> str:
    """A colour as `#RRGGBB` in capitals; the `#` may be missing. Raises InvalidInput on `colour`."""
    match = _COLOUR.fullmatch(clean_line(text))
    if match is None:
        raise InvalidInput("colour", mark("A colour is # and six digits or letters from A to F, as #8F3A1B."))
    return f"#{match[1].upper()}"


def clean_timezone(text: str) -> str:
    """The name of a time zone that this computer knows. Raises InvalidInput on `timezone`."""
    name = clean_line(text).replace(" ", "_")
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise InvalidInput(
            "timezone", mark("There is no time zone of this name. Please choose one, as Europe/Berlin.")
        ) from None
    return name


def clean_public_address(text: str) -> str:
    """An address as `https://host[:port]`, empty when none was given. Raises InvalidInput on
    `public_address`, also for this computer's own name, which leads every phone to itself."""
    address = clean_line(text)
    if not address:
        return ""
    parts = split_address(address)
    if parts is None or parts.scheme not in ("http", "https") or not _HOST.fullmatch(_host_of(parts)):
        raise InvalidInput("public_address", mark("Please write it whole, as https://ideas.example.com."))
    if not is_bare(parts):
        raise InvalidInput("public_address", mark("Please leave out what comes after the name of the site."))
    if _LOOPBACK.fullmatch(_host_of(parts)):
        raise InvalidInput(
            "public_address", mark("This leads every phone to itself. Please give the address customers use.")
        )
    port = f":{parts.port}" if parts.port is not None else ""
    return f"{parts.scheme}://{_host_of(parts)}{port}"


def _clean_weekdays(weekdays: frozenset[int]) -> frozenset[int]:
    if not weekdays or not weekdays <= EVERY_WEEKDAY:
        raise InvalidInput("open_weekdays", mark("Please choose at least one day on which you are open."))
    return weekdays


def _clean_promise(days: int) -> int:
    if not SHORTEST_PROMISE_DAYS <= days <= LONGEST_PROMISE_DAYS:
        raise InvalidInput(
            "promise_days",
            mark("The promise is %(shortest)s to %(longest)s open days."),
            shortest=SHORTEST_PROMISE_DAYS,
            longest=LONGEST_PROMISE_DAYS,
        )
    return days


def _clean_contact_days(days: int) -> int:
    if not SHORTEST_CONTACT_DAYS <= days <= LONGEST_CONTACT_DAYS:
        raise InvalidInput(
            "contact_days",
            mark("An address is kept for %(shortest)s to %(longest)s days."),
            shortest=SHORTEST_CONTACT_DAYS,
            longest=LONGEST_CONTACT_DAYS,
        )
    return days


def _clean_hours(hours: WeekHours) -> WeekHours:
    if len(hours) != len(EVERY_WEEKDAY) or any(day and day.opens == day.closes for day in hours):
        raise InvalidInput("hours", mark("Please let the shop close at another time than it opens."))
    return hours


def _clean_languages(tags: tuple[str, ...]) -> tuple[str, ...]:
    """Each once, in the order chosen."""
    cleaned = tuple(dict.fromkeys(clean_line(tag) for tag in tags))
    if len(cleaned) > MOST_LANGUAGES or not all(map(_LANGUAGE.fullmatch, cleaned)):
        raise InvalidInput("languages", mark("Please choose the languages from the list."))
    return cleaned


def names_in(text: str) -> tuple[str, ...]:
    """Names as people write them in a row, with the comma of their own script."""
    return tuple(name for part in _COMMA.split(text) if (name := part.strip()))


def _clean_staff(names: tuple[str, ...]) -> tuple[str, ...]:
    """Each once, in the order given."""
    cleaned = tuple(dict.fromkeys(filter(None, (clean_name(name, "staff_names") for name in names))))
    if len(cleaned) > MOST_STAFF:
        raise InvalidInput("staff_names", mark("At most %(limit)s names fit."), limit=MOST_STAFF)
    return cleaned


def _clean_kiosk(rules: KioskRules) -> KioskRules:
    if not SHORTEST_IDLE_SECONDS <= rules.idle_seconds <= LONGEST_IDLE_SECONDS:
        raise InvalidInput(
            "idle_seconds",
            mark("A kiosk waits %(shortest)s to %(longest)s seconds before it starts anew."),
            shortest=SHORTEST_IDLE_SECONDS,
            longest=LONGEST_IDLE_SECONDS,
        )
    return rules


def _host_of(parts: SplitResult) -> str:
    return written_host((parts.hostname or "").lower())
