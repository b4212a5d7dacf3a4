"""Scripts by others: each is, byte for byte, what its package has."""

from __future__ import annotations

from hashlib import sha256

import pytest

import vendor


@pytest.mark.parametrize("name", vendor.PINNED)
def test_a_pinned_script_is_the_one_that_was_published(name: str) -> None:
    _, checksum = vendor.PINNED[name]
    assert sha256((vendor.FOLDER / name).read_bytes()).hexdigest() == checksum
