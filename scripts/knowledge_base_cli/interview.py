"""Asking for what a record must say, one question at a time, at a terminal."""

from __future__ import annotations

import re
import shutil
import textwrap
from collections.abc import Callable
from typing import Any

from knowledge_base.evidence import Evidence
from knowledge_base.model.base import NOT_REPORTED
from knowledge_base.model.source import Source, plain
from knowledge_base.model.vocabulary import Term
from knowledge_base.scaffold import wanted
from knowledge_base.validation import did_you_mean

_VOCABULARIES = {
    "component": "component",
    "kind": "claim-kind",
    "outcomes": "outcome",
    "factor": "factor",
    "direction": "direction",
    "study_type": "study-type",
    "setting": "setting",
    "countries": "country",
    "how_read": "how-read",
}
_SEVERAL = ("outcomes", "countries")
_QUESTIONS = {
    "component": "Which part of the model is the claim about?",
    "claim": "What does the source say? One plain sentence of yours, no stronger than the source.",
    "kind": "What kind of statement is that?",
    "outcomes": "What may change? Several are parted by commas.",
    "factor": "What helps or hinders?",
    "direction": "Which way does the finding point?",
    "source": "Which source makes the claim? Its key, or a word of its author or title.",
    "study": "Which study is behind it?",
    "study_type": "What kind of research or document is it?",
    "setting": "In which field of practice?",
    "countries": "In which country? Several are parted by commas.",
    "sample": f"Who or what was studied? In the source's terms, or {NOT_REPORTED}.",
    "how_read": "Did you read the source itself?",
    "through": "Which document did you read instead? Its key, or a word of its author or title.",
    "through_location": "Where in that document does the claim stand?",
    "location": "Where in the source does it stand? Section, page or table.",
    "note": "What else must a reader know?",
}
_FROM_STUDY = {
    "study_type": "design",
    "setting": "setting",
    "countries": "countries",
    "sample": "sample",
}
_MOST_MATCHES = 15
_NOTHING = "-"
"""What is typed instead of a proposal where nothing is meant."""


class Interview:
    """Asks until every answer that is needed is there, and each is one that can be right."""

    def __init__(self, evidence: Evidence, ask: Callable[[str], str]) -> None:
        self.evidence = evidence
        self.ask = ask
        self._offered: list[str] = []
        """Sources listed last, from which a number chooses."""

    def complete(self, answers: dict[str, Any]) -> None:
        """Ask for what ``answers`` lacks, and put it there; what may stay open becomes None."""
        while lacking := [
            (name, must) for name, must in wanted(self.evidence, answers) if name not in answers
        ]:
            name, must = lacking[0]
            answers[name] = self.answer(name, answers, must=must)

    def answer(self, name: str, answers: dict[str, Any], *, must: bool) -> Any:
        """Ask one question until the answer fits; None if it may be and was left open."""
        self._offered = []
        choices = self._choices(name, answers)
        if name == "study" and not choices and not must:
            return None
        default = self._default(name, answers)
        self._say(f"\n{_QUESTIONS[name]}")
        self._list(choices)
        hint = f" [{_shown(default)}]" if default else "" if must else " [nothing]"
        if default and not must:
            hint = f" [{_shown(default)}, or {_NOTHING} for none]"
        while True:
            given = self.ask(f"{name.replace('_', ' ')}{hint}: ").strip()
            if not given and default:
                return default
            if given in ("", _NOTHING) and not must:
                return None
            if not given:
                self._say("This can't be left open.")
            elif name in ("source", "through"):
                if key := self._source(given):
                    return key
            elif not choices:
                return given
            else:
                several = name in _SEVERAL
                words = given.replace(";", ",").split(",") if several else [given]
                found = [self._word(word.strip(), choices) for word in words if word.strip()]
                if found and all(found):
                    return list(dict.fromkeys(found)) if several else found[0]

    def confirm_id(self, proposal: str) -> str:
        """Ask for the record's id, which is also its file's name."""
        self._say("\nThe record's id, which is permanent: source, year, and what it is about.")
        return self.ask(f"id [{proposal}]: ").strip() or proposal

    def _choices(self, name: str, answers: dict[str, Any]) -> dict[str, str]:
        """Return what can be chosen, with an explanation each; empty where it is free text."""
        if name == "study":
            return {
                study_id: entry.value.name
                for study_id, entry in self.evidence.studies.items()
                if answers.get("source") in entry.value.sources
            }
        terms = self.evidence.vocabulary(_VOCABULARIES.get(name, ""))
        hidden = "not_applicable" if name == "direction" else ""
        return {key: _explained(term) for key, term in terms.items() if key != hidden}

    def _default(self, name: str, answers: dict[str, Any]) -> Any:
        if name == "study":  # where only one reports the source, it is likely the one
            studies = list(self._choices(name, answers))
            return studies[0] if len(studies) == 1 else None
        study = self.evidence.studies.get(answers.get("study") or "")
        if study and name in _FROM_STUDY:
            value = getattr(study.value, _FROM_STUDY[name])
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

    def _word(self, given: str, choices: dict[str, str]) -> str | None:
        """Return the choice that was given by number, word or label; say so if there is none."""
        keys = list(choices)
        if given.isdecimal() and 0 < int(given) <= len(keys):
            return keys[int(given) - 1]
        for key in keys:
            if given.casefold().replace(" ", "-") == key.casefold():
                return key
        self._say(f"'{given}' is none of these. {did_you_mean(given, keys)}")
        return None

    def _source(self, given: str) -> str | None:
        """Return the key of the source that was given by key or words; list those it may be."""
        sources = self.evidence.sources
        if given in sources:
            return given
        if given.isdecimal() and 0 < int(given) <= len(self._offered):
            return self._offered[int(given) - 1]
        words = given.casefold().split()
        matches = [
            source
            for source in sources.values()
            if all(any(s.startswith(word) for s in _searched(source)) for word in words)
        ]
        if len(matches) == 1:
            self._say(f"{matches[0].key}: {_named(matches[0])}")
            return matches[0].key
        if not matches:
            self._say(
                f"There is no source '{given}'. {did_you_mean(given, sources)} "
                "New ones are added to evidence/sources.bib first, by hand or by `kb import`."
            )
        else:
            self._say("Which of these? Its number or key.")
            offered = {source.key: _named(source) for source in matches[:_MOST_MATCHES]}
            self._list(offered)
            self._offered = list(offered)
            if len(matches) > _MOST_MATCHES:
                self._say(f"     … and {len(matches) - _MOST_MATCHES} more; add a word.")
        return None

    def _say(self, text: str) -> None:
        print(text)


def _explained(term: Term) -> str:
    return f"{term.label}: {term.definition}"


def _named(source: Source) -> str:
    return f"{source.short} {source.title}"


def _searched(source: Source) -> list[str]:
    """Return the words by which a source is found."""
    text = plain(" ".join((source.key, *source.authors, source.title, source.short)))
    return re.findall(r"\w+", text.casefold())


def _shown(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else str(value)
