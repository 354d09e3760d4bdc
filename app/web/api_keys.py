"""Who may use the API: keys cross the network by TLS only, plain HTTP is for this machine."""

from __future__ import annotations

import ipaddress

from starlette.requests import Request

from app.domain.errors import TooMany
from app.domain.kiosks import Kiosk
from app.domain.translation import mark
from app.services.customer.pairing import Caller
from app.web.guards import Refused, is_forwarded
from app.web.limits import Buckets
from app.web.site import Site, header


class Unknown(Refused):
    """No key, or one that was never given out or has been revoked."""

    def __init__(self) -> None:
        super().__init__(401, mark("This needs a valid API key: teacup key NAME makes one."))


class Keys:
    def __init__(self, site: Site) -> None:
        self._site = site
        self._calls = Buckets(site.limits.key_calls)

    def admit(self, request: Request) -> Caller:
        """Raises Refused for plain HTTP from elsewhere and for unknown keys, TooMany above the limit."""
        self.require_secrecy(request)
        kind, _, key = header(request.scope, b"authorization").partition(" ")
        caller = self._site.callers.get(key.strip()) if kind.lower() == "bearer" and key else None
        if caller is None:
            raise Unknown
        wait = self._calls.take(key)
        if wait:
            raise TooMany(mark("Too much at once. Please try again in a moment."), retry_after=wait)
        return caller

    def admit_kiosk(self, request: Request) -> Kiosk:
        """As `admit`; raises Refused also for the keys of other programs."""
        kiosk = self.admit(request).kiosk
        if kiosk is None:
            raise Refused(403, mark("This key is not that of a kiosk. Please pair the kiosk at the desk."))
        return kiosk

    def require_secrecy(self, request: Request) -> None:
        """Raises Refused where others could read along."""
        if request.scope["scheme"] != "https" and not self._is_here(request):
            raise Refused(403, mark("Keys do not cross the network in the clear: please use https."))

    def _is_here(self, request: Request) -> bool:
        """From this machine itself; with an address of our own a proxy may stand there, so nobody is."""
        if self._site.addresses.all() or is_forwarded(request.scope) or request.client is None:
            return False
        try:
            return ipaddress.ip_address(request.client.host.partition("%")[0]).is_loopback
        except ValueError:
            return False
