"""What should hardly hang on a wall is found in many countries' ways, and what is harmless is left alone."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.private_parts import PrivateKind, find_private, is_full_name, without


@pytest.mark.parametrize(
    ("kind", "text", "part"),
    [
        ("telephone", "Call 0171 5550123 please", "0171 5550123"),
        ("telephone", "Ruf an: 030/123456-78.", "030/123456-78"),
        ("telephone", "+49 (0)30 1234567", "+49 (0)30 1234567"),
        ("telephone", "+44 20 7946 0958", "+44 20 7946 0958"),
        ("telephone", "07700 900123", "07700 900123"),
        ("telephone", "(212) 555-0123 works", "(212) 555-0123"),
        ("telephone", "212-555-0187", "212-555-0187"),
        ("telephone", "06 12 34 56 78", "06 12 34 56 78"),
        ("telephone", "06.12.34.56.78", "06.12.34.56.78"),
        ("telephone", "Llámame al 612 345 678", "612 345 678"),
        ("telephone", "tel. 601 234 567", "601 234 567"),
        ("telephone", "0532 123 45 67", "0532 123 45 67"),
        ("telephone", "98765 43210", "98765 43210"),
        ("telephone", "090-1234-5678", "090-1234-5678"),
        ("telephone", "138 0013 8123", "138 0013 8123"),
        ("telephone", "اتصل على ٠٥٠١٢٣٤٥٦٧", "٠٥٠١٢٣٤٥٦٧"),
        ("telephone", "22 84 56 78", "22 84 56 78"),
        ("email", "Write to amina.r+x@mail.example.org, please", "amina.r+x@mail.example.org"),
        ("link", "see https://instagram.com/amina.r!", "https://instagram.com/amina.r"),
        ("link", "www.facebook.com/amina", "www.facebook.com/amina"),
        ("link", "https://shop.example/order?id=81723", "https://shop.example/order?id=81723"),
        ("link", "ask @amina_rahimi", "@amina_rahimi"),
        ("plate", "The car B-AB 1234 blocks the door", "B-AB 1234"),
        ("plate", "M XY 4321 steht da", "M XY 4321"),
        ("plate", "AB12 CDE is parked there", "AB12 CDE"),
        ("plate", "AB-123-CD", "AB-123-CD"),
        ("plate", "coche 1234 BCD", "1234 BCD"),
        ("plate", "auto WA 12345", "WA 12345"),
        ("plate", "12-AB-34", "12-AB-34"),
        ("plate", "34 ABC 123", "34 ABC 123"),
        ("plate", "MH 12 AB 1234", "MH 12 AB 1234"),
        ("plate", "ABC1D23", "ABC1D23"),
        ("plate", "京A·12345", "京A·12345"),
        ("plate", "品川 330 あ 12-34", "品川 330 あ 12-34"),
        ("name", "Yours, Amina Rahimi", "Amina Rahimi"),
        ("name", "Frau Müller war unfreundlich", "Frau Müller"),
        ("name", "Mr. O’Brien at the till", "Mr. O’Brien"),
        ("name", "Anna von Hagen", "Anna von Hagen"),
        ("name", "my name is Bo Lindqvist", "Bo Lindqvist"),
        ("name", "Me llamo Itziar Etxeberria", "Itziar Etxeberria"),
    ],
)
def test_it_is_found(kind: str, text: str, part: str) -> None:
    assert [(each.kind, each.text) for each in find_private(text)] == [(PrivateKind(kind), part)]


@pytest.mark.parametrize(
    "text",
    [
        "Open at 6:30, close at 18:00",
        "Geöffnet 8.30-18.00 Uhr",
        "from 08:00 to 12:00 and 14:00-18:30",
        "Since 20.11.2026 and until 2026-12-24, or 20/11/26",
        "It costs 12.50 € or $1,200,000",
        "1.250.000 EUR, 2 000 000 zł",
        "Notice No. 142, Nr. 20261117",
        "2025-2026, 2025/26",
        "10 000 000 customers",
        "500 g, 1000 ml, 100 %",
        "10 20 30 40 50 60",
        "1, 2, 3, 4, 5, 6, 7, 8",
        "Sell 3 for 2, 24 hours, 7 days",
        "www.linden-street.example and https://example.org/menu",
        "ISO 9001, DIN EN 1090, A4, USB 3000",
        "Oat milk @ 40 cents",
        "Das Brot am Samstag Morgen Früh ist gut",
        "Happy Hour on Friday Evening at Linden Street Bakery",
        "Die Frau an der Kasse war nett",
        "Thank you, Marta!",
        "Rosa and Tomasz like it",
        "Ein Kaffee für 2,50 und 10 Brötchen",
        "عندكم قهوة ممتازة",
        "コーヒーがおいしい 500円",
        "",
    ],
)
def test_what_is_harmless_is_left_alone(text: str) -> None:
    assert find_private(text) == ()


def test_several_are_left_out_and_the_rest_stays() -> None:
    text = "Call 0171 5550123 or write to a@b.example. Amina Rahimi"

    assert without(text, find_private(text)) == "Call … or write to …. …"


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Amina Rahimi", True),
        ("Anna von Hagen", True),
        ("Amina", False),
        ("Amina R.", False),
        ("Emil, 9", False),
        ("", False),
        ("李 小龙", True),
    ],
)
def test_a_full_name_is_more_than_one_word(name: str, full: bool) -> None:
    assert is_full_name(name) is full


@given(st.text(max_size=300))
def test_any_text_can_be_looked_at(text: str) -> None:
    parts = find_private(text)

    assert all(text[part.start : part.end] == part.text for part in parts)
    assert all(before.end <= after.start for before, after in itertools.pairwise(parts))


@given(st.text(alphabet="0123456789 +-./():@,", max_size=80))
def test_any_number_can_be_looked_at(text: str) -> None:
    assert without(text, find_private(text)) is not None


@given(
    st.from_regex(r"0[1-9]\d{2} \d{7}", fullmatch=True),
    st.sampled_from(["Call %s!", "%s", "(%s)", "Ruf %s, bitte"]),
)
def test_a_telephone_number_is_found_wherever_it_stands(number: str, sentence: str) -> None:
    assert any(part.kind is PrivateKind.TELEPHONE for part in find_private(sentence % number))
