"""What a check has to say: one ``Finding`` a problem, and the ways to show findings.

A finding names the file, line and column, the rule that was broken, what is wrong
and what would be right, so that a newcomer can act on it without reading any code.
"""

import json
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from knowledge_base.model.places import Location
from knowledge_base.wording.nouns import counted

ERROR, WARNING = "error", "warning"
"""The levels of findings, as compilers, GitHub and editors have them. An error keeps the book from
being built; a warning names what a person should look at, and stops nothing."""


@dataclass(frozen=True, order=True)
class Finding:
    """One problem in the evidence files."""

    location: Location
    rule: str
    message: str
    hint: str
    level: str = ERROR

    @property
    def field(self) -> str:
        """The field of its file that is wrong or missing; empty for what concerns no single one."""
        return str(next(iter(self.location.trail), ""))


def errors(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that keep the book from being built."""
    return [finding for finding in findings if finding.level == ERROR]


_BOLD, _DIM, _RESET = "\x1b[1m", "\x1b[2m", "\x1b[0m"
_COLOURS = {ERROR: "\x1b[31m", WARNING: "\x1b[33m"}


_LONGEST = 500
"""Characters of a message that are shown; what a hostile file quotes can be longer."""


def _visible(text: str) -> str:
    """Return ``text`` as one line of bounded length, in which nothing is hidden.

    Messages quote the files, and so whoever wrote them: no control sequence may reach a
    terminal, and no line break may start a workflow command in the log of a CI run.
    """
    printable = "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode("ascii")
        for character in text
    )
    return printable if len(printable) <= _LONGEST else f"{printable[: _LONGEST - 1]}…"


def in_one_line(finding: Finding) -> str:
    """Return the finding as ``path:line:column: error[rule] message``."""
    text = f"{finding.location}: {finding.level}[{finding.rule}] {finding.message}"
    return _visible(text)


def render_text(findings: Sequence[Finding], *, colour: bool = False) -> str:
    """Return the findings for people: a line each, the hint below it, a count at the end."""
    bold, dim, reset = (_BOLD, _DIM, _RESET) if colour else ("", "", "")
    lines = []
    for finding in findings:
        shade = _COLOURS[finding.level] if colour else ""
        lines.append(
            f"{bold}{_visible(str(finding.location))}{reset}: "
            f"{shade}{finding.level}[{finding.rule}]{reset} {_visible(finding.message)}"
        )
        lines.append(f"    {dim}{_visible(finding.hint)}{reset}")
    if findings:
        files = len({finding.location.path for finding in findings})
        warnings = len(findings) - len(errors(findings))
        some = f"{warnings} of them " if warnings < len(findings) else ""
        of_these = f", {some}only to be looked at" if warnings else ""
        lines.append(f"{counted(len(findings), 'finding')} in {counted(files, 'file')}{of_these}.")
    return "\n".join(lines)


def _escape(text: str, *, is_property: bool = False) -> str:
    # https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if is_property else text


def render_github(findings: Iterable[Finding]) -> str:
    """Return the findings as GitHub workflow commands, shown as annotations on the lines."""
    return "\n".join(
        f"::{f.level} file={_escape(_visible(f.location.path), is_property=True)},"
        f"line={f.location.line},col={f.location.column},"
        f"title={_escape(f.rule, is_property=True)}"
        f"::{_escape(_visible(f.message))}%0A{_escape(_visible(f.hint))}"
        for f in findings
    )


def render_json(findings: Iterable[Finding]) -> str:
    """Return the findings as a JSON array for tools, in ASCII, which every terminal can carry."""
    rows = [
        {
            "path": finding.location.path,
            "line": finding.location.line,
            "column": finding.location.column,
            "field": finding.field,
            "level": finding.level,
            "rule": finding.rule,
            "message": finding.message,
            "hint": finding.hint,
        }
        for finding in findings
    ]
    return json.dumps(rows, indent=2)


def guarded(work: Callable[[], Iterable[Finding]], path: str) -> Iterator[Finding]:
    """Yield the findings of ``work``; if it stops with an error, that is a finding in ``path``."""
    try:
        yield from work()
    except Exception as error:  # it may fail in any way; the others must still be heard
        frames = traceback.extract_tb(error.__traceback__)
        lines = [frame.lineno for frame in frames if frame.filename.endswith(path)]
        yield Finding(
            Location(path, (lines or [1])[-1] or 1),
            "crash",
            f"checking stopped here with {type(error).__name__}: {error}.",
            "This is a fault in the checker, not in your file. Please report it with this line.",
        )
