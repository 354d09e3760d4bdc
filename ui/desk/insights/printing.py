"""What the printed page of insights holds: the pictures of the screen, what is wanted, and what has paid."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from app.dates import day_in_words
from app.domain.insights import Insights
from app.domain.shop import Shop
from app.words import Words
from ui.desk.insights.measure_row import outcome
from ui.desk.insights.pictures import ARRIVALS, DECIDED, PLACES, PROMISE, TOPICS, Picture
from ui.desk.insights.wording import PERIOD_WORDS
from ui.shared.charts.rows import BarRow, draw_rows

if TYPE_CHECKING:
    from ui.desk.insights.pictures import Draw
    from ui.paper.pictures_page import PagePicture, PicturesPage

MOST_ROWS = 6


def insights_page(insights: Insights, shown: Mapping[str, Picture], shop: Shop, words: Words) -> PicturesPage:
    """Everything on one sheet."""
    from ui.paper.pictures_page import PagePicture, PicturesPage  # noqa: PLC0415 - paper comes when it is wanted

    def of(key: str) -> PagePicture:
        picture = shown[key]
        return PagePicture(picture.title, picture.sentence, picture.draw)

    last = shop.local_date(insights.made_at)
    return PicturesPage(
        shop_name=shop.name,
        colour=shop.colour,
        title=words.tr("What your customers told you"),
        subtitle=words.tr(
            "%(period)s, up to %(day)s",
            period=words.tr(PERIOD_WORDS[insights.period]),
            day=day_in_words(last, words.language),
        ),
        rows=[
            [of(ARRIVALS)],
            [of(PROMISE), of(DECIDED)],
            [of(PLACES), of(TOPICS)],
            [_wanted(insights, words), _measures(insights, words)],
        ],
    )


def _wanted(insights: Insights, words: Words) -> PagePicture:
    from ui.paper.pictures_page import PagePicture  # noqa: PLC0415 - as above

    rows = [
        BarRow(name=idea.text, value=idea.votes, caption=f"{idea.votes:,}", said="")
        for idea in insights.wanted[:MOST_ROWS]
    ]
    return PagePicture(words.tr("Most wanted"), words.tr("Undecided, by “me too”."), _rows(rows))


def _measures(insights: Insights, words: Words) -> PagePicture:
    from ui.paper.pictures_page import PagePicture  # noqa: PLC0415 - as above

    counted = [measure for measure in insights.measures if measure.after is not None]
    rows = [
        BarRow(
            name=measure.label,
            value=max(float(measure.after or 0), 0.0),
            caption=outcome(measure, words),
            said="",
        )
        for measure in counted[:MOST_ROWS]
    ]
    return PagePicture(words.tr("Did it pay?"), words.tr("The same number a month after."), _rows(rows))


def _rows(rows: list[BarRow]) -> Draw | None:
    return (lambda width, type_: draw_rows(rows, width, type_)) if rows else None
