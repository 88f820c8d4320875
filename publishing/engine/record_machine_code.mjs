// Writes down the numbers of the functions of machine code that pages start (machine_code.py marks them).
// usage: node record_machine_code.mjs MACHINE_CODE WORKER PAGES OUTPUT
// PAGES is JSON, a list of pages with what record_page.mjs needs of each. They run on all cores, each in its own thread.
import { readFile, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

// Node would print the whole source of Pyodide with an error.
process.on("uncaughtException", ({ message }) => {
  console.error(message);
  process.exit(1);
});

const [machineCode, worker, pagesFile, output] = process.argv.slice(2);
const module = await WebAssembly.compile(await readFile(machineCode));
const pages = JSON.parse(await readFile(pagesFile, "utf-8"));
const started = new Set();

function record(page) {
  return new Promise((resolve, reject) => {
    const thread = new Worker(fileURLToPath(new URL("record_page.mjs", import.meta.url)), { workerData: { module, worker, ...page } });
    thread.once("message", resolve);
    thread.once("error", reject);
    thread.once("exit", () => reject(new Error("the worker of a page ended before it was recorded")));
  });
}

async function recordAll() {
  for (let page = pages.shift(); page; page = pages.shift()) (await record(page)).forEach((number) => started.add(number));
}

await Promise.all(Array.from({ length: availableParallelism() }, recordAll));
await writeFile(output, JSON.stringify([...started].sort((one, other) => one - other)));
