"""Browser code: modules in the source, joined into classic scripts when the book is built.

`bundle` joins them, `shared/` holds what several scripts use.
"""

from browser_code.bundle import BundleError, bundle, modules

__all__ = ["BundleError", "bundle", "modules"]
