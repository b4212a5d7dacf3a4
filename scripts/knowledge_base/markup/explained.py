"""A word that explains itself: a link to the glossary, and with scripts a note beside it."""

from knowledge_base.markup.html import Html, element
from knowledge_base.views.glossary import Explained


def explained_word(spelled: str, word: Explained, href: str) -> Html:
    """Return a word as a text spells it, with its explanation; ``href`` leads to its entry."""
    return element(
        "a",
        {"class": "kb-term", "href": href, "data-explanation": word.explanation},
        element("abbr", {"title": word.stands_for}, spelled) if word.stands_for else spelled,
    )
