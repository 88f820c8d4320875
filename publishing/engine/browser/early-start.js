// Stands inline in <head>: starts the worker before any other script has arrived. python-engine.js takes it over; without
// it, or with Save-Data, it makes one itself.

import { SMALL, listIn, newWorker } from "./new-worker.js";

if (typeof WebAssembly === "object" && !navigator.connection?.saveData) {
  const early = (window.begunEarly = { worker: newWorker(listIn(document), SMALL), said: [] });
  early.worker.onmessage = ({ data }) => early.said.push(data);
  early.worker.onerror = ({ message }) => early.said.push({ kind: "failed", id: "start", reason: message });
}
