"""Plain Markdown for programs: text that is escaped, and the visible text of a page.

Pages themselves are MyST, see `myst`. This is for what is read outside of the book.
"""

import re
from html.parser import HTMLParser

_SPECIAL = re.compile(r"([\\`*_\[\]<])")
_HEADINGS = {f"h{level}": "#" * level + " " for level in range(1, 7)}
_MARKS = {"strong": "**", "b": "**", "summary": "**", "dt": "**", "em": "*", "i": "*", "code": "`"}
_UNSEEN = {"script", "style", "template", "button", "select", "svg", "datalist"}
_ASIDE = {"headerlink", "kb-made"}
"""Classes of what is beside the text: the sign at a heading, and the code that made a page."""
_INLINE = {
    *("a", "abbr", "b", "bdi", "cite", "code", "em", "i", "img", "input", "kbd", "label", "mark"),
    *("q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"),
}
_VOID = {"br", "col", "hr", "img", "input", "link", "meta", "wbr"}


def text(value: object) -> str:
    """Return ``value`` on one line, so that Markdown shows it as it is."""
    return _SPECIAL.sub(r"\\\1", " ".join(str(value).split()))


def of_html(html: str) -> str:
    """Return what a reader sees of a page's HTML as Markdown, with the links to other pages."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.whole()


class _Reader(HTMLParser):
    """Turns elements into blocks of Markdown as they come."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self.pieces: list[str] = []
        """Of the block that is being read."""
        self.begins = ""
        """What that block begins with."""
        self.unseen = 0
        """How deep we are in what is not shown, or is not text."""
        self.links: list[tuple[str, int]] = []
        self.lists: list[int | None] = []
        """The lists that we are in; of a numbered one, the number of its last entry."""
        self.rows: list[list[str]] | None = None
        self.is_code = False

    def whole(self) -> str:
        self._end_block()
        return "\n\n".join(self.blocks) + "\n"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        classes = (attributes.get("class") or "").split()
        if self.unseen or tag in _UNSEEN or not _ASIDE.isdisjoint(classes):
            self.unseen += tag not in _VOID
            return
        if tag not in _INLINE:
            self._start_block(tag)
        if tag == "a":
            self.links.append((attributes.get("href") or "", len(self.pieces)))
        elif tag == "img":
            self.pieces.append(text(attributes.get("alt") or ""))
        if tag in _MARKS and not self.is_code:
            self.pieces.append(_MARKS[tag])

    def handle_endtag(self, tag: str) -> None:
        if self.unseen:
            self.unseen -= tag not in _VOID
            return
        if tag in _MARKS and not self.is_code:
            self._close_mark(_MARKS[tag])
        if tag == "a" and self.links:
            self._close_link(*self.links.pop())
        elif tag not in _INLINE:
            self._end_block()
            self._leave(tag)

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.pieces.append(data if self.is_code else _SPECIAL.sub(r"\\\1", data))

    def _start_block(self, tag: str) -> None:
        if tag == "br":
            self.pieces.append(" ")
            return
        self._end_block()
        if tag in ("ul", "ol"):
            self.lists.append(0 if tag == "ol" else None)
        elif tag == "li" and self.lists:
            number = self.lists[-1]
            self.lists[-1] = None if number is None else number + 1
            self.begins = "- " if number is None else f"{number + 1}. "
        elif tag == "table":
            self.rows = []
        elif tag == "tr" and self.rows is not None:
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self.rows[-1].append("")
        elif tag == "pre":
            self.is_code = True
        self.begins = _HEADINGS.get(tag, self.begins)

    def _leave(self, tag: str) -> None:
        if tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        elif tag == "table":
            rows, self.rows = [row for row in self.rows or [] if any(row)], None
            if rows:
                self.blocks.append(_table(rows))
        self.is_code = self.is_code and tag != "pre"

    def _end_block(self) -> None:
        whole, self.pieces = "".join(self.pieces), []
        begins, self.begins = self.begins, ""
        if self.is_code and whole.strip():
            self.blocks.append(f"```\n{whole.strip()}\n```")
            return
        words = " ".join(whole.split())
        if not words.strip("*` "):
            self.begins = begins
            return
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] = f"{self.rows[-1][-1]} {words}".strip().replace("|", "\\|")
            return
        indent = "  " * (len(self.lists) - bool(begins)) if self.lists else ""
        if begins in ("- ",) and self.blocks and self.blocks[-1].lstrip().startswith("- "):
            self.blocks[-1] += f"\n{indent}{begins}{words}"
        else:
            self.blocks.append(f"{indent}{begins}{words}")

    def _close_mark(self, mark: str) -> None:
        """End what is marked; blanks stay outside, and nothing is marked if there is nothing."""
        start = max((n for n, piece in enumerate(self.pieces) if piece == mark), default=None)
        if start is None:
            return
        inner = "".join(self.pieces[start + 1 :])
        words = inner.strip()
        before, after = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
        self.pieces[start:] = [f"{before}{mark}{words}{mark}{after}" if words else inner]

    def _close_link(self, href: str, start: int) -> None:
        words = " ".join("".join(self.pieces[start:]).split())
        if href.startswith("#"):
            # The number of a reference in the list at the end of the section or page.
            text = f"[{words}]" if words.isdigit() else words
        else:
            text = f"[{words}]({href})" if words and href else words
        self.pieces[start:] = [text]


def _table(rows: list[list[str]]) -> str:
    width = max(map(len, rows))
    head, *body = ([*row, *[""] * (width - len(row))] for row in rows)
    lines = [head, ["---"] * width, *body]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
