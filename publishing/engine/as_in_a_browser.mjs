// Runs the script of a worker under Node as in a browser whose reader has this language.
import { pathToFileURL } from "node:url";

/** Promise of what the script exports. */
export async function runWorker(script, language) {
  const location = pathToFileURL(script);
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
  return import(location.href);
}
