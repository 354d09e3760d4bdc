"""`teacup wall`: each step opens the shop, looks at its walls or says what was done there."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from uuid import UUID

from app.domain.ledger import Entry, Show
from app.domain.wall_plan import Plan
from app.listing import as_json
from app.opening import OwnersShop, open_owners_shop
from app.paths import DataFolder, resource
from app.services.owner.wall import Wall
from app.wall_listing import Names, entry_json, entry_line, place_json, place_line, plan_json, plan_lines
from app.words import load_words

PAGE = 500


def wall(arguments: argparse.Namespace) -> int:
    """Raises AppError with what went wrong."""
    with open_owners_shop(DataFolder.choose(arguments.data)) as shop:
        STEPS[arguments.step or "list"](shop, arguments)
    return 0


def list_all(shop: OwnersShop, arguments: argparse.Namespace) -> None:
    show, words = getattr(arguments, "show", Show.ALL), getattr(arguments, "search", "")
    found = list(_every_entry(shop.owner.wall, show, words, _address(shop)))
    _print_entries(shop, found, as_data=getattr(arguments, "json", False))


def stale(shop: OwnersShop, arguments: argparse.Namespace) -> None:
    found = shop.owner.wall.stale(address=_address(shop))
    if not found and not arguments.json:
        print("All that hangs is true.")
    _print_entries(shop, found, as_data=arguments.json)


def find(shop: OwnersShop, arguments: argparse.Namespace) -> None:
    found = shop.owner.wall.find(arguments.sheet, address=_address(shop))
    if arguments.json:
        print(as_json(entry_json(found, _names(shop))))
    else:
        _print_entries(shop, [found], as_data=False)


def plan(shop: OwnersShop, arguments: argparse.Namespace) -> None:
    place = shop.owner.wall.place_named(arguments.on)
    told: Plan = shop.owner.wall.plan(place.id, size=arguments.size, address=_address(shop))
    if arguments.json:
        print(as_json(plan_json(told)))
        return
    ideas = [each.candidate.idea_id for each in told.hang if each.candidate.idea_id]
    texts = {idea.id: idea.text for idea in shop.owner.several(ideas)}
    for line in plan_lines(told, texts):
        print(line)


def hang(shop: OwnersShop, arguments: argparse.Namespace) -> None:
    place = shop.owner.wall.place_named(arguments.on)
    done = shop.owner.wall.hang(_ids(shop, arguments.sheets), place.id)
    print(f"On {place.name} now: {len(done.ideas)}.")


def take_down(shop: OwnersShop, arguments: argparse.Namespace) -> None:
    ids = _ids(shop, arguments.sheets)
    down = [id_ for id_ in ids if shop.owner.wall.entry(id_).notice.hangs]
    shop.owner.wall.take_down(ids, by=arguments.by)
    print(f"Taken down: {len(down)}.")


def put_back(shop: OwnersShop, arguments: argparse.Namespace) -> None:
    done = shop.owner.wall.put_back(_ids(shop, arguments.sheets))
    print(f"Hang again: {len(done.ideas)}.")


def boards(shop: OwnersShop, arguments: argparse.Namespace) -> None:
    if arguments.change:
        CHANGES[arguments.change](shop.owner.wall, arguments)
        return
    views = shop.owner.wall.places(address=_address(shop))
    if arguments.json:
        print(as_json([place_json(view) for view in views]))
    else:
        for view in views:
            print(place_line(view))


def _add(wall: Wall, arguments: argparse.Namespace) -> None:
    print(wall.add_place(arguments.name, arguments.size).name)


def _rename(wall: Wall, arguments: argparse.Namespace) -> None:
    wall.rename_place(wall.place_named(arguments.name).id, arguments.new)
    print("Renamed.")


def _resize(wall: Wall, arguments: argparse.Namespace) -> None:
    wall.resize_place(wall.place_named(arguments.name).id, arguments.size)
    print("Resized.")


def _remove(wall: Wall, arguments: argparse.Namespace) -> None:
    wall.remove_place(wall.place_named(arguments.name).id)
    print("Removed.")


def _every_entry(wall: Wall, show: Show, words: str, address: str) -> Iterator[Entry]:
    after: str | None = None
    while True:
        page = wall.ledger(show=show, words=words, after=after, limit=PAGE, address=address)
        yield from page.entries
        if page.next is None:
            return
        after = page.next


def _print_entries(shop: OwnersShop, entries: Sequence[Entry], *, as_data: bool) -> None:
    names = _names(shop)
    if as_data:
        print(as_json([entry_json(entry, names) for entry in entries]))
        return
    words = load_words("en", resource("translations"))
    for entry in entries:
        print(entry_line(entry, names, words))


def _names(shop: OwnersShop) -> Names:
    return {view.place.id: view.place.name for view in shop.owner.wall.places()}


def _ids(shop: OwnersShop, sheets: Sequence[str]) -> list[UUID]:
    """Each once, however often it was typed."""
    return list(dict.fromkeys(shop.owner.wall.find(sheet).notice.id for sheet in sheets))


def _address(shop: OwnersShop) -> str:
    """Where customers reach the shop, which is not asked whether it answers."""
    from app.reach import find_reach  # noqa: PLC0415 - every other command would wait for it
    from app.settings import SettingsFile  # noqa: PLC0415

    settings = SettingsFile(shop.folder.settings).load()
    reach = find_reach(shop.owner.shop(), settings, shop.folder, probe=lambda _address: True)
    return "" if reach.is_local else reach.address


STEPS: dict[str, Callable[[OwnersShop, argparse.Namespace], None]] = {
    "list": list_all,
    "stale": stale,
    "find": find,
    "plan": plan,
    "hang": hang,
    "take-down": take_down,
    "put-back": put_back,
    "boards": boards,
}
CHANGES: dict[str, Callable[[Wall, argparse.Namespace], None]] = {
    "add": _add,
    "rename": _rename,
    "resize": _resize,
    "remove": _remove,
}
