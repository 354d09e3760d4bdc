"""A drawing as an SVG file: the same bars and words, in the colours of paper."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, tostring

from app.theme import Palette
from ui.shared.charts.drawing import Anchor, Bar, Drawing, Label, Rule

FAMILY = "Atkinson Hyperlegible, sans-serif"
MARGIN = 24
_ANCHORS = {Anchor.START: "start", Anchor.MIDDLE: "middle", Anchor.END: "end"}


def svg(drawing: Drawing, palette: Palette, *, title: str, right_to_left: bool = False) -> bytes:
    """`title` is also its first line for screen readers. `drawing` is mirrored already where it has to be."""
    width, height = drawing.width + 2 * MARGIN, drawing.height + 2 * MARGIN
    root = Element(
        "svg",
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"{-MARGIN} {-MARGIN} {width:.1f} {height:.1f}",
        width=f"{width:.0f}",
        height=f"{height:.0f}",
        role="img",
    )
    if right_to_left:
        root.set("direction", "rtl")
    root.set("font-family", FAMILY)
    SubElement(root, "title").text = title
    ground = SubElement(root, "rect", x=str(-MARGIN), y=str(-MARGIN), fill=palette.paper)
    ground.set("width", f"{width:.1f}")
    ground.set("height", f"{height:.1f}")
    for thing in drawing.things:
        root.append(_element(thing, palette))
    made: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return made


def _element(thing: Bar | Rule | Label, palette: Palette) -> Element:
    ink = getattr(palette, thing.ink)
    match thing:
        case Bar():
            paint = {"fill": "none", "stroke": ink, "stroke-width": "2"} if thing.hollow else {"fill": ink}
            place = {"x": thing.x, "y": thing.y, "width": thing.width, "height": thing.height}
            return Element("rect", _numbers(place) | paint)
        case Rule():
            line = {"x1": thing.x, "y1": thing.y, "x2": thing.to_x, "y2": thing.to_y}
            dashes = {"stroke-dasharray": "4 4"} if thing.dashed else {}
            return Element("line", _numbers(line) | {"stroke": ink} | dashes)
        case Label():
            words = Element(
                "text",
                _numbers({"x": thing.x, "y": thing.y, "font-size": thing.size})
                | {"fill": ink, "text-anchor": _ANCHORS[thing.anchor]}
                | ({"font-weight": "bold"} if thing.bold else {}),
            )
            words.text = thing.text
            return words


def _numbers(values: dict[str, float]) -> dict[str, str]:
    return {name: f"{value:.2f}" for name, value in values.items()}
