"""The words beside a note that came forward: told in full, where the wall is short."""

from __future__ import annotations

from datetime import date

from app.dates import ago_in_words, short_day
from app.domain.ideas import Channel, Link, Status
from app.domain.shop import Shop
from app.kiosk.notes import Note
from app.note_words import age_in_words, stamp_word
from app.words import Words

_FIRST_NAMED_AGE = 2


def told_age(days: int, words: Words) -> str:
    """ "5 weeks ago"; what is near has a word of its own."""
    if days < _FIRST_NAMED_AGE:
        return age_in_words(days, words)
    return ago_in_words(days, words.language)


def channel_words(channel: Channel, words: Words) -> str:
    """How an idea came; nothing where that tells a customer nothing."""
    return {
        Channel.KIOSK: words.tr("here in the shop"),
        Channel.PHONE: words.tr("on a phone"),
        Channel.EMAIL: words.tr("by e-mail"),
        Channel.TELEPHONE: words.tr("by telephone"),
        Channel.IN_PERSON: words.tr("at the counter"),
        Channel.PAPER: words.tr("on a paper card"),
        Channel.SOCIAL: words.tr("online"),
        Channel.IMPORT: "",
    }[channel]


def dated_stamp(note: Note, shop: Shop, words: Words, today: date) -> str:
    """The stamp's word and since when it holds; a trial says until when instead."""
    answer = note.answer
    if note.status is Status.NEW:
        return ""
    word = stamp_word(note.status, answer.until if answer else None, words, today)
    if answer is None or note.status is Status.TRIAL:
        return word
    day = short_day(shop.local_date(answer.created_at), words.language)
    return words.tr("%(decision)s, %(day)s", decision=word, day=day)


def link_explained(link: Link, words: Words) -> str:
    return {
        Link.AND: words.tr("I like it and have something to add."),
        Link.BUT: words.tr("I like it, but something should be different."),
        Link.INSTEAD: words.tr("I would do something else for the same wish."),
    }[link]
