"""Joins JavaScript modules into one classic script, because a page opened as a file loads none.

It understands the part of the module syntax that our own code keeps to, a line at a time, as the
formatter writes it:

- `import { a, b } from "./x.js";`, `import { a } from "#shared/x.js";` (a file of `shared/`), over
  several lines too. Modules are ordered so that each stands after those that it imports.
- `export` before a function, class, `const` or `let` at the top level, one name a declaration.

All modules of a bundle share the scope of one function, so that nothing becomes global but the
name that the bundle is given: it holds what the entry module exports. Comments and needless blanks
are left out.

It can't do, and refuses: default exports, `import *`, renaming, exporting what was imported, top
level declarations that take a value apart, imports in a circle, two modules with the same name at
the top level. It doesn't notice a misspelt variable: linter and type checker do.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rjsmin import jsmin

SHARED = Path(__file__).parent / "shared"
"""What `#shared/` means; package.json says the same to editors and checkers."""

_IMPORT = re.compile(r'^import \{(?P<names>[^{}]*)\} from "(?P<path>[^"\n]+)";\n', re.MULTILINE)
_EXPORT = re.compile(
    r"^export (?=(?:async )?(?:function\*?|class|const|let) (?P<name>[\w$]+))", re.MULTILINE
)
_DECLARATION = re.compile(
    r"^(?:async )?(?:function\*?|class|const|let) (?P<name>[\w$]+)", re.MULTILINE
)
_LEFT_OVER = re.compile(r"^(?:import|export)\b.*|^(?:const|let) [\[{].*|^var .*", re.MULTILINE)


_NESTED_TEMPLATE = re.compile(r"`[^`]*\$\{[^`}]*`")
"""A template literal inside another: what removes blanks from the code would do so in its text."""


class BundleError(ValueError):
    """A module that can't be joined; says where and why."""


@dataclass(frozen=True)
class _Module:
    """A module taken apart."""

    path: Path
    imports: dict[Path, tuple[str, ...]]
    """The names that it takes from other modules."""
    exports: tuple[str, ...]
    names: tuple[str, ...]
    """What it declares at its top level, exported or not."""
    code: str
    """Its statements without imports and the word `export`."""


def bundle(entry: Path, name: str = "") -> str:
    """Return the script of a module and all that it imports.

    With a ``name``, what the entry exports can be reached as properties of that global.
    """
    parts = list(_ordered(entry.resolve(), {}, ()))
    _refuse_clashes(parts)
    code = "".join(part.code for part in parts)
    exports = parts[-1].exports
    if not name:
        return _packed(f'(() => {{"use strict";\n{code}\n}})();')
    if not exports:
        raise BundleError(f"{entry}: exports nothing, so that {name} would be empty")
    code += f"\nreturn {{ {', '.join(exports)} }};"
    return _packed(f'globalThis.{name} = (() => {{"use strict";\n{code}}})();')


def modules(entry: Path) -> tuple[Path, ...]:
    """Return the module and all that it imports, each after those that it imports."""
    return tuple(module.path for module in _ordered(entry.resolve(), {}, ()))


def _packed(script: str) -> str:
    packed: str = jsmin(script)
    return f"{packed}\n"


def _ordered(path: Path, done: dict[Path, _Module], above: tuple[Path, ...]) -> Iterator[_Module]:
    """Yield the module after all that it imports, each once."""
    if path in above:
        circle = " → ".join(module.name for module in (*above[above.index(path) :], path))
        raise BundleError(f"{path}: imports in a circle: {circle}")
    if path in done:
        return
    module = _module(path)
    for target, names in module.imports.items():
        yield from _ordered(target, done, (*above, path))
        if missing := sorted(set(names) - set(done[target].exports)):
            raise BundleError(f"{path}: {target.name} does not export {', '.join(missing)}")
    done[path] = module
    yield module


def _module(path: Path) -> _Module:
    try:
        source = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise BundleError(f"{path}: there is no such module") from None
    if nested := _NESTED_TEMPLATE.search(source):
        raise BundleError(f"{path}: a template literal can't stand in another: {nested[0]}")
    imports: dict[Path, tuple[str, ...]] = {}
    for statement in _IMPORT.finditer(source):
        names = tuple(name.strip() for name in statement["names"].split(",") if name.strip())
        if renamed := next((name for name in names if not re.fullmatch(r"[\w$]+", name)), None):
            raise BundleError(f"{path}: an import can't be renamed here: {renamed}")
        target = _resolved(path, statement["path"])
        imports[target] = (*imports.get(target, ()), *names)
    code = _IMPORT.sub("", source)
    exports = tuple(statement["name"] for statement in _EXPORT.finditer(code))
    code = _EXPORT.sub("", code)
    declared = tuple(statement["name"] for statement in _DECLARATION.finditer(code))
    if unknown := _LEFT_OVER.search(code):
        raise BundleError(f"{path}: this can't be joined: {unknown[0]}")
    return _Module(path, imports, exports, declared, code)


def _resolved(path: Path, target: str) -> Path:
    if target.startswith("#shared/"):
        return (SHARED / target.removeprefix("#shared/")).resolve()
    if target.startswith(("./", "../")):
        return (path.parent / target).resolve()
    raise BundleError(f"{path}: only files can be imported, not {target}")


def _refuse_clashes(parts: list[_Module]) -> None:
    places: dict[str, Path] = {}
    clashes = []
    for module in parts:
        for name in module.names:
            if name in places:
                clashes.append(f"{module.path}: {places[name].name} has a {name} already")
            places[name] = module.path
    if clashes:
        raise BundleError("\n".join(clashes))
