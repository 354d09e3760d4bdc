"""What all pages share: the door, the words of a visitor's language, templates, looks, and who is calling."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any
from uuid import UUID

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.types import Scope

from app.domain.clock import Clock
from app.domain.errors import NotFound
from app.domain.ideas import Idea
from app.domain.shop import Shop
from app.languages import own_name
from app.paths import resource
from app.qr import as_svg
from app.services.customer.door import CustomerDoor
from app.web.choices import chosen_language, cookie_values, is_at_tablet
from app.web.kept import MOST_KEPT, Kept, OfVersion, Stamp
from app.web.looks import Looks
from app.web.own_addresses import OwnAddresses, PhoneAddress
from app.web.seen_storms import SeenStorms
from app.web.settings import ServerSettings
from app.web.tokens import Tokens, is_visitor, new_visitor
from app.words import Words, available_languages, load_words

VISITOR_COOKIE = "visitor"
VISITOR_SECONDS = 400 * 24 * 3600


class Languages:
    """The languages that pages speak, chosen by what a browser asks for."""

    def __init__(self, tags: Sequence[str], load: Callable[[str], Words]) -> None:
        self.tags = tuple(tags)
        self._words = {tag.lower(): load(tag) for tag in tags}
        self.choose = lru_cache(maxsize=256)(self._choose)

    @classmethod
    def shipped(cls) -> Languages:
        folder = resource("translations")
        return cls(available_languages(folder), lambda tag: load_words(tag, folder))

    def _choose(self, accepted: str, fallback: str) -> Words:
        """`accepted` is an Accept-Language header; the shop's own language is the fallback."""
        for tag in [*_by_preference(accepted), fallback.lower(), "en"]:
            for wanted in (tag, tag.partition("-")[0]):
                if wanted in self._words:
                    return self._words[wanted]
        return next(iter(self._words.values()))


class Site:
    """Hands out what a page needs. Holds nothing of a visitor."""

    def __init__(
        self,
        *,
        door: CustomerDoor,
        clock: Clock,
        tokens: Tokens,
        settings: ServerSettings,
        languages: Languages,
        on_reached: Callable[[str, str], None],
    ) -> None:
        self.door = door
        self.clock = clock
        self.tokens = tokens
        self.limits = settings.limits
        self.addresses = OwnAddresses(public=lambda: self.shop().public_address, typed=settings.typed_address)
        self.phone_address = PhoneAddress(self.addresses, lambda: self.shop().public_address, settings.port)
        self.on_reached = on_reached
        self.looks = Looks(resource("web"), resource("icons"))
        self.languages = languages
        self._environments: dict[str, Environment] = {}
        stamp = Stamp(door.stamp)
        self._shop = Kept(lambda _: door.shop(), stamp)
        self.version = Kept(lambda _: door.board_version(), stamp)
        # Moves also when a storm goes on to its next phase, which nobody writes down.
        self.edition = Kept[Hashable](lambda _: (door.board_version(), door.storms.passed()), stamp)
        self.callers = Kept(door.kiosks.caller, stamp)
        self._parents = OfVersion[Idea | None](MOST_KEPT)
        self.storms = SeenStorms(door.storms, self.edition.get)

    def shop(self) -> Shop:
        """The shop as it is now: its name and colour stand on every page."""
        return self._shop.get()

    def public_parent(self, idea: Idea) -> Idea | None:
        """What `idea` builds on, if everybody may see that: for every face that tells of it."""
        parent = idea.builds_on
        if parent is None:
            return None
        found = self._parents.get(self.version.get(), parent, lambda: self._on_the_wall(parent))
        # What was merged into its own build-on leads back to that.
        return found if found is not None and found.id != idea.id else None

    def _on_the_wall(self, idea_id: UUID) -> Idea | None:
        try:
            return self.door.idea(idea_id)
        except NotFound:
            return None

    def words(self, scope: Scope) -> Words:
        """In the language that was chosen, else the browser's; the shop's tablet speaks the shop's."""
        accepted = "" if is_at_tablet(scope["path"]) else header(scope, b"accept-language")[:200]
        chosen = chosen_language(scope)
        wanted = f"{chosen},{accepted}" if chosen else accepted
        return self.languages.choose(wanted, self.shop().language)

    def render(
        self, template: str, words: Words, *, at: str = "", inline: bool = False, **values: Any
    ) -> str:
        """A page's HTML. With `inline` it carries its stylesheet in itself; `at` starts its addresses."""
        shop = self.shop()
        looks = self.looks
        return (
            self._environment(words)
            .get_template(template)
            .render(
                shop=shop,
                lang=words.language,
                language_name=own_name(words.language),
                dir="rtl" if words.is_right_to_left else "ltr",
                at=at,
                inline=inline,
                style=looks.form_style(shop.colour) if inline else looks.style(shop.colour),
                script=looks.script,
                sprite=looks.form_sprite if inline else looks.sprite,
                **values,
            )
        )

    def page(
        self, request: Request, template: str, *, status: int = 200, inline: bool = False, **values: Any
    ) -> HTMLResponse:
        """A page that nobody may keep."""
        response = HTMLResponse(
            self.render(template, self.words(request.scope), inline=inline, **values), status
        )
        response.headers["vary"] = "Accept-Language, Cookie"
        if inline:
            response.headers["content-security-policy"] = self.looks.form_policy(self.shop().colour).decode()
        return response

    def _environment(self, words: Words) -> Environment:
        if words.language not in self._environments:
            self._environments[words.language] = _environment(words)
        return self._environments[words.language]


def visitor_of(scope: Scope) -> str | None:
    """The visitor's cookie, if it is one of ours."""
    return next(filter(is_visitor, cookie_values(scope, VISITOR_COOKIE)), None)


def visitor_for(scope: Scope) -> tuple[str, str | None]:
    """The visitor, and the cookie to set when this is a new one."""
    known = visitor_of(scope)
    if known:
        return known, None
    visitor = new_visitor()
    return visitor, visitor_cookie(visitor)


def visitor_cookie(visitor: str) -> str:
    """Not Secure: on the shop's own network pages come over plain HTTP."""
    return f"{VISITOR_COOKIE}={visitor}; Max-Age={VISITOR_SECONDS}; Path=/; HttpOnly; SameSite=Lax"


def header(scope: Scope, name: bytes) -> str:
    """The first header of that name, else empty."""
    for key, value in scope["headers"]:
        if key == name:
            return bytes(value).decode("latin-1")
    return ""


def own_address(headers: Headers, scope: Scope) -> str:
    """Where the visitor reaches us. The host was checked by the guards."""
    return f"{scope['scheme']}://{headers['host']}"


def _by_preference(accepted: str) -> list[str]:
    """The tags of an Accept-Language header, most wanted first."""
    weighted = []
    for part in accepted.lower().split(","):
        tag, _, quality = part.strip().partition(";q=")
        try:
            weighted.append((-float(quality or 1), tag))
        except ValueError:
            continue
    return [tag for _, tag in sorted(weighted, key=lambda pair: pair[0]) if tag]


def _environment(words: Words) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_templates()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=["jinja2.ext.i18n"],
    )
    environment.globals["qr"] = lambda address: Markup(as_svg(address))
    environment.install_gettext_translations(words.catalogue, newstyle=True)  # type: ignore[attr-defined]
    return environment


def _templates() -> Path:
    return resource("web", "templates")
