"""What a form brought, as plain texts: the first value of each name, files and odd encodings left out."""

from __future__ import annotations

from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import Request

from app.domain.errors import InvalidInput
from app.domain.translation import mark

MOST_FIELDS = 40


class SentForm:
    """Fields by name; what was not sent is empty."""

    def __init__(self, fields: dict[str, str]) -> None:
        self._fields = fields

    def get(self, name: str) -> str:
        return self._fields.get(name, "")


async def read_form(request: Request) -> SentForm:
    """Raises InvalidInput for what no form of ours sends."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "multipart/form-data":
        return SentForm(await _multipart(request))
    body = await request.body()
    try:
        pairs = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise _strange() from error
    return SentForm(dict(reversed(pairs)))


async def _multipart(request: Request) -> dict[str, str]:
    try:
        async with request.form(max_files=0, max_fields=MOST_FIELDS) as form:
            return {name: value for name, value in form.items() if isinstance(value, str)}
    except (MultiPartException, HTTPException) as error:
        raise _strange() from error


def _strange() -> InvalidInput:
    return InvalidInput("form", mark("This is not a form of ours. Please open the page again."))
