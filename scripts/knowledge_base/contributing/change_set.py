"""Changes to several files of the evidence: checked as a whole, made as a whole or not at all."""

import shutil
import tempfile
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge_base.checks import run_checks
from knowledge_base.loading import read
from knowledge_base.reading.file_kinds import EVIDENCE_FOLDER
from knowledge_base.reading.findings import Finding
from knowledge_base.writing import write_together


@dataclass(frozen=True)
class ChangeSet:
    """New texts of files, by their paths from the root of the project; None removes a file."""

    root: Path
    files: Mapping[str, str | None]
    new: Collection[str] = ()
    """Those that must not be there yet."""

    def new_findings(self, as_of: date) -> list[Finding]:
        """Return what `kb check` would find once the changes are made, and does not find now.

        Findings may move by lines; they are compared by file, rule and message.
        """
        now = {_without_place(finding) for finding in _findings_in(self.root, as_of)}
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder)
            shutil.copytree(self.root / EVIDENCE_FOLDER, copy / EVIDENCE_FOLDER)
            for path, text in self.files.items():
                file = copy / path
                if not path.startswith(f"{EVIDENCE_FOLDER}/"):
                    continue
                if text is None:
                    file.unlink()
                else:
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_bytes(text.encode())
            return [f for f in _findings_in(copy, as_of) if _without_place(f) not in now]

    def make(self) -> None:
        """Write and remove the files; if anything stops it, leave all as it was."""
        replacing = [self.root / path for path in self.files if path not in self.new]
        files = {self.root / path: text for path, text in self.files.items()}
        write_together(files, replacing=replacing)


def _findings_in(root: Path, as_of: date) -> list[Finding]:
    evidence, findings = read(root, as_of=as_of)
    return sorted({*findings, *run_checks(evidence)})


def _without_place(finding: Finding) -> tuple[str, str, str]:
    return finding.location.path, finding.rule, finding.message
