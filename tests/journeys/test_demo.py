"""`teacup demo` without a screen does the whole main job for real and names what it made."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import PIL.Image
import pypdfium2
import zxingcpp

ROOT = Path(__file__).parents[2]
MADE = (
    "notice.pdf",
    "notice.png",
    "notice-warm.png",
    "notice-bold.png",
    "you-said.pdf",
    "you-said.png",
    "poster.pdf",
    "poster.png",
    "storm-poster.pdf",
    "storm-poster.png",
    "desk-inbox.png",
    "desk-wall.png",
    "desk-board.png",
    "desk-storms.png",
    "desk-codes.png",
)


def run(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    without_screen = {
        name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")
    }
    return subprocess.run(
        [sys.executable, "-m", "ui", *arguments],
        capture_output=True, text=True, timeout=120, check=False, cwd=ROOT, env=without_screen | {"HOME": str(folder)},
    )  # fmt: skip


def test_the_demo_makes_every_picture_and_paper(tmp_path: Path) -> None:
    out = tmp_path / "demo"

    result = run("demo", "--out", str(out), folder=tmp_path)

    assert (result.returncode, result.stderr) == (0, "")
    for name in MADE:
        assert f"{out / name}: " in result.stdout
        assert (out / name).stat().st_size > 5_000
    picture = PIL.Image.open(out / "desk-inbox.png")
    assert picture.size == (1440, 900)
    assert len(picture.convert("RGB").getcolors(maxcolors=2**24) or []) > 200


def test_the_demos_ideas_came_through_the_form_and_its_codes_can_be_read(tmp_path: Path) -> None:
    out = tmp_path / "demo"
    run("demo", "--out", str(out), folder=tmp_path)

    listed = run("--data", str(out / "shop"), "ideas", "--json", folder=tmp_path)
    newest = json.loads(listed.stdout)[:3]

    assert {idea["channel"] for idea in newest} == {"phone"}
    assert {idea["visibility"] for idea in newest} == {"public", "waiting"}
    for name in ("notice.pdf", "poster.pdf", "storm-poster.pdf"):
        page = pypdfium2.PdfDocument(out / name)[0].render(scale=150 / 72).to_pil()
        (code,) = zxingcpp.read_barcodes(page)
        assert code.text.startswith("http://")


def test_the_desk_without_a_screen_says_so_in_a_sentence(tmp_path: Path) -> None:
    result = run("--data", str(tmp_path / "shop"), folder=tmp_path)

    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1
    assert "no screen" in result.stderr
