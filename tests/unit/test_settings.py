"""Settings survive whatever is done to their file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from app.domain.errors import StorageProblem
from app.settings import Settings, SettingsFile


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "shop" / "settings.toml"


def test_without_a_file_the_defaults_serve(path: Path) -> None:
    assert SettingsFile(path).load() == Settings()
    assert not path.exists()


def test_what_was_saved_is_loaded(path: Path) -> None:
    chosen = Settings(port=9000, address="192.168.1.5", theme="dark", text_percent=150, paper_size="A4")

    SettingsFile(path).save(chosen)

    assert SettingsFile(path).load() == chosen


def test_a_value_that_cannot_be_is_left_at_its_default(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('port = 99999\ntheme = "dark"\ntext_percent = "big"\nunknown = 1\n')

    assert SettingsFile(path).load() == Settings(theme="dark")


def test_a_file_that_cannot_be_read_is_said_so(path: Path) -> None:
    path.mkdir(parents=True)

    with pytest.raises(StorageProblem, match="cannot be read"):
        SettingsFile(path).load()


@given(garbage=st.binary(max_size=200))
@examples(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_file_never_stops_the_start_and_is_kept(path: Path, garbage: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(garbage)

    file = SettingsFile(path)
    file.load()

    assert (file.kept_aside or path).read_bytes() == garbage
    assert path.exists() == (file.kept_aside is None)


def test_each_damaged_file_is_kept_beside_the_others(path: Path) -> None:
    path.parent.mkdir()
    kept = []
    for garbage in (b"[", b"{", b"="):
        path.write_bytes(garbage)
        file = SettingsFile(path)
        assert file.load() == Settings()
        assert file.kept_aside is not None
        assert ".broken-" in file.kept_aside.name
        kept.append(file.kept_aside)

    assert [each.read_bytes() for each in kept] == [b"[", b"{", b"="]


def test_where_nothing_can_be_written_that_is_said(path: Path) -> None:
    path.parent.write_bytes(b"a file where the folder should be")

    with pytest.raises(StorageProblem, match="cannot be written"):
        SettingsFile(path).save(Settings())
