"""Scripts by others: each is, byte for byte, what its package has."""

from __future__ import annotations

from hashlib import sha256

import pytest

import vendor


@pytest.mark.parametrize("script", vendor.SCRIPTS, ids=lambda script: script.package)
def test_a_script_is_the_one_that_was_published(script: vendor.Script) -> None:
    assert sha256(script.content()).hexdigest() == script.sha256


def test_every_script_by_others_is_listed() -> None:
    assert {file.name for file in vendor.FOLDER.glob("*.js")} == {
        script.file for script in vendor.SCRIPTS
    }
