"""Which fonts serve a text, and what none can draw."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from app.paths import resource
from ui.shared import fonts

ROOT = Path(__file__).parents[3]
SHIPPED = {
    "Latin": "Crème brûlée, łódź, İzmir",
    "Vietnamese": "Bánh mì buổi sáng được không ạ?",
    "Greek": "Καλημέρα ψωμί",
    "Cyrillic": "Свежий хлеб щъы",
    "Arabic": "خبز طازج ؟",
    "Hebrew": "לחם טרי",
    "Devanagari": "ताज़ी रोटी",
    "Bengali": "তাজা রুটি",
    "Tamil": "புதிய ரொட்டி",
    "Telugu": "తాజా రొట్టె",
    "Thai": "ขนมปังสดใหม่",
    "Georgian": "ახალი პური",
    "Armenian": "թարմ հաց",
    "Gujarati": "તાજી બ્રેડ",
    "Gurmukhi": "ਤਾਜ਼ੀ ਰੋਟੀ",
    "Kannada": "ತಾಜಾ ಬ್ರೆಡ್",
    "Malayalam": "പുതിയ അപ്പം",
    "Sinhala": "නැවුම් පාන්",
    "Myanmar": "ပေါင်မုန့်",
    "Khmer": "នំប៉័ង",
    "Lao": "ເຂົ້າຈີ່",
    "Ethiopic": "ትኩስ ዳቦ",
    "fancy letters": "𝓗𝓮𝓵𝓵𝓸 ☆ → ①",
}
FROM_THE_SYSTEM = {
    "Japanese": "焼きたてのパン",
    "Chinese": "新鲜的面包",
    "Korean": "갓 구운 빵",
    "emoji": "☕ 👨‍👩‍👧 🇩🇪 3️⃣",
}


@pytest.mark.parametrize(
    "text", [*SHIPPED.values(), *FROM_THE_SYSTEM.values()], ids=[*SHIPPED, *FROM_THE_SYSTEM]
)
def test_every_script_of_the_street_can_be_drawn(text: str) -> None:
    assert fonts.missing_letters(text) == ()


def test_letters_that_no_font_has_are_named_once_in_their_order() -> None:
    assert fonts.missing_letters("Fresh 𐎠 rolls\nᚠ and 𐎠 jam") == ("𐎠", "ᚠ")


def test_a_letter_of_a_script_without_any_font_is_named_and_ends_nothing() -> None:
    """Qt's stopgap font says it is valid, and a question for its name ended the process."""
    every_unassigned_or_rare = "".join(map(chr, range(0x18B0, 0x18F6))) + "\u072a\U00012373\U0001c8b1"

    missing = fonts.missing_letters(f"Rolls {every_unassigned_or_rare}")

    assert "R" not in missing
    assert "\U00012373" in missing


@pytest.mark.parametrize("text", ["naïve “rolls”", "Straße…", "", "123 €", "パン"])
def test_atkinson_leads_where_it_has_all_latin_letters(text: str) -> None:
    assert fonts.leading_family(text) == fonts.LATIN


@pytest.mark.parametrize("text", ["buổi sáng", "Καλημέρα", "хлеб and jam", "İzmir ğ"])
def test_one_face_sets_the_whole_text_where_atkinson_lacks_a_letter(text: str) -> None:
    assert fonts.leading_family(text) == fonts.WIDER_LATIN


@pytest.mark.parametrize(
    ("text", "language", "region"),
    [
        ("焼きたて", "en", "JP"),
        ("빵", "en", "KR"),
        ("面包", "ja", "JP"),
        ("面包", "zh", "SC"),
        ("麵包", "zh-TW", "TC"),
        ("面包", "en", "SC"),
    ],
)
def test_chinese_characters_take_the_shape_of_their_country(text: str, language: str, region: str) -> None:
    families = fonts.families_for(text, language)

    assert next(family for family in families if "CJK" in family) == f"Noto Sans CJK {region}"


def test_the_blank_font_is_what_its_script_makes(tmp_path: Path) -> None:
    script = runpy.run_path(str(ROOT / ".ci" / "make-blank-font"))

    script["build"]().save(tmp_path / "blank.ttf")

    assert (tmp_path / "blank.ttf").read_bytes() == resource("fonts", "blank.ttf").read_bytes()


def test_the_fonts_stay_small_and_carry_their_licences() -> None:
    files = list(resource("fonts").iterdir())

    assert sum(file.stat().st_size for file in files) <= 8_000_000
    assert {"OFL-AtkinsonHyperlegible.txt", "OFL-Noto.txt"} <= {file.name for file in files}
