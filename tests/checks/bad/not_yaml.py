# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace, write

STUDY = "studies/moss-review.yml"
NAME = "name: Song maps, reviewed"

CASES = {
    "a backtick in front": Case(
        replace(STUDY, NAME, "name: `moss`"),
        report="""
evidence/studies/moss-review.yml:1:7: error[not-yaml] this is not YAML: found character that cannot start any token.
    Put quotes around text that begins with '`', or write it below '>-'.
""",
    ),
    "a colon in text without quotes": Case(
        replace(STUDY, NAME, "name: Family trees: reviewed"),
        report="""
evidence/studies/moss-review.yml:1:19: error[not-yaml] this is not YAML: mapping values are not allowed in this context.
    Put quotes around text that holds ': ', or write it below '>-'.
""",
    ),
    "a sign that YAML keeps for itself": Case(
        replace(STUDY, NAME, "name: @moss"),
        report="""
evidence/studies/moss-review.yml:1:7: error[not-yaml] this is not YAML: found character that cannot start any token.
    Put quotes around text that begins with '@', or write it below '>-'.
""",
    ),
    "a tab in front": Case(
        replace(STUDY, NAME, "name:\n\tMoss"),
        report="""
evidence/studies/moss-review.yml:2:1: error[not-yaml] this is not YAML: found character that cannot start any token.
    Indent with spaces; YAML takes no tabs there.
""",
    ),
    "a bracket that is not closed": Case(
        replace(STUDY, "sources: [moss2016]", "sources: [moss2016"),
        report="""
evidence/studies/moss-review.yml:2:10: error[not-yaml] this is not YAML: did not find expected ',' or ']'.
    Close the bracket that opens here.
""",
    ),
    "a quote that is not closed": Case(
        replace(STUDY, NAME, 'name: "Moss'),
        report="""
evidence/studies/moss-review.yml:1:7: error[not-yaml] this is not YAML: found unexpected end of stream.
    Close the quotation mark that opens here.
""",
    ),
    "text below >- that is not indented": Case(
        replace(STUDY, NAME, f"{NAME}\nof the choir"),
        report="""
evidence/studies/moss-review.yml:2:1: error[not-yaml] this is not YAML: could not find expected ':'.
    Indent this line if it goes on with the text above. Otherwise, put a colon and a blank behind the field's name.
""",
    ),
    "the frame of an example": Case(
        replace(STUDY, NAME, f"```yaml\n{NAME}"),
        report="""
evidence/studies/moss-review.yml:1:1: error[not-yaml] this is not YAML: found character that cannot start any token.
    Remove this line; it frames an example, and is no part of it.
""",
    ),
    "an empty file": Case(
        write(STUDY, ""),
        report="""
evidence/studies/moss-review.yml:1:1: error[not-yaml] the file is empty.
    Fill it, or remove the file.
""",
    ),
    "a file of comments": Case(
        write(STUDY, "# To be written.\n"),
        report="""
evidence/studies/moss-review.yml:1:1: error[not-yaml] the file is empty.
    Fill it, or remove the file.
""",
    ),
    "two documents": Case(
        replace(STUDY, "design:", "---\ndesign:"),
        report="""
evidence/studies/moss-review.yml:4:1: error[not-yaml] the file holds more than one document.
    Keep one document a file: remove the line '---' in the middle.
""",
    ),
    "a key that is a list": Case(
        replace(STUDY, NAME, "? [name]\n: Moss"),
        report="""
evidence/studies/moss-review.yml:1:3: error[not-yaml] a key must be a plain word.
    Put quotes around text that begins with '{', '[' or '?'.
""",
    ),
    "a key that is a mapping": Case(
        replace(STUDY, NAME, "{name: x}: Moss"),
        report="""
evidence/studies/moss-review.yml:1:1: error[not-yaml] a key must be a plain word.
    Put quotes around text that begins with '{', '[' or '?'.
""",
    ),
    "lists in lists without end": Case(
        replace(STUDY, NAME, f"name: {'[' * 5000}"),
        report="""
evidence/studies/moss-review.yml:1:27: error[not-yaml] values are nested more than 20 deep.
    Compare the indentation with another file of the same kind.
""",
    ),
    "another version of YAML": Case(
        replace(STUDY, NAME, f"%YAML 3.0\n---\n{NAME}"),
        report="""
evidence/studies/moss-review.yml:1:1: error[not-yaml] this is not YAML: found incompatible YAML document.
    Look at the indentation, and quote text that holds ': ' or begins with a sign such as '@', '%', '[' or '*'.
""",
    ),
}
