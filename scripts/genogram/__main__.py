"""`python -m genogram`: draws the invented family anew for the page; `--check` only compares."""

import argparse

from genogram.files import TEXTS
from genogram.generated import generated_files, outdated


def main() -> int:
    """Write the generated files, or with `--check` say which of them are not current."""
    parser = argparse.ArgumentParser(prog="python -m genogram", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if not current")
    if not parser.parse_args().check:
        for name, content in generated_files().items():
            (TEXTS / name).write_text(content, encoding="utf-8")
        return 0
    names = outdated()
    for name in names:
        print(f"book/genograms/{name}: not current; run `python -m genogram`")
    return 1 if names else 0


if __name__ == "__main__":
    raise SystemExit(main())
