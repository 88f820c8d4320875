// Runs FOLDER/source.py in Pyodide with the browser's full archive in place of the standard library.
// usage: node run_in_pyodide.mjs PYODIDE_FOLDER ARCHIVE FOLDER
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

// Node would print the whole source of Pyodide with an error.
process.on("uncaughtException", ({ message }) => {
  console.error(message);
  process.exit(1);
});

const [pyodideFolder, archive, folder] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(pyodideFolder, "pyodide.mjs")).href);
const { info } = JSON.parse(await readFile(join(pyodideFolder, "pyodide-lock.json"), "utf-8"));

const python = await loadPyodide({
  stdLibURL: archive,
  lockFileContents: { info, packages: {} },
  packageBaseUrl: folder,
});
python.globals.set("given_text", await readFile(join(folder, "given.json"), "utf-8"));
python.runPython("import json; given = json.loads(given_text)");
python.globals.set("found", python.runPython(await readFile(join(folder, "source.py"), "utf-8")));
await writeFile(join(folder, "found.json"), python.runPython("json.dumps(found)"));
