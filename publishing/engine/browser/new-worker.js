// Makes the worker in which Python runs. As a blob it is held by the policy of this page; one from an address is not,
// where a host sends no headers. It begins with downloads.js: the page has other things to do for a second.

// Keys in the list of files. With an image, the memory of a Python that has started, go others: of documents, on their
// pages, and of what only this page needs; else what there is of Python is an archive.
const IMAGE = "image";
export const SMALL = { script: "worker", machineCode: "wasm", python: [IMAGE, "documents", "own"] };
export const FULL = { script: "full_worker", machineCode: "full_wasm", python: ["full"] };

/** What the page says of files, and where they are. */
export function listIn(page) {
  const element = page.getElementById("rekenmotor");
  return element && { files: JSON.parse(element.textContent), folder: new URL(element.dataset.map, document.baseURI) };
}

/** A worker that says how far it is with its files, and then `ready`. */
export function newWorker(list, parts) {
  const { address } = asked(list, parts.script, "default");
  const start = `import(${JSON.stringify(address)}).catch((error) => postMessage({ kind: "failed", id: "start", reason: String(error) }));`;
  return made(list, parts, "default", start);
}

/** Promise of one that trusts no copy that the browser kept, nor a script that it did not check. */
export async function newWorkerAnew(list, parts) {
  const { address, integrity, options } = asked(list, parts.script, "reload");
  const answer = await fetch(address, { ...options, integrity });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return made(list, parts, "reload", await answer.text());
}

/** DOWNLOADS, written in by the build, is the text of downloads.js; python-worker.js takes over `files`. */
function made(list, { machineCode, python }, cache, script) {
  const parts = python.filter((key) => key in list.files); // a build may do without an image
  const given = [asked(list, machineCode, cache), parts.map((key) => asked(list, key, cache))].map((one) => JSON.stringify(one));
  const begin = `${DOWNLOADS}\nself.files = { whole: downloads.all(${given}), areImages: ${parts.includes(IMAGE)} };\n`;
  const address = URL.createObjectURL(new Blob([begin, script], { type: "text/javascript" }));
  const worker = new Worker(address, { type: "module" });
  worker.addEventListener("message", () => URL.revokeObjectURL(address), { once: true });
  return worker;
}

function asked({ files, folder }, key, cache) {
  const { name, bytes, integrity } = files[key];
  // Without https there is no crypto.subtle to check the content with: then the browser itself checks it.
  const options = globalThis.crypto?.subtle ? { cache } : { cache, integrity };
  return { address: new URL(name, folder).href, bytes, integrity, options };
}
