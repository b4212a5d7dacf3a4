"""Everything that a page points to is there, and nothing comes from another host."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

import pytest
from html_pages import Element, Page

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.citations import citation_labels

pytestmark = pytest.mark.book

POINTERS = ("href", "src", "action", "poster", "data", "xlink:href", "formaction")
ID_LISTS = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for", "headers")
# A link element that only names another page, and loads nothing.
NAMING = {"next", "prev", "canonical", "author", "license", "alternate", "help", "index", "search"}
CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']""")
CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# Ways in which a script asks for something, with an address in it.
SCRIPT_REQUEST = re.compile(
    r"""(?:\bsrc|\bhref|\bfetch\(|\bimport\(?|importScripts\(|\.open\([^)]*?|sendBeacon\(|"""
    r"""EventSource\(|WebSocket\()\s*[=:(]?\s*["'`](?:[a-z]+:)?//""",
    re.IGNORECASE,
)
MAP = "book/evidence/map.html"
FORMS = {
    "book/plan/providers.html": "catalogue-",
    "book/plan/pilot.html": "pilot-",
    "book/about/add-evidence.html": "add-",
}
"""Pages with a form that an address can set, and how the ids of its controls begin."""


def pointers(page: Page) -> list[tuple[Element, str]]:
    """All addresses on a page, each with its element."""
    found = []
    for element in page.root.walk():
        for name in POINTERS:
            if name in element.attributes and not (name == "data" and element.tag != "object"):
                found.append((element, element.attributes[name].strip()))
        for candidate in element.attributes.get("srcset", "").split(","):
            if candidate.strip():
                found.append((element, candidate.split()[0]))
        if element.tag == "meta" and element.attributes.get("http-equiv", "").lower() == "refresh":
            found.append((element, element.attributes["content"].partition("url=")[2].strip("'\"")))
        for address in css_addresses(element.attributes.get("style", "")):
            found.append((element, address))
        if element.tag == "style":
            for address in css_addresses("".join(c for c in element.children if str(c) == c)):
                found.append((element, address))
    return found


def css_addresses(css: str) -> list[str]:
    return [a or b for a, b in CSS_URL.findall(CSS_COMMENT.sub("", css))]


def is_external(address: str) -> bool:
    parts = urlsplit(address)
    return bool(parts.netloc) or parts.scheme in {"http", "https"}


def is_loaded(element: Element) -> bool:
    """Whether a browser asks for the element's address by itself."""
    if element.tag == "link":
        return not set(element.attributes.get("rel", "").lower().split()) <= NAMING
    return element.tag not in {"a", "area"}


def target(page: str, address: str) -> str:
    """Return the path that an address on a page leads to, from the site's root."""
    path = unquote(urlsplit(address).path)
    if not path:
        return page
    parts: list[str] = []
    for part in (PurePosixPath(page).parent / path).parts:
        if part == "..":
            if not parts:
                return f"outside the site: {address}"
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def local(pages: dict[str, Page]) -> list[tuple[str, Element, str]]:
    return [
        (path, element, address)
        for path, page in pages.items()
        for element, address in pointers(page)
        if not is_external(address) and not address.startswith(("data:", "mailto:"))
    ]


def report(problems: list[str]) -> str:
    counts = Counter(problems)
    lines = [f"{problem} ({n} ×)" if n > 1 else problem for problem, n in counts.items()]
    more = f"\n… and {len(lines) - 40} more" if len(lines) > 40 else ""
    return "\n" + "\n".join(lines[:40]) + more


def test_every_address_on_a_page_leads_to_a_file(built_site: Path, pages: dict[str, Page]) -> None:
    missing = [
        f"{path}: <{element.tag}> {address}"
        for path, element, address in local(pages)
        if not (built_site / target(path, address)).is_file()
    ]
    assert not missing, report(missing)
    assert len(local(pages)) > 10_000  # the pages were read at all


def test_every_fragment_leads_to_an_id(pages: dict[str, Page], real_kb: KnowledgeBase) -> None:
    ids = {path: set(page.ids) for path, page in pages.items()}
    missing = []
    for path, element, address in local(pages):
        fragment = unquote(urlsplit(address).fragment)
        goal = target(path, address)
        if not fragment or goal not in pages or fragment in ids[goal]:
            continue
        if goal == MAP and "=" in fragment:
            if not is_state_of_map(fragment, real_kb):
                missing.append(f"{path}: {address} is no state of the map")
            continue
        if goal in FORMS and "=" in fragment:
            if not is_state_of_form(fragment, pages[goal], FORMS[goal]):
                missing.append(f"{path}: {address} is no state of the form")
            continue
        missing.append(f"{path}: <{element.tag}> {address}")
    assert not missing, report(missing)


def is_state_of_map(fragment: str, kb: KnowledgeBase) -> bool:
    """Whether the part of an address that the map reads names things that exist."""
    known = {
        "component": set(kb.components),
        "outcome": set(kb.outcomes),
        "record": set(kb.records),
    }
    for part in fragment.split("&"):
        name, _, value = part.partition("=")
        if name == "open":
            name, _, value = value.partition(":")
        if name == "cell":
            component, _, outcome = value.partition("/")
            if component not in kb.components or outcome not in kb.outcomes:
                return False
        elif not (set(value.split(",")) <= known.get(name, {value, *value.split(",")})):
            return False
    return True


def is_state_of_form(fragment: str, page: Page, prefix: str) -> bool:
    """Whether the part of an address that the form reads names its controls and their options."""
    controls = {e.attributes["id"]: e for e in page.root.walk() if "id" in e.attributes}
    for part in fragment.split("&"):
        name, _, value = part.partition("=")
        control = controls.get(prefix + name)
        if control is None:
            return False
        options = [o.attributes.get("value") for o in control.all("option", "input")]
        if control.tag in {"select", "fieldset"} and value not in options:
            return False
    return True


def test_what_elements_name_by_id_is_on_their_page(pages: dict[str, Page]) -> None:
    missing = [
        f"{path}: <{element.tag} {name}={identifier}>"
        for path, page in pages.items()
        for element in page.root.walk()
        if "hidden" not in element.attributes  # until a script has filled it
        for name in ID_LISTS
        for identifier in element.attributes.get(name, "").split()
        if identifier not in page.ids
    ]
    assert not missing, report(missing)


def test_pages_load_nothing_from_another_host(pages: dict[str, Page]) -> None:
    loaded = [
        f"{path}: <{element.tag}> {address}"
        for path, page in pages.items()
        for element, address in pointers(page)
        if is_external(address) and is_loaded(element)
    ]
    assert not loaded, report(loaded)


def loaded_files(built_site: Path, pages: dict[str, Page], ending: str) -> set[str]:
    """The local files of one kind that some page loads."""
    return {
        goal
        for path, element, address in local(pages)
        if is_loaded(element)
        and (goal := target(path, address)).endswith(ending)
        and (built_site / goal).is_file()
    }


def test_style_sheets_load_nothing_from_another_host_and_nothing_missing(
    built_site: Path, pages: dict[str, Page]
) -> None:
    problems = []
    waiting, seen = loaded_files(built_site, pages, ".css"), set()
    while waiting:
        sheet = waiting.pop()
        seen.add(sheet)
        for address in css_addresses((built_site / sheet).read_text(encoding="utf-8")):
            goal = target(sheet, address)
            if is_external(address):
                problems.append(f"{sheet}: {address}")
            elif address.startswith(("data:", "#")):
                continue
            elif not (built_site / goal).is_file():
                problems.append(f"{sheet}: {address} is missing")
            elif goal.endswith(".css") and goal not in seen:
                waiting.add(goal)
    assert seen
    assert not problems, report(problems)


def test_scripts_ask_no_other_host(built_site: Path, pages: dict[str, Page]) -> None:
    inline = {
        f"{path}: script {n}": "".join(c for c in element.children if isinstance(c, str))
        for path, page in pages.items()
        for n, element in enumerate(page.root.all("script"))
        if "json" not in element.attributes.get("type", "")
    }
    files = {
        name: (built_site / name).read_text(encoding="utf-8")
        for name in loaded_files(built_site, pages, ".js")
    }
    asking = [
        f"{name}: {hit.group()}"
        for name, script in {**inline, **files}.items()
        for hit in SCRIPT_REQUEST.finditer(script)
    ]
    assert files
    assert not asking, report(asking)


def test_links_to_other_sites_are_of_known_schemes(pages: dict[str, Page]) -> None:
    schemes = Counter(
        urlsplit(address).scheme for page in pages.values() for _, address in pointers(page)
    )
    assert set(schemes) <= {"", "http", "https", "mailto", "data"}


def test_links_of_one_name_do_not_lead_to_many_places(
    pages: dict[str, Page], real_kb: KnowledgeBase
) -> None:
    """In a screen reader's list of links, "More" twenty times says nothing.

    What a source is called by leads to it, to its address and to what rests on it.
    """
    sources = set(citation_labels(real_kb.sources).values())
    found = {}
    for path, page in pages.items():
        places = defaultdict(set)
        for link in page.main.all("a"):
            name = " ".join(link.attributes.get("aria-label", link.text).split())
            places[name].add(link.attributes.get("href", ""))
        for name, targets in places.items():
            is_source = any(name.startswith(source) for source in sources)
            is_host = re.fullmatch(r"[\w-]+(\.[\w-]+)+", name)
            if len(targets) > 2 and not is_source and not is_host:
                found[path, name] = len(targets)
    assert not found
