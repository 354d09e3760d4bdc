"""What erasing a person means and what came of it, in words for the desk and the command."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.dates import day_in_words
from app.domain.erasing import Erased, Trace, hanging
from app.domain.shop import Shop
from app.words import Words


def goes_words(traces: Sequence[Trace], words: Words) -> str:
    """What would be gone for good."""
    parts = _counted(
        words,
        ideas=sum(trace.voice is None for trace in traces),
        voices=sum(trace.voice is not None for trace in traces),
        addresses=sum(bool(trace.address) for trace in traces),
        replies=sum(trace.replies for trace in traces),
        answers=sum(trace.answers for trace in traces),
        votes=sum(trace.votes for trace in traces),
    )
    return words.tr("Gone for good: %(what)s.", what=", ".join(parts))


def stays_words(traces: Sequence[Trace], words: Words) -> str:
    """What stays, and what somebody has to do by hand."""
    said = [words.tr("What others built on it stays, and stands by itself.")]
    said += _in_storms(sum(trace.credits for trace in traces), sum(trace.ballots for trace in traces), words)
    numbers = hanging(traces)
    return " ".join([*said, _paper(numbers, words)] if numbers else said)


def for_good_words(until: date, words: Words) -> str:
    return words.tr(
        "This cannot be undone. Backups that still hold it are gone by %(day)s; going back to one of them "
        "erases it again.",
        day=_day(until, words),
    )


def report_lines(report: Erased, shop: Shop, words: Words) -> list[str]:
    """The report, a sentence a line, without any word of the person."""
    day = _day(shop.local_date(report.at), words)
    parts = _counted(
        words,
        ideas=report.ideas,
        voices=report.voices,
        addresses=report.addresses,
        replies=report.replies,
        answers=report.answers,
        votes=report.votes,
    )
    lines = [
        words.tr("%(shop)s erased a person’s data on %(day)s.", shop=shop.name, day=day),
        words.tr("Gone for good: %(what)s.", what=", ".join(parts)),
    ]
    lines += _in_storms(report.credits, report.ballots, words)
    if report.notices:
        lines.append(_paper(report.notices, words))
    until = _day(shop.local_date(report.backups_end), words)
    lines.append(words.tr("Backups that still hold it are gone by %(day)s.", day=until))
    if not report.is_wiped:
        lines.append(
            words.tr(
                "Another program still holds the old bytes open. They are wiped as soon as it rests; a check "
                "then finds nothing."
            )
        )
    return lines


def _in_storms(credits: int, ballots: int, words: Words) -> list[str]:
    """What storms keep of it, without a word of the person."""
    said = []
    if credits:
        said.append(words.tr("The conclusion that rests on it thanks a guest, who took the words back."))
    if ballots:
        said.append(
            words.trn(
                "%(count)s ballot that chose it stays given, and counts for no idea.",
                "%(count)s ballots that chose it stay given, and count for no idea.",
                ballots,
            )
        )
    return said


def _day(day: date, words: Words) -> str:
    """With its year: a report is read long after."""
    return f"{day_in_words(day, words.language)} {day.year}"


def _paper(numbers: Sequence[int], words: Words) -> str:
    named = ", ".join(map(str, numbers))
    return words.trn(
        "Notice %(numbers)s was printed of it and may still hang: please take it down.",
        "Notices %(numbers)s were printed of it and may still hang: please take them down.",
        len(numbers),
        numbers=named,
    )


def _counted(
    words: Words, *, ideas: int, voices: int, addresses: int, replies: int, answers: int, votes: int
) -> list[str]:
    """Only what there is."""
    found = (
        (ideas, words.trn("%(count)s idea in all its versions", "%(count)s ideas in all versions", ideas)),
        (voices, words.trn("%(count)s voice given to an idea", "%(count)s voices given to ideas", voices)),
        (addresses, words.trn("%(count)s address", "%(count)s addresses", addresses)),
        (replies, words.trn("%(count)s reply", "%(count)s replies", replies)),
        (answers, words.trn("%(count)s answer of yours", "%(count)s answers of yours", answers)),
        (votes, words.trn("%(count)s “me too”", "%(count)s “me too”", votes)),
    )
    return [told for count, told in found if count]
