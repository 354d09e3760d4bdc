"""What the PDF shows is what Qt laid out, in every script; and its codes read back."""

from __future__ import annotations

import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter

from app.domain.notices import PaperSize
from app.words import Words
from tests.ui.paper.codes import unread_codes
from tests.ui.paper.samples import ADDRESS, as_grey, make_content, make_words, pdf_pages
from tests.ui.paper.test_poster import make_poster
from ui.paper.notice import draw_notice, notice_sheets
from ui.paper.picture import sheet_picture
from ui.paper.poster import poster

SCRIPTS = {
    "Latin": ("Fresh rolls at half past six, crème brûlée too?", "We bake from six. “Try it”, fiancé!"),
    "Vietnamese": ("Tiệm có thể mở cửa lúc sáu giờ rưỡi không ạ?", "Từ ngày 1 tháng 12, sáu giờ rưỡi."),
    "Greek": ("Μπορείτε να ανοίγετε στις έξι και μισή;", "Από 1 Δεκεμβρίου ανοίγουμε στις 6:30."),
    "Cyrillic": ("Можно открываться в половине седьмого?", "С 1 декабря открываемся в 6:30."),
    "Arabic": ("هل يمكنكم فتح المخبز في السادسة والنصف؟ الحافلة 25", "سنفتح من 1 ديسمبر، و oat milk أيضا."),
    "Hebrew": ("אפשר לפתוח בשש וחצי? אוטובוס 25", "מ-1 בדצמבר נפתח ב-6:30, oat milk גם."),
    "Devanagari": ("क्या आप साढ़े छह बजे खोल सकते हैं?", "1 दिसंबर से हम साढ़े छह बजे खोलेंगे।"),
    "Thai": ("เปิดร้านตอนหกโมงครึ่งได้ไหมคะ", "ตั้งแต่วันที่ 1 ธันวาคม เราจะเปิดหกโมงครึ่ง"),
    "Chinese": ("能不能早上六点半开门?我的车六点五十走。", "从十二月一日起，我们六点半开门。"),
    "Japanese": ("朝の六時半に開けていただけませんか?", "十二月一日から、六時半に開店します。"),
    "Korean": ("여섯 시 반에 열어 주실 수 있나요?", "12월 1일부터 여섯 시 반에 엽니다."),
    "Bengali": ("সাড়ে ছয়টায় খুলতে পারবেন কি?", "১ ডিসেম্বর থেকে সাড়ে ছয়টায় খুলব।"),
    "emoji": ("More ☕ and 🥐 please! 👨‍👩‍👧 🇫🇷 ❤️ → ☆", "We 🥰 you too. 3️⃣ new kinds ✓"),
}
DPI = 100
# Two programs smooth edges differently: none or one dot differs. A single missing letter makes 31 to 9,000.
MOST_DIFFERING_DOTS = 12


def differing_dots(one: Image.Image, other: Image.Image) -> int:
    """How many dots differ after a blur wider than a smoothed edge."""
    blurred = [picture.filter(ImageFilter.BoxBlur(2)) for picture in (one, other)]
    difference = ImageChops.difference(*blurred).point(lambda value: 255 if value > 64 else 0)
    return int(difference.histogram()[255])


@pytest.mark.parametrize("language", ["en", "ar"], ids=["left-to-right page", "right-to-left page"])
@pytest.mark.parametrize("script", SCRIPTS)
def test_the_pdf_shows_what_qt_laid_out(script: str, language: str) -> None:
    said, answered = SCRIPTS[script]
    content = make_content(idea_text=said, answer=answered, idea_name=said.split()[0][:12], language=language)

    [page] = pdf_pages(draw_notice(content, PaperSize.A5, make_words(language)), DPI)
    [sheet] = notice_sheets(content, PaperSize.A5, make_words(language))
    painted = as_grey(sheet_picture(sheet, DPI)).resize(page.size)

    assert differing_dots(page, painted) <= MOST_DIFFERING_DOTS


@pytest.mark.parametrize("script", ["Latin", "Devanagari", "Thai", "emoji"])
def test_the_comparison_would_see_one_missing_letter(script: str) -> None:
    said, answered = SCRIPTS[script]
    shorter = answered[:-3] + answered[-2:]
    [page] = pdf_pages(
        draw_notice(make_content(idea_text=said, answer=answered), PaperSize.A5, make_words()), DPI
    )
    [sheet] = notice_sheets(make_content(idea_text=said, answer=shorter), PaperSize.A5, make_words())

    painted = as_grey(sheet_picture(sheet, DPI)).resize(page.size)

    assert differing_dots(page, painted) > 2 * MOST_DIFFERING_DOTS


@pytest.mark.parametrize("size", PaperSize)
def test_the_code_on_a_notice_reads_back(size: PaperSize) -> None:
    sheets = notice_sheets(make_content(), size, make_words())

    assert unread_codes(sheets, [ADDRESS]) == []


@pytest.mark.parametrize("size", PaperSize)
def test_the_code_on_a_poster_reads_back(size: PaperSize) -> None:
    content = make_poster()

    assert unread_codes(poster(content, size, make_words()).lay_out(), [content.address]) == []


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_file_is_sound_and_embeds_all_its_fonts(script: str, tmp_path: Path) -> None:
    said, answered = SCRIPTS[script]
    file = tmp_path / "notice.pdf"

    file.write_bytes(draw_notice(make_content(idea_text=said, answer=answered), PaperSize.A6, make_words()))

    checked = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "WARNING" not in checked.stdout + checked.stderr
    lines = subprocess.run(
        ["pdffonts", file], capture_output=True, text=True, check=True
    ).stdout.splitlines()[2:]
    assert lines
    assert all(line.split()[-5] == "yes" for line in lines), lines


@pytest.mark.parametrize("script", SCRIPTS)
def test_words_of_every_script_can_be_searched(script: str, tmp_path: Path) -> None:
    said, _ = SCRIPTS[script]
    file = tmp_path / "notice.pdf"

    file.write_bytes(draw_notice(make_content(idea_text=said), PaperSize.A4, make_words()))

    text = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout
    found = "".join(letter for letter in text if not letter.isspace() and letter not in DIRECTION_MARKS)
    wanted = "".join(said.split())
    assert all(letter in found for letter in wanted)
    assert script in {"Arabic", "Hebrew"} or wanted in found


DIRECTION_MARKS = "\u202a\u202b\u202c"


def test_title_and_language_are_told(tmp_path: Path) -> None:
    file = tmp_path / "notice.pdf"

    file.write_bytes(draw_notice(make_content(language="pl"), PaperSize.A4, make_words()))

    information = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout
    assert "Notice 142, Linden Street Bakery" in information
    assert b"/Lang (pl)" in file.read_bytes()


def test_a_page_in_another_language_puts_its_quotation_marks() -> None:
    page = notice_sheets(make_content(), PaperSize.A4, Words("de", make_words().catalogue))[0]

    assert "„" in [thing.line.text for thing in page.things if hasattr(thing, "line")]


def test_a_notice_drawn_in_the_background_is_the_same_while_the_window_paints() -> None:
    content = make_content(idea_text="朝の六時半 ☕ नमस्ते مرحبا", answer="ไทย 😀 and rolls")
    alone = draw_notice(content, PaperSize.A5, make_words())

    with ThreadPoolExecutor(max_workers=1) as background:
        drawn = background.map(lambda _: draw_notice(content, PaperSize.A5, make_words()), range(5))
        for _ in range(5):
            sheet_picture(notice_sheets(content, PaperSize.A6, make_words())[0], 60)

    assert set(drawn) == {alone}


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("朝の六時半、", "六时半、"),
        ("六时半、", "朝の六時半、"),
        ("朝の六時半、", "六 빵、"),
        ("एक № 25", "एक щ № 25"),
    ],
    ids=["Japanese after Chinese", "Chinese after Japanese", "Japanese after Korean", "Hindi after Russian"],
)
def test_a_notice_looks_the_same_whatever_was_drawn_before(text: str, before: str) -> None:
    """Qt keeps by thread what it loaded, so each thread here begins with nothing."""
    content, other = make_content(idea_text=text), make_content(idea_text=before)

    with ThreadPoolExecutor(max_workers=1) as fresh:
        first = fresh.submit(draw_notice, content, PaperSize.A5, make_words()).result()
    with ThreadPoolExecutor(max_workers=1) as used:
        used.submit(draw_notice, other, PaperSize.A5, make_words()).result()
        after = used.submit(draw_notice, content, PaperSize.A5, make_words()).result()

    assert after == first
