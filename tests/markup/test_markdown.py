"""The visible text of a page as Markdown: what a reader sees, and nothing that acts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from knowledge_base.markup.html import element
from knowledge_base.markup.markdown import of_html, text


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<h2>Head<a class='headerlink' href='#x'>#</a></h2>One\n two.", "## Head\n\nOne two."),
        ("<p>See <a href='a.html'>the map</a>.</p>", "See [the map](a.html)."),
        ("<p>So it is.<a href='#cited-1'>1</a></p>", "So it is.[1]"),
        ("<ul><li>a</li><li><p>b</p><ul><li>c</li></ul></li></ul>", "- a\n- b\n  - c"),
        ("<ol><li>a</li><li>b</li></ol>", "1. a\n\n2. b"),
        ("<p><strong> Not known </strong>here</p>", "**Not known** here"),
        ("<table><tr><th>A</th><th>B</th></tr><tr><td>1|2</td></tr></table>",
         "| A | B |\n| --- | --- |\n| 1\\|2 |  |"),
        ("<pre><code>x = [1]\ny</code></pre>", "```\nx = [1]\ny\n```"),
        ("<p>a<br>b</p><script>alert(1)</script><button>Go</button>", "a b"),
        ("<details><summary>More</summary><p>Text</p></details>", "**More**\n\nText"),
        ("<details class='kb-made'><summary>Code</summary><pre>x</pre></details><p>y</p>", "y"),
        ("<p>1 &lt; 2 *</p>", "1 \\< 2 \\*"),
    ],
)  # fmt: skip
def test_html_as_markdown(html: str, markdown: str):
    assert of_html(html) == f"{markdown}\n"


@given(
    st.lists(st.sampled_from([*"*_`[]()<>!\\#~|&; ", "a", "<b>", "](x)", "<script>"])).map("".join)
)
def test_no_text_of_the_evidence_becomes_markup(words: str):
    for markdown in (of_html(element("p", {}, f"x{words}")), f"x{text(words)}"):
        html = MarkdownIt().render(markdown)
        assert not [tag for tag in ("<em>", "<a ", "<script", "<img", "<code>") if tag in html]
