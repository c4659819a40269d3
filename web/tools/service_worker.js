// Keeps the phone's shell for reading without a network. Never keeps an answer of the API:
// a stale warning is worse than none. The new version waits until the user presses 更新 (message "update").
const VERSION = __VERSION__
const FILES = __FILES__
const SHELL = `anlan-${VERSION}`

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll(FILES)))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name.startsWith('anlan-') && name !== SHELL))
      .then((old) => Promise.all(old.map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('message', (event) => {
  if (event.data === 'update') self.skipWaiting()
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  const outside = request.method !== 'GET' || url.origin !== self.location.origin
  if (outside || url.pathname.startsWith('/api/') || url.pathname.startsWith('/map/')) return
  if (request.mode === 'navigate') event.respondWith(page(request, url))
  else event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)))
})

/** Phone pages open from the kept shell; other pages ask the network first and fall back to the shell. */
async function page(request, url) {
  const shell = await caches.match('/')
  if (shell && /^\/m(\/|$)/.test(url.pathname)) return shell
  try {
    return await fetch(request)
  } catch {
    return shell ?? Response.error()
  }
}
