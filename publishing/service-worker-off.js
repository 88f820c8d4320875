// Takes away what an earlier service worker of this site kept in this browser, and then itself (publishing/offline.py).

const NAMES = `spoorwijzer ${new URL(self.registration.scope).pathname} `;

self.addEventListener("install", () => self.skipWaiting());

async function takeAway() {
  const ours = (await caches.keys()).filter((name) => name.startsWith(NAMES));
  await Promise.all(ours.map((name) => caches.delete(name)));
  await self.registration.unregister();
}

self.addEventListener("activate", (event) => event.waitUntil(takeAway()));
