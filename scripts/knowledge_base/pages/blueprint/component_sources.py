"""The sources of each component's page and of its brief, made before the book is read.

Each is made from a template, which is a notebook in MyST. A page of a component's name that was
written by hand takes the place of the one that would be made.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from knowledge_base.markup.templates import FOLDER as BOOK
from knowledge_base.markup.templates import fill
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.writing import write_file

FOLDER = f"{BOOK}/blueprint"
TEMPLATE = "blueprint/component.jinja"
BRIEF = "brief/component.jinja"
_MARKS = tuple(f"made_from: {BOOK}/{template}\n" for template in (TEMPLATE, BRIEF))
"""One of them stands at the head of every page that is made from a template."""


def component_page(component: str) -> str:
    """Return the name of a component's page."""
    return f"{FOLDER}/{component}"


def with_components(listed: Sequence[str], components: Iterable[str]) -> list[str]:
    """Return the pages of a part of the navigation, and those of components that it lacks.

    They follow the last that it lists; in a part that has none, and not their overview, they are
    not at home.
    """
    pages = [component_page(component) for component in components]
    at_home = [at for at, page in enumerate(listed) if page in (*pages, f"{FOLDER}/index")]
    behind = at_home[-1] + 1 if at_home else len(listed)
    lacking = [page for page in pages if page not in listed] if at_home else []
    return [*listed[:behind], *lacking, *listed[behind:]]


def component_sources(root: Path, kb: KnowledgeBase) -> dict[str, str]:
    """Return the sources by their path from ``root``; none of a template that the book lacks."""
    return {
        f"{BOOK}/{template.partition('/')[0]}/{component}.md": str(
            fill(root, template, {"component": component, "label": term.label})
        )
        + "\n"
        for template in (TEMPLATE, BRIEF)
        if (root / BOOK / template).is_file()
        for component, term in kb.components.items()
    }


def write_component_sources(root: Path, kb: KnowledgeBase) -> None:
    """Write the sources where nothing else is, and remove those whose component is gone."""
    sources = component_sources(root, kb)
    folders = (root / BOOK / template.partition("/")[0] for template in (TEMPLATE, BRIEF))
    for file in (file for folder in folders for file in folder.glob("*.md")):
        if is_made(file) and file.relative_to(root).as_posix() not in sources:
            file.unlink()
    for path, text in sources.items():
        file = root / path
        if not file.exists() or (is_made(file) and file.read_text(encoding="utf-8") != text):
            write_file(file, text.encode())


def is_made(file: Path) -> bool:
    """Whether a page is made from one of the templates."""
    text = file.read_text(encoding="utf-8")
    return any(mark in text for mark in _MARKS)
