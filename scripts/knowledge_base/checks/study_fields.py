"""A record that places its study elsewhere, or takes it for another kind, than the study does."""

from collections.abc import Iterator

from knowledge_base.model.base import NOT_APPLICABLE, NOT_REPORTED
from knowledge_base.model.study import Study
from knowledge_base.model.vocabulary import CountryTerm, StudyTypeTerm, Vocabulary
from knowledge_base.reading.evidence import Evidence, EvidenceFile
from knowledge_base.reading.file_kinds import STUDIES
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule

RULE = Rule(
    "study-fields",
    "A record's setting, countries and study type are its study's, as far as they are reported.",
    excusable=True,
)

_FIELDS = {"setting": "setting", "countries": "country", "study_type": "study-type"}
"""The fields of a record that its study has, too, with their vocabularies."""


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each record whose study says something else."""
    words = {field: evidence.vocabulary(name) for field, name in _FIELDS.items()}
    studies = {e.id: e for e in evidence.in_parts(STUDIES)}
    types = words["study_type"].items()
    # That a document which is no research has no study, another rule says.
    unsaid = {NOT_REPORTED, NOT_APPLICABLE} | {
        key for key, term in types if isinstance(term, StudyTypeTerm) and term.research == "none"
    }
    for entry in evidence.records_that_tell("study"):
        record, study = entry.value, studies.get(entry.value.study or "")
        if study is None:
            continue
        for field, of_study in _of_study(study, words["countries"]).items():
            own = getattr(record, field) if entry.tells(field) else ()
            for value in (own,) if isinstance(own, str) else own:
                if value in words[field] and value not in of_study and value not in unsaid:
                    yield RULE.finding(
                        entry.document.at((field,)),
                        f"'{value}' does not agree with the study '{record.study}', which says "
                        f"'{', '.join(of_study)}'.",
                        f"Correct the one that is wrong; the study is {study.path}.",
                    )


def _of_study(entry: EvidenceFile[Study], countries: Vocabulary) -> dict[str, dict[str, None]]:
    """Return what a study's records may say, by field, in order; nothing where it does not say."""
    study = entry.value
    of_study: dict[str, tuple[str, ...]] = {}
    if entry.tells("setting"):
        of_study["setting"] = (study.setting,)
    if entry.tells("countries"):
        around = (other for one in study.countries for other in _around(one, countries))
        of_study["countries"] = (*study.countries, *around)
    if entry.tells("design", "parts"):
        of_study["study_type"] = (study.design, *study.parts)
    return {
        field: dict.fromkeys(values)
        for field, values in of_study.items()
        if NOT_REPORTED not in values and NOT_APPLICABLE not in values
    }


def _around(country: str, countries: Vocabulary) -> list[str]:
    """Return the country that this one is a part of, and those that are parts of it."""
    within = {key: term.within for key, term in countries.items() if isinstance(term, CountryTerm)}
    whole = within.get(country)
    return [*([whole] if whole else []), *(key for key, one in within.items() if one == country)]
