"""The only way in which text gets into HTML and SVG: elements whose parts are escaped.

HTML that we make stands in the pages' Markdown only as the fingerprint of a text that was kept
here. Raw HTML in Markdown is switched off for the whole book, so nothing that the evidence holds
can become any.
"""

import hashlib
import json
from collections.abc import Iterable
from typing import Self

from markupsafe import Markup

from knowledge_base.wording.typography import typographic

_STORE: dict[str, str] = {}


class Html(Markup):
    """Text that is HTML already. Plain strings that are joined to it are escaped."""

    @classmethod
    def escape(cls, value: object, /) -> Self:
        """Return ``value`` as HTML that shows it as it is."""
        return cls(value if isinstance(value, Markup) else Markup.escape(value))

    def keep(self) -> str:
        """Keep this HTML for the page that is being made; return the name to ask for it by."""
        name = hashlib.sha256(self.encode()).hexdigest()[:32]
        _STORE[name] = str(self)
        return name


def stored_html(name: str) -> str | None:
    """Return the HTML that was kept under a name; None if there is none."""
    return _STORE.get(name)


def forget_stored() -> None:
    """Forget the HTML that was kept for a page, which has been made."""
    _STORE.clear()


SUPPORT = "kb-support"
"""The element that marks where HTML cites; the page that shows it numbers its citations."""


def support(
    record_ids: Iterable[str], keys: Iterable[str], place: str | None, *, verbatim: bool = False
) -> Html:
    """Return the place of what something rests on: records, sources, and a place in the report.

    ``verbatim`` says that the records' claims stand beside it as they are.
    """
    rests = f"{' '.join(record_ids)} | {' '.join(keys)} | {place or ''}"
    if not rests.strip(" |"):
        return Html()
    return element(SUPPORT, {"data-rests": rests, "data-verbatim": verbatim})


PROSE = "kb-prose"
"""The element around running text; the page that shows it explains the words that it uses first."""


def prose(text: str) -> Html:
    """Return running text as printers set it, in which the page explains its words."""
    return element(PROSE, {}, typographic(text))


ON_SITE = "site:"
"""What an address in HTML begins with that is seen from the root of the site."""


def on_site(address: str) -> str:
    """Return an address for HTML that any page can show, which makes it one seen from there."""
    return f"{ON_SITE}{address}"


_VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}


def element(tag: str, attributes: dict[str, object] | None = None, /, *children: object) -> Html:
    """Return an element. Text in it is escaped, and so are its attributes.

    An attribute that is None or False is left out; one that is True stands without a value. There
    are no inline styles: the site's policy for browsers refuses them.
    """
    values = attributes or {}
    if "style" in values or any(name.startswith("on") for name in values):
        raise ValueError(f"<{tag}> takes no inline style and no handler of events")
    words = Html().join(
        Html(f" {name}") if value is True else Html(f' {name}="{Html.escape(value)}"')
        for name, value in values.items()
        if value is not None and value is not False
    )
    if tag in _VOID:
        return Html(f"<{tag}{words}>")
    return Html(f"<{tag}{words}>{fragment(*children)}</{tag}>")


def fragment(*children: object) -> Html:
    """Return parts one after the other; None is nothing."""
    return Html().join(Html.escape(child) for child in children if child is not None)


def unseen(text: str) -> Html:
    """Return words for screen readers alone: what sets a link apart from others like it."""
    return element("span", {"class": "kb-hidden"}, typographic(text))


def as_json(data: object) -> Html:
    """Return data for a JSON script element, which no text in it can end."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Html(text.replace("<", "\\u003c"))
