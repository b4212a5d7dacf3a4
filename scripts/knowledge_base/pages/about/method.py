"""The pages of the section About: method, discrepancies, glossary, references, rules."""

from __future__ import annotations

from knowledge_base.checks import RULES
from knowledge_base.markup import loose as myst
from knowledge_base.markup.claims import sources_read
from knowledge_base.markup.statements import statements
from knowledge_base.model.gap import Discrepancy
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.vocabulary import VOCABULARIES
from knowledge_base.pages.about.references import formatted_references
from knowledge_base.views.citations import claims_by_source
from knowledge_base.views.gap_map import STANDINGS
from knowledge_base.views.glossary import explained
from knowledge_base.views.profile import OPENINGS
from knowledge_base.views.selection import DIRECT, ONLY_INDIRECT
from knowledge_base.wording.nouns import counted


def method(kb: KnowledgeBase) -> str:
    """Return the report's aims, method, search terms and caveats."""
    report = kb.report
    return myst.paragraphs(
        myst.heading(2, "What the report set out to do"),
        statements(report.aims),
        myst.heading(2, "How the report was made"),
        statements(report.method),
        "Search terms, in the report's order: "
        + ", ".join(f"`{term}`" for term in report.search_terms)
        + ".",
        myst.heading(2, "What the report says of its own limits"),
        statements(report.limits),
    )


def profile_rules(kb: KnowledgeBase) -> str:
    """Return the rules by which evidence profiles are worded."""
    return myst.table(
        "How each kind of evidence is told",
        ("Kind of evidence", "What it means", "The sentence"),
        [
            (
                myst.text(kb.label("evidence-basis", kind)),
                myst.text(kb.term("evidence-basis", kind).definition),
                f"*{myst.text(opening.format(what='(so many studies)'))}*",
            )
            for kind, opening in OPENINGS.items()
        ],
    )


def directness() -> str:
    """Return how cells are marked by where their findings come from, in the map's own words."""
    direct, elsewhere = STANDINGS[DIRECT][0], STANDINGS[ONLY_INDIRECT][0]
    return (
        "Findings are *direct* if they are reported to come from Early Help. A cell that holds one "
        f"is marked *{direct}*; a cell whose findings all come from elsewhere, or from where is "
        f"not told, is marked *{elsewhere}*."
    )


def before_you_quote(kb: KnowledgeBase) -> str:
    """Return the few notes that nobody should quote the report without, a line each."""
    lines = [
        myst.link(item.headline, f"#note-{item_id}")
        for items in _by_bearing(kb).values()
        for item_id, item in sorted(items, key=lambda one: list(kb.discrepancies).index(one[0]))
        if item.headline
    ]
    return (
        myst.admonition("important", "Before you quote the report", myst.bullets(lines))
        if lines
        else ""
    )


def discrepancies_at_a_glance(kb: KnowledgeBase) -> str:
    """Return how many notes there are of what bearing, the weightiest first, with links."""
    return myst.admonition(
        "at-a-glance",
        f"{len(kb.discrepancies)} notes, those that matter most for a reader first",
        myst.bullets(
            f"**{myst.link(kb.label('discrepancy-bearing', bearing), f'#notes-{bearing}')}:** "
            f"{len(items)}. {myst.text(kb.term('discrepancy-bearing', bearing).definition)}"
            for bearing, items in _by_bearing(kb).items()
        ),
    )


def _by_bearing(kb: KnowledgeBase) -> dict[str, list[tuple[str, Discrepancy]]]:
    """Return the notes by what they mean for a reader, weightiest first, then by kind."""
    kinds = list(kb.vocabularies["discrepancy-kind"])
    return {
        bearing: found
        for bearing in kb.vocabularies["discrepancy-bearing"]
        if (
            found := sorted(
                ((i, d) for i, d in kb.discrepancies.items() if d.bearing == bearing),
                key=lambda item: -kinds.index(item[1].kind),
            )
        )
    }


def discrepancies(kb: KnowledgeBase) -> str:
    """Return everything in the report that contradicts itself or can't be relied on."""
    parts = []
    for bearing, items in _by_bearing(kb).items():
        term = kb.term("discrepancy-bearing", bearing)
        parts += [
            myst.heading(2, f"{term.label} ({len(items)})", f"notes-{bearing}"),
            myst.text(term.definition),
            myst.table(
                f"{term.label}: notes on the report",
                ("What stands in the report", "How we handle it"),
                [_discrepancy(kb, item_id, item) for item_id, item in items],
                css_class="discrepancies",
            ),
        ]
    return myst.paragraphs(*parts)


def _discrepancy(kb: KnowledgeBase, item_id: str, item: Discrepancy) -> tuple[str, str]:
    told = {kb.records[record].source for record in item.records}
    others = [source for source in item.sources if source not in told]
    links = "; ".join(link for link in (myst.records(item.records), myst.sources(others)) if link)
    places = "; ".join(myst.text(place) for place in item.locations)
    # The span carries the id that other places link to.
    return (
        f"[{myst.text(kb.label('discrepancy-kind', item.kind))}]{{#note-{item_id} .kb-kind}} "
        f"{myst.text(item.statement)} [{places}]{{.support}}",
        f"{myst.text(item.handling)}" + (f" [Concerns {links}]{{.support}}" if links else ""),
    )


WORDS_EXPLAINED = "Words explained where they stand"
"""The heading of the words that come before them."""


def glossary(kb: KnowledgeBase) -> str:
    """Return the vocabularies with their definitions."""
    parts = [
        myst.heading(2, WORDS_EXPLAINED, "vocabulary-glossary-term"),
        "The first use of each on a page is underlined with dots, and explains itself there.",
        # The span carries the id that the pages link to.
        "\n".join(
            f"[{myst.text(word.label)}]{{#{word.anchor}}}\n: {myst.text(word.explanation)}\n"
            for word in explained(kb)
        ),
    ]
    for vocabulary, kind in VOCABULARIES.items():
        if not kind.heading:
            continue
        parts.append(myst.heading(2, kind.heading, f"vocabulary-{vocabulary}"))
        parts.append(
            "\n".join(
                # The span carries the id that the search finds the word by.
                f"[{myst.text(term.label)}]{{#{term_anchor(vocabulary, term_id)}}}\n"
                f": {myst.text(term.definition)}\n"
                for term_id, term in kb.vocabularies[vocabulary].items()
            )
        )
    return myst.paragraphs(*parts)


def term_anchor(vocabulary: str, term_id: str) -> str:
    """Return the id of a word in the glossary."""
    return f"term-{vocabulary}-{term_id}".replace("_", "-")


def references(kb: KnowledgeBase) -> str:
    """Return the reference list, and for each source what rests on it."""
    counts = claims_by_source(kb)
    read = sources_read(kb)
    items = []
    for key, entry in formatted_references(kb.sources).items():
        source = kb.sources[key]
        marks = []
        if source.listed and source.listed != "this report":
            marks.append(f"In the report: {source.listed}.")
        if key in counts:
            marks.append(f"{counted(counts[key], 'claim')}.")
            marks.append(f"{read[key]}.")
        if note := source.fields.get("note"):
            marks.append(note)
        items.append(
            f"(source-{key})=\n:::{{div}} reference\n{entry} "
            f"[{myst.text(' '.join(marks))}]{{.support}}\n:::"
        )
    return myst.paragraphs(*items)


def rules() -> str:
    """Return the rules that `kb check` applies."""
    return myst.table(
        "Rules for evidence files",
        ("Rule", "What it asks for", "Can be excused"),
        [
            (f"`{rule.id}`", myst.text_with_code(rule.asks), "Yes" if rule.excusable else "No")
            for rule in RULES.values()
        ],
    )


def guide(repository: str | None) -> str:
    """Return where the guide for contributors is; ``repository`` as GitHub names it."""
    if repository is None:
        return f"{_NO_ADDRESS} Or open `CONTRIBUTING.md` in the folder that it was built from."
    address = f"https://github.com/{repository}/blob/main/CONTRIBUTING.md"
    return f"{myst.link(f'Open the guide in the project {repository}', address)}."


def problems(repository: str | None) -> str:
    """Return where to tell of what is wrong or in the way; ``repository`` as GitHub names it."""
    tell = "the name of the page and what you tried, or what is wrong on it"
    if repository is None:
        return f"{_NO_ADDRESS} Tell them {tell}."
    address = f"https://github.com/{repository}/issues/new"
    return f"{myst.link('Open an issue in the project', address)} with {tell}."


_NO_ADDRESS = (
    "This copy of the site was not built on GitHub and does not know the project’s address there: "
    "ask whoever gave it to you."
)
