"""Sphinx extensions, so that `jupyter-book build .` does everything by itself."""
