"""Look up what may have happened to the sources: links that lead nowhere, notices against them.

`python -m development.watch` asks each source's link and, for each DOI, Crossref, whose answers
hold the notices that publishers register and those that Retraction Watch collects. It prints what
a person should look at, and what it could not reach. A workflow runs it each week and keeps one
issue; nothing waits for it, so its exit status is 0 whatever it finds.
"""

import argparse
import json
import socket
import sys
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from http import HTTPStatus
from http.client import HTTPException
from pathlib import Path
from typing import Any, Literal
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import Request, urlopen

from knowledge_base.loading import EvidenceError, load_unchecked
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.source import Source
from knowledge_base.model.source_note import Standing
from knowledge_base.wording.nouns import counted

CROSSREF = "https://api.crossref.org/works/"
RESOLVERS = {"doi.org", "dx.doi.org", "hdl.handle.net"}
"""Sites whose whole purpose is to lead to another."""
GONE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
BUSY = {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_MANY_REQUESTS}
NO_HOST = "no site has this address"

_TIMEOUT = 10
_LONGEST_ANSWER = 5_000_000
_LINKS_AT_ONCE = 4
_HEADERS = {"User-Agent": "evidence-watch/1.0 (looks up links and notices once a week)"}

State = Literal["open", "closed", "unchanged"]


@dataclass(frozen=True)
class Answer:
    """What came back from an address."""

    status: int | None
    """The HTTP status; None if there was no answer."""
    url: str
    """The address that answered, after redirects."""
    body: bytes = b""
    problem: str = ""
    """Why there was no answer."""


Fetch = Callable[[str], Answer]


@dataclass(frozen=True)
class Finding:
    """Something about a source that a person should look at."""

    key: str
    title: str
    what: str
    where: str


@dataclass(frozen=True)
class Unreached:
    """Something that could not be looked up, so that nothing is known about it."""

    key: str
    title: str
    why: str
    where: str
    temporary: bool
    """Whether it may well answer next time. A site that turns programs away will not."""


@dataclass(frozen=True)
class Report:
    """What one look at all sources brought."""

    sources: int
    dois: int
    findings: Sequence[Finding]
    unreached: Sequence[Unreached]

    @property
    def state(self) -> State:
        """What becomes of the issue.

        While something is only out of reach for now, all may not be well: an open issue stays.
        """
        if self.findings:
            return "open"
        return "unchanged" if any(item.temporary for item in self.unreached) else "closed"


def fetch(url: str) -> Answer:
    """Return the answer of an address, after redirects. The only place that uses the network."""
    try:
        with urlopen(Request(url, headers=_HEADERS), timeout=_TIMEOUT) as response:
            return Answer(response.status, response.url, response.read(_LONGEST_ANSWER))
    except HTTPError as error:
        with error:
            return Answer(error.code, error.url)
    except (OSError, HTTPException, ValueError) as error:
        reason = error.reason if isinstance(error, URLError) else error
        # Other errors of this kind only mean that names can't be looked up at the moment.
        if isinstance(reason, socket.gaierror) and reason.errno == socket.EAI_NONAME:
            return Answer(None, url, problem=NO_HOST)
        return Answer(None, url, problem=str(reason) or type(reason).__name__)


def watch(kb: KnowledgeBase, fetch: Fetch) -> Report:
    """Look up every source's link, and its DOI at Crossref."""
    standings = {note.source: note.standing for note in kb.source_notes.values()}
    linked = [source for source in kb.sources.values() if source.url]
    registered = [source for source in kb.sources.values() if source.doi]
    with ThreadPoolExecutor(_LINKS_AT_ONCE) as pool:
        results = list(pool.map(lambda source: look_up_link(source, fetch), linked))
    # One after the other: Crossref asks users without an account to do so.
    results += [look_up_notices(item, standings.get(item.key), fetch) for item in registered]
    items = [item for result in results for item in result]
    return Report(
        sources=len(kb.sources),
        dois=len(registered),
        findings=[item for item in items if isinstance(item, Finding)],
        unreached=[item for item in items if isinstance(item, Unreached)],
    )


def look_up_link(source: Source, fetch: Fetch) -> list[Finding | Unreached]:
    """Say whether a source's link still leads to where it did."""
    url = source.url or ""
    answer = fetch(url)
    if answer.problem == NO_HOST:
        return [Finding(source.key, source.title, f"The link is broken: {NO_HOST}.", url)]
    if answer.status in GONE:
        what = f"The link is broken: the site has no such page ({answer.status})."
        return [Finding(source.key, source.title, what, url)]
    if answer.status is None or answer.status >= HTTPStatus.MULTIPLE_CHOICES:
        return [_unreached(source, answer, url)]
    before, after = _host(url), _host(answer.url)
    if before != after and before not in RESOLVERS:
        what = f"The link now leads to another site, {_code(answer.url)}."
        return [Finding(source.key, source.title, what, url)]
    return []


def look_up_notices(
    source: Source, standing: Standing | None, fetch: Fetch
) -> list[Finding | Unreached]:
    """Return the notices against a source that its note does not have yet."""
    url = CROSSREF + quote(source.doi or "", safe="")
    answer = fetch(url)
    if answer.status in GONE:  # such as DOIs of theses, which other agencies register
        why = "Crossref does not have this DOI"
        return [Unreached(source.key, source.title, why, url, temporary=False)]
    if answer.status != HTTPStatus.OK:
        return [_unreached(source, answer, url)]
    try:
        notices = _notices(json.loads(answer.body)["message"])
    except (ValueError, LookupError, TypeError, AttributeError):
        why = "Crossref's answer could not be read"
        return [Unreached(source.key, source.title, why, url, temporary=True)]
    return [
        Finding(source.key, source.title, notice.sentence, f"https://doi.org/{notice.doi}")
        for notice in notices
        if not (standing and notice.is_covered_by(standing))
    ]


@dataclass(frozen=True)
class Notice:
    """A notice of a correction, a retraction or the like, as Crossref has it."""

    kind: str
    doi: str
    day: str
    """As far as it is known: `2023-04-22`, `2023-04`, `2023` or nothing."""
    origins: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """The notice in a sentence; the words that others chose are shown as code."""
        day = f" of {self.day}" if self.day else ""
        return f"Notice{day}: {_code(self.kind)}, from {', '.join(map(_code, self.origins))}."

    def is_covered_by(self, standing: Standing) -> bool:
        """Whether an editor has seen it: it is the one on file, or no later than that one."""
        on_file = standing.on[: len(self.day)]
        return standing.notice.lower().endswith(f"/{self.doi}") or (
            bool(self.day) and self.day[: len(on_file)] <= on_file
        )


def _notices(work: Mapping[str, Any]) -> list[Notice]:
    """Return the notices against a work, each once, with all who reported it.

    `updated-by` lists the notices against a work; each has DOI, type, label, updated (with
    date-parts), source (`publisher` or `retraction-watch`) and, from the latter, record-id. See
    https://crossref.gitlab.io/tutorials/get-rw-metadata/. `update-to` lists what a notice is
    about: with the work's own DOI it is a change made in place, see
    https://www.crossref.org/documentation/crossmark/crossmark-registering-updates/; with another,
    the work itself is a notice, which is nothing against it. `relation` holds no notices:
    retractions and corrections are not among the relations that Crossref documents.
    """
    own = work["DOI"].lower()
    in_place = [item for item in work.get("update-to", ()) if item["DOI"].lower() == own]
    origins: dict[tuple[str, str], dict[str, str]] = {}
    for item in [*work.get("updated-by", ()), *in_place]:
        days = origins.setdefault((item["type"], item["DOI"].lower()), {})
        days[item.get("source", "publisher")] = _day(item)
    return [
        Notice(kind, doi, min(filter(None, days.values()), default=""), tuple(days))
        for (kind, doi), days in origins.items()
    ]


def _day(update: Mapping[str, Any]) -> str:
    parts = update.get("updated", {}).get("date-parts", [[]])[0]
    return "-".join(f"{part:02}" for part in parts if part)  # [[null]] is a day that is not known


def _unreached(source: Source, answer: Answer, url: str) -> Unreached:
    if answer.status is None:
        why = f"no answer: {_code(answer.problem)}"
        return Unreached(source.key, source.title, why, url, temporary=True)
    temporary = answer.status in BUSY or answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR
    why = "the site could not answer" if temporary else "the site turns programs away"
    return Unreached(source.key, source.title, f"{why} ({answer.status})", url, temporary)


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _code(text: str) -> str:
    """Show words of others as code, so that they mention nobody and link nowhere."""
    return f"`{' '.join(text.replace('`', ' ').split())}`"


def as_markdown(report: Report) -> str:
    """Return the report as the text of an issue."""
    lines = [
        f"Looked up: {counted(report.sources, 'source')}, of which {report.dois} with a DOI "
        "(notices from Crossref, which has Retraction Watch's). A page that still answers "
        "may have changed.",
        "",
        "## To look at",
        "",
        *(f"- **{x.key}**, {x.title}: {x.what} <{x.where}>" for x in report.findings),
    ]
    if not report.findings:
        lines += ["Nothing."]
    if report.unreached:
        lines += ["", "## Could not be reached", "", "Nothing is known about these.", ""]
        lines += [f"- **{x.key}**, {x.title}: {x.why}. <{x.where}>" for x in report.unreached]
    return "\n".join(lines)


def as_json(report: Report) -> str:
    """Return the report as JSON, with the issue's text: a second look may see something else."""
    content = asdict(report) | {"state": report.state, "markdown": as_markdown(report)}
    return json.dumps(content, indent=2, ensure_ascii=False)


def main(argv: Sequence[str] | None = None, fetch: Fetch = fetch) -> int:
    """Look up all sources and print the report; the status is 0 whatever there is in it."""
    parser = argparse.ArgumentParser(
        prog="python -m development.watch",
        description="Look up the sources' links, and the notices against them.",
    )
    parser.add_argument("--format", choices=("markdown", "json"), default="markdown")
    parser.add_argument("--root", type=Path, default=Path(), help="the project's folder (this one)")
    arguments = parser.parse_args(argv)
    if not (arguments.root / "evidence").is_dir():
        parser.error(f"there is no evidence in '{arguments.root}'")
    try:
        kb = load_unchecked(arguments.root)
    except EvidenceError:
        parser.error("the evidence can't be read: first, correct what `kb check` finds")
    report = watch(kb, fetch)
    print(as_json(report) if arguments.format == "json" else as_markdown(report))
    return 0


if __name__ == "__main__":
    sys.exit(main())
