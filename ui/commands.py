"""The commands that make paper: notice and qr. They need Qt to lay text out, but no screen."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from app import qr
from app.domain.errors import StorageProblem
from app.domain.shop import Shop
from app.domain.translation import mark
from app.opening import OwnersShop, open_owners_shop
from app.paths import DataFolder, resource
from app.reach import Reach, find_reach
from app.settings import SettingsFile
from app.words import Words, load_words
from ui.paper.notice import draw_notices
from ui.paper.poster import draw_poster, poster_content
from ui.paper.qr_picture import qr_png
from ui.shared.fonts import register_fonts
from ui.shared.platform import go_offscreen, has_screen


def run(arguments: argparse.Namespace) -> int:
    """Run the command named in `arguments`; gives the exit status. Raises AppError with what went wrong."""
    if not has_screen():
        go_offscreen()
    # Held until the end: text cannot be laid out without it.
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    register_fonts()
    status = {"notice": notice, "qr": place}[arguments.command](arguments)
    del application
    return status


def notice(arguments: argparse.Namespace) -> int:
    with open_owners_shop(DataFolder.choose(arguments.data)) as shop:
        reach = reach_of(shop)
        ids = [shop.owner.by_code(code).id for code in arguments.codes]
        made = [shop.owner.make_notice(idea_id, arguments.size, address=reach.address) for idea_id in ids]
        words = words_of(shop.owner.shop())
    save(Path(arguments.output), draw_notices([content for _, content in made], arguments.size, words))
    numbers = ", ".join(str(sheet.number) for sheet, _ in made)
    print(f"Notice {numbers}: {arguments.output}")
    warn_of(reach)
    return 0


def place(arguments: argparse.Namespace) -> int:
    with open_owners_shop(DataFolder.choose(arguments.data)) as shop:
        reach = reach_of(shop)
        placement = shop.owner.placement_for(arguments.label)
        address = f"{reach.address}/p/{placement.token}"
        content = poster_content(shop.owner.shop(), placement, address)
        words = words_of(shop.owner.shop())
        shop.owner.note_printed_address(placement.id, address)
    made = {
        "poster": lambda: draw_poster(content, arguments.size, words),
        "png": lambda: qr_png(address),
        "svg": lambda: qr.as_svg(address).encode(),
    }[arguments.kind]()
    save(Path(arguments.output), made)
    print(f"{placement.label}, {address}: {arguments.output}")
    warn_of(reach)
    return 0


def reach_of(shop: OwnersShop) -> Reach:
    return find_reach(shop.owner.shop(), SettingsFile(shop.folder.settings).load(), shop.folder)


def words_of(shop: Shop) -> Words:
    return load_words(shop.language, resource("translations"))


def warn_of(reach: Reach) -> None:
    """Say it when the code leads nowhere yet: never a dead code without a word."""
    if not reach.answers:
        print(f"Nobody answers at {reach.address} now: start Teacup before this hangs.", file=sys.stderr)
    if reach.is_local:
        print(f"Only this computer reaches {reach.address}: phones will not.", file=sys.stderr)


def save(path: Path, content: bytes) -> None:
    """Raises StorageProblem with the reason when the file cannot be written."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise StorageProblem(
            mark("%(file)s cannot be written: %(reason)s."), file=path, reason=error.strerror or "unknown"
        ) from error
