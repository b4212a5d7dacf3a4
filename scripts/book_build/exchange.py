"""Exchanging two folders, so that there is a whole one at the place at every moment."""

import ctypes
import errno
import os
import sys
from pathlib import Path

from book_build.output import remove

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2
_NOT_SUPPORTED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}
"""What a kernel or a file system answers that can't exchange."""


def put_in_place(new: Path, place: Path) -> None:
    """Have ``new`` take the place; what was there is at ``new`` afterwards.

    Both must be on one file system. Where the system can't exchange two folders at once, the
    place is empty for the moment between two renames; `recover` mends it if that is the last one.
    """
    if not place.exists():
        new.rename(place)
    elif not _exchanged(new, place):
        place.rename(_aside(place))
        new.rename(place)
        _aside(place).rename(new)


def recover(place: Path) -> None:
    """Bring back what an interrupted `put_in_place` has put aside."""
    if place.exists():
        remove(_aside(place))
    elif _aside(place).exists():
        _aside(place).rename(place)


def _aside(place: Path) -> Path:
    return place.with_name(f"{place.name}.before")


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange what two paths name, at once; return False if the system can't."""
    libc = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin" and hasattr(libc, "renamex_np"):
        failed = libc.renamex_np(*names, _RENAME_SWAP)
    elif hasattr(libc, "renameat2"):
        failed = libc.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE)
    else:
        return False
    if failed and ctypes.get_errno() not in _NOT_SUPPORTED:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(other))
    return not failed
