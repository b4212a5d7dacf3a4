# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace

READ = "records/listening-sheets/wader-2023-pleasure.yml"
GONE = "records/sight-singing/cobb-2018-confidence-of-everyone.yml"

CASES = {
    "a record was added before it was read": Case(
        replace(READ, "added: 2024-05-02", "added: 2024-02-05"),
        report="""
evidence/records/listening-sheets/wader-2023-pleasure.yml:30:8: error[order-of-days] the record was added on 2024-02-05, before it was read (2024-05-02).
    Correct the one that is wrong.
""",
    ),
    "a source was read before it appeared": Case(
        replace(READ, "  on: 2024-05-02", "  on: 2022-05-02"),
        report="""
evidence/records/listening-sheets/wader-2023-pleasure.yml:16:7: error[order-of-days] it was read on 2022-05-02, before its source could appear (2023-01-01).
    Correct the one that is wrong.
""",
    ),
    "a source was read again before it was read": Case(
        replace(READ, "  on: 2024-05-02", "  on: 2024-05-02\n  again: 2024-05-01"),
        report="""
evidence/records/listening-sheets/wader-2023-pleasure.yml:17:10: error[order-of-days] it was read again on 2024-05-01, before it was read (2024-05-02).
    Correct the one that is wrong.
""",
    ),
    "a record was superseded before it was added": Case(
        replace(GONE, "  date: 2024-03-02", "  date: 2023-03-02"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence-of-everyone.yml:20:9: error[order-of-days] it was taken back on 2023-03-02, before the record was added (2024-02-01).
    Correct the one that is wrong.
""",
    ),
}
