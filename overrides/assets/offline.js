// Lets the browser keep the site once the page is at rest, offers a new version, and says so on a kept page that may be
// out of date. Where there is no https, or no service worker, nothing happens. No wording lives here.

const IDLE_MS = 10_000; // after the page is whole: who only passes by keeps nothing
const REST_MS = 60_000; // after that the engine is kept as well

const place = document.querySelector("[data-versies]");
const offer = place.querySelector("[data-nieuwe-versie]");
const { bewaard, nalezen } = document.documentElement.dataset; // only on a kept page, by publishing/offline.py

function tellAge() {
  const now = new Date();
  const today = new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  if (!nalezen || today <= nalezen) return;
  const words = (day) => new Date(`${day}T12:00`).toLocaleDateString("nl-NL", { dateStyle: "long" });
  const note = document.querySelector("[data-oude-kopie]");
  for (const line of note.querySelectorAll("[data-tekst]")) {
    line.textContent = line.dataset.tekst.replace("{bewaard}", words(bewaard)).replace("{nalezen}", words(nalezen));
  }
  note.hidden = false;
}

/** A new version waits until the reader asks for it. A page that came with it needs no asking, if no other is open. */
function follow(registration, worker, isOlder) {
  if (!worker || !registration.active) return; // the first one: nothing is kept of before
  const told = () => {
    if (worker.state !== "installed") return;
    if (isOlder) offer.hidden = false;
    else worker.postMessage("take over if alone");
  };
  worker.addEventListener("statechange", told);
  told();
}

async function show() {
  const { waiting } = (await navigator.serviceWorker.getRegistration()) ?? {};
  if (!waiting || !navigator.serviceWorker.controller) return location.reload();
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting.postMessage("take over");
}

async function keep() {
  const registration = await navigator.serviceWorker.register(place.dataset.bewaren, { updateViaCache: "none" });
  let isOlder = Boolean(bewaard);
  follow(registration, registration.waiting, isOlder);
  follow(registration, registration.installing, isOlder);
  registration.addEventListener("updatefound", () => follow(registration, registration.installing, isOlder));
  document.addEventListener("visibilitychange", () => {
    isOlder = true; // what is found from now on came out after this page was opened
    if (document.hidden) return;
    registration.update().catch(() => {}); // no network: later
  });
  if (navigator.connection?.saveData) return;
  setTimeout(async () => (await navigator.serviceWorker.ready).active.postMessage("keep the engine"), REST_MS - IDLE_MS);
}

function whenAtRest() {
  setTimeout(() => (window.requestIdleCallback ?? setTimeout)(() => keep().catch(() => {})), IDLE_MS);
}

tellAge();
offer.querySelector("[data-toon-versie]").addEventListener("click", show);
offer.querySelector("[data-later]").addEventListener("click", () => {
  offer.hidden = true;
});
if (place.dataset.bewaren && isSecureContext && "serviceWorker" in navigator) {
  if (document.readyState === "complete") whenAtRest();
  else addEventListener("load", whenAtRest, { once: true });
}
