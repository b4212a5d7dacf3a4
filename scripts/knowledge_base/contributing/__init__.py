"""What helps people to add and correct evidence: drafts, references, rows, editor schemas."""
