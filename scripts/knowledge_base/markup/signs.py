"""Signs: small pictures that stand for a few words, which they carry as their name.

A reader who points at one sees its words, and a screen reader says them. Shapes carry the meaning,
never the colour.
"""

from knowledge_base.markup.html import Html, element
from knowledge_base.wording.typography import typographic

SHAPES = {
    "comparison": "m1.5 1.5h9v9h-9z",
    "association": "m6 .6 5.4 5.4-5.4 5.4-5.4-5.4z",
    "observation": "m6 1.2a4.8 4.8 0 1 1 0 9.6a4.8 4.8 0 1 1 0-9.6z",
    "perception": "m1 1.5h10v6.5h-5l-2.8 2.8v-2.8h-2.2z",
    "stated": "m2.5 1h7v10h-7zm2 3h3m-3 2h3m-3 2h3",
    "expectation": "m6 1.6a4.4 4.4 0 1 1 0 8.8a4.4 4.4 0 1 1 0-8.8zm0 3.6v1.6",
    "none": "m2 6h8",
    "read": "m1 2.5q3-1.5 5 .5q2-2 5-.5v8q-3-1.5-5 .5q-2-2-5-.5zm5 .5v8",
    "part": "m1 2.5q3-1.5 5 .5v8q-2-2-5-.5z",
    "through": "m2 4.5v3.5q0 1.5 1.5 1.5h6.5m-2.5-2.5 2.5 2.5-2.5 2.5m-5.5-9h3",
    "study": "m6 2a4 4 0 1 1 0 8a4 4 0 1 1 0-8z",
    "person": "m6 .8a2.3 2.3 0 1 1 0 4.6a2.3 2.3 0 1 1 0-4.6zm-4.6 10.6v-2q0-3 3-3h3.2q3 0 3 3v2z",
    "what": "m1 2.2h10v7.6h-10zm2.2 2.6h5.6m-5.6 2.4h3.6",
    "much": "m6 1.2a4.8 4.8 0 1 1 0 9.6a4.8 4.8 0 1 1 0-9.6zm0 1.8v3.2l2.2 1.4",
    "cost": "m9 3.4q-.6-1.8-2.4-1.8-2.4 0-2.4 2.6v3.2q0 2-1.6 3h6.8m-6.6-4.6h4.4",
    "known": "m1.4 10.6v-4h2.2v4zm3.5 0v-9h2.2v9zm3.5 0v-6h2.2v6z",
    "open": "m3.6 4q0-2.6 2.4-2.6t2.4 2.2q0 1.6-2.4 2.6v1.4m0 2v.6",
    "agrees": "m1.5 6.5 3 3.5 6-8",
    "agrees-in-part": "m.8 6.5 2.2 2.6 3.6-5.2m1.4 2.6h3.2",
    "stronger": "m1.5 8 4.5-5 4.5 5",
    "unread": "m6 1.2a4.8 4.8 0 1 1 0 9.6a4.8 4.8 0 1 1 0-9.6zm-3.4 8.2 6.8-6.8",
}
"""Paths in a box of 12 by 12, in relative steps so that they can stand anywhere."""

_FILLED = {"comparison", "association", "observation", "read", "part", "study", "person", "known"}
"""What was measured, what was read, and bodies; the others are outlines."""


def sign(name: str, label: str = "") -> Html:
    """Return a sign; without words it only decorates what stands beside it.

    Raises KeyError for a name that has no sign.
    """
    look = ["kb-sign", f"kb-sign-{name}", *(["kb-sign-filled"] if name in _FILLED else [])]
    meaning = {"role": "img"} if label else {"aria-hidden": "true"}
    return element(
        "svg",
        {"class": " ".join(look), "viewBox": "0 0 12 12", **meaning},
        element("title", {}, typographic(label)) if label else None,
        element("path", {"d": f"M0 0{SHAPES[name]}"}),
    )


def row_of_signs(numbers: dict[str, int]) -> Html:
    """Return so many signs of each name, side by side, as decoration."""
    signs = [sign(name) for name, number in numbers.items() for _ in range(number)]
    return element("span", {"class": "kb-signs", "aria-hidden": "true"}, *signs)
