"""Scripts by others that pages load, byte for byte as published, each with its licence."""

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Script:
    """A script that a package on npm holds."""

    file: str
    """Its name in this folder."""
    package: str
    version: str
    path: str
    """Where the package holds it."""
    licence: str
    """What its authors allow, as SPDX says it."""
    sha256: str

    def content(self) -> bytes:
        """Return the script as published."""
        return (FOLDER / self.file).read_bytes()


VIS_NETWORK = Script(
    file="vis-network.min.js",
    package="vis-network",
    version="10.1.5",
    path="dist/vis-network.min.js",
    licence="Apache-2.0 OR MIT",
    sha256="ec6a8e97e2aa8c588983548eb6a82725dc120da43ceda69c917018255853d8e5",
)
JS_YAML = Script(
    file="js-yaml-5.5.0.umd.min.js",
    package="js-yaml",
    version="5.5.0",
    path="dist/browser/js-yaml.umd.min.js",
    licence="MIT",
    sha256="02970a652376ad653ff069c606ee7440b0514f52ed94a98426cb52426c8e5a02",
)
SCRIPTS = (VIS_NETWORK, JS_YAML)
