"""What the API tells of storms, written once for each edition of the board."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from starlette.responses import JSONResponse

from app.domain.storm_views import StormView
from app.web.kept import OfVersion
from app.web.shapes import Json
from app.web.site import Site
from app.web.storm_shapes import storm_json

MOST_TOLD = 16


@dataclass(frozen=True, slots=True)
class Told:
    """An answer as bytes, and the name that these bytes have as an ETag."""

    body: bytes
    etag: str


class ToldStorms:
    def __init__(self, site: Site) -> None:
        self._site = site
        self._told = OfVersion[Told](MOST_TOLD)

    def running(self) -> Told:
        return self._kept("running", lambda: self._many(self._site.storms.running()))

    def over(self) -> Told:
        return self._kept("over", lambda: self._many(self._site.storms.over()))

    def one(self, code: str) -> Told:
        """Raises NotFound alike for wrong codes and for drafts."""
        view = self._site.storms.view(code)
        return self._kept(view.storm.code, lambda: storm_json(view, self._site))

    def _many(self, views: Sequence[StormView]) -> Json:
        return {"storms": [storm_json(view, self._site) for view in views]}

    def _kept(self, name: str, tell: Callable[[], Json]) -> Told:
        # The shop signs conclusions, too.
        version: Hashable = (self._site.edition.get(), self._site.shop())
        return self._told.get(version, name, lambda: _told(tell()))


def _told(content: Json) -> Told:
    body = bytes(JSONResponse(content).body)
    return Told(body, f'"{blake2b(body, digest_size=12).hexdigest()}"')
