# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, append, replace

INTERVIEWS = "records/sight-singing/cobb-2018-confidence.yml"

CASES = {
    "a letter of another alphabet in a word": Case(
        replace(INTERVIEWS, "Singers felt", "Sing\N{CYRILLIC SMALL LETTER IE}rs felt"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:2:12: error[look-alike-letter] the letter 'е' (U+0435) in 'Singеrs' is of the Cyrillic alphabet.
    Type the word anew on your keyboard; it often comes with text from elsewhere.
""",
    ),
    "a letter of another alphabet in an id": Case(
        replace(
            INTERVIEWS,
            "study: larkwater-interviews",
            "study: l\N{CYRILLIC SMALL LETTER A}rkwater-interviews",
        ),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:7:8: error[unknown-reference] there is no study 'lаrkwater-interviews'.
    Did you mean 'larkwater-interviews'? Studies are in evidence/studies/.
evidence/records/sight-singing/cobb-2018-confidence.yml:7:9: error[look-alike-letter] the letter 'а' (U+0430) in 'lаrkwater' is of the Cyrillic alphabet.
    Type the word anew on your keyboard; it often comes with text from elsewhere.
""",
    ),
    "a whole word of look-alikes": Case(
        append(
            INTERVIEWS,
            "note: It is "
            "\N{CYRILLIC SMALL LETTER ER}\N{CYRILLIC SMALL LETTER A}\N{CYRILLIC SMALL LETTER ER}"
            "\N{CYRILLIC SMALL LETTER A} who said it.\n",
        ),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:19:13: error[look-alike-letter] the letter 'р' (U+0440) in 'рара' is of the Cyrillic alphabet, like all of this word.
    Type the word anew on your keyboard; it often comes with text from elsewhere.
""",
    ),
    "a ligature from a PDF": Case(
        replace(INTERVIEWS, "confident", "con\N{LATIN SMALL LIGATURE FI}dent"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:2:29: error[look-alike-letter] the letter 'ﬁ' (U+FB01) in 'conﬁdent' is no plain letter.
    Type the word anew on your keyboard; it often comes with text from elsewhere.
""",
    ),
    "marks are stacked": Case(
        replace(INTERVIEWS, "Singers felt", "Singe" + "\N{COMBINING RING ABOVE}" * 5 + "rs felt"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:2:13: error[look-alike-letter] 5 marks are stacked on one letter.
    Delete them, and write the letter anew.
""",
    ),
    "a look-alike is spelt out": Case(
        append(INTERVIEWS, 'note: "A n\\u043ete."\n'),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:19:7: error[look-alike-letter] the letter 'о' (U+043E) in 'nоte' is of the Cyrillic alphabet.
    Type the word anew on your keyboard; it often comes with text from elsewhere.
""",
    ),
    "a look-alike in the bibliography": Case(
        replace(
            "sources/moss2016.bib", "Nowhere Press", "Nowh\N{CYRILLIC SMALL LETTER IE}re Press"
        ),
        report="""
evidence/sources/moss2016.bib:4:20: error[look-alike-letter] the letter 'е' (U+0435) in 'Nowhеre' is of the Cyrillic alphabet.
    Type the word anew on your keyboard; it often comes with text from elsewhere.
""",
    ),
}
