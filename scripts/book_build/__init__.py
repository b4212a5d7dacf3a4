"""Builds the book in a place of its own, and publishes it whole or not at all.

`make site` runs it. The bare `jupyter-book build .` works without it.
"""
