"""`teacup notice` and `teacup qr`: files that lead where they should, and a word when they do not."""

from __future__ import annotations

import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import PIL.Image
import pypdfium2
import pytest
import zxingcpp

from app.data_root import make_data_folder
from app.opening import open_owners_shop
from app.paper_command_line.sheet import KINDS
from app.paths import DataFolder
from app.reach import ServingRecord
from app.settings import Settings, SettingsFile
from tests.serving import free_port, running_server
from ui.main import main
from ui.paper_commands.sheets import SHEETS

Teacup = Callable[..., tuple[int, str, str]]
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def teacup(folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> Teacup:
    """In a shop whose port nobody has: at the usual one another program may answer meanwhile."""
    make_data_folder(folder.root)
    SettingsFile(folder.settings).save(Settings(port=free_port()))

    def run(*arguments: str) -> tuple[int, str, str]:
        status = main(["--data", str(folder.root), *arguments])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


def read_code(picture: PIL.Image.Image) -> str:
    (found,) = zxingcpp.read_barcodes(picture)
    return found.text


def test_notices_of_several_answers_go_into_one_file(teacup: Teacup, tmp_path: Path) -> None:
    codes = [teacup("add", text)[1].strip() for text in ("A bench.", "A lamp.")]
    for code in codes:
        teacup("answer", code, "--status", "done", "--text", "It stands there.")
    file = tmp_path / "notices.pdf"

    status, output, _ = teacup("notice", *codes, "--size", "A6", "-o", str(file))

    assert (status, output) == (0, f"Notice 1, 2: {file}\n")
    assert len(pypdfium2.PdfDocument(file)) == 2
    printed = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, check=True).stdout
    assert "A bench." in printed
    assert "A lamp." in printed


def test_copies_of_a_notice_are_cut_from_one_paper(teacup: Teacup, tmp_path: Path) -> None:
    code = answered(teacup)
    file = tmp_path / "notices.pdf"

    status, _, _ = teacup(
        "notice", code, "--size", "A6", "--onto", "A4", "--copies", "4", "--design", "bold", "-o", str(file)
    )

    [page] = pypdfium2.PdfDocument(file)
    assert status == 0
    assert (round(page.get_width()), round(page.get_height())) == (595, 842)
    assert page.get_textpage().get_text_bounded().count("It stands there.") == 4


def test_a_paper_smaller_than_the_notice_is_refused_and_no_number_is_spent(
    teacup: Teacup, tmp_path: Path
) -> None:
    code, other, file = answered(teacup), answered(teacup, "A lamp."), str(tmp_path / "n.pdf")

    status, _, errors = teacup("notice", code, "--onto", "A6", "-o", file)

    assert (status, errors) == (1, "A4 does not fit on A6.\n")
    assert teacup("notice", other, "-o", file)[1] == f"Notice 1: {file}\n"


def test_a_notice_becomes_a_picture_to_share_and_words_to_paste(teacup: Teacup, tmp_path: Path) -> None:
    code, file = answered(teacup), tmp_path / "post.png"

    status, output, _ = teacup(
        "notice", code, "--share", "square", "--design", "warm", "-o", str(file), "--json"
    )

    assert status == 0
    with PIL.Image.open(file) as picture:
        assert picture.size == (1080, 1080)
    assert "It stands there." in json.loads(output)["alternative"]
    assert teacup("notice", code, code, "--share", "story", "-o", str(file))[0] == 1


def test_an_unanswered_idea_has_no_notice(teacup: Teacup, tmp_path: Path) -> None:
    code = teacup("add", "A bench.")[1].strip()

    status, _, errors = teacup("notice", code, "-o", str(tmp_path / "n.pdf"))

    assert (status, errors) == (1, "There is no public answer to print yet.\n")
    assert not (tmp_path / "n.pdf").exists()


@pytest.mark.parametrize("kind", ["poster", "png"])
def test_the_code_of_a_place_leads_to_its_form_on_the_running_server(
    teacup: Teacup, folder: DataFolder, tmp_path: Path, kind: str
) -> None:
    file = tmp_path / "code"
    with running_server(folder.root) as (_, port):
        assert ServingRecord(folder).port() == port
        assert teacup("qr", "--label", "Table 5", "--kind", kind, "-o", str(file))[0] == 0

    content = file.read_bytes()
    if kind == "poster":
        picture = pypdfium2.PdfDocument(content)[0].render(scale=150 / 72).to_pil()
    else:
        picture = PIL.Image.open(io.BytesIO(content))
    assert f":{port}/p/" in read_code(picture)


def test_the_same_label_keeps_its_address(teacup: Teacup, tmp_path: Path) -> None:
    for name in ("one.svg", "two.svg"):
        teacup("qr", "--label", "Counter", "--kind", "svg", "-o", str(tmp_path / name))

    assert (tmp_path / "one.svg").read_bytes() == (tmp_path / "two.svg").read_bytes()


def test_a_code_that_leads_nowhere_is_never_made_without_a_word(
    teacup: Teacup, folder: DataFolder, tmp_path: Path
) -> None:
    SettingsFile(folder.settings).save(Settings(port=free_port()))

    status, _, errors = teacup("qr", "-o", str(tmp_path / "poster.pdf"))

    assert status == 0
    assert "Nobody answers at http://" in errors


def test_a_file_that_cannot_be_written_is_said_so(teacup: Teacup, tmp_path: Path) -> None:
    status, _, errors = teacup("qr", "-o", str(tmp_path / "missing" / "poster.pdf"))

    assert status == 1
    assert "cannot be written" in errors


def answered(teacup: Teacup, text: str = "A bench.") -> str:
    code = teacup("add", text)[1].strip()
    teacup("answer", code, "--status", "done", "--text", "It stands there.")
    return code


def test_no_number_is_spent_on_a_sheet_that_was_not_made(teacup: Teacup, tmp_path: Path) -> None:
    code, open_one, file = answered(teacup), teacup("add", "A lamp.")[1].strip(), tmp_path / "n.pdf"

    assert teacup("notice", code, "-o", str(tmp_path / "missing" / "n.pdf"))[0] == 1
    assert teacup("notice", code, open_one, "-o", str(file))[0] == 1
    assert not file.exists()

    assert teacup("notice", code, "-o", str(file))[1] == f"Notice 1: {file}\n"


def test_a_file_that_was_there_is_replaced_whole_or_not_at_all(teacup: Teacup, tmp_path: Path) -> None:
    code, file = teacup("add", "A bench.")[1].strip(), tmp_path / "n.pdf"
    file.write_bytes(b"x" * 1_000_000)

    assert teacup("notice", code, "-o", str(file))[0] == 1
    assert file.read_bytes() == b"x" * 1_000_000
    teacup("answer", code, "--status", "done", "--text", "It stands there.")
    assert teacup("notice", code, "-o", str(file))[0] == 0

    assert len(pypdfium2.PdfDocument(file)) == 1
    assert b"xxx" not in file.read_bytes()


def test_no_place_is_made_for_a_file_that_cannot_be_written(
    teacup: Teacup, folder: DataFolder, tmp_path: Path
) -> None:
    teacup("qr", "--label", "Table 5", "-o", str(tmp_path / "missing" / "poster.pdf"))

    with open_owners_shop(folder) as shop:
        assert "Table 5" not in {place.label for place in shop.owner.placements()}


def test_what_was_made_is_told_to_scripts(teacup: Teacup, tmp_path: Path) -> None:
    codes = [answered(teacup, text) for text in ("A bench.", "A lamp.")]
    sheets, picture = str(tmp_path / "n.pdf"), str(tmp_path / "code.svg")

    notices = json.loads(teacup("notice", *codes, "-o", sheets, "--json")[1])
    place = json.loads(teacup("qr", "--label", "Door", "--kind", "svg", "-o", picture, "--json")[1])

    numbered = [{"number": number, "claim_code": code} for number, code in enumerate(codes, 1)]
    assert notices == {"file": sheets, "notices": numbered}
    assert place.keys() == {"file", "label", "address", "answers"}
    assert (place["file"], place["label"], place["answers"]) == (picture, "Door", False)
    assert "/p/" in place["address"]


def test_blank_cards_are_drawn_under_their_numbers(teacup: Teacup, tmp_path: Path) -> None:
    file = tmp_path / "cards.pdf"

    status, out, err = teacup("sheet", "cards", "--count", "5", "-o", str(file))

    assert (status, out) == (0, f"Cards 1 to 5: {file}\n")
    assert "start Teacup before this hangs" in err
    assert file.read_bytes().startswith(b"%PDF")


def test_thank_you_cards_are_drawn_for_the_authors_of_ideas(
    teacup: Teacup, folder: DataFolder, tmp_path: Path
) -> None:
    with open_owners_shop(folder) as shop:
        code = shop.owner.add_idea("A bowl", name="Sam").claim_code
    file = tmp_path / "thanks.pdf"

    assert teacup("sheet", "thanks", code, "-o", str(file))[0] == 1
    assert not file.exists()
    status, out, _ = teacup("sheet", "thanks", code, "--worth", "one coffee", "-o", str(file), "--json")

    assert status == 0
    card = json.loads(out)["cards"][0]["code"]
    assert teacup("redeem", card)[1] == "Good for: one coffee\n"


@pytest.mark.parametrize("kind", ["cards", "thanks", "slip"])
@pytest.mark.parametrize("paper", [("--size", "A6", "--design", "bold"), ("--roll", "80"), ("--roll", "58")])
def test_cards_and_slips_come_in_designs_and_on_rolls(
    teacup: Teacup, folder: DataFolder, tmp_path: Path, kind: str, paper: tuple[str, ...]
) -> None:
    with open_owners_shop(folder) as shop:
        code = shop.owner.add_idea("A bowl", name="Sam").claim_code
    file = tmp_path / "cards.pdf"
    what = {"cards": ("--count", "1"), "thanks": (code, "--worth", "one coffee"), "slip": (code,)}[kind]

    assert teacup("sheet", kind, *what, *paper, "-o", str(file))[0] == 0

    [page] = pypdfium2.PdfDocument(file)
    wide = 105 if "A6" in paper else int(paper[-1])
    assert page.get_width() == pytest.approx(wide * 72 / 25.4, abs=0.1)


def test_a_slip_tells_scripts_its_code(teacup: Teacup, folder: DataFolder, tmp_path: Path) -> None:
    with open_owners_shop(folder) as shop:
        code = shop.owner.add_idea("A bowl").claim_code
    file = str(tmp_path / "slip.pdf")

    told = json.loads(teacup("sheet", "slip", code, "--roll", "80", "-o", file, "--json")[1])

    assert told == {"file": file, "slips": [{"claim_code": code}]}


def test_a_file_where_the_data_should_lie_is_said_by_paper_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "list.txt"
    file.write_text("milk, flour", "utf-8")

    status = main(["--data", str(file), "sheet", "cards", "-o", str(tmp_path / "cards.pdf")])

    said = capsys.readouterr().err
    assert (status, said) == (1, f"{file} is not a folder. Please choose a folder for the data.\n")


def test_every_kind_of_sheet_that_can_be_asked_for_can_be_made() -> None:
    assert {kind.name for kind in KINDS} == SHEETS.keys()


def test_sheet_alone_lists_its_kinds(teacup: Teacup) -> None:
    status, out, _ = teacup("sheet")

    assert status == 0
    assert [line.split()[0] for line in out.splitlines()] == [kind.name for kind in KINDS]
    assert {each["kind"] for each in json.loads(teacup("sheet", "--json")[1])} == SHEETS.keys()


@pytest.mark.parametrize(
    "arguments",
    [
        ("sheet", "nonsense", "-o", "x.pdf"),
        ("sheet", "cards"),
        ("notice", "ABC", "--size", "A0", "-o", "x.pdf"),
        ("notice", "ABC", "--copies", "0", "-o", "x.pdf"),
    ],
)
def test_wrong_usage_of_paper_ends_with_two(teacup: Teacup, arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        teacup(*arguments)

    assert ended.value.code == 2


def test_json_may_be_asked_for_before_the_kind(teacup: Teacup, tmp_path: Path) -> None:
    said = teacup("sheet", "--json", "cards", "-o", str(tmp_path / "cards.pdf"))[1]

    assert [card["number"] for card in json.loads(said)["cards"]] == [1, 2, 3, 4]


def test_every_sheet_with_a_code_is_numbered_and_a_picture_of_it_is_not(
    teacup: Teacup, tmp_path: Path, folder: DataFolder
) -> None:
    for kind in ("poster", "tent", "labels", "business-card", "poster", "svg"):
        file = tmp_path / f"{kind}.out"
        assert teacup("qr", "--label", "Counter", "--kind", kind, "-o", str(file))[0] == 0

    with open_owners_shop(folder) as shop:
        entries = shop.owner.wall.ledger(words="Counter").entries
    assert sorted((entry.notice.number, str(entry.notice.kind)) for entry in entries) == [
        (1, "qr-poster"),
        (2, "qr-tent"),
        (3, "qr-labels"),
        (4, "qr-card"),
    ]


def test_labels_by_number_and_by_own_measures(teacup: Teacup, tmp_path: Path) -> None:
    file = tmp_path / "labels.pdf"

    assert teacup("qr", "--kind", "labels", "--format", "j8165", "--first", "7", "-o", str(file))[0] == 0
    assert len(codes_on(file)) == 2
    measures = (
        "--columns",
        "2",
        "--rows",
        "3",
        "--width",
        "80",
        "--height",
        "60",
        "--left",
        "10",
        "--top",
        "20",
    )
    assert teacup("qr", "--kind", "labels", *measures, "-o", str(file))[0] == 0
    assert len(codes_on(file)) == 6


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--format", "X1"), "It knows L7651"),
        (("--columns", "3", "--width", "80", "--height", "60"), "need a sheet 240 mm wide"),
        (("--format", "L7160", "--first", "22"), "begin at 1 to 21"),
    ],
)
def test_labels_that_cannot_be_make_no_file_and_take_no_number(
    teacup: Teacup, tmp_path: Path, folder: DataFolder, arguments: tuple[str, ...], says: str
) -> None:
    file = tmp_path / "labels.pdf"

    status, _, errors = teacup("qr", "--label", "Bags", "--kind", "labels", *arguments, "-o", str(file))

    assert status == 1
    assert says in errors
    assert not file.exists()
    with open_owners_shop(folder) as shop:
        assert shop.owner.wall.ledger().entries == ()


def test_the_wifi_password_comes_from_the_environment_and_goes_onto_the_card_alone(
    teacup: Teacup, tmp_path: Path, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "wifi.pdf"
    monkeypatch.setenv("TEACUP_WIFI_PASSWORD", "bread;canary")

    status, said, errors = teacup(
        "qr", "--kind", "wifi", "--network", "Linden Guests", "--size", "A6", "-o", str(file)
    )

    assert status == 0
    assert r"WIFI:T:WPA;S:Linden Guests;P:bread\;canary;;" in codes_on(file)
    assert "canary" not in said + errors
    assert not any(b"canary" in each.read_bytes() for each in folder.root.rglob("*") if each.is_file())


def test_a_wifi_without_a_password_is_said_to_be_open(teacup: Teacup, tmp_path: Path) -> None:
    file = tmp_path / "wifi.pdf"

    assert teacup("qr", "--kind", "wifi", "--network", "Guests", "-o", str(file))[0] == 1
    assert teacup("qr", "--kind", "wifi", "--network", "Guests", "--open", "-o", str(file))[0] == 0
    assert "WIFI:T:nopass;S:Guests;;" in codes_on(file)


def codes_on(file: Path) -> list[str]:
    document = pypdfium2.PdfDocument(file)
    try:
        pages = [page.render(scale=150 / 72).to_pil() for page in document]
    finally:
        document.close()
    return [code.text for page in pages for code in zxingcpp.read_barcodes(page)]
