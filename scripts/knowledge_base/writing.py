"""Writing files so that nobody ever sees half of one, and only what has changed is touched."""

import errno
import os
import signal
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path


def write_file(file: Path, content: bytes) -> None:
    """Write one file, with the folders that it needs."""
    _prepare(file, content)
    _part(file).replace(file)


def write_files(
    root: Path, files: Mapping[str, str | bytes], *, owned: str | None = None
) -> list[str]:
    """Write the files below ``root`` and remove what else lies in the folder ``owned``, if given.

    Files whose content is the same keep their time, so that nothing is rebuilt for them.
    Returns the paths that were written or removed.
    """
    touched = []
    for path, content in files.items():
        data = content.encode("utf-8") if isinstance(content, str) else content
        file = root / path
        if file.is_file() and file.read_bytes() == data:
            continue
        write_file(file, data)
        touched.append(path)
    folder = root / owned if owned else None
    files_there = {root / path for path in files}
    for file in sorted(folder.rglob("*")) if folder and folder.is_dir() else ():
        if file.is_file() and file not in files_there:
            file.unlink()
            touched.append(file.relative_to(root).as_posix())
    return touched


def write_together(files: Mapping[Path, str | None], *, replacing: Collection[Path] = ()) -> None:
    """Write new files, and those of ``replacing`` over what may be there; remove those with None.

    If anything stops it, leaves all as it was. Removes last, so that whoever ends the process
    loses nothing. Raises FileExistsError if a file that should be new is there already.
    """
    texts = {file: text for file, text in files.items() if text is not None}
    for file in texts:
        if file not in replacing and os.path.lexists(file):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(file))
    before = {file: file.read_bytes() if file.exists() else None for file in files}
    folders = [folder for file in texts for folder in file.parents if not folder.exists()]
    try:
        for file, text in texts.items():
            _prepare(file, text.encode())
        with _uninterrupted():
            for file in texts:
                _part(file).replace(file)
            for file in files.keys() - texts.keys():
                file.unlink()
    except BaseException as error:
        with _uninterrupted():
            _undo(before, texts, folders)
        error.add_note("Nothing was written.")
        raise


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Pass over Ctrl-C, however often, where it would leave files half changed."""
    former = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, former)


def _undo(
    before: Mapping[Path, bytes | None], written: Iterable[Path], folders: Iterable[Path]
) -> None:
    """Give files the content that they had before, and remove what was made for new ones."""
    for file, content in before.items():
        if content is None:
            _discard(file)
        elif not file.exists() or file.read_bytes() != content:
            file.write_bytes(content)
    for file in written:
        _discard(_part(file))
    for folder in sorted(folders, key=lambda f: len(f.parts), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def _part(file: Path) -> Path:
    """Return where the file is written, before it takes its place at once."""
    return file.with_name(f".{file.name}.part")


def _discard(file: Path) -> None:
    with suppress(OSError):  # whatever was in the way of writing it may be in this way, too
        file.unlink()


def _prepare(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        _part(file).write_bytes(content)
    except BaseException:
        _discard(_part(file))
        raise
