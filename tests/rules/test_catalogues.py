"""Every text of the program reaches the translators, and every catalogue fits the program."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import catalogues
from app.words import available_languages, load_words
from tests.pseudo import escaped, pseudo_words

ROOT = Path(__file__).parents[2]
POLISH = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);\\n"

#, python-format
msgid "%(count)s idea"
msgid_plural "%(count)s ideas"
msgstr[0] "%(count)s pomysł"
msgstr[1] "%(count)s pomysły"
msgstr[2] "%(count)s pomysłów"
"""


def put_catalogue(root: Path, language: str, text: str) -> Path:
    source = root / "resources" / "translations" / language / "LC_MESSAGES" / "teacup.po"
    source.parent.mkdir(parents=True)
    source.write_text(text)
    return source


def test_the_template_holds_every_text_of_the_program_and_no_other() -> None:
    assert catalogues.differences(ROOT) == []


def test_the_catalogues_of_the_program_can_be_built() -> None:
    assert catalogues.build(ROOT) == []


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 pomysł"), (3, "3 pomysły"), (5, "5 pomysłów"), (22, "22 pomysły")]
)
def test_a_built_catalogue_speaks_with_its_own_plurals(tmp_path: Path, count: int, said: str) -> None:
    put_catalogue(tmp_path, "pl", POLISH)

    assert catalogues.build(tmp_path) == []

    folder = tmp_path / "resources" / "translations"
    assert available_languages(folder) == ["en", "pl"]
    assert load_words("pl-PL", folder).trn("%(count)s idea", "%(count)s ideas", count) == said


def test_a_translation_that_loses_a_value_is_refused_by_line(tmp_path: Path) -> None:
    source = put_catalogue(tmp_path, "pl", POLISH.replace("%(count)s pomysły", "%(cuont)s pomysły"))

    [problem] = catalogues.build(tmp_path)

    assert "pl/LC_MESSAGES/teacup.po: line 8" in problem
    assert not source.with_suffix(".mo").exists()


def test_texts_are_found_in_python_and_in_templates(tmp_path: Path) -> None:
    code, page = tmp_path / "app" / "somewhere.py", tmp_path / "resources" / "web" / "page.html"
    code.parent.mkdir(parents=True)
    page.parent.mkdir(parents=True)
    code.write_text('words.tr("Pin it up")\nwords.trn("one", "%(count)s", n)\nmark("A no")\ntr(variable)\n')
    page.write_text('<p>{{ _("Me too") }}</p>{{ ngettext("%(num)s vote", "%(num)s votes", n) }}')

    found = {message.id for message in catalogues.extract(tmp_path) if message.id}

    assert found == {"Pin it up", ("one", "%(count)s"), "A no", "Me too", ("%(num)s vote", "%(num)s votes")}


def test_no_text_is_put_together_before_it_is_translated() -> None:
    """The extractor passes over such a text in silence, and no translator could mend its grammar."""
    assert [f"{path.relative_to(ROOT)}:{line}" for path, line in texts_put_together()] == []


def test_no_text_hides_from_the_extractor() -> None:
    """Until Python 3.12 it does not look into f-strings, and never into variables."""
    assert [f"{path.relative_to(ROOT)}:{line}" for path, line in texts_hidden()] == []


def texts_hidden() -> Iterator[tuple[Path, int]]:
    for path in [*ROOT.glob("app/**/*.py"), *ROOT.glob("ui/**/*.py")]:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.JoinedStr):
                calls = [each for each in ast.walk(node) if isinstance(each, ast.Call)]
                yield from ((path, call.lineno) for call in calls if is_said_at_once(call))


def is_said_at_once(call: ast.Call) -> bool:
    return called_name(call) in {"tr", "trn", "mark"} and isinstance(call.args[0], ast.Constant)


def texts_put_together() -> Iterator[tuple[Path, int]]:
    for path in [*ROOT.glob("app/**/*.py"), *ROOT.glob("ui/**/*.py")]:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and called_name(node) in {"tr", "trn", "mark"}:
                texts = node.args[: 2 if called_name(node) == "trn" else 1]
                if any(isinstance(text, ast.JoinedStr | ast.BinOp) for text in texts):
                    yield path, node.lineno


def called_name(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def test_the_bracketing_language_tells_what_escaped() -> None:
    words = pseudo_words()

    shown = (
        words.tr("%(name)s at the desk", name="Marta")
        + " · 3 "
        + words.trn("%(count)s idea", "%(count)s ideas", 2)
    )

    assert escaped(shown) == ""
    assert escaped(f"{shown} Save") == "· 3 Save"
    assert escaped(f"{shown} Linden Street Bakery", data=("Linden Street Bakery",)) == ""
