"""Writing several files, all of them or none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def write_together(files: Mapping[Path, str]) -> None:
    """Write the files, each at once; if anything stops it, leave everything as it was."""
    before = {file: file.read_bytes() if file.exists() else None for file in files}
    parts = {file: file.with_name(f".{file.name}.part") for file in files}
    folders = [folder for file in files for folder in _absent_folders(file)]
    try:
        for file, text in files.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            parts[file].write_bytes(text.encode())
        for file, part in parts.items():
            part.replace(file)
    except BaseException:
        for file, content in before.items():
            if content is None:
                file.unlink(missing_ok=True)
            elif file.read_bytes() != content:
                file.write_bytes(content)
        for part in parts.values():
            part.unlink(missing_ok=True)
        for folder in sorted(folders, key=lambda f: len(f.parts), reverse=True):
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
        raise


def _absent_folders(file: Path) -> list[Path]:
    return [folder for folder in file.parents if not folder.exists()]
