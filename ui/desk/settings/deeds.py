"""What each verb of the journal is called in the list of what was done, where no idea's history says it."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.journal import JournalEntry
from app.domain.translation import mark
from ui.desk.wording import AGAIN_WORDS, HISTORY_WORDS, TAKEN_BACK_WORDS

_OF_THE_SHOP = {
    "add-placement": mark("You made a new place for a code."),
    "print-placement": mark("A code was printed."),
    "save-shop": mark("You changed what is said of the shop."),
    "choose-logo": mark("You chose a logo."),
    "remove-logo": mark("You took the logo away."),
    "make-key": mark("You made a key for another program."),
    "make-pairing": mark("You made a pairing code for a kiosk."),
    "pair": mark("A kiosk was paired."),
    "rename-kiosk": mark("You gave a kiosk another name."),
    "revoke-kiosk": mark("You shut a kiosk out."),
    "take-in": mark("You put what a kiosk could not deliver into the inbox."),
    "dismiss": mark("You dismissed what a kiosk could not deliver."),
    "pass-over": mark("A step that could not be taken back was passed over."),
    "restore": mark("The shop went back to a backup."),
    "erase": mark("All that a person left was erased."),
    "forget-addresses": mark("Teacup forgot addresses that were kept long enough."),
    "erase-voice": mark("You erased a voice."),
    "merge-tags": mark("You made two tags one."),
    "rename-tag": mark("You gave a tag another name."),
    "retire-tag": mark("You took a tag out of use."),
    "show-tag": mark("You changed who sees a tag."),
    "keep-tag": mark("You brought a tag back into use."),
    "take-down": mark("You took a notice down."),
    "add-wall-place": mark("You made a new place on the wall."),
    "rename-wall-place": mark("You gave a place on the wall another name."),
    "resize-wall-place": mark("You changed the measures of a board."),
    "remove-wall-place": mark("You removed a place from the wall."),
    "hang": mark("You hung a sheet."),
    "move-sheet": mark("You moved a sheet."),
    "put-back": mark("You put a sheet back up."),
    "reprint": mark("You printed sheets again."),
    "follow-plan": mark("You did what was proposed for the wall."),
    "add-snippet": mark("You kept a sentence."),
    "change-snippet": mark("You changed a kept sentence."),
    "move-snippet": mark("You put your sentences in another order."),
    "take-snippet-away": mark("You removed a kept sentence."),
    "make-cards": mark("You printed blank cards."),
    "thank": mark("You thanked somebody."),
    "thank-with-cards": mark("You printed cards to say thank you."),
    "redeem": mark("A card was redeemed."),
    "save-view": mark("You saved a view."),
    "rename-view": mark("You gave a view another name."),
    "move-view": mark("You put your views in another order."),
    "remove-view": mark("You removed a view."),
    "draft-storm": mark("You wrote down a storm."),
    "change-storm": mark("You changed a storm that is not announced yet."),
    "drop-storm": mark("You threw a storm away that was not announced."),
    "announce-storm": mark("You announced a storm."),
    "extend-storm": mark("You extended a storm."),
    "print-ballots": mark("You printed ballots."),
    "print-storm-question": mark("You printed the question of a storm."),
    "print-storm-countdown": mark("You printed what is being built on in a storm."),
    "print-storm-conclusion": mark("You printed the conclusion of a storm."),
    "print-storm-proof": mark("You printed the proof of a storm."),
    "give-ballot": mark("A ballot was given."),
    "conclude-storm": mark("You concluded a storm."),
    "carry-out-storm": mark("You said that a storm is carried out."),
    "look-back-at-storm": mark("You looked back at a storm."),
    "import-storm": mark("You took a storm in from a file."),
}


def deed_words(verb: str) -> str | None:
    """The English sentence, the key of its translation; None for a verb that nobody has named yet."""
    return HISTORY_WORDS.get(verb) or _OF_THE_SHOP.get(verb)


def story_of(entries: Sequence[JournalEntry]) -> list[tuple[JournalEntry, str]]:
    """What was done to one thing, each with its sentence; a step back tells what it took back."""
    verbs = {entry.action: entry.verb for entry in entries if entry.verb != "undo"}
    told = ((entry, step_words(entry, _taken_back(entry, verbs))) for entry in entries)
    return [(entry, sentence) for entry, sentence in told if sentence is not None]


def step_words(entry: JournalEntry, took_back: str | None) -> str | None:
    """The English sentence of one step; of a step back what it tells of the verb that it `took_back`. None
    where a newer Teacup did what this one has no words for."""
    sentence = deed_words(entry.verb)
    if entry.verb == "undo":
        return TAKEN_BACK_WORDS.get(took_back or "", sentence)
    return sentence if entry.undoes is None else AGAIN_WORDS.get(entry.verb, sentence)


def _taken_back(entry: JournalEntry, verbs: dict[int, str]) -> str | None:
    return None if entry.undoes is None else verbs.get(entry.undoes)
