"""What the form on the page Add evidence checks by: shapes, words, demands and messages, as data.

The rules stay where `kb check` has them; this hands them on. What the browser makes of them is in
`pages/about/browser/add_evidence/`, and a test holds both to each other on every bad case.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any, Literal, get_args, get_origin

from annotated_types import Ge, Le, Lt, MinLen
from pydantic import AfterValidator, StringConstraints

from knowledge_base.checks import (
    CHECKS,
    RULES,
    future_date,
    repeated_claim,
    repeated_item,
    unfinished_text,
    unknown_reference,
    unknown_term,
)
from knowledge_base.contributing.references import formats
from knowledge_base.model.base import NOT_REPORTED, Pattern
from knowledge_base.model.context import Person
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import GONE, Record
from knowledge_base.model.shape import Shape, shape
from knowledge_base.model.study import Study
from knowledge_base.reading import validation
from knowledge_base.reading.demands import facts_of_study, facts_of_terms
from knowledge_base.reading.ids import LONGEST

KINDS = {"record": Record, "study": Study, "person": Person}
"""What the form makes files of."""
WORDED = (
    future_date,
    repeated_claim,
    repeated_item,
    unfinished_text,
    unknown_reference,
)
"""Rules that the form applies by code of its own, in the messages that they have here."""
BY_SHAPE = frozenset(
    explanation.rule for explanation in (validation.WRONG_TYPE, *validation.EXPLANATIONS.values())
)
"""Rules that follow from the shapes."""


PREVENTED = frozenset(
    [
        unknown_term.RULE.id,
        validation.EXPLANATIONS["extra_forbidden"].rule,
        validation.EXPLANATIONS["date_type"].rule,
    ]
)
"""Rules that no answer can break: the form asks by the model's keys, and offers words and days."""


def covered() -> frozenset[str]:
    """Return the rules that the form applies, at least in part, or lets nobody break."""
    demanding = {module.RULE.id for module in CHECKS if hasattr(module, "DEMANDS")}
    return BY_SHAPE | PREVENTED | demanding | {module.RULE.id for module in WORDED}


def form_rules(kb: KnowledgeBase) -> dict[str, Any]:
    """Return all that the form checks by, and what is on file that it can name."""
    shapes = {kind: _shape(shape(model)) for kind, model in KINDS.items()}
    named = {ref for form in shapes.values() for ref in _named_in(form)}
    return {
        "shapes": shapes,
        "facts": {
            **{
                name: {
                    term_id: {key: fact for key, fact in term.items() if key not in _FOR_READERS}
                    for term_id, term in facts_of_terms(terms).items()
                }
                for name, terms in kb.vocabularies.items()
                if name in named
            },
            "source": {
                key: {"is_report": key == kb.report.source, "label": source.short}
                for key, source in kb.sources.items()
            },
            "study": {
                study_id: {
                    **facts_of_study(study, f"evidence/studies/{study_id}.yml"),
                    "label": study.name,
                }
                for study_id, study in kb.studies.items()
            },
            "record": {
                record_id: {
                    "path": f"evidence/records/{record.component}/{record_id}.yml",
                    "source": record.source,
                    "label": record.claim,
                    "how_read": record.how_read,
                    "gone": record.status in GONE,
                }
                for record_id, record in kb.records.items()
            },
            "person": {key: {"label": person.name} for key, person in kb.people.items()},
            "rule": {rule: {} for rule in RULES},
        },
        "demands": [
            {"rule": module.RULE.id, **demand._asdict()}
            for module in CHECKS
            for demand in getattr(module, "DEMANDS", ())
        ],
        "messages": {
            "explanations": {
                error: asdict(explanation) for error, explanation in validation.EXPLANATIONS.items()
            },
            "wrong_type": asdict(validation.WRONG_TYPE),
            "wanted": validation.REQUIREMENTS,
            "right_type": validation.RIGHT_TYPE,
            "unknown_kind": formats.UNKNOWN,
            "unless_reported": validation.UNLESS_REPORTED,
            "meant": validation.MEANT,
            "where": unknown_reference.WHERE,
            **{module.RULE.id: [module.MESSAGE, module.HINT] for module in WORDED},
        },
        "limits": {
            "close": validation.CLOSE,
            "longest_list": validation.LONGEST_LIST,
            "longest_id": LONGEST,
            "references": [
                form.begins.pattern.replace("(?m)", "")
                for form in formats.FORMATS.values()
                if form.begins
            ],
            "marks": [[unfinished_text.MARKS, "u"], [unfinished_text.FILLERS, "iu"]],
        },
    }


_FOR_READERS = ("label", "definition")
"""What a term says that no demand asks; the form's HTML has it."""


def _named_in(form: Mapping[str, Any]) -> Iterator[str]:
    """Yield the kinds of things that a form names."""
    if "ref" in form:
        yield form["ref"]
    for part in (*form.get("fields", {}).values(), *([form["item"]] if "item" in form else [])):
        yield from _named_in(part)


def _shape(form: Shape) -> dict[str, Any]:
    """Return a type as the form reads it."""
    if form.options:
        # Where numbers may be whole or not, the last is the wider.
        return _shape(form.options[-1])
    if form.is_list and form.item:
        return {"type": "list", "item": _shape(form.item), **_limits(form)}
    if form.model:
        fields = {
            key: {
                **_shape(field),
                "required": field.is_required,
                "reported": NOT_REPORTED in field.description,
            }
            for key, field in form.fields.items()
        }
        return {"type": "object", "fields": fields}
    if get_origin(form.inner) is Literal:
        return {"type": "choice", "values": get_args(form.inner)}
    types = {date: "day", bool: "boolean", int: "integer", float: "number", str: "text"}
    ref = {"ref": form.ref} if form.ref else {}
    return {"type": types[form.inner], **ref, **_limits(form)}


def _limits(form: Shape) -> dict[str, Any]:
    limits: dict[str, Any] = {}
    for limit in form.limits:
        match limit:
            case Ge(ge=least):
                limits["minimum"] = least
            case Le(le=most):
                limits["maximum"] = most
            case Lt(lt=end):
                limits["below"] = end
            case MinLen(min_length=least) if form.is_list:
                limits["least"] = least
            case StringConstraints(min_length=least) if least:
                limits["filled"] = True
            case AfterValidator(func=Pattern(error=error, pattern=pattern)):
                limits.setdefault("patterns", []).append([error, pattern])
    return limits
