"""Asking for what a record must say, one question at a time, at a terminal."""

import re
import shutil
import textwrap
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from knowledge_base.contributing.drafts import findings_of_answer, questions
from knowledge_base.contributing.likeness import like_study
from knowledge_base.contributing.references import bibtex
from knowledge_base.contributing.references import merge as importing
from knowledge_base.model.bibtex import KINDS
from knowledge_base.model.fields import FIELD, NEW, Field
from knowledge_base.model.record import Record
from knowledge_base.model.source import Source, plain
from knowledge_base.model.study import Study
from knowledge_base.model.vocabulary import Term
from knowledge_base.reading import bibliography
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.validation import did_you_mean

_OF_A_SOURCE = {
    "author": "Who wrote it? As 'Cobb, F. and Moss, G.'; an organisation in braces, as '{Ofsted}'.",
    "title": "What is its title?",
    "year": "In which year did it appear? 'n.d.' if it does not say.",
    "doi": "What is its DOI?",
    "url": "Where can it be found? A link.",
}
_STAND_INS = {"author": "Nobody, N.", "title": "No title is given yet", "year": "1000"}
_MOST_MATCHES = 15
_MAY_GROW = ("country", "factor", "outcome", "setting", "study-type")
"""The vocabularies to which a new record may need to add a word."""
_NOTHING = "-"
"""What is typed instead of a proposal where nothing is meant."""


class Interview:
    """Asks until every answer that is needed is there, and each is one that can be right."""

    def __init__(self, evidence: Evidence, ask: Callable[[str], str]) -> None:
        self.evidence = evidence
        """With the sources that were told of."""
        self.files: dict[str, str] = {}
        """The files of these sources."""
        self.ask = ask
        self.former: dict[str, Any] = {}
        """Answers that are asked for again, to start from."""
        self._offered: list[str] = []
        """Sources listed last, from which a number chooses."""

    def complete(self, answers: dict[str, Any]) -> None:
        """Ask for what ``answers`` lacks, and put it there; what may stay open becomes None."""
        while lacking := [
            (name, must) for name, must in questions(self.evidence, answers) if name not in answers
        ]:
            name, must = lacking[0]
            answers[name] = self.answer(name, answers, must=must)
            if name == "study_name" and (like := like_on_file(self.evidence, answers)):
                self._say(like)
            # How strong a claim may be, its kind and source decide.
            about = "claim" if name in ("kind", "source") and "claim" in answers else name
            is_judged = answers[name] and (about == "claim" or self._is_text(name, answers))
            if is_judged and (findings := findings_of_answer(self.evidence, about, answers)):
                self._say("\nThis would not pass the checks:")
                for finding in findings:
                    self._say(f"  [{finding.rule}] {finding.message}\n    {finding.hint}")
                self.again((about, name), answers)

    def again(self, names: Iterable[str], answers: dict[str, Any]) -> None:
        """Take the answers back, to be asked for again; what was said is where to start from."""
        self.former |= {name: answers.pop(name) for name in set(names) if name in answers}

    def answer(self, name: str, answers: dict[str, Any], *, must: bool) -> Any:
        """Ask one question until the answer fits; None if it may be and was left open."""
        field, choices = FIELD[name], self._choices(name, answers)
        if name == "study":
            if not choices:
                return self._only_new_study() if must else None
            choices[NEW] = "a study that is not on file yet"
        default = self._default(name, answers)
        self._offered = []
        self._say(f"\n{field.question}")
        self._list(choices)
        is_text = self._is_text(name, answers)
        correcting = is_text and name in self.former and default
        hint = "" if must else "nothing"
        if default:
            hint = _display(default) if must else f"{_display(default)}, or {_NOTHING} for none"
        if correcting:
            self._say("Your earlier answer, to correct:")
        prompt = name.replace("_", " ") + (f" [{hint}]" if hint and not correcting else "")
        while True:
            text = self._typed(f"{prompt}: ", default if correcting else None)
            if not text and default:
                return default
            if text in ("", _NOTHING) and not must:
                return None
            if not text:
                self._say("This needs an answer.")
            elif is_text:
                return text
            elif answer := self._choice(field, text, choices):
                return answer

    def _only_new_study(self) -> str:
        self._say(
            "\nNo study on file names this source, so a new one is written with the record. "
            "If the\nsame research is on file from another source, stop here and add this "
            "source to the\n`sources` of that study."
        )
        return NEW

    def _choice(self, field: Field, answer: str, choices: dict[str, str]) -> Any:
        """Return what was chosen; None, once the reason was said, if it is none of the choices."""
        if field.refers_to == "source":
            return self._new_source() if answer.casefold() == NEW else self._source(answer)
        words = re.split("[;,]", answer) if field.is_several else [answer]
        keys = [self._word(word.strip(), choices) for word in words if word.strip()]
        if not all(keys):
            if field.refers_to in _MAY_GROW:
                self._say(
                    "If none of them fits, stop with Ctrl-C, and add a word with `kb add-word "
                    f"{field.refers_to}`."
                )
            return None
        return list(dict.fromkeys(keys)) if field.is_several else keys[0]

    def _typed(self, prompt: str, editable: str | None = None) -> str:
        """Return what is typed; ``editable`` stands there already, to be corrected."""
        try:
            # Only here: not every system has it, and loading it may write to the terminal.
            import readline
        except ImportError:
            return self.ask(f"{prompt}[{editable}] " if editable else prompt).strip()
        if editable:
            readline.set_startup_hook(lambda: readline.insert_text(editable))
        try:
            return self.ask(prompt).strip()
        finally:
            readline.set_startup_hook()

    def _new_source(self) -> str | None:
        """Ask for a source that isn't on file, and take it up; None if it is there already."""
        self._say("\nWhat kind of source is it?")
        kinds = {name: kind.choice for name, kind in KINDS.items() if kind.choice}
        self._list(kinds)
        kind = None
        while kind is None:
            kind = self._word(self._fact("type", "article"), kinds)
        place, question = KINDS[kind].asked
        required = bibliography.required_of(kind)
        # What is not answered yet is right, so that what is found is wrong with the last answer.
        fields = {name: _STAND_INS.get(name, "A place") for name in required}
        for name, text in {**_OF_A_SOURCE, place: question}.items():
            if name == "url" and fields["doi"]:
                continue
            self._say(f"\n{text}")
            is_right = False
            while not is_right:
                fields[name] = self._fact(name, "", must=name in required)
                reference = bibtex.reference(kind, {k: v for k, v in fields.items() if v})
                merged = importing.merge(self.evidence, [reference], "")
                if merged.skipped:
                    self._say(f"\nIt is already on file: {merged.skipped[0].reason}")
                    return None
                for finding in merged.findings:
                    self._say(f"\n{finding.message} {finding.hint}")
                is_right = not merged.findings
        for _, remark in merged.remarks:
            self._say(f"\n{remark}")
        self.files |= merged.files
        ((path, text),) = merged.files.items()
        sources, _ = bibliography.parse(text, path)
        self.evidence = replace(self.evidence, sources=self.evidence.sources | sources)
        ((key, named),) = merged.added.items()
        self._say(f"\nIts key is {key}: {named}")
        return key

    def _fact(self, name: str, default: str, *, must: bool = True) -> str:
        """Ask for one thing about a source, which may be left open unless it must be there."""
        hint = f" [{default}]" if default else "" if must else " [nothing]"
        while True:
            answer = self._typed(f"{name}{hint}: ") or default
            if answer == _NOTHING and not must:
                return ""
            if answer or not must:
                return answer
            self._say("This needs an answer.")

    def confirm_id(self, proposal: str) -> str:
        """Ask for the record's id, which is also its file's name."""
        self._say("\nThe record's id, which is permanent: source, year, and what it is about.")
        return self._typed(f"id [{proposal}]: ") or proposal

    def _is_text(self, name: str, answers: dict[str, Any]) -> bool:
        """Whether what is typed is the answer itself."""
        return not FIELD[name].refers_to and not self._choices(name, answers)

    def _choices(self, name: str, answers: dict[str, Any]) -> dict[str, str]:
        """Return what can be chosen, with an explanation each; empty where it is free text."""
        if name == "study":
            return {
                study_id: entry.value.name
                for study_id, entry in self.evidence.studies.items()
                if answers.get("source") in entry.value.sources
            }
        if choices := FIELD[name].choices:
            return dict(choices)
        terms = self.evidence.vocabulary(FIELD[name].refers_to or "")
        hidden = "not_applicable" if name == "direction" else ""
        return {key: _explained(term) for key, term in terms.items() if key != hidden}

    def _default(self, name: str, answers: dict[str, Any]) -> Any:
        if self.former.get(name):
            return self.former[name]
        reporting = list(self._choices("study", answers))
        if name == "study":  # where only one reports the source, it is likely the one
            return reporting[0] if len(reporting) == 1 else None
        if name == "study_type" and len(reporting) == 1:
            return self.evidence.studies[reporting[0]].value.design
        if name == "study_sample":
            return answers["sample"]
        if name == "read_on":
            return answers["added"]
        if name == "nearness":
            return Record.model_fields[name].default
        study = self.evidence.studies.get(answers.get("study") or "")
        if study and name in Study.model_fields:
            value = getattr(study.value, name)
            return list(value) if isinstance(value, tuple) else value
        return None

    def _list(self, choices: dict[str, str]) -> None:
        width = shutil.get_terminal_size().columns
        for number, (key, explanation) in enumerate(choices.items(), start=1):
            self._say(
                textwrap.fill(
                    f"{number:>3}  {key} – {explanation}", width, subsequent_indent="     "
                )
            )

    def _word(self, answer: str, choices: dict[str, str]) -> str | None:
        """Return the choice given by its number, word or beginning; say so if there is none."""
        keys = list(choices)
        if answer.isdecimal() and 0 < int(answer) <= len(keys):
            return keys[int(answer) - 1]
        word = _in_one(answer)
        matches = [key for key in keys if _in_one(key).startswith(word)]
        for key in matches:
            if _in_one(key) == word:
                return key
            if len(matches) == 1:
                self._say(f"{key}: {choices[key]}")
                return key
        self._say(f"'{answer}' is not one of these. {did_you_mean(answer, keys)}")
        return None

    def _source(self, answer: str) -> str | None:
        """Return the key of the source that was given by key or words; list those it may be."""
        sources = self.evidence.sources
        if answer in sources:
            return answer
        if answer.isdecimal() and 0 < int(answer) <= len(self._offered):
            return self._offered[int(answer) - 1]
        words = answer.casefold().split()
        matches = [
            source
            for source in sources.values()
            if all(any(s.startswith(word) for s in _searched(source)) for word in words)
        ]
        if len(matches) == 1:
            self._say(f"{matches[0].key}: {importing.named(matches[0])}")
            return matches[0].key
        if not matches:
            self._say(
                f"There is no source '{answer}'. {did_you_mean(answer, sources)} "
                f"Type '{NEW}' to add it."
            )
        else:
            self._say("Which of these? Type its number or key.")
            offered = {source.key: importing.named(source) for source in matches[:_MOST_MATCHES]}
            self._list(offered)
            self._offered = list(offered)
            if len(matches) > _MOST_MATCHES:
                more = len(matches) - _MOST_MATCHES
                self._say(f"     … and {more} more. Add a word to narrow the list.")
        return None

    def _say(self, text: str) -> None:
        print(text)


def like_on_file(evidence: Evidence, answers: Mapping[str, Any]) -> str | None:
    """Return which study on file may be the new one that the answers describe, or None."""
    names = {study: entry.value.name for study, entry in evidence.studies.items()}
    return like_study(answers.get("study_name") or "", names)


def _in_one(words: str) -> str:
    """Return words as one, whether they were joined or not."""
    return re.sub("['’]", "", re.sub("[ _]", "-", words.casefold()))


def _explained(term: Term) -> str:
    return f"{term.label}: {term.definition}"


def _searched(source: Source) -> list[str]:
    """Return the words by which a source is found."""
    text = plain(" ".join((source.key, *source.authors, source.title, source.short)))
    return re.findall(r"\w+", text.casefold())


def _display(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else str(value)
