import { Problem, sendRaw } from '@/api'
import type { Outgoing } from './outbox'

/** A part small enough to cross a weak line in a second or two. */
const PART_BYTES = 64 * 1024
const BYTES = 'application/octet-stream'

interface Arrived {
  held: number
  attachment: string | null
}

/** A name nobody else has; also on plain http, where crypto.randomUUID is missing. */
export function newName(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

const STORED = 'anlan.device'
let thisPhone = ''

/**
 * The name of one press: this phone's own, and a fresh one. It is kept with the item, since what a browser keeps aside
 * (localStorage) may be lost when it is killed.
 */
export function pressName(): string {
  thisPhone ||= localStorage.getItem(STORED) ?? newName()
  localStorage.setItem(STORED, thisPhone)
  return `${thisPhone}:${newName()}`
}

/**
 * Sends a photo in parts under its own name and returns the station's name for it. Cut in the middle, the next call goes
 * on behind what has arrived; a part sent twice is one part.
 */
export async function sendInParts(photo: Blob, upload: string, begun: boolean): Promise<string> {
  const where = `/api/v1/uploads/${upload}`
  let arrived: Arrived = begun ? await sendRaw<Arrived>(where, null, BYTES, { method: 'GET' }) : { held: 0, attachment: null }
  while (!arrived.attachment) {
    const part = photo.slice(arrived.held, arrived.held + PART_BYTES)
    if (!part.size) throw new Problem(-1, { code: 'upload_stuck' })
    arrived = await sendRaw<Arrived>(`${where}?from=${arrived.held}&total=${photo.size}`, part, BYTES, { method: 'PUT' })
  }
  return arrived.attachment
}

/** The item itself. Its key is the same each time it is sent, so that the station takes it once. */
export async function sendItem(out: Outgoing, photo: string | null, now: number): Promise<void> {
  const body = { ...out.body, ...(photo ? { photo } : {}) }
  // The phone's clock may be wrong by hours; how long ago it was is not.
  if (out.aged) Object.assign(body, { seconds_ago: Math.round((now - out.at) / 1000) })
  await sendRaw(out.path, JSON.stringify(body), 'application/json', {
    headers: { 'Idempotency-Key': out.key ?? out.id },
  })
}
