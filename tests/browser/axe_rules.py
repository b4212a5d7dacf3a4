"""What axe finds wrong with a page as it stands: rules of WCAG 2.2 AA, and good practice."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    # Else axe describes each element that is right, too, which takes most of its time.
    "resultTypes": ["violations"],
}


def violations(page: Page) -> list[str]:
    """What axe finds: the rule, what it asks, and the first elements that break it."""
    return [
        f"{violation['id']}: {violation['help']}: "
        + "; ".join(node["html"][:200] for node in violation["nodes"][:3])
        for violation in Axe().run(page, options=OPTIONS).response["violations"]
    ]
