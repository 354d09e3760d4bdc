"""Insights as files: one picture, one table, or everything in one archive."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

from app.domain.insights import Insights
from app.domain.measures import Measure
from app.tables import Table, csv_bytes
from app.theme import LIGHT
from app.words import Words
from ui.desk.insights.pictures import Picture
from ui.shared.charts.drawing import Type
from ui.shared.charts.svg import svg

PICTURE_WIDTH = 720.0
# Files of one content are the same to the byte, whenever they are made.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def picture_file(picture: Picture, words: Words, type_: Type) -> bytes:
    """The picture as SVG, in the colours of paper. Called on the GUI thread, which owns the fonts."""
    assert picture.draw is not None
    drawing = picture.draw(PICTURE_WIDTH, type_)
    from_right = words.is_right_to_left
    title = f"{picture.title}. {picture.sentence}"
    return svg(drawing.mirrored() if from_right else drawing, LIGHT, title=title, right_to_left=from_right)


def measures_table(measures: Sequence[Measure], words: Words) -> Table:
    tr = words.tr
    return Table(
        (tr("Idea"), tr("What was counted"), tr("Before"), tr("After"), tr("To be counted again on")),
        tuple(
            (
                measure.idea_text,
                measure.label,
                str(measure.before),
                "" if measure.after is None else str(measure.after),
                measure.due_on.isoformat(),
            )
            for measure in measures
        ),
    )


def wanted_table(insights: Insights, words: Words) -> Table:
    tr = words.tr
    return Table(
        (tr("Idea"), tr("Name"), tr("Me too"), tr("Seen")),
        tuple((idea.text, idea.name, idea.votes, idea.views) for idea in insights.wanted),
    )


def archive(insights: Insights, shown: Sequence[Picture], words: Words, type_: Type) -> bytes:
    """All pictures and tables as one ZIP file. Called on the GUI thread."""
    files: dict[str, bytes] = {}
    for picture in shown:
        files[f"{picture.key}.csv"] = csv_bytes(picture.table)
        if picture.draw is not None:
            files[f"{picture.key}.svg"] = picture_file(picture, words, type_)
    files["wanted.csv"] = csv_bytes(wanted_table(insights, words))
    files["measures.csv"] = csv_bytes(measures_table(insights.measures, words))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(zipfile.ZipInfo(name, _NO_TIME), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
