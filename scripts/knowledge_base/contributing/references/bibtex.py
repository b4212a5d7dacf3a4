"""BibTeX and BibLaTeX of any style → references."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.middlewares.names import parse_single_name_into_parts
from bibtexparser.model import Block, Entry, Field, ImplicitComment, ParsingFailedBlock

from knowledge_base.contributing.references.reference import (
    LONGEST,
    WITH_INITIALS,
    Broken,
    Name,
    Organisation,
    Others,
    Person,
    Reading,
    Reference,
    is_body,
    name_from_text,
)
from knowledge_base.contributing.references.text import without_latex, without_latex_in_title
from knowledge_base.model.places import Location
from knowledge_base.model.source import names_in
from knowledge_base.reading.bibliography import unwrapped
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import IMPORT_FILE as RULE

BEGINS = re.compile(r"(?m)^[ \t]*@[ \t]*\w+\s*[{(]")
"""The beginning of an entry."""


def recognise(text: str) -> bool:
    """Whether a text has the beginning of an entry in it."""
    return bool(BEGINS.search(text))


def read(text: str, path: str) -> Reading:
    """Return the references in ``text``."""
    # Without the parser's own steps, which pass over an entry whose key stands there already.
    library: Library = parse_string(_with_keys(text), parse_stack=[])
    strings = {key.lower(): str(string.value) for key, string in library.strings_dict.items()}
    entries: list[tuple[Block, Entry, dict[str, str]]] = []
    no_documents: dict[str, dict[str, str]] = {}
    broken = []
    for block in library.blocks:
        entry = block.ignore_error_block if isinstance(block, ParsingFailedBlock) else block
        if isinstance(entry, Entry):
            if open_field := next(filter(_is_open, entry.fields), None):
                broken.append(_not_ended(open_field, block, path))
            elif entry.entry_type.lower() in _NO_DOCUMENTS:
                no_documents[entry.key.lower()] = _values(entry, strings)
            else:
                entries.append((block, entry, _values(entry, strings)))
        elif isinstance(block, ParsingFailedBlock) or (
            isinstance(block, ImplicitComment) and "@" in block.comment
        ):
            broken.append(_broken(block, path))
    by_key = no_documents | {entry.key.lower(): values for _, entry, values in entries}
    return Reading(
        tuple(
            reference(
                entry.entry_type.lower(),
                _inherited(values, by_key),
                "" if entry.key.startswith(_NO_KEY) else entry.key,
                line=_line(block),
                text=str(block.raw or entry.raw).replace(f"{entry.key},", "", 1)
                if entry.key.startswith(_NO_KEY)
                else str(block.raw or entry.raw),
                remarks=list(_undefined(entry, strings)),
            )
            for block, entry, values in entries
        ),
        tuple(broken),
        head="".join(f"@string{{{name} = {value}}}\n" for name, value in strings.items()),
        separator="\n\n",
        tail="\n",
    )


def reference(
    kind: str,
    values: Mapping[str, str],
    key: str = "",
    *,
    line: int = 1,
    text: str = "",
    remarks: Sequence[str] = (),
) -> Reference:
    """Return the reference that BibTeX values, without their braces, describe."""
    return Reference(
        line,
        kind,
        key,
        {role: names(values[role]) for role in ("author", "editor") if values.get(role)},
        {
            name: (unwrapped(value) or value) if name in _AS_WRITTEN else _plain(name, value)
            for name, value in values.items()
            if name not in ("author", "editor")
        },
        text=text,
        remarks=remarks,
    )


def names(value: str) -> tuple[Name, ...]:
    """Return the people in a BibTeX value, in natural order or family name first."""
    value = re.sub(r"\s(?i:and)\s", " and ", value)
    return tuple(name for text in names_in(value) for name in _names(text))


_NO_KEY = "without-a-key-"
_NO_DOCUMENTS = ("xdata", "set")
"""Types of entries to which others refer, or that put some together."""
_AS_WRITTEN = frozenset(["url", "doi", "abstract", "annotation", "annote", "file", "keywords"])
"""Links, from which LaTeX's escapes are taken later; and long fields that are not taken over."""
_TITLES = frozenset(["title", "subtitle", "booktitle", "booksubtitle"])
_FROM_PARENT = {
    "title": "booktitle",
    "subtitle": "booksubtitle",
    **{
        name: name
        for name in (
            *("booktitle", "booksubtitle", "editor", "publisher", "address", "location"),
            *("year", "date", "series", "volume", "isbn", "institution", "organization"),
        )
    },
}
"""What an entry takes over from the one that it names as `crossref`, and under which name."""


def _plain(name: str, value: str) -> str:
    return without_latex_in_title(value) if name in _TITLES else without_latex(value)


def _with_keys(text: str) -> str:
    """Return the text with a key for each entry that has none, its lines as they were."""
    numbers = iter(range(1, len(text)))
    text = re.sub(r"(?i)@commentary(?=\s*[{(])", "@article", text)  # it is read as a comment
    return re.sub(
        r"(@\s*+(?!(?i:string|comment|preamble)\b)\w++\s*+\{)(?=\s*+,?+\s*+\w++\s*+=)\s*+,?",
        lambda match: f"{match[1]}{_NO_KEY}{next(numbers)}," + "\n" * match[0].count("\n"),
        text,
    )


def _values(entry: Entry, strings: Mapping[str, str]) -> dict[str, str]:
    values: dict[str, str] = {}
    for field in entry.fields:
        name = field.key.rpartition("\n")[2].strip()  # behind a comment of LaTeX's
        values.setdefault(name.lower(), _evaluated(str(field.value), strings).strip())
    return values


def _undefined(entry: Entry, strings: Mapping[str, str]) -> Iterator[str]:
    """Yield a sentence for each abbreviation that the file doesn't explain."""
    for field in entry.fields:
        for piece in _pieces(str(field.value)):
            word = re.fullmatch(r"[A-Za-z][\w:.-]*", piece)
            if word and field.key.lower() != "month" and piece.lower() not in strings:
                yield f"The file does not say what ‘{piece}’ in the field ‘{field.key}’ stands for."


def _evaluated(value: str, strings: Mapping[str, str]) -> str:
    """Return a value without its braces or quotes, its abbreviations and `#` carried out.

    Abbreviations of abbreviations can grow without end: past the longest value, it stops.
    """
    text = ""
    for piece in _pieces(value):
        text += _piece(piece, strings)
        if len(text) > LONGEST:
            break
    return text


def _pieces(value: str) -> Iterator[str]:
    """Yield what `#` puts together; one in braces or quotes is text."""
    if "#" not in value:
        yield value.strip()
        return
    depth, quoted, start = 0, False, 0
    for position, sign in enumerate(value):
        if sign == '"' and depth == 0:
            quoted = not quoted
        elif sign == "#" and depth == 0 and not quoted:
            yield value[start:position].strip()
            start = position + 1
        depth += (sign == "{") - (sign == "}")
    yield value[start:].strip()


def _piece(piece: str, strings: Mapping[str, str]) -> str:
    if len(piece) > 1 and piece[0] + piece[-1] in ("{}", '""'):
        return piece[1:-1]
    name = piece.lower()
    if name in strings:
        return _evaluated(strings[name], {k: v for k, v in strings.items() if k != name})
    return piece


def _inherited(values: dict[str, str], by_key: Mapping[str, dict[str, str]]) -> dict[str, str]:
    """Return an entry's values with those of the entry that it is a part of."""
    link = "crossref" if "crossref" in values else "xdata"
    parent = by_key.get(values.get(link, "").lower())
    inherited = {
        _FROM_PARENT[name]: value for name, value in (parent or {}).items() if name in _FROM_PARENT
    }
    return {
        name: value for name, value in (inherited | values).items() if not parent or name != link
    }


_NAME_PART = re.compile(r"(?:^|,)\s*(family|given|prefix|suffix)\s*=\s*([^,]+)")
"""A part of a name as BibLaTeX can write it: `family=Berg, prefix=van den`."""


def _names(text: str) -> Sequence[Name]:
    """Return the person or body of a name; or several, where others than `and` part them."""
    if text.startswith("{") or _NAME_PART.search(text):
        return [_name(text)]
    plain = without_latex(text)
    several = name_from_text(plain)
    # Databases write the family name first, with no comma behind it, in BibTeX as well.
    return several if len(several) > 1 or WITH_INITIALS.fullmatch(plain) else [_name(text)]


def _name(text: str) -> Name:
    if text.lower() == "others":
        return Others()
    if text.endswith(","):  # as EndNote marks a body
        return Organisation(without_latex(text.rstrip(", ")))
    if text.startswith("{") and unwrapped(text) is not None:
        return Organisation(without_latex(text))
    if parts_by_name := dict(_NAME_PART.findall(text)):
        plain = {part: without_latex(value) for part, value in parts_by_name.items()}
        family = " ".join(plain[part] for part in ("prefix", "family") if part in plain)
        return Person(family, plain.get("given", ""), plain.get("suffix", ""))
    if "," not in text and is_body(text):
        return Organisation(without_latex(text))
    parts = parse_single_name_into_parts(text, strict=False)
    family = without_latex(" ".join([*parts.von, *parts.last]))
    return Person(family, without_latex(" ".join(parts.first)), without_latex(" ".join(parts.jr)))


def _line(block: Block) -> int:
    return (block.start_line or 0) + 1


def _is_open(field: Field) -> bool:
    """Whether a value goes on where it should have ended, so that it holds the next field."""
    return any(
        unwrapped(piece) is None and (piece[:1] in ("{", '"') or "=" in piece)
        for piece in _pieces(str(field.value))
    )


def _not_ended(field: Field, block: Block, path: str) -> Broken:
    return Broken(
        Finding(
            Location(path, (field.start_line or 0) + 1),
            RULE,
            f"the value of '{field.key.strip()}' does not end before the next field begins.",
            "Put a comma behind it, and check that every brace and quotation mark is closed.",
        ),
        str(block.raw or ""),
    )


def _broken(block: Block, path: str) -> Broken:
    return Broken(
        Finding(
            Location(path, _line(block)),
            RULE,
            "what begins here can't be read as BibTeX.",
            "Check that every brace that opens also closes, or export the file anew.",
        ),
        str(block.raw or ""),
    )
