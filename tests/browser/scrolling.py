"""Whether a key moved what is wider than the window.

Playwright's `wait_for_function` evaluates text in the page, which the site's policy refuses.
"""

from __future__ import annotations

from playwright.sync_api import Locator

_MOVED = """async (element) => {
    for (let frame = 0; frame < 300 && !element.scrollLeft; frame++) {
        await new Promise(requestAnimationFrame);
    }
    return element.scrollLeft > 0;
}"""


def has_scrolled(element: Locator) -> bool:
    """Whether the element moves sideways in the next frames, as keys move it bit by bit."""
    return bool(element.evaluate(_MOVED))
