// Runs the script of a worker under Node as in a browser whose reader has this language.
import { pathToFileURL } from "node:url";

let answer; // the last message of the worker

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
  globalThis.postMessage = (data) => (answer = data);
  await import(location.href);
}

/** Has the worker do what a page would ask of it. Promise of what it answers. */
export async function tell(data) {
  await globalThis.onmessage({ data });
  if (answer.kind === "failed") throw new Error(`Python broke: ${answer.reason}`);
  return answer.value;
}
