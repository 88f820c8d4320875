// Stands inline in <head>: asks for the large files before any other script has arrived. python-files.js takes over
// what was asked for here; without it, or with Save-Data, it asks itself.
(() => {
  const list = document.getElementById("rekenmotor");
  if (typeof WebAssembly !== "object" || navigator.connection?.saveData) return;
  const files = JSON.parse(list.textContent);
  const folder = new URL(list.dataset.map, document.baseURI);
  const controller = new AbortController();
  const early = (window.begunEarly = { controller });
  for (const key of ["worker", "wasm", "image", "documents", "own"]) {
    if (!(key in files)) continue;
    // Without https there is no crypto.subtle to check the content with: then the browser itself checks it.
    const { integrity } = globalThis.crypto?.subtle ? {} : files[key];
    early[key] = fetch(new URL(files[key].name, folder), { integrity, signal: controller.signal });
    early[key].catch(() => {}); // reported by whoever takes it over
  }
  // Compiled while it streams in. It is used only after the checksum of the whole file was found right.
  early.module = early.wasm.then((response) => WebAssembly.compileStreaming(response.clone())).catch(() => null);
})();
