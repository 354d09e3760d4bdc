"""A notice as a picture for social media, drawn by the layout of paper: no code, no number, no day to take it
down. One dot is one point."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImageWriter

from app.domain.ideas import Status
from app.domain.notices import Design, NoticeContent, PaperSize, PictureShape
from app.domain.text import first_graphemes, graphemes
from app.note_words import change_mind_line, stamp_word
from app.theme import LIGHT
from app.words import Words as Catalogue
from ui.paper.fitting import GOES_ON
from ui.paper.notice_hands import hand_of
from ui.paper.notice_parts import Form
from ui.paper.notice_search import Attempt, best_attempt
from ui.paper.notice_steps import LINES_OF_A_CALL, Step, scaled, steps_of
from ui.paper.page import PageMeasures
from ui.paper.picture import sheet_picture
from ui.paper.quoting import quoted
from ui.paper.share_foot import ShareFoot
from ui.paper.sheets import Sheet

DOTS = {
    PictureShape.SQUARE: (1080.0, 1080.0),
    PictureShape.PORTRAIT: (1080.0, 1350.0),
    PictureShape.STORY: (1080.0, 1920.0),
}
_SQUARE = PageMeasures(
    size=PaperSize.A4,
    scale=1.35,
    leading=104,
    trailing=92,
    top=78,
    bottom=76,
    mark=62,
    name=38,
    label=38,
    small=30,
    spine=12,
    indent=44,
    code=0,
)
_PORTRAIT = replace(_SQUARE, scale=1.65, leading=108, trailing=96, top=90, bottom=84, mark=68)
# Above and below a story lie the buttons of whoever shows it.
_STORY = replace(_PORTRAIT, scale=1.9, top=252, bottom=342, mark=74, name=42, label=42)
_MEASURES = {
    PictureShape.SQUARE: _SQUARE,
    PictureShape.PORTRAIT: _PORTRAIT,
    PictureShape.STORY: _STORY,
}
# Dots by points of A4: so that the least type is read on a phone.
_SCALES = {PictureShape.SQUARE: 1.68, PictureShape.PORTRAIT: 1.8, PictureShape.STORY: 2.0}
_CALLS = (Step(92, 29, lines=LINES_OF_A_CALL), Step(78, 27, lines=LINES_OF_A_CALL))
_GROUNDS = {Design.PLAIN: LIGHT.paper, Design.WARM: LIGHT.wall, Design.BOLD: LIGHT.paper}
NOTE_OUT = 6
# A cut falls back to the end of a word, if that is not further away.
WORD_LETTERS = 16
# What does not go before an ellipsis.
ENDS = " \n.,;:!?…"


def share_picture(content: NoticeContent, shape: PictureShape, design: Design, words: Catalogue) -> bytes:
    """A PNG file, which carries its alternative text as its description; the same content gives the same
    bytes. May be called on any thread."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture = sheet_picture(share_sheet(content, shape, design, words), 72)
    picture.setText("Description", share_alternative(content, words))
    QImageWriter(buffer, QByteArray(b"png")).write(picture)
    return bytes(buffer.data().data())


def share_sheet(content: NoticeContent, shape: PictureShape, design: Design, words: Catalogue) -> Sheet:
    """A text that would be too small to read is cut with an ellipsis, and the foot says where it goes on."""
    steps = scaled(_steps(design), _SCALES[shape])
    whole = best_attempt(hand_of(design, content, _form(content, shape, design, words), words), steps)
    if whole.sheets > 1:
        whole = _cut(content, shape, design, words, steps[-1])
    return whole.draw()[0]


def share_alternative(content: NoticeContent, words: Catalogue) -> str:
    """What the picture says, to be pasted as its alternative text."""
    name, others = content.idea_name or words.tr("One customer"), content.others
    if others:
        name = words.trn("%(name)s and %(count)s other", "%(name)s and %(count)s others", others, name=name)
    said = quoted(content.idea_text, graphemes(content.idea_text), words)
    parts = [
        f"{content.shop_name}.",
        words.tr("%(author)s said: %(quote)s", author=name, quote=said),
        words.tr("The answer: %(answer)s", answer=content.answer),
        content.reason,
        change_mind_line(content.change_mind, words),
    ]
    if content.status is not Status.NEW:
        parts.append(f"{stamp_word(content.status, content.until, words, content.printed_on)}.")
    return " ".join(" ".join(part.split()) for part in parts if part)


def _steps(design: Design) -> tuple[Step, ...]:
    """Beside what paper has: a few words alone fill a picture."""
    steps = tuple(steps_of(PaperSize.A4, design))
    largest = max(step.quote for step in steps)
    return (*(call for call in _CALLS if call.quote > largest), *steps)


def _form(
    content: NoticeContent, shape: PictureShape, design: Design, words: Catalogue, *, is_cut: bool = False
) -> Form:
    measures = _MEASURES[shape]
    match design:
        case Design.WARM:
            measures = replace(measures, leading=measures.leading - measures.gap(NOTE_OUT))
        case Design.BOLD:
            measures = replace(measures, indent=0.0)
        case Design.PLAIN:
            pass
    return Form(
        measures=measures,
        foot=partial(
            ShareFoot,
            words=words,
            address=content.address,
            is_cut=is_cut,
            is_on_trial=content.is_on_trial,
        ),
        box=DOTS[shape],
        is_picture=True,
        ground=_GROUNDS[design],
    )


def _cut(
    content: NoticeContent, shape: PictureShape, design: Design, words: Catalogue, step: Step
) -> Attempt:
    """With as many letters of each text as one picture holds."""

    def begun(letters: int) -> Attempt:
        form = _form(content, shape, design, words, is_cut=True)
        return Attempt(hand_of(design, _shortened(content, letters), form, words), step)

    low, high = 1, max(graphemes(text) for text in content.texts)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if begun(middle).sheets == 1 else (low, middle - 1)
    return begun(low)


def _shortened(content: NoticeContent, letters: int) -> NoticeContent:
    return replace(
        content,
        idea_text=_begun(content.idea_text, letters),
        answer=_begun(content.answer, letters),
        reason=_begun(content.reason, letters),
        change_mind=_begun(content.change_mind, letters),
    )


def _begun(text: str, letters: int) -> str:
    shown = first_graphemes(text, letters)
    if shown == text:
        return text
    words, _, broken = shown.rpartition(" ")
    return (words if words and len(broken) < WORD_LETTERS else shown).rstrip(ENDS) + GOES_ON
