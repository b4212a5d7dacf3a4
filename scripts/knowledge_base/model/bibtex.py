"""The register of what BibTeX entries of sources can be and say; it stands in `bibtex.yml`."""

from pathlib import Path
from typing import Any, NamedTuple

import yaml


class Kind(NamedTuple):
    """A type of entry: what it needs, and what other forms of reference call it."""

    csl: str
    ris: str
    schema_org: str = "CreativeWork"
    needs: str = ""
    by_editors: bool = False
    choice: str = ""
    asked: tuple[str, str] = ("", "")


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_REGISTER: dict[str, dict[str, dict[str, Any]]] = yaml.load(
    Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"), _LOADER
)
KINDS = {name: Kind(**entry) for name, entry in _REGISTER["kinds"].items()}
"""Each type of entry by its name."""
FIELDS = frozenset(_REGISTER["fields"])
"""What an entry may say."""


def names_in(form: str) -> dict[str, str]:
    """Return what a form of reference, `csl` or `ris`, calls the fields that it takes over."""
    return {name: entry[form] for name, entry in _REGISTER["fields"].items() if form in entry}
