"""Build the book into _build/html, whole or not at all. `make site` and `make serve` run it."""

import argparse
import os
import signal
import sys
from pathlib import Path

from book_build.building import Build, NotBuiltError

ROOT = Path(__file__).resolve().parents[2]


def main(argv: list[str] | None = None) -> int:
    """Build the book; return the exit status: 0 it is there, 1 it could not be built."""
    parser = argparse.ArgumentParser(prog="python -m book_build", description=__doc__)
    parser.add_argument("--preview", action="store_true", help="show warnings, don't end for them")
    parser.add_argument("--pdf", action="store_true", help="print the book as well")
    parser.add_argument("--verbose", action="store_true", help="name each page as it is made")
    arguments = parser.parse_args(argv)
    os.umask(0o022)  # the folders that lead to the site, too, are for everybody to enter
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    build = Build(ROOT, arguments.preview, arguments.pdf, arguments.verbose)
    try:
        is_new = build.run()
        if not build.preview:
            print(build.report() if is_new else "    Nothing has changed since the last build")
    except NotBuiltError:
        return _fail("The book was not built: the warnings and errors above say why.")
    except OSError as error:
        what = f"'{error.filename}': {error.strerror}" if error.filename else str(error)
        return _fail(f"The book was not built. {what}.")
    except KeyboardInterrupt:
        _fail("Stopped.")
        return 130  # as shells say it
    return 0


def _fail(why: str) -> int:
    print(f"{why} The last book, if there is one, is as it was.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
