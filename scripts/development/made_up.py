"""Made-up evidence bases of any size, to time the site and to look at it full.

Nothing in them is true. They pass every rule of `kb check`, and the same vocabularies, number of
records and seed give the same files. Claims say of themselves that they are made up.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

import yaml
from jinja2 import StrictUndefined, Template

from knowledge_base.model.blueprint import NEEDED_MEASURES
from knowledge_base.model.fields import RECORD_FIELDS
from knowledge_base.model.vocabulary import ClaimKindTerm, StudyTypeTerm, Vocabulary

_PER_STUDY = 4
"""About how many records rest on one study."""

# fmt: off
_WORDS = (
    "brook", "harbour", "lantern", "meadow", "orchard", "pebble", "quarry", "river", "saddle",
    "thistle", "umber", "valley", "willow", "yarrow", "anchor", "bramble", "copper", "dune",
    "ember", "fern",
)
# fmt: on

_REST = Path(__file__).with_name("made_up.yml.jinja")
_ADDED = "2024-01-31"
_BY_KIND = ("outcomes", "factor", "direction")
"""Fields that a record has if its kind has them."""


def made_up_evidence(
    vocabularies: Mapping[str, Vocabulary], *, records: int, seed: int
) -> dict[str, str]:
    """Return the files of an evidence base by their path below the evidence folder.

    The vocabularies themselves are not among them: copy those the base is made with.
    """
    random = Random(seed)
    studies, reviewed = _studies(vocabularies, max(1, records // _PER_STUDY), random)
    files = {f"studies/{study_id}.yml": _yaml(study) for study_id, study in studies.items()}
    sources = {"review": 2021, **dict(reviewed)}
    files |= {f"sources/{key}.bib": _source(key, year) for key, year in sources.items()}
    kinds = [
        (kind, term)
        for kind, term in vocabularies["claim-kind"].items()
        if isinstance(term, ClaimKindTerm)
    ]
    for number in range(1, records + 1):
        component = random.choice(list(vocabularies["component"]))
        record = _record(vocabularies, component, number, kinds, studies, random)
        files[f"records/{component}/made-up-{number}.yml"] = _yaml(record)
    files |= {name: _yaml(value) for name, value in _rest(vocabularies).items()}
    # Every source is referred to by its study, and the review by the report.
    return dict(sorted(files.items()))


def _studies(
    vocabularies: Mapping[str, Vocabulary], number: int, random: Random
) -> tuple[dict[str, dict[str, Any]], list[tuple[str, int]]]:
    designs = [
        design
        for design, term in vocabularies["study-type"].items()
        if isinstance(term, StudyTypeTerm) and term.research in ("primary", "secondary")
    ]
    studies, sources = {}, []
    for position in range(1, number + 1):
        keys = [f"madeup{position:06}a"]  # no four digits, which would be a year
        if random.random() < 0.2:
            keys.append(f"madeup{position:06}b")
        sources += [(key, random.randint(1995, 2023)) for key in keys]
        study = {
            "name": f"Made-up study {position} of {random.choice(_WORDS)}",
            "sources": keys,
            "design": random.choice(designs),
            "setting": random.choice(list(vocabularies["setting"])),
            "countries": [random.choice(list(vocabularies["country"]))],
            "sample": f"{random.randint(5, 900)} made-up people",
            "summary": "A study that never took place.",
        }
        if len(keys) > 1:
            study["grouping"] = "Made up as two reports of one study."
        studies[f"made-up-study-{position}"] = study
    return studies, sources


def _record(
    vocabularies: Mapping[str, Vocabulary],
    component: str,
    number: int,
    kinds: Sequence[tuple[str, ClaimKindTerm]],
    studies: Mapping[str, Mapping[str, Any]],
    random: Random,
) -> dict[str, Any]:
    # Each study has a record, and some have many.
    study_id = list(studies)[number - 1] if number <= len(studies) else random.choice(list(studies))
    study = studies[study_id]
    design = vocabularies["study-type"][study["design"]]
    beyond = design.too_weak_for if isinstance(design, StudyTypeTerm) else ()
    kind, term = random.choice([kind for kind in kinds if kind[1].basis not in beyond])
    record: dict[str, Any] = {"component": component, "claim": _claim(number, term, random)}
    record["kind"] = kind
    if _is_filled(term.outcomes, random):
        outcomes = list(vocabularies["outcome"])
        record["outcomes"] = random.sample(outcomes, random.choice((1, 1, 1, 2, 3)))
    if _is_filled(term.factor, random):
        record["factor"] = random.choice(list(vocabularies["factor"]))
    ways = [way for way in vocabularies["direction"] if way != "not_applicable"]
    record["direction"] = random.choice(ways) if term.direction == "required" else "not_applicable"
    record |= {
        "source": random.choice(study["sources"]),
        "study": study_id,
        "study_type": study["design"],
        "setting": study["setting"],
        "countries": study["countries"],
        "sample": study["sample"],
    }
    if random.random() < 0.3:
        record |= {
            "location": f"Page {random.randint(1, 90)}",
            "how_read": "in-source",
            "reading": {
                "address": "https://made-up.example.org/paper",
                "on": _ADDED,
                "kind": "live-page",
            },
            "support": " ".join(random.sample(_WORDS, 4)),
        }
    else:
        record |= {
            "location": "not_reported",
            "how_read": "cited-through",
            "cited_through": {"source": "review", "location": f"Section {random.randint(1, 9)}"},
        }
    if random.random() < 0.4:
        record["note"] = f"A made-up note on {' and '.join(random.sample(_WORDS, 4))}."
    record |= {"added": _ADDED, "status": "published"}
    for field in RECORD_FIELDS:  # those that nothing above depends on
        terms = vocabularies.get(field.refers_to or "")
        if terms and field.name not in record and field.name not in _BY_KIND and not field.path:
            word = random.choice(list(terms))
            record[field.name] = [word] if field.is_several else word
    return record


def _is_filled(presence: str, random: Random) -> bool:
    return presence == "required" or (presence == "optional" and random.random() < 0.5)


def _claim(number: int, kind: ClaimKindTerm, random: Random) -> str:
    """Return a sentence with a word that its kind must say, and none that it must not."""
    whole = [word for word in kind.must_say if not word.endswith("*")]
    phrase = (whole or [word.rstrip("*") for word in kind.must_say] or ["told"])[0]
    topic = " and ".join(random.sample(_WORDS, 5))
    return f"Made-up claim {number}: it is {phrase} of {topic} in places that are made up."


def _source(key: str, year: int) -> str:
    return (
        f"@misc{{{key},\n  author = {{{{Made-up author {key}}}}},\n"
        f"  title = {{A made-up document}},\n  year = {{{year}}},\n}}\n"
    )


def _rest(vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
    """Return files of all other kinds, with something in each that a page shows."""
    template = Template(_REST.read_text(encoding="utf-8"), undefined=StrictUndefined)
    filled = template.render(
        vocabularies=vocabularies, needed_measures=NEEDED_MEASURES, added=_ADDED
    )
    files: dict[str, Any] = yaml.safe_load(filled)
    return files


def _yaml(value: Any) -> str:
    return yaml.dump(value, sort_keys=False, allow_unicode=True, width=1000, Dumper=_WithoutAliases)


class _WithoutAliases(yaml.SafeDumper):
    """Writes equal things out twice: evidence files know no aliases."""

    def ignore_aliases(self, _data: Any) -> bool:
        """Return that nothing is to be an alias."""
        return True
