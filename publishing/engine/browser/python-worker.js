// Runs Python. Gets its files from the page, which has checked them, as it has this script; asks the network for nothing.

import { Python } from "./c-python.js";

// Ways out of the worker. What a reader types must not be able to leave it: the policy of the page, which this worker
// has because it began as a blob, forbids other hosts; and what can ask or keep anything is taken away besides.
const WAYS_OUT = ["fetch", "XMLHttpRequest", "WebSocket", "WebSocketStream", "WebTransport", "EventSource", "FontFace",
  "importScripts", "indexedDB", "caches", "BroadcastChannel", "SharedWorker", "Worker"];

// Stack switching, which some engines have: we have no use for it, and without it Python goes the same way in all.
const STACK_SWITCHING = ["Suspending", "Suspender", "promising"];

const ANSWERS = "calculators.browser"; // the module that pages ask; who makes images and records names others

let python;

self.onmessage = async ({ data }) => {
  try {
    if (data.kind === "start") {
      await start(data);
      self.postMessage({ kind: "ready", id: "start" });
    } else {
      const began = performance.now();
      const value = python.call(data.module ?? ANSWERS, data.name, ...data.values);
      self.postMessage({ kind: "answer", id: data.id, value, milliseconds: performance.now() - began });
    }
  } catch (error) {
    self.postMessage({ kind: "failed", id: data.id ?? "start", reason: String(error) });
  }
};

// Some of what Pyodide does while it starts is waited for by nobody; when that fails, it would never end.
self.onunhandledrejection = ({ reason }) => self.postMessage({ kind: "failed", id: "start", reason: String(reason) });

async function start({ module, archive, images }) {
  closeWaysOut();
  for (const name of STACK_SWITCHING) delete WebAssembly[name];
  python = await Python.begun(module, archive, images);
  if (!images.length) python.call("browser_start", "begin");
  python.import(ANSWERS);
}

function closeWaysOut() {
  for (let scope = self; scope; scope = Object.getPrototypeOf(scope)) {
    for (const name of WAYS_OUT) delete scope[name];
  }
}
