"""Evidence in which everything that may hold any text holds text that tries to act.

Nothing is listed here: every string of every file, and every field of every BibTeX entry, is
filled; what `kb check` refuses is put back, string by string, until it has nothing to say. So a
field that is new is covered on the day on which the evidence first has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from knowledge_base.loading import check
from knowledge_base.reading.yaml_source import parse

WORDS_TO_MATCH = {"must_say", "must_not_say"}
"""Words that claims are compared with, and that no page shows."""

MARK = "Zq"
"""How each filling begins; its number follows, so that every one can be told from the others."""

HOST = "evil.invalid"

IN_A_LINE = (
    "<img src=x onerror=window.acted=1></script><script>window.acted=2</script>"
    "<svg onload=acted=3>"
    f"![p](//{HOST}/i) [l](javascript:acted=4) {{download}}`x </_config.yml>` {{own-html}}`x` "
    "{{7*7}} {% if %} **b** | <!-- --> &lt \\ ]] )) @x # %"
)
IN_BIBTEX = IN_A_LINE.replace("{", "").replace("}", "").replace("\\", "")
"""In a bibliography, where these signs are markup, and not text."""
IN_BRIEF = "<b onclick=acted=6>**{{7*7}}**"
"""For a string in which the longer one is refused."""
IN_PROSE = (
    "\n\n```{include} /_config.yml\n```\n\n```{literalinclude} /_config.yml\n```\n\n"
    "```{eval-rst}\n.. raw:: html\n   :file: /etc/os-release\n```\n\n"
    f"```{{raw}} html\n<script>window.acted=5</script>\n```\n\n<script src=//{HOST}/s></script>\n"
    f"\n:::{{figure}} //{HOST}/f.png\n:::\n\n# h\n\n(target)=\n\n"
)
SECRETS = ("PRETTY_NAME=", "execute_notebooks:")
"""What would stand on a page that has included one of those files."""

LINE = re.compile(r"^(?P<head>\s*(?:- )*(?:[^\s'\"#-][^:]*:|\?|-) )?(?P<value>.*)$")


@dataclass(frozen=True)
class Filling:
    """A string of a file that was filled."""

    path: str
    keys: tuple[str, ...]
    """The way to it; `*` stands for a position in a list or an id."""


def fill_evidence(root: Path, as_of: date) -> list[Filling]:
    """Fill the evidence of the project at ``root``; return what `kb check` lets pass."""
    filled: list[Filling] = []
    files = sorted((root / "evidence").rglob("*.yml"))
    original = {file: parse(file.read_text(encoding="utf-8"), "")[0].value for file in files}
    strings = {file: list(_strings(content)) for file, content in original.items()}
    number = iter(range(1, 10**6))
    text = {
        (file, trail): _filled(value, next(number))
        for file in files
        for trail, value in strings[file]
        if not WORDS_TO_MATCH.intersection(trail)
    }
    entries = {
        file: file.read_text(encoding="utf-8").split("\n")
        for file in sorted((root / "evidence" / "sources").glob("*.bib"))
    }
    bib = {
        (file, line): _filled_field(value, next(number))
        for file, entry in entries.items()
        for line, value in enumerate(entry)
        if re.match(r"\s+\w+ = \{.*\},?$", value)
    }
    while True:
        lines = {file: _write(file, original[file], text) for file in files}
        for file, entry in entries.items():
            now = (bib.get((file, line), value) for line, value in enumerate(entry))
            file.write_text("\n".join(now), encoding="utf-8")
        _, findings = check(root, as_of=as_of)
        refused = 0
        for finding in findings:
            place = finding.location
            if place.path.endswith(".bib"):
                refused += _withdraw(bib, root / place.path, place.line - 1)
                continue
            file = root / place.path
            if finding.rule == "file-too-large":
                for trail in [trail for at, trail in list(text) if at == file][::8]:
                    refused += bool(text.pop((file, trail)))
                continue
            trail = lines.get(file, {}).get(place.line)
            if trail is not None and (long := text.pop((file, trail), None)):
                refused += 1
                if IN_A_LINE in long:
                    text[file, trail] = long.replace(IN_PROSE, "").replace(IN_A_LINE, IN_BRIEF)
        if not findings:
            break
        assert refused, "\n".join(str(finding)[:300] for finding in findings[:9])
    for file, trail in text:
        filled.append(Filling(file.relative_to(root).as_posix(), _pattern(trail)))
    return filled + [
        Filling(file.relative_to(root).as_posix(), (_field(entries[file][line]),))
        for file, line in bib
    ]


def _withdraw(bib: dict[tuple[Path, int], str], file: Path, line: int) -> int:
    """Put back the field at this line or, where an entry is complained of, all of its fields."""
    if bib.pop((file, line), None):
        return 1
    inside = []
    while (file, line := line + 1) in bib:
        inside.append((file, line))
    for at in inside:
        del bib[at]
    return len(inside)


def _field(line: str) -> str:
    return line.split("=")[0].strip()


def _filled(value: str, number: int) -> str:
    core, end = (value[:-1], value[-1]) if value[-1:] in ".?!" else (value, "")
    prose = IN_PROSE if end and number % 12 == 0 and len(value) > 60 else ""
    return f"{core} {MARK}{number}z {IN_A_LINE}{prose}{end}"


def _filled_field(line: str, number: int) -> str:
    start, _, value = line.partition(" = {")
    end = "}," if value.endswith("},") else "}"
    return f"{start} = {{{value.removesuffix(end)} {MARK}{number}z {IN_BIBTEX}{end}"


def _strings(content: Any, trail: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], str]]:
    items = content.items() if isinstance(content, dict) else enumerate(content)
    for key, value in items:
        if isinstance(value, str):
            yield (*trail, key), value
        elif isinstance(value, dict | list):
            yield from _strings(value, (*trail, key))


def _pattern(trail: tuple[Any, ...]) -> tuple[str, ...]:
    return tuple("*" if isinstance(key, int) else str(key) for key in trail)


def _write(
    file: Path, content: Any, text: dict[tuple[Path, tuple[Any, ...]], str]
) -> dict[int, tuple[Any, ...]]:
    """Write the file, a string a line; return the way to the string that each line holds."""
    lines: list[str] = []
    trails: dict[int, tuple[Any, ...]] = {}
    _lines(content, (), 0, file, text, lines, trails)
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return trails


def _lines(
    content: Any,
    trail: tuple[Any, ...],
    depth: int,
    file: Path,
    text: dict[tuple[Path, tuple[Any, ...]], str],
    lines: list[str],
    trails: dict[int, tuple[Any, ...]],
) -> None:
    items = content.items() if isinstance(content, dict) else enumerate(content)
    for key, value in items:
        head = f"{_scalar(key)}:" if isinstance(content, dict) else "-"
        here = (*trail, key)
        if isinstance(value, dict | list) and value:
            lines.append(f"{'  ' * depth}{head}")
            _lines(value, here, depth + 1, file, text, lines, trails)
            continue
        shown = text.get((file, here), value)
        lines.append(f"{'  ' * depth}{head} {_scalar(shown)}")
        trails[len(lines)] = here


def _scalar(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return _quoted(value) if isinstance(value, str) else _dumped(value)


@cache
def _quoted(value: str) -> str:
    """Return a string as YAML has it; most are written again and again."""
    return _dumped(value, default_style='"')


def _dumped(value: Any, **options: Any) -> str:
    dumped = yaml.safe_dump(value, allow_unicode=True, width=10**9, **options)
    return dumped.removesuffix("\n...\n").strip()
