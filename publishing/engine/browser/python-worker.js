// Runs Python. Gets its files from the page, which has checked them, as it has this script; asks the network for nothing.

import { loadPyodide } from "pyodide-loader";
import "pyodide-module";

// Ways out of the worker. What a reader types must not be able to leave it: the policy of the page, which this worker
// has because it began as a blob, forbids other hosts; and what can ask or keep anything is taken away besides.
const WAYS_OUT = ["fetch", "XMLHttpRequest", "WebSocket", "WebSocketStream", "WebTransport", "EventSource", "FontFace",
  "importScripts", "indexedDB", "caches", "BroadcastChannel", "SharedWorker", "Worker"];

// Stack switching, which some engines have: we have no use for it, and without it Python goes the same way in all.
const STACK_SWITCHING = ["Suspending", "Suspender", "promising"];

// Where Pyodide thinks that it is: it wants an address of a folder, and a worker that began as a blob has none.
const HERE = "https://nergens.invalid/";
const LIBRARY = `${HERE}python.zip`;

let browser; // the Python module calculators.browser

self.onmessage = async ({ data }) => {
  try {
    if (data.kind === "start") {
      await start(data);
      self.postMessage({ kind: "ready", id: "start" });
    } else {
      const began = performance.now();
      const value = browser[data.name](...data.values);
      self.postMessage({ kind: "answer", id: data.id, value, milliseconds: performance.now() - began });
    }
  } catch (error) {
    self.postMessage({ kind: "failed", id: data.id ?? "start", reason: String(error) });
  }
};

// Some of what Pyodide does while it starts is waited for by nobody; when that fails, it would never end.
self.onunhandledrejection = ({ reason }) => self.postMessage({ kind: "failed", id: "start", reason: String(reason) });

async function start({ module, archive, lock }) {
  // Pyodide asks for its standard library and its machine code. It gets what the page has checked, and no network.
  closeWaysOut();
  for (const name of STACK_SWITCHING) delete WebAssembly[name];
  self.fetch = async (address) => new Response(String(address) === LIBRARY ? new Blob(archive) : null);
  // Pyodide waits for ever when this goes wrong, so the error is taken out here.
  const instantiated = new Promise((resolve, reject) => {
    WebAssembly.instantiateStreaming = async (_, imports) => {
      try {
        const instance = await WebAssembly.instantiate(module, imports);
        resolve();
        return { module, instance };
      } catch (error) {
        reject(error);
        throw error;
      }
    };
  });
  const loading = loadPyodide({
    indexURL: HERE,
    stdLibURL: LIBRARY,
    lockFileContents: lock, // lists no package: nothing is ever loaded later
    packageBaseUrl: HERE,
    env: { PYTHONHASHSEED: "0" }, // likewise: the order of a set is no secret here
  });
  await Promise.race([instantiated, loading]);
  const python = await loading;
  delete self.fetch;
  python.pyimport("browser_start").begin();
  browser = python.pyimport("calculators.browser");
}

function closeWaysOut() {
  for (let scope = self; scope; scope = Object.getPrototypeOf(scope)) {
    for (const name of WAYS_OUT) delete scope[name];
  }
}
