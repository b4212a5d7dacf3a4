"""Views: the knowledge base seen from a question. Pure values; nothing here knows HTML."""
