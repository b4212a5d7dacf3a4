"""Scripts by others that pages load, as published, each with its licence."""

from pathlib import Path

FOLDER = Path(__file__).parent
