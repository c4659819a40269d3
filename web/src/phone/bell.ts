import { api, ask } from '@/api'

/** Notices on this device while the page is closed (Web Push): what the browser can do, and the way to the station. */
export type BellState = 'none' | 'ios' | 'off' | 'blocked' | 'on'
/** What pressing came to; `unreached`: the browser's own push service cannot be reached. */
export type Pressed = 'on' | 'blocked' | 'notAsked' | 'unreached'

/** Without a service worker (plain http, first visit) there is nothing to subscribe. */
async function pushOf(): Promise<PushManager | null> {
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) return null
  return (await navigator.serviceWorker.getRegistration())?.pushManager ?? null
}

export async function bellState(): Promise<BellState> {
  const push = await pushOf()
  if (!push) return /iPhone|iPad/.test(navigator.userAgent) ? 'ios' : 'none'
  if (Notification.permission === 'denied') return 'blocked'
  return (await push.getSubscription()) && Notification.permission === 'granted' ? 'on' : 'off'
}

/** Only from a press: the browser asks the person. */
export async function turnOn(key: string): Promise<Pressed> {
  const push = await pushOf()
  if (!push) return 'unreached'
  const answer = await Notification.requestPermission()
  if (answer !== 'granted') return answer === 'denied' ? 'blocked' : 'notAsked'
  let subscription: PushSubscription
  try {
    subscription = await subscribe(push, bytesOf(key))
  } catch {
    return 'unreached'
  }
  const { endpoint, keys } = subscription.toJSON()
  const body = { endpoint: endpoint ?? '', p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '', device: deviceName(navigator.userAgent) }
  try {
    await ask(api.POST('/api/v1/push/subscriptions', { body }))
  } catch (refused) {
    await subscription.unsubscribe().catch(() => false)
    throw refused
  }
  return 'on'
}

/** A subscription made with another key (another station, a new key) is of no use. */
async function subscribe(push: PushManager, key: Uint8Array<ArrayBuffer>): Promise<PushSubscription> {
  const before = await push.getSubscription()
  const made = before?.options.applicationServerKey
  if (before && made && !sameBytes(new Uint8Array(made), key)) await before.unsubscribe()
  return push.subscribe({ userVisibleOnly: true, applicationServerKey: key })
}

/** Without signal the station is told by its push service, which then says that the device is gone. */
export async function turnOff(): Promise<void> {
  const subscription = await (await pushOf())?.getSubscription()
  if (!subscription) return
  const path = { subscription: await idOf(subscription.endpoint) }
  await ask(api.DELETE('/api/v1/push/subscriptions/{subscription}', { params: { path } })).catch(() => undefined)
  await subscription.unsubscribe()
}

/** The station's name of this device's subscription; empty: it has none. */
export async function idHere(): Promise<string> {
  const subscription = await (await pushOf())?.getSubscription()
  return subscription ? idOf(subscription.endpoint) : ''
}

export async function idOf(endpoint: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint))
  return Array.from(new Uint8Array(digest).slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index])
}

const SYSTEMS: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
]
const BROWSERS: [RegExp, string][] = [
  [/Edg/, 'Edge'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/HuaweiBrowser/, 'Huawei'],
  [/MiuiBrowser/, 'Xiaomi'],
  [/SamsungBrowser/, 'Samsung'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
]

/** For its owner, to tell one device from another: "Android · Edge". */
export function deviceName(agent: string): string {
  const first = (all: [RegExp, string][]) => all.find(([sign]) => sign.test(agent))?.[1]
  return [first(SYSTEMS), first(BROWSERS)].filter(Boolean).join(' · ')
}
