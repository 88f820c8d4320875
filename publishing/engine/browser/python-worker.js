// Runs Python. The worker has asked for its files (downloads.js); the ways to do so go before it is asked anything.

import { Python } from "./c-python.js";

// Ways out of the worker. What a reader types must not be able to leave it: the policy of the page, which this worker
// has because it began as a blob, forbids other hosts; and what can ask or keep anything is taken away besides.
const WAYS_OUT = ["fetch", "XMLHttpRequest", "WebSocket", "WebSocketStream", "WebTransport", "EventSource", "FontFace",
  "importScripts", "indexedDB", "caches", "BroadcastChannel", "SharedWorker", "Worker"];

// Stack switching, which some engines have: we have no use for it, and without it Python goes the same way in all.
const STACK_SWITCHING = ["Suspending", "Suspender", "promising"];

const ANSWERS = "calculators.browser"; // the module that pages ask

let python;

async function begin({ whole, areImages }) {
  const [module, ...contents] = await whole;
  self.postMessage({ kind: "whole" });
  await start(module, ...(areImages ? [undefined, contents] : [contents[0], []]));
  self.postMessage({ kind: "ready", id: "start" });
}

/** Starts Python with the library in `archive`, or from the memory in `images`. */
export async function start(module, archive, images) {
  for (const name of STACK_SWITCHING) delete WebAssembly[name];
  python = await Python.begun(module, archive, images);
  if (!images.length) python.call("browser_start", "begin");
  python.import(ANSWERS);
}

/** What a function of Python returns. */
export function call(module, name, ...values) {
  return python.call(module, name, ...values);
}

self.onmessage = ({ data: { id, name, values } }) => {
  try {
    const began = performance.now();
    const value = call(ANSWERS, name, ...values);
    self.postMessage({ kind: "answer", id, value, milliseconds: performance.now() - began });
  } catch (error) {
    self.postMessage({ kind: "failed", id, reason: String(error) });
  }
};

const fail = (reason) => self.postMessage({ kind: "failed", id: "start", reason: String(reason) });

// Some of what Pyodide does while it starts is waited for by nobody; when that fails, it would never end.
self.onunhandledrejection = ({ reason }) => fail(reason);

function closeWaysOut() {
  for (let scope = self; scope; scope = Object.getPrototypeOf(scope)) {
    for (const name of WAYS_OUT) delete scope[name];
  }
}

// In a browser there are files, which new-worker.js began with; the build calls `start` itself.
if (self.files) {
  closeWaysOut();
  begin(self.files).catch(fail);
}
