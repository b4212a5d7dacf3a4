"""What the page shows without scripts is what the script draws."""

from __future__ import annotations

import re
from pathlib import Path

from families import FAMILY, SCHEMA

import genogram
from genogram.files import TEXTS, site_files
from genogram.generated import generated_files, outdated
from knowledge_base.model.knowledge_base import KnowledgeBase
from shown import filled


def test_the_committed_files_are_current():
    names = outdated()
    assert not names, f"{', '.join(names)}: not current; run `python -m genogram`"


def test_they_and_the_form_bring_no_style_or_script_of_their_own():
    form = (TEXTS / "editor.html").read_text(encoding="utf-8")
    for part in (form, *generated_files().values()):
        assert not re.search(r"<style|\sstyle=|<script|\son\w+=", part)


def test_every_key_is_in_the_help(knowledge_base: KnowledgeBase):
    parts = {"parts": genogram.parts_of_text()}
    page = filled("genograms/keys.jinja", knowledge_base, parts)
    lists = [FAMILY[name]["items"] for name in ("couples", "relationships", "households")]
    for part in (SCHEMA, FAMILY["persons"]["additionalProperties"], *lists):
        for key, value in part["properties"].items():
            assert f"`{key}`" in page
            assert value["description"] in page


def test_every_sentence_is_used():
    """A sentence that nothing says any more is taken out of `words.yml`."""
    browser = Path(genogram.__file__).parent / "browser"
    code = "".join(file.read_text(encoding="utf-8") for file in browser.glob("*.js"))
    text = (TEXTS / "words.yml").read_text(encoding="utf-8")
    for key in re.findall(r"^([a-z_]+):|^  ([a-z_]+):(?! \{symbol)", text, re.MULTILINE):
        assert re.search(rf"\b{''.join(key)}\b", code), key


def test_the_script_is_one_that_any_page_can_load(knowledge_base: KnowledgeBase):
    text = str(site_files(knowledge_base)["book/blueprint/assets/genogram.js"])
    assert "Holds js-yaml" in text
    assert not re.search(r"^(import|export)\b", text, re.MULTILINE)
