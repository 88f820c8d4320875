// With this a worker begins: asks for the files of Python before its own script is here, and checks that each is exactly
// what was published. The page hears how far it is.

const EVERY_MS = 100; // how often

/** Promise of the compiled machine code and of the contents of the other files. */
export function all(machineCode, others) {
  const sizes = new Map();
  let last = -Infinity;
  let wereAll = false;
  const tell = (file, loaded, total) => {
    sizes.set(file, [loaded, total]);
    const areAll = sizes.size === others.length + 1; // else the sum is not known yet
    const isNews = areAll && !wereAll; // on a fast line it is the last as well
    if (!isNews && performance.now() < last + EVERY_MS) return;
    last = performance.now();
    wereAll = areAll;
    const sum = (index) => [...sizes.values()].reduce((before, pair) => before + pair[index], 0);
    self.postMessage({ kind: "progress", loaded: sum(0), total: areAll ? sum(1) : null });
  };
  const whole = Promise.all([compiled(machineCode, tell), ...others.map((file) => checked(file, tell))]);
  whole.catch(() => {}); // who takes it over is told
  return whole;
}

/** Compiles while the file streams in; what is compiled is used only after the checksum was found right. */
async function compiled(file, tell) {
  const response = await fetch(file.address, file.options);
  const streamed = WebAssembly.compileStreaming?.(response.clone()).catch(() => null); // may not know the type
  const content = await read(response, file, tell);
  return (await streamed) ?? (await WebAssembly.compile(content));
}

async function checked(file, tell) {
  return read(await fetch(file.address, file.options), file, tell);
}

/** The content of a response, if it is exactly what was published. */
async function read({ ok, status, headers, body }, { address, bytes, integrity }, tell) {
  if (!ok) throw new Error(`${address}: ${status}`);
  // With compression the server's length is that of what travels; the reader is told about that.
  const travels = Number(headers.get("Content-Length")) || bytes;
  const content = new Uint8Array(bytes);
  const reader = body.getReader();
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (length + value.length > bytes) throw new Error(`${address}: too long`);
    content.set(value, length);
    length += value.length;
    tell(address, (length / bytes) * travels, travels);
  }
  if (length !== bytes) throw new Error(`${address}: cut short`);
  if (globalThis.crypto?.subtle) {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
    if (`sha256-${btoa(String.fromCharCode(...digest))}` !== integrity) throw new Error(`${address}: changed`);
  }
  return content;
}
