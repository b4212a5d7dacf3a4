"""What several verbs share: days as arguments, findings on the screen, the loaded evidence."""

import argparse
import os
import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TextIO

from knowledge_base.loading import EvidenceError, load
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.vocabulary import VOCABULARIES
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import EVIDENCE_FOLDER, SOURCES
from knowledge_base.reading.findings import Finding, render_text


def day(text: str) -> date:
    """Return the day that ``text`` names; an error that argparse shows if there is none."""
    try:
        if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"'{text}' is not a real date in the form YYYY-MM-DD")


def show(findings: Sequence[Finding], stream: TextIO | None = None) -> None:
    """Print findings for people, in colour on a terminal."""
    stream = stream or sys.stdout
    colour = stream.isatty() and not os.environ.get("NO_COLOR")
    print(render_text(findings, colour=colour), file=stream)


def load_or_report(root: Path) -> KnowledgeBase | None:
    """Return the knowledge base; None, once its findings were printed, if there are errors."""
    try:
        return load(root)
    except EvidenceError as error:
        show(error.findings, sys.stderr)
        print("First, correct what `kb check` finds.", file=sys.stderr)
        return None


def load_or_none(root: Path) -> KnowledgeBase | None:
    """Return the knowledge base, or None where it has errors; says nothing."""
    try:
        return load(root)
    except EvidenceError:
        return None


def without_words(evidence: Evidence) -> bool:
    """Whether vocabularies say nothing, without which nothing can be made; say so if it is so."""
    unread = [name for name in VOCABULARIES if not evidence.vocabulary(name)]
    if unread:
        print(
            f"These vocabularies are missing, empty or can't be read: {', '.join(unread)}. "
            "First, correct what `kb check` finds.",
            file=sys.stderr,
        )
    return bool(unread)


def cannot_add(evidence: Evidence) -> bool:
    """Whether words or sources are lacking, to which new things refer; say so if it is so."""
    if without_words(evidence):
        return True
    if not evidence.sources_read:
        print(
            f"A file of the sources can't be read, or {EVIDENCE_FOLDER}/{SOURCES.name} is missing. "
            "First, correct what `kb check` finds.",
            file=sys.stderr,
        )
    return not evidence.sources_read
