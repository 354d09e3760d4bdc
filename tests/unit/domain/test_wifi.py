"""The Wi-Fi join code: any name and password come back out of it as they went in."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import InvalidInput
from app.domain.wifi import WifiNetwork, wifi_network


def read(code: str) -> dict[str, str]:
    """As phones read it: fields end at a semicolon that no backslash precedes."""
    assert code.startswith("WIFI:")
    fields = re.findall(r"([A-Z]):((?:\\.|[^\\;])*);", code.removeprefix("WIFI:"))
    return {key: re.sub(r"\\(.)", r"\1", value) for key, value in fields}


printable = st.characters(min_codepoint=32, max_codepoint=126)
names = st.text(st.one_of(printable, st.sampled_from('\\;,:"é漢')), min_size=1, max_size=10)
passwords = st.text(printable, min_size=8, max_size=63)


@given(names.filter(str.strip), passwords, st.booleans())
def test_whatever_they_are_called_phones_read_it_back(name: str, password: str, hidden: bool) -> None:
    network = wifi_network(name, password, is_hidden=hidden)

    told = read(network.join_code)

    assert told == {"T": "WPA", "S": name, "P": password} | ({"H": "true"} if hidden else {})
    assert network.join_code.endswith(";;")


def test_an_open_network_has_no_password() -> None:
    assert wifi_network("Linden Guests", "", is_open=True).join_code == "WIFI:T:nopass;S:Linden Guests;;"


def test_signs_that_would_end_a_field_are_escaped() -> None:
    code = wifi_network('A;B,C:D"E\\F', "pass;word").join_code

    assert code == r"WIFI:T:WPA;S:A\;B\,C\:D\"E\\F;P:pass\;word;;"


@pytest.mark.parametrize(
    ("name", "password", "field"),
    [
        ("", "croissant", "network"),
        ("   ", "croissant", "network"),
        ("x" * 33, "croissant", "network"),
        ("漢" * 11, "croissant", "network"),
        ("a\nb", "croissant", "network"),
        ("Guests", "", "password"),
        ("Guests", "short", "password"),
        ("Guests", "x" * 64, "password"),
        ("Guests", "crème brûlée", "password"),
    ],
)
def test_what_no_phone_could_join_is_refused_at_its_field(name: str, password: str, field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        wifi_network(name, password)

    assert refused.value.field == field


def test_a_password_is_not_shown_by_chance() -> None:
    assert "croissant" not in repr(WifiNetwork(name="Guests", password="croissant"))


def test_the_key_itself_is_as_good_as_a_password() -> None:
    assert wifi_network("Guests", "0123456789abcdef" * 4).password
