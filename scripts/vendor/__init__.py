"""Scripts by others that pages load, as published, each with its licence."""

from pathlib import Path

FOLDER = Path(__file__).parent

PINNED = {
    "vis-network.min.js": (
        "vis-network 10.1.5, dist/vis-network.min.js",
        "ec6a8e97e2aa8c588983548eb6a82725dc120da43ceda69c917018255853d8e5",
    ),
}
"""Files that are byte for byte those of a package on npm: which, and their SHA-256."""
