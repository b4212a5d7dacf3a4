# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, append, write

LIST = "published-ids.txt"
ALIASES = "aliases.yml"

CASES = {
    "a published record is gone": Case(
        write(LIST, "cobb-2018-confidence\ncobb-2018-sureness\nmoss-2016-gone\n"),
        report="""
evidence/published-ids.txt:3:1: error[published-ids] the record 'moss-2016-gone' was published and is gone, so links to it lead nowhere.
    Bring it back and withdraw or supersede it; if it was renamed, add 'moss-2016-gone: <its new id>' to evidence/aliases.yml.
""",
    ),
    "a record that is there has an alias": Case(
        append(ALIASES, "moss-2016-insight: moss-2016-strain\n"),
        report="""
evidence/aliases.yml:2:1: error[published-ids] 'moss-2016-insight' is a record, so its address leads to its own page.
    Remove it, or give the alias the id that the record had before.
""",
    ),
}
