// The files that Python needs in the browser: which they are, downloads and checks them. The page holds the list.

/** The page on the server is not this one any more: other scripts go with other files. */
class PageChanged extends Error {
  name = "PageChanged";
}

// Keys in the list. With an image, the memory of a Python that has started, go others: of documents, on their pages, and of
// what only this page needs; else what there is of Python is an archive.
const IMAGE = "image";
const SMALL = { worker: "worker", machineCode: "wasm", python: [IMAGE, "documents", "own"] };
const FULL = { worker: "full_worker", machineCode: "full_wasm", python: ["full"] };

export class PythonFiles {
  #list;
  #folder;
  #onProgress;
  #parts = SMALL;
  #pending = null; // the download of what a worker is and needs, kept for the next worker

  /** onProgress(loaded, total): bytes as the server sends them; total is null while that is not known. */
  constructor(onProgress) {
    const element = document.getElementById("rekenmotor");
    this.#list = JSON.parse(element.textContent);
    this.#folder = new URL(element.dataset.map, document.baseURI);
    this.#onProgress = onProgress;
  }

  /** Promise of a new worker, which can start up while the rest comes in. */
  async worker(anew) {
    this.#pending ??= this.#begin(anew);
    const pending = this.#pending;
    const script = await pending.script;
    // A worker from a blob is held by the policy of this page; one from an address is not, where a host sends no headers.
    pending.address ??= URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    return new Worker(pending.address, { type: "module" });
  }

  get areFull() {
    return this.#parts === FULL;
  }

  /** From now on the files that lack nothing: the small ones lacked something, or what they are does not work here. */
  takeFull() {
    this.#parts = FULL;
    this.drop();
  }

  /** Back to the small files, where the full ones cannot be had: without a network they are not kept. */
  takeSmall() {
    this.#parts = SMALL;
    this.drop();
  }

  /** Promise of the compiled machine code, and images or an archive of Python; `anew` trusts no list and no copy that the browser kept. */
  download(anew) {
    this.#pending ??= this.#begin(anew);
    return this.#pending.files;
  }

  /** Lets go of what was downloaded; what is still under way ends. */
  drop() {
    this.#pending?.controller.abort();
    if (this.#pending?.address) URL.revokeObjectURL(this.#pending.address);
    this.#pending = null;
  }

  /** As `drop`, but keeps files that are whole. */
  dropUnfinished() {
    if (!this.#pending?.isWhole) this.drop();
  }

  /** Takes the list from the page as it stands on the server now: files of before may be gone there. */
  async refresh() {
    const answer = await fetch(location.pathname + location.search, { cache: "no-cache" }).catch(() => null);
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const list = page.getElementById("rekenmotor");
    if (!list) return;
    const script = (of) => of.getElementById("rekenscript").getAttribute("src");
    if (script(page) !== script(document)) throw new PageChanged();
    if (JSON.stringify(this.#list) === JSON.stringify(JSON.parse(list.textContent))) return;
    this.#list = JSON.parse(list.textContent);
    this.drop();
  }

  #begin(anew) {
    const early = takenOver(anew || this.areFull);
    const controller = early?.controller ?? new AbortController();
    const made = { controller, isWhole: false };
    Object.assign(made, this.#asked(early ?? {}, { signal: controller.signal, cache: anew ? "reload" : "default" }));
    made.files.then(() => (made.isWhole = true), () => {}); // whoever asked for them is told
    made.script.catch(() => {});
    return made;
  }

  /** Promises of the worker's script, and of all else together. */
  #asked(early, options) {
    const { worker, machineCode } = this.#parts;
    const python = this.#parts.python.filter((key) => key in this.#list); // a build may do without an image
    const sizes = new Map();
    const progress = (key, loaded, total) => {
      sizes.set(key, [loaded, total]);
      const sum = (index) => [...sizes.values()].reduce((before, pair) => before + pair[index], 0);
      this.#onProgress(sum(0), sizes.size === python.length + 2 ? sum(1) : null);
    };
    const asked = (key) => early[key] ?? this.#fetched(key, options);
    const whole = async (key) => checked(await asked(key), this.#list[key], (...now) => progress(key, ...now));
    const script = whole(worker);
    const wasm = compiled(asked(machineCode), early.module, this.#list[machineCode], (...now) => progress(machineCode, ...now));
    const files = Promise.all([script, wasm, ...python.map(whole)]).then(([, module, ...contents]) => {
      return python.includes(IMAGE) ? { module, images: contents } : { module, images: [], archive: contents[0] };
    });
    return { script, files };
  }

  #fetched(key, options) {
    const { integrity } = globalThis.crypto?.subtle ? {} : this.#list[key];
    return fetch(new URL(this.#list[key].name, this.#folder), { ...options, integrity });
  }
}

/** What early-start.js asked for already, once: a second try begins anew, and then nothing of it is wanted. */
function takenOver(isUnwanted) {
  const early = window.begunEarly;
  delete window.begunEarly;
  if (isUnwanted) early?.controller.abort();
  return isUnwanted ? null : early;
}

/** Compiles while the file streams in; what is compiled is used only after the checksum was found right. */
async function compiled(asked, early, file, progress) {
  const response = await asked;
  const streamed = early ?? WebAssembly.compileStreaming?.(response.clone()).catch(() => null); // may not know the type
  const content = await checked(response, file, progress);
  return (await streamed) ?? (await WebAssembly.compile(content));
}

/** The content of a response, if it is exactly what was published. */
async function checked(response, file, progress) {
  if (!response.ok) throw new Error(`${file.name}: ${response.status}`);
  // With compression the server's length is that of what travels; the reader is told about that.
  const travels = Number(response.headers.get("Content-Length")) || file.bytes;
  const content = new Uint8Array(file.bytes);
  const reader = response.body.getReader();
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (length + value.length > file.bytes) throw new Error(`${file.name}: too long`);
    content.set(value, length);
    length += value.length;
    progress((length / file.bytes) * travels, travels);
  }
  if (length !== file.bytes) throw new Error(`${file.name}: cut short`);
  if (globalThis.crypto?.subtle) {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
    if (`sha256-${btoa(String.fromCharCode(...digest))}` !== file.integrity) throw new Error(`${file.name}: changed`);
  }
  return content;
}
