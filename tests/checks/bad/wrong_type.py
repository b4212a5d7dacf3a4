# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace, write

RECORD = "records/sight-singing/cobb-2018-confidence.yml"
PROVIDER = "providers/willowbank-school.yml"

CASES = {
    "keys where a word is wanted": Case(
        replace(RECORD, "sample: 14 singers", "sample: {n: 14}"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:11:9: error[wrong-type] 'sample' must be text, not keys with values.
    Compare with another file of the same kind.
""",
    ),
    "a word where a list is wanted": Case(
        replace(RECORD, "countries: [norland]", "countries: norland"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:10:12: error[wrong-type] 'countries' must be a list, not 'norland'.
    Put square brackets around it, also where there is only one.
""",
    ),
    "a list where a word is wanted": Case(
        replace(RECORD, "setting: village-choirs", "setting: [village-choirs]"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:9:10: error[wrong-type] 'setting' must be text, not a list.
    Compare with another file of the same kind.
""",
    ),
    "a number where text is wanted": Case(
        replace(RECORD, "sample: 14 singers", "sample: 14"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:11:9: error[wrong-type] 'sample' must be text, not 14.
    Put quotes around it, so that it is read as text.
""",
    ),
    "true where text is wanted": Case(
        replace(RECORD, "sample: 14 singers", "sample: true"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:11:9: error[wrong-type] 'sample' must be text, not true.
    Put quotes around it, so that it is read as text.
""",
    ),
    "nothing where text is wanted": Case(
        replace(RECORD, "sample: 14 singers", "sample:"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:11:8: error[wrong-type] 'sample' must be text, not empty.
    Give it a value. What the source does not report is written 'not_reported'.
""",
    ),
    "an optional field that says nothing": Case(
        replace(RECORD, "sample: 14 singers", "sample: 14 singers\nfactor:"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:12:8: error[wrong-type] 'factor' is empty.
    Give it a value, or remove the key.
""",
    ),
    "blanks where text is wanted": Case(
        replace(RECORD, "sample: 14 singers", 'sample: "  "'),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:11:9: error[wrong-type] 'sample' must say something, not '  '.
    Compare with another file of the same kind.
""",
    ),
    "text where keys are wanted": Case(
        replace(
            RECORD,
            "cited_through:\n  source: fernhollow2021\n  location: Section 3 > Course\n",
            "cited_through: fernhollow2021\n",
        ),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:14:16: error[wrong-type] 'cited_through' must hold keys with values, not 'fernhollow2021'.
    Compare with another file of the same kind.
""",
    ),
    "an empty list where one thing is wanted": Case(
        replace(RECORD, "countries: [norland]", "countries: []"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:10:12: error[wrong-type] 'countries' must name at least one, not [].
    Compare with another file of the same kind.
""",
    ),
    "an item of a list": Case(
        replace(RECORD, "countries: [norland]", "countries: [norland, 44]"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:10:22: error[wrong-type] item 2 of 'countries' must be text, not 44.
    Put quotes around it, so that it is read as text.
""",
    ),
    "text where a number is wanted": Case(
        replace(PROVIDER, "amount: 1200", "amount: much"),
        report="""
evidence/providers/willowbank-school.yml:16:15: error[wrong-type] 'amount' must be a number, not 'much'.
    Write digits and at most a point, without quotes, commas or signs of currency.
""",
    ),
    "a number with a sign that only people read": Case(
        replace(PROVIDER, "amount: 1200", "amount: 1,200"),
        report="""
evidence/providers/willowbank-school.yml:16:15: error[wrong-type] 'amount' must be a number, not '1,200'.
    Write digits and at most a point, without quotes, commas or signs of currency.
""",
    ),
    "a number below nothing": Case(
        replace(PROVIDER, "amount: 1200", "amount: -1200"),
        report="""
evidence/providers/willowbank-school.yml:16:15: error[wrong-type] 'amount' must be 0 or more, not -1200.
    Compare with another file of the same kind.
""",
    ),
    "a number beyond all bounds": Case(
        replace(PROVIDER, "amount: 1200", f"amount: {'9' * 400}.5"),
        report="""
evidence/providers/willowbank-school.yml:16:15: error[wrong-type] 'amount' must be a number, not '9999999999999999999999999999999999999999999999999999999999….
    Write digits and at most a point, without quotes, commas or signs of currency.
""",
    ),
    "half an item": Case(
        replace("instruments/brook-listening-list.yml", "items: 12", "items: 12.5"),
        report="""
evidence/instruments/brook-listening-list.yml:5:8: error[wrong-type] 'items' must be a whole number, not 12.5.
    Write digits and at most a point, without quotes, commas or signs of currency.
""",
    ),
    "a day before the first": Case(
        replace(PROVIDER, "- day: 1\n", "- day: 0\n"),
        report="""
evidence/providers/willowbank-school.yml:23:16: error[wrong-type] 'day' must be 1 or more, not 0.
    Compare with another file of the same kind.
""",
    ),
    "a word outside a few": Case(
        replace(PROVIDER, "basis: place", "basis: places"),
        report="""
evidence/providers/willowbank-school.yml:17:14: error[wrong-type] 'basis' must be 'place', 'cohort', 'tailored' or 'not_reported', not 'places'.
    Did you mean 'place'?
""",
    ),
    "text where true or false is wanted": Case(
        replace("gaps.yml", "looked_for: true", "looked_for: perhaps"),
        report="""
evidence/gaps.yml:7:15: error[wrong-type] 'looked_for' must be true or false, not 'perhaps'.
    Compare with another file of the same kind.
""",
    ),
    "a list where a record is wanted": Case(
        write(RECORD, "- claim: Nothing.\n"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:1:1: error[wrong-type] the file must hold keys with values, not a list.
    Compare with another file of the same kind.
""",
    ),
    "a word where a record is wanted": Case(
        write(RECORD, "Nothing.\n"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:1:1: error[wrong-type] the file must hold keys with values, not 'Nothing.'.
    Compare with another file of the same kind.
""",
    ),
    "a post without content": Case(
        write("clinician-posts.yml", "singing-teacher:\n"),
        report="""
evidence/clinician-posts.yml:1:17: error[wrong-type] 'singing-teacher' must hold keys with values, not empty.
    Give it a value.
""",
    ),
    "a field of a source says nothing": Case(
        replace(
            "sources/moss2016.bib",
            "publisher = {Nowhere Press},",
            "publisher = {Nowhere Press},\n  pages = {},",
        ),
        report="""
evidence/sources/moss2016.bib:5:3: error[wrong-type] 'pages' is empty.
    Give it a value, or remove the field.
""",
    ),
    "a vocabulary is emptied": Case(
        write("vocabularies/setting.yml", "{}\n"),
        report="""
evidence/vocabularies/setting.yml:1:1: error[wrong-type] the file must name at least one, not {}.
    Compare with another file of the same kind.
""",
    ),
    "a bound is not one of its words": Case(
        replace("blueprint/part-rehearsals.yml", "bound: typical", "bound: typcal"),
        report="""
evidence/blueprint/part-rehearsals.yml:36:12: error[wrong-type] 'bound' must be 'minimum', 'maximum', 'typical' or 'about', not 'typcal'.
    Did you mean 'typical'?
""",
    ),
    "a price is for half a place": Case(
        replace("providers/willowbank-school.yml", "places: 20", "places: 0.5"),
        report="""
evidence/providers/willowbank-school.yml:45:15: error[wrong-type] 'places' must be a whole number, not 0.5.
    Write digits and at most a point, without quotes, commas or signs of currency.
""",
    ),
    "a course is longer than any": Case(
        replace("providers/willowbank-school.yml", "days: 12", "days: 1200"),
        report="""
evidence/providers/willowbank-school.yml:11:13: error[wrong-type] 'days' must be 400 or less, not 1200.
    Compare with another file of the same kind.
""",
    ),
}
