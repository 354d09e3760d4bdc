"""`teacup storm export` and `import`: a whole storm in a file, and back."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from app.exchange.storm_files import open_storm, save_storm
from app.listing import as_json
from app.opening import open_owners_shop
from app.paths import DataFolder


def export(arguments: argparse.Namespace) -> int:
    """Raises NotFound for a code that leads nowhere, StorageProblem when the file cannot be written."""
    with open_owners_shop(DataFolder.choose(arguments.data)) as shop:
        found = shop.owner.storms.by_code(arguments.code)
        whole = shop.owner.storm_exchange.hand_out(found.id, private=arguments.private)
        name = shop.owner.shop().name
    save_storm(Path(arguments.output), whole, shop=name, now=datetime.now(UTC))
    if arguments.json:
        told = {
            "file": arguments.output,
            "code": found.code,
            "contributions": len(whole.contributions),
            "private": whole.is_private,
            "sealed": whole.is_sealed,
        }
        print(as_json(told))
        return 0
    print(arguments.output)
    if whole.is_sealed and whole.contributions:
        print("Without me-toos: nobody may see them before choosing.")
    if whole.is_private:
        print("It holds claim codes and hidden ideas. Please keep it to yourself.")
    return 0


def take_in(arguments: argparse.Namespace) -> int:
    """Raises InvalidInput with the place in the file that cannot be so, Conflict."""
    whole = open_storm(Path(arguments.file))
    with open_owners_shop(DataFolder.choose(arguments.data)) as shop:
        came = shop.owner.storm_exchange.take_in(whole)
    if arguments.json:
        told = {
            "id": str(came.storm.id),
            "code": came.storm.code,
            "new": came.fresh,
            "known": came.known,
            "erased_here": came.erased,
        }
        print(as_json(told))
        return 0
    print(f"{came.storm.code}  {came.storm.question}")
    print(f"Contributions taken in: {came.fresh}. Here already: {came.known}.")
    if came.erased:
        print(f"Erased here before, and left out: {came.erased}.")
    if came.has_new_code:
        print(
            f"Its code {whole.storm.code} belongs to another storm here: what was printed leads to that one."
        )
    return 0
