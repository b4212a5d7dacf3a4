"""A base of another topic, in a book of its own: the engine says nothing of the topic of this one.

The base is the made-up one without what only the pages on planning need; the book is the pages of
evidence and method, with their sources as they are.
"""

from __future__ import annotations

import json
import re
import shutil
from html import unescape
from pathlib import Path

import pytest
import yaml

from site_build import HTML, PROJECT, build

pytestmark = pytest.mark.book

PAGES = (
    "about/data",
    "about/glossary",
    "about/method",
    "about/references",
    "evidence/gaps",
    "evidence/map",
    "evidence/outcomes",
    "evidence/records",
    "evidence/studies",
)
LEFT_OUT = (
    "blueprint",
    "clinician-posts.yml",
    "discrepancies.yml",
    "examples.yml",
    "instruments",
    "logic-model.yml",
    "pilot-defaults.yml",
    "providers",
    "report.yml",
)
"""What only pages on planning and on a report need."""
ONLY_OF_A_PROVIDER = "willowbank2021page"
TITLE = "Evidence on singing in village choirs"

OF_THE_TOPIC = (
    *("component", "outcome", "factor", "setting"),
    *("provider-category", "curriculum-theme"),
)
"""Vocabularies whose labels are about the topic of the real evidence and of no other."""
NAMES = (
    r"key.?work\w*|early.help|social.(?:care|work)|the report|2023 report",
    r"systemic(?:ally)?|safeguarding|local authorit(?:y|ies)|what works|supporting families",
    r"genograms?|clinicians?|(?<![-\x22])famil(?:y|ies)|practitioners?",
    r"burridge|nolan|stanford|smith-jones|wweicsc|dluhc|aft|hcpc|ukcp",
)
"""More of its words, and names of the report, of its authors and of those it was written for."""
FROM_OTHERS = ("_static/scripts", "_sphinx_design_static", "vis-network")
"""Scripts that are published as we found them, in which a family is one of fonts."""


def of_the_topic() -> re.Pattern[str]:
    """Return what matches words that only the real evidence may say."""
    real, made_up = (
        {label.lower() for name in OF_THE_TOPIC for label in labels(folder, name)}
        for folder in (PROJECT, PROJECT / "tests" / "corpus")
    )
    # What kinds of study there are, the engine says for every topic.
    alike = " ".join((*made_up, *labels(PROJECT, "study-type"))).lower()
    only_real = (re.escape(label) for label in sorted(real) if label not in alike)
    return re.compile(rf"\b(?:{'|'.join((*NAMES, *only_real))})\b", re.IGNORECASE)


def labels(folder: Path, vocabulary: str) -> list[str]:
    """Return the labels of a vocabulary."""
    file = folder / "evidence" / "vocabularies" / f"{vocabulary}.yml"
    return [term["label"] for term in yaml.safe_load(file.read_text(encoding="utf-8")).values()]


@pytest.fixture(scope="module")
def book(clean_corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project folder with the base and its book."""
    root = tmp_path_factory.mktemp("another") / "project"
    ignored = shutil.ignore_patterns("__pycache__", "*.egg-info")
    shutil.copytree(PROJECT / "scripts", root / "scripts", ignore=ignored)
    for folder in ("_static", "_templates", "parts"):
        shutil.copytree(PROJECT / "book" / folder, root / "book" / folder)
    for folder in ("about", "evidence"):
        (root / "book" / folder).mkdir()
        for file in (PROJECT / "book" / folder).iterdir():
            page = f"{folder}/{file.stem}"
            if file.is_file() and (file.suffix != ".md" or page in PAGES):
                shutil.copyfile(file, root / "book" / folder / file.name)
    (root / "book" / "index.md").write_text(f"# {TITLE}\n", encoding="utf-8")
    (root / "_toc.yml").write_text(
        yaml.safe_dump(
            {
                "format": "jb-book",
                "root": "book/index",
                "parts": [
                    {
                        "caption": "Evidence",
                        "chapters": [{"file": f"book/{page}"} for page in PAGES],
                    }
                ],
            }
        ),
        encoding="utf-8",
    )
    config = yaml.safe_load((PROJECT / "_config.yml").read_text(encoding="utf-8"))
    config["title"] = config["sphinx"]["config"]["html_short_title"] = TITLE
    config["sphinx"]["config"]["knowledge_base_name"] = "village-choirs"
    (root / "_config.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    citation = {"title": TITLE, "version": "1", "authors": [{"name": "Nobody"}]}
    (root / "CITATION.cff").write_text(yaml.safe_dump(citation), encoding="utf-8")
    another_base(clean_corpus / "evidence", root / "evidence")
    return root


READING = """reading:
  address: https://fernhollow.example.org/review
  on: {added}
  kind: live-page
support: "singing in village choirs"
"""
"""How a record was read, which a base without a report asks of each."""


def another_base(made_up: Path, evidence: Path) -> None:
    """Copy the made-up base without what only the pages on planning need."""
    shutil.copytree(made_up, evidence, ignore=shutil.ignore_patterns(*LEFT_OUT))
    (evidence / "sources" / f"{ONLY_OF_A_PROVIDER}.bib").unlink()
    for source in (evidence / "sources").iterdir():
        text = re.sub(r"  listed = .*?\n", "", source.read_text(encoding="utf-8"))
        source.write_text(text, encoding="utf-8")
    for path, pattern in (
        ("gaps.yml", r"  next_step: .*?\n"),
        ("vocabularies/component.yml", r"  role: (?!together).*?\n"),
    ):
        file = evidence / path
        text, cuts = re.subn(pattern, "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert cuts
        file.write_text(text, encoding="utf-8")
    for file in sorted(evidence.glob("records/*/*.yml")):
        text = file.read_text(encoding="utf-8")
        record = yaml.safe_load(text)
        if "reading" not in record:
            file.write_text(text + READING.format(**record), encoding="utf-8")


@pytest.fixture(scope="module")
def site(book: Path) -> Path:
    built = build(book, "-n", "-W", "--keep-going")
    assert built.returncode == 0, built.stdout[-4000:]
    assert "WARNING" not in built.stdout
    return book / HTML


def test_it_builds_without_a_warning_and_has_its_pages(site: Path):
    for page in PAGES:
        assert (site / "book" / f"{page}.html").is_file(), page
    assert (site / "search.html").is_file()
    record = (site / "book/evidence/records/cobb-2018-confidence.html").read_text(encoding="utf-8")
    assert "Singers felt more confident after the course." in record


def test_no_word_is_of_the_topic_of_the_real_evidence(site: Path):
    words = of_the_topic()
    assert words.search("Key workers in Early Help")
    files = [
        file
        for file in sorted(site.rglob("*"))
        if file.suffix in (".html", ".js", ".csv", ".json", ".graphml", ".bib")
        and not any(name in file.as_posix() for name in FROM_OTHERS)
    ]
    assert len(files) > 50
    said = []
    for file in files:
        text = unescape(file.read_text(encoding="utf-8"))
        said += [
            f"{file.relative_to(site)}: …{text[max(0, m.start() - 60) : m.end() + 40]!r}"
            for m in words.finditer(text)
        ]
    assert said == []


def test_the_data_is_that_of_the_base(site: Path):
    everything = json.loads((site / "data/knowledge-base.json").read_text(encoding="utf-8"))
    planning = {path.removesuffix(".yml").replace("-", "_") for path in LEFT_OUT}
    assert {"gaps", "records", "sources", "studies", "vocabularies"} <= set(everything)
    assert planning.isdisjoint(everything)
    described = json.loads((site / "data/datapackage.json").read_text(encoding="utf-8"))
    assert (described["name"], described["title"]) == ("village-choirs", TITLE)
