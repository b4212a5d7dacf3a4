"""Which state of the evidence this is: one answer for every page, download, citation and print."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date

from pydantic_core import to_json

from knowledge_base.model.base import Model
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.views.once import once
from knowledge_base.wording.dates import long_date
from knowledge_base.wording.sentences import wording

_WORDING = wording("about/edition")


@dataclass(frozen=True)
class Edition:
    """The date and the version of the evidence. Neither depends on the clock."""

    day: date | None
    """The newest date in the data; None where nothing is dated."""
    digest: str
    """The beginning of a fingerprint of everything in the evidence, drafts included."""

    @property
    def version(self) -> str:
        """Both in one word, for files: `2024-06-02-1f3a9c04`."""
        return f"{self.day}-{self.digest}" if self.day else self.digest

    @property
    def words(self) -> str:
        """Both as part of a sentence: `evidence as at 2 June 2024, version 1f3a9c04`."""
        day = long_date(self.day) if self.day else ""
        return _WORDING.say("edition", dated=bool(day), day=day, digest=self.digest)


@once
def edition(kb: KnowledgeBase) -> Edition:
    """Return the date and version of the evidence. The same evidence gives the same."""
    parts = {field.name: getattr(kb, field.name) for field in fields(KnowledgeBase)}
    day = max(_dates(parts), default=None)
    # On which lines of their file the sources are is no part of what they say.
    parts["sources"] = {key: (source.kind, source.fields) for key, source in kb.sources.items()}
    return Edition(day, hashlib.sha256(to_json(parts)).hexdigest()[:8])


def _dates(value: object) -> Iterator[date]:
    """Yield every date within a part of the evidence, of whatever field; a draft is none yet."""
    ahead = [value]
    while ahead:
        part = ahead.pop()
        if isinstance(part, str):
            continue
        if isinstance(part, date):
            yield part
        elif isinstance(part, Model):
            if not (isinstance(part, Record) and part.status == "draft"):
                ahead.extend(part.__dict__.values())
        elif isinstance(part, Mapping):
            ahead.extend(part.values())
        elif isinstance(part, tuple):
            ahead.extend(part)
