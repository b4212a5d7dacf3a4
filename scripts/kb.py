"""The command line: check the evidence, add to it, and take it away."""

import argparse
import os
import signal
import sys
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import Any, NoReturn

from knowledge_base.commands import verbs


class Parser(argparse.ArgumentParser):
    """Takes `--root`; and so do the parsers of its commands, so that it may stand anywhere."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.add_argument(
            "--root",
            type=Path,
            default=argparse.SUPPRESS,
            metavar="DIR",
            help="the project's folder (default: the one that holds the current folder)",
        )

    def error(self, message: str) -> NoReturn:
        """Stop with what is wrong; the usage, which can fill a screen, is one command away."""
        self.exit(2, f"See `{self.prog} --help`.\n{self.prog}: error: {message}\n")


def main(argv: list[str] | None = None) -> int:
    """Run one command; return its exit status: 0 clean, 1 findings, 2 unusable arguments."""
    parser: argparse.ArgumentParser = Parser(prog="kb", description="Work with the evidence.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    words = sys.argv[1:] if argv is None else argv
    for verb in verbs():
        of_verb = commands.add_parser(verb.name, help=verb.help)
        if verb.name in words:  # others would only take the time to load them
            module = import_module(verb.module)
            module.add_arguments(of_verb)
            of_verb.set_defaults(run=module.run, error=of_verb.error)
    arguments = parser.parse_args(words)
    if isinstance(sys.stdout, TextIOWrapper):  # a terminal may not know every character
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        if "root" not in arguments:
            arguments.root = project_of(Path.cwd())
        elif not arguments.root.is_dir():
            parser.error(f"there is no folder '{arguments.root}'")
        status = int(arguments.run(arguments))
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 1
    except OSError as error:
        place = f"'{error.filename}': " if error.filename else ""
        notes = "".join(f". {note}" for note in getattr(error, "__notes__", ()))
        parser.error(f"{place}{error.strerror or error}{notes}")
    except (KeyboardInterrupt, EOFError):
        print("\nStopped. Nothing was written.", file=sys.stderr)
        status = 130  # as shells say it
    return status


def project_of(folder: Path) -> Path:
    """Return the project around the folder; where there is none, the one this script is part of."""
    from knowledge_base.loading import (
        find_root,  # loads the model, which `kb --help` can do without
    )

    try:
        return find_root(folder)
    except FileNotFoundError:
        own = Path(__file__).resolve().parent.parent
        print(f"This folder is not in a project, so the project in {own} is used.", file=sys.stderr)
        return own


def stop_once(*_: object) -> None:
    """Stop the command, and pass over further Ctrl-C while it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise KeyboardInterrupt


if __name__ == "__main__":
    signal.signal(signal.SIGINT, stop_once)
    sys.exit(main())
