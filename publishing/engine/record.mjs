// Runs the worker under Node as in a browser, asks every question, and writes down what Python used.
// usage: node record.mjs MACHINE_CODE WORKER ARCHIVE QUESTIONS OUTPUT
import { readFile, writeFile } from "node:fs/promises";
import { runWorker } from "./as_in_a_browser.mjs";

const { exit } = process;
// Node would print the whole source of Pyodide with an error.
process.on("uncaughtException", ({ message }) => {
  console.error(message);
  exit(1);
});

const [machineCode, worker, archive, questions, output] = process.argv.slice(2);
const python = await runWorker(worker, "C");
await python.start(await WebAssembly.compile(await readFile(machineCode)), await readFile(archive), []);
for (const [name, ...values] of JSON.parse(await readFile(questions, "utf-8"))) python.call("calculators.browser", name, ...values);
await writeFile(output, python.call("recorder", "found"));
exit();
