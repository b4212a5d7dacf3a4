"""The only ways in which text gets into the languages that pages are made of."""
