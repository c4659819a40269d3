import { ref } from 'vue'

/** True when a newer version of the pages waits for the user's 更新. */
export const updateReady = ref(false)
const AFTER_MS = 2_000
let waiting: ServiceWorker | null = null

/** Keeps the phone's shell for offline use; on plain http (no secure context) there is none, and pages still work. */
export function keepShell(): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return
  // Not before the first page is there: on a weak line the copies would take its place.
  if (document.readyState === 'complete') window.setTimeout(register, AFTER_MS)
  else window.addEventListener('load', () => window.setTimeout(register, AFTER_MS), { once: true })
}

function register(): void {
  navigator.serviceWorker
    .register('/sw.js')
    .then((registration) => {
      offer(registration)
      registration.addEventListener('updatefound', () => {
        const fresh = registration.installing
        fresh?.addEventListener('statechange', () => fresh.state === 'installed' && offer(registration))
      })
    })
    .catch(() => {
      // Without a certificate the browser refuses; nothing else depends on it.
      updateReady.value = false
    })
}

function offer(registration: ServiceWorkerRegistration): void {
  if (!registration.waiting || !navigator.serviceWorker.controller) return
  waiting = registration.waiting
  updateReady.value = true
}

/** The user pressed 更新: the new version takes over and the page is opened anew. */
export function applyUpdate(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting?.postMessage('update')
}
