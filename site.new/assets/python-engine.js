// Python in the reader's browser: downloads and checks its files, starts a worker, starts it anew when it breaks.
// Knows nothing of forms and pages.

const NO_PROGRESS_MS = 30_000; // without any sign of life for so long, something is broken

export class PythonEngine {
  #files;
  #folder;
  #onProgress;
  #downloads = null; // promise of what a worker needs, kept for the next worker
  #worker = null; // promise of a worker that is ready
  #running = null; // the Worker itself
  #waiting = new Map(); // calls without an answer yet
  #lastId = 0;
  #downloadFailed = false;

  isReady = false; // whether the next call needs no loading first

  /** files: names, sizes and checksums; onProgress(loaded, total): bytes; both as the server sends them. */
  constructor(files, folder, onProgress) {
    this.#files = files;
    this.#folder = folder;
    this.#onProgress = onProgress;
  }

  /** The answer of a function of calculators.browser. Tries once more when Python breaks, then gives up. */
  async call(name, ...values) {
    const used = this.#readyWorker();
    try {
      return await this.#callOnce(used, name, values);
    } catch {
      if (this.#worker === used) this.stop();
      return await this.#callOnce(this.#readyWorker(), name, values);
    }
  }

  /** Ends the worker; the next call starts a new one. */
  stop() {
    this.#running?.terminate();
    this.#running = this.#worker = null;
    this.isReady = false;
    this.#giveUp(new Error("the worker was ended"));
  }

  /** Lets go of the memory of files and worker alike. */
  forget() {
    this.stop();
    this.#downloads = null;
  }

  async #callOnce(ready, name, values) {
    const worker = await ready;
    return await withPatience((alive, resolve, reject) => {
      const id = ++this.#lastId;
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ kind: "call", id, name, values });
    });
  }

  #readyWorker() {
    this.#worker ??= this.#startWorker();
    return this.#worker;
  }

  async #startWorker() {
    if (typeof WebAssembly !== "object") throw new Error("this browser does not run WebAssembly");
    const worker = new Worker(new URL(this.#files.worker.name, this.#folder), { type: "module" });
    this.#running = worker;
    try {
      await withPatience((alive, resolve, reject) => {
        this.#waiting.set("start", { resolve, reject });
        worker.onmessage = ({ data }) => {
          alive();
          this.#receive(data);
        };
        worker.onerror = (event) => this.#giveUp(new Error(event.message || "the worker did not start"));
        this.#downloaded(alive).then(
          ({ module, payload }) => worker.postMessage({ kind: "start", module, payload, lock: this.#files.lock }),
          reject,
        );
      });
    } catch (error) {
      if (this.#running === worker) this.stop();
      throw error;
    }
    this.isReady = true;
    return worker;
  }

  #receive({ kind, id, value, reason, milliseconds }) {
    const call = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (kind === "failed") return call?.reject(new Error(reason));
    if (milliseconds) performance.measure("python", { start: performance.now() - milliseconds, duration: milliseconds });
    call?.resolve(value);
  }

  #giveUp(error) {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  #downloaded(alive) {
    this.#downloads ??= this.#download(alive).catch((error) => {
      this.#downloads = null;
      this.#downloadFailed = true;
      throw error;
    });
    return this.#downloads;
  }

  async #download(alive) {
    const sizes = new Map();
    const progress = (key, loaded, total) => {
      alive();
      sizes.set(key, [loaded, total]);
      if (sizes.size < 2) return;
      const sum = (index) => [...sizes.values()].reduce((before, pair) => before + pair[index], 0);
      this.#onProgress(sum(0), sum(1));
    };
    const [wasm, payload] = ["wasm", "payload"].map((key) => this.#response(key));
    const [module, content] = await Promise.all([
      compiled(wasm, takenOver("module"), this.#files.wasm, (...now) => progress("wasm", ...now)),
      payload.then((response) => checked(response, this.#files.payload, (...now) => progress("payload", ...now))),
    ]);
    return { module, payload: content };
  }

  #response(key) {
    const early = takenOver(key);
    if (early) return early;
    const { name, integrity } = this.#files[key];
    const options = globalThis.crypto?.subtle ? {} : { integrity };
    if (this.#downloadFailed) options.cache = "reload"; // the copy that the browser kept may be the broken one
    return fetch(new URL(name, this.#folder), options);
  }
}

/** What early-start.js asked for already, once: a second try begins anew. */
function takenOver(key) {
  const early = window.askedEarly?.[key];
  if (early) delete window.askedEarly[key];
  return early;
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

/** A promise like any other, that is rejected when alive() was not called for a long time. */
async function withPatience(work) {
  let timer;
  try {
    return await new Promise((resolve, reject) => {
      const alive = () => {
        clearTimeout(timer);
        timer = setTimeout(() => reject(new Error("no progress")), NO_PROGRESS_MS);
      };
      alive();
      work(alive, resolve, reject);
    });
  } finally {
    clearTimeout(timer);
  }
}
