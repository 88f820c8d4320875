// One page for record_machine_code.mjs: runs its worker in a thread of Node as in a browser, and asks its questions.
// It is given `archive`, the files of its Python; `lock`; the reader's `language`; `questions`.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";

const MARK = "started ";
const GC_AFTER = 100; // questions

const { exit } = process;
const { module, worker, archive, lock, language, questions } = workerData;
const parts = await Promise.all(archive.map((file) => readFile(file)));
const location = pathToFileURL(worker);

// By this Pyodide tells a worker of a browser from Node.
const scope = { self: globalThis, WorkerGlobalScope: Object, location, process: undefined };
for (const [name, value] of Object.entries({ ...scope, navigator: { userAgent: "a browser", languages: [language] } })) {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

// The same each time, so that two builds are.
let last = 1;
crypto.getRandomValues = (numbers) => {
  for (const index of numbers.keys()) numbers[index] = last = (last * 48271) % 0x7fffffff;
  return numbers;
};

let marks;
const { instantiate } = WebAssembly;
WebAssembly.instantiate = async (...given) => {
  const made = await instantiate(...given);
  if (given[0] !== module) return made;
  const exports = Object.entries(made.exports);
  marks = exports.filter(([name]) => name.startsWith(MARK));
  return { exports: Object.fromEntries(exports.filter(([name]) => !name.startsWith(MARK))) }; // Pyodide would count them in
};

globalThis.postMessage = ({ kind, reason }) => {
  if (kind === "failed") throw new Error(`a page could not be recorded: ${reason}`);
};
await import(location.href);
await globalThis.onmessage({ data: { kind: "start", module, archive: parts, lock } });
for (const [id, [name, ...values]] of questions.entries()) {
  await globalThis.onmessage({ data: { kind: "call", id, name, values } });
  if (id % GC_AFTER) continue;
  gc(); // what Python made for JavaScript is let go of by functions of its own
  await new Promise((done) => setTimeout(done));
}
parentPort.postMessage(marks.filter(([, { value }]) => value).map(([name]) => Number(name.slice(MARK.length))));
exit(); // a worker of a browser waits on
