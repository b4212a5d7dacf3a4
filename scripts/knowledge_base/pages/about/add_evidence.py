"""The page Add evidence: a form of the register's questions, for readers without the project."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from knowledge_base.checks import RULES
from knowledge_base.contributing.form_rules import covered
from knowledge_base.model.fields import FIELD, FIELDS, Field
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.reading_note import SourceCheck
from knowledge_base.model.shape import Shape, shape
from knowledge_base.reading.demands import Condition
from knowledge_base.reading.rules import Rule
from knowledge_base.wording.nouns import upper_first

Widget = Literal["select", "checkboxes", "day", "line", "text"]

_READ = Condition("how_read:extent", "is one of", ("whole", "part"))
_THROUGH = Condition("how_read", "is", "cited-through")
_RESEARCH = Condition("study_type:research", "is one of", ("primary", "secondary", "unknown"))
ASKED_IF = {
    "outcomes": Condition("kind:outcomes", "is one of", ("required", "optional")),
    "factor": Condition("kind:factor", "is one of", ("required", "optional")),
    "direction": Condition("kind:direction", "is", "required"),
    "study": _RESEARCH,
    "study_name": _RESEARCH,
    "study_summary": _RESEARCH,
    "study_sample": _RESEARCH,
    "read_at": _READ,
    "read_on": _READ,
    "copy_read": _READ,
    "page_date": _READ,
    "support": _READ,
    "cited_through": _THROUGH,
    "cited_through_location": _THROUGH,
}
"""When a question is asked that depends on other answers."""
OF_STUDY = ("study_name", "study_summary", "study_sample")
"""Questions about a study that is not on file yet."""
_LONG = ("claim", "note", "study_summary", "sentence")
"""What takes a sentence or more."""


@dataclass(frozen=True)
class Control:
    """A question of the form."""

    name: str
    path: str
    """The way to its value in the file."""
    label: str
    help: str
    widget: Widget
    options: tuple[tuple[str, str, str], ...]
    """What can be chosen: its id, its label, and what it means."""
    proposals: str
    """The list of what is on file that completes what one types; empty if there is none."""
    is_several: bool

    @property
    def id(self) -> str:
        """The id of its element."""
        return f"add-{self.name}".replace(".", "-").replace("_", "-")


@dataclass(frozen=True)
class Form:
    """The questions, and the rules that are left to `kb check`."""

    about_record: tuple[Control, ...]
    about_study: tuple[Control, ...]
    about_check: tuple[Control, ...]
    unchecked: tuple[Rule, ...]


def form(kb: KnowledgeBase) -> Form:
    """Return the form."""
    asked = [_asked(kb, field) for field in FIELDS if field.question]
    return Form(
        tuple(control for control in asked if control.name not in OF_STUDY),
        tuple(control for control in asked if control.name in OF_STUDY),
        tuple(_of_check(kb, shape(SourceCheck), "source_check")),
        tuple(rule for name, rule in RULES.items() if name not in covered()),
    )


def _asked(kb: KnowledgeBase, field: Field) -> Control:
    named = field.refers_to or ""
    terms = _terms(kb, named) or tuple(
        (key, text, "") for key, text in (field.choices or {}).items()
    )
    return Control(
        field.name,
        ""
        if field.name.startswith("study_") and field.name != "study_type"
        else ".".join(field.steps),
        field.label or upper_first(field.name.replace("_", " ")),
        # The question says how to type several; where they are ticked, that is no help.
        _plain(field.description) if terms and field.is_several else field.question,
        _widget(field.name, field.shape, terms, is_several=field.is_several),
        terms,
        named if named in ("source", "study", "record") else "",
        field.is_several,
    )


def _of_check(kb: KnowledgeBase, form: Shape, path: str) -> Iterator[Control]:
    """Yield the questions of a part of a record that the register has no questions for."""
    for key, part in form.fields.items():
        inner = part.options[0] if part.options else part
        if inner.model:
            yield from _of_check(kb, inner, f"{path}.{key}")
        elif inner.named != "person":
            terms = _terms(kb, inner.named or "")
            if key == "kind":
                terms = _choices(FIELD["copy_read"])
            yield Control(
                f"{path}.{key}",
                f"{path}.{key}",
                upper_first(key.replace("_", " ")),
                _plain(part.description),
                _widget(key, inner, terms, is_several=inner.is_list),
                terms,
                "",
                inner.is_list,
            )


def _plain(text: str) -> str:
    """Return a description without the signs that mark code in it."""
    return text.replace("`", "")


def _choices(field: Field) -> tuple[tuple[str, str, str], ...]:
    return tuple((key, text, "") for key, text in (field.choices or {}).items())


def _terms(kb: KnowledgeBase, vocabulary: str) -> tuple[tuple[str, str, str], ...]:
    terms = kb.vocabularies.get(vocabulary, {})
    return tuple((term_id, term.label, term.definition) for term_id, term in terms.items())


def _widget(name: str, form: Shape | None, terms: object, *, is_several: bool) -> Widget:
    if terms:
        return "checkboxes" if is_several else "select"
    if form and "date" in str(form.inner):
        return "day"
    return "text" if name in _LONG else "line"
