"""Browser code: modules in the source, joined into classic scripts when the book is built.

`bundle` joins them and `stylesheet` joins style sheets; `engine` runs scripts from Python;
`shared/` holds what several scripts use.
"""

from browser_code.bundle import BundleError, bundle, modules
from browser_code.stylesheet import stylesheet

__all__ = ["BundleError", "bundle", "modules", "stylesheet"]
