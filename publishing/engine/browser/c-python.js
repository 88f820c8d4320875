// Python by its C interface (https://docs.python.org/3/c-api/): it starts, or goes on from the memory of one that has
// started, and answers with texts what it is asked in texts.
// Pyodide's own ways to and from JavaScript are not set up: they take half as long to start as Python itself.

import "pyodide-module"; // defines _createPyodideModule

const LIBRARY = PLACE_OF_LIBRARY; // where Python looks for its standard library: the build fills this in
const SETTINGS = { PYTHONHASHSEED: "0" }; // the order of a set is no secret here, and so it is the same everywhere

// What machine code asks for besides. The first two only Pyodide's own ways would call. By the third some engines add a
// function to the table while Python starts: then an image would mean other functions elsewhere.
const sentinel = { create_sentinel: () => null, is_sentinel: () => false };
const NO_TRAMPOLINE = { _PyEM_InitTrampoline_js() {} };

const NONE = 0; // the number of None for Py_GetConstantBorrowed

// What machine code would write into its memory before Python starts, all of which an image holds.
const NOTHING_WRITTEN = { __wasm_call_ctors() {}, __wasm_apply_data_relocs() {} };

const API = { config: {}, runtimeEnv: { IN_BROWSER_WEB_WORKER: true } }; // what Pyodide's script asks for

export class Python {
  #memory; // what Emscripten made, which knows its memory as it is now
  #c; // functions of machine code
  #asked = new Map(); // functions of Python that were asked before, by module and name

  /**
   * Promise of a Python with `archive` as its library. With `images` it has started before: they are its memory, each
   * where it differs from the one before, the first from what this machine code begins with (publishing/engine/image.py).
   */
  static async begun(module, archive, images) {
    const python = new Python();
    await python.#begin(module, archive, images.map((image) => new Image(image)));
    return python;
  }

  async #begin(module, archive, images) {
    const [image] = images;
    const prepare = ({ FS, ENV }) => {
      Object.assign(ENV, SETTINGS);
      if (!archive) return;
      FS.mkdirTree(LIBRARY.slice(0, LIBRARY.lastIndexOf("/")));
      FS.writeFile(LIBRARY, archive, { canOwn: true });
    };
    this.#memory = await new Promise((resolve, reject) => {
      const instantiateWasm = (imports, done) => {
        Object.assign(imports.env, NO_TRAMPOLINE);
        WebAssembly.instantiate(module, Object.assign(imports, { sentinel })).then((instance) => {
          this.#c = instance.exports;
          const exports = asInTable(this.#c, imports.env.__indirect_function_table);
          done({ exports: image ? { ...exports, ...NOTHING_WRITTEN } : exports }, module);
        }).catch(reject); // nobody else would be told
        return {};
      };
      const settings = { API, instantiateWasm, preRun: [prepare], noExitRuntime: true };
      const size = Math.max(...images.map((one) => one.size)); // a later one may have needed more
      if (image) Object.assign(settings, { noInitialRun: true, INITIAL_MEMORY: size });
      globalThis._createPyodideModule(settings).then(resolve, reject);
    });
    delete this.#memory.instantiateWasm; // it would keep the images
    if (image) this.#c.emscripten_stack_init(); // where the stack ends is no part of memory
    images.forEach((one, at) => one.writeInto(this.#memory, images[at - 1]?.mark ?? 0));
    if (!this.#c.Py_IsInitialized()) throw new Error("Python did not start");
  }

  /** The text that a function returns, "" for None. Throws what Python raises. */
  call(module, name, ...texts) {
    const c = this.#c;
    const given = c.PyTuple_New(texts.length);
    texts.forEach((text, index) => c.PyTuple_SetItem(given, index, this.#toPython(text)));
    const answer = c.PyObject_CallObject(this.#function(module, name), given);
    c.Py_DecRef(given);
    if (!answer) this.#raise();
    return this.#toText(answer);
  }

  /** Imports a module, and returns its place in memory. */
  import(module) {
    return this.#withText(module, (place) => this.#c.PyImport_ImportModule(place)) || this.#raise();
  }

  #function(module, name) {
    const key = `${module}.${name}`;
    if (!this.#asked.has(key)) {
      const found = this.#withText(name, (place) => this.#c.PyObject_GetAttrString(this.import(module), place));
      this.#asked.set(key, found || this.#raise());
    }
    return this.#asked.get(key);
  }

  #toPython(text) {
    const made = this.#withText(text, (place, length) => this.#c.PyUnicode_FromStringAndSize(place, length));
    return made || this.#raise();
  }

  /** The text of an object, which is let go of. Python writes JSON without characters that are no text or end one. */
  #toText(object) {
    if (object === this.#c.Py_GetConstantBorrowed(NONE)) return "";
    const place = this.#c.PyUnicode_AsUTF8(object) || this.#raise();
    const bytes = this.#memory.HEAPU8;
    const text = new TextDecoder().decode(bytes.subarray(place, bytes.indexOf(0, place)));
    this.#c.Py_DecRef(object);
    return text;
  }

  #raise() {
    const error = this.#c.PyErr_GetRaisedException();
    throw new Error(this.#toText(this.#c.PyObject_Repr(error)));
  }

  /** What `use` returns, which gets a place in memory with a text, and its length in bytes. */
  #withText(text, use) {
    const bytes = new TextEncoder().encode(text);
    const place = this.#c.malloc(bytes.length + 1);
    if (!place) throw new Error("no memory");
    this.#memory.HEAPU8.set(bytes, place);
    this.#memory.HEAPU8[place + bytes.length] = 0;
    try {
      return use(place, bytes.length);
    } finally {
      this.#c.free(place);
    }
  }
}

/**
 * Exports, and of functions that the table has the objects that stand there. In WebKit these are others, and Pyodide's
 * script would add such a function to the table once more: then an image would mean other functions there. By the
 * standard the name of a function is its number.
 */
function asInTable(exports, table) {
  const inTable = new Map(Array.from({ length: table.length }, (_, at) => [table.get(at)?.name, table.get(at)]));
  const same = (one) => (typeof one === "function" && inTable.get(one.name)) || one;
  return Object.fromEntries(Object.entries(exports).map(([name, one]) => [name, same(one)]));
}

/** The file of a memory: numbers of 32 bits, the lowest byte first, and what lies where. */
class Image {
  #bytes;
  #at = 0;

  constructor(bytes) {
    this.#bytes = bytes;
    this.size = this.#number();
    this.functions = this.#number();
    this.mark = this.#number();
    this.goesOnFrom = this.#number(); // the mark of the one before; 0 for the first
  }

  /** Writes all to its place. After another one, or for other machine code, it would be nonsense. */
  writeInto({ wasmTable, HEAPU8 }, before) {
    if (wasmTable.length !== this.functions) throw new Error(`${wasmTable.length} functions, not ${this.functions}`);
    if (before !== this.goesOnFrom) throw new Error("a memory that goes on from another");
    while (this.#at < this.#bytes.length) {
      const [place, length] = [this.#number(), this.#number()];
      const piece = this.#bytes.subarray(this.#at, (this.#at += length));
      if (piece.length < length) throw new Error("half of a memory");
      HEAPU8.set(piece, place);
    }
  }

  #number() {
    const { buffer, byteOffset } = this.#bytes;
    return new DataView(buffer, byteOffset + (this.#at += 4) - 4, 4).getUint32(0, true);
  }
}
