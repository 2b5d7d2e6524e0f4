// @ts-check
// The hub no longer keeps pages on phones: this worker takes the place of the one that did, removes all that was kept,
// and then itself. Browsers look for it at each visit, so it stays at this address.
/// <reference lib="webworker" />

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (event) => event.waitUntil(remove()));

async function remove() {
  const ours = `tongchuang ${new URL(worker.registration.scope).pathname} `;
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(ours)).map((name) => caches.delete(name)));
  await worker.registration.unregister();
}
