"""The command line: check the evidence, add to it, and take it away."""

from __future__ import annotations

import argparse
import os
import sys
from io import TextIOWrapper
from pathlib import Path

from knowledge_base_cli import check, export, import_file, made_up, new, schema, stats

ROOT = Path(__file__).resolve().parent.parent
VERBS = (check, new, import_file, export, schema, stats, made_up)


def main(argv: list[str] | None = None) -> int:
    """Run one command; return its exit status: 0 clean, 1 findings, 2 unusable arguments."""
    parser = argparse.ArgumentParser(prog="kb", description="Work with the evidence.")
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for verb in VERBS:
        verb.add(commands)
    arguments = parser.parse_args(argv)
    if not arguments.root.is_dir():
        parser.error(f"there is no folder '{arguments.root}'")
    if isinstance(sys.stdout, TextIOWrapper):  # a terminal may not know every character
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        status = int(arguments.run(arguments))
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 1
    except (KeyboardInterrupt, EOFError):
        print("\nStopped. Nothing was written.", file=sys.stderr)
        status = 130  # as shells say it
    return status


if __name__ == "__main__":
    sys.exit(main())
