// Makes the worker in which Python runs. As a blob it is held by the policy of this page; one from an address is not,
// where a host sends no headers. It asks for its files itself, at once: the page has other things to do for a second.

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

/** A worker that says what it has of its files, and then `ready`; `anew` trusts no copy that the browser kept. */
export function newWorker({ files, folder }, { script, machineCode, python }, anew = false) {
  const cache = anew ? "reload" : "default";
  const asked = (key) => {
    const { name, bytes, integrity } = files[key];
    // Without https there is no crypto.subtle to check the content with: then the browser itself checks it.
    return { address: new URL(name, folder).href, bytes, integrity, options: crypto.subtle ? { cache } : { cache, integrity } };
  };
  const parts = python.filter((key) => key in files); // a build may do without an image
  const given = { machineCode: asked(machineCode), python: parts.map(asked), areImages: parts.includes(IMAGE) };
  const address = URL.createObjectURL(new Blob([begin(asked(script), given)], { type: "text/javascript" }));
  return new Worker(address, { type: "module" });
}

/** Asks for the files before its own script, which has all else, is here. */
const begin = (script, given) => `const given = ${JSON.stringify(given)};
for (const file of [given.machineCode, ...given.python]) (file.response = fetch(file.address, file.options)).catch(() => {});
const script = ${JSON.stringify(script)};
(script.options.cache === "reload" ? fetch(script.address, script.options) : Promise.resolve())
  .then(() => import(script.address)).then(({ begin }) => begin(given))
  .catch((error) => postMessage({ kind: "failed", id: "start", reason: String(error) }));`;
