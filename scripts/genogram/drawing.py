"""A family in a notebook: its genogram and words, or what is wrong with its text."""

from base64 import b64encode
from html import escape
from typing import Any

from genogram.files import script


class Drawing:
    """What a notebook shows for a family's text."""

    def __init__(self, text: str, path: str = "your family") -> None:
        self._path = path
        self.parts: dict[str, Any] = script().call("genogram.draw", text)
        """What the script made of the text; see `draw` in `browser/genogram.js`."""

    @property
    def findings(self) -> list[str]:
        """What is wrong with the text, one a line, each with its line and column."""
        return [
            f"{self._path}:{finding['line']}:{finding['column']}: {finding['message']}"
            for finding in self.parts["findings"]
        ]

    def svg(self) -> str:
        """Return the drawing as a file of its own. Raises ValueError if there is none."""
        return str(self.part("file"))

    def part(self, name: str) -> Any:
        """Return a part of what was drawn. Raises ValueError, with the findings, if none was."""
        if self.findings:
            raise ValueError("\n".join(self.findings))
        return self.parts[name]

    def _repr_html_(self) -> str:
        """Return what the notebook shows; the drawing as a picture, which needs no style sheet."""
        words = str(self.parts["words"])
        if self.findings:
            return words
        picture = b64encode(self.svg().encode()).decode()
        about = escape(f"{self.parts['title']}. {self.parts['about']}")
        return f'<img src="data:image/svg+xml;base64,{picture}" alt="{about}">\n{words}'

    def __repr__(self) -> str:
        """Return the same where only text can be shown."""
        return "\n".join(self.findings) or f"Genogram: {self.parts['title']}"
