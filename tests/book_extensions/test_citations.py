"""Citations in HTML that templates make: the same marks, numbers and names as in Markdown."""

from __future__ import annotations

from html import unescape

from book_extensions.citations import IN_HTML, numbers
from knowledge_base.markup.html import support
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.citations import citation_labels, claim_names
from knowledge_base.views.fallen import falls
from knowledge_base.views.page_sources import Citation, PageSources


def test_a_mark_in_html_is_read_as_it_was_meant() -> None:
    html = f"<p>Six people {support(['a', 'b'], ['c'], 'Section 3 > “Who”')}.</p>"
    match = IN_HTML.search(html)
    assert match
    assert Citation.parse(unescape(match[1])) == Citation(("a", "b"), ("c",), "Section 3 > “Who”")
    assert not match[2]
    assert IN_HTML.sub("", html) == "<p>Six people.</p>"
    assert support([], [], None) == ""


def test_a_mark_says_that_a_claim_stands_beside_it_as_it_is() -> None:
    match = IN_HTML.search(support(["a"], [], None, verbatim=True))
    assert match
    assert match[2]


def test_numbers_are_links_with_names(knowledge_base: KnowledgeBase) -> None:
    kb = knowledge_base
    sources = PageSources(kb, citation_labels(kb.sources), claim_names(kb), falls(kb))
    first, second = list(kb.sources)[:2]
    html = numbers(sources.cite(Citation((), (first, second))))
    assert html == (
        '<sup class="kb-cite">'
        f'<a class="kb-cite__link" href="#cited-1" id="cite-1" '
        f'aria-label="Source 1: {sources.labels[first]}">1</a>, '
        f'<a class="kb-cite__link" href="#cited-2" id="cite-2" '
        f'aria-label="Source 2: {sources.labels[second]}">2</a></sup>'
    )
    by_name = numbers(sources.cite(Citation((), (first,))), by_name=True)
    assert by_name == f'<a class="kb-cite__link" href="#cited-1">{sources.labels[first]}</a>'
