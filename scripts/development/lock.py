#!/usr/bin/env python3
"""Write requirements.txt: every package that pyproject.toml leads to, pinned exactly.

Run by `make lock`. Pins that still fit are kept; `make lock UPGRADE=1` takes the newest
of everything that pyproject.toml allows. The reason for each direct dependency is the
comment behind it in pyproject.toml, and is copied from there. Each pin names the digests of the
files that it stands for, for every platform: pip installs no others.
"""

import os
import re
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RESOLVER = "uv==0.13.8"  # works out pins for every platform in one file; needed nowhere else
HEADER = """\
# Every package this project needs, direct or not, pinned exactly.
# Generated from pyproject.toml, which says what is asked for and why: change it there, then
# regenerate with `make lock` (`make lock UPGRADE=1` for the newest that pyproject.toml allows).
# "direct" marks what pyproject.toml asks for by name; "via" says who brings in the rest. pip
# installs only files with these digests. This project itself is installed beside them: .ci/install.
"""
PINNED = re.compile(
    r"^(?P<pin>\S+==[^\\\n]+?)(?P<digests>(?: \\\n +--hash=\S+)+)\n +# (?P<via>.+)$", re.MULTILINE
)
"""A package as the resolver writes it: its pin, the digests of its files, who brings it in."""
DIRECT = re.compile(r'^\s+"(?P<name>[A-Za-z0-9._-]+)[^"]*",\s*#\s*(?P<why>.+)$')


def normal(name: str) -> str:
    """The form in which package names are compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


def reasons(pyproject: str) -> dict[str, str]:
    """Why each direct dependency is there, from the comment behind it."""
    matches = (DIRECT.match(line) for line in pyproject.splitlines())
    return {normal(hit["name"]): hit["why"] for hit in matches if hit}


def resolve(target: Path) -> None:
    """Let the resolver write its pins to `target`, from a throwaway environment."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        bin_ = Path(folder) / ("Scripts" if os.name == "nt" else "bin")
        quiet = ["--quiet", "--disable-pip-version-check"]
        subprocess.run([bin_ / "python", "-m", "pip", "install", *quiet, RESOLVER], check=True)
        command = [str(bin_ / "uv"), "pip", "compile", "--quiet", "--universal", "--all-extras"]
        command += ["--python-version", "3.11", "--fork-strategy", "fewest", "--no-header"]
        command += ["--no-emit-index-url", "--no-emit-find-links", "--annotation-style", "line"]
        command += ["--generate-hashes"]
        command += ["--upgrade"] if os.environ.get("UPGRADE") else []
        subprocess.run([*command, "pyproject.toml", "-o", str(target)], check=True, cwd=ROOT)


def main() -> None:
    """Resolve, put in the reasons, write."""
    requirements = ROOT / "requirements.txt"
    why = reasons((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        pins = Path(folder) / "requirements.txt"
        if requirements.exists():  # so that the resolver keeps what still fits
            pins_so_far = [
                line.removesuffix("\\").split(" #")[0].rstrip()
                for line in requirements.read_text(encoding="utf-8").splitlines()
                if re.match(r"[\w.-]+==", line)
            ]
            pins.write_text("\n".join(pins_so_far) + "\n", encoding="utf-8")
        resolve(pins)
        resolved = pins.read_text(encoding="utf-8")
    text, direct = HEADER, 0
    for pin, digests, via in PINNED.findall(resolved):
        if "(pyproject.toml)" in via:
            name = normal(pin.split("==")[0])
            if name not in why:
                sys.exit(f"pyproject.toml: say why {name} is needed, in a comment behind it")
            via = f"direct: {why[name]}"
            direct += 1
        text += f"\n# {via}\n{pin}{digests}\n"
    requirements.write_text(text, encoding="utf-8")
    print(f"requirements.txt: {len(PINNED.findall(resolved))} packages pinned, {direct} direct")


if __name__ == "__main__":
    main()
