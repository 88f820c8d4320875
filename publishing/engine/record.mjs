// Runs Pyodide under Node as the worker runs it in the browser, asks every question, and writes down what was used.
// usage: node record.mjs PYODIDE_FOLDER ARCHIVE QUESTIONS_FILE OUTPUT_FILE
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

// Node would print the whole source of Pyodide with an error.
process.on("uncaughtException", ({ message }) => {
  console.error(message);
  process.exit(1);
});

const [pyodideFolder, archive, questions, output] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(pyodideFolder, "pyodide.mjs")).href);
const { info } = JSON.parse(await readFile(join(pyodideFolder, "pyodide-lock.json"), "utf-8"));

const python = await loadPyodide({
  stdLibURL: archive,
  lockFileContents: { info, packages: {} },
  packageBaseUrl: dirname(archive),
  env: { PYTHONHASHSEED: "0" },
});
python.pyimport("browser_start").begin();
python.pyimport("recorder").watch_dataclasses();
const browser = python.pyimport("calculators.browser");
for (const [name, ...values] of JSON.parse(await readFile(questions, "utf-8"))) browser[name](...values);
await writeFile(output, python.pyimport("recorder").found());
