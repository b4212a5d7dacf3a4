"""A module a page: facts of the knowledge base, placed."""
