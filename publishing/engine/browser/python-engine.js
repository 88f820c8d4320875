// Python in the reader's browser: starts a worker, asks it, starts it anew when it breaks. Knows nothing of forms.

import { FileList } from "./file-list.js";
import { newWorker, newWorkerAnew } from "./new-worker.js";

const NO_PROGRESS_MS = 30_000; // without any sign of life for so long, something is broken
const NO_ANSWER_MS = 7_000; // and so long after a first answer: the next take a tenth of a second

export class PythonEngine {
  #files = new FileList();
  #worker = null; // the Worker itself
  #ready = null; // promise of a worker that can be asked
  #waiting = new Map(); // what was asked of the worker and has no answer yet
  #lastId = 0;
  #timer;
  #startFailed = false;
  #hasAnswered = false; // this worker did once; its first answer still compiles and imports, in Safari for seconds
  #hadFiles = false; // the last worker got its files, so what broke after that was no download

  isReady = false; // whether the next call needs no loading first
  onProgress = () => {}; // (loaded, total): bytes of the download

  /**
   * The answer of a function of calculators.browser. Tries once more when something breaks, then gives up. When it was
   * Python that broke, this page goes on with the full files, and the reader need not know.
   */
  async call(name, ...values) {
    try {
      return await this.#ask(name, values);
    } catch (error) {
      if (error.name === "PageChanged") throw error;
      return await this.#ask(name, values);
    }
  }

  /** Lets go of the memory of the worker. */
  forget() {
    this.#hadFiles = false; // what waits for an answer fails by no fault of Python
    this.#end(new Error("the worker was ended"));
  }

  async #ask(name, values) {
    this.#ready ??= this.#start();
    const used = this.#ready;
    try {
      await used;
      const id = ++this.#lastId;
      return await this.#answer(id, () => this.#worker.postMessage({ id, name, values }));
    } catch (error) {
      if (this.#ready === used) this.#end(error);
      throw error;
    }
  }

  async #start() {
    this.#hasAnswered = false;
    const anew = this.#startFailed;
    this.#startFailed = true; // until it did not
    this.#hadFiles = false;
    await this.#answer("start", async (isWanted) => {
      if (typeof WebAssembly !== "object") throw new Error("this browser does not run WebAssembly");
      if (anew) await this.#files.refresh();
      if (!isWanted()) return;
      const { list, parts } = this.#files;
      const early = takenOver(anew) ?? { worker: anew ? await newWorkerAnew(list, parts) : newWorker(list, parts), said: [] };
      if (isWanted()) this.#listenTo(early);
      else early.worker.terminate();
    });
    this.#startFailed = false;
    this.isReady = true;
  }

  #listenTo({ worker, said }) {
    this.#worker = worker;
    worker.onmessage = ({ data }) => worker === this.#worker && this.#receive(data);
    worker.onerror = (event) => worker === this.#worker && this.#end(new Error(event.message || "the worker did not start"));
    said.forEach((data) => this.#receive(data));
  }

  /** Promise of what the worker says to `id`; `ask` makes it say so, unless it has taken so long that nobody waits. */
  async #answer(id, ask) {
    try {
      return await new Promise((resolve, reject) => {
        const call = { resolve, reject };
        this.#waiting.set(id, call);
        this.#alive();
        Promise.resolve(() => this.#waiting.get(id) === call).then(ask).catch(reject);
      });
    } finally {
      this.#waiting.delete(id);
      this.#alive();
    }
  }

  #receive({ kind, id, value, reason, milliseconds, loaded, total }) {
    this.#alive();
    if (kind === "progress") return total && this.onProgress(loaded, total);
    if (kind === "whole") return (this.#hadFiles = true);
    const call = this.#waiting.get(id);
    if (kind === "failed") return call?.reject(new Error(reason));
    this.#hasAnswered ||= kind === "answer";
    if (milliseconds) performance.measure("python", { start: performance.now() - milliseconds, duration: milliseconds });
    call?.resolve(value);
  }

  /** A sign of life: puts off giving up, as long as there is something to wait for. */
  #alive(isLate = false) {
    clearTimeout(this.#timer);
    if (!this.#waiting.size) return;
    const most = this.#hasAnswered ? NO_ANSWER_MS : NO_PROGRESS_MS;
    const began = Date.now();
    // A device that slept wakes with this long overdue, before it hears what the worker said: then it waits once more.
    const slept = () => !isLate && Date.now() - began > 2 * most;
    this.#timer = setTimeout(() => (slept() ? this.#alive(true) : this.#end(new Error("no progress"))), most);
  }

  /** Ends the worker and a download that is not whole; the next call starts anew, with the full files if Python broke. */
  #end(error) {
    if (this.#hadFiles && !this.#files.isFull) {
      console.warn("Python goes on with its full files:", error);
      performance.mark("python-full"); // for who counts
      this.#files.takeFull();
    } else if (!this.#hadFiles && this.#files.isFull) this.#files.takeSmall();
    this.#hadFiles = false;
    this.#worker?.terminate();
    this.#worker = this.#ready = null;
    this.isReady = false;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

/** The worker that early-start.js made, once: a second try begins anew, and then it is not wanted. */
function takenOver(isUnwanted) {
  const early = window.begunEarly;
  delete window.begunEarly;
  if (isUnwanted) early?.worker.terminate();
  return isUnwanted ? null : early;
}

/** The one of this page. */
export const python = new PythonEngine();
