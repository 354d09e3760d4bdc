"""The commands that need no screen: each opens the data folder, calls a verb and prints what came of it."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from app.command_line import SHEET_KINDS
from app.domain.claim_codes import spaced
from app.domain.clock import SystemClock, rfc3339
from app.domain.decisions import Decision, decide, refuse_what_belongs_elsewhere
from app.domain.ideas import Idea
from app.domain.inbox import InboxView
from app.listing import as_json, idea_json, idea_line, idea_lines
from app.opening import OwnersShop, open_owners_shop
from app.pairing_command import pair
from app.paper_command_line.sheet import KINDS, kind_lines
from app.paths import DataFolder
from app.people_commands import erase, redeem, thanks
from app.server_command import serve
from app.services.owner.done import Done
from app.services.owner.keeping import go_back
from app.services.owner.owner import Owner
from app.storm_commands import storm
from app.wall_commands import wall

PAGE = 500


def run(arguments: argparse.Namespace) -> int:
    """Run the command named in `arguments`; gives the exit status. Raises AppError with what went wrong."""
    return COMMANDS[arguments.command](arguments)


def add(arguments: argparse.Namespace) -> int:
    with _shop(arguments) as shop:
        idea = shop.owner.add_idea(arguments.text, name=arguments.name, channel=arguments.channel)
        print(as_json(idea_json(idea, [])) if arguments.json else idea.claim_code)
    return 0


def ideas(arguments: argparse.Namespace) -> int:
    with _shop(arguments) as shop:
        found = [idea for idea in _every_idea(shop.owner, arguments.search) if _is_wanted(idea, arguments)]
        if arguments.json:
            print(as_json([idea_json(idea, shop.owner.answers(idea.id)) for idea in found]))
        else:
            for idea in found:
                print(idea_line(idea))
    return 0


def idea(arguments: argparse.Namespace) -> int:
    with _shop(arguments) as shop:
        found = shop.owner.by_code(arguments.code)
        answers, kept = shop.owner.answers(found.id), shop.owner.merging.survivor(found.id)
        if arguments.json:
            print(as_json(idea_json(found, answers)))
        else:
            print(idea_lines(found, answers, kept))
    return 0


def approve(arguments: argparse.Namespace) -> int:
    return _triage(arguments, lambda owner, ids: owner.approve(ids), "On the board now: {count}.")


def hide(arguments: argparse.Namespace) -> int:
    return _triage(arguments, lambda owner, ids: owner.hide(ids), "Hidden now: {count}.")


def keep_private(arguments: argparse.Namespace) -> int:
    return _triage(arguments, lambda owner, ids: owner.keep_private(ids), "Kept private now: {count}.")


def merge(arguments: argparse.Namespace) -> int:
    with _shop(arguments) as shop:
        owner = shop.owner
        ids = [owner.by_code(code).id for code in arguments.codes]
        owner.merging.merge(ids, owner.by_code(arguments.into).id)
        kept = owner.merging.survivor(ids[0])
        if arguments.json:
            print(as_json(idea_json(kept, owner.answers(kept.id))))
        else:
            print(f"Put together: {spaced(kept.claim_code)} has {kept.votes} votes now.")
    return 0


def answer(arguments: argparse.Namespace) -> int:
    with _shop(arguments) as shop:
        owner = shop.owner
        found = owner.by_code(arguments.code)
        decision = decide(
            arguments.status,
            arguments.text,
            today=owner.shop().local_date(datetime.now(UTC)),
            reason=arguments.reason,
            change_mind=arguments.change_mind,
            look_again_on=arguments.look_again,
            until=arguments.until,
            done_on=arguments.proof_date,
            private=arguments.private,
        )
        owner.answer(found.id, _with_photo(owner, found.id, decision, arguments.photo))
        print("Answered, only for the author." if decision.private else "Answered.")
    return 0


def _with_photo(owner: Owner, idea_id: UUID, decision: Decision, file: str | None) -> Decision:
    """Raises InvalidInput when the file is no photo, or a photo would be seen by nobody."""
    if file is None:
        return decision
    refuse_what_belongs_elsewhere(decision.status, {"photo_id"}, private=decision.private)
    from app.photo_door import read_photo  # noqa: PLC0415 - every other command would wait for it

    taken = read_photo(Path(file))
    photo_id = owner.photos.put_in(idea_id, taken.content, width=taken.width, height=taken.height)
    return replace(decision, photo_id=photo_id)


def undo(arguments: argparse.Namespace) -> int:
    with _shop(arguments) as shop:
        print(f"Undone: {shop.owner.undo().verb}.")
    return 0


def redo(arguments: argparse.Namespace) -> int:
    with _shop(arguments) as shop:
        print(f"Done again: {shop.owner.redo().verb}.")
    return 0


def key(arguments: argparse.Namespace) -> int:
    with _shop(arguments) as shop:
        made = shop.owner.make_key(arguments.name)
        print(as_json({"name": arguments.name, "key": made}) if arguments.json else made)
    return 0


def check(arguments: argparse.Namespace) -> int:
    with _shop(arguments) as shop:
        report = shop.keeper.check()
    if arguments.json:
        findings = [{"sentence": str(finding), "count": finding.count} for finding in report.findings]
        print(as_json({**asdict(report), "findings": findings, "is_sound": report.is_sound}))
    else:
        print(f"{report.ideas} ideas, {report.votes} votes, {report.journal_entries} journal entries.")
        print("All is well." if report.is_sound else "Not all is well:")
        for finding in report.findings:
            print(f"- {finding}")
    return 0 if report.is_sound else 1


def backup(arguments: argparse.Namespace) -> int:
    with _shop(arguments) as shop:
        made = shop.keeper.backup()
    if arguments.json:
        print(as_json({"file": str(made.path), "made_at": rfc3339(made.made_at)}))
    else:
        print(made.path)
    return 0


def restore(arguments: argparse.Namespace) -> int:
    restored = go_back(DataFolder.choose(arguments.data), Path(arguments.file), SystemClock())
    print(f"The shop is as it was in {arguments.file}.")
    if restored.kept is not None:
        print(f"What was there before is kept in {restored.kept}.")
    if restored.erased_again:
        print(f"Erased since then, and erased again: {restored.erased_again}.")
    return 0


def sheet_kinds(arguments: argparse.Namespace) -> int:
    listed = [{"kind": kind.name, "what": kind.what} for kind in KINDS]
    print(as_json(listed) if arguments.json else kind_lines())
    return 0


def _triage(arguments: argparse.Namespace, verb: Callable[[Owner, list[UUID]], Done], said: str) -> int:
    with _shop(arguments) as shop:
        ids = [shop.owner.by_code(code).id for code in arguments.codes]
        done = verb(shop.owner, ids)
        print(said.format(count=len(done.ideas)))
    return 0


def _every_idea(owner: Owner, words: str) -> Iterator[Idea]:
    after: str | None = None
    while True:
        page = owner.inbox(InboxView.ALL, after=after, limit=PAGE, words=words)
        yield from page.ideas
        if page.next is None:
            return
        after = page.next


def _is_wanted(idea: Idea, arguments: argparse.Namespace) -> bool:
    visibility_fits = arguments.visibility in (None, idea.visibility)
    return visibility_fits and arguments.status in (None, idea.status)


def _shop(arguments: argparse.Namespace) -> AbstractContextManager[OwnersShop]:
    return open_owners_shop(DataFolder.choose(arguments.data))


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "serve": serve,
    "add": add,
    "ideas": ideas,
    "idea": idea,
    "approve": approve,
    "hide": hide,
    "keep-private": keep_private,
    "merge": merge,
    "answer": answer,
    "erase": erase,
    "storm": storm,
    "wall": wall,
    "thanks": thanks,
    "redeem": redeem,
    "undo": undo,
    "redo": redo,
    "key": key,
    "pair": pair,
    "check": check,
    "backup": backup,
    "restore": restore,
    SHEET_KINDS: sheet_kinds,
}
