"""Languages by the names that their own speakers give them."""

from __future__ import annotations

import pytest
from babel import Locale

from app.languages import own_name
from app.paths import resource
from app.words import available_languages


@pytest.mark.parametrize("tag", available_languages(resource("translations")))
def test_what_teacup_speaks_is_named_as_everybody_names_it(tag: str) -> None:
    name = Locale.parse(tag).get_display_name()
    assert name is not None

    assert own_name(tag).casefold() == name.casefold()


@pytest.mark.parametrize(
    ("tag", "name"),
    [("nl", "Nederlands"), ("pt-BR", "Português (Brasil)"), ("qq", "qq"), ("no tag", "no tag")],
)
def test_other_languages_are_named_too_and_unknown_ones_by_their_tag(tag: str, name: str) -> None:
    assert own_name(tag) == name
