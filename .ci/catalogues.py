"""The languages' build step. `extract` writes the template that translators start from, `update` takes its
texts into each language, `build` writes the files the program reads; `check` says whether the template
still holds every text of the program.

`teacup.po` of each language is the source; its `.mo` is written beside it and never committed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
TRANSLATIONS = Path("resources", "translations")
TEMPLATE = TRANSLATIONS / "teacup.pot"
HEADER = b"""# The texts of Teacup, for translators. Written by `make texts`; not edited by hand.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"

"""
LANGUAGE_HEADER = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"

"""
# `mark` writes a text down in the domain, `tr` and `trn` show one, `_` and `ngettext` do in templates.
KEYWORDS = {"mark": None, "tr": None, "trn": (1, 2), "_": None, "gettext": None, "ngettext": (1, 2)}
METHODS = [("app/**.py", "python"), ("ui/**.py", "python"), ("resources/web/**.html", "jinja2")]
COMMENT_TAG = "For translators:"


class BadCatalogue(Exception):
    """It would break the program: it asks for a value that nobody gives, or lacks a plural."""


def main(arguments: list[str], root: Path = ROOT) -> int:
    match arguments:
        case ["extract"]:
            write_template(root)
        case ["check"]:
            return _report(differences(root))
        case ["update"]:
            update(root)
        case ["build"]:
            return _report(build(root))
        case _:
            print("usage: python .ci/catalogues.py extract|update|check|build", file=sys.stderr)
            return 2
    return 0


def extract(root: Path) -> Catalog:
    """Every text of the program, in the order of files and lines."""
    catalogue = Catalog(project="Teacup", charset="utf-8", fuzzy=False)
    for source, line, message, comments, context in extract_from_dir(
        root, METHODS, keywords=KEYWORDS, comment_tags=[COMMENT_TAG]
    ):
        catalogue.add(message, None, [(source, line)], auto_comments=comments, context=context)
    return catalogue


def write_template(root: Path) -> None:
    """Without line numbers and dates, so that the file changes only when a text does."""
    target = root / TEMPLATE
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file:
        file.write(HEADER)
        write_po(file, extract(root), width=110, omit_header=True, include_lineno=False, sort_by_file=True)


def differences(root: Path) -> list[str]:
    """Texts that only the program or only the template has, one sentence each."""
    with (root / TEMPLATE).open("rb") as file:
        written = _keys(read_po(file))
    present = _keys(extract(root))
    new = [f"not in {TEMPLATE}: {text!r}. Please run `make texts`." for text in sorted(present - written)]
    return new + [
        f"no longer in the program: {text!r}. Please run `make texts`." for text in sorted(written - present)
    ]


def update(root: Path) -> None:
    """Take the template's texts into each language: translations stay, what is new waits empty for one, what
    the program no longer says goes."""
    with (root / TEMPLATE).open("rb") as file:
        template = read_po(file)
    for source in sorted((root / TRANSLATIONS).glob("*/LC_MESSAGES/teacup.po")):
        with source.open("rb") as file:
            known = read_po(file, locale=source.parent.parent.name)
        write_language(source, known, template)


def write_language(source: Path, known: Catalog, template: Catalog) -> None:
    """`template` in the words of `known`; without names, dates and lines it changes with words only."""
    fresh = Catalog(locale=known.locale, charset="utf-8", fuzzy=False)
    for message in template:
        if message.id:
            found = known.get(message.id)
            said = found.string if found else None
            fresh.add(message.id, said, message.locations, auto_comments=message.auto_comments)
    with source.open("wb") as file:
        file.write(LANGUAGE_HEADER.format(language=known.locale, plurals=fresh.plural_forms).encode())
        write_po(file, fresh, width=110, omit_header=True, include_lineno=False)


def build(root: Path) -> list[str]:
    """Write a `.mo` beside each `.po`; answer with what is wrong. A wrong one is not written."""
    problems: list[str] = []
    for source in sorted((root / TRANSLATIONS).glob("*/LC_MESSAGES/teacup.po")):
        try:
            _build_one(source)
        except BadCatalogue as problem:
            problems.append(f"{source.relative_to(root)}: {problem}")
    return problems


def _build_one(source: Path) -> None:
    with source.open("rb") as file:
        catalogue = read_po(file, locale=source.parent.parent.name)
    for message in catalogue:
        for error in message.check(catalogue):
            raise BadCatalogue(f"line {message.lineno}: {error}")
    with source.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalogue)


def _keys(catalogue: Catalog) -> set[str]:
    return {key for message in catalogue for key in _texts(message)}


def _texts(message: Message) -> Iterator[str]:
    """A plural's two forms belong together: a change of either is a change of the text."""
    if message.id:
        yield message.id if isinstance(message.id, str) else " | ".join(message.id)


def _report(problems: list[str]) -> int:
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
