// Runs every worked case in Pyodide under Node and writes down which modules were imported.
// The wheels are put on the path as they are: Pyodide's own loader would import modules that the page never needs.
// usage: node record_modules.mjs PYODIDE_FOLDER ARCHIVES_FOLDER PROJECT_FOLDER OUTPUT_FILE
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

// Node would print the whole source of Pyodide with an error.
process.on("uncaughtException", ({ message }) => {
  console.error(message);
  process.exit(1);
});

const [pyodideFolder, archives, project, output] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(pyodideFolder, "pyodide.mjs")).href);

const python = await loadPyodide({
  stdLibURL: join(archives, "python_stdlib.zip"),
});
for (const [name, root] of Object.entries({ project, archives })) {
  python.FS.mkdirTree(`/${name}`);
  python.FS.mount(python.FS.filesystems.NODEFS, { root }, `/${name}`);
}
const wheels = (await readdir(archives)).filter((name) => name.endsWith(".whl"));
for (const name of wheels) python.runPython(`import sys; sys.path.append("/archives/${name}")`);
await writeFile(output, python.runPython(await readFile(new URL("./record_modules.py", import.meta.url), "utf-8")));
