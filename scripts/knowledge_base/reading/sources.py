"""Reads the sources: each from its own file, or from the one file in which all may be."""

from collections.abc import Mapping
from functools import partial

from knowledge_base.model.places import Location
from knowledge_base.reading import bibliography, text_file
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import BIBLIOGRAPHY, EVIDENCE_FOLDER, SOURCES
from knowledge_base.reading.findings import Finding, guarded
from knowledge_base.reading.rules import SOURCE_FILE


def read_sources(evidence: Evidence, texts: Mapping[str, str | None]) -> list[Finding]:
    """Add the sources in these files to the evidence; return what is wrong with them.

    ``texts`` are by path; None is that of a file that can't be read.
    """
    findings: list[Finding] = []
    for path, text in texts.items():
        if text is not None:
            findings.extend(guarded(partial(_read, evidence, text, path), path))
    evidence.sources = dict(sorted(evidence.sources.items()))
    evidence.sources_read = None not in texts.values() and not evidence.lacks(SOURCES)
    evidence.sources_sound = evidence.sources_read and not findings
    return findings


def _read(evidence: Evidence, text: str, path: str) -> list[Finding]:
    sources, findings = bibliography.parse(text, path)
    if path == f"{EVIDENCE_FOLDER}/{BIBLIOGRAPHY}":
        findings.append(
            Finding(
                Location(path),
                SOURCE_FILE,
                "all sources are in one file, in which git can't join what two people add.",
                "Run `kb split-sources`; it gives each source a file of its own.",
                level="warning",
            )
        )
    else:
        findings.extend(bibliography.misfiled(sources, path))
    for key, source in sources.items():
        other = evidence.sources.setdefault(key, source)
        if other is not source:
            findings.append(
                Finding(
                    source.lines[""],
                    "duplicate-source",
                    f"the key '{key}' is already taken in {other.path}.",
                    "If both are the same document, remove one; if not, add a letter to the year.",
                )
            )
    return [*findings, *text_file.unended(text, path)]
