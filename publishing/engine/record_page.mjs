// One page for record_machine_code.mjs: runs its worker in a thread of Node as in a browser, and asks its questions.
// It is given the files of its Python, an `archive` or `images`; the reader's `language`; `questions`.
import { readFile } from "node:fs/promises";
import { parentPort, workerData } from "node:worker_threads";
import { runWorker } from "./as_in_a_browser.mjs";

const MARK = "started ";

const { exit } = process;
const { module, worker, language, questions } = workerData;
const archive = workerData.archive && (await readFile(workerData.archive));
const images = await Promise.all(workerData.images.map((file) => readFile(file)));

let marks;
const { instantiate } = WebAssembly;
WebAssembly.instantiate = async (...given) => {
  const made = await instantiate(...given);
  if (given[0] !== module) return made;
  const exports = Object.entries(made.exports);
  marks = exports.filter(([name]) => name.startsWith(MARK));
  return { exports: Object.fromEntries(exports.filter(([name]) => !name.startsWith(MARK))) }; // Pyodide would count them in
};

const python = await runWorker(worker, language);
await python.start(module, archive, images);
for (const [name, ...values] of questions) python.call("calculators.browser", name, ...values);
parentPort.postMessage(marks.filter(([, { value }]) => value).map(([name]) => Number(name.slice(MARK.length))));
exit(); // a worker of a browser waits on
