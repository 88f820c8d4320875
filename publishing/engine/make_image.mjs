// Writes down the memory of a Python once image_start.py has done what is asked of it.
// usage: node make_image.mjs MACHINE_CODE WORKER ARCHIVE GIVEN OUTPUT LAYOUT IMAGE...
// GIVEN is the text for image_start.py. LAYOUT gets JSON, which image.py explains. Python goes on from the images, and
// starts when there are none.
import { readFile, writeFile } from "node:fs/promises";
import { runWorker } from "./as_in_a_browser.mjs";

const { exit } = process;
// Node would print the whole source of Pyodide with an error.
process.on("uncaughtException", ({ message }) => {
  console.error(message);
  exit(1);
});

const [machineCode, worker, archive, given, output, layout, ...begun] = process.argv.slice(2);
const module = await WebAssembly.compile(await readFile(machineCode));

let exports, memory, table;
const { instantiate } = WebAssembly;
WebAssembly.instantiate = async (asked, imports) => {
  const made = await instantiate(asked, imports);
  if (asked === module) ({ exports, memory, table } = { exports: made.exports, memory: imports.env.memory, table: imports.env.__indirect_function_table });
  return made;
};

// The clock stands still: Python keeps times of files and such, and two makings should be the same.
Date.now = () => 0;
performance.now = () => 0;

const python = await runWorker(worker, "C");
const images = await Promise.all(begun.map((file) => readFile(file)));
await python.start(module, await readFile(archive), images);
python.call("image_start", "load", await readFile(given, "utf-8"));
await writeFile(output, new Uint8Array(memory.buffer));
const [stack, heap] = [exports.emscripten_stack_get_end(), exports.emscripten_stack_get_base()];
const end = exports.sbrk(0);
const frozen = JSON.parse(python.call("image_start", "frozen"));
await writeFile(layout, JSON.stringify({ stack, heap, end, functions: table.length, frozen }));
exit();
