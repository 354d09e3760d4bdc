"""One idea, from the QR code on the counter to the notice on the wall and back to its author."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pypdfium2
import pytest
import zxingcpp

from app.domain.decisions import decide
from app.domain.ideas import Status
from app.domain.notices import PaperSize
from app.opening import OwnersShop, open_owners_shop
from app.paths import DataFolder, resource
from app.reach import answers
from app.words import load_words
from tests.serving import running_server
from ui.paper.notice import draw_notice

HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')
CODE = re.compile(r"\b([0-9A-Z]{3})[ \u00a0]([0-9A-Z]{3})[ \u00a0]([0-9A-Z]{3})\b")
TEXT = "A changing mat in the toilet would make such a difference."
ANSWER = "A table comes in January, when the plumber has been."


@pytest.fixture
def shop(folder: DataFolder) -> Iterator[OwnersShop]:
    """The shop by the real clock, for the server has no other."""
    with open_owners_shop(folder) as shop:
        shop.owner.save_shop(replace(shop.owner.shop(), name="Linden Street Bakery", owner="Marta"))
        yield shop


pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def phone(folder: DataFolder) -> Iterator[httpx.Client]:
    with running_server(folder.root) as (_, port):
        base = f"http://127.0.0.1:{port}"
        with httpx.Client(base_url=base, trust_env=False, headers={"Origin": base}) as client:
            yield client


def send(phone: httpx.Client, address: str) -> httpx.Response:
    """Open the form at `address`, write, send; gives the thank-you page."""
    form = phone.get(address)
    sent = phone.post("/ideas", data={**dict(HIDDEN.findall(form.text)), "text": TEXT, "name": "Priya"})
    assert sent.status_code == httpx.codes.SEE_OTHER
    return phone.get(sent.headers["location"])


def test_an_idea_travels_from_a_phone_to_a_notice_and_back(
    shop: OwnersShop, phone: httpx.Client, tmp_path: Path
) -> None:
    owner = shop.owner
    base = str(phone.base_url).rstrip("/")
    table = owner.add_placement("Table 5")

    thanks = send(phone, f"/p/{table.token}")
    written = CODE.search(thanks.text)
    assert written is not None
    code = "".join(written.groups())
    idea = owner.by_code(code)
    assert (idea.text, idea.name, idea.placement) == (TEXT, "Priya", table.token)
    assert TEXT not in phone.get("/").text

    owner.approve([idea.id])
    assert TEXT in phone.get("/").text
    today = owner.shop().local_date(datetime.now(UTC))
    owner.answer(idea.id, decide(Status.PLANNED, ANSWER, today=today))
    assert ANSWER in phone.get(f"/c/{code}").text

    _, content = owner.make_notice(idea.id, PaperSize.A5, address=base)
    pdf = tmp_path / "notice.pdf"
    pdf.write_bytes(draw_notice(content, PaperSize.A5, load_words("en", resource("translations"))))

    printed = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    assert ANSWER.split()[0] in printed
    page = pypdfium2.PdfDocument(pdf)[0].render(scale=150 / 72).to_pil()
    (scanned,) = zxingcpp.read_barcodes(page)
    assert answers(base)
    assert ANSWER in phone.get(scanned.text).text
