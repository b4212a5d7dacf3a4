"""How pages and commands write numbers, counts, lists and nouns: once."""
