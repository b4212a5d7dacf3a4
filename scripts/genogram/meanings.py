"""The symbols of a genogram, and what each means."""

from __future__ import annotations

from genogram.family import Gender, Kind, Pregnancy, Tie

GENDERS: dict[Gender, tuple[str, str]] = {
    "man": ("Square", "a man or a boy"),
    "woman": ("Circle", "a woman or a girl"),
    "non-binary": ("Diamond", "a non-binary person"),
    "not known": ("Diamond with a question mark", "a person whose gender is not known"),
}
KINDS: dict[Kind, tuple[str, str]] = {
    "close": ("Two lines", "close"),
    "fused": ("Three lines", "very close, or fused"),
    "distant": ("Dotted line", "distant"),
    "conflict": ("Zigzag line", "in conflict"),
    "cut-off": ("Broken line with two bars", "cut off from each other"),
    "abuse": ("Zigzag line with an arrow to the person who is harmed", "abuse"),
}
PREGNANCIES: dict[Pregnancy, tuple[str, str]] = {
    "expected": ("Triangle", "a pregnancy"),
    "miscarriage": ("Small dot", "a miscarriage"),
    "stillbirth": ("Small symbol, crossed out", "a stillbirth"),
    "termination": ("Small cross", "a pregnancy that was ended"),
}
TIES: dict[Tie, tuple[str, str]] = {
    "biological": ("Solid line to a child", "a child by birth"),
    "adopted": ("Solid and dashed line to a child", "an adopted child"),
    "fostered": ("Dotted line to a child", "a fostered child"),
}
STATUSES = {
    "married": ("Solid line between two people, “m.”", "married"),
    "cohabiting": ("Dashed line between two people", "living together"),
    "separated": ("One slash, “s.”", "separated"),
    "divorced": ("Two slashes, “d.”", "divorced"),
}
UNKNOWN = "?"
