"""The commands, as scripts call them: what they print, and the status they end with."""

from __future__ import annotations

import json
import os
import re
import socket
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.command_line import parse
from app.domain.pairing import parse_pairing_code
from app.paths import DataFolder
from app.reach import ServingRecord
from app.web.certificate import certificate_fingerprint
from tests.pictures import as_file, picture
from ui.main import main

Teacup = Callable[..., tuple[int, str, str]]
CODE = re.compile(r"[0-9A-Z]{9}")


@pytest.fixture
def teacup(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Teacup:
    """Runs a command in this process on a fresh data folder: status, output, error output."""

    def run(*arguments: str) -> tuple[int, str, str]:
        status = main(["--data", str(tmp_path / "shop"), *arguments])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


def added(teacup: Teacup, text: str = "A bench outside.") -> str:
    return teacup("add", text)[1].strip()


def shown(teacup: Teacup, code: str) -> dict[str, Any]:
    idea: dict[str, Any] = json.loads(teacup("idea", code, "--json")[1])
    return idea


def test_add_prints_a_claim_code_that_finds_the_idea_again(teacup: Teacup) -> None:
    status, output, errors = teacup(
        "add", "A bench outside.", "--name", "Mrs Novak", "--channel", "telephone"
    )

    assert (status, errors) == (0, "")
    assert CODE.fullmatch(output.strip())
    assert "A bench outside." in teacup("idea", output.strip().lower())[1]


def test_json_of_an_idea_has_what_scripts_rely_on(teacup: Teacup) -> None:
    code = added(teacup)
    teacup("answer", code, "--status", "done", "--text", "It stands there.")

    idea = shown(teacup, code)

    assert idea.keys() >= {
        "id", "claim_code", "text", "name", "channel", "visibility", "status", "votes", "builds_on",
        "merged_into", "created_at", "responses", "public_at", "views", "built_on",
    }  # fmt: skip
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", idea["created_at"])
    assert idea["responses"][0].keys() >= {"text", "status", "created_at", "private"}
    assert (idea["status"], idea["visibility"]) == ("done", "public")


def test_ideas_can_be_filtered_and_searched(teacup: Teacup) -> None:
    bench, lamp = added(teacup, "A bench outside."), added(teacup, "A lamp over the bench.")
    added(teacup, "Oat milk.")
    teacup("hide", lamp)

    hidden = json.loads(teacup("ideas", "--visibility", "hidden", "--json")[1])
    found = json.loads(teacup("ideas", "--search", "bench", "--visibility", "public", "--json")[1])

    assert [idea["claim_code"] for idea in hidden] == [lamp]
    assert [idea["claim_code"] for idea in found] == [bench]
    assert len(teacup("ideas")[1].splitlines()) == 3


def test_the_owners_verbs_and_undo(teacup: Teacup) -> None:
    code = added(teacup)

    for verb, visibility in (("hide", "hidden"), ("keep-private", "private"), ("approve", "public")):
        assert teacup(verb, code)[0] == 0
        assert shown(teacup, code)["visibility"] == visibility
    assert teacup("undo")[:2] == (0, "Undone: approve.\n")
    assert shown(teacup, code)["visibility"] == "private"
    assert teacup("redo")[0] == 0
    assert shown(teacup, code)["visibility"] == "public"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("answer", "CODE", "--status", "declined", "--text", "No."), "A no needs its reason."),
        (("answer", "CODE", "--status", "trial", "--text", "Yes."), "until when"),
        (("answer", "CODE", "--status", "done", "--text", " "), "write an answer"),
        (("idea", "ABC DEF GHJ"), "No idea has the code"),
        (("approve", "nonsense"), "No idea has the code"),
        (("add", "\u200b"), "write your idea"),
        (("add", "x" * 501), "too long"),
        (("restore", "nowhere.db"), "no backup"),
        (("key", " "), "what the key is for"),
    ],
)
def test_the_world_says_no_in_one_sentence(teacup: Teacup, arguments: tuple[str, ...], sentence: str) -> None:
    code = added(teacup)

    status, output, errors = teacup(*(code if word == "CODE" else word for word in arguments))

    assert (status, output) == (1, "")
    assert sentence in errors
    assert len(errors.splitlines()) == 1


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (["add", "A bench", "--channel", "pigeon"], "“pigeon” is none of kiosk, phone,"),
        (["ideas", "--status", "nice"], "“nice” is none of new,"),
        (["serve", "--port", "door"], "a port is a number from 0 to 65535"),
    ],
)
def test_a_word_that_is_none_of_those_known_is_told_which_there_are(
    wrong: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        parse(wrong)

    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize(
    "wrong",
    [["fly"], ["add"], ["answer", "X", "--status", "new", "--text", "a"], ["serve", "--port", "70000"], ["--nope"],
     ["answer", "X", "--status", "trial", "--text", "a", "--until", "soon"]],
)  # fmt: skip
def test_wrong_usage_ends_with_two(wrong: list[str]) -> None:
    with pytest.raises(SystemExit) as end:
        parse(wrong)

    assert end.value.code == 2


@pytest.mark.parametrize("place", ["before", "behind", "variable"])
def test_the_data_folder_is_taken_before_behind_and_from_the_environment(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(tmp_path / place)
    if place == "variable":
        monkeypatch.setenv("TEACUP_DATA", folder)
    given = {"before": ["--data", folder, "add", "Hello"], "behind": ["add", "Hello", "--data", folder]}

    assert main(given.get(place, ["add", "Hello"])) == 0

    assert CODE.search(capsys.readouterr().out)
    assert (tmp_path / place / "teacup.db").exists()


def test_a_backup_brings_back_what_was(teacup: Teacup) -> None:
    kept = added(teacup, "Kept.")
    made = json.loads(teacup("backup", "--json")[1])
    later = added(teacup, "Later.")

    assert teacup("restore", made["file"])[0] == 0

    assert shown(teacup, kept)["text"] == "Kept."
    assert teacup("idea", later)[0] == 1
    assert teacup("check")[0] == 0


def test_a_key_is_printed_once(teacup: Teacup) -> None:
    one, other = teacup("key", "Kiosk")[1].strip(), teacup("key", "Till")[1].strip()

    assert one != other
    assert len(one) > 30


QT_FREE = """
import sys
from ui.main import main
for arguments in (["add", "Hello"], ["ideas"], ["check"]):
    assert main(["--data", sys.argv[1], *arguments]) == 0
import app.server_command
assert not [name for name in sys.modules if name.startswith(("PySide6", "shiboken6", "reportlab"))]
"""


def test_commands_and_server_never_load_qt(tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-c", QT_FREE, str(tmp_path / "shop")],
        capture_output=True, text=True, timeout=60, check=False, cwd=Path(__file__).parents[2],
    )  # fmt: skip

    assert result.returncode == 0, result.stderr


def test_a_reader_that_goes_away_makes_no_noise(tmp_path: Path) -> None:
    script = f"{sys.executable} -m ui --data {tmp_path / 'shop'} ideas --json | true"

    result = subprocess.run(
        script, shell=True, capture_output=True, text=True, timeout=60, check=False,
        cwd=Path(__file__).parents[2], env=os.environ.copy(),
    )  # fmt: skip

    assert "Traceback" not in result.stderr


def test_a_key_can_be_read_by_scripts(teacup: Teacup) -> None:
    made = json.loads(teacup("key", "Kiosk", "--json")[1])

    assert made.keys() == {"name", "key"}
    assert made["name"] == "Kiosk"


def test_a_code_may_be_typed_as_it_is_printed(teacup: Teacup) -> None:
    code = added(teacup)
    typed = f" {code[:3]} {code[3:6].lower()}-{code[6:]} "

    assert teacup("approve", typed)[0] == 0
    assert teacup("answer", typed, "--status", "done", "--text", "Yes.")[0] == 0
    assert shown(teacup, typed)["claim_code"] == code


def test_findings_of_a_check_are_sentences_with_their_count(teacup: Teacup, tmp_path: Path) -> None:
    for _ in range(2):
        added(teacup)
    database = sqlite3.connect(tmp_path / "shop" / "teacup.db")
    database.execute("UPDATE ideas SET votes = 7")
    database.commit()
    database.close()

    status, output, _ = teacup("check")
    report = json.loads(teacup("check", "--json")[1])

    sentence = "Ideas whose number of votes is not that of their votes: 2."
    assert status == 1
    assert f"- {sentence}\n" in output
    assert report["findings"] == [{"sentence": sentence, "count": 2}]


def test_a_pipe_that_knows_few_letters_ends_nothing(tmp_path: Path) -> None:
    text, data = "咖啡 ☕ café", ["--data", str(tmp_path / "shop")]
    assert main([*data, "add", text]) == 0

    listed = printed([*data, "ideas"], PYTHONIOENCODING="latin-1")
    as_json = printed([*data, "ideas", "--json"], PYTHONIOENCODING="latin-1")

    assert (listed.returncode, listed.stderr) == (0, b"")
    assert b"\\u5496" in listed.stdout
    assert json.loads(as_json.stdout.decode("utf-8"))[0]["text"] == text


def printed(arguments: list[str], **variables: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "ui", *arguments], capture_output=True, timeout=60, check=False,
        cwd=Path(__file__).parents[2], env=os.environ | variables,
    )  # fmt: skip


def test_a_server_whose_port_is_taken_says_so_in_one_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ended = printed(["--data", str(tmp_path), "serve", "--host", "127.0.0.1", "--port", str(port)])

    assert (ended.returncode, ended.stdout) == (1, b"")
    assert ended.stderr.decode().startswith(f"Port {port} is taken by another program.")
    assert ended.stderr.count(b"\n") == 1
    assert not (tmp_path / "serving.json").exists()


def test_a_server_leaves_newer_data_alone_and_says_so_in_one_sentence(tmp_path: Path) -> None:
    assert main(["--data", str(tmp_path), "add", "Hello"]) == 0
    database = sqlite3.connect(tmp_path / "teacup.db")
    database.execute("PRAGMA user_version = 999")
    database.close()

    ended = printed(["--data", str(tmp_path), "serve", "--port", "0"])

    assert (ended.returncode, ended.stdout) == (1, b"")
    assert b"newer Teacup" in ended.stderr
    assert ended.stderr.count(b"\n") == 1


# To the one who may do everything no folder is read-only.
AS_NOBODY = """
import os, sys
import app.commands
from ui.main import main
if os.geteuid() == 0:
    os.setuid(65534)
sys.exit(main(["--data", sys.argv[1], "serve", "--port", "0"]))
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights on folders")
def test_a_server_in_a_read_only_folder_says_so_in_one_sentence() -> None:
    with tempfile.TemporaryDirectory() as place:  # pytest's own are closed to other users
        shop = Path(place) / "shop"
        shop.mkdir()
        Path(place).chmod(0o755)
        shop.chmod(0o555)
        ended = subprocess.run(
            [sys.executable, "-c", AS_NOBODY, str(shop)], capture_output=True, timeout=60, check=False,
            cwd=Path(__file__).parents[2],
        )  # fmt: skip

    assert (ended.returncode, ended.stdout) == (1, b"")
    assert ended.stderr.decode().startswith(f"The data folder {shop} cannot be written to.")
    assert ended.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    ("status", "part", "sentence"),
    [
        ("planned", ["--look-again", "2999-01-31"], "A day to look again goes with a no."),
        ("declined", ["--reason", "No room.", "--until", "2999-01-31"], "An end goes with a trial."),
        ("trial", ["--until", "2999-01-31", "--reason", "No room."], "A reason goes with a no."),
        ("planned", ["--proof-date", "2020-01-31"], "The day it was done goes with what is done."),
        ("planned", ["--photo", "bench.png"], "A photo goes with what is done, in public."),
    ],
)
def test_what_belongs_to_another_decision_is_refused(
    teacup: Teacup, status: str, part: list[str], sentence: str
) -> None:
    code = added(teacup)

    ended = teacup("answer", code, "--status", status, "--text", "So be it.", *part)

    assert ended == (1, "", f"{sentence}\n")
    assert shown(teacup, code)["responses"] == []


@pytest.mark.parametrize("command", ["ideas", "backup", "serve --port 0"])
@pytest.mark.parametrize("inside", ["", "shop"])
def test_a_file_where_the_data_should_lie_is_said_and_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, inside: str
) -> None:
    file = tmp_path / "list.txt"
    file.write_text("milk, flour", "utf-8")

    status = main(["--data", str(file / inside), *command.split()])

    said = capsys.readouterr().err
    assert (status, said) == (1, f"{file} is not a folder. Please choose a folder for the data.\n")
    assert file.read_text("utf-8") == "milk, flour"


def test_pair_prints_a_code_of_this_shops_certificate_once(teacup: Teacup, tmp_path: Path) -> None:
    status, output, errors = teacup("pair")
    made = json.loads(teacup("pair", "--json")[1])

    first = parse_pairing_code(output.splitlines()[0])
    second = parse_pairing_code(made["code"])
    assert (status, errors) == (0, "")
    assert first is not None
    assert second is not None
    assert first.secret != second.secret
    assert first.is_of(certificate_fingerprint(tmp_path / "shop"))
    assert second.fingerprint_part == first.fingerprint_part
    assert "teacup serve --tls-port" in output
    assert made["address"] is None
    assert made["until"].endswith("Z")


def test_pair_says_where_a_server_listens_for_kiosks(teacup: Teacup, tmp_path: Path) -> None:
    teacup("pair")
    ServingRecord(DataFolder(tmp_path / "shop")).write(8765, "http://127.0.0.1:8765", 8766)

    told = json.loads(teacup("pair", "--json")[1])["address"]

    assert re.fullmatch(r"https://[0-9.]+:8766", told)
    assert told in teacup("pair")[1]


def test_pair_with_a_damaged_certificate_says_so(teacup: Teacup, tmp_path: Path) -> None:
    teacup("pair")
    (tmp_path / "shop" / "server-certificate.pem").write_text("nonsense")

    status, output, errors = teacup("pair")

    assert (status, output) == (1, "")
    assert "damaged" in errors


def test_ideas_are_put_together_by_their_codes_and_undo_parts_them(teacup: Teacup) -> None:
    codes = [teacup("add", text)[1].strip() for text in ("Oat milk", "Milk of oats")]

    status, said, _ = teacup("merge", codes[1].lower(), "--into", codes[0])
    merged = json.loads(teacup("idea", codes[1], "--json")[1])
    kept = json.loads(teacup("idea", codes[0], "--json")[1])

    assert status == 0
    assert said.startswith("Put together: ")
    assert merged["merged_into"] == kept["id"]
    assert "Put together with" in teacup("idea", codes[1])[1]
    assert teacup("merge", codes[0], "--into", codes[1])[0] == 1
    assert teacup("undo")[:2] == (0, "Undone: merge.\n")
    assert json.loads(teacup("idea", codes[1], "--json")[1])["merged_into"] is None
    shown = json.loads(teacup("merge", codes[1], "--into", codes[0], "--json")[1])
    assert (shown["id"], shown["votes"]) == (kept["id"], 0)


@pytest.mark.parametrize("into", [0, 2])
def test_what_cannot_be_put_together_is_said_in_one_sentence(teacup: Teacup, into: int) -> None:
    codes = [teacup("add", text)[1].strip() for text in ("Oat milk", "Milk of oats", "Private")]
    teacup("keep-private", codes[2])

    status, _, error = teacup("merge", codes[0], "--into", codes[into])

    assert status == 1
    assert len(error.strip().splitlines()) == 1


def test_an_answer_carries_what_belongs_to_it(teacup: Teacup, tmp_path: Path) -> None:
    code = added(teacup)
    teacup(
        "answer", code, "--status", "declined", "--text", "We are sorry.", "--reason", "No room.",
        "--change-mind", "A wider pavement.", "--look-again", "2999-01-31",
    )  # fmt: skip
    told = shown(teacup, code)
    assert told["look_again_on"] == "2999-01-31"
    assert told["responses"][0]["change_mind"] == "A wider pavement."

    photo = tmp_path / "bench.png"
    photo.write_bytes(as_file(picture()))
    teacup(
        "answer",
        code,
        "--status",
        "done",
        "--text",
        "It stands.",
        "--proof-date",
        "2026-01-31",
        "--photo",
        str(photo),
    )
    told = shown(teacup, code)
    assert told["look_again_on"] is None
    assert told["responses"][1]["done_on"] == "2026-01-31"
    assert told["responses"][1]["photo"]
