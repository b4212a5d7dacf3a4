"""Clinicians' posts: what the adverts show beside what the text says, and what there is without."""

from __future__ import annotations

from dataclasses import replace

from knowledge_base.load import KnowledgeBase
from knowledge_base.surfaces import charts, posts


def test_a_base_without_posts_says_so(knowledge_base: KnowledgeBase):
    kb = replace(knowledge_base, clinician_posts={})
    assert posts.overview(kb) == charts.posts_chart(kb) == "No post is on file."
    # A table without rows would stop the build.
    assert posts.table(kb) == posts.source(kb) == posts.limits(kb) == ""
