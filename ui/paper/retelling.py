"""The same text once more, as a text of its own to those who have the sheet read to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ui.paper.sheets import Role, Tag, Thing, Turned, Words


def told_again(things: Sequence[Thing], *, language: str = "", is_copy: bool = False) -> tuple[Thing, ...]:
    """The things with tags of their own, in `language` where it is not that of the document. The headings of
    a copy are none: an outline has each once."""
    made: dict[Tag, Tag] = {}

    def anew(tag: Tag) -> Tag:
        if tag not in made:
            role = Role.PARAGRAPH if is_copy and tag.role in {Role.TITLE, Role.HEADING} else tag.role
            made[tag] = replace(tag, role=role, language=language or tag.language)
        return made[tag]

    def again(thing: Thing) -> Thing:
        match thing:
            case Words() if thing.tag is not None:
                return replace(thing, tag=anew(thing.tag))
            case Turned():
                return replace(thing, things=tuple(again(each) for each in thing.things))
            case _:
                return thing

    return tuple(again(thing) for thing in things)
