"""Whatever people write: it builds, stays on the paper, and nothing of it is lost."""

from __future__ import annotations

import unicodedata
from collections import Counter
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from app.domain import text as texts
from app.domain.errors import InvalidInput
from app.domain.ideas import Status
from app.domain.notices import Design, NoticeContent, PaperSize
from app.photo_door import make_photo
from app.qr import QUIET_MODULES
from tests.pictures import as_file, picture
from tests.ui.paper.samples import make_content, make_words
from ui.paper.notice import draw_notice, notice_sheets
from ui.paper.notice_measures import notice_measures
from ui.paper.page import PageMeasures
from ui.paper.sheets import Code, Sheet, Turned, Words

PHOTO = make_photo(as_file(picture((640, 480)))).content
QUOTATION_MARKS = ("“", "«", "»", "”", "「")

NAUGHTY = (
    "Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤ ̖t̝͕̳̣̻̪͞h̼͓̲̦̳̘̲e͇̣̰̦̬͎ ̢̼̻̱̘h͚͎͙̜̣̲ͅi̦̲̣̰̤v̻͍e̺̭̳̪̰-m̢iͅn̖̺̞̲̯̰d̵̼̟͙̩̼̘̳",
    "<b>not bold</b> &amp; <img src=file:///etc/passwd> %(name)s %s {0} \\0",
    "a\n\nb\n\nc\n\nd\n\ne\n\nf\n\ng\n\nh\n\ni\n\nj\n\nk\n\nl\n\nm\n\nn\n\no\n\np\n\nq\n\nr\n\ns",
    "aaaaaaaaaa" * 50,
    "W" * 500,
    "👩‍❤️‍💋‍👨" * 60,
    "בבבב abc 123 ככככ" * 20,
    "﷽" * 40,
    "ก็็็็็็็็" * 50,
    "パ" * 500,
    "\u00ad\u200d\u2060x\u034f",
    "\u072a\u18c4\u1bf6\U00012373\U0001c8b1 letters of scripts that no font here has",
    "…‽⸮„“«»‹›",
    "123 456 7890 ' \" ` ) ( ] [",
    "ﷺ\u0301\u0302 नि\u200dक्\u200cष",
)
naughty_or_any = st.one_of(
    st.sampled_from(NAUGHTY), st.text(max_size=500), st.text("aé \n漢م😀ก", max_size=500)
)


def cleaned(text: str, limit: int) -> str:
    return texts.first_graphemes(texts.clean(text), limit).strip()


@st.composite
def contents(draw: st.DrawFn) -> NoticeContent:
    name = texts.clean_line(draw(st.one_of(st.just(""), st.just("Amina"), naughty_or_any)))
    status = draw(st.sampled_from(Status))
    return make_content(
        shop_name=texts.first_graphemes(texts.clean_line(draw(naughty_or_any)), 60) or "Shop",
        idea_text=cleaned(draw(naughty_or_any), texts.IDEA_GRAPHEMES) or "x",
        idea_name=texts.first_graphemes(name, texts.NAME_GRAPHEMES),
        others=draw(st.integers(0, 10_000)),
        answer=cleaned(draw(naughty_or_any), texts.ANSWER_GRAPHEMES) or "y",
        reason=cleaned(draw(naughty_or_any), texts.REASON_GRAPHEMES) if status is Status.DECLINED else "",
        signed=draw(st.sampled_from(["", "Marta", "W" * 60])),
        status=status,
        until=date(2026, 12, 24) if status is Status.TRIAL else None,
        photo=draw(st.sampled_from([b"", PHOTO])),
        address=draw(
            st.sampled_from(["", "http://192.168.178.31:8765/i/K7Q", "http://x.example/" + "y" * 200])
        ),
        language=draw(st.sampled_from(["en", "ar", "ja"])),
    )


ANY_TEXT = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@ANY_TEXT
@given(contents(), st.sampled_from(PaperSize), st.sampled_from(["en", "ar"]), st.sampled_from(Design))
def test_every_line_stays_on_the_paper_and_no_letter_is_lost(
    content: NoticeContent, size: PaperSize, language: str, design: Design
) -> None:
    sheets = notice_sheets(content, size, make_words(language), design)

    measures = notice_measures(size, design)
    for sheet in sheets:
        assert all(is_on_paper(sheet, line, measures) for line in lines_of(sheet))
        assert all(keeps_clear(line, code) for code in codes_of(sheet) for line in lines_of(sheet))
    shown = Counter(letters("".join(line.line.text for sheet in sheets for line in lines_of(sheet))))
    parts = (content.idea_text, content.answer, content.reason, content.idea_name, content.signed)
    assert not Counter(letters("".join(parts))) - shown
    says = make_words(language).tr("Continues on sheet %(number)s", number="").strip()
    announced = [sum(line.line.text.startswith(says) for line in lines_of(sheet)) for sheet in sheets]
    assert announced == [1] * (len(sheets) - 1) + [0]


@settings(ANY_TEXT, max_examples=30)
@given(contents(), st.sampled_from(PaperSize), st.sampled_from(Design))
def test_a_file_can_be_made_of_any_text(content: NoticeContent, size: PaperSize, design: Design) -> None:
    pdf = draw_notice(content, size, make_words(), design)

    assert pdf.startswith(b"%PDF-")
    assert b"nan" not in pdf[:200]


def lines_of(sheet: Sheet) -> list[Words]:
    """Also those on a note and a slip, as if these were not turned; but none of a stamp."""
    return [
        thing
        for outer in sheet.things
        for thing in (outer.things if isinstance(outer, Turned) and abs(outer.degrees) < 1 else (outer,))
        if isinstance(thing, Words)
    ]


def codes_of(sheet: Sheet) -> list[Code]:
    return [thing for thing in sheet.things if isinstance(thing, Code)]


def is_on_paper(sheet: Sheet, words: Words, measures: PageMeasures) -> bool:
    """Within the margins; only quotation marks hang out, and they keep on the paper."""
    left = min(measures.leading, measures.trailing)
    box = QRectF(left, measures.top, sheet.width - 2 * left, sheet.height - measures.top - measures.bottom)
    if words.line.text in QUOTATION_MARKS:
        box = QRectF(0, 0, sheet.width, sheet.height)
    reach = 1.0
    return (
        box.top() <= words.baseline <= box.bottom() + reach
        and box.left() - reach <= words.x
        and words.x + words.line.width <= box.right() + reach
    )


def keeps_clear(words: Words, code: Code) -> bool:
    """Whether no ink of the line comes into the code or its quiet border."""
    quiet = QUIET_MODULES * code.side / code.matrix.size
    kept = QRectF(code.x, code.y, code.side, code.side).adjusted(-quiet, -quiet, quiet, quiet)
    return not words.line.ink().translated(words.x, words.baseline).intersects(kept)


def letters(text: str) -> str:
    return "".join(letter for letter in text if not letter.isspace() and unicodedata.category(letter) != "Cf")


def test_a_contents_maker_that_refuses_nothing_would_test_nothing() -> None:
    """The naughty texts are such as the door lets in."""
    refused = 0
    for text in NAUGHTY:
        try:
            texts.clean_idea(text)
        except InvalidInput:
            refused += 1
    assert refused == 0
