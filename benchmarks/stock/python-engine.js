// Stands in for the page's own engine: stock Pyodide in a worker, started as soon as the page runs its scripts.

class PythonEngine {
  isReady = true; // shows no progress
  #answers = new Map();
  #lastId = 0;
  #worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });

  constructor() {
    this.#worker.onmessage = ({ data }) => {
      this.#answers.get(data.id)(data.value);
      this.#answers.delete(data.id);
    };
  }

  call(name, ...values) {
    const id = ++this.#lastId;
    this.#worker.postMessage({ id, name, values });
    return new Promise((resolve) => this.#answers.set(id, resolve));
  }

  forget() {}
}

export const python = new PythonEngine();
