"""Zip files whose bytes depend on nothing but what is in them: documents of Office are such."""

import io
import zipfile
from collections.abc import Mapping

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can state: the same at every build."""


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Return the parts as one file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            # Otherwise it names the system that the build ran on.
            entry.create_system = 0
            archive.writestr(entry, content)
    return stream.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    """Return what is in a zip file, by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
