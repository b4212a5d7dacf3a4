"""What posts at rates of an earlier year would pay after the awards since then: our calculation."""

from dataclasses import dataclass

from knowledge_base.model.clinician_post import ClinicianPost
from knowledge_base.model.context import PayAward
from knowledge_base.model.knowledge_base import KnowledgeBase


@dataclass(frozen=True)
class LaterPay:
    """What a post would pay in a later year, in pounds."""

    post_id: str
    post: ClinicianPost
    year: str
    low: int
    high: int
    percent: float
    """How much more that is than as advertised, in per cent."""


def awards(kb: KnowledgeBase) -> tuple[PayAward, ...]:
    """Return the awards on file, the earliest first."""
    return tuple(
        sorted((e.award for e in kb.context.values() if e.award), key=lambda award: award.year)
    )


def later_pay(kb: KnowledgeBase) -> tuple[LaterPay, ...]:
    """Return each post's pay in each year after that of its scale, if the awards went to all."""
    rows = []
    for post_id, post in kb.clinician_posts.items():
        if post.scale is None:
            continue
        factor = 1.0
        for award in awards(kb):
            if award.year <= post.scale.year:
                continue
            factor *= 1 + award.percent / 100
            low, high = round(post.salary_low * factor), round(post.salary_high * factor)
            rows.append(LaterPay(post_id, post, award.year, low, high, (factor - 1) * 100))
    return tuple(rows)
