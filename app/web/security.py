"""Headers that every answer carries, whatever made it."""

from __future__ import annotations

CONTENT_SECURITY = (
    "default-src 'none'; script-src 'self'; style-src 'self'{style}; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def content_security(*, style: str = "") -> bytes:
    """The policy, with the hash of the one inline stylesheet where a page has it."""
    return CONTENT_SECURITY.format(style=f" '{style}'" if style else "").encode()


# Not `no-referrer`: browsers would then send "Origin: null" with our own forms.
_ALWAYS = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), interest-cohort=()"),
)
POLICY = b"content-security-policy"
CACHING = b"cache-control"
# For forms: Back shows the page as it was, with the token that makes sending again the same idea.
KEPT_FOR_BACK = "private, no-cache"
# The form itself sets the visitor's cookie: told to mind it, a browser would ask anew and get another token.
KEPT_WHATEVER_COOKIE = "Accept-Language"
NEVER_KEPT = "no-store"
PLAIN_HEADERS = (*_ALWAYS, (POLICY, content_security()), (CACHING, NEVER_KEPT.encode()))

RawHeaders = list[tuple[bytes, bytes]]


def with_security(headers: RawHeaders) -> RawHeaders:
    """`headers` with ours added; a policy or caching rule that is there already stays."""
    present = {name for name, _ in headers}
    return [*headers, *(pair for pair in PLAIN_HEADERS if pair[0] not in present)]
