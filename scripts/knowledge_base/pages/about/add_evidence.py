"""The page Add evidence: a form of the model's questions, for readers without the project."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args, get_origin

from knowledge_base.checks import RULES
from knowledge_base.contributing.form_rules import covered
from knowledge_base.model.context import Person
from knowledge_base.model.fields import FIELDS, Field
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.model.shape import Shape, shape
from knowledge_base.model.study import Study
from knowledge_base.reading.demands import Condition
from knowledge_base.reading.rules import Rule
from knowledge_base.wording.nouns import upper_first
from knowledge_base.wording.sentences import wording

Widget = Literal["select", "checkboxes", "check", "day", "line", "text", "rows"]

_READ = Condition("how_read:extent", "is one of", ("whole", "part"))
_THROUGH = Condition("how_read", "is", "cited-through")
_RESEARCH = Condition("study_type:research", "is one of", ("primary", "secondary", "unknown"))
_INTERVAL = Condition("results.*.low", "given")
ASKED_IF = {
    "outcomes": Condition("kind:outcomes", "is one of", ("required", "optional")),
    "factor": Condition("kind:factor", "is one of", ("required", "optional")),
    "direction": Condition("kind:direction", "is", "required"),
    "study": _RESEARCH,
    "study.name": _RESEARCH,
    "study.sample": _RESEARCH,
    "study.summary": _RESEARCH,
    "read_at": _READ,
    "read_on": _READ,
    "copy_read": _READ,
    "page_date": _READ,
    "support": _READ,
    "cited_through": _THROUGH,
    "cited_through_location": _THROUGH,
    "results.*.high": _INTERVAL,
    "results.*.level": _INTERVAL,
    "results.*.p_below": Condition("results.*.p", "given"),
    "results.*.coding": Condition("results.*.measure", "is one of", ("or", "rr")),
    "results.*.studies": Condition("results.*.pooled", "is", operand=True),
}
"""When a question is asked that depends on other answers."""
WITH_A_RECORD = ("study.name", "study.sample", "study.summary")
"""What is asked about a new study beside a record, from which the rest of it follows."""
_LONG = ("claim", "note", "summary", "sentence", "reasons", "reason", "grouping")
"""What takes a sentence or more."""
_ON_FILE = ("source", "study", "record", "person")
"""What is completed from what is on file as one types."""
_IN_WORDS = {f.shape.inner: f.choices for f in FIELDS if f.shape and f.choices}
"""The register's words for what a type may hold, wherever the model has that type."""


@dataclass(frozen=True)
class Control:
    """A question of the form."""

    name: str
    file: str
    """The kind of file that its answer goes into: a record, a study, a person, or none."""
    path: str
    """The way to its value in the file."""
    label: str
    help: str
    widget: Widget
    type: str = ""
    """Whether its answer is a `number` or a `boolean`; empty for words."""
    options: tuple[tuple[str, str, str], ...] = ()
    """What can be chosen: its id, its label, and what it means."""
    proposals: str = ""
    """The list of what is on file that completes what one types; empty if there is none."""
    is_several: bool = False
    parts: tuple[Control, ...] = ()
    """The questions of each row, where there may be several rows; `*` in a path is the row."""

    @property
    def id(self) -> str:
        """The id of its element."""
        return f"add-{self.name}".replace(".", "-").replace("_", "-")


@dataclass(frozen=True)
class Form:
    """The questions, and the rules that are left to `kb check`."""

    about_record: tuple[Control, ...]
    about_figures: tuple[Control, ...]
    about_appraisal: tuple[Control, ...]
    about_exceptions: tuple[Control, ...]
    about_check: tuple[Control, ...]
    about_study: tuple[Control, ...]
    unchecked: tuple[Rule, ...]
    with_a_record: tuple[str, ...] = WITH_A_RECORD


def form(kb: KnowledgeBase) -> Form:
    """Return the form."""
    questions = Questions(kb)
    return Form(
        tuple(questions.of_register(f) for f in FIELDS if f.question and f.shape),
        questions.of_record("results"),
        (
            *questions.of_record("appraisal"),
            *questions.of_model(shape(Person), "person", only=("role",)),
        ),
        questions.of_record("exceptions"),
        questions.of_record("source_check"),
        tuple(questions.of_model(shape(Study), "study")),
        tuple(rule for name, rule in RULES.items() if name not in covered()),
    )


class Questions:
    """Makes questions of fields of the model."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.kb = kb
        self.labels = wording("about/add-evidence").at("labels")
        self.helps = wording("about/add-evidence").at("helps")
        self.choices = {
            **wording("about/add-evidence").at("choices"),
            "results.measure": wording("parts/effects").at("measures"),
        }

    def of_register(self, field: Field) -> Control:
        """Return the question that the register has for a field."""
        named = field.refers_to or ""
        terms = self._terms(named) or _choices(field)
        return Control(
            field.name,
            "record",
            ".".join(field.steps),
            field.label,
            # The question says how to type several; where they are ticked, that is no help.
            self.helps.get(
                field.name,
                _plain(field.description) if terms and field.is_several else field.question,
            ),
            _widget(field.name, field.shape, terms, is_several=field.is_several),
            options=terms,
            proposals=named if named in _ON_FILE else "",
            is_several=field.is_several,
        )

    def of_record(self, name: str) -> tuple[Control, ...]:
        """Return the questions of a part of a record."""
        return tuple(self.of_model(shape(Record), "record", only=(name,)))

    def of_model(
        self, model: Shape, file: str, path: str = "", only: tuple[str, ...] = ()
    ) -> Iterator[Control]:
        """Yield the questions of the fields of a model, which begin with ``path`` in a file."""
        for key, field in model.fields.items():
            # Where numbers may be whole or not, the last is the wider.
            part = field.options[-1] if field.options else field
            place = f"{path}{key}"
            if only and key not in only:
                continue
            if part.model:
                yield from self.of_model(part, file, f"{place}.")
            elif part.named == "person" and part.is_list:
                continue  # whoever checks a record is named by those who publish it
            else:
                yield self._of_part(key, part, file, place, field.description)

    def _of_part(self, key: str, part: Shape, file: str, path: str, description: str) -> Control:
        name = path if file == "record" else f"{file}.{path}"
        known_as = name.replace(".*.", ".")
        named = part.named or ""
        rows = part.item if part.is_list and part.item and part.item.model else None
        if get_origin(part.inner) is Literal:
            words = self.choices.get(known_as) or _IN_WORDS.get(part.inner, {})
            terms = tuple((word, words.get(word, word), "") for word in get_args(part.inner))
        elif named == "rule":
            terms = tuple((rule, f"{rule}: {RULES[rule].asks}", "") for rule in sorted(RULES))
        else:
            terms = self._terms(named)
        is_number = part.inner in (int, float)
        return Control(
            name,
            file,
            path,
            self.labels.get(known_as) or upper_first(key.replace("_", " ")),
            self.helps.get(known_as, _plain(description)),
            "rows"
            if rows
            else "check"
            if part.inner is bool
            else _widget(key, part, terms, is_several=part.is_list),
            type="boolean" if part.inner is bool else "number" if is_number else "",
            options=terms,
            proposals=named if named in _ON_FILE else "",
            is_several=part.is_list,
            parts=tuple(self.of_model(rows, file, f"{path}.*.")) if rows else (),
        )

    def _terms(self, vocabulary: str) -> tuple[tuple[str, str, str], ...]:
        terms = self.kb.vocabularies.get(vocabulary, {})
        return tuple((term_id, term.label, term.definition) for term_id, term in terms.items())


def _plain(text: str) -> str:
    """Return a description without the signs that mark code in it."""
    return text.replace("`", "")


def _choices(field: Field) -> tuple[tuple[str, str, str], ...]:
    return tuple((key, text, "") for key, text in (field.choices or {}).items())


def _widget(name: str, form: Shape | None, terms: object, *, is_several: bool) -> Widget:
    if terms:
        return "checkboxes" if is_several else "select"
    if form and "date" in str(form.inner):
        return "day"
    return "text" if name in _LONG else "line"
