from cases import Case, replace, write

RECORD = "records/training/cobb-2018-confidence.yml"
PROVIDER = "providers/willowbank-centre.yml"

CASES = {
    "a word where a list is wanted": Case(
        replace(RECORD, "countries: [england]", "countries: england"), report=""
    ),
    "a list where a word is wanted": Case(
        replace(RECORD, "setting: early-help", "setting: [early-help]"), report=""
    ),
    "a number where text is wanted": Case(
        replace(RECORD, "sample: 14 key workers", "sample: 14"), report=""
    ),
    "true where text is wanted": Case(
        replace(RECORD, "sample: 14 key workers", "sample: true"), report=""
    ),
    "nothing where text is wanted": Case(
        replace(RECORD, "sample: 14 key workers", "sample:"), report=""
    ),
    "blanks where text is wanted": Case(
        replace(RECORD, "sample: 14 key workers", 'sample: "  "'), report=""
    ),
    "text where keys are wanted": Case(
        replace(
            RECORD,
            "cited_through:\n  source: fernhollow2021\n  location: Section 3 > Training\n",
            "cited_through: fernhollow2021\n",
        ),
        report="",
    ),
    "an empty list where one thing is wanted": Case(
        replace(RECORD, "countries: [england]", "countries: []"), report=""
    ),
    "an item of a list": Case(
        replace(RECORD, "countries: [england]", "countries: [england, 44]"), report=""
    ),
    "text where a number is wanted": Case(
        replace(PROVIDER, "amount: 1200", "amount: much"), report=""
    ),
    "a number with a sign that only people read": Case(
        replace(PROVIDER, "amount: 1200", "amount: 1,200"), report=""
    ),
    "a number below nothing": Case(replace(PROVIDER, "amount: 1200", "amount: -1200"), report=""),
    "a number beyond all bounds": Case(
        replace(PROVIDER, "amount: 1200", f"amount: {'9' * 400}.5"), report=""
    ),
    "half an item": Case(
        replace("instruments/brook-wellbeing-list.yml", "items: 12", "items: 12.5"), report=""
    ),
    "a day before the first": Case(replace(PROVIDER, "- day: 1\n", "- day: 0\n"), report=""),
    "a word outside a few": Case(replace(PROVIDER, "basis: place", "basis: places"), report=""),
    "text where true or false is wanted": Case(
        replace("gaps.yml", "looked_for: true", "looked_for: perhaps"), report=""
    ),
    "a list where a record is wanted": Case(write(RECORD, "- claim: Nothing.\n"), report=""),
    "a word where a record is wanted": Case(write(RECORD, "Nothing.\n"), report=""),
    "a post without content": Case(write("clinician-posts.yml", "family-therapist:\n"), report=""),
}
