"""Finds modules by where they lie, so that adding one means adding its file and nothing else."""

from importlib import import_module
from pkgutil import iter_modules, walk_packages
from types import ModuleType


def modules_in(package: str) -> tuple[ModuleType, ...]:
    """Return the modules of a package, by name."""
    folder = import_module(package).__path__
    names = sorted(module.name for module in iter_modules(folder))
    return tuple(import_module(f"{package}.{name}") for name in names)


def modules_below(package: str) -> tuple[ModuleType, ...]:
    """Return the modules of a package, and those of the packages in it."""
    folder = import_module(package).__path__
    return tuple(import_module(module.name) for module in walk_packages(folder, f"{package}."))


def modules_named(name: str, *packages: str) -> tuple[ModuleType, ...]:
    """Return the modules of this name anywhere in the packages."""
    paths = (
        module.name
        for package in packages
        for module in walk_packages(import_module(package).__path__, f"{package}.")
    )
    return tuple(import_module(path) for path in paths if path.rpartition(".")[2] == name)
