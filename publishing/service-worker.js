// Keeps the site for a reader without a network. The build puts SITE in front of this (publishing/offline.py): the pack
// with all pages, and the files of the engine, each with its checksum. A new version is another text of this file:
// the browser installs it beside the old one, and the old one serves on until nobody needs it, or the reader asks.

const SCOPE = new URL(self.registration.scope);
const NAMES = `spoorwijzer ${SCOPE.pathname} `; // another site may live on this host, in a folder of its own
const OURS = NAMES + SITE.version;
const ENGINE = `${NAMES}engine`; // files with their hash in their name: what two versions share is loaded once
const PACK = new URL(SITE.pack.name, SCOPE).href;
const HASHED = /\.[0-9a-f]{8,64}\.[a-z0-9.]+$/;
const LATE_MS = 3000; // so long a page may take to begin; then the kept one is shown
const SLOW_MS = 30_000; // and so long nothing is waited for any more

let opened = null; // promise of the pack, for as long as this worker lives
let slowUntil = 0;

// Only a whole file with the right checksum is ever kept: before that, fetch fails.
async function keepPack() {
  if (await caches.match(PACK, { cacheName: OURS })) return;
  const answer = await fetch(PACK, { integrity: SITE.pack.integrity, cache: "no-cache", priority: "low" });
  if (!answer.ok) throw new Error(`${PACK}: ${answer.status}`);
  await (await caches.open(OURS)).put(PACK, answer);
}

async function keepEngine() {
  const kept = await caches.open(ENGINE);
  for (const [name, integrity] of Object.entries(SITE.engine)) {
    const address = new URL(name, SCOPE).href;
    if (await kept.match(address)) continue;
    const answer = await fetch(address, { integrity, priority: "low" });
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    await kept.put(address, answer);
  }
}

async function takeOver() {
  const older = (await caches.keys()).filter((name) => name.startsWith(NAMES) && name !== OURS && name !== ENGINE);
  await Promise.all(older.map((name) => caches.delete(name)));
  const kept = await caches.open(ENGINE);
  const listed = Object.keys(SITE.engine).map((name) => new URL(name, SCOPE).href);
  const unused = (await kept.keys()).filter(({ url }) => !listed.includes(url));
  await Promise.all(unused.map((request) => kept.delete(request)));
}

async function readPack() {
  const answer = await caches.match(PACK, { cacheName: OURS });
  if (!answer) throw new Error("the browser threw the pack away");
  const unpacked = answer.body.pipeThrough(new DecompressionStream("gzip"));
  const bytes = new Uint8Array(await new Response(unpacked).arrayBuffer());
  const end = bytes.indexOf(10);
  const { headers, types, files } = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
  return { headers, types, files: new Map(Object.entries(files)), content: bytes.subarray(end + 1) };
}

/** What is kept under a name, or nothing. */
async function kept(name, status = 200) {
  opened ??= readPack();
  const pack = await opened.catch(() => (opened = null));
  const [type, ...places] = pack?.files.get(name) ?? [];
  if (type === undefined) return null;
  const parts = [];
  for (let at = 0; at < places.length; at += 2) parts.push(pack.content.subarray(places[at], places[at] + places[at + 1]));
  return new Response(new Blob(parts), { status, headers: { ...pack.headers, "Content-Type": pack.types[type] } });
}

/** A page that is kept; without its slash, the way to it; of another address, the page that says so. */
async function keptPage(name) {
  const page = name.replace(/(^|\/)index\.html$/, "$1");
  const found = await kept(page);
  if (found) return found;
  const folder = await kept(`${page}/`);
  return folder ? Response.redirect(new URL(`${page}/`, SCOPE), 302) : kept("404.html", 404);
}

/** From the network; what is kept when that fails, or takes too long. */
async function freshOrKept(event, name) {
  const { request } = event;
  const isPage = request.mode === "navigate";
  const fresh = fetch(request);
  event.waitUntil(fresh.catch(() => {}));
  const late = new Promise((resolve) => setTimeout(resolve, performance.now() < slowUntil ? 0 : LATE_MS, "late"));
  const first = await Promise.race([fresh, late]).catch(() => null);
  if (first instanceof Response && first.status < 500) return first;
  if (first === "late") slowUntil = Math.max(slowUntil, performance.now() + SLOW_MS);
  const found = await kept(name);
  if (found) return found;
  const last = await fresh.catch(() => null);
  return last ?? (isPage ? await keptPage(name) : null) ?? fresh;
}

/** What is kept of the engine; a store that is broken keeps nothing. */
const engineFile = ({ url }) => caches.match(url, { cacheName: ENGINE, ignoreVary: true }).catch(() => null);

async function byContent(request, name) {
  if (request.cache === "reload") {
    const fresh = await fetch(request).catch(() => null); // the page does not trust what was kept, if it can do without
    if (fresh?.ok) return fresh;
  }
  const found = name in SITE.engine ? await engineFile(request) : await kept(name);
  return found ?? fetch(request);
}

function answer(event) {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== SCOPE.origin || !url.pathname.startsWith(SCOPE.pathname)) return;
  const name = url.pathname.slice(SCOPE.pathname.length);
  event.respondWith(HASHED.test(name) ? byContent(request, name) : freshOrKept(event, name));
}

async function told({ data }) {
  if (data === "keep the engine") return Promise.all([keepPack(), keepEngine()]);
  const pages = data === "take over if alone" ? await self.clients.matchAll({ includeUncontrolled: true }) : [];
  if (data === "take over" || pages.length === 1) await self.skipWaiting();
}

self.addEventListener("install", (event) => event.waitUntil(keepPack()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("fetch", answer);
self.addEventListener("message", (event) => event.waitUntil(told(event).catch(() => {}))); // the next page tries again
