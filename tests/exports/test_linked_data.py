"""What pages say to machines, read by tools for linked data: rdflib, and SHACL by pyshacl."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pyshacl import validate
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import RDF, XSD

from knowledge_base.exports import linked_data
from knowledge_base.exports.data_package import contents
from knowledge_base.exports.formats import evidence_vocabulary
from knowledge_base.markup import addresses
from knowledge_base.markup.html import as_json
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.source import Source
from knowledge_base.views.limits import limits_of
from knowledge_base.views.selection import basis

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

SCHEMA = Namespace("https://schema.org/")
SITE = "https://example.org/site/"
SHAPES = Path(__file__).with_name("linked_data_shapes.ttl")


def graph_of(data: dict[str, Any], page: str) -> Graph:
    """The statements that a page makes, as it is published at an address."""
    return Graph().parse(data=str(as_json(data)), format="json-ld", publicID=f"{SITE}{page}.html")


def assert_fits(graph: Graph) -> None:
    fits, _, report = validate(graph, shacl_graph=str(SHAPES))
    assert fits, report


def test_the_data_page_describes_the_data_and_each_file(kb: KnowledgeBase):
    graph = graph_of(linked_data.dataset(kb), linked_data.DATA_PAGE)
    assert_fits(graph)
    (dataset,) = graph.subjects(RDF.type, SCHEMA.Dataset)
    files = {str(graph.value(d, SCHEMA.contentUrl)) for d in graph[dataset : SCHEMA.distribution]}
    assert files == {f"{SITE}data/{name}" for name in contents(kb)}
    assert str(graph.value(dataset, SCHEMA.description)) == limits_of(kb)


def test_each_record_is_a_claim_with_its_source_and_how_it_was_read(kb: KnowledgeBase):
    graph = Graph()
    for record in kb.records.values():
        page = f"book/evidence/records/{record.id}"
        graph += graph_of(linked_data.claim(kb, record), page)
    assert_fits(graph)
    claims = {str(graph.value(c, SCHEMA.identifier)): c for c in graph[: RDF.type : SCHEMA.Claim]}
    assert set(claims) == set(kb.records)
    for record in kb.records.values():
        claim = claims[record.id]
        assert str(graph.value(claim, SCHEMA.text)) == " ".join(record.claim.split())
        how = kb.term("how-read", record.how_read)
        assert how.label in str(graph.value(claim, SCHEMA.usageInfo))
        source = graph.value(claim, SCHEMA.appearance)
        assert str(graph.value(source, SCHEMA.name)) == kb.sources[record.source].title
        assert graph.value(claim, SCHEMA.url) == URIRef(
            f"{SITE}book/evidence/records/{record.id}.html"
        )


def test_each_source_with_a_page_is_described_with_its_claims_that_count(kb: KnowledgeBase):
    for key in kb.documents:
        graph = graph_of(linked_data.source(kb, key), addresses.source(key).removesuffix(".html"))
        counting = {r.id for r in kb.records.values() if r.source == key and kb.stands(r)}
        claims = {str(graph.value(c, SCHEMA.identifier)) for c in graph[: RDF.type : SCHEMA.Claim]}
        assert claims == counting, key
        document = graph.value(predicate=SCHEMA.mainEntityOfPage, object=URIRef(
            f"{SITE}{addresses.source(key)}"
        ))  # fmt: skip
        assert str(graph.value(document, SCHEMA.name)) == kb.sources[key].title
        assert len(set(graph[: SCHEMA.appearance : document])) == len(counting)


def test_what_lacks_its_licence_or_its_source_does_not_fit(knowledge_base: KnowledgeBase):
    record = knowledge_base.published[0]
    for lost in ("license", "appearance", "usageInfo", "text"):
        data = linked_data.claim(knowledge_base, record)
        del data[lost]
        fits, _, _ = validate(graph_of(data, "x"), shacl_graph=str(SHAPES))
        assert not fits, lost


def test_no_text_ends_the_element_that_the_data_stand_in(knowledge_base: KnowledgeBase):
    record = knowledge_base.published[0]
    hostile = record.model_copy(update={"claim": "</script><script>alert(1)</script><!--"})
    text = str(as_json(linked_data.claim(knowledge_base, hostile.named(record.id))))
    assert "<" not in text
    assert json.loads(text)["text"] == hostile.claim


def test_citation_tags_name_the_source_for_citation_managers():
    fields = {
        "title": "On {Larkwater}",
        "author": "van der Berg, Jo and {Hill and Dale}",
        "journal": "Papers",
        "volume": "3",
        "pages": "20--31",
        "year": "2020",
        "month": "October",
        "doi": "10.9999/X",
    }
    tags = linked_data.citation_tags(Source("x", "article", fields, lines={}))
    assert tags == [
        ("citation_title", "On Larkwater"),
        ("citation_author", "van der Berg, Jo"),
        ("citation_author", "Hill and Dale"),
        ("citation_publication_date", "2020/10"),
        ("citation_journal_title", "Papers"),
        ("citation_volume", "3"),
        ("citation_firstpage", "20"),
        ("citation_lastpage", "31"),
        ("citation_doi", "10.9999/x"),
        ("citation_public_url", "https://doi.org/10.9999/x"),
    ]
    fields = {"title": "T", "author": "A, B.", "institution": "Institute", "year": "2020"}
    tags = linked_data.citation_tags(Source("x", "techreport", fields, lines={}))
    assert ("citation_technical_report_institution", "Institute") in tags


EVREPO = "https://vocab.evidence-repository.org/"
ESEA = "https://vocab.esea.education/"
PUBLISHED = {
    *("LinkedDataEnhancement", "Investigation", "Finding", "Context", "Outcome", "Intervention"),
    *("ControlCondition", "EffectEstimate", "StringCodingAnnotation"),
    *("hasInvestigation", "hasFinding", "hasContext", "hasOutcome", "evaluates", "comparedTo"),
    *("hasEffectEstimate", "name", "description", "codedValue", "codedBy", "status"),
    *("supportingText", "sourceLocation", "pointEstimate", "confidenceLevel"),
    *("confidenceIntervalLower", "confidenceIntervalUpper", "effectSizeMetric", "estimateSource"),
    *("coded", "notReported", "cohensD", "hedgesG", "oddsRatio", "riskRatio", "correlationR"),
    *("meanDifference", "extractedFromPaper", "computedFromStats"),
}
"""Names of the evidence vocabulary, as its published repository defines them."""


def test_the_evidence_vocabulary_has_its_own_names_and_nothing_more(kb: KnowledgeBase):
    making = evidence_vocabulary.files(kb)
    compared = [
        r for r in kb.published
        if r.study and len(r.outcomes) == 1 and basis(kb, r) == "comparison"
    ]  # fmt: skip
    assert bool(making) == bool(compared)
    if not making:
        return
    graph = Graph().parse(
        data=making[evidence_vocabulary.FINDINGS](), format="json-ld", publicID=f"{SITE}data/x"
    )
    terms = {str(term) for triple in graph for term in triple if str(term).startswith(EVREPO)}
    assert {term.removeprefix(EVREPO) for term in terms} <= PUBLISHED
    ours = {str(term) for triple in graph for term in triple if str(term).startswith(ESEA)}
    assert ours <= {f"{ESEA}participants"}
    vocabulary = Namespace(EVREPO)
    findings = set(graph[: RDF.type : vocabulary.Finding])
    assert findings == {URIRef(f"{SITE}data/v1/records/{r.id}.json") for r in compared}
    for finding in findings:
        for name in ("evaluates", "hasOutcome", "hasContext"):
            assert len(list(graph[finding : vocabulary[name]])) == 1, (finding, name)
    for estimate in graph[: RDF.type : vocabulary.EffectEstimate]:
        value = graph.value(estimate, vocabulary.pointEstimate)
        assert isinstance(value, Literal)
        assert value.datatype == XSD.decimal
        assert graph.value(estimate, vocabulary.effectSizeMetric)
