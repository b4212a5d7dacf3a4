"""Every rule that `kb check` applies: its name, what it asks for, whether it can be excused."""

from dataclasses import dataclass

from knowledge_base.model.places import Location
from knowledge_base.reading.findings import ERROR, Finding


@dataclass(frozen=True)
class Rule:
    """Something that the evidence files must satisfy."""

    id: str
    asks: str
    """What the rule asks for, in a sentence for CONTRIBUTING and the site."""
    excusable: bool = False
    """Whether a record may carry an exception from it, with a reason."""

    def finding(self, place: Location, message: str, hint: str, level: str = ERROR) -> Finding:
        """Return the finding that something breaks this rule."""
        return Finding(place, self.id, message, hint, level)


SOURCE_FILE = "source-file"

READING = (
    Rule("not-yaml", "Every .yml file is one well-formed YAML document."),
    Rule("not-utf-8", "Files are UTF-8 text."),
    Rule(
        "unreadable-file",
        "Everything in the evidence folder is a readable file, not a link, folder or pipe.",
    ),
    Rule("file-too-large", "No file is larger than 256 KiB, `sources.bib` than 4 MiB."),
    Rule("invisible-character", "Text contains no control or other invisible characters."),
    Rule("yaml-feature", "YAML anchors, aliases and tags are not used."),
    Rule("duplicate-key", "No key appears twice in the same place."),
    Rule("unknown-key", "Only known keys are used."),
    Rule("missing-field", "Every required field is present."),
    Rule("wrong-type", "Each value has the type that its field requires."),
    Rule("invalid-date", "Dates exist and are written YYYY-MM-DD."),
    Rule("id-form", "Ids are lower-case words and digits joined by single hyphens."),
    Rule("cut-text", "No sentence or file is cut short, and no text is cut by a ' #'."),
    Rule(
        "look-alike-letter",
        "A word is in one alphabet, in plain letters, with no more than two marks on each.",
    ),
    Rule("one-line", "Labels, titles and other short texts are on one line."),
    Rule(
        "support-length",
        "At most ten words are quoted from a source, without quotation marks around them.",
    ),
    Rule("malformed-bibtex", "Sources are well-formed BibTeX, and can be cited."),
    Rule(SOURCE_FILE, "A source's file holds one entry, and has the entry's key as its name."),
    Rule("duplicate-source", "No two sources have the same key."),
    Rule("crash", "Every rule runs to its end. If one does not, that is our fault."),
)
"""Rules that reading and validating apply; all others are modules of `checks`."""

IMPORT_FILE = "import-file"
"""What findings in a file to be imported are called, where no rule for evidence files fits."""
