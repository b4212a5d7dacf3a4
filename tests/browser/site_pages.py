"""The pages that browser tests look at: every page of the menu, a record, a source, search."""

from __future__ import annotations

from pathlib import Path

import yaml

PROJECT = Path(__file__).resolve().parents[2]


CONTENTS = yaml.safe_load((PROJECT / "_toc.yml").read_text(encoding="utf-8"))


def parts() -> list[str]:
    """The parts of the table of contents, by what they are called."""
    return [part["caption"] for part in CONTENTS["parts"]]


def menu_pages() -> list[str]:
    """The pages of the table of contents, without their ending."""
    chapters = (chapter for part in CONTENTS["parts"] for chapter in part["chapters"])
    return [CONTENTS["root"], *(chapter["file"] for chapter in chapters)]


def a_record() -> str:
    """The page of a record: the one with the longest name, which asks most of a small window."""
    records = (PROJECT / "evidence" / "records").rglob("*.yml")
    return f"book/evidence/records/{max(records, key=lambda path: len(path.stem)).stem}"


def a_source() -> str:
    """The page of a source: that of the record."""
    (file,) = (PROJECT / "evidence" / "records").rglob(f"{a_record().rpartition('/')[2]}.yml")
    return f"book/about/references/{yaml.safe_load(file.read_text(encoding='utf-8'))['source']}"


PAGES = [*menu_pages(), a_record(), a_source(), "search"]

ALIKE = {"clinician", "group-supervision", "genograms", "feedback-tools", "changes", "contribute"}
"""Names of pages that are built like another one: what takes long looks at that one."""

OF_THEIR_OWN = {"map", "providers", "curricula", "clinician-posts", "logic-model", "pilot"}
"""Names of pages whose own tests have axe look at them, in every state that they can be in."""

KINDS = [page for page in PAGES if page.rsplit("/", 1)[-1] not in ALIKE | OF_THEIR_OWN]
"""A page of every kind."""
