"""The addresses that machine code writes into its data when it starts stand there already, and are the same."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from publishing.engine import addresses
from publishing.engine.archives import tool
from publishing.engine.machine_code import CODE, DATA, EXPORTS, IMPORTS, UnknownShape, bodies, piece, sections
from publishing.engine.recording import PYODIDE
from tests.engine.test_machine_code import names, vector, written

LOADER = (
    'var ___memory_base=new WebAssembly.Global({value:"i32",mutable:false},1024);'
    'var ___table_base=new WebAssembly.Global({value:"i32",mutable:false},1);'
)
IMPORTED = vector(
    piece(b"env") + piece(b"memory") + bytes([2, 0, 1]),
    *(piece(b"env") + piece(name) + bytes([3, 0x7F, 0]) for name in (b"__memory_base", b"__table_base", b"elsewhere")),
)
MEMORY, TABLE, ELSEWHERE = (bytes([0x23, index]) for index in range(3))
WRITE, ADD, SUBTRACT, END = bytes([0x36, 2, 0]), b"\x6a", b"\x6b", b"\x0b"


def constant(value: int) -> bytes:
    """An instruction for a number from -64 to 63."""
    return bytes([0x41, value & 0x7F])


FIRST = MEMORY + constant(4) + ADD + MEMORY + constant(12) + ADD + WRITE  # at 1028: 1036
SECOND = MEMORY + constant(8) + ADD + TABLE + constant(-3) + SUBTRACT + WRITE  # at 1032: 4
OPEN = MEMORY + constant(0) + ADD + ELSEWHERE + constant(1) + ADD + WRITE  # at 1024: what is known nowhere


def module(*statements: bytes, variables: bytes = b"\0", data: bytes | None = None) -> bytes:
    body = variables + b"".join(statements) + END
    held = vector(bytes([0]) + MEMORY + END + piece(b"abcdefghijklmnop"))
    return written(
        (1, vector(bytes([0x60, 0, 0]))),
        (IMPORTS, IMPORTED),
        (3, bytes([1, 0])),
        (EXPORTS, names((addresses.WRITES_ADDRESSES, 0, 0), ("memory", 2, 0))),
        (CODE, vector(piece(body))),
        (DATA, held if data is None else data),
    )


def test_an_address_that_is_known_stands_in_the_data_and_the_function_keeps_the_others() -> None:
    parts = dict(sections(addresses.written(module(FIRST, OPEN, SECOND), LOADER)))
    assert bodies(parts[CODE]) == [b"\0" + OPEN + END]
    assert parts[DATA].endswith(b"abcd" + (1036).to_bytes(4, "little") + (4).to_bytes(4, "little") + b"mnop")


UNKNOWN: dict[str, tuple[bytes, str, str]] = {
    "another loader": (module(FIRST), "", "a loader without __memory_base"),
    "data in two places": (module(FIRST, data=vector(b"\0", b"\0") + bytes(8)), LOADER, "its data in other places"),
    "more than data": (
        module(FIRST, data=vector(bytes([0]) + MEMORY + END + piece(b"ab")) + b"\0"),
        LOADER,
        "something behind its data",
    ),
    "an address behind the data": (
        module(MEMORY + constant(14) + ADD + TABLE + WRITE),
        LOADER,
        "an address outside its data",
    ),
    "an address before the data": (
        module(MEMORY + constant(-4) + ADD + TABLE + WRITE),
        LOADER,
        "an address outside its data",
    ),
    "a variable": (module(FIRST, variables=bytes([1, 1, 0x7F])), LOADER, "variables among its addresses"),
    "a call": (module(bytes([0x10, 0])), LOADER, "instruction 0x10 among its addresses"),
    "an address that is known nowhere": (module(ELSEWHERE + TABLE + WRITE), LOADER, "instruction 0x36 among"),
    "half a sum": (module(ADD), LOADER, "instruction 0x6a among its addresses"),
    "a number too many": (module(constant(1)), LOADER, "something behind its addresses"),
}


@pytest.mark.parametrize("what", UNKNOWN)
def test_what_is_written_in_another_way_ends_with_a_sentence(what: str) -> None:
    given, loader, says = UNKNOWN[what]
    with pytest.raises(UnknownShape, match=rf"^Pyodide's machine code has {re.escape(says)}"):
        addresses.written(given, loader)


# Gives both files of machine code what they ask for, lets each write its addresses, and compares all of their memory.
COMPARE = """
const { readFileSync } = require("node:fs");
function memoryOf(file) {
  const module = new WebAssembly.Module(readFileSync(file));
  const memory = new WebAssembly.Memory({ initial: 320, maximum: 65536 });
  const kinds = {
    function: () => () => 0,
    global: (name) => name === "__memory_base" ? new WebAssembly.Global({ value: "i32" }, 1024)
      : name === "__table_base" ? new WebAssembly.Global({ value: "i32" }, 1)
      : new WebAssembly.Global({ value: "i32", mutable: true }, 77_777),
    memory: () => memory,
    table: () => new WebAssembly.Table({ initial: 6076, element: "anyfunc" }),
    tag: () => new WebAssembly.Tag({ parameters: ["i32"] }),
  };
  const imports = {};
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    (imports[from] ??= {})[name] = kinds[kind](name);
  }
  imports.sentinel = Object.fromEntries(Object.keys(imports.sentinel ?? {}).map((name) => [name, () => null]));
  new WebAssembly.Instance(module, imports).exports.__wasm_apply_data_relocs();
  return Buffer.from(memory.buffer);
}
const [before, after] = process.argv.slice(1).map(memoryOf);
console.log(JSON.stringify({ same: before.equals(after), filled: before.some((byte) => byte) }));
"""


def test_memory_holds_the_same_to_the_byte_once_python_s_machine_code_has_written_its_addresses(tmp_path: Path) -> None:
    whole, loader = (PYODIDE / "pyodide.asm.wasm").read_bytes(), (PYODIDE / "pyodide.asm.js").read_text("utf-8")
    made = addresses.written(whole, loader)
    files = tmp_path / "before.wasm", tmp_path / "after.wasm"
    for file, content in zip(files, (whole, made), strict=True):
        file.write_bytes(content)
    done = subprocess.run([tool("node"), "-e", COMPARE, *files], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {"same": True, "filled": True}
    assert len(made) < len(whole) - 400_000
