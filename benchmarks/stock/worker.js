// Stock Pyodide as its documentation shows it: its own standard library, the calculators as a package of its lock file.

import { loadPyodide } from "./pyodide/pyodide.mjs";

const loading = loadPyodide({ packages: ["spoorwijzer"] }).then((python) => python.pyimport("calculators.browser"));

self.onmessage = async ({ data }) => {
  const browser = await loading;
  self.postMessage({ id: data.id, value: browser[data.name](...data.values) });
};
