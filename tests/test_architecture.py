"""The shape of the package: dependencies point one way, heavy imports are lazy, modules are small and documented."""

from __future__ import annotations

import ast
import importlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

import eventx

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(eventx.__file__).parent
LONGEST = 500

# Every module and package of eventx, from the ground up: each may import what stands in lines above its own.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("errors", "limits"),
    ("models",),
    ("lexicon",),
    ("text",),
    ("grammar",),
    ("mentions",),
    ("rules",),
    ("extractors",),
    ("linking",),
    ("boundary", "workers", "diagnostics"),
    ("batch",),
    ("pipeline", "finders"),
    ("check", "score", "explain", "aggregation"),
    ("render",),
    ("cli", "pytest_plugin", "integrations"),
)
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}

# The models offer what is made of them; what makes it is loaded when it is asked for (or only to check types).
UPWARD = {
    ("eventx.models.events", "eventx.explain"),
    ("eventx.models.extraction", "eventx.render.html"),
}

# All imports inside functions: (module, what it imports). Heavy or optional libraries, and what few calls need.
LAZY = {
    # what a result is made into
    ("eventx.models.events", "eventx.explain"),
    ("eventx.models.extraction", "eventx.render.html"),
    # half of the import time of everything, needed by few texts
    ("eventx.mentions.date_values", "dateparser.date"),
    # the default pipeline costs its lexicons, and may not be the one that is used
    ("eventx.check.run", "eventx.pipeline"),
    ("eventx.explain", "eventx.pipeline"),
    # pytest loads the plugin in every session, also where there is no fixture file
    ("eventx.pytest_plugin", "eventx.check"),
    ("eventx.pytest_plugin", "eventx.errors"),
    # the command line: its libraries are an extra, and no command waits for what another needs
    ("eventx.cli", "eventx.cli.app"),
    ("eventx.cli.app", "eventx"),
    ("eventx.cli.app", "eventx.check"),
    ("eventx.cli.app", "eventx.check.comparison"),
    ("eventx.cli.app", "eventx.cli.figures"),
    ("eventx.cli.app", "eventx.models"),
    ("eventx.cli.app", "eventx.pipeline"),
    ("eventx.cli.app", "eventx.score"),
    ("eventx.cli.rules", "difflib"),
    ("eventx.cli.rules", "eventx.check"),
    ("eventx.cli.rules", "eventx.pipeline"),
}

# What each part may use from outside the standard library.
LIBRARIES = {
    "models": {"pydantic"},
    "mentions": {"dateparser"},
    "render": {"rich"},
    "cli": {"typer", "rich", "pydantic"},
    "integrations": {"pyarrow", "pydantic"},
    "pytest_plugin": {"pytest"},
}


class Import(NamedTuple):
    """One import: which module imports what, inside a function or not."""

    module: str
    target: str
    line: int
    lazy: bool


def _name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {_name(path): path for path in sorted(PACKAGE.rglob("*.py"))}
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in MODULES.items()}


def _imports(module: str) -> Iterator[Import]:
    inside = {
        id(node)
        for function in ast.walk(TREES[module])
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for node in ast.walk(function)
    }
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.Import):
            targets = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}:{node.lineno}: imports are absolute"
            assert node.module is not None
            # `from eventx.text import tokens` imports a module, `from eventx.text import Text` a name
            targets = sorted(
                {f"{node.module}.{a.name}" if f"{node.module}.{a.name}" in MODULES else node.module for a in node.names}
            )
        else:
            continue
        for target in targets:
            yield Import(module, target, node.lineno, id(node) in inside)


IMPORTS = [found for module in MODULES for found in _imports(module)]


def _part(module: str) -> str:
    """The module or package below eventx that a module belongs to."""
    return module.split(".")[1] if "." in module else ""


def test_every_part_has_its_place():
    assert {_part(module) for module in MODULES} - {""} <= set(LEVEL)


@pytest.mark.parametrize("module", [name for name in MODULES if name != "eventx"])
def test_imports_point_one_way(module: str):
    upward = [
        f"{module}:{one.line} imports {one.target}"
        for one in IMPORTS
        if one.module == module
        and one.target.startswith("eventx.")
        and _part(one.target) != _part(module)
        and LEVEL[_part(one.target)] >= LEVEL[_part(module)]
        and (one.module, one.target) not in UPWARD
    ]
    assert upward == []


def test_the_exemptions_are_lazy_and_in_use():
    for module, target in UPWARD:
        found = [one for one in IMPORTS if (one.module, one.target) == (module, target)]
        assert any(one.lazy for one in found)
        checked = _only_for_types(module)
        assert all(one.lazy or one.line in checked for one in found)


def _only_for_types(module: str) -> set[int]:
    """The lines of a module that only a type checker reads."""
    return {
        line
        for node in ast.walk(TREES[module])
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }


def test_only_the_version_is_imported_from_the_top():
    names = {
        (module, alias.name)
        for module, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "eventx"
        for alias in node.names
    }
    assert {name for _, name in names} <= {"__version__"}
    assert {_part(module) for module, _ in names} <= {"cli"}
    assert not [one for one in IMPORTS if one.target == "eventx" and (one.module, "__version__") not in names]


def test_no_module_of_a_part_imports_in_a_circle():
    """Within one part too, the modules that are loaded together can be put in an order."""
    needs = {
        module: {
            one.target
            for one in IMPORTS
            if one.module == module and one.target in MODULES and not (one.lazy or one.line in _only_for_types(module))
        }
        for module in MODULES
    }
    # a package's own names are not what its modules import
    loaded: set[str] = set()
    while len(loaded) < len(needs):
        free = {module for module in needs.keys() - loaded if needs[module] <= loaded}
        assert free, f"in a circle: {sorted(needs.keys() - loaded)}"
        loaded |= free


def test_lazy_imports_are_those_listed():
    assert {(one.module, one.target) for one in IMPORTS if one.lazy} == LAZY


def test_no_import_hides_in_a_call():
    for module, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("import_module", "__import__")):
                assert module == "eventx", f"{module}:{node.lineno}"


@pytest.mark.parametrize("module", MODULES)
def test_each_part_uses_its_own_libraries(module: str):
    used = {one.target.partition(".")[0] for one in IMPORTS if one.module == module}
    foreign = used - set(sys.stdlib_module_names) - {"eventx"}
    assert foreign <= LIBRARIES.get(_part(module), set())


@pytest.mark.parametrize("module", MODULES)
def test_modules_are_small(module: str):
    assert len(MODULES[module].read_text(encoding="utf-8").splitlines()) < LONGEST


@pytest.mark.parametrize("module", [name for name in MODULES if not name.rpartition(".")[2].startswith("_")])
def test_public_modules_say_what_they_are_for(module: str):
    said = ast.get_docstring(TREES[module])
    assert said
    assert said.splitlines()[0].endswith((".", ":", "?"))


@pytest.mark.parametrize("module", MODULES)
def test_public_classes_and_functions_are_documented(module: str):
    defined = [node for node in TREES[module].body if isinstance(node, ast.ClassDef | ast.FunctionDef)]
    assert [one.name for one in defined if one.name in eventx.__all__ and not ast.get_docstring(one)] == []


# ---------------------------------------------------------------------------------------------------- the public names


def test_the_public_names_are_sorted():
    assert eventx.__all__ == sorted(eventx.__all__)
    assert len(eventx.__all__) == len(set(eventx.__all__))


@pytest.mark.parametrize("name", eventx.__all__)
def test_every_public_name_can_be_imported(name: str):
    value = getattr(eventx, name)
    assert value is getattr(eventx, name)
    assert value is getattr(importlib.import_module(eventx._HOME[name]), name)
    assert getattr(value, "__doc__", None)
    namespace: dict[str, object] = {}
    exec(f"from eventx import {name}", namespace)
    assert namespace[name] is value


def test_all_names_can_be_imported_at_once():
    namespace: dict[str, object] = {}
    exec("from eventx import *", namespace)
    assert set(eventx.__all__) == namespace.keys() - {"__builtins__"}


def test_the_public_names_are_typed_as_they_are_loaded():
    """The names that a type checker sees are those that are loaded when they are used."""
    (checked,) = [
        node for node in TREES["eventx"].body if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    ]
    seen = {
        alias.name: node.module
        for node in checked.body
        if isinstance(node, ast.ImportFrom) and node.module != "typing"
        for alias in node.names
    }
    assert seen == eventx._HOME
    assert set(eventx.__all__) == set(eventx._HOME)


def test_dir_lists_the_public_names():
    assert set(eventx.__all__) | {"__version__"} <= set(dir(eventx))
    assert dir(eventx) == sorted(dir(eventx))


@pytest.mark.parametrize("name", ["Ofer", "nothing_of_the_kind", "_private"])
def test_an_unknown_name_is_told_with_those_there_are(name: str):
    with pytest.raises(AttributeError) as caught:
        getattr(eventx, name)
    assert str(caught.value).startswith(f"module 'eventx' has no attribute {name!r}")
    assert all(known in str(caught.value) for known in eventx.__all__)
    with pytest.raises(ImportError, match=f"cannot import name {name!r}"):
        exec(f"from eventx import {name}", {})
    assert not hasattr(eventx, name)
