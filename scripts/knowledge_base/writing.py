"""Writing files so that nobody ever sees half of one, and only what has changed is touched."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def write_files(root: Path, files: Mapping[str, str | bytes], *, owned: str) -> list[str]:
    """Write the files below ``root`` and remove what else lies in the folder ``owned``.

    Files whose content is the same keep their time, so that nothing is rebuilt for them.
    Returns the paths that were written or removed.
    """
    touched = []
    for path, content in files.items():
        data = content.encode("utf-8") if isinstance(content, str) else content
        file = root / path
        if file.is_file() and file.read_bytes() == data:
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        temporary = file.with_name(f".{file.name}.part")
        temporary.write_bytes(data)
        temporary.replace(file)
        touched.append(path)
    folder = root / owned
    wanted = {root / path for path in files}
    for file in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if file.is_file() and file not in wanted:
            file.unlink()
            touched.append(file.relative_to(root).as_posix())
    return touched
