"""The shield of persons: it sees the usual ways to speak of somebody, in twelve languages, and lets ideas by."""

from __future__ import annotations

import tomllib

import pytest

from app.domain.ideas import HeldFor
from app.domain.shield import speaks_of
from app.paths import resource

STAFF = ("Frieda", "Jan Kowalski", "小林")


@pytest.mark.parametrize(
    "text",
    [
        "Frieda is always so kind.",
        "Why does FRIEDA never smile?",
        "I like Frieda's rolls.",
        "jan kowalski was rude",
        "小林さんはとても親切です",
        "The woman at the till was rude to me.",
        "The man with the grey beard behind the counter shouted.",
        "Die Frau an der Kasse war unfreundlich.",
        "Die Verkäuferin hat mich ignoriert.",
        "La chica de la caja fue muy amable.",
        "La serveuse était de mauvaise humeur.",
        "A moça do caixa foi grossa comigo.",
        "La signora alla cassa è gentile.",
        "Pani przy kasie była niemiła.",
        "Kasadaki kız çok kaba.",
        "الموظفة لم تكن لطيفة",
        "काउंटर पर कैशियर बहुत रूखा था",
        "收银员态度不好",
        "レジの女性が冷たかったです",
    ],
)
def test_what_speaks_of_staff_is_seen(text: str) -> None:
    assert speaks_of(text, STAFF) is HeldFor.STAFF


@pytest.mark.parametrize(
    "text",
    [
        "Mrs Lee talks too loud on the phone.",
        "Tell Mr. Smith to park elsewhere.",
        "Herr Müller parkt immer vor der Tür.",
        "La señora García fuma en la puerta.",
        "Madame Dupont laisse son chien entrer.",
        "O senhor Silva chega sempre cedo.",
        "La signora Rossi fuma dentro.",
        "Pani Nowak pali przed drzwiami.",
        "Ayşe Hanım çok konuşuyor.",
        "السيد أحمد يدخن هنا",
        "श्रीमती शर्मा बहुत बोलती हैं",
        "张先生每天占座",
        "田中さんが席を取ります",
        "My neighbour brings her dog in.",
    ],
)
def test_what_speaks_of_a_customer_is_seen(text: str) -> None:
    assert speaks_of(text) is HeldFor.PERSON


@pytest.mark.parametrize(
    "text",
    [
        "My son is diabetic.",
        "Ich bin allergisch gegen Nüsse.",
        "Mi madre tiene cáncer.",
        "Je suis enceinte.",
        "Estou grávida.",
        "Mia figlia è celiaca.",
        "Moja córka ma celiakię.",
        "Oğlumun epilepsi hastalığı var.",
        "زوجتي حامل",
        "मेरी माँ को मधुमेह है",
        "我有糖尿病",
        "娘はアレルギーがあります",
    ],
)
def test_what_speaks_of_health_is_seen(text: str) -> None:
    assert speaks_of(text) is HeldFor.HEALTH


@pytest.mark.parametrize(
    "text",
    [
        "",
        "More staff at the weekend, please.",
        "A second till would help.",
        "Could you open at half past six?",
        "Eine zweite Kasse, bitte.",
        "Bitte mehr Brot am Samstag. Frau und Kinder freuen sich.",
        "Man könnte samstags früher öffnen.",
        "Un café más fuerte.",
        "Le pain de seigle était parfait.",
        "Más sillas para señores mayores.",
        "Gluten-free bread on Saturdays.",
        "Fried apples and friedas cake",
        "もっと早く開けてください。皆さん喜びます。",
        "パン屋さんの前にベンチがほしい",
        "希望早点开门",
        "كرسي قرب النافذة",
    ],
)
def test_an_ordinary_idea_goes_by(text: str) -> None:
    assert speaks_of(text, STAFF) is None


def test_the_sample_shop_is_hardly_held_up() -> None:
    story = tomllib.loads(resource("sample", "linden-street-bakery.toml").read_text(encoding="utf-8"))

    held = [idea["text"] for idea in story["ideas"] if speaks_of(idea["text"]) is not None]

    assert len(held) <= len(story["ideas"]) / 20, held
