"""What the page shows without scripts: drawn by the script, committed, checked to be current."""

from genogram.drawing import Drawing
from genogram.files import TEXTS, script

FAMILY = "invented-family.yml"
DRAWING = "invented-family-drawing.html"
WORDS = "invented-family-in-words.html"
SYMBOLS = "symbols.html"


def generated_files() -> dict[str, str]:
    """Return the files by their name beside the family that they are made from."""
    text = (TEXTS / FAMILY).read_text(encoding="utf-8")
    drawing = Drawing(text, f"book/genograms/{FAMILY}")
    symbols = script().call("genogram.symbols")
    parts = {DRAWING: drawing.part("page"), WORDS: drawing.part("words"), SYMBOLS: symbols}
    return {name: f"{part}\n" for name, part in parts.items()}


def outdated() -> list[str]:
    """Return the names of committed files that are not what the script draws now."""
    return [
        name
        for name, content in generated_files().items()
        if not (TEXTS / name).is_file() or (TEXTS / name).read_text(encoding="utf-8") != content
    ]
