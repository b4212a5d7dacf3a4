"""The joiner of browser code: what it makes of modules, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from py_mini_racer import MiniRacer

from browser_code import BundleError, bundle


def write(folder: Path, **files: str) -> Path:
    """Write modules; return the one called `entry`."""
    for name, text in files.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
    return folder / "entry.js"


def test_modules_stand_after_what_they_import_each_once(tmp_path: Path) -> None:
    entry = write(
        tmp_path,
        entry='import { b } from "./b.js";\nimport {\n  c,\n} from "./c.js";\nb(c);\n',
        b='import { c } from "./c.js";\nexport function b(x) {\n  return x + c;\n}\n',
        c="export const c = 1;\n",
    )
    script = bundle(entry)
    assert script.index("const c=1") < script.index("function b(") < script.index("b(c)")
    assert script.count("const c=1") == 1


def test_only_the_name_of_a_bundle_becomes_global(tmp_path: Path) -> None:
    entry = write(
        tmp_path,
        entry='import { half } from "./half.js";\n'
        "const inner = 4;\nexport const answer = half(inner);\nexport class Thing {}\n",
        half="export function half(x) {\n  return x / 2;\n}\n",
    )
    engine = MiniRacer()
    before = set(engine.eval("Object.getOwnPropertyNames(globalThis).join()").split(","))
    engine.eval(bundle(entry, "Tested"))
    after = set(engine.eval("Object.getOwnPropertyNames(globalThis).join()").split(","))
    assert after - before == {"Tested"}
    assert engine.eval("Tested.answer") == 2
    assert engine.eval("Object.keys(Tested).join()") == "answer,Thing"
    assert engine.eval("typeof inner + typeof half") == "undefinedundefined"


def test_shared_modules_are_found_by_their_own_sign(tmp_path: Path) -> None:
    source = (
        'import { counted } from "#shared/numbers.js";\nexport const text = counted(2, "study");\n'
    )
    entry = write(tmp_path, entry=source)
    engine = MiniRacer()
    engine.eval(bundle(entry, "Tested"))
    assert engine.eval("Tested.text") == "2 studies"


def test_comments_and_needless_blanks_are_left_out(tmp_path: Path) -> None:
    entry = write(
        tmp_path,
        entry="/**\n * Says `so.\n * @param {string} x\n */\nfunction f(x) {\n  // Why.\n"
        "  return /** @type {{ a: string }} */ (x) + `http://c  ${x}`; // d\n}\nf(1);\n",
    )
    script = bundle(entry)
    assert "Why" not in script
    assert "type" not in script
    assert "  " not in script.replace("http://c  ", "")
    assert "http://c  $" in script


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({"entry": "export default 1;\n"}, "can't be joined: export default 1"),
        ({"entry": 'import * as a from "./a.js";\n'}, "can't be joined: import"),
        ({"entry": 'export { a } from "./a.js";\n'}, "can't be joined: export"),
        ({"entry": "const { a } = b;\n"}, "can't be joined: const"),
        ({"entry": "var a = 1;\n"}, "can't be joined: var"),
        (
            {"entry": "const a = `x${b.map((c) => `${c} d`)}`;\n"},
            "a template literal can't stand in",
        ),
        ({"entry": 'import { a } from "./a.js";\n'}, "no such module"),
        ({"entry": 'import { a } from "library";\n'}, "only files can be imported"),
        (
            {"entry": 'import { a as b } from "./a.js";\n', "a": "export const a = 1;\n"},
            "can't be renamed",
        ),
        (
            {"entry": 'import { b } from "./a.js";\n', "a": "export const a = 1;\n"},
            "a.js does not export b",
        ),
        (
            {
                "entry": 'import { a } from "./a.js";\nconst c = 1;\n',
                "a": "export const a = 1;\nlet c;\n",
            },
            "a.js has a c already",
        ),
        (
            {
                "entry": 'import { a } from "./a.js";\n',
                "a": 'import { b } from "./entry.js";\nexport const a = 1;\n',
            },
            "imports in a circle: entry.js → a.js → entry.js",
        ),
    ],
)
def test_what_it_cannot_join_it_refuses(tmp_path: Path, files: dict[str, str], why: str) -> None:
    with pytest.raises(BundleError, match=why):
        bundle(write(tmp_path, **files))


def test_a_named_bundle_holds_something(tmp_path: Path) -> None:
    with pytest.raises(BundleError, match="exports nothing"):
        bundle(write(tmp_path, entry="const a = 1;\n"), "Tested")
