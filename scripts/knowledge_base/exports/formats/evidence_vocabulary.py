"""Findings against a comparison in the open evidence vocabulary of the DESTinY project, as JSON-LD.

Names and shapes are those of github.com/destiny-evidence/taxonomy-builder, `vocab/` at commit
7c56a82: `evrepo-core.ttl`, and one property of the education vocabulary, which is a draft. Its
`Finding` is one comparison for one outcome. So records of views, aims or advice are none, and a
figure whose kind of measure the vocabulary does not name is left out.
"""

import json
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from typing import Any

from knowledge_base import book
from knowledge_base.exports.notes import LICENCE
from knowledge_base.model.base import NOT_REPORTED
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.model.result import Result
from knowledge_base.views.edition import edition
from knowledge_base.views.limits import limits_of
from knowledge_base.views.selection import COMPARISON, basis

FINDINGS = "evidence-vocabulary.jsonld"

_CONTEXT = {
    "@vocab": "https://vocab.evidence-repository.org/",
    "esea": "https://vocab.esea.education/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "dcterms": "http://purl.org/dc/terms/",
    "license": {"@id": "dcterms:license", "@type": "@id"},
    "source": {"@id": "dcterms:source", "@type": "@id"},
    **{name: {"@type": "@vocab"} for name in ("effectSizeMetric", "estimateSource", "status")},
}
_METRICS = {
    "d": "cohensD",
    "g": "hedgesG",
    "or": "oddsRatio",
    "rr": "riskRatio",
    "r": "correlationR",
    "mean-difference": "meanDifference",
}
_OBTAINED = {"reported": "extractedFromPaper", "computed": "computedFromStats"}


def files(kb: KnowledgeBase) -> dict[str, Callable[[], str]]:
    """Return the findings, if there are any."""
    return {FINDINGS: partial(_findings, kb)} if _compared(kb) else {}


def _compared(kb: KnowledgeBase) -> list[Record]:
    """Return the records that count and report one comparison for one outcome of a study."""
    return [
        record
        for record in kb.published
        if record.study and len(record.outcomes) == 1 and basis(kb, record) == COMPARISON
    ]


def _findings(kb: KnowledgeBase) -> str:
    by_source: dict[str, dict[str, list[Record]]] = defaultdict(lambda: defaultdict(list))
    for record in _compared(kb):
        by_source[record.source][record.study or ""].append(record)
    about = {
        "@id": FINDINGS,
        "rdfs:label": book.title(),
        "rdfs:comment": limits_of(kb),
        "owl:versionInfo": edition(kb).version,
        "license": LICENCE["path"],
    }
    enhancements = [
        {
            "@type": "LinkedDataEnhancement",
            "source": f"v1/sources/{source}.json",
            "hasInvestigation": [
                _investigation(kb, study, records) for study, records in studies.items()
            ],
        }
        for source, studies in sorted(by_source.items())
    ]
    graph = {"@context": _CONTEXT, "@graph": [about, *enhancements]}
    return json.dumps(graph, indent=1, ensure_ascii=False) + "\n"


def _investigation(kb: KnowledgeBase, study: str, records: list[Record]) -> dict[str, Any]:
    return {
        "@id": f"v1/studies/{study}.json",
        "@type": "Investigation",
        "rdfs:label": kb.studies[study].name,
        "hasFinding": [_finding(kb, record) for record in records],
    }


def _finding(kb: KnowledgeBase, record: Record) -> dict[str, Any]:
    how = kb.term("how-read", record.how_read)
    nearness = kb.label("nearness", record.nearness)
    estimates = [_estimate(record, r) for r in record.results if r.measure in _METRICS]
    comparisons = dict.fromkeys(result.comparison for result in record.results)
    return {
        "@id": f"v1/records/{record.id}.json",
        "@type": "Finding",
        "rdfs:comment": record.claim,
        "skos:note": f"{how.label}. {how.definition}",
        "evaluates": {
            "@type": "Intervention",
            # Never by the component's name alone: what was studied may only be like it.
            "description": f"{nearness}: {kb.components[record.component].label}",
        },
        **(
            {"comparedTo": {"@type": "ControlCondition", "name": next(iter(comparisons))}}
            if len(comparisons) == 1
            else {}
        ),
        "hasContext": {"@type": "Context", "esea:participants": _sample(record)},
        "hasOutcome": {"@type": "Outcome", "name": kb.outcomes[record.outcomes[0]].label},
        **({"hasEffectEstimate": estimates} if estimates else {}),
    }


def _sample(record: Record) -> dict[str, Any]:
    """Return who was studied, as a coded value; that it isn't reported is a status."""
    coded: dict[str, Any] = {"@type": "StringCodingAnnotation", "codedBy": book.author()}
    if record.sample == NOT_REPORTED:
        return coded | {"status": "notReported"}
    return coded | {"codedValue": record.sample, "status": "coded"}


def _estimate(record: Record, result: Result) -> dict[str, Any]:
    numbers = {
        "pointEstimate": result.value,
        "confidenceIntervalLower": result.low,
        "confidenceIntervalUpper": result.high,
        "confidenceLevel": None if result.level is None else result.level / 100,
    }
    texts = {
        "supportingText": record.support,
        "sourceLocation": None if record.location == NOT_REPORTED else record.location,
    }
    return {
        "@type": "EffectEstimate",
        "rdfs:label": result.of,
        "effectSizeMetric": _METRICS[result.measure],
        "estimateSource": _OBTAINED[result.by],
        "codedBy": book.author(),
        **{name: _decimal(number) for name, number in numbers.items() if number is not None},
        **{name: text for name, text in texts.items() if text},
    }


def _decimal(value: float) -> dict[str, str]:
    return {"@type": "http://www.w3.org/2001/XMLSchema#decimal", "@value": str(value)}
