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

// A call comes while the page is closed (Web Push). Only this browser can read it.
self.addEventListener('push', (event) => event.waitUntil(show(event.data)))

async function show(data) {
  const notice = noticeIn(data)
  const tag = `call-${notice.call}`
  const before = await self.registration.getNotifications({ tag })
  await self.registration.showNotification(notice.title, {
    body: notice.words,
    tag,
    // The same hand-over told twice rings once.
    renotify: !before.some((each) => each.data?.carry === notice.carry),
    requireInteraction: true,
    vibrate: [600, 200, 600, 200, 600],
    lang: 'zh-CN',
    icon: '/icons/anlan-192.png',
    data: { carry: notice.carry, open: notice.call ? `/m/calls/${encodeURIComponent(notice.call)}` : '/m' },
  })
}

/** A browser wants something shown of every message, also of one that cannot be read. */
function noticeIn(data) {
  const plain = { call: '', carry: '', title: '叫应', words: '请打开值守页面' }
  try {
    return { ...plain, ...data.json() }
  } catch {
    return plain
  }
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(open(event.notification.data?.open ?? '/m'))
})

/** In the phone page that is open, without loading it anew: something may be half written there. */
async function open(where) {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const phone = windows.find((each) => /^\/m(\/|$)/.test(new URL(each.url).pathname))
  if (!phone) return self.clients.openWindow(where)
  phone.postMessage({ open: where })
  return phone.focus().catch(() => undefined)
}

// The browser gives a new address: the station is told, in the name of whoever is signed in.
self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renew(event)))

async function renew({ oldSubscription, newSubscription }) {
  const fresh = newSubscription ?? (oldSubscription && (await self.registration.pushManager.subscribe(oldSubscription.options)))
  if (!fresh) return
  const { endpoint, keys } = fresh.toJSON()
  await fetch('/api/v1/push/subscriptions', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ endpoint, p256dh: keys.p256dh, auth: keys.auth, device: '' }),
  })
}
