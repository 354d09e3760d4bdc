"""S1, S2 and S5: what a customer sends, acknowledged after a FULL commit."""

from __future__ import annotations

import random
import statistics
import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode
from uuid import UUID

from app.domain.clock import SystemClock
from app.domain.ideas import BoardOrder
from app.paths import DataFolder
from app.storage.database import Database
from app.web.tokens import Tokens, load_secret, new_visitor
from tests.bench.plan import Plan, Row, side_by_side
from tests.bench.press import Load, press, request
from tests.bench.running import serving
from tests.bench.storage import Texts, fill

FORM = ("Content-Type: application/x-www-form-urlencoded",)
SLOW_SYNC_SECONDS = 0.005
LONGEST_SECONDS = 0.5
IDEAS_TO_VOTE_ON = 100
READING_SECONDS = 10


def submitting(plan: Plan) -> Row:
    """S1."""
    return _submitting(
        "S1", "submit an idea, 64 clients", plan.rounds, plan.writes, least=0.35, p99_seconds=0.060
    )


def submitting_on_a_slow_disk(plan: Plan) -> Row:
    """S2."""
    return _submitting(
        "S2",
        "submit, disk whose sync takes 5 ms",
        plan.rounds,
        plan.slow_writes,
        least=0.6,
        sync_seconds=SLOW_SYNC_SECONDS,
    )


def voting(plan: Plan) -> Row:
    """S5."""
    return _measure("S5", "vote, 64 clients", plan.rounds, plan.writes, _votes, least=0.35)


def _submitting(
    figure: str,
    what: str,
    rounds: int,
    count: int,
    *,
    least: float,
    p99_seconds: float = 0.0,
    sync_seconds: float = 0.0,
) -> Row:
    return _measure(
        figure,
        what,
        rounds,
        count,
        _submissions,
        least=least,
        p99_seconds=p99_seconds,
        sync_seconds=sync_seconds,
    )


def _measure(
    figure: str,
    what: str,
    rounds: int,
    count: int,
    requests: Callable[[DataFolder, int], Sequence[bytes]],
    *,
    least: float,
    p99_seconds: float = 0.0,
    sync_seconds: float = 0.0,
) -> Row:
    """Ours against the bare server that commits one row; `p99_seconds` 0 means that only the ratio counts."""
    with tempfile.TemporaryDirectory() as root:
        folder = DataFolder(Path(root, "shop"))
        _prepare(folder)
        with (
            serving("our_server", str(folder.root), sync_seconds=sync_seconds) as our_port,
            serving("bare_server", "row", root, sync_seconds=sync_seconds) as bare_port,
        ):
            loads: list[Load] = []

            def ours() -> float:
                load = press(our_port, requests(folder, count))
                load.must_be(303)
                loads.append(load)
                return load.per_second

            def limit() -> float:
                load = press(bare_port, [request("POST", "/", body=b"x" * 160, headers=FORM)] * count)
                load.must_be(201)
                return load.per_second

            pair = side_by_side(rounds, ours, limit)
    p99 = statistics.median(load.percentile(0.99) for load in loads)
    worst = max(max(load.times) for load in loads)
    limits = f", p99 <= {p99_seconds * 1000:.0f} ms, worst <= 500 ms" if p99_seconds else ""
    in_time = not p99_seconds or (p99 <= p99_seconds and worst <= LONGEST_SECONDS)
    return Row(
        figure=figure,
        what=what,
        target=f">= {least} of a bare committing server{limits}",
        measured=f"{statistics.median(pair.ours):,.0f}/s, p99 {p99 * 1000:.0f} ms, worst {worst * 1000:.0f} ms",
        ratio=f"{pair.ratio:.2f}",
        reached=pair.ratio >= least and in_time,
    )


def _prepare(folder: DataFolder) -> None:
    database = Database.open(folder, clock=SystemClock())
    fill(database, IDEAS_TO_VOTE_ON * 2, Texts())
    database.close()


def _submissions(folder: DataFolder, count: int) -> list[bytes]:
    """As forms send them that were open for ten seconds, each with an id of its own in its token."""
    tokens = Tokens(load_secret(folder.root))
    opened = datetime.now(UTC) - timedelta(seconds=READING_SECONDS)
    return [
        request(
            "POST", "/ideas", headers=FORM, body=_form(token=tokens.for_form(opened), text=line, name="Amina")
        )
        for line in Texts(seed=random.randrange(1_000_000)).lines(count)
    ]


def _votes(folder: DataFolder, count: int) -> list[bytes]:
    """Each by a visitor of its own, on one of a hundred ideas."""
    tokens, now = Tokens(load_secret(folder.root)), datetime.now(UTC)
    ideas = _public_ideas(folder)
    return [
        request(
            "POST", f"/ideas/{random.choice(ideas)}/vote", headers=FORM, body=_form(token=token, want="1")
        )
        for token in (tokens.for_votes(new_visitor(), now) for _ in range(count))
    ]


def _public_ideas(folder: DataFolder) -> list[UUID]:
    database = Database.open(folder, clock=SystemClock())
    try:
        page = database.read(lambda stores: stores.board.page(BoardOrder.NEW, limit=IDEAS_TO_VOTE_ON))
        return [idea.id for idea in page.ideas]
    finally:
        database.close()


def _form(**fields: str) -> bytes:
    return urlencode(fields).encode()
