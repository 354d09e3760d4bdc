"""A paper ballot at the kiosk: only the server knows whether it was given, so it is asked there and then."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.domain.ballots import parse_ballot_code
from app.domain.errors import AppError, Conflict, InvalidInput
from app.domain.translation import mark
from app.kiosk.client import NotAdmitted, Rejected, ServerClient, Unreachable
from app.kiosk.json_parts import Garbled, Json, text_of
from app.kiosk.pairings import Pairing

_NO_CODE = mark("This is no ballot's code. Please compare it letter by letter.")
_WRONG_CODE = mark("No ballot has this code. Please compare it once more.")
_NO_LINE = mark(
    "There is no line to the shop just now. Please keep your ballot and try again later,"
    " or give it at the counter."
)
_TOO_OFTEN = mark("Too many codes were tried. Please wait a minute, then try again.")
_GIVEN = mark("This ballot was given already. Each one counts once.")


@dataclass(frozen=True, slots=True)
class BallotPaper:
    """A ballot that is still to be given, and the code of its storm."""

    code: str
    storm: str


async def look_up(client: ServerClient, typed: str) -> BallotPaper:
    """The ballot of the code that was `typed`. Raises InvalidInput on `code`, AppError otherwise."""
    code = parse_ballot_code(typed)
    if code is None:
        raise InvalidInput("code", _NO_CODE)
    told = await _ask(client, f"/ballots/{code}", None)
    if told.get("given_at") is not None:
        raise InvalidInput("code", _GIVEN)
    return BallotPaper(code, _text(told, "storm"))


async def give(client: ServerClient, code: str, idea_id: UUID) -> None:
    """Choose `idea_id` with the ballot; sent twice it is given once. Raises AppError."""
    await _ask(client, f"/ballots/{code}", {"idea": str(idea_id)})


async def _ask(client: ServerClient, path: str, body: Json | None) -> Json:
    try:
        return await (client.get(path) if body is None else client.post(path, body))
    except Unreachable as error:
        raise AppError(_TOO_OFTEN if error.retry_after else _NO_LINE) from error
    except Rejected as error:
        raise _refusal(error) from error
    except (NotAdmitted, Garbled) as error:
        raise AppError(_NO_LINE) from error


def _refusal(error: Rejected) -> AppError:
    if error.status in (404, 422):
        return InvalidInput("code", _WRONG_CODE)
    # The server's own sentence is one of ours, and translated like them.
    return Conflict(error.sentence) if error.sentence else AppError(_NO_LINE)


def _text(told: Json, name: str) -> str:
    try:
        return text_of(told, name)
    except Garbled as error:
        raise AppError(_NO_LINE) from error


def no_line() -> AppError:
    """Where the kiosk is not paired, nobody can be asked."""
    return AppError(_NO_LINE)


def client_of(pairing: Pairing | None) -> ServerClient:
    """Raises AppError where there is nobody to ask."""
    if pairing is None:
        raise no_line()
    return ServerClient.of(pairing)
