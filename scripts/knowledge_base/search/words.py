"""Words that readers ask by and the pages don't say."""

from __future__ import annotations

ALIKE: tuple[tuple[str, ...], ...] = (
    ("cost", "price", "fee", "expensive", "cheap", "cheapest", "afford"),
    ("pay", "salary", "wage", "earn"),
    ("course", "training", "qualification"),
    ("trainer", "provider"),
    ("questionnaire", "instrument", "tool", "measure", "scale"),
    ("burnout", "stress", "exhaustion"),
    ("wellbeing", "morale"),
    ("turnover", "retention", "leaving", "staying"),
    ("child", "children", "young", "youth", "adolescent"),
    ("parent", "carer", "mother", "father"),
    ("staff", "worker", "practitioner", "workforce"),
    ("barrier", "hinder", "obstacle", "difficulty"),
    ("enabler", "help", "facilitator"),
    ("online", "remote", "virtual"),
    ("graces", "grrraaacceeesss"),
    ("qualitative", "interview"),
    ("trial", "rct", "randomised", "experiment"),
)
"""Words that are asked for one another. A word that was asked for weighs more than its like."""

ASKED: dict[str, str] = {
    "book/start": "what is the model overview summary introduction",
    "book/questions": "questions answers summary briefing commissioner policymaker minister",
    "book/blueprint/training": "training how many hours how long days accredited AFT level",
    "book/blueprint/clinician": "clinician how many hours how much time role",
    "book/blueprint/group-supervision": "group supervision how often how long how many "
    "people group size",
    "book/blueprint/genograms": "social graces GRRRAAACCEEESSS family tree",
    "book/blueprint/tidier": "checklist template description intervention",
    "book/evidence/map": "graph filter matrix does it work effect outcomes evidence",
    "book/evidence/outcomes": "does it work what works effect effective effectiveness impact "
    "results",
    "book/evidence/gaps": "unknown missing open questions research needed not known",
    "book/evidence/studies": "research evaluations",
    "book/plan/providers": "price cost fee how much cheapest foundation course provider region "
    "town near me who teaches",
    "book/plan/curricula": "content syllabus topics what is taught days",
    "book/plan/clinician-posts": "salary pay wage how much earn job advert",
    "book/plan/instruments": "questionnaire measure validity reliability how many items which "
    "age how long",
    "book/plan/logic-model": "theory of change mechanism",
    "book/plan/pilot": "pilot cost price budget how much how many hours planner calculator area "
    "needs money time",
    "book/plan/next-steps": "recommendations what to do next evaluator",
    "book/about/discrepancies": "before you quote briefing what may I say wrong errors caution",
    "book/about/method": "how was this made limits scoping report",
    "book/about/data": "download csv licence reuse cite citation",
    "book/about/contribute": "add correct record mistake",
    "book/about/accessibility": "accessible screen reader keyboard",
    "book/about/references": "bibliography sources literature",
    "book/about/glossary": "definitions meaning words vocabulary",
}
"""What readers may ask for, by the page that answers it."""

COUNTIES: dict[str, str] = {
    "south-east": "Berkshire Buckinghamshire Hampshire Kent Oxfordshire Surrey Sussex "
    "Isle of Wight",
    "south-west": "Bristol Cornwall Devon Dorset Gloucestershire Somerset Wiltshire",
    "east-of-england": "Bedfordshire Cambridgeshire Essex Hertfordshire Norfolk Suffolk",
    "midlands": "Derbyshire Herefordshire Leicestershire Lincolnshire Northamptonshire "
    "Nottinghamshire Shropshire Staffordshire Warwickshire Worcestershire",
    "west-midlands": "Herefordshire Shropshire Staffordshire Warwickshire Worcestershire",
    "north-west": "Cheshire Cumbria Lancashire Manchester Merseyside",
    "yorkshire-and-the-humber": "Yorkshire Lincolnshire",
}
"""Counties of England's regions, by which readers look for a course near them."""
