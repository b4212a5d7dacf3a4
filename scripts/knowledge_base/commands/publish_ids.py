"""`kb publish-ids`: update the list of published records, whose pages must stay."""

import argparse
import sys
from datetime import date

from knowledge_base.loading import read
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import EVIDENCE_FOLDER, PUBLISHED_IDS
from knowledge_base.reading.text_file import in_form_of
from knowledge_base.wording.nouns import counted
from knowledge_base.writing import write_files

PATH = f"{EVIDENCE_FOLDER}/{PUBLISHED_IDS}"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb is told on the command line."""
    parser.add_argument(
        "--check", action="store_true", help="write nothing, and fail if the list is out of date"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write or compare the list; return 1 if it is to be compared and is out of date."""
    evidence, _ = read(arguments.root, as_of=date.max)
    ids = published_ids(evidence)
    new = sorted(set(ids).difference(evidence.published_ids))
    if not arguments.check:
        text = "".join(f"{record_id}\n" for record_id in ids)
        write_files(arguments.root, {PATH: in_form_of(arguments.root / PATH, text)})
        print(f"{counted(len(ids), 'published id')} in {PATH}, {len(new)} of them new.")
        return 0
    if not new:
        print("Every published record is on the list.")
        return 0
    print(f"Not on the list: {', '.join(new)}. Run: kb publish-ids", file=sys.stderr)
    return 1


def published_ids(evidence: Evidence) -> list[str]:
    """Return the ids on the list and those of all records that were ever published, sorted."""
    public = {
        entry.id for entry in evidence.records_that_tell("status") if entry.value.status != "draft"
    }
    return sorted(public.union(evidence.published_ids))
