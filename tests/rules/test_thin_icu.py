"""Qt's Unicode data, made small for the bundle: what our languages need is still all there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

import thin_icu

LANGUAGES = ("ar", "de", "en", "es", "fr", "hi", "it", "ja", "pl", "pt", "tr", "zh")
SORT = """
from functools import cmp_to_key
from PySide6.QtCore import QCollator, QLocale
for language in ("de", "pl", "tr", "ja", "zh", "ar", "hi"):
    compare = QCollator(QLocale(language)).compare
    print(ascii(sorted("z ä a ł l i ı İ ö o 中 文 あ ア ب ا ह क".split(), key=cmp_to_key(compare))))
print(ascii(QLocale("tr").toUpper("i")), ascii(QLocale("ar").toString(12345)))
"""

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or shutil.which("ld") is None, reason="made on Linux, by ld"
)


@pytest.fixture(scope="module")
def whole() -> Path:
    [library] = Path(PySide6.__file__).parent.glob("Qt/lib/libicudata.so.*")
    return library


def test_it_is_a_small_part_and_sorts_our_languages_as_before(whole: Path, tmp_path: Path) -> None:
    small = tmp_path / whole.name

    thin_icu.thin(whole, small, LANGUAGES)

    assert small.stat().st_size < whole.stat().st_size / 6
    assert sorted_with(small) == sorted_with(whole)


def test_another_library_is_not_touched(tmp_path: Path) -> None:
    other = tmp_path / "libother.so"
    other.write_bytes(b"\x7fELF and nothing of ICU")

    with pytest.raises(thin_icu.NotUnderstood):
        thin_icu.thin(other, tmp_path / "small.so", LANGUAGES)

    assert not (tmp_path / "small.so").exists()


@pytest.mark.parametrize(
    ("name", "is_kept"),
    [
        ("coll/root.res", True),
        ("coll/pl.res", True),
        ("zh_Hant.res", True),
        ("nfkc.nrm", True),
        ("coll/ucadata.icu", True),
        ("ibm-1047_P100-1995.cnv", False),
        ("curr/de.res", False),
        ("fi.res", False),
        ("brkitr/thaidict.dict", False),
    ],
)
def test_languages_that_nobody_chooses_are_left_out(name: str, is_kept: bool) -> None:
    assert thin_icu.is_wanted(name, LANGUAGES) is is_kept


def sorted_with(library: Path) -> str:
    environment = {**os.environ, "LD_PRELOAD": str(library)}
    return subprocess.run(
        [sys.executable, "-c", SORT], env=environment, capture_output=True, text=True, timeout=60, check=True
    ).stdout
