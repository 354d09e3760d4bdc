"""Makes Qt's Unicode data small: of 30 MB only what Qt asks of it in our languages, about a tenth.

Qt brings the whole of ICU's data for converters, currencies, units and zones that it never opens; what it
wants of them is in its own tables. The format is ICU's common data ("CmnD"): a header, a list of names and
places, then the items one after the other, sorted by name. Needs `ld`, which comes with binutils.
"""

from __future__ import annotations

import re
import struct
import subprocess
import tempfile
from collections.abc import Collection, Mapping
from itertools import pairwise
from pathlib import Path

_MAGIC = b"\xda\x27"
_KIND = b"CmnD"
# From the beginning of the header: its own length and the magic number stand before the kind of data.
_KIND_AT, _COUNT, _ENTRY = 12, struct.Struct("<I"), struct.Struct("<II")
ALIGNMENT = 16
# What is asked for whatever the language: normalisation, letters' properties, numbers, the list of locales.
_ALWAYS = re.compile(
    r"[a-z0-9_]+\.(icu|nrm)"
    r"|(root|res_index|pool|supplementalData|numberingSystems|likelySubtags|keyTypeData|genderList)\.res"
    r"|coll/(root|res_index|pool)\.res|coll/ucadata\.icu"
)
_OF_LANGUAGE = re.compile(r"(?:coll/)?([a-z]{2,3})(?:_[A-Za-z]+)?\.res")
_DATA_SYMBOL = re.compile(rb"icudt\d+_dat")


class NotUnderstood(Exception):
    """The library is not laid out as ICU's data are."""


def thin(library: Path, target: Path, languages: Collection[str]) -> None:
    """Write to `target` the data library `library` with only what `languages` need.

    Raises NotUnderstood when it is no such library, CalledProcessError when it cannot be linked.
    """
    content = library.read_bytes()
    symbol = _DATA_SYMBOL.search(content)
    if symbol is None:
        raise NotUnderstood(f"{library.name} names no data of ICU")
    header, prefix, items = _read(content)
    kept = {name: item for name, item in items.items() if is_wanted(name, languages)}
    _link(_write(header, prefix, kept), symbol[0].decode(), library.name, target)


def is_wanted(name: str, languages: Collection[str]) -> bool:
    """`name` is that of an item below the data's own folder: `coll/de.res`."""
    if _ALWAYS.fullmatch(name):
        return True
    found = _OF_LANGUAGE.fullmatch(name)
    return found is not None and found[1] in languages


def _read(content: bytes) -> tuple[bytes, str, Mapping[str, bytes]]:
    """The header, the folder all names begin with, and the items by the rest of their names."""
    kind_at = content.find(_KIND)
    start = kind_at - _KIND_AT
    if kind_at < 0 or content[start + 2 : start + 4] != _MAGIC:
        raise NotUnderstood("there is no common data of ICU in it")
    base = start + int.from_bytes(content[start : start + 2], "little")
    count = _COUNT.unpack_from(content, base)[0]
    places = [_ENTRY.unpack_from(content, base + _COUNT.size + _ENTRY.size * k) for k in range(count)]
    names = [content[base + at : content.index(b"\0", base + at)].decode() for at, _ in places]
    starts = [base + at for _, at in places]
    # The last item ends with its section; the little that may follow does no harm.
    ends = [*(later for _, later in pairwise(starts)), starts[-1] + 65536]
    folder = names[0].partition("/")[0]
    items = {
        name.partition("/")[2]: content[begin:end]
        for name, begin, end in zip(names, starts, ends, strict=True)
    }
    return content[start:base], folder, items


def _write(header: bytes, folder: str, items: Mapping[str, bytes]) -> bytes:
    """In ICU's own order: names sorted by their bytes, each item at a multiple of 16."""
    names = sorted(items, key=lambda name: f"{folder}/{name}".encode())
    letters, name_places = bytearray(), []
    list_size = _COUNT.size + _ENTRY.size * len(names)
    for name in names:
        name_places.append(list_size + len(letters))
        letters += f"{folder}/{name}".encode() + b"\0"
    body, places = bytearray(), []
    # Places count from the end of the header, but it is the whole that is aligned.
    begin = _aligned(len(header) + list_size + len(letters)) - len(header)
    for name in names:
        places.append(begin + len(body))
        body += items[name]
        body += bytes(_aligned(len(body)) - len(body))
    listed = b"".join(_ENTRY.pack(*pair) for pair in zip(name_places, places, strict=True))
    front = header + _COUNT.pack(len(names)) + listed + bytes(letters)
    return front + bytes(len(header) + begin - len(front)) + bytes(body)


def _aligned(length: int) -> int:
    return -(-length // ALIGNMENT) * ALIGNMENT


def _link(data: bytes, symbol: str, name: str, target: Path) -> None:
    """A shared library whose one symbol is the data."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "data").write_bytes(data)

        def ld(*arguments: str) -> None:
            subprocess.run(["ld", *arguments], cwd=folder, check=True)

        ld("-r", "-b", "binary", "data", "-o", "data.o")
        options = ("-soname", name, "-z", "noexecstack", "--defsym", f"{symbol}=_binary_data_start")
        ld("-shared", *options, "data.o", "-o", str(target.resolve()))
