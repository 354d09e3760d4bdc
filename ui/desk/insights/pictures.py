"""The pictures of the page: each with its sentence, its drawing and its table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.ideas import DECISIONS, Status
from app.domain.insights import AnswerTimes, Insights
from app.domain.translation import mark
from app.tables import Table
from app.theme import STAMP_INKS
from app.words import Words
from ui.desk.insights.wording import step_words, ticks
from ui.desk.wording import CHANNEL_WORDS, STATUS_WORDS
from ui.shared.charts.columns import Column, draw_columns
from ui.shared.charts.grid import GridRow, draw_grid
from ui.shared.charts.rows import BarRow, draw_rows

if TYPE_CHECKING:
    from ui.shared.charts.drawing import Drawing, Type

ARRIVALS, PLACES, PROMISE, DECIDED, TOPICS = "arrivals", "places", "promise", "decided", "topics"
TRIAL_WORD = mark("On trial")
# A picture of more rows is not looked at; the table has them all.
MOST_ROWS = 12

Draw = Callable[[float, "Type"], "Drawing"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """`sentence` says what one sees; `draw` is None where there is nothing to draw yet."""

    key: str
    title: str
    sentence: str
    draw: Draw | None
    table: Table


def pictures(insights: Insights, words: Words) -> list[Picture]:
    """In the order of the page."""
    return [make(insights, words) for make in (_arrivals, _promise, _decided, _places, _topics)]


def _arrivals(insights: Insights, words: Words) -> Picture:
    tr, span = words.tr, insights.span
    rows = [
        GridRow(name=tr(CHANNEL_WORDS[channel]), numbers=numbers)
        for channel, numbers in sorted(insights.by_channel.items(), key=lambda each: -sum(each[1]))
    ]
    total = GridRow(name=tr("All ideas"), numbers=insights.by_step)

    def say(row: GridRow, step: int) -> str:
        count = words.trn("%(count)s idea", "%(count)s ideas", row.numbers[step])
        return tr(
            "%(kind)s, %(time)s: %(count)s", kind=row.name, time=step_words(span, step, words), count=count
        )

    def draw(width: float, type_: Type) -> Drawing:
        return draw_grid(total, rows, ticks(span, words), width, type_, say)

    table = Table(
        (tr("Time"), total.name, *(row.name for row in rows)),
        tuple(
            (start.isoformat(), total.numbers[step], *(row.numbers[step] for row in rows))
            for step, start in enumerate(span.starts)
        ),
    )
    return Picture(
        key=ARRIVALS,
        title=tr("How ideas come"),
        sentence=_arrivals_sentence(insights, rows, words),
        draw=draw if rows else None,
        table=table,
    )


def _arrivals_sentence(insights: Insights, rows: list[GridRow], words: Words) -> str:
    if not rows:
        return words.tr("No idea came in this time.")
    came = words.trn("%(count)s idea came.", "%(count)s ideas came.", insights.arrived)
    if len(rows) == 1:
        return came
    most = words.tr(
        "Most by %(channel)s, %(percent)s %%.",
        channel=rows[0].name,
        percent=round(100 * sum(rows[0].numbers) / insights.arrived),
    )
    return f"{came} {most}"


def _promise(insights: Insights, words: Words) -> Picture:
    tr, times = words.tr, insights.times
    columns = [
        *(_kept_column(days, number, words) for days, number in enumerate(times.by_open_days)),
        _broken_column(tr("later"), times.later, tr("answered later than promised"), words),
        _broken_column(tr("not yet"), times.overdue, tr("promised, and not answered yet"), words),
    ]

    def draw(width: float, type_: Type) -> Drawing:
        return draw_columns(
            columns,
            width,
            type_,
            promised=len(times.by_open_days),
            promise=tr("your promise"),
            caption=tr("open days until the answer"),
        )

    has_any = bool(times.kept or times.broken)
    return Picture(
        key=PROMISE,
        title=tr("How fast you answer"),
        sentence=_promise_sentence(times, words),
        draw=draw if has_any else None,
        table=Table(
            (tr("Open days until the answer"), tr("Ideas")),
            tuple((column.name, column.value) for column in columns),
        ),
    )


def _kept_column(days: int, number: int, words: Words) -> Column:
    count = words.trn("%(count)s idea", "%(count)s ideas", number)
    when = (
        words.tr("answered on the same day")
        if days == 0
        else words.trn("answered within %(count)s open day", "answered within %(count)s open days", days)
    )
    return Column(name=str(days), value=number, said=f"{count}, {when}", ink="leaf")


def _broken_column(name: str, number: int, what: str, words: Words) -> Column:
    count = words.trn("%(count)s idea", "%(count)s ideas", number)
    return Column(name=name, value=number, said=f"{count}, {what}", ink="rose", hollow=True)


def _promise_sentence(times: AnswerTimes, words: Words) -> str:
    asked = times.kept + times.broken
    if not asked:
        return words.tr("Nothing has been answered in this time.")
    kept = words.tr("%(kept)s of %(all)s promises kept.", kept=f"{times.kept:,}", all=f"{asked:,}")
    if times.half_within is None or asked == 1:
        return kept
    if times.half_within == 0:
        return f"{kept} " + words.tr("Half of the answers came on the same day.")
    half = words.trn(
        "Half of the answers came within %(count)s open day.",
        "Half of the answers came within %(count)s open days.",
        times.half_within,
    )
    return f"{kept} {half}"


def _decided(insights: Insights, words: Words) -> Picture:
    rows = [_status_row(status, insights.decisions.get(status, 0), words) for status in DECISIONS]
    undecided = insights.decisions.get(Status.NEW, 0)
    rows.append(
        BarRow(
            name=words.tr("not decided yet"),
            value=undecided,
            caption=f"{undecided:,}",
            said=words.trn("%(count)s idea waits", "%(count)s ideas wait", undecided),
            ink="line",
            hollow=True,
        )
    )
    decided = sum(insights.decisions.values()) - undecided
    return Picture(
        key=DECIDED,
        title=words.tr("What you decided"),
        sentence=words.trn("%(count)s idea has its answer.", "%(count)s ideas have their answer.", decided)
        if decided
        else words.tr("Nothing has been decided in this time."),
        draw=(lambda width, type_: draw_rows(rows, width, type_)) if insights.decisions else None,
        table=_rows_table(words.tr("Decision"), rows, words),
    )


def _status_row(status: Status, number: int, words: Words) -> BarRow:
    word = words.tr(TRIAL_WORD) if status is Status.TRIAL else words.tr(STATUS_WORDS[status])
    count = words.trn("%(count)s idea", "%(count)s ideas", number)
    return BarRow(
        name=word, value=number, caption=f"{number:,}", said=f"{word}: {count}", ink=STAMP_INKS[status]
    )


def _places(insights: Insights, words: Words) -> Picture:
    rows = [
        BarRow(
            name=place.label,
            value=place.ideas,
            caption=words.trn("%(count)s idea", "%(count)s ideas", place.ideas),
            said=words.tr(
                "%(place)s: %(ideas)s, opened %(scans)s times in all",
                place=place.label,
                ideas=words.trn("%(count)s idea", "%(count)s ideas", place.ideas),
                scans=f"{place.scans:,}",
            ),
        )
        for place in insights.places[:MOST_ROWS]
    ]
    return Picture(
        key=PLACES,
        title=words.tr("Where phones found you"),
        sentence=words.tr("“%(place)s” brought the most.", place=rows[0].name)
        if rows
        else words.tr("No idea came by a code that hangs somewhere. More codes bring more ideas."),
        draw=(lambda width, type_: draw_rows(rows, width, type_)) if rows else None,
        table=Table(
            (words.tr("Place"), words.tr("Ideas"), words.tr("Opened in all")),
            tuple((place.label, place.ideas, place.scans) for place in insights.places),
        ),
    )


def _topics(insights: Insights, words: Words) -> Picture:
    rows = [
        BarRow(
            name=topic.word,
            value=topic.ideas,
            caption=f"{topic.ideas:,}",
            said=words.trn(
                "“%(word)s” stands in %(count)s idea",
                "“%(word)s” stands in %(count)s ideas",
                topic.ideas,
                word=topic.word,
            ),
        )
        for topic in insights.topics
    ]
    return Picture(
        key=TOPICS,
        title=words.tr("What they speak of"),
        sentence=words.tr("Words that stand in several ideas.")
        if rows
        else words.tr("No word stands in more than one idea yet."),
        draw=(lambda width, type_: draw_rows(rows, width, type_)) if rows else None,
        table=_rows_table(words.tr("Word"), rows, words),
    )


def _rows_table(heading: str, rows: list[BarRow], words: Words) -> Table:
    return Table((heading, words.tr("Ideas")), tuple((row.name, round(row.value)) for row in rows))
