"""Links and notices are looked up: what is found, what is on file already, what has no answer."""

from __future__ import annotations

import json
import socket
from dataclasses import replace
from http.client import RemoteDisconnected
from typing import Any
from urllib.error import URLError

import pytest

from development import watch as module
from development.watch import (
    CROSSREF,
    NO_HOST,
    Answer,
    Fetch,
    Report,
    Unreached,
    as_markdown,
    look_up_link,
    look_up_notices,
    main,
    watch,
)
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.source import Source
from knowledge_base.model.source_note import Standing

DOI = "10.1016/s0140-6736(97)11096-0"
CORRECTION = "10.1016/s0140-6736(04)15715-2"
RETRACTION = "10.1016/s0140-6736(10)60175-4"
WORK: dict[str, Any] = {
    "DOI": DOI,
    "relation": {},
    "updated-by": [
        {
            "DOI": CORRECTION,
            "type": "correction",
            "label": "Correction",
            "source": "retraction-watch",
            "updated": {"date-parts": [[2004, 3, 6]]},
            "record-id": "17269",
        },
        {
            "DOI": RETRACTION,
            "type": "retraction",
            "label": "Retraction",
            "source": "retraction-watch",
            "updated": {"date-parts": [[2010, 2, 6]]},
            "record-id": "4186",
        },
        {
            "DOI": RETRACTION.upper(),
            "type": "retraction",
            "label": "Retraction",
            "source": "publisher",
            "updated": {"date-parts": [[2010, 2]]},
        },
    ],
}
"""The parts of Crossref's answer that matter, for an article that was retracted."""


def source(**fields: str) -> Source:
    return Source("a2020", "article", {"title": "An {Article}", **fields}, {})


def works(work: Any) -> Fetch:
    body = work if isinstance(work, bytes) else json.dumps({"message": work}).encode()
    return lambda url: Answer(200, url, body)


def standing(on: str, notice: str) -> Standing:
    return Standing(status="retracted", on=on, notice=notice, reason="It was taken back.")


def test_a_link_that_answers_is_no_finding():
    for url in ("https://www.gov.uk/a", "https://gov.uk/b", "http://gov.uk/c"):
        item = source(url="https://gov.uk/x")
        assert look_up_link(item, lambda _, url=url: Answer(200, url)) == []
    article = source(doi=DOI)
    assert look_up_link(article, lambda _: Answer(200, "https://publisher.test/x")) == []


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer(404, "https://a.test/x"), "no such page (404)"),
        (Answer(410, "https://a.test/x"), "no such page (410)"),
        (Answer(None, "https://a.test/x", problem=NO_HOST), NO_HOST),
        (Answer(200, "https://b.test/y"), "another site, `https://b.test/y`"),
    ],
)
def test_a_link_that_leads_nowhere_or_elsewhere_is_a_finding(answer: Answer, words: str):
    (item,) = look_up_link(source(url="https://a.test/x"), lambda _: answer)
    assert isinstance(item, module.Finding)
    assert (item.key, item.title, item.where) == ("a2020", "An Article", "https://a.test/x")
    assert words in item.what


@pytest.mark.parametrize(
    ("status", "problem", "temporary"),
    [
        (403, "", False),
        (401, "", False),
        (429, "", True),
        (503, "", True),
        (None, "timed out", True),
    ],
)
def test_what_has_no_answer_is_listed_as_such(status: int | None, problem: str, temporary: bool):
    answer = Answer(status, "https://a.test/x", problem=problem)
    (item,) = look_up_link(source(url="https://a.test/x"), lambda _: answer)
    assert isinstance(item, Unreached)
    assert item.temporary is temporary
    assert str(status or problem) in item.why


def test_notices_are_found_once_with_all_who_reported_them():
    urls: list[str] = []

    def crossref(url: str) -> Answer:
        urls.append(url)
        return works(WORK)(url)

    items = look_up_notices(source(doi=DOI), None, crossref)
    assert urls == [f"{CROSSREF}10.1016%2Fs0140-6736%2897%2911096-0"]
    assert [(item.where, getattr(item, "what", None)) for item in items] == [
        (
            f"https://doi.org/{CORRECTION}",
            "Notice of 2004-03-06: `correction`, from `retraction-watch`.",
        ),
        (
            f"https://doi.org/{RETRACTION}",
            "Notice of 2010-02: `retraction`, from `retraction-watch`, `publisher`.",
        ),
    ]


@pytest.mark.parametrize(
    ("on", "notice", "left"),
    [
        ("2010-02", f"https://doi.org/{RETRACTION}", []),
        ("2011", "https://publisher.test/notice", []),
        ("2010", "https://publisher.test/notice", []),
        ("2004-03-06", f"https://doi.org/{CORRECTION}", [RETRACTION]),
        ("2003", "https://publisher.test/notice", [CORRECTION, RETRACTION]),
    ],
)
def test_what_an_editor_has_on_file_is_not_found_again(on: str, notice: str, left: list[str]):
    items = look_up_notices(source(doi=DOI), standing(on, notice), works(WORK))
    assert [item.where.removeprefix("https://doi.org/") for item in items] == left


def test_a_change_in_place_is_a_notice_but_to_be_a_notice_is_not():
    changed = {
        "DOI": DOI,
        "update-to": [
            {
                "DOI": DOI.upper(),
                "type": "expression_of_concern",
                "updated": {"date-parts": [[None]]},
            }
        ],
    }
    (item,) = look_up_notices(source(doi=DOI), None, works(changed))
    assert isinstance(item, module.Finding)
    assert item.what == "Notice: `expression_of_concern`, from `publisher`."
    erratum = {"DOI": DOI, "update-to": [{"DOI": "10.1/another", "type": "correction"}]}
    assert look_up_notices(source(doi=DOI), None, works(erratum)) == []


@pytest.mark.parametrize("body", [b"<html>", b"[]", b"{}", b'{"message": {"DOI": null}}'])
def test_an_answer_that_cannot_be_read_is_no_good_news(body: bytes):
    (item,) = look_up_notices(source(doi=DOI), None, works(body))
    assert isinstance(item, Unreached)
    assert item.temporary


def test_a_doi_that_crossref_does_not_have_is_said_to_be_so():
    (item,) = look_up_notices(source(doi=DOI), None, lambda url: Answer(404, url))
    assert isinstance(item, Unreached)
    assert (item.why, item.temporary) == ("Crossref does not have this DOI", False)


def test_the_issue_closes_only_when_nothing_may_hide():
    finding = module.Finding("a2020", "An article", "Broken.", "https://a.test/")
    passing = Unreached("a2020", "An article", "no answer", "https://a.test/", temporary=True)
    lasting = replace(passing, temporary=False)
    states = [
        Report(1, 1, findings, unreached).state
        for findings, unreached in [
            ([], []),
            ([], [lasting]),
            ([], [passing]),
            ([finding], [passing]),
        ]
    ]
    assert states == ["closed", "closed", "unchanged", "open"]


def test_words_of_others_mention_nobody():
    work = {"DOI": DOI, "updated-by": [{"DOI": "10.1/n", "type": "a` @everybody [x](y)\n# b"}]}
    (item,) = look_up_notices(source(doi=DOI), None, works(work))
    assert "`a @everybody [x](y) # b`" in as_markdown(Report(1, 1, [item], []))  # type: ignore[list-item]


def test_every_source_is_looked_up(knowledge_base: KnowledgeBase):
    urls: list[str] = []

    def silent(url: str) -> Answer:
        urls.append(url)
        return Answer(None, url, problem="timed out")

    report = watch(knowledge_base, silent)
    sources = knowledge_base.sources.values()
    assert {item.url for item in sources if item.url} <= set(urls)
    assert report.dois == sum(url.startswith(CROSSREF) for url in urls) > 0
    assert len(report.unreached) == len(urls)
    text = as_markdown(report)
    assert "Nothing is known about these." in text
    assert all(f"**{item.key}**" in text for item in report.unreached)


def test_the_command_succeeds_whatever_it_finds(
    clean_corpus: Any, capsys: pytest.CaptureFixture[str]
):
    arguments = ["--root", str(clean_corpus)]
    assert main(arguments, lambda url: Answer(404, url)) == 0
    text = capsys.readouterr().out
    assert "## To look at" in text
    assert main([*arguments, "--format", "json"], lambda url: Answer(404, url)) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["state"] == "open"
    assert report["markdown"] == text.rstrip("\n")
    with pytest.raises(SystemExit, match="2"):
        main(["--format", "xml"])
    with pytest.raises(SystemExit, match="2"):
        main(["--root", str(clean_corpus / "evidence")])


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (URLError(socket.gaierror(socket.EAI_NONAME, "Name not known")), NO_HOST),
        (URLError(socket.gaierror(socket.EAI_AGAIN, "Try again")), "Try again"),
        (TimeoutError("timed out"), "timed out"),
        (RemoteDisconnected("closed"), "closed"),
    ],
)
def test_no_failure_of_the_network_stops_it(
    monkeypatch: pytest.MonkeyPatch, error: Exception, problem: str
):
    def fail(*_: Any, **__: Any) -> None:
        raise error

    monkeypatch.setattr(module, "urlopen", fail)
    answer = module.fetch("https://a.test/")
    assert answer.status is None
    assert problem in answer.problem
